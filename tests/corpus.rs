//! Whole reports as they come, each with a snapshot of what the program makes of it.
//!
//! `tests/corpus/README.md` says in words what is wrong with each; the snapshots in `tests/corpus/snapshots/` show
//! cells, claims and findings. The five reports beside the project, where present, are held against their table.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;
mod contract;

use jiaohe::read::Input;
use jiaohe::wire::{Cell, CellStateKind, Edition, OutcomeKind, Report, Severity};
use jiaohe::{Options, check};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(path: &Path) -> Report {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    let file = check(&name, Input::Bytes(&bytes), &Options::default()).swap_remove(0);
    let violations = contract::violations(&serde_json::to_value(&file).unwrap());
    assert!(violations.is_empty(), "{name}: {violations:#?}");
    file.report.unwrap_or_else(|| panic!("{name} was not read: {:?}", file.error))
}

#[test]
fn corpus() {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder("tests/corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.is_file() && path.file_stem().is_some_and(|stem| stem != "README" && stem != "faults")
    });
    paths.sort();
    assert!(paths.len() >= 12, "the corpus has shrunk");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("corpus/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in paths {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            insta::assert_snapshot!(name, digest(&read(&path)));
        }
    });
}

/// What the program made of a report, a line each: easy to compare with the report by eye.
fn digest(report: &Report) -> String {
    let mut out = String::new();
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".into());
    writeln!(
        out,
        "{} · {} · {:?} · {}",
        text(&report.title),
        text(&report.organ),
        report.year,
        report.reader.id()
    )
    .unwrap();
    if let Some(period) = &report.period {
        writeln!(out, "period {} to {}", period.from, period.to).unwrap();
    }
    let missing: Vec<String> =
        report.sections.iter().filter(|s| !s.found).map(|s| s.number.to_string()).collect();
    let forms = [report.forms.table2, report.forms.table3, report.forms.table4]
        .map(|edition| edition.map_or("–", Edition::id));
    writeln!(out, "forms {} · sections missing: {}", forms.join(" "), missing.join(" ")).unwrap();
    for note in &report.notes {
        writeln!(out, "note {note}").unwrap();
    }
    writeln!(out, "\n# cells").unwrap();
    for (row, values) in rows(&report.cells) {
        writeln!(out, "{row:<28} {}", values.join(" ")).unwrap();
    }
    writeln!(out, "\n# claims").unwrap();
    for claim in &report.claims {
        let about = if claim.approximate { "~" } else { "" };
        let cells = claim.cells.join("+");
        writeln!(
            out,
            "{:<12} {about}{:<8} {:<28} {cells} | {}",
            claim.verdict, claim.number, claim.meaning, claim.text
        )
        .unwrap();
    }
    writeln!(out, "\n# findings").unwrap();
    for finding in &report.findings {
        writeln!(out, "{}", common::line(finding)).unwrap();
    }
    let unjudged = report.verdicts.iter().filter(|verdict| verdict.outcome == OutcomeKind::NotJudged);
    for verdict in unjudged {
        writeln!(out, "not judged {}: {}", verdict.rule, verdict.reason.as_deref().unwrap_or("")).unwrap();
    }
    out
}

/// Cells by row, each cell one short word; rows of nothing but zeros are left out.
fn rows(cells: &[(String, Cell)]) -> Vec<(String, Vec<String>)> {
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for (id, cell) in cells {
        let row = if id.matches('.').count() > 1 { id.rsplit_once('.').unwrap().0 } else { id };
        let word = match cell.state {
            CellStateKind::Number => cell.value.clone().unwrap_or_default(),
            CellStateKind::Blank => "·".into(),
            CellStateKind::Mark | CellStateKind::Text => format!("{:?}", cell.text.as_deref().unwrap_or("")),
            other => other.id().to_uppercase(),
        };
        match rows.last_mut() {
            Some((last, words)) if last == row => words.push(word),
            _ => rows.push((row.to_owned(), vec![word])),
        }
    }
    rows.retain(|(_, words)| words.iter().any(|word| word != "0"));
    rows
}

/// `planted/mistakes.md`: each mistake is told, in every layout of its report, and above hints nothing else.
#[test]
fn planted_mistakes_are_told() {
    let folder = folder("tests/corpus");
    let list = fs::read_to_string(folder.join("planted/mistakes.md")).unwrap();
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let (mut faults, mut count) = (String::new(), 0);
    let rows = list.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [mistake, report, words, instead, due] = cells[..] else { panic!("no row: {row}") };
        for name in names.iter().filter(|name| name.starts_with(report)) {
            let text = fs::read_to_string(folder.join(name)).unwrap();
            assert_eq!(text.matches(words).count(), 1, "{name}: {words}");
            let text = text.replace(words, instead);
            let file = check(name, Input::Bytes(text.as_bytes()), &Options::default()).swap_remove(0);
            let told: Vec<String> = file.report.unwrap().findings.iter().map(short).collect();
            let loud = told.iter().filter(|told| !told.starts_with("hint")).count();
            count += 1;
            if !told.iter().any(|told| told == due) || loud > usize::from(!due.starts_with("hint")) {
                writeln!(faults, "{name}: {mistake}: {due} is due, told is {told:?}").unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert!(count >= 100, "only {count} planted mistakes");
}

/// A finding as the lists of faults name it.
fn short(finding: &jiaohe::wire::Finding) -> String {
    format!("{}:{}", finding.severity.id(), finding.rule)
}

/// What is known of the five real reports: errors and cells that one of them must name.
#[test]
fn the_five_real_reports() {
    let expected: [(&str, &[&[&str]]); 5] = [
        ("xihu-2022.txt", &[&["t3.carried_in.person", "t3.carried_in.total"], &["t3.received.total"]]),
        ("datong-2023.txt", &[&["t2.documents.in_force"]]),
        ("nanhu-2021.txt", &[&["t3.open.total"], &["t3.rejected.repeat.total"]]),
        ("wushan-2022.txt", &[]),
        ("weibin-2022.txt", &[]),
    ];
    let shared = folder("../shared/reports");
    if !shared.is_dir() {
        println!("note: ../shared/reports is not there, so the five real reports were not checked");
        return;
    }
    let mut faults = String::new();
    for (name, causes) in expected {
        let report = read(&shared.join(name));
        // The obsolete form of one table is a finding about the form, not about figures.
        let errors: Vec<_> =
            report.findings.iter().filter(|f| f.severity == Severity::Error && !f.cells.is_empty()).collect();
        let met = |cause: &&[&str]| {
            errors.iter().any(|error| cause.iter().all(|cell| error.cells.iter().any(|c| c == cell)))
        };
        if errors.len() != causes.len() || !causes.iter().all(met) {
            let lines: Vec<String> = errors.iter().map(|error| common::line(error)).collect();
            writeln!(faults, "{name}: {} errors due, found {lines:#?}", causes.len()).unwrap();
        }
        for finding in report
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error && finding.cells.is_empty())
        {
            println!("{name}: {}", common::line(finding));
        }
        for trap in traps(name) {
            for finding in report.findings.iter().filter(|finding| finding.severity != Severity::Hint) {
                if finding.places.first().is_some_and(|place| place.quote.contains(trap)) {
                    writeln!(faults, "{name}: the trap {trap} is reported: {}", common::line(finding))
                        .unwrap();
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Numbers that look wrong and are not.
fn traps(name: &str) -> &'static [&'static str] {
    match name {
        "xihu-2022.txt" => &["358", "2252", "72.79", "16207", "9211", "2021"],
        "datong-2023.txt" => &["1994", "432", "627"],
        "nanhu-2021.txt" => &["13946", "8779", "420", "1172"],
        "wushan-2022.txt" => &["51", "3870", "232", "1.6"],
        "weibin-2022.txt" => &["2672", "104.133"],
        _ => &[],
    }
}
