//! Several reports side by side: two years of one body, units and their sum.
//!
//! A report is checked alone or against what is known of others ([`Known`]); the rules in `rules/years` and `rules/sum`
//! judge. Which report belongs to which is told from title and year (`relate`).

mod drawn;
mod extract;
mod names;
mod relate;
mod roster;
pub(crate) mod sum;
mod total;
pub(crate) mod years;

pub(crate) use drawn::drawn;
pub(crate) use extract::{extract, mark, sentences};
pub use relate::{links, related, relations};
pub use roster::roster;
pub use total::totals;

use crate::report::form::{CellId, Edition, TableKind};
use crate::sorted;
use crate::text::Decimal;
use crate::wire;
use std::collections::BTreeMap;

/// What is known of another report.
#[derive(Debug, Clone)]
pub struct Known {
    /// The body, else the file's name.
    pub name: String,
    /// The year reported on.
    pub year: Option<u16>,
    /// The cells whose number is certain.
    pub values: BTreeMap<CellId, Decimal>,
    /// The sentences of its prose.
    pub sentences: Vec<String>,
    /// How many of them stand in each section.
    pub parts: Vec<u32>,
}

impl Known {
    /// The number in a cell, if it is certain.
    pub fn value(&self, cell: CellId) -> Option<Decimal> {
        self.values.get(&cell).copied()
    }
}

/// The other reports a report is checked against.
#[derive(Debug, Clone, Default)]
pub struct Others {
    /// The same body's report on the year before.
    pub previous: Option<Known>,
    /// The units whose sum the report is.
    pub units: Vec<Known>,
}

impl Others {
    /// Takes in what the caller handed over; an unknown cell or a value that is no number is passed over.
    pub fn of(related: &wire::Related) -> Self {
        if related.previous.is_none() && related.units.is_empty() {
            return Self::default();
        }
        let ids = ids();
        let known = |extract: &wire::Extract| Known {
            name: name(extract).to_owned(),
            year: extract.year,
            values: values(extract, &ids),
            sentences: extract.sentences.clone(),
            parts: extract.parts.clone(),
        };
        Self {
            previous: related.previous.as_ref().map(known),
            units: related.units.iter().map(known).collect(),
        }
    }
}

/// The numbers of an extract by their cells.
fn values(extract: &wire::Extract, ids: &BTreeMap<String, CellId>) -> BTreeMap<CellId, Decimal> {
    let value = |(id, value): &(String, String)| Some((*ids.get(id.as_str())?, Decimal::parse(value)?));
    sorted::map(extract.values.iter().filter_map(value))
}

/// Every cell by its id.
fn ids() -> BTreeMap<String, CellId> {
    let cells = |edition| TableKind::ALL.into_iter().flat_map(move |kind| CellId::of_table(kind, edition));
    let cells = [Edition::F2021, Edition::F2019].into_iter().flat_map(cells);
    sorted::map(cells.map(|cell| (cell.to_string(), cell)))
}

/// The body of a report, else its file.
fn name(extract: &wire::Extract) -> &str {
    extract.organ.as_deref().filter(|organ| !organ.is_empty()).unwrap_or(&extract.name)
}

/// Every comparison that a list of reports allows, in their order. `related` has for each what it is compared with.
pub fn comparisons(extracts: &[wire::Extract], related: &[wire::Related]) -> Vec<wire::Comparison> {
    let mut found = Vec::new();
    for (extract, related) in extracts.iter().zip(related) {
        if related.previous.is_none() && related.units.is_empty() {
            continue;
        }
        let current = Others::of(&wire::Related { previous: Some(extract.clone()), units: Vec::new() });
        let (Some(current), others) = (current.previous, Others::of(related)) else { continue };
        if let (Some(previous), Some(file)) = (&others.previous, &related.previous) {
            found.push(wire::Comparison::Years(years::side_by_side(
                (previous, &file.name),
                (&current, &extract.name),
            )));
        }
        if !others.units.is_empty() {
            let files = related.units.iter().map(|unit| unit.name.clone()).collect();
            let value = |cell| current.value(cell);
            let rows = sum::rows(&value, &others.units)
                .iter()
                .filter(|row| row.says())
                .map(sum::Row::wire)
                .collect();
            found.push(wire::Comparison::Sum(wire::Sum {
                parent: extract.name.clone(),
                organ: current.name.clone(),
                year: current.year,
                units: files,
                rows,
            }));
        }
    }
    found
}
