//! Faults of many kinds, planted one by one in correct reports: the title of the first finding alone says where to go and
//! what to change. All titles stand in `tests/titles/told.md`, to be read one by one.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use jiaohe::read::Input;
use jiaohe::wire::{Finding, Related};
use jiaohe::{Options, open};
use jiaohe_testkit::edit::Case;
use jiaohe_testkit::layout::Source;
use std::fmt::Write as _;
use std::path::Path;

/// A fault, and what its title has to name.
struct Planted<'a> {
    kind: &'a str,
    /// Ways to say it, each all of its words.
    names: Vec<Vec<&'a str>>,
    edits: String,
}

fn planted(list: &str) -> Vec<Planted<'_>> {
    let read = |part| {
        let (kind, rest): (&str, &str) = str::split_once(part, '\n').unwrap();
        let (names, edits) = rest.trim_start_matches("names ").split_once('\n').unwrap();
        let ways = names.split(" / ").map(|way| way.split(" + ").map(str::trim).collect());
        Planted { kind, names: ways.collect(), edits: format!("base = county\n{}", edits.trim()) }
    };
    list.split("\n## ").skip(1).map(read).collect()
}

fn input(source: &Source) -> Input<'_> {
    match source {
        Source::Text(text) => Input::Text(text),
        Source::Bytes(bytes) => Input::Bytes(bytes),
    }
}

/// What is found in the report with the fault, the most serious first.
fn findings(edits: &str) -> Vec<Finding> {
    let case = Case::parse(edits).unwrap();
    let options = Options::default();
    let extract =
        |source: &Source| open("上年报告", input(source), &options).first().unwrap().extract().unwrap();
    let related = Related { previous: case.previous().unwrap().as_ref().map(extract), ..Related::default() };
    let options = Options { related: Some(&related), ..Options::default() };
    let opened = open("报告", input(&case.source()), &options);
    opened.first().unwrap().review(&options, true).checked.unwrap().report.findings
}

#[test]
fn the_title_alone_tells_what_to_change() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/titles");
    let list = std::fs::read_to_string(folder.join("planted.md")).unwrap();
    let planted = planted(&list);
    assert!(planted.len() >= 60, "only {} kinds", planted.len());
    let mut told = String::from(
        "# What is told of each planted fault\n\nWritten by `cargo test --test titles` with `JIAOHE_DOCS=1`; read every line that changes.\n\n| fault | title |\n|---|---|\n",
    );
    let mut mute = Vec::new();
    for Planted { kind, names, edits } in &planted {
        let findings = findings(edits);
        let titles: Vec<String> = findings
            .iter()
            .map(|finding| format!("{}：{}", finding.severity.word(), finding.detail.title))
            .collect();
        writeln!(told, "| {kind} | {} |", titles.join("<br>")).unwrap();
        let title = findings.first().map_or("", |finding| finding.detail.title.as_str());
        if !names.iter().any(|way| way.iter().all(|word| title.contains(word))) {
            mute.push(format!("{kind}: “{title}” names none of {names:?}"));
        }
    }
    let path = folder.join("told.md");
    if std::env::var_os("JIAOHE_DOCS").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    assert!(mute.is_empty(), "\n{}", mute.join("\n"));
    assert_eq!(
        told,
        std::fs::read_to_string(path).unwrap(),
        "JIAOHE_DOCS=1 cargo test --test titles writes it"
    );
}
