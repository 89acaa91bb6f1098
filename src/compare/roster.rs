//! Who of a list has reported.

use super::{name, names};
use crate::report::Organ;
use crate::sorted;
use crate::wire::{Extract, Roster, RosterMatch, RosterYear};

/// Holds a list, one unit a line, against reports. What is no report at all is passed over, and so is the report of the
/// government whose units these are.
pub fn roster(list: &str, extracts: &[Extract]) -> Roster {
    let units = names::lines(list);
    let reports: Vec<&Extract> = extracts.iter().filter(|report| is_report(report)).collect();
    let years = sorted::set(reports.iter().filter_map(|report| report.year));
    let year = |year: u16| {
        let of_year: Vec<&Extract> =
            reports.iter().copied().filter(|report| report.year == Some(year)).collect();
        self::year(&units, year, &of_year)
    };
    let years: Vec<RosterYear> = years.into_iter().map(year).collect();
    let all = self::year(&units, 0, &reports);
    let in_a_year = |unit: &&String| years.iter().any(|year| year.repeated.contains(unit));
    Roster {
        missing: all.missing,
        unlisted: all.unlisted,
        repeated: units.iter().filter(in_a_year).cloned().collect(),
        years,
    }
}

/// A table or a title tells a report.
fn is_report(extract: &Extract) -> bool {
    extract.organ.is_some() || !extract.values.is_empty()
}

fn year(units: &[String], year: u16, reports: &[&Extract]) -> RosterYear {
    let organs: Vec<Organ> = reports.iter().map(|report| Organ::of(name(report))).collect();
    let found = names::assign(units, &organs);
    let region = names::region(organs.iter());
    let mut of_year = RosterYear { year, ..RosterYear::default() };
    let mut listed = vec![false; reports.len()];
    for (unit, found) in units.iter().zip(found) {
        let Some((places, how)) = found else {
            of_year.missing.push(unit.clone());
            continue;
        };
        if places.len() > 1 {
            of_year.repeated.push(unit.clone());
        }
        for at in places {
            let Some((report, listed)) = reports.get(at).zip(listed.get_mut(at)) else { continue };
            *listed = true;
            let (organ, file) = (name(report).to_owned(), report.name.clone());
            of_year.matches.push(RosterMatch { unit: unit.clone(), organ, file, how });
        }
    }
    let speaks = |organ: &Organ| organ.region().is_some() && organ.places().pop() == region;
    let strangers =
        organs.iter().zip(reports).zip(&listed).filter(|((organ, _), listed)| !**listed && !speaks(organ));
    let mut unlisted: Vec<String> = strangers.map(|((_, report), _)| name(report).to_owned()).collect();
    sorted::sort_by_key(&mut unlisted, Clone::clone);
    unlisted.dedup();
    of_year.unlisted = unlisted;
    of_year
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roster_tells_who_is_missing_in_which_year() {
        let report =
            |organ: &str, year| Extract { organ: Some(organ.into()), year: Some(year), ..Extract::default() };
        let all = [
            report("甲县水利局", 2023),
            report("青山镇人民政府", 2023),
            report("甲县水利局", 2023),
            report("甲县教育局", 2022),
            report("甲县人民政府", 2023),
            Extract { name: "通知.txt".into(), year: Some(2023), ..Extract::default() },
        ];
        let found = roster("水利局\n\n甲县 林业局\n教育局\n", &all);
        assert_eq!(found.missing, ["甲县林业局"]);
        assert_eq!(found.unlisted, ["青山镇人民政府"], "the county itself is no unit, a notice no report");
        assert_eq!(found.repeated, ["水利局"]);
        let years: Vec<(u16, &[String])> =
            found.years.iter().map(|year| (year.year, year.missing.as_slice())).collect();
        assert_eq!(years[0], (2022, ["水利局".to_owned(), "甲县林业局".into()].as_slice()));
        assert_eq!(years[1], (2023, ["甲县林业局".to_owned(), "教育局".into()].as_slice()));
        let matches: Vec<&str> = found.years[1].matches.iter().map(|one| one.organ.as_str()).collect();
        assert_eq!(matches, ["甲县水利局", "甲县水利局"]);
    }

    #[test]
    fn the_order_of_files_never_matters() {
        let report =
            |organ: &str| Extract { organ: Some(organ.into()), year: Some(2023), ..Extract::default() };
        let mut all = vec![
            report("甲县水利局"),
            report("甲县发展和改革局"),
            report("乙县水利局"),
            report("甲县教育局"),
        ];
        let before = roster("发改局\n水利局\n林业局", &all);
        all.reverse();
        let mut after = roster("发改局\n水利局\n林业局", &all);
        after.years[0].matches.sort_by(|a, b| a.unit.cmp(&b.unit));
        let mut sorted = before.clone();
        sorted.years[0].matches.sort_by(|a, b| a.unit.cmp(&b.unit));
        assert_eq!(after, sorted);
        assert_eq!(before.unlisted, ["乙县水利局", "甲县教育局"]);
    }
}
