//! Which report belongs to which, told from title and year.

use super::name;
use crate::text::compact;
use crate::wire::{Choice, Extract, Related, Roster};

/// What is known of the others for one report: the same body's report on the year before if exactly one is there, and the
/// units whose sum it is.
pub fn related(report: &Extract, all: &[Extract]) -> Related {
    let mut before = all.iter().filter(|other| is_year_before(other, report));
    let previous = before.next().filter(|_| before.next().is_none()).cloned();
    let units = if is_parent(report, all) { units(report, all) } else { Vec::new() };
    Related { previous, units }
}

/// The units of a region among the reports of its year: those that carry its name and those that carry no place at all,
/// such as 青山镇人民政府. Reports that happen to lie together are no region's; so at least half must carry its name.
fn units(report: &Extract, all: &[Extract]) -> Vec<Extract> {
    let Some(place) = report.organ.as_deref().and_then(region) else { return Vec::new() };
    let of_year = all.iter().filter(|other| other.year == report.year && *other != report);
    let units: Vec<(Tie, &Extract)> = of_year
        .map(|other| (tie(&compact(name(other)), &place), other))
        .filter(|(tie, _)| *tie != Tie::Foreign)
        .collect();
    let named = units.iter().filter(|(tie, _)| *tie == Tie::Named).count();
    let together = units.len() > 1 && named * 2 >= units.len();
    units.into_iter().filter(|_| together).map(|(_, unit)| unit.clone()).collect()
}

/// What a unit's name says of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// It carries the region's name.
    Named,
    /// It carries no place.
    Unsaid,
    /// It carries that of another region.
    Foreign,
}

fn tie(unit: &str, region: &str) -> Tie {
    let places = places(region);
    if places.last().is_some_and(|lowest| unit.contains(lowest.as_str())) {
        Tie::Named
    } else if self::places(unit).is_empty() {
        Tie::Unsaid
    } else {
        Tie::Foreign
    }
}

/// The regions that a name begins with: 宁安市清河县水利局 gives 宁安市 and 清河县. 市场, 城市 and 社区 are none.
fn places(name: &str) -> Vec<String> {
    let mut places = Vec::new();
    let mut place = String::new();
    for char in name.chars() {
        place.push(char);
        let length = place.chars().count();
        let ends = match char {
            '县' | '旗' => length > 1,
            '省' | '市' | '区' | '州' | '盟' => length > 2,
            _ => false,
        };
        if ends && !["社区", "园区", "城区", "都市", "城市"].iter().any(|word| place.ends_with(word))
        {
            places.push(std::mem::take(&mut place));
        }
    }
    places
}

/// [`related`] for every report, in their order, with what the user corrected: a choice for each, or none at all.
pub fn relations(all: &[Extract], choices: &[Choice]) -> Vec<Related> {
    let chosen = |at: usize| choices.get(at).cloned().unwrap_or_default();
    let is_named = |report: &Extract| {
        all.iter().enumerate().any(|(at, other)| other.year == report.year && chosen(at).role == "sum")
    };
    all.iter()
        .enumerate()
        .map(|(at, report)| {
            let choice = chosen(at);
            let mut found = related(report, all);
            match choice.previous.as_str() {
                "" => {}
                index => {
                    let index = index.parse().ok().filter(|index| *index != at);
                    found.previous = index.and_then(|index: usize| all.get(index)).cloned();
                }
            }
            let others = all.iter().enumerate().filter(|(other, extract)| {
                *other != at && extract.year == report.year && chosen(*other).role.is_empty()
            });
            let units: Vec<Extract> = others.map(|(_, extract)| extract.clone()).collect();
            found.units = match choice.role.as_str() {
                "sum" => units,
                "" if !found.units.is_empty() && !is_named(report) && units.len() > 1 => units,
                _ => Vec::new(),
            };
            found
        })
        .collect()
}

fn is_year_before(other: &Extract, report: &Extract) -> bool {
    let years = other.year.zip(report.year).is_some_and(|(other, year)| other.checked_add(1) == Some(year));
    let bodies = other.organ.as_deref().zip(report.organ.as_deref());
    years && bodies.is_some_and(|(other, body)| !body.is_empty() && compact(other) == compact(body))
}

/// Whether a report is the only one of its year that can speak for a whole region.
fn is_parent(report: &Extract, all: &[Extract]) -> bool {
    let region = |extract: &Extract| extract.organ.as_deref().is_some_and(speaks_for_region);
    report.year.is_some()
        && region(report)
        && all.iter().filter(|other| other.year == report.year && region(other)).count() == 1
}

/// Whether a body's report counts a region with all its units: a government of a county or higher, or the committee of a
/// zone; not a town's, whose report has no units below.
fn speaks_for_region(organ: &str) -> bool {
    region(organ).is_some()
}

fn region(organ: &str) -> Option<String> {
    let organ = compact(organ);
    let place =
        ["人民政府", "管委会", "管理委员会", "管理区"].iter().find_map(|end| organ.strip_suffix(end))?;
    let town = ["乡", "镇", "街道"].iter().any(|end| place.ends_with(end));
    (!town).then(|| place.to_owned())
}

/// Holds a list, one unit a line, against reports. A unit and a report belong together if their names are the same but
/// for blanks, or if one ends with the other: the list may say 水利局 where the title says 云岭县水利局.
pub fn roster(list: &str, extracts: &[Extract]) -> Roster {
    let units: Vec<String> = list.lines().map(compact).filter(|unit| !unit.is_empty()).collect();
    let fits = |unit: &str, extract: &Extract| {
        let body = compact(name(extract));
        body == unit || body.ends_with(unit) || unit.ends_with(&body)
    };
    let of = |unit: &String| extracts.iter().filter(|extract| fits(unit, extract)).collect::<Vec<_>>();
    let twice = |unit: &&String| {
        let found = of(unit);
        found.iter().enumerate().any(|(at, one)| {
            found.iter().skip(at + 1).any(|other| other.year == one.year && name(other) == name(one))
        })
    };
    Roster {
        missing: units.iter().filter(|unit| of(unit).is_empty()).cloned().collect(),
        unlisted: extracts
            .iter()
            .filter(|extract| !units.iter().any(|unit| fits(unit, extract)))
            .map(|extract| name(extract).to_owned())
            .collect(),
        repeated: units.iter().filter(twice).cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(organ: &str, year: u16) -> Extract {
        Extract {
            name: format!("{organ}{year}.docx"),
            organ: Some(organ.into()),
            year: Some(year),
            ..Extract::default()
        }
    }

    #[test]
    fn last_years_report_is_that_of_the_same_body() {
        let all = [report("甲县水利局", 2023), report("甲县 水利局", 2022), report("甲县林业局", 2022)];
        let previous = |at: usize| all.get(at).and_then(|one| related(one, &all).previous);
        assert_eq!(previous(0), all.get(1).cloned());
        assert_eq!(previous(1), None);
        let doubled = [all.as_slice(), &[report("甲县水利局", 2022)]].concat();
        assert_eq!(related(&report("甲县水利局", 2023), &doubled).previous, None, "two to choose from");
    }

    #[test]
    fn units_belong_to_the_only_report_of_a_region() {
        let all = [
            report("甲县人民政府", 2023),
            report("甲县人民政府办公室", 2023),
            report("青山镇人民政府", 2023),
            report("甲县水利局", 2022),
        ];
        let units = |at: usize| all.get(at).map(|one| related(one, &all).units.len());
        assert_eq!(units(0), Some(2));
        assert_eq!(units(1), Some(0), "an office is a unit itself");
        assert_eq!(units(2), Some(0), "so is a town");
        let two = [all.as_slice(), &[report("乙县人民政府", 2023)]].concat();
        assert_eq!(related(&report("甲县人民政府", 2023), &two).units, []);
    }

    #[test]
    fn reports_that_only_lie_together_are_no_region() {
        let units = |names: &[&str]| {
            let all: Vec<Extract> = names.iter().map(|name| report(name, 2023)).collect();
            all.first().map_or(0, |first| related(first, &all).units.len())
        };
        assert_eq!(units(&["甲县人民政府", "乙县水利局", "丙市教育局", "丁省交通运输厅"]), 0);
        assert_eq!(units(&["甲县人民政府", "青山镇人民政府", "柳河镇人民政府", "乙县水利局"]), 0);
        assert_eq!(units(&["甲县人民政府", "甲县水利局", "国家税务总局甲县税务局", "乙县水利局"]), 2);
        assert_eq!(units(&["宁安市清河县人民政府", "清河县市场监督管理局", "城市管理局"]), 2);
    }

    #[test]
    fn what_the_user_chose_goes_before_what_is_told_from_names() {
        let all = [
            report("甲县人民政府", 2023),
            report("青山镇人民政府", 2023),
            report("甲县水利局", 2023),
            report("水务局", 2022),
        ];
        let choice = |previous: &str, role: &str| Choice { previous: previous.into(), role: role.into() };
        let found = relations(&all, &[]);
        let units = |found: &[Related]| found.iter().map(|one| one.units.len()).collect::<Vec<_>>();
        assert_eq!(units(&found), [2, 0, 0, 0]);
        let renamed = relations(&all, &[choice("", ""), choice("", "out"), choice("3", "")]);
        let previous = renamed.get(2).and_then(|one| one.previous.clone());
        assert_eq!(previous, all.get(3).cloned());
        assert_eq!(units(&renamed), [0, 0, 0, 0], "one unit is no sum");
        let other = relations(&all, &[choice("none", ""), choice("", "sum")]);
        assert_eq!(units(&other), [0, 2, 0, 0]);
    }

    #[test]
    fn a_roster_tells_who_is_missing() {
        let all = [report("甲县水利局", 2023), report("青山镇人民政府", 2023), report("甲县水利局", 2023)];
        let found = roster("水利局\n\n甲县 林业局\n", &all);
        assert_eq!(found.missing, ["甲县林业局"]);
        assert_eq!(found.unlisted, ["青山镇人民政府"]);
        assert_eq!(found.repeated, ["水利局"]);
    }
}
