//! Why a report and the sum of its units differ: the smallest set of units that makes them agree, if each had been left out,
//! counted twice or counted with another of its numbers.
//!
//! A *repair* of a unit changes the sum by a known amount in each cell. A set of repairs explains cells if its amounts add up
//! to what is wanted in every one of them. Sets of one, two and three units are searched by a fingerprint that adds up as the
//! amounts do, first over all cells together, then over each table, then cell by cell: what explains many cells at once is
//! hardly chance. All of it stops after a fixed number of trials.

use crate::sorted::{self, sort_by_key};
use crate::vocabulary::SumCause;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many sets are tried in all, and for one question: over all cells, over a table, for a cell.
const TRIALS: u32 = 400_000;
const FOR_ALL: u32 = 50_000;
const FOR_TABLE: u32 = 10_000;
const FOR_CELL: u32 = 4_000;
/// The most units of a set.
const LARGEST: usize = 3;
/// More other sets than this are not counted.
const MOST_OTHERS: u32 = 99;

/// What would have been done with a unit, and by how much the sum of each cell is then too large.
pub(super) struct Repair {
    pub(super) unit: usize,
    pub(super) cause: SumCause,
    pub(super) amounts: Vec<i64>,
}

/// A set of repairs and the cells that it explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) repairs: Vec<usize>,
    pub(super) cells: Vec<usize>,
    pub(super) others: u32,
}

/// Explains the differences, one for each cell. `tables` are the stretches of cells that belong together.
pub(super) fn explain(repairs: &[Repair], differences: &[i64], tables: &[Range<usize>]) -> Vec<Found> {
    let mut search = Search { repairs, order: by_support(repairs, differences), trials: TRIALS };
    let all: Vec<usize> = (0..differences.len()).collect();
    let mut wanted = differences.to_vec();
    let mut found = Vec::new();
    let whole = search.exact(&all, &wanted, LARGEST, FOR_ALL);
    found.extend(whole.map(|set| settle(set, &all, &mut wanted, repairs)));
    for table in tables {
        let cells: Vec<usize> = table.clone().collect();
        let peeled = search.peel(&cells, &mut wanted);
        found.extend(peeled);
    }
    let single: Vec<usize> = all.iter().copied().filter(|&cell| at(&wanted, cell) != 0).collect();
    for cell in single {
        let set = search.exact(&[cell], &wanted, LARGEST, FOR_CELL);
        found.extend(set.map(|set| settle(set, &[cell], &mut wanted, repairs)));
    }
    merged(found, differences, &wanted)
}

fn at(values: &[i64], cell: usize) -> i64 {
    values.get(cell).copied().unwrap_or(0)
}

/// Takes what a set explains off what is wanted.
fn settle(
    (set, others): (Vec<usize>, u32),
    cells: &[usize],
    wanted: &mut [i64],
    repairs: &[Repair],
) -> Found {
    let mut explained = Vec::new();
    for &cell in cells {
        let amount: i64 =
            set.iter().filter_map(|&one| repairs.get(one)).map(|one| at(&one.amounts, cell)).sum();
        let Some(wanted) = wanted.get_mut(cell) else { continue };
        if *wanted != 0 || amount != 0 {
            explained.push(cell);
        }
        *wanted -= amount;
    }
    Found { repairs: set, cells: explained, others }
}

/// Puts together what the same set explains; that of most cells first. Only cells that differ and of whose difference
/// nothing is left are told.
fn merged(found: Vec<Found>, differences: &[i64], left: &[i64]) -> Vec<Found> {
    let mut by_cell: BTreeMap<usize, (Vec<usize>, u32)> = BTreeMap::new();
    let settled = |cell: &usize| at(differences, *cell) != 0 && at(left, *cell) == 0;
    for one in found {
        for cell in one.cells.into_iter().filter(settled) {
            let (repairs, others) = by_cell.entry(cell).or_default();
            repairs.extend(&one.repairs);
            *others = (*others).max(one.others);
        }
    }
    let mut by_set: BTreeMap<Vec<usize>, Found> = BTreeMap::new();
    for (cell, (repairs, others)) in by_cell {
        let repairs: Vec<usize> = sorted::set(repairs).into_iter().collect();
        let entry = by_set.entry(repairs.clone());
        let one = entry.or_insert_with(|| Found { repairs, cells: Vec::new(), others });
        one.others = one.others.min(others);
        one.cells.push(cell);
    }
    let mut found: Vec<Found> = by_set.into_values().collect();
    sort_by_key(&mut found, |one| (std::cmp::Reverse(one.cells.len()), one.cells.clone()));
    found
}

/// The repairs, those first that explain the most cells by themselves: of sets as small, theirs is the likeliest.
fn by_support(repairs: &[Repair], differences: &[i64]) -> Vec<usize> {
    let support = |at: &usize| {
        let amounts = repairs.get(*at).map_or(&[][..], |repair| &repair.amounts);
        amounts.iter().zip(differences).filter(|(amount, wanted)| **amount != 0 && amount == wanted).count()
    };
    let mut order: Vec<usize> = (0..repairs.len()).collect();
    sort_by_key(&mut order, |at| std::cmp::Reverse(support(at)));
    order
}

struct Search<'r> {
    repairs: &'r [Repair],
    order: Vec<usize>,
    trials: u32,
}

/// The search for one set.
struct Hunt<'h> {
    /// The repairs that do anything in the cells, with their prints.
    prints: &'h [(usize, u64)],
    /// The places in that list by print.
    by_print: &'h BTreeMap<u64, Vec<usize>>,
    cells: &'h [usize],
    wanted: &'h [i64],
    /// The places of the set under way.
    set: Vec<usize>,
    trials: u32,
    /// The first set that was found, and how many others there are.
    result: Option<(Vec<usize>, u32)>,
}

impl Search<'_> {
    fn repair(&self, at: usize) -> Option<&Repair> {
        self.repairs.get(at)
    }

    /// A number for the amounts in some cells; that of a sum is the sum of those of its terms.
    fn print(cells: &[usize], amounts: &[i64]) -> u64 {
        cells.iter().fold(0_u64, |print, &cell| {
            // Weights without order, as of splitmix64; a set that only fits by the print is looked at again.
            let mut weight = (cell as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            weight = (weight ^ (weight >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9) | 1;
            print.wrapping_add(weight.wrapping_mul(at(amounts, cell).cast_unsigned()))
        })
    }

    /// The smallest set that gives what is wanted in every one of the cells, and how many others as small there are. `None`
    /// where nothing is wanted, or nothing was found.
    fn exact(
        &mut self,
        cells: &[usize],
        wanted: &[i64],
        largest: usize,
        most: u32,
    ) -> Option<(Vec<usize>, u32)> {
        if cells.iter().all(|&cell| at(wanted, cell) == 0) {
            return None;
        }
        let print = |at: usize| (at, self.repair(at).map_or(0, |repair| Self::print(cells, &repair.amounts)));
        let does = |at: &usize| {
            self.repair(*at)
                .is_some_and(|repair| cells.iter().any(|&cell| self::at(&repair.amounts, cell) != 0))
        };
        let prints: Vec<(usize, u64)> = self.order.iter().copied().filter(does).map(print).collect();
        let mut by_print: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (place, (_, print)) in prints.iter().enumerate() {
            by_print.entry(*print).or_default().push(place);
        }
        let given = most.min(self.trials);
        let mut hunt = Hunt {
            prints: &prints,
            by_print: &by_print,
            cells,
            wanted,
            set: Vec::new(),
            trials: given,
            result: None,
        };
        let target = Self::print(cells, wanted);
        for size in 1..=largest {
            self.sets(&mut hunt, size, target);
            if hunt.result.is_some() || hunt.trials == 0 {
                break;
            }
        }
        let Hunt { trials, result, .. } = hunt;
        self.trials -= given - trials;
        result
    }

    /// Goes through the sets of a size whose prints add up to `rest`; the last member is looked up.
    fn sets(&self, hunt: &mut Hunt<'_>, size: usize, rest: u64) {
        let from = hunt.set.last().map_or(0, |last| last + 1);
        if size > 1 {
            for (place, (_, print)) in hunt.prints.iter().enumerate().skip(from) {
                let full = hunt.result.as_ref().is_some_and(|(_, others)| *others >= MOST_OTHERS);
                if hunt.trials == 0 || full {
                    return;
                }
                hunt.set.push(place);
                self.sets(hunt, size - 1, rest.wrapping_sub(*print));
                hunt.set.pop();
            }
            return;
        }
        hunt.trials = hunt.trials.saturating_sub(1);
        for last in hunt.by_print.get(&rest).into_iter().flatten().filter(|last| **last >= from) {
            let places = hunt.set.iter().chain([last]).filter_map(|&place| hunt.prints.get(place));
            let repairs: Vec<usize> = places.map(|(at, _)| *at).collect();
            if !self.holds(&repairs, (hunt.cells, hunt.wanted)) {
                continue;
            }
            match &mut hunt.result {
                None => hunt.result = Some((repairs, 0)),
                Some((_, others)) => *others = (*others + 1).min(MOST_OTHERS),
            }
        }
    }

    /// Whether a set has each unit once and gives what is wanted.
    fn holds(&self, set: &[usize], (cells, wanted): (&[usize], &[i64])) -> bool {
        let units = sorted::set(set.iter().filter_map(|&one| self.repair(one)).map(|repair| repair.unit));
        let amount = |cell: usize| {
            set.iter().filter_map(|&one| self.repair(one)).map(|one| at(&one.amounts, cell)).sum::<i64>()
        };
        units.len() == set.len() && cells.iter().all(|&cell| amount(cell) == at(wanted, cell))
    }

    /// Explains a table as a whole, or a unit or two after the other as long as they settle more cells than they leave open: a
    /// slip in a cell does not hide what was done with units.
    fn peel(&mut self, cells: &[usize], wanted: &mut [i64]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        loop {
            if let Some(set) = self.exact(cells, wanted, LARGEST, FOR_TABLE) {
                found.push(settle(set, cells, wanted, self.repairs));
                return found;
            }
            let used: Vec<usize> = found.iter().flat_map(|one| one.repairs.iter().copied()).collect();
            if used.len() >= LARGEST {
                return found;
            }
            let Some(set) = self.most_settling(cells, wanted, &used) else { return found };
            found.push(settle((set, 0), cells, wanted, self.repairs));
        }
    }

    /// The repair, else the pair of repairs, that settles the most cells.
    fn most_settling(&mut self, cells: &[usize], wanted: &[i64], used: &[usize]) -> Option<Vec<usize>> {
        let unit = |at: usize| self.repair(at).map(|repair| repair.unit);
        let is_free = |at: &usize| !used.iter().any(|&one| unit(one) == unit(*at));
        let free: Vec<usize> = self.order.iter().copied().filter(is_free).collect();
        let mut best: Option<(usize, Vec<usize>)> = None;
        let mut consider = |set: &[usize]| {
            let gain = self.gain(set, cells, wanted);
            if let Some(gain) = gain.filter(|gain| best.as_ref().is_none_or(|(most, _)| gain > most)) {
                best = Some((gain, set.to_vec()));
            }
        };
        for &one in &free {
            consider(&[one]);
        }
        let mut pairs = 0;
        let all = free
            .iter()
            .enumerate()
            .flat_map(|(place, &one)| free.iter().skip(place + 1).map(move |&other| [one, other]));
        for pair in all.filter(|[one, other]| unit(*one) != unit(*other)).take(FOR_TABLE as usize) {
            consider(&pair);
            pairs += 1;
        }
        self.trials = self.trials.saturating_sub(pairs);
        best.map(|(_, set)| set)
    }

    /// How many cells a set settles, if that can hardly be by chance.
    fn gain(&self, set: &[usize], cells: &[usize], wanted: &[i64]) -> Option<usize> {
        let amounts = |cell: usize| {
            set.iter().filter_map(|&one| self.repair(one)).map(move |one| at(&one.amounts, cell))
        };
        let (mut touched, mut settled) = (0, 0);
        for &cell in cells {
            let amount: i64 = amounts(cell).sum();
            touched += usize::from(amounts(cell).any(|amount| amount != 0));
            settled += usize::from(amount != 0 && amount == at(wanted, cell));
        }
        // One cell fits easily, and in a row or column its total with it; two units fit more easily than one.
        let enough = settled >= 2 + set.len() && settled * 2 > touched;
        enough.then_some(settled)
    }
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init, reason = "one table is a list of one range")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn left_out(units: &[&[i64]]) -> Vec<Repair> {
        let repair = |(unit, values): (usize, &&[i64])| Repair {
            unit,
            cause: SumCause::LeftOut,
            amounts: values.to_vec(),
        };
        units.iter().enumerate().map(repair).collect()
    }

    #[test]
    fn one_unit_for_all_cells_goes_before_many_for_each() {
        let repairs = left_out(&[&[5, 0, 9], &[5, 2, 4], &[0, 2, 1]]);
        let found = explain(&repairs, &[5, 2, 4], &[0..3]);
        assert_eq!(found, [Found { repairs: vec![1], cells: vec![0, 1, 2], others: 0 }]);
    }

    #[test]
    fn sets_as_small_are_counted_and_nothing_is_made_up() {
        let repairs = left_out(&[&[1], &[1], &[1], &[7]]);
        assert_eq!(explain(&repairs, &[1], &[0..1]), [Found { repairs: vec![0], cells: vec![0], others: 2 }]);
        assert_eq!(
            explain(&repairs, &[9], &[0..1]),
            [Found { repairs: vec![0, 1, 3], cells: vec![0], others: 2 }]
        );
        assert_eq!(explain(&repairs, &[6], &[0..1]), []);
        assert_eq!(explain(&repairs, &[0], &[0..1]), []);
    }

    #[test]
    fn a_slip_beside_a_unit_left_out_does_not_hide_it() {
        let repairs = left_out(&[&[3, 8, 2, 6, 1, 5], &[1, 1, 4, 0, 0, 2]]);
        let found = explain(&repairs, &[3, 8, 2, 106, 1, 5], &[0..6]);
        assert_eq!(found, [Found { repairs: vec![0], cells: vec![0, 1, 2, 4, 5], others: 0 }]);
    }

    /// Two units over each other in every cell, and a slip in one cell.
    #[test]
    fn two_units_are_found_through_a_slip() {
        let repairs = left_out(&[&[3, 8, 2, 6, 1, 5, 9], &[11, 1, 4, 7, 2, 2, 3], &[1, 1, 1, 1, 1, 1, 1]]);
        let found = explain(&repairs, &[14, 9, 6, 13, 3, 7, 1000], &[0..7]);
        assert_eq!(found, [Found { repairs: vec![0, 1], cells: vec![0, 1, 2, 3, 4, 5], others: 0 }]);
    }

    proptest! {
        /// Whatever is told makes the cells agree, and a unit that was left out is always found.
        #[test]
        fn what_is_told_is_so(
            values in prop::collection::vec(prop::collection::vec(0_i64..40, 6), 2..12),
            left in any::<prop::sample::Index>(),
            slip in 0_i64..3,
        ) {
            let rows: Vec<&[i64]> = values.iter().map(Vec::as_slice).collect();
            let repairs = left_out(&rows);
            let mut differences = values[left.index(values.len())].clone();
            differences[0] += slip;
            for found in explain(&repairs, &differences, &[0..3, 3..6]) {
                for cell in found.cells {
                    let sum: i64 = found.repairs.iter().map(|&at| repairs[at].amounts[cell]).sum();
                    prop_assert_eq!(sum, differences[cell]);
                }
            }
        }
    }
}
