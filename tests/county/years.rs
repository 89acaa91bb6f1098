//! Years of a unit side by side: what should go on from one to the next, and headings that name units and years.

use super::READ;
use jiaohe::compare::{comparisons, relations};
use jiaohe::export::sheet::comparison;
use jiaohe::wire::{Comparison, Years};
use jiaohe_testkit::county::{Fault, Kind, UNITS, YEARS};

fn pairs() -> Vec<Years> {
    let related = relations(&READ.extracts, &[]);
    let years = |one| match one {
        Comparison::Years(years) => Some(years),
        Comparison::Sum(_) => None,
    };
    comparisons(&READ.extracts, &related).into_iter().filter_map(years).collect()
}

#[test]
fn every_unit_has_a_pair_for_each_two_years_in_which_it_reported() {
    let pairs = pairs();
    for unit in UNITS.iter().filter(|unit| !unit.is_renamed()) {
        for year in &YEARS[1..] {
            let of = |year: u16| {
                READ.county.files.iter().filter(move |file| {
                    file.organ == unit.organ(year)
                        && file.year == year
                        && !READ.unreadable.contains(&file.path)
                })
            };
            let found =
                pairs.iter().filter(|pair| pair.organ == unit.organ(*year) && pair.year == Some(*year));
            // With two reports on the year before, neither is certain.
            let want = if of(year - 1).count() == 1 { of(*year).count() } else { 0 };
            assert_eq!(found.count(), want, "{} {year}", unit.organ(*year));
        }
    }
}

#[test]
fn what_does_not_go_on_is_what_was_planted() {
    for pair in pairs() {
        let file = READ.county.files.iter().find(|file| file.path == pair.current).unwrap();
        if file.kind == Kind::Sum {
            continue;
        }
        let broken: Vec<&str> =
            pair.checks.iter().filter(|check| !check.holds).map(|check| check.cell.as_str()).collect();
        match file.fault {
            Some(Fault::CarriedIn) => assert_eq!(broken, ["t3.carried_in.person", "t3.carried_in.total"]),
            Some(Fault::Stock) => assert_eq!(broken, ["t2.documents.in_force"]),
            _ => assert!(broken.is_empty(), "{}: {broken:?}", pair.current),
        }
        let sheet = comparison(&Comparison::Years(pair.clone()));
        let marked = sheet.rows.iter().take_while(|row| row.marked).count();
        assert_eq!(marked, broken.len(), "what does not go on stands first");
        assert_eq!(sheet.title, format!("{} {} 年", file.organ, file.year));
        assert!(!format!("{sheet:?}").contains("2024/"), "no folders: {:?}", sheet.notes);
        let sections: u32 = pair.sections.iter().map(|section| section.sentences).sum();
        let copied: u32 = pair.sections.iter().map(|section| section.copied).sum();
        assert_eq!((sections, copied), (pair.sentences, pair.copied), "{}", pair.current);
    }
}
