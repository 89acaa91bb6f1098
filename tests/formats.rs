//! One report in every format a clerk may have: the same cells and the same findings from each of them.
//!
//! `tests/files/one/make.sh` makes the files, with programs that are not the project's.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod common;

use jiaohe::read::Input;
use jiaohe::wire::{CellStateKind, Report};
use jiaohe::{Options, check};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The report of a file.
fn report(path: &Path) -> Report {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let file = common::only(check(&name, Input::Bytes(&bytes), &Options::default()));
    file.report.unwrap_or_else(|| panic!("{name}: {:?}", file.error))
}

/// Every cell with its state and value.
fn cells(report: &Report) -> BTreeMap<String, (CellStateKind, Option<String>)> {
    let cell = |(id, cell): &(String, jiaohe::wire::Cell)| (id.clone(), (cell.state, cell.value.clone()));
    report.cells.iter().map(cell).collect()
}

/// Every finding by what it says, without its place.
fn findings(report: &Report) -> BTreeSet<String> {
    let said = |finding: &jiaohe::wire::Finding| {
        format!("{} {}: {} {}", finding.severity, finding.rule, finding.message, finding.because)
    };
    report.findings.iter().map(said).collect()
}

#[test]
fn every_format_gives_the_same_cells_and_findings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/one");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind != "sh" && kind != "py"));
    paths.sort();
    assert!(paths.len() >= 16, "files are missing");
    // All are held against one, so every pair of them agrees.
    let want = report(&folder.join("report.docx"));
    let (cells_wanted, findings_wanted) = (cells(&want), findings(&want));
    assert_eq!(cells_wanted.len(), 200);
    assert_eq!(want.summary.error, 2, "the planted faults");
    let mut differing = Vec::new();
    for path in &paths {
        let got = report(path);
        let name = path.file_name().unwrap().to_string_lossy();
        for (id, cell) in &cells(&got) {
            if cells_wanted.get(id) != Some(cell) {
                differing.push(format!("{name}: {id} is {cell:?}, not {:?}", cells_wanted.get(id)));
            }
        }
        for said in findings(&got).symmetric_difference(&findings_wanted) {
            differing.push(format!("{name}: {said}"));
        }
    }
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn reports_as_one_xml_file_and_as_csv_are_read_like_their_docx() {
    use jiaohe_testkit::{Scenario, Style, docx, sheet};
    let read = |name: &str, bytes: &[u8]| {
        let file = common::only(check(name, Input::Bytes(bytes), &Options::default()));
        file.report.unwrap_or_else(|| panic!("{name}: {:?}", file.error))
    };
    let (mut all, mut unread) = (0, 0);
    for seed in 1..9 {
        let scenario = Scenario::correct(seed);
        let style = Style::default();
        let want = cells(&read("a.docx", &docx::write(&scenario, style)));
        for (name, text) in [
            ("flat.doc", docx::flat(&scenario, style)),
            ("2003.doc", docx::word_2003(&scenario, style)),
            ("2003.xls", sheet::excel_2003(&scenario, style)),
            ("a.csv", sheet::csv(&scenario, style)),
        ] {
            let got = read(name, text.as_bytes());
            assert_eq!(got.summary.error, 0, "{name} {seed}: {:?}", findings(&got));
            let got = cells(&got);
            if name != "a.csv" {
                assert_eq!(got, want, "{name} {seed}");
                continue;
            }
            // CSV does not say which cells are merged; what then can be read in two ways is given up.
            for (id, cell) in &want {
                all += 1;
                match got.get(id) {
                    Some(found) if found == cell => {}
                    Some((state, _))
                        if state.to_string() == "unreadable" || state.to_string() == "missing" =>
                    {
                        unread += 1;
                    }
                    found => panic!("{name} {seed}: {id} is {found:?}, not {cell:?}"),
                }
            }
        }
    }
    assert!(unread * 20 <= all, "{unread} of {all} cells of CSV are not read");
}
