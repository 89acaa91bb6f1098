//! Sums held against the plan.

use super::READ;
use jiaohe::compare::totals;
use jiaohe::vocabulary::{SumCause, Uncounted};
use jiaohe::wire::{Total, TotalOptions};
use jiaohe_testkit::county::{Fault, Gap, Kind, PlannedYear, UNITS, hundredths};
use std::collections::BTreeSet;

/// The sums of all years, without a list of units.
fn sums() -> Vec<Total> {
    let options = TotalOptions { unreadable: READ.unreadable.clone(), ..TotalOptions::default() };
    totals(&READ.extracts, &[], &options)
}

/// The plan's value less what files hold that were not read.
fn readable(planned: &PlannedYear, cell: &str) -> i64 {
    let unread =
        READ.county.files.iter().filter(|file| file.year == planned.year && file.kind == Kind::Report);
    let unread = unread.filter(|file| match file.fault {
        Some(Fault::Damaged | Fault::Pictures) => true,
        Some(Fault::NoTable3) => cell.starts_with("t3."),
        _ => false,
    });
    hundredths(&planned.sum[cell]) - unread.map(|file| hundredths(&file.cells[cell])).sum::<i64>()
}

#[test]
fn every_cell_is_the_sum_of_the_units_that_were_read() {
    let sums = sums();
    assert_eq!(sums.len(), 3);
    for (total, planned) in sums.iter().zip(&READ.county.years) {
        assert_eq!((total.year, total.region.as_deref()), (planned.year, Some("清河县")));
        assert_eq!(total.cells.len(), planned.sum.len());
        for cell in &total.cells {
            assert_eq!(hundredths(&cell.sum), readable(planned, &cell.cell), "{} {}", total.year, cell.cell);
            assert_eq!(
                cell.parent.as_deref().map(hundredths),
                Some(hundredths(&planned.county[&cell.cell])),
                "{} {}",
                total.year,
                cell.cell
            );
            let unread: usize = READ
                .county
                .files
                .iter()
                .filter(|file| file.year == planned.year)
                .filter(|file| match file.fault {
                    Some(Fault::Pictures) => true,
                    Some(Fault::NoTable3) => cell.cell.starts_with("t3."),
                    _ => false,
                })
                .count();
            assert_eq!(cell.unread.len(), unread, "{} {}", total.year, cell.cell);
        }
        let own: Vec<&str> =
            total.units.iter().filter(|unit| unit.own).map(|unit| unit.unit.as_str()).collect();
        assert_eq!(own, ["清河县人民政府办公室"]);
        let open = total.cells.iter().find(|cell| cell.cell == "t3.open.person").unwrap();
        let planted = READ.county.files.iter().filter(|file| file.year == total.year);
        let planted =
            planted.filter(|file| file.fault == Some(Fault::Balance)).map(|file| file.organ.clone());
        assert_eq!(open.open, planted.collect::<Vec<_>>(), "{}", total.year);
    }
}

#[test]
fn what_is_not_counted_is_named_with_its_reason() {
    for total in sums() {
        let mut is: Vec<(String, Uncounted)> =
            total.left_out.iter().map(|one| (one.file.clone(), one.reason)).collect();
        let mut want: Vec<(String, Uncounted)> = READ
            .county
            .files
            .iter()
            .filter_map(|file| {
                let reason = match (file.kind, file.fault) {
                    (_, Some(Fault::Damaged)) => Uncounted::Unreadable,
                    _ if file.year != total.year => return None,
                    (Kind::Copy, _) => Uncounted::Copy,
                    (Kind::Draft, _) => Uncounted::Version,
                    (Kind::Foreign, _) => Uncounted::Elsewhere,
                    _ => return None,
                };
                Some((file.path.clone(), reason))
            })
            .collect();
        // A notice of the year after is none of this year's reports; which year it is of is a guess.
        is.retain(|(_, reason)| *reason != Uncounted::Foreign);
        is.sort();
        want.sort();
        assert_eq!(is, want, "{}", total.year);
    }
    let foreign: BTreeSet<String> = sums()
        .into_iter()
        .flat_map(|total| total.left_out)
        .filter(|one| one.reason == Uncounted::Foreign)
        .map(|one| one.file)
        .collect();
    assert!(foreign.iter().all(|file| file.ends_with("通知.txt")), "{foreign:?}");
}

fn cause(gap: &Gap) -> SumCause {
    SumCause::parse(gap.how).unwrap()
}

/// Whatever the county did is found: a unit counted twice in one table, one left out of two, last year's number, a number put
/// right; each by the fewest units, and with nothing else of that size that would do over so many cells.
#[test]
fn differences_are_explained_by_what_was_done() {
    let sums = sums();
    for (total, planned) in sums.iter().zip(&READ.county.years) {
        let explained = |gap: &Gap, cell: &str| {
            let cell = total.cells.iter().find(|one| one.cell == cell).unwrap();
            let found = cell.explanation.and_then(|at| total.explanations.get(at));
            found.is_some_and(|found| {
                found.parts.iter().any(|part| part.unit == gap.organ && part.cause == cause(gap))
            })
        };
        // A unit that was not read leaves nothing to compare.
        if total.units.iter().any(|unit| unit.unread > 0) {
            assert!(total.explanations.is_empty(), "{}", total.year);
            continue;
        }
        for gap in &planned.gaps {
            if gap.cells.contains('.') {
                assert!(explained(gap, gap.cells), "{} {gap:?}: {:#?}", total.year, total.explanations);
                continue;
            }
            let file =
                READ.county.files.iter().find(|file| {
                    file.year == total.year && file.kind == Kind::Report && file.organ == gap.organ
                });
            let values = &file.unwrap().cells;
            let touched: Vec<&String> = values
                .iter()
                .filter(|(id, value)| id.starts_with(&format!("{}.", gap.cells)) && hundredths(value) != 0)
                .map(|(id, _)| id)
                .collect();
            assert!(!touched.is_empty(), "{gap:?}");
            for cell in touched {
                assert!(explained(gap, cell), "{} {gap:?} {cell}: {:#?}", total.year, total.explanations);
            }
        }
        let differing = total.cells.iter().filter(|cell| jiaohe::export::sheet::differs(cell));
        let open: Vec<&str> =
            differing.filter(|cell| cell.explanation.is_none()).map(|cell| cell.cell.as_str()).collect();
        assert!(open.is_empty(), "{}: {open:?} are not explained", total.year);
    }
}

/// Who is not on the list is not counted, is named, and explains the difference that this makes.
#[test]
fn a_list_of_units_decides_who_is_counted() {
    let options =
        TotalOptions { year: Some(2022), roster: READ.county.roster.clone(), ..TotalOptions::default() };
    let total = totals(&READ.extracts, &[], &options).remove(0);
    let out: Vec<(Option<&str>, Uncounted)> =
        total.left_out.iter().map(|one| (one.organ.as_deref(), one.reason)).collect();
    assert_eq!(out, [(Some("清河县计划生育服务局"), Uncounted::Unlisted)]);
    assert!(total.listed && total.missing.contains(&"卫健局".to_owned()));
    let listed: Vec<&str> = UNITS.iter().map(|unit| unit.listed).collect();
    assert_eq!(total.units.len() + total.missing.len(), listed.len());
    let parts: Vec<(&str, SumCause)> =
        total.explanations[0].parts.iter().map(|part| (part.unit.as_str(), part.cause)).collect();
    assert!(parts.contains(&("清河县计划生育服务局", SumCause::Included)), "{:#?}", total.explanations);
}

#[test]
fn the_own_organ_is_counted_or_not_as_asked() {
    let of = |without_own| {
        let options = TotalOptions { year: Some(2024), without_own, ..TotalOptions::default() };
        totals(&READ.extracts, &[], &options).remove(0)
    };
    let (with, without) = (of(false), of(true));
    assert_eq!(with.units.len(), without.units.len() + 1);
    let own = READ.county.files.iter().find(|file| file.year == 2024 && file.organ == "清河县人民政府办公室");
    for (a, b) in with.cells.iter().zip(&without.cells) {
        let value = hundredths(&own.unwrap().cells[&a.cell]);
        assert_eq!(hundredths(&a.sum) - hundredths(&b.sum), value, "{}", a.cell);
    }
    assert!(without.left_out.iter().any(|one| one.reason == Uncounted::Own));
    let parts = &without.explanations[0].parts;
    let own =
        parts.iter().any(|part| part.cause == SumCause::Included && part.unit == "清河县人民政府办公室");
    assert!(own, "{:#?}", without.explanations);
}
