//! Which of several equally small repairs is the likeliest: what the prose says, then what a slip of the hand looks like.

use super::{Change, Lead, Repair};
use crate::report::claims::{Claim, Comparison};
use crate::report::form::CellId;
use crate::report::{CellState, Report};
use crate::text::Decimal;
use std::cmp::Reverse;

/// What repairs are judged by.
pub(super) struct Judge<'r, 'd> {
    pub(super) report: &'r Report<'d>,
}

/// How likely a repair is; what is less comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// How many claims in prose it makes fit, less those that fit now and would not any more.
    support: Reverse<i64>,
    /// How many claims more than now fit by their likeliest reading.
    likeliest: Reverse<i64>,
    /// Whether its changes are strewn over rows and columns.
    strewn: bool,
    oddity: usize,
}

impl Rank {
    /// How many claims in prose it makes fit, less those that it breaks.
    pub(super) fn support(&self) -> i64 {
        self.support.0
    }
}

/// How far the first of all repairs of a size stands out. Prose that speaks against it leaves it open: then the number may be
/// right, and what it is the total of is not. `swaps` is how many of all are two numbers swapped.
pub(super) fn lead(ranked: &[(Rank, Repair)], swaps: usize) -> Lead {
    match ranked {
        [(first, _), ..] if first.support() < 0 => Lead::Open,
        [_] => Lead::Sole,
        [(first, _), (second, _), ..] if first.support() > second.support() => Lead::Likely,
        [(_, first), ..] if swaps == 1 && is_swap(&first.changes) => Lead::Likely,
        _ => Lead::Open,
    }
}

/// Whether two numbers were swapped that hardly fit each other's place by chance.
pub(super) fn is_swap(changes: &[Change]) -> bool {
    match changes {
        [(_, a, b), (_, c, d)] => {
            a == d
                && b == c
                && !a.is_zero()
                && !b.is_zero()
                && a.to_string().len().max(b.to_string().len()) > 1
        }
        _ => false,
    }
}

impl Judge<'_, '_> {
    pub(super) fn rank(&self, repair: &Repair) -> Rank {
        let (mut support, mut likeliest) = (0, 0);
        for claim in self.report.claims.iter().filter(|claim| is_about(claim, repair)) {
            support += match (&claim.comparison, agrees_after(self.report, claim, repair)) {
                (Comparison::Differs { .. }, true) => 1,
                (Comparison::Agrees(_), false) => -1,
                _ => 0,
            };
            let fits = |value: &dyn Fn(CellId) -> Option<Decimal>| {
                let first = claim.readings.first();
                i64::from(first.is_some_and(|reading| reading.value_by(value) == Some(claim.number)))
            };
            likeliest += fits(&|cell| repair.value_after(self.report, cell));
            likeliest -= fits(&|cell| self.report.tables.value(cell));
        }
        let (support, likeliest) = (Reverse(support), Reverse(likeliest));
        Rank { support, likeliest, strewn: !is_in_line(repair), oddity: self.oddity(repair) }
    }

    /// How odd the slips would be that a repair undoes. A number in the wrong cell, a slip in one digit and a cell left out
    /// are common; something left out of a count is commoner than something counted that is not there.
    fn oddity(&self, repair: &Repair) -> usize {
        let odd = |&(cell, from, to): &(CellId, Decimal, Decimal)| {
            let partner = repair
                .changes
                .iter()
                .find(|(_, other_from, other_to)| *other_from == to && *other_to == from);
            let blank = || self.report.tables.cell(cell).is_some_and(|c| c.state == CellState::Blank);
            match partner {
                Some((other, ..)) => usize::from(!are_neighbours(cell, *other)),
                None if is_digit_slip(from, to) || blank() => 2,
                None if from.is_zero() => 3,
                None if from < to => 4,
                None if !to.is_zero() => 5,
                None => 6,
            }
        };
        repair.changes.iter().map(odd).sum()
    }
}

/// Whether an exact claim may speak of a cell that a repair changes; it cannot matter to others.
fn is_about(claim: &Claim, repair: &Repair) -> bool {
    let mut cells = claim.readings.iter().flat_map(|reading| reading.plus.iter().chain(&reading.minus));
    !claim.approximate && cells.any(|cell| repair.changes.iter().any(|(changed, ..)| changed == cell))
}

/// Whether one of the claim's readings fits when the changes of a repair are made.
pub(crate) fn agrees_after(report: &Report<'_>, claim: &Claim, repair: &Repair) -> bool {
    let value = |cell: CellId| repair.value_after(report, cell);
    claim.readings.iter().any(|reading| reading.value_by(&value) == Some(claim.number))
}

/// What kind of slip it looks like, where it looks like one.
pub(super) fn slip_in_words(repair: &Repair) -> &'static str {
    match repair.changes.as_slice() {
        [(_, a, b), (_, c, d)] if a == d && b == c => {
            if a.is_zero() || b.is_zero() {
                "（像是填错了格）"
            } else {
                "（像是两格填反）"
            }
        }
        [(_, from, to)] if are_transposed(&from.to_string(), &to.to_string()) => "（像是数字前后写反）",
        _ => "",
    }
}

/// Whether all changes lie in one row or in one column of a table.
fn is_in_line(repair: &Repair) -> bool {
    let Some((first, ..)) = repair.changes.first() else { return true };
    let same =
        |of: fn(CellId) -> (u8, usize)| repair.changes.iter().all(|(cell, ..)| of(*cell) == of(*first));
    same(row) || same(column)
}

/// The place of a cell's row among all rows, those of table 4 after those of table 3.
fn row(cell: CellId) -> (u8, usize) {
    match cell {
        CellId::T3(row, _) => (3, row as usize),
        CellId::T4(block, _) => (4, block as usize),
        CellId::T2(..) => (2, 0),
    }
}

fn column(cell: CellId) -> (u8, usize) {
    match cell {
        CellId::T3(_, column) => (3, column as usize),
        CellId::T4(_, outcome) => (4, outcome as usize),
        CellId::T2(..) => (2, 0),
    }
}

/// Whether two cells touch in a row or a column.
fn are_neighbours(a: CellId, b: CellId) -> bool {
    let apart = |of: fn(CellId) -> (u8, usize)| {
        let ((table, x), (other, y)) = (of(a), of(b));
        if table == other { x.abs_diff(y) } else { usize::MAX }
    };
    matches!((apart(row), apart(column)), (0, 1) | (1, 0))
}

/// Whether two numbers of several digits differ by one digit, or by two neighbours that changed places.
fn is_digit_slip(from: Decimal, to: Decimal) -> bool {
    let (from, to) = (from.to_string(), to.to_string());
    let (short, long) = if from.len() < to.len() { (&from, &to) } else { (&to, &from) };
    let ahead = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let behind = short.bytes().rev().zip(long.bytes().rev()).take_while(|(a, b)| a == b).count();
    let one_digit = ahead + behind + 1 >= long.len() && long.len() <= short.len() + 1;
    (one_digit && short.len() > 1) || are_transposed(&from, &to)
}

/// Whether two neighbouring digits changed places.
fn are_transposed(from: &str, to: &str) -> bool {
    from != to
        && (1..from.len()).any(|place| {
            let mut digits = from.as_bytes().to_vec();
            digits.swap(place - 1, place);
            digits == to.as_bytes()
        })
}
