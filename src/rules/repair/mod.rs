//! From groups of broken equations to causes: each with the changes that would repair it, the likeliest first.

mod part;
mod rank;
mod search;
mod totals;

use super::{Arithmetic, Equation, Identity};
use crate::report::form::CellId;
use crate::report::{CellState, Report};
use crate::sorted::sort_by_key;
use crate::text::Decimal;
pub(super) use rank::agrees_after;
use rank::{Judge, Rank};
use search::Grid;

/// How many repairs of a cause are shown.
const SHOWN: usize = 5;
/// So many changes at most are spelled out.
const SPELLED: usize = 4;
/// How many changes are tried for a report, shared by its causes: a millisecond or two at the very most.
const TRIED: usize = 5_000;

/// Cell, value now, value that would fit.
pub type Change = (CellId, Decimal, Decimal);

type Entry = (Identity, Equation);

/// Broken equations that one slip would explain, or a few together that cannot be told apart.
#[derive(Debug, Clone)]
pub struct Cause {
    /// The broken equations, in the order of the form; where totals were left out, those first that they are the totals of.
    pub equations: Vec<(Identity, Equation)>,
    /// The smallest sets of changes after which all of them hold and no other equation breaks, the likeliest first;
    /// a few at most. Empty where no few changes would do.
    pub repairs: Vec<Repair>,
    /// How far the first repair stands out among all.
    pub lead: Lead,
    /// What kind of slip it is.
    pub kind: Kind,
    /// How many repairs of the same size there are beside; `None` where not all were looked for.
    pub others: Option<usize>,
    /// How many broken equations the first repair mends, those included that other causes break too.
    pub mended: usize,
}

/// How far the first repair of a cause stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// It is the only one of its size.
    Sole,
    /// Others would do, but the prose, or what the figures look like, speaks for this one.
    Likely,
    /// Which of them it is cannot be told.
    Open,
}

/// What kind of slip a cause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Some wrong cells.
    Cells,
    /// A whole column, or the row, of totals left at 0.
    Totals,
}

/// A set of changes that would make everything agree. Never applied by the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Cell, value now, value that would fit; in the order of the form.
    pub changes: Vec<Change>,
    /// Why, in a sentence.
    pub reason: String,
}

impl Cause {
    /// The changes of the first repair.
    fn first(&self) -> Option<&Vec<Change>> {
        self.repairs.first().map(|repair| &repair.changes)
    }

    /// The first repair, if it stands out.
    pub(super) fn told(&self) -> Option<&Repair> {
        self.repairs.first().filter(|_| self.lead != Lead::Open)
    }
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
    let judge = Judge { report };
    let mut causes: Vec<Cause> = if let Some(totals) = totals::left_out(report, arithmetic) {
        // Nothing can be proposed for the rest while totals are missing.
        let is_told = |entry: &Entry| totals.equations.iter().any(|told| told.0 == entry.0);
        let rest = groups.into_iter().filter_map(|group| {
            let rest: Vec<Entry> = group.into_iter().filter(|entry| !is_told(entry)).cloned().collect();
            (!rest.is_empty()).then(|| Cause::open(rest))
        });
        let rest: Vec<Cause> = rest.collect();
        std::iter::once(totals).chain(rest).collect()
    } else {
        let budget = TRIED / groups.len();
        let mut finder = Finder { grid: Grid::of(arithmetic), judge: &judge, budget };
        let found: Vec<Cause> = groups
            .into_iter()
            .map(|group| finder.cause(group.into_iter().cloned().collect(), &[], &[]))
            .collect();
        let joined = part::join(found, &mut finder);
        joined.into_iter().flat_map(|cause| part::divide(cause, arithmetic, &mut finder)).collect()
    };
    let after = after(causes.len());
    for repair in causes.iter_mut().flat_map(|cause| &mut cause.repairs) {
        repair.reason = reason(&judge, repair, after);
    }
    causes
}

/// What is so once a repair of one of so many causes is made.
pub(super) fn after(causes: usize) -> &'static str {
    if causes == 1 { "改后全表相符" } else { "改后这一处相符" }
}

impl Cause {
    /// A cause for which nothing is proposed.
    fn open(equations: Vec<Entry>) -> Self {
        Self { equations, repairs: Vec::new(), lead: Lead::Open, kind: Kind::Cells, others: None, mended: 0 }
    }
}

/// What finds the repairs of a cause.
struct Finder<'j, 'd> {
    grid: Grid,
    judge: &'j Judge<'j, 'd>,
    /// How many changes are tried for a cause.
    budget: usize,
}

impl Finder<'_, '_> {
    /// The cause of broken equations. `shared` are broken too, in part by other slips; `made` are the changes that undo those.
    fn cause(&mut self, mut own: Vec<Entry>, shared: &[&Entry], made: &[Change]) -> Cause {
        sort_by_key(&mut own, |(identity, _)| *identity);
        let mut sets = self.grid.after(made, |grid| {
            let all: Vec<&Entry> = own.iter().chain(shared.iter().copied()).collect();
            grid.smallest(&all, self.budget)
        });
        sets.found.retain(|set| !set.iter().any(|change| made.iter().any(|other| other.0 == change.0)));
        let found = sets.found.len();
        let swaps = sets.found.iter().filter(|set| rank::is_swap(set)).count();
        let mut ranked: Vec<(Rank, Repair)> = Vec::new();
        for changes in sets.found {
            let repair = Repair { changes, reason: String::new() };
            let rank = self.judge.rank(&repair);
            // Between equals the order of the form decides.
            let key = |rank: &Rank, repair: &Repair| {
                (*rank, repair.changes.iter().map(|c| c.0).collect::<Vec<_>>())
            };
            let own = key(&rank, &repair);
            let place = ranked.iter().take_while(|(rank, other)| key(rank, other) < own).count();
            ranked.insert(place, (rank, repair));
            ranked.truncate(SHOWN);
        }
        let lead = if sets.complete { rank::lead(&ranked, swaps) } else { Lead::Open };
        let repairs: Vec<Repair> = ranked.into_iter().map(|(_, repair)| repair).collect();
        let others = sets.complete.then(|| found.saturating_sub(1));
        Cause { mended: own.len() + shared.len(), equations: own, repairs, lead, kind: Kind::Cells, others }
    }
}

/// The proposal in a sentence: 若「予以公开」自然人应为 64（现为 68），改后全表相符.
fn reason(judge: &Judge<'_, '_>, repair: &Repair, after: &str) -> String {
    if repair.changes.len() > SPELLED {
        return format!("若 {} 格总计都填为各自部分之和，{after}", repair.changes.len());
    }
    let mut words: Vec<String> = repair
        .changes
        .iter()
        .map(|(cell, from, to)| {
            let now = match judge.report.tables.cell(*cell) {
                Some(reading) if reading.state == CellState::Blank => "空白".to_owned(),
                Some(reading) if reading.state == CellState::Mark => format!("“{}”", reading.text.trim()),
                _ => from.to_string(),
            };
            format!("{}应为 {to}（现为{}{now}）", cell.name(), if now == "空白" { "" } else { " " })
        })
        .collect();
    if let [_, .., last] = words.as_mut_slice() {
        last.insert(0, '且');
    }
    let prose = match judge.rank(repair).support() {
        0 => "",
        1.. => "，正文也相符",
        _ => "，但与正文不符",
    };
    format!("若{}，{after}{prose}{}", words.join("，"), rank::slip_in_words(repair))
}
