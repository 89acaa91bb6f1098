//! What every test from outside needs: a source in, the contract's report out.
#![allow(dead_code, reason = "each test binary uses its part")]

use jiaohe::read::Input;
use jiaohe::{Options, wire};
use jiaohe_testkit::layout::Source;

/// Checks a source; panics if it cannot be read at all.
pub(crate) fn check(source: &Source) -> wire::Report {
    let file = only(jiaohe::check("报告", input(source), &Options::default()));
    let error = file.error.map(|error| error.message);
    file.report.unwrap_or_else(|| panic!("not read: {error:?}"))
}

/// The one report of a source.
pub(crate) fn only<T>(mut reports: Vec<T>) -> T {
    assert_eq!(reports.len(), 1, "one report");
    reports.swap_remove(0)
}

fn input(source: &Source) -> Input<'_> {
    match source {
        Source::Text(text) => Input::Text(text),
        Source::Bytes(bytes) => Input::Bytes(bytes),
    }
}

/// The findings above hint.
pub(crate) fn above_hint(report: &wire::Report) -> Vec<&wire::Finding> {
    report.findings.iter().filter(|finding| finding.severity != wire::Severity::Hint).collect()
}

/// A finding in one line.
pub(crate) fn line(finding: &wire::Finding) -> String {
    let place =
        finding.places.first().map_or_else(String::new, |place| format!(" @{}:{}", place.line, place.column));
    format!("{} {} | {} | {}{place}", finding.severity, finding.rule, finding.message, finding.because)
}
