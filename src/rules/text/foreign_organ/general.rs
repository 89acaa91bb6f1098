//! An account of nobody in particular: 各级政府部门及时公开信息, 一些地区还开通了在线申请.

use crate::document::Span;
use crate::report::Report;
use crate::report::form::SectionKind;
use crate::text::{Letters, has_any};

/// Words for bodies and places that no report is about.
const NOBODY: [&str; 10] = [
    "一些地区",
    "部分地区",
    "多数地区",
    "许多地区",
    "一些地方",
    "部分地方",
    "许多地方",
    "各级政府部门",
    "多数部门",
    "许多部门",
];

/// Where the first section speaks of nobody in particular, in at least two ways; nothing if it also names the reporting body
/// or gives any number.
pub(super) fn places(report: &Report<'_>, letters: &Letters) -> Vec<(Span, &'static str)> {
    let said: Vec<&'static str> = NOBODY.into_iter().filter(|word| letters.may_have(word)).collect();
    if said.is_empty() {
        return Vec::new();
    }
    let lines = report.lines_of(SectionKind::Overview);
    let text = |line| report.document.line(line);
    let mut found: Vec<(Span, &'static str)> = Vec::new();
    for &line in lines.iter().filter(|&&line| has_any(text(line), &said)) {
        for &word in &said {
            let at =
                text(line).match_indices(word).map(|(at, _)| (Span::new(line, at, at + word.len()), word));
            found.extend(at);
        }
    }
    let several = found.iter().any(|(_, word)| found.first().is_some_and(|(_, first)| first != word));
    let stem = report.organ.name().trim_end_matches("人民政府").trim_end_matches("办公室");
    let own = |line: &str| {
        line.contains(['我', '本'])
            || line.chars().any(char::is_numeric)
            || (!stem.is_empty() && line.contains(stem))
    };
    if several && !lines.iter().any(|&line| own(text(line))) { found } else { Vec::new() }
}
