//! `cargo xtask test`: everything CI runs, one step after another.

use crate::tally::{Tally, count};
use crate::{browsers, build, fuzz, guard, package, project, sizes, tools};
use anyhow::{Result, bail};
use std::time::Instant;

/// What a step came to, if it did not fail altogether.
enum Outcome {
    /// A step that counts as one test.
    Passed,
    /// A step with tests of its own.
    Counted(Tally),
    /// Not run, and why; never counted.
    Skipped(String),
}

type Step = (&'static str, fn() -> Result<Outcome>);

const STEPS: [Step; 17] = [
    ("format", || run("cargo fmt --all --check")),
    ("lints", || run("cargo clippy --quiet --workspace --all-targets --all-features -- -D warnings")),
    ("lints of the page, for WebAssembly", || {
        tools::wasm_target()?;
        run("cargo clippy --quiet --package jiaohe-www --target wasm32-unknown-unknown -- -D warnings")
    }),
    ("lints of the engine, for WebAssembly", || {
        tools::wasm_target()?;
        run(
            "cargo clippy --quiet --package jiaohe --features js --target wasm32-unknown-unknown -- -D warnings",
        )
    }),
    ("Rust tests", || {
        Ok(Outcome::Counted(count("cargo test --workspace --all-features --no-fail-fast", &[])?))
    }),
    ("documentation", || run("cargo doc --quiet --no-deps --package jiaohe --document-private-items")),
    ("licences, bans and sources of dependencies", || {
        tools::for_deny()?;
        run("cargo deny --log-level error --all-features check licenses bans sources")
    }),
    ("build of the page", || passed(build::site())),
    ("guard: features of Chromium 86", || passed(guard::floor_of_features())),
    ("guard: memory cap", || passed(guard::memory_cap())),
    ("guard: imports", || passed(guard::imports())),
    ("guard: hand-written scripts", || passed(guard::scripts())),
    ("guard: shipped files", || passed(guard::shipped())),
    ("sizes", || passed(sizes::sizes(false))),
    ("npm package", || {
        package::package()?;
        tools::for_browser_tests()?;
        browsers::current()?;
        node("tests/npm", &[])
    }),
    ("end to end, current Chromium and Chromium 86", end_to_end),
    ("fuzz smoke", || {
        if fuzz::targets().is_empty() {
            return Ok(Outcome::Skipped("there are no fuzz targets".into()));
        }
        passed(fuzz::fuzz("all", 60))
    }),
];

/// Runs the steps whose title contains `only`, or all. A step that fails does not keep the others from running.
fn run_steps(only: Option<&str>) -> Tally {
    let mut total = Tally::default();
    let mut notes = Vec::new();
    for (title, step) in STEPS.iter().filter(|(title, _)| only.is_none_or(|only| title.contains(only))) {
        println!("\n━━ {title}");
        let start = Instant::now();
        let outcome = step();
        let seconds = start.elapsed().as_secs();
        let verdict = match outcome {
            Ok(Outcome::Passed) => {
                total.passed += 1;
                "passed".to_owned()
            }
            Ok(Outcome::Counted(tally)) => {
                total.passed += tally.passed;
                total.failed += tally.failed;
                if tally.failed > 0 {
                    notes.push(format!("FAILED   {title}: {} of its tests", tally.failed));
                }
                format!("{} passed, {} failed", tally.passed, tally.failed)
            }
            Ok(Outcome::Skipped(reason)) => {
                notes.push(format!("skipped  {title}: {reason}"));
                format!("skipped: {reason}")
            }
            Err(error) => {
                total.failed += 1;
                notes.push(format!("FAILED   {title}: {error:#}"));
                format!("FAILED: {error:#}")
            }
        };
        println!("━━ {title}: {verdict} ({seconds} s)");
    }
    println!();
    for note in notes {
        println!("{note}");
    }
    total
}

/// [`run_steps`], with the sum as the last line and in the exit status.
pub(crate) fn suite(only: Option<&str>) -> Result<()> {
    let Tally { passed, failed } = run_steps(only);
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        std::process::exit(1);
    }
    if passed == 0 {
        bail!("no step was run");
    }
    Ok(())
}

fn run(line: &str) -> Result<Outcome> {
    passed(project::run(line))
}

fn passed(result: Result<()>) -> Result<Outcome> {
    result.map(|()| Outcome::Passed)
}

/// Runs the `*.test.mjs` of a folder.
fn node(folder: &str, environment: &[(&str, &str)]) -> Result<Outcome> {
    let mut files: Vec<String> = std::fs::read_dir(project::root().join(folder))?
        .flatten()
        .map(|file| format!("{folder}/{}", file.file_name().to_string_lossy()))
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    files.sort();
    // One file at a time: browsers that compete for two cores make tests of time fail by chance.
    let line = format!("node --test --test-concurrency=1 {}", files.join(" "));
    count(&line, environment).map(Outcome::Counted)
}

fn end_to_end() -> Result<Outcome> {
    tools::for_browser_tests()?;
    browsers::current()?;
    match browsers::chromium_86() {
        Ok(path) => node("tests/e2e", &[("CHROMIUM_86", &path.to_string_lossy())]),
        // The tests for it then report themselves as skipped, with this reason.
        Err(reason) => node("tests/e2e", &[("CHROMIUM_86_MISSING", &format!("{reason:#}"))]),
    }
}
