//! The true figures of the units: each year goes on where the year before ended.

use super::units::{UNITS, Unit};
use crate::Rng;
use crate::correct::Body;
use crate::form::{self, Edition};
use crate::scenario::Scenario;
use std::collections::BTreeMap;

/// Result rows that requests of the county end in.
const RESULTS: [&str; 7] = [
    "open",
    "open",
    "partial",
    "denied.process",
    "unavailable.not_held",
    "rejected.complaint",
    "other.no_correction",
];

/// The correct report of a unit on each of the years, by year.
pub(super) fn reports(number: usize, years: &[u16]) -> BTreeMap<u16, Scenario> {
    let unit = &UNITS[number];
    let mut rng = Rng::new(7_000 + u64::try_from(number).unwrap());
    let mut carried = BTreeMap::from([("person", rng.upto(2)), ("business", rng.upto(1))]);
    let mut stock = 3 + rng.upto(40);
    let mut reports = BTreeMap::new();
    for &year in years {
        let mut report = empty(unit, year);
        let documents = Documents { issued: rng.upto(4), repealed: rng.upto(2) };
        stock = stock + documents.issued - documents.repealed;
        report.set("t2.documents.issued", documents.issued.to_string());
        report.set("t2.documents.repealed", documents.repealed.to_string());
        report.set("t2.documents.in_force", stock.to_string());
        let scale = if unit.body == Body::Town { 1 } else { 20 };
        report.set("t2.permits", (20 * scale + rng.upto(97 * scale)).to_string());
        report.set("t2.penalties", (3 * scale + rng.upto(41 * scale)).to_string());
        report.set("t2.coercion", rng.upto(3 * scale).to_string());
        report.set("t2.fees", format!("{}.{:02}", rng.upto(9 * scale), 1 + rng.upto(98)));
        requests(&mut report, &mut rng, &mut carried);
        report.set("t4.review.upheld", rng.upto(2).to_string());
        report.set("t4.review.other", rng.upto(1).to_string());
        report.set("t4.direct.upheld", rng.upto(1).to_string());
        report.balance();
        report.tell(unit.body, rng.next_u64());
        reports.insert(year, report);
    }
    reports
}

struct Documents {
    issued: u32,
    repealed: u32,
}

/// Requests and what became of them; `carried` is what last year left over, and then what this year leaves.
fn requests(report: &mut Scenario, rng: &mut Rng, carried: &mut BTreeMap<&'static str, u32>) {
    for (column, left) in carried.iter_mut() {
        report.set(&format!("t3.carried_in.{column}"), left.to_string());
        // What came over from last year is finished first.
        let finished = *left + rng.upto(if *column == "person" { 9 } else { 2 });
        for _ in 0..finished {
            let cell = format!("t3.{}.{column}", rng.pick(&RESULTS));
            report.set(&cell, (report.number(&cell) + 1).to_string());
        }
        *left = rng.upto(2);
        report.set(&format!("t3.carried_out.{column}"), left.to_string());
    }
}

fn empty(unit: &Unit, year: u16) -> Scenario {
    let mut report = Scenario::base(unit.body);
    report.organ = unit.organ(year);
    report.year = year;
    zero(&mut report);
    report
}

fn zero(report: &mut Scenario) {
    for id in report.ids() {
        report.set(&id, "0");
    }
}

/// The county's report: the sum of what is counted.
pub(super) fn sum<'a>(year: u16, units: impl Iterator<Item = &'a Scenario>) -> Scenario {
    let mut county = Scenario::base(Body::County);
    county.year = year;
    let units: Vec<&Scenario> = units.collect();
    for id in county.ids() {
        county.set(&id, total(&id, units.iter().map(|unit| unit.cells[&id].as_str())));
    }
    county.tell(Body::County, u64::from(year));
    county
}

/// Values added up in their hundredths; amounts keep two decimals.
pub(super) fn total<'a>(id: &str, values: impl Iterator<Item = &'a str>) -> String {
    let hundredths: i64 = values.map(hundredths).sum();
    print(id, hundredths)
}

/// A value in hundredths.
pub fn hundredths(value: &str) -> i64 {
    let (whole, part) = value.split_once('.').unwrap_or((value, "0"));
    whole.parse::<i64>().unwrap_or(0) * 100 + format!("{part:0<2}").parse::<i64>().unwrap_or(0)
}

/// Hundredths as the cell has them: counts without decimals.
pub(super) fn print(id: &str, hundredths: i64) -> String {
    if id == "t2.fees" {
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    } else {
        (hundredths / 100).to_string()
    }
}

/// All cells of the three tables, in the order of the form.
pub fn ids() -> Vec<String> {
    let edition = Edition::F2021;
    [form::cells2(edition), form::cells3(edition), form::cells4()].concat()
}
