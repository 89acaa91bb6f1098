//! What the page's check of itself expects of the sample report is what the core finds in it.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use jiaohe::read::Input;
use jiaohe::{Options, open};
use std::path::Path;

#[test]
fn the_sample_comes_to_what_the_page_expects() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/samples");
    let sample = std::fs::read_to_string(folder.join("sample.txt")).unwrap();
    let options = Options::default();
    let opened = open("", Input::Text(&sample), &options);
    let checked = opened.first().unwrap().review(&options, true).checked.unwrap();
    let findings = checked.report.findings.iter();
    let mut lines: Vec<String> =
        findings.map(|finding| format!("{} {}\n", finding.severity.word(), finding.rule)).collect();
    lines.sort_unstable();
    assert!(lines.len() > 3, "the sample has planted faults");
    let (lines, path) = (lines.concat(), folder.join("expected.txt"));
    if std::env::var_os("JIAOHE_DOCS").is_some() {
        std::fs::write(path, lines).unwrap();
    } else {
        let expected = std::fs::read_to_string(path).unwrap();
        assert_eq!(lines, expected, "if the change is meant: JIAOHE_DOCS=1 cargo test --test self_check");
    }
}
