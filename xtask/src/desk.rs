//! `cargo xtask desk-bench`: what the page needs for a reviewer's five hundred reports, beside the command line, and for a clerk's
//! one. The table goes to `docs/desk.md`.

use crate::project::{check, command, root, say};
use crate::{browsers, build, tools};
use anyhow::{Result, ensure};
use std::fs;
use std::process::Stdio;

/// What stands above the table.
const HEAD: &str = include_str!("desk.md");

/// Builds page and command line, times both, and writes the table.
pub(crate) fn desk_bench() -> Result<()> {
    build::site()?;
    tools::for_browser_tests()?;
    browsers::current()?;
    say("building the command line");
    check(command("cargo")?.args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "jiaohe",
        "--features",
        "cli",
    ]))?;
    say("timing; this takes some minutes");
    let mut bench = command("node")?;
    bench.arg("tests/e2e/desk-bench.mjs").arg(root().join("target/desk"));
    bench.env("JIAOHE", root().join("target/release/jiaohe")).stderr(Stdio::inherit());
    let output = bench.output()?;
    ensure!(output.status.success(), "the bench failed; its message is above");
    let table = String::from_utf8(output.stdout)?;
    print!("{table}");
    fs::write(root().join("docs/desk.md"), format!("{HEAD}\n{table}"))?;
    Ok(())
}
