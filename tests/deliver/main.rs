//! Files that leave the program, from outside: what stands in them, read again by the program's own readers, by another
//! library, and by office programs where there are any.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

mod comments;
mod corrections;
mod others;
mod package;
mod papers;

use jiaohe::deliver::{Made, Refusal, Told, make};
use jiaohe::read::Input;
use jiaohe::vocabulary::Deliverable;
use jiaohe::{Opened, Options, wire};
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario, Style};

/// What is opened for a file to be made of it.
pub(crate) fn opened(name: &str, source: &Source) -> Opened {
    let input = match source {
        Source::Text(text) => Input::Text(text),
        Source::Bytes(bytes) => Input::Bytes(bytes),
    };
    let options = Options { keep_source: true, ..Options::default() };
    let mut reports = jiaohe::open(name, input, &options);
    assert_eq!(reports.len(), 1, "one report");
    reports.swap_remove(0)
}

/// A file made of a source.
pub(crate) fn made(what: Deliverable, name: &str, source: &Source) -> Result<Made, Refusal> {
    let told = Told { time: "2024-01-20 15:00", confirmations: &[] };
    make(what, &opened(name, source), &Options::default(), &told)
}

/// The contract's report on a source.
pub(crate) fn report(source: &Source) -> wire::Report {
    opened("报告", source).check(&Options::default()).report.unwrap()
}

/// A report with a slip in table three and one between prose and table.
pub(crate) fn wrong() -> Scenario {
    Scenario::base(Body::County).plus_one("t3.open.person").plus_one("t2.documents.in_force")
}

pub(crate) fn written(scenario: &Scenario, layout: Layout) -> Source {
    layout.write(scenario, Style::default())
}
