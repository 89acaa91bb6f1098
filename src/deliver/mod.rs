//! Files to take along: a report that was opened, as what the clerk asked for. Here the core and [`crate::export`] meet: who
//! wants the comments in his own file needs that file again, and where its text stands.

mod annotate;
mod edits;
mod root;
mod several;

pub use several::{hand_over, sum};

use crate::export::certificate::{self, Filing};
use crate::export::office::{docx, xlsx};
use crate::export::{as_read, csv, handover, paper, plain, sheet, tables};
use crate::formats::file_of;
use crate::read::Docx;
use crate::vocabulary::Deliverable;
use crate::wire::{CheckedReport, Confirmation, Failure, File, Format, Output};
use crate::{Opened, Options};

/// What is told beside the report.
#[derive(Debug, Clone, Copy, Default)]
pub struct Told<'a> {
    /// When it is made, in the caller's words: the core has no clock.
    pub time: &'a str,
    /// What the clerk confirmed.
    pub confirmations: &'a [Confirmation],
}

/// A file to take along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What it may be called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What has to be known of it, a sentence; empty as a rule.
    pub note: String,
}

/// Why there is none, in words for the clerk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The report could not be read.
    Unreadable(Failure),
    /// It cannot be made of this report.
    NotOffered(String),
}

/// Makes what was asked for of a report that was opened with [`Options::keep_source`].
///
/// # Errors
/// Why it cannot be made: the report was not read, or is signed, or has no tables.
pub fn make(
    what: Deliverable,
    opened: &Opened,
    options: &Options<'_>,
    told: &Told<'_>,
) -> Result<Made, Refusal> {
    let review = opened.review(options, true);
    let mut checked = match (review.checked, review.error) {
        (Some(checked), _) => checked,
        (None, Some(failure)) => return Err(Refusal::Unreadable(failure)),
        (None, None) => return Err(Refusal::NotOffered("没有可导出的内容。".into())),
    };
    let mut note = String::new();
    let bytes = match what {
        Deliverable::Comments => {
            // As in the advice that is copied: what the clerk has settled is no work for who mends the file.
            let settled = |mark: &str| told.confirmations.iter().any(|one| one.fingerprint == mark);
            checked.report.findings.retain(|finding| !settled(&finding.fingerprint));
            let (bytes, remark) = comments(opened.source(), &checked, options)?;
            note = remark;
            bytes
        }
        Deliverable::Certificate | Deliverable::CertificatePage => {
            let rules = crate::rules::cards();
            let filing = Filing {
                name: &opened.name,
                bytes: opened.source(),
                time: told.time,
                confirmations: told.confirmations,
                rules: &rules,
            };
            let engine = Output::new(Vec::new(), Vec::new()).engine;
            let paper = certificate::paper(&checked.report, &engine, &filing);
            match what {
                Deliverable::Certificate => docx::write(&paper),
                _ => paper::page(&paper).into_bytes(),
            }
        }
        Deliverable::Issues | Deliverable::IssuesText => {
            let file = File { name: opened.name.clone(), error: None, report: Some(checked.report) };
            return Ok(issues(what, &Output::new(vec![file], Vec::new()), told.confirmations));
        }
        Deliverable::Tables | Deliverable::TablesPage if tables::read(&checked).is_empty() => {
            return Err(Refusal::NotOffered("没有读出三张表，不能导出表格。".into()));
        }
        Deliverable::Tables => xlsx::write(&tables::pages(&checked)),
        Deliverable::TablesPage => tables::markup(&checked).into_bytes(),
    };
    Ok(Made { name: name(what, &opened.name), bytes, note })
}

/// The findings of several files as one list, in a workbook below an overview.
pub fn issues(what: Deliverable, output: &Output, confirmations: &[Confirmation]) -> Made {
    let parts: Vec<_> = output.files.iter().map(|file| handover::of(file, confirmations)).collect();
    let list = sheet::all_findings(&parts, !confirmations.is_empty());
    let bytes = match (what, parts.len()) {
        (Deliverable::IssuesText, _) => csv::table(&list).into_bytes(),
        (_, 1) => xlsx::write(&[sheet::page(&list)]),
        _ => several::lists(&parts, &list),
    };
    let given = match output.files.as_slice() {
        [one] => one.name.as_str(),
        _ => "",
    };
    Made { name: name(what, given), bytes, note: String::new() }
}

/// The clerk's own docx with comments; of anything else a docx of the report as read.
fn comments(
    bytes: &[u8],
    checked: &CheckedReport,
    options: &Options<'_>,
) -> Result<(Vec<u8>, String), Refusal> {
    if let Some(own) = Docx::open(bytes, options.gb18030) {
        if own.is_signed {
            let why = "文件带有数字签名，加批注会使签名失效，因此不提供批注版；可导出校验报告或问题清单。";
            return Err(Refusal::NotOffered(why.into()));
        }
        if let Some(bytes) = annotate::annotate(&own, checked) {
            return Ok((bytes, String::new()));
        }
    }
    let note = match checked.report.reader {
        Format::Docx => "这份文件的批注位置无法确定，已按读取结果另排一份。",
        _ => "原文件不是 docx，已按读取结果另排一份并加批注。",
    };
    Ok((docx::write(&as_read::paper(checked)), note.into()))
}

/// What a file is called: after the one it was made of, without its folders, and what it is.
fn name(what: Deliverable, given: &str) -> String {
    let file = file_of(given);
    let stem = match file.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.len() <= 8 && end.is_ascii() => stem,
        _ => file,
    };
    // Characters that some system forbids in names; what acts is written out.
    let stem: String = plain(stem)
        .chars()
        .filter(|char| !matches!(char, ':' | '*' | '?' | '"' | '<' | '>' | '|'))
        .take(80)
        .collect();
    let stem = stem.trim_matches(['.', ' ']);
    let dash = if stem.is_empty() { "" } else { "-" };
    format!("{stem}{dash}{}.{}", what.word(), what.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder() {
        let name = |given: &str| name(Deliverable::Certificate, given);
        assert_eq!(name("各单位/柳林镇2023.docx"), "柳林镇2023-校验报告.docx");
        assert_eq!(name("..\\..\\a:b?.txt"), "ab-校验报告.docx");
        assert_eq!(name("年报（第 2 份）"), "年报（第 2 份）-校验报告.docx");
        assert_eq!(name(".."), "校验报告.docx");
        assert_eq!(name("x\u{202e}y.docx"), "x[U+202E]y-校验报告.docx");
    }
}
