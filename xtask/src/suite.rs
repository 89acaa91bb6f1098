//! `cargo xtask test`: everything CI runs, one step after another; `cargo xtask test quick`: what is worth running after
//! every change.

use crate::tally::{Tally, count};
use crate::tidy::snapshots;
use crate::{browsers, build, fuzz, guard, package, project, release, sizes, tidy, tools};
use anyhow::{Result, bail};
use std::time::Instant;

/// What a step came to, if it did not fail altogether.
enum Outcome {
    /// A step that counts as one test.
    Passed,
    /// A step with tests of its own.
    Counted(Tally),
}

/// When a step is run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Always.
    Daily,
    /// In the daily loop only: the full run has a step that does more.
    QuickOnly,
    /// In the full run only.
    Full,
}

/// A step, as it is announced.
struct Step(&'static str, Turn, fn() -> Result<Outcome>);

/// Seconds for each fuzz target in the full run.
const FUZZING: u32 = 45;

/// Tests of the core that take seconds. The others build thousands of reports or files.
const QUICK_TESTS: &str = "cargo test --package jiaohe --all-features --no-fail-fast --lib --test accuracy --test cli \
                           --test corpus --test formats --test phrasings --test prose_mutation --test read --test rules";

const STEPS: [Step; 21] = [
    Step("format", Turn::Daily, || run("cargo fmt --all --check")),
    Step("order of the house", Turn::Daily, || passed(tidy::tidy())),
    Step("lints", Turn::Daily, || {
        run("cargo clippy --quiet --workspace --all-targets --all-features -- -D warnings")
    }),
    Step("quick tests of the core", Turn::QuickOnly, || tests(QUICK_TESTS)),
    Step("lints of the page, for WebAssembly", Turn::Full, || {
        tools::wasm_target()?;
        run("cargo clippy --quiet --package jiaohe-www --target wasm32-unknown-unknown -- -D warnings")
    }),
    Step("lints of the engine, for WebAssembly", Turn::Full, || {
        tools::wasm_target()?;
        run(
            "cargo clippy --quiet --package jiaohe --features js --target wasm32-unknown-unknown -- -D warnings",
        )
    }),
    Step("lints of the fuzz targets", Turn::Full, || passed(fuzz::lints())),
    Step("Rust tests", Turn::Full, || {
        snapshots::note_references(|references| {
            let line = "cargo test --workspace --all-features --no-fail-fast";
            Ok(Outcome::Counted(count(line, &[references])?))
        })
    }),
    Step("snapshots without a test", Turn::Full, || passed(snapshots::unreferenced())),
    Step("documentation", Turn::Full, || {
        let mut doc = project::command("cargo")?;
        doc.args(["doc", "--quiet", "--no-deps", "--document-private-items", "--all-features"]);
        doc.args(["--package", "jiaohe", "--package", "xtask"]).env("RUSTDOCFLAGS", "-D warnings");
        passed(project::check(&mut doc))
    }),
    Step("licences, bans and sources of dependencies", Turn::Full, || {
        tools::for_deny()?;
        run("cargo deny --log-level error --all-features check licenses bans sources")
    }),
    Step("build of the page", Turn::Full, || passed(build::site())),
    Step("guard: features of Chromium 86", Turn::Full, || passed(guard::floor_of_features())),
    Step("guard: memory cap", Turn::Full, || passed(guard::memory_cap())),
    Step("guard: imports", Turn::Full, || passed(guard::imports())),
    Step("guard: hand-written scripts", Turn::Full, || passed(guard::scripts())),
    Step("guard: shipped files", Turn::Full, || passed(guard::shipped())),
    Step("guard: sums of the shipped files", Turn::Full, || passed(release::verify(&build::dist()))),
    Step("sizes", Turn::Full, || passed(sizes::sizes(false, None))),
    Step("npm package", Turn::Full, || {
        package::package()?;
        tools::for_browser_tests()?;
        browsers::current()?;
        node("tests/npm", &[])
    }),
    Step("end to end, current Chromium and Chromium 86", Turn::Full, end_to_end),
];

/// The step before which fuzzing has to be over: from there on, tests look at the clock.
const FUZZED_BEFORE: &str = "npm package";

/// Runs the daily steps (`quick`), those whose title contains a text, or all of the full run with fuzzing beside the first
/// ones. A step that fails does not keep the others from running.
fn run_steps(only: Option<&str>) -> Result<Tally> {
    let mut report = Report::default();
    let quick = only == Some("quick");
    let mut fuzzing = if only.is_none() { Some(fuzz::Beside::start(FUZZING)?) } else { None };
    let wanted = |Step(title, turn, _): &&Step| match only {
        _ if quick => *turn != Turn::Full,
        Some(text) => title.contains(text),
        None => *turn != Turn::QuickOnly,
    };
    for Step(title, _, step) in STEPS.iter().filter(wanted) {
        if *title == FUZZED_BEFORE
            && let Some(fuzzing) = fuzzing.take()
        {
            report.step(fuzz::SMOKE, || passed(fuzzing.end()));
        }
        report.step(title, *step);
    }
    if only.is_some_and(|text| !quick && fuzz::SMOKE.contains(text)) {
        report.step(fuzz::SMOKE, || passed(fuzz::fuzz("all", FUZZING)));
    }
    println!();
    for note in report.notes {
        println!("{note}");
    }
    Ok(report.total)
}

/// What the steps have come to so far.
#[derive(Default)]
struct Report {
    total: Tally,
    notes: Vec<String>,
}

impl Report {
    /// Runs a step between its two headings and takes in what it came to.
    fn step(&mut self, title: &str, step: impl FnOnce() -> Result<Outcome>) {
        println!("\n━━ {title}");
        let start = Instant::now();
        let outcome = step();
        let seconds = start.elapsed().as_secs();
        let verdict = match outcome {
            Ok(Outcome::Passed) => {
                self.total.passed += 1;
                "passed".to_owned()
            }
            Ok(Outcome::Counted(tally)) => {
                self.total.passed += tally.passed;
                self.total.failed += tally.failed;
                if tally.failed > 0 {
                    self.notes.push(format!("FAILED   {title}: {} of its tests", tally.failed));
                }
                format!("{} passed, {} failed", tally.passed, tally.failed)
            }
            Err(error) => {
                self.total.failed += 1;
                self.notes.push(format!("FAILED   {title}: {error:#}"));
                format!("FAILED: {error:#}")
            }
        };
        println!("━━ {title}: {verdict} ({seconds} s)");
    }
}

/// [`run_steps`], with the sum as the last line and in the exit status.
pub(crate) fn suite(only: Option<&str>) -> Result<()> {
    let Tally { passed, failed } = run_steps(only)?;
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

fn tests(line: &str) -> Result<Outcome> {
    count(line, &[]).map(Outcome::Counted)
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
