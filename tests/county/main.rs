//! The reviewer's whole job on a made-up county, held against its plan: who failed what, who is missing, the sums and what
//! explains their differences, and the files that are made of them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test may fail loudly"
)]

mod files;
mod order;
mod profile;
mod program;
mod server;
mod sums;
mod years;

use jiaohe::read::Input;
use jiaohe::wire::{Extract, File};
use jiaohe::{Options, open};
use jiaohe_testkit::county::{County, Fault, Kind, Planned};
use std::sync::LazyLock;

use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs the command line.
pub(crate) fn jiaohe(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jiaohe")).args(arguments).output().unwrap()
}

/// What it says on standard output, or on standard error.
pub(crate) fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A test's own empty folder.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A county with what the program reads in it.
pub(crate) struct Read {
    pub(crate) county: County,
    /// What other reports need to know of each file that was read.
    pub(crate) extracts: Vec<Extract>,
    /// The files that were not.
    pub(crate) unreadable: Vec<String>,
    /// Each file's check by itself.
    pub(crate) checked: Vec<(Planned, File)>,
}

pub(crate) static READ: LazyLock<Read> = LazyLock::new(|| {
    let county = County::new();
    let (mut extracts, mut unreadable, mut checked) = (Vec::new(), Vec::new(), Vec::new());
    for file in &county.files {
        let mut opened = open(&file.path, Input::Bytes(&file.bytes), &Options::default());
        assert_eq!(opened.len(), 1, "{}", file.path);
        let (result, extract) = opened.remove(0).check_and_extract(&Options::default());
        match extract {
            Some(extract) => extracts.push(extract),
            None => unreadable.push(file.path.clone()),
        }
        checked.push((file.clone(), result));
    }
    Read { county, extracts, unreadable, checked }
});

/// Every file is read as what it is; above a hint nothing is told but what was planted.
#[test]
fn the_check_finds_what_was_planted_and_nothing_else() {
    for (planned, file) in &READ.checked {
        let path = &planned.path;
        let Some(report) = &file.report else {
            assert_eq!(planned.fault, Some(Fault::Damaged), "{path}");
            continue;
        };
        if planned.kind == Kind::Notice {
            assert!(!report.recognition.is_checked(), "{path}");
            continue;
        }
        assert_eq!(
            (report.organ.as_deref(), report.year),
            (Some(planned.organ.as_str()), Some(planned.year)),
            "{path}"
        );
        let alone = planned.fault.filter(|fault| !matches!(fault, Fault::CarriedIn | Fault::Stock));
        let rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule.as_str()).collect();
        let rule = alone.and_then(Fault::rule);
        assert!(rule.is_none_or(|rule| rules.contains(&rule)), "{path}: {rules:?}");
        if planned.fault.is_none() {
            assert_eq!((report.summary.error, report.summary.warning), (0, 0), "{path}: {rules:?}");
        }
    }
}

#[test]
fn who_is_missing_is_told_for_each_year() {
    let found = jiaohe::compare::roster(&READ.county.roster, &READ.extracts);
    for planned in &READ.county.years {
        let year = found.years.iter().find(|year| year.year == planned.year).unwrap();
        // The report that cannot be read is nobody's.
        let unread = READ.county.files.iter().any(|file| {
            file.year == planned.year && file.fault == Some(Fault::Damaged) && file.organ == "清河县财政局"
        });
        let mut want = planned.missing.clone();
        want.extend(unread.then(|| "清河县财政局".to_owned()));
        let (mut want, mut is) = (want, year.missing.clone());
        want.sort();
        is.sort();
        assert_eq!(is, want, "{}", planned.year);
        let twice =
            |kind: Kind| READ.county.files.iter().any(|file| file.kind == kind && file.year == planned.year);
        assert_eq!(year.repeated.len(), usize::from(twice(Kind::Copy)) + usize::from(twice(Kind::Draft)));
        assert_eq!(year.unlisted.iter().any(|organ| organ == "安平县水利局"), twice(Kind::Foreign));
    }
}
