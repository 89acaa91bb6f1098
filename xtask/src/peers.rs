//! `cargo xtask peers`: the engine beside readers in JavaScript, in one run of Node.js. The table goes to `docs/peers.md`.

use crate::project::{command, root, say};
use crate::{package, tools};
use anyhow::{Result, ensure};
use std::fs;

/// Installs the peers, runs the comparison, and writes the table.
pub(crate) fn peers() -> Result<()> {
    package::package()?;
    tools::for_peers()?;
    say("timing; this takes some minutes");
    let output =
        command("node")?.arg("benches/peers/peers.mjs").stderr(std::process::Stdio::inherit()).output()?;
    ensure!(output.status.success(), "the comparison failed; its message is above");
    let table = String::from_utf8(output.stdout)?;
    print!("{table}");
    let versions = fs::read_to_string(root().join("benches/peers/package.json"))?;
    let versions: Vec<&str> =
        versions.lines().filter(|line| line.contains("\": \"") && line.contains('.')).collect();
    let page = format!(
        "# 与同类读取程序的速度比较\n\n由 `cargo xtask peers` 生成，不手改。同一次运行、同一批文件，Node.js 中的 WebAssembly 引擎（读取并核对全部规则）\
         与 JavaScript 读取程序（只读取）。各列为最快一次与中位数；末列为最快一次之比。\n\n{table}\n版本：\n\n```text\n{}\n```\n",
        versions.join("\n")
    );
    fs::write(root().join("docs/peers.md"), page)?;
    Ok(())
}
