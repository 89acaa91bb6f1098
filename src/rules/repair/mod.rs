//! From groups of broken equations to causes: each with the changes that would repair it, the likeliest first.

mod rank;
mod search;

use super::{Arithmetic, Equation, Identity};
use crate::report::form::CellId;
use crate::report::{CellState, Report};
use crate::text::Decimal;
pub(super) use rank::agrees_after;
use rank::{Judge, Rank};
use search::Grid;

/// How many repairs of a cause are shown.
const SHOWN: usize = 5;
/// How many changes are tried for a report, shared by its causes: a millisecond or two at the very most.
const TRIED: usize = 5_000;

/// A group of broken equations that one slip, or a few together, would explain.
#[derive(Debug, Clone)]
pub struct Cause {
    /// The broken equations, in the order of the form.
    pub equations: Vec<(Identity, Equation)>,
    /// The smallest sets of changes after which all of them hold and no other equation breaks, the likeliest first;
    /// a few at most. Empty where no few changes would do.
    pub repairs: Vec<Repair>,
    /// What is to be said of repairs that are not shown.
    pub unlisted: Option<String>,
}

/// A set of changes that would make everything agree. Never applied by the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Cell, value now, value that would fit.
    pub changes: Vec<(CellId, Decimal, Decimal)>,
    /// Why, in a sentence.
    pub reason: String,
}

impl Repair {
    /// What a cell holds once the changes are made.
    pub fn value_after(&self, report: &Report<'_>, cell: CellId) -> Option<Decimal> {
        let changed = self.changes.iter().find(|(known, ..)| *known == cell);
        changed.map_or_else(|| report.tables.value(cell), |(.., to)| Some(*to))
    }
}

/// The causes of a report's broken equations.
pub(super) fn causes(report: &Report<'_>, arithmetic: &Arithmetic) -> Vec<Cause> {
    let groups = arithmetic.causes();
    if groups.is_empty() {
        return Vec::new();
    }
    let mut grid = Grid::of(arithmetic);
    let judge = Judge { report };
    let budget = TRIED / groups.len();
    groups.into_iter().map(|group| cause(&mut grid, &judge, &group, budget)).collect()
}

fn cause(grid: &mut Grid, judge: &Judge<'_, '_>, group: &[&(Identity, Equation)], budget: usize) -> Cause {
    let sets = grid.smallest(group, budget);
    let more = sets.found.len().saturating_sub(SHOWN);
    let mut ranked = Vec::new();
    for changes in sets.found {
        let repair = Repair { changes, reason: String::new() };
        let rank = judge.rank(&repair);
        // Between equals the order of the form decides.
        let key =
            |rank: &Rank, repair: &Repair| (*rank, repair.changes.iter().map(|c| c.0).collect::<Vec<_>>());
        let own = key(&rank, &repair);
        let place = ranked.iter().take_while(|(rank, other)| key(rank, other) < own).count();
        ranked.insert(place, (rank, repair));
        ranked.truncate(SHOWN);
    }
    let mut repairs: Vec<Repair> = ranked.into_iter().map(|(_, repair)| repair).collect();
    for repair in &mut repairs {
        repair.reason = reason(judge, repair);
    }
    let unlisted = match (more, sets.complete) {
        _ if repairs.is_empty() => None,
        (0, true) => None,
        (0, false) => Some("可能还有同样只改这么几处的改法".to_owned()),
        (more, true) => Some(format!("另有 {more} 种改法所改处数相同，未列出")),
        (more, false) => Some(format!("另有至少 {more} 种改法所改处数相同，未列出")),
    };
    Cause { equations: group.iter().map(|&entry| entry.clone()).collect(), repairs, unlisted }
}

/// The proposal in a sentence: 若「（一）予以公开」自然人应为 64（现为 68），各等式都相符.
fn reason(judge: &Judge<'_, '_>, repair: &Repair) -> String {
    let mut words: Vec<String> = repair
        .changes
        .iter()
        .map(|(cell, from, to)| {
            let now = match judge.report.tables.cell(*cell) {
                Some(reading) if reading.state == CellState::Blank => "空白".to_owned(),
                Some(reading) if reading.state == CellState::Mark => format!("“{}”", reading.text.trim()),
                _ => from.to_string(),
            };
            format!("{}应为 {to}（现为{}{now}）", cell.label(), if now == "空白" { "" } else { " " })
        })
        .collect();
    if let [_, .., last] = words.as_mut_slice() {
        last.insert(0, '且');
    }
    let prose = match judge.rank(repair).support.0 {
        0 => "",
        1.. => "，正文也对得上",
        _ => "，但正文对不上",
    };
    format!("若{}，各等式都相符{prose}{}", words.join("，"), rank::slip_in_words(repair))
}
