//! One changed number in a correct report, in every cell, in every layout: it must be found, told once, and nothing
//! may be found before the change.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;

use common::{above_hint, check, line};
use jiaohe::wire::{Cell, CellStateKind, Report, Severity};
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::{Layout, Scenario, Style, Zeros, form};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The report that is changed: a city's, busy in every row, its prose free of figures.
fn original(edition: form::Edition) -> Scenario {
    let scenario = Scenario::base(Body::City);
    let scenario = if edition == form::Edition::F2019 { scenario.in_form_2019(Body::City) } else { scenario };
    scenario.quiet(Body::City)
}

/// What is wrong with the cells of a report that was read, as sentences.
fn misread(scenario: &Scenario, (layout, style): (Layout, Style), report: &Report) -> Vec<String> {
    let cells: BTreeMap<&str, &Cell> = report.cells.iter().map(|(id, cell)| (id.as_str(), cell)).collect();
    let mut wrong = Vec::new();
    for id in scenario.ids() {
        let certain = layout.is_certain(style.zeros) && !layout.may_give_up(&id, style.zeros);
        let plain = scenario.cells[&id].trim_start_matches('+');
        let Some(cell) = cells.get(id.as_str()) else {
            if certain {
                wrong.push(format!("{id} is not there"));
            }
            continue;
        };
        let expected = match (plain, style.zeros) {
            ("0", Zeros::Blank) => CellStateKind::Blank,
            ("0", Zeros::Mark(_)) => CellStateKind::Mark,
            _ => CellStateKind::Number,
        };
        // An amount of money may carry its unit; what value that gives is the rules' affair.
        let same_value = cell.value.as_deref() == Some(plain) || plain.ends_with('元');
        let right = cell.state == expected && (expected != CellStateKind::Number || same_value);
        let silent = matches!(cell.state, CellStateKind::Unreadable | CellStateKind::Missing);
        if !right && (certain || !silent) {
            wrong.push(format!("{id} holds {plain:?}, read as {cell:?}"));
        }
    }
    wrong
}

/// Every layout, zeros written, blank or marked, every kind of body, both editions: nothing is found, and every cell
/// is read as it stands. Where a layout loses cells, the program may be silent on them, but never wrong.
#[test]
fn correct_reports_are_clean_in_every_layout() {
    let mut faults = String::new();
    for body in Body::ALL {
        for edition in [form::Edition::F2021, form::Edition::F2019] {
            let base = Scenario::base(body);
            let scenario = if edition == form::Edition::F2019 { base.in_form_2019(body) } else { base };
            for layout in Layout::ALL {
                for zeros in [Zeros::Written, Zeros::Blank, Zeros::Mark("/")] {
                    let style = Style { zeros, ..Style::default() };
                    let report = check(&layout.write(&scenario, style));
                    let certain = layout.is_certain(zeros);
                    let what = format!("{body:?} {edition:?} {layout:?} {zeros:?}");
                    for finding in above_hint(&report) {
                        if certain || finding.severity == Severity::Error {
                            writeln!(faults, "{what}: {}", line(finding)).unwrap();
                        }
                    }
                    let wrong = misread(&scenario, (layout, style), &report);
                    if let Some(first) = wrong.first() {
                        writeln!(faults, "{what}: {} cells misread, such as {first}", wrong.len()).unwrap();
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Full-width digits, blanks around numbers, notes inside labels, half-width brackets, heads that come again: all
/// the same report.
#[test]
fn the_way_of_writing_changes_nothing() {
    let plain = Style::default();
    let styles = [
        Style { full_width: true, ..plain },
        Style { padded: true, ..plain },
        Style { half_width_labels: true, ..plain },
        Style { noted_labels: true, ..plain },
        Style { repeated_heads: true, ..plain },
        Style { zeros: Zeros::Mark("-"), ..plain },
        Style { zeros: Zeros::Mark("—"), ..plain },
        Style { zeros: Zeros::Mark("无"), ..plain },
    ];
    let mut faults = String::new();
    for layout in Layout::ALL.into_iter().filter(|layout| layout.is_certain(Zeros::Written)) {
        for style in styles {
            let scenario = Scenario::base(Body::County);
            let report = check(&layout.write(&scenario, style));
            let wrong = misread(&scenario, (layout, style), &report);
            if let Some(first) = wrong.first() {
                writeln!(faults, "{layout:?} {style:?}: {} misread, such as {first}", wrong.len()).unwrap();
            }
            for finding in above_hint(&report) {
                writeln!(faults, "{layout:?} {style:?}: {}", line(finding)).unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Many made-up correct reports, figures and wording varied, in changing layouts.
#[test]
fn varied_correct_reports_are_clean() {
    let mut faults = String::new();
    for seed in 0..240 {
        let layout = Layout::ALL[usize::try_from(seed).unwrap() % Layout::ALL.len()];
        let scenario = Scenario::correct(seed);
        let report = check(&layout.write(&scenario, Style::default()));
        let certain = layout.is_certain(Zeros::Written);
        for finding in above_hint(&report) {
            if certain || finding.severity == Severity::Error {
                writeln!(faults, "seed {seed} {layout:?}: {}", line(finding)).unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Adding one to each cell of tables 3 and 4 in turn: an error that names the cell, and no second finding.
fn every_plus_one_is_found(edition: form::Edition, zeros: Zeros) {
    let scenario = original(edition);
    let ids = [form::cells3(edition), form::cells4()].concat();
    let (mut table, mut faults) = (String::new(), String::new());
    for layout in Layout::ALL.into_iter().filter(|layout| layout.is_certain(zeros)) {
        let style = Style { zeros, ..Style::default() };
        let (mut found, mut once) = (0, 0);
        for id in &ids {
            let report = check(&layout.write(&scenario.plus_one(id), style));
            let findings = above_hint(&report);
            if findings
                .iter()
                .any(|finding| finding.severity == Severity::Error && finding.cells.contains(id))
            {
                found += 1;
            } else {
                writeln!(faults, "{layout:?}: {id} + 1 is not found").unwrap();
            }
            if findings.len() <= 1 {
                once += 1;
            } else {
                let lines: Vec<String> = findings.iter().map(|finding| line(finding)).collect();
                writeln!(faults, "{layout:?}: {id} + 1 is told {} times: {lines:#?}", lines.len()).unwrap();
            }
        }
        writeln!(
            table,
            "{:<16}{found:>4}/{:<4} found {once:>4}/{} told once",
            layout.name(),
            ids.len(),
            ids.len()
        )
        .unwrap();
    }
    println!("{edition:?}, zeros {zeros:?}\n{table}");
    let shown: Vec<&str> = faults.lines().take(40).collect();
    assert!(faults.is_empty(), "\n{table}\n{}", shown.join("\n"));
}

#[test]
fn every_plus_one_is_found_2021() {
    every_plus_one_is_found(form::Edition::F2021, Zeros::Written);
}

#[test]
fn every_plus_one_is_found_2021_with_blanks() {
    every_plus_one_is_found(form::Edition::F2021, Zeros::Blank);
}

#[test]
fn every_plus_one_is_found_2019() {
    every_plus_one_is_found(form::Edition::F2019, Zeros::Written);
}

#[test]
fn every_plus_one_is_found_2019_with_blanks() {
    every_plus_one_is_found(form::Edition::F2019, Zeros::Blank);
}

/// A number in prose that the tables contradict, in every layout that keeps the prose: one finding, at the number.
#[test]
fn every_number_told_in_prose_is_compared() {
    let mut faults = String::new();
    for body in [Body::County, Body::City, Body::Department] {
        for seed in 0..6 {
            let mut scenario = Scenario::base(body);
            scenario.tell(body, seed);
            for (old, new) in told(&scenario) {
                let mut wrong = scenario.clone();
                let section = wrong.section_mut(1).unwrap();
                for text in &mut section.prose {
                    *text = text.replace(&old, &new);
                }
                let report = check(&Layout::TabCells.write(&wrong, Style::default()));
                let found = report.findings.iter().any(|finding| finding.severity == Severity::Error);
                if !found {
                    writeln!(faults, "{body:?} {seed}: {old} → {new} is not found").unwrap();
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Pieces of prose that tell a cell's number without doubt, each with the same piece telling a number too high.
fn told(scenario: &Scenario) -> Vec<(String, String)> {
    let pieces = [
        ("制发行政规范性文件", "t2.documents.issued"),
        ("新收政府信息公开申请", "t3.received.total"),
        ("新收到政府信息公开申请", "t3.received.total"),
        ("办结", "t3.total.total"),
        ("上年结转申请", "t3.carried_in.total"),
        ("结转下年度继续办理", "t3.carried_out.total"),
        ("被申请行政复议", "t4.review.total"),
    ];
    let prose = scenario.section(1).unwrap().prose.concat();
    pieces
        .into_iter()
        .map(|(words, id)| (words, scenario.number(id)))
        .map(|(words, number)| (format!("{words}{number}件"), format!("{words}{}件", number + 100_000)))
        .filter(|(old, _)| prose.contains(old.as_str()))
        .collect()
}
