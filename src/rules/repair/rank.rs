//! Which of several equally small repairs is the likeliest: what the prose says, then what a slip of the hand looks like.

use super::Repair;
use crate::report::claims::{Claim, Comparison};
use crate::report::form::CellId;
use crate::report::{CellState, Report};
use crate::text::Decimal;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What repairs are judged by.
pub(super) struct Judge<'r, 'd> {
    pub(super) report: &'r Report<'d>,
    /// The exact claims that may be compared with a cell, by their index.
    claims: BTreeMap<CellId, BTreeSet<usize>>,
}

impl<'r, 'd> Judge<'r, 'd> {
    pub(super) fn of(report: &'r Report<'d>) -> Self {
        let mut claims: BTreeMap<CellId, BTreeSet<usize>> = BTreeMap::new();
        for (index, claim) in report.claims.iter().enumerate().filter(|(_, claim)| !claim.approximate) {
            let cells = claim.readings.iter().flat_map(|reading| reading.plus.iter().chain(&reading.minus));
            for &cell in cells {
                claims.entry(cell).or_default().insert(index);
            }
        }
        Self { report, claims }
    }

    /// Less is likelier: more prose made to agree; changes that lie in one row or one column; small slips.
    pub(super) fn rank(&self, repair: &Repair) -> impl Ord + use<> {
        (Reverse((self.support(repair), self.likeliest(repair))), !is_in_line(repair), self.oddity(repair))
    }

    /// The claims about the cells that a repair changes; it cannot matter to others.
    fn concerned(&self, repair: &Repair) -> impl Iterator<Item = &'r Claim> + use<'r> {
        let about = repair.changes.iter().filter_map(|(cell, ..)| self.claims.get(cell));
        let indexes: BTreeSet<usize> = about.flatten().copied().collect();
        let claims = &self.report.claims;
        indexes.into_iter().filter_map(move |index| claims.get(index))
    }

    /// How many claims a repair makes fit, less those that fit now and would not any more.
    pub(super) fn support(&self, repair: &Repair) -> i64 {
        let change = |claim: &Claim| match (&claim.comparison, agrees_after(self.report, claim, repair)) {
            (Comparison::Differs { .. }, true) => 1,
            (Comparison::Agrees(_), false) => -1,
            _ => 0,
        };
        self.concerned(repair).map(change).sum()
    }

    /// How many claims more than now fit by their likeliest reading.
    fn likeliest(&self, repair: &Repair) -> i64 {
        let change = |claim: &Claim| {
            let fits = |value: &dyn Fn(CellId) -> Option<Decimal>| {
                let first = claim.readings.first();
                i64::from(first.is_some_and(|reading| reading.value_by(value) == Some(claim.number)))
            };
            fits(&|cell| repair.value_after(self.report, cell)) - fits(&|cell| self.report.tables.value(cell))
        };
        self.concerned(repair).map(change).sum()
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
                "（像是数字填错了格）"
            } else {
                "（像是两格的数字填反了）"
            }
        }
        [(_, from, to)] if are_transposed(&from.to_string(), &to.to_string()) => "（像是数字前后写反了）",
        _ => "",
    }
}

/// Whether all changes lie in one row or in one column of a table.
fn is_in_line(repair: &Repair) -> bool {
    let cells = || repair.changes.iter().map(|(cell, ..)| *cell);
    let [rows, columns]: [BTreeSet<_>; 2] = [cells().map(row).collect(), cells().map(column).collect()];
    rows.len() <= 1 || columns.len() <= 1
}

/// The place of a cell's row among all rows, those of table 4 after those of table 3.
fn row(cell: CellId) -> (u8, usize) {
    match cell {
        CellId::T3(row, _) => (3, row as usize),
        CellId::T4(block, _) => (4, block as usize),
        CellId::T2(_) | CellId::T2Of2019(_) => (2, 0),
    }
}

fn column(cell: CellId) -> (u8, usize) {
    match cell {
        CellId::T3(_, column) => (3, column as usize),
        CellId::T4(_, outcome) => (4, outcome as usize),
        CellId::T2(_) | CellId::T2Of2019(_) => (2, 0),
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
