//! The command line's promises: exit status, formats, standard input. Runs with `--features cli`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod contract;

use jiaohe_testkit::correct::Body;
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario, Style};
use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn jiaohe(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jiaohe"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments does not wait for input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(scenario: &Scenario) -> String {
    let Source::Text(text) = Layout::TabCells.write(scenario, Style::default()) else { unreachable!() };
    text
}

/// A test's own folder with a correct report, a wrong one, and a file that is no report.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let right = Scenario::base(Body::County);
    fs::write(folder.join("right.txt"), text(&right)).unwrap();
    fs::write(folder.join("wrong.txt"), text(&right.plus_one("t3.open.person"))).unwrap();
    fs::write(folder.join("empty.txt"), "").unwrap();
    folder
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|why| panic!("{why}: {output:?}"))
}

#[test]
fn the_exit_status_tells_the_outcome() {
    let folder = folder("cli-status");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let status = |arguments: &[&str]| jiaohe(arguments, "").status.code();
    assert_eq!(status(&["check", &path("right.txt")]), Some(0));
    assert_eq!(status(&["check", &path("wrong.txt")]), Some(1));
    assert_eq!(status(&["check", &path("empty.txt")]), Some(2));
    assert_eq!(status(&["check", &path("not-there.txt")]), Some(2));
    assert_eq!(status(&["check", "--format", "no-such-format", &path("right.txt")]), Some(64));
    assert_eq!(status(&["no-such-command"]), Some(64));
    assert_eq!(status(&["check", "--no-such-option"]), Some(64));
    assert_eq!(status(&["rules"]), Some(0));
}

#[test]
fn standard_input_is_text() {
    let right = jiaohe(&["check", "--format", "json", "-"], &text(&Scenario::base(Body::Town)));
    assert_eq!(right.status.code(), Some(0));
    assert_eq!(json(&right)["files"][0]["organ"], "柳林镇人民政府");
    let wrong = Scenario::base(Body::Town).plus_one("t3.total.total");
    assert_eq!(jiaohe(&["check", "-"], &text(&wrong)).status.code(), Some(1));
}

#[test]
fn json_keeps_the_contract() {
    let folder = folder("cli-contract");
    let output = json(&jiaohe(&["check", "--format", "json", &folder.to_string_lossy()], ""));
    assert_eq!(output["schema"], 1);
    assert_eq!(output["engine"]["name"], "jiaohe");
    assert!(output["engine"]["version"].is_string() && output["comparisons"].is_array());
    let files = output["files"].as_array().unwrap();
    assert_eq!(files.len(), 3);
    for file in files {
        let violations = contract::violations(file);
        assert!(violations.is_empty(), "{violations:#?}");
    }
    let errors = files.iter().filter(|file| file["error"].is_object()).count();
    assert_eq!(errors, 1, "the empty file is the one that cannot be read");
}

#[test]
fn every_format_says_something() {
    let folder = folder("cli-formats");
    let path = folder.join("wrong.txt").to_string_lossy().into_owned();
    for format in ["text", "json", "csv", "html", "sarif"] {
        let output = jiaohe(&["check", "--format", format, &path], "");
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("予以公开"), "{format}: {said}");
        assert_eq!(output.status.code(), Some(1), "{format}");
    }
    for format in ["text", "json", "markdown"] {
        let said = String::from_utf8(jiaohe(&["rules", "--format", format], "").stdout).unwrap();
        assert!(jiaohe::rules::all().iter().all(|rule| said.contains(rule.id)), "{format} leaves out a rule");
    }
    let sarif = json(&jiaohe(&["check", "--format", "sarif", &path], ""));
    assert_eq!(sarif["version"], "2.1.0");
}
