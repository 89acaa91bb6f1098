//! What every test from outside needs: a source in, the contract's report out.
#![allow(dead_code, reason = "each test binary uses its part")]

use jiaohe::read::Input;
use jiaohe::{Options, wire};
use jiaohe_testkit::layout::Source;

/// Checks a source; panics if it cannot be read at all.
pub(crate) fn check(source: &Source) -> wire::Report {
    let file = match source {
        Source::Text(text) => jiaohe::check("报告.txt", Input::Text(text), &Options::default()),
        Source::Bytes(bytes) => jiaohe::check("报告", Input::Bytes(bytes), &Options::default()),
    };
    let error = file.error.map(|error| error.message);
    file.report.unwrap_or_else(|| panic!("not read: {error:?}"))
}

/// The findings above hint.
pub(crate) fn above_hint(report: &wire::Report) -> Vec<&wire::Finding> {
    report.findings.iter().filter(|finding| finding.severity != "hint").collect()
}

/// A finding in one line.
pub(crate) fn line(finding: &wire::Finding) -> String {
    let place =
        finding.places.first().map_or_else(String::new, |place| format!(" @{}:{}", place.line, place.column));
    format!("{} {} | {} | {}{place}", finding.severity, finding.rule, finding.message, finding.because)
}
