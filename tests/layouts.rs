//! Correct reports in layouts drawn at random: nothing is found, no cell holds a number that is not its own, and nearly
//! all cells are read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;

use common::{check, line};
use jiaohe::wire::Report;
use jiaohe_testkit::{RandomLayout, Scenario};
use std::collections::BTreeMap;

/// How many layouts are drawn; `JIAOHE_LAYOUTS` draws more.
const SEEDS: u64 = 1500;
/// How many of a hundred cells have to be read, over all layouts that say of each number where it belongs.
const LEAST_READ: usize = 97;

/// How many cells were due, and how many were read.
#[derive(Default, Clone, Copy)]
struct Tally {
    due: usize,
    read: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.due += other.due;
        self.read += other.read;
    }
}

/// The cells that were read, and sentences on those that hold something else than they should.
fn compare(scenario: &Scenario, report: &Report) -> (Tally, Vec<String>) {
    let cells: BTreeMap<&str, _> = report.cells.iter().map(|(id, cell)| (id.as_str(), cell)).collect();
    let mut tally = Tally::default();
    let mut wrong = Vec::new();
    for id in scenario.ids() {
        tally.due += 1;
        let plain = scenario.cells[&id].trim_start_matches('+');
        let Some(cell) = cells.get(id.as_str()) else { continue };
        let state = serde_json::to_value(cell.state).unwrap();
        let right = match state.as_str().unwrap() {
            "number" => cell.value.as_deref() == Some(plain) || plain.ends_with('元'),
            "blank" | "mark" => plain == "0",
            "text" => false,
            _ => continue,
        };
        if right {
            tally.read += 1;
        } else {
            wrong.push(format!("{id} holds {plain:?}, read as {:?}", cell.text));
        }
    }
    (tally, wrong)
}

/// The first thing that is told of a report in a layout and ought not to be: cells with another number, or an error.
fn faults_of(scenario: &Scenario, layout: RandomLayout, wrong: &[String], report: &Report) -> Option<String> {
    let errors = report.findings.iter().map(line).filter(|finding| finding.starts_with("error"));
    let cells = wrong.first().map(|first| format!("{} cells wrong, such as {first}", wrong.len()));
    let faults: Vec<String> = cells.into_iter().chain(errors).collect();
    faults.first().map(|first| format!("{} {layout:?}: {first} ({} faults)", scenario.title, faults.len()))
}

#[test]
fn nothing_is_read_wrongly_and_nearly_everything_is_read() {
    let seeds = std::env::var("JIAOHE_LAYOUTS").ok().and_then(|many| many.parse().ok()).unwrap_or(SEEDS);
    let mut all = Tally::default();
    let mut kinds: BTreeMap<String, Tally> = BTreeMap::new();
    let mut given_up: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    let mut faults = Vec::new();
    for seed in 0..seeds {
        let scenario = Scenario::correct(seed);
        let layout = RandomLayout::new(seed);
        let report = check(&layout.write(&scenario));
        let (tally, wrong) = compare(&scenario, &report);
        faults.extend(faults_of(&scenario, layout, &wrong, &report).map(|fault| format!("{seed}: {fault}")));
        let reasons = report.verdicts.iter().filter_map(|verdict| verdict.reason.clone());
        let told =
            |reason: &String| layout.is_decidable() && tally.read < tally.due && reason.starts_with('表');
        for reason in reasons.filter(told) {
            let kind = format!("{:?} {:?} {reason}", layout.separator, layout.merged);
            given_up.entry(kind).or_default().push(seed);
        }
        let decidable = layout.is_decidable();
        if decidable {
            all.add(tally);
        }
        let kind = format!("{:?} {:?}{}", layout.separator, layout.merged, if decidable { "" } else { " *" });
        kinds.entry(kind).or_default().add(tally);
    }
    let share = |tally: Tally| format!("{} of {} cells read", tally.read, tally.due);
    for (kind, tally) in &kinds {
        println!("{kind}: {}", share(*tally));
    }
    println!("all: {}", share(all));
    for (reason, seeds) in given_up {
        println!("{reason} {seeds:?}");
    }
    let shown = faults.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} layouts misread, such as\n{shown}", faults.len());
    assert!(all.read * 100 >= all.due * LEAST_READ, "{}", share(all));
}
