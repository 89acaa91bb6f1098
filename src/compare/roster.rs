//! Who of a list has reported.

use super::name;
use crate::text::compact;
use crate::wire::{Extract, Roster};

/// Holds a list, one unit a line, against reports. A unit and a report belong together if their names are the same but
/// for blanks, or if one ends with the other: the list may say 水利局 where the title says 云岭县水利局.
pub fn roster(list: &str, extracts: &[Extract]) -> Roster {
    let units: Vec<String> = list.lines().map(compact).filter(|unit| !unit.is_empty()).collect();
    let bodies: Vec<String> = extracts.iter().map(|extract| compact(name(extract))).collect();
    let fits = |unit: &str, body: &str| body.ends_with(unit) || unit.ends_with(body);
    let of = |unit: &str| -> Vec<&Extract> {
        let found = extracts.iter().zip(&bodies).filter(|(_, body)| fits(unit, body));
        found.map(|(extract, _)| extract).collect()
    };
    let mut found = Roster::default();
    for unit in &units {
        let reports = of(unit);
        if reports.is_empty() {
            found.missing.push(unit.clone());
        }
        let twice = reports.iter().enumerate().any(|(at, one)| {
            reports.iter().skip(at + 1).any(|other| other.year == one.year && name(other) == name(one))
        });
        if twice {
            found.repeated.push(unit.clone());
        }
    }
    let unlisted =
        extracts.iter().zip(&bodies).filter(|(_, body)| !units.iter().any(|unit| fits(unit, body)));
    found.unlisted = unlisted.map(|(extract, _)| name(extract).to_owned()).collect();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roster_tells_who_is_missing() {
        let report =
            |organ: &str| Extract { organ: Some(organ.into()), year: Some(2023), ..Extract::default() };
        let all = [report("甲县水利局"), report("青山镇人民政府"), report("甲县水利局")];
        let found = roster("水利局\n\n甲县 林业局\n", &all);
        assert_eq!(found.missing, ["甲县林业局"]);
        assert_eq!(found.unlisted, ["青山镇人民政府"]);
        assert_eq!(found.repeated, ["水利局"]);
    }
}
