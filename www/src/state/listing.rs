//! The list: in which order, what of it, and what lies there twice.

use super::{Correction, Kind, Report, State, Status};
use crate::shared::Shared;
use crate::view::counts::Counts;
use crate::view::severity;
use crate::words;
use jiaohe::wire::Severity;
use std::collections::BTreeMap;

/// What the list can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Column {
    /// As it was given.
    #[default]
    Number,
    /// The body.
    Body,
    /// The year reported on.
    Year,
    /// The file.
    File,
    /// How it stands.
    Status,
    /// How many findings of a severity are open.
    Open(Severity),
}

/// In which order the list is shown, and what of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Listing {
    /// What it is ordered by.
    pub(crate) column: Column,
    /// Whether the order is turned round.
    pub(crate) backwards: bool,
    /// Only these.
    pub(crate) kind: Option<Kind>,
    /// Only those on this year.
    pub(crate) year: Option<u16>,
    /// Only those whose body, file or findings have this text.
    pub(crate) search: String,
}

/// Why a report is there once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// It is the same file as the report in this row, counted from 1, which counts in its place.
    File(usize),
    /// It has body and year of the report in this row.
    Body(usize),
}

impl State {
    /// The reports that are there more than once, by their numbers.
    pub(crate) fn repeats(&self) -> BTreeMap<u32, Repeat> {
        let mut repeats = BTreeMap::new();
        let mut files = BTreeMap::new();
        let mut bodies: BTreeMap<(&str, u16), (usize, u32)> = BTreeMap::new();
        for (report, row) in self.reports.iter().zip(1..).filter(|(report, _)| !report.digest.is_empty()) {
            let first = *files.entry((report.digest.as_str(), report.part)).or_insert(row);
            if first != row {
                repeats.insert(report.id, Repeat::File(first));
                continue;
            }
            let Some(key) = report.organ().zip(report.year()) else { continue };
            match bodies.get(&key) {
                None => drop(bodies.insert(key, (row, report.id))),
                Some((other, id)) => {
                    repeats.insert(report.id, Repeat::Body(*other));
                    repeats.entry(*id).or_insert(Repeat::Body(row));
                }
            }
        }
        repeats
    }

    /// The reports of the list as it is ordered and narrowed, each with its row in the whole list, counted from 1.
    pub(crate) fn listed(&self, repeats: &BTreeMap<u32, Repeat>) -> Vec<(usize, Shared<Report>)> {
        let Listing { column, backwards, kind, year, search } = &self.listing;
        let search = search.trim().to_lowercase();
        let admits = |report: &Shared<Report>| {
            kind.is_none_or(|kind| is_of(report, kind, repeats))
                && year.is_none_or(|year| report.year() == Some(year))
                && (search.is_empty() || mentions(report, &search))
        };
        let all = (1..).zip(&self.reports).filter(|(_, report)| admits(report));
        let mut listed: Vec<_> = all.map(|(row, report)| (key(report, *column), row, report)).collect();
        // In the order given it is sorted already.
        if *column != Column::Number {
            listed.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
        }
        if *backwards {
            listed.reverse();
        }
        listed.into_iter().map(|(_, row, report)| (row, report.clone())).collect()
    }

    /// The years reported on, the latest first.
    pub(crate) fn years(&self) -> Vec<u16> {
        let mut years: Vec<u16> = self.reports.iter().filter_map(|report| report.year()).collect();
        years.sort_unstable_by(|one, other| other.cmp(one));
        years.dedup();
        years
    }

    /// How many checks have ended, whatever they came to. What is checked again beside others counts as ended.
    pub(crate) fn ended(&self) -> usize {
        self.reports.iter().filter(|report| report.has_ended()).count()
    }

    /// How many there are and how those stand whose checks have ended, in words; the same file counts once.
    pub(crate) fn summary(&self) -> String {
        let repeats = self.repeats();
        let is_same_file = |id| matches!(repeats.get(&id), Some(Repeat::File(_)));
        let counted = self.reports.iter().filter(|report| report.has_ended() && !is_same_file(report.id));
        let kinds: Vec<Kind> = counted.map(|report| Kind::of(report)).collect();
        words::desk::summary(self.reports.len(), self.ended(), &kinds)
    }

    /// The shown report's place in the list, counted from 1, how many there are, and the reports before and after it.
    pub(crate) fn around(&self) -> Option<(usize, usize, [Option<u32>; 2])> {
        let shown = self.shown().filter(|_| self.reports.len() > 1)?.id;
        let mut listed = self.listed(&self.repeats());
        // A report that the list leaves out is seen among all.
        if !listed.iter().any(|(_, report)| report.id == shown) {
            listed = (1..).zip(self.reports.iter().cloned()).collect();
        }
        let at = listed.iter().position(|(_, report)| report.id == shown)?;
        let id = |at: usize| listed.get(at).map(|(_, report)| report.id);
        Some((at + 1, listed.len(), [at.checked_sub(1).and_then(id), id(at + 1)]))
    }

    /// Notes whose report it is.
    pub(super) fn correct(&mut self, id: u32, correction: Correction) {
        if self.change(id, |report| report.correction = correction) {
            self.ask();
        }
    }

    /// Ends the first checks that wait or are under way. What is checked again goes on: its old verdict may no longer hold.
    pub(super) fn stop(&mut self) {
        let first = |report: &&Shared<Report>| report.is_busy() && report.brief.is_none();
        for id in self.reports.iter().filter(first).map(|report| report.id).collect::<Vec<u32>>() {
            self.cancel(id);
        }
        self.paused = false;
    }
}

fn is_of(report: &Report, kind: Kind, repeats: &BTreeMap<u32, Repeat>) -> bool {
    let open =
        |counts: Counts| counts.open.get(severity::rank(Severity::Hint)).is_some_and(|count| *count > 0);
    match kind {
        Kind::Hinted => Counts::of(report).is_some_and(open),
        Kind::Settled => !report.decisions.is_empty(),
        Kind::Repeated => repeats.contains_key(&report.id),
        _ => Kind::of(report) == kind,
    }
}

fn mentions(report: &Report, search: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(search);
    let titles = || report.brief.iter().flat_map(|brief| &brief.findings).any(|finding| has(&finding.title));
    has(report.body()) || has(&report.name) || titles()
}

/// What a report is ordered by: a number, then a text.
fn key(report: &Report, column: Column) -> (u32, String) {
    let number = |number: u32| (number, String::new());
    match column {
        Column::Number => number(0),
        Column::Body => (0, report.body().to_owned()),
        Column::File => (0, report.name.clone()),
        Column::Year => number(report.year().map_or(0, u32::from)),
        Column::Status => {
            let kind = Kind::of(report);
            let rank = Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
            number(u32::try_from(rank).unwrap_or(u32::MAX))
        }
        Column::Open(severity) => {
            let open =
                Counts::of(report).and_then(|counts| counts.open.get(severity::rank(severity)).copied());
            number(open.unwrap_or(0))
        }
    }
}

impl Report {
    /// Whether its first check has ended, whatever it came to.
    pub(crate) fn has_ended(&self) -> bool {
        self.brief.is_some() || !matches!(self.status, Status::Queued | Status::Reading { .. })
    }
}
