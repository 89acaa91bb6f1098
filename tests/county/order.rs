//! What must hold for any files: the order in which they come never matters, and the sum of any split is the sum.

use super::READ;
use jiaohe::compare::{roster, totals};
use jiaohe::wire::{Choice, Extract, SumRole, Total, TotalOptions};
use jiaohe_testkit::county::hundredths;
use proptest::prelude::*;

fn total(extracts: &[Extract]) -> Total {
    let options =
        TotalOptions { year: Some(2024), roster: READ.county.roster.clone(), ..TotalOptions::default() };
    totals(extracts, &[], &options).remove(0)
}

/// The reports on one year, and those on the year before.
fn of_two_years() -> Vec<Extract> {
    READ.extracts.iter().filter(|extract| extract.year >= Some(2023)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_order_of_files_never_matters(order in Just((0..of_two_years().len()).collect::<Vec<_>>()).prop_shuffle()) {
        let all = of_two_years();
        let shuffled: Vec<Extract> = order.iter().map(|&at| all[at].clone()).collect();
        prop_assert_eq!(total(&all), total(&shuffled));
        let (one, other) = (roster(&READ.county.roster, &all), roster(&READ.county.roster, &shuffled));
        prop_assert_eq!((one.missing, one.unlisted, one.repeated), (other.missing, other.unlisted, other.repeated));
    }

    /// The units are parted in two; what each part comes to adds up to what all come to.
    #[test]
    fn the_sum_of_any_split_is_the_sum(parts in prop::collection::vec(any::<bool>(), 70)) {
        let all: Vec<Extract> = READ.extracts.iter().filter(|extract| extract.year == Some(2024)).cloned().collect();
        let options = TotalOptions { year: Some(2024), ..TotalOptions::default() };
        let sum = |wanted: Option<bool>| {
            let is_in = |at: usize| wanted.is_none_or(|wanted| parts[at % parts.len()] == wanted);
            let role = |at| (!is_in(at)).then_some(SumRole::Out);
            let choices: Vec<Choice> =
                (0..all.len()).map(|at| Choice { role: role(at), ..Choice::default() }).collect();
            totals(&all, &choices, &options).remove(0)
        };
        // A draft and its final report are one unit's; parted, each would count.
        let all_of = sum(None);
        let drafts = all_of.left_out.iter().any(|one| one.instead.is_some());
        prop_assert!(drafts);
        let (left, right) = (sum(Some(true)), sum(Some(false)));
        let twice = left.units.len() + right.units.len() - all_of.units.len();
        for ((whole, one), other) in all_of.cells.iter().zip(&left.cells).zip(&right.cells) {
            let draft = if twice == 1 { draft(&whole.cell) } else { 0 };
            prop_assert_eq!(hundredths(&whole.sum) + draft, hundredths(&one.sum) + hundredths(&other.sum));
        }
    }
}

/// What the draft has in a cell.
fn draft(cell: &str) -> i64 {
    let file = READ.county.files.iter().find(|file| file.path.ends_with("水利局初稿.html")).unwrap();
    hundredths(&file.cells[cell])
}
