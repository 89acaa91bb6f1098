//! The files that are made for the reviewer, opened again: sums against the plan, each unit's list, the table of units and rules.

use super::READ;
use jiaohe::compare::totals;
use jiaohe::deliver::{hand_over, sum};
use jiaohe::export::handover;
use jiaohe::read::{Input, read};
use jiaohe::vocabulary::{ListFile, SumFile};
use jiaohe::wire::{Handover, TotalOptions};
use jiaohe::{Options, open};
use jiaohe_testkit::county::{Fault, Kind, hundredths};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::PathBuf;
use std::process::Command;

fn parts() -> Vec<Handover> {
    READ.checked.iter().map(|(_, file)| handover::of(file, &[])).collect()
}

/// The sum as a report that this program reads: the prescribed tables come back cell by cell.
#[test]
fn the_paper_of_a_sum_is_in_the_prescribed_form() {
    let options = TotalOptions { year: Some(2024), ..TotalOptions::default() };
    let total = totals(&READ.extracts, &[], &options).remove(0);
    for what in [SumFile::Paper, SumFile::Page, SumFile::Workbook] {
        let made = sum(what, &total);
        let reports = open(&made.name, Input::Bytes(&made.bytes), &Options::default());
        let values: BTreeMap<String, String> = reports
            .iter()
            .filter_map(|report| report.extract().ok())
            .flat_map(|extract| extract.values)
            .collect();
        for cell in &total.cells {
            let back = values.get(&cell.cell).map(|value| hundredths(value));
            assert_eq!(back, Some(hundredths(&cell.sum)), "{what:?} {}", cell.cell);
        }
        let document = read(&made.name, Input::Bytes(&made.bytes)).unwrap();
        let text = document.lines().join("\n");
        for word in ["安平水利.md", "属于其他地区", "水利局初稿.html", "清河县医疗保障局", "汇总报告把"]
        {
            assert!(text.contains(word), "{what:?} does not say {word}");
        }
        assert!(!text.contains("2024/"), "{what:?} tells a folder");
    }
}

/// Every unit with something to do has one docx of its own, under a name of its own, with every one of its findings.
#[test]
fn each_unit_has_its_list() {
    let parts = parts();
    let made = hand_over(ListFile::Papers, &parts);
    let mut archive = zip::ZipArchive::new(Cursor::new(made.bytes)).unwrap();
    let open: Vec<&Handover> = parts.iter().filter(|part| part.open).collect();
    assert_eq!(archive.len(), open.len());
    assert!(made.note.contains(&(parts.len() - open.len()).to_string()), "{}", made.note);
    let mut names = std::collections::BTreeSet::new();
    for (at, part) in open.iter().enumerate() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        assert!(names.insert(name.to_lowercase()) && !name.contains(['/', '\\', ':']), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let text = read(&name, Input::Bytes(&bytes)).unwrap().lines().join("\n");
        for finding in &part.findings {
            assert!(text.contains(&finding.message), "{name} does not say: {}", finding.message);
        }
        if let Some(organ) = &part.organ {
            assert!(name.starts_with(organ.as_str()) && text.contains(organ.as_str()), "{name}");
        }
    }
}

#[test]
fn messages_stand_one_after_another() {
    let made = hand_over(ListFile::Letters, &parts());
    let text = String::from_utf8(made.bytes).unwrap();
    for (planned, _) in &READ.checked {
        if planned.fault == Some(Fault::Balance) {
            let heading = format!("{}{}年年度报告修改意见：", planned.organ, planned.year);
            assert_eq!(text.matches(&heading).count(), 1, "{heading}");
        }
    }
    assert!(text.contains("清河县财政局2023年政府信息公开工作年度报告.docx：文件不完整"));
}

/// Names that act, names that are the same, and none at all.
#[test]
fn names_of_files_are_safe_and_distinct() {
    let part = |organ: Option<&str>, file: &str| Handover {
        organ: organ.map(str::to_owned),
        file: file.into(),
        open: true,
        ..handover::of(&READ.checked[0].1, &[])
    };
    let parts = [
        part(Some("../甲:局\u{202e}"), "a"),
        part(Some("乙局"), "b"),
        part(Some("乙局"), "c"),
        part(None, "/x/..."),
        part(Some(&"长".repeat(300)), "d"),
    ];
    let mut archive = zip::ZipArchive::new(Cursor::new(hand_over(ListFile::Papers, &parts).bytes)).unwrap();
    let names: Vec<String> =
        (0..archive.len()).map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned()).collect();
    for name in &names {
        assert!(!name.contains(['/', '\\', ':', '\u{202e}']) && !name.starts_with('.'), "{name}");
        assert!(name.chars().count() < 100, "{name}");
    }
    let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
    assert_eq!(distinct.len(), parts.len(), "{names:?}");
}

/// The table of units and rules, the lists and the sums, by openpyxl and python-docx where they are installed, against the plan.
#[test]
fn python_libraries_find_the_plan_in_them() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("county-files");
    std::fs::create_dir_all(&folder).unwrap();
    READ.county.write(&folder).unwrap();
    let parts = parts();
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    for what in [ListFile::Lists, ListFile::Matrix, ListFile::Papers] {
        put(&format!("{}.{}", what.id(), what.ending()), &hand_over(what, &parts).bytes);
    }
    for total in totals(&READ.extracts, &[], &TotalOptions::default()) {
        for what in [SumFile::Workbook, SumFile::Paper] {
            let made = sum(what, &total);
            put(&made.name.replace("汇总表", "sum"), &made.bytes);
        }
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/county/reopen.py");
    let Ok(output) = Command::new("python3").arg(script).arg(&folder).output() else {
        println!("note: python3 is absent, its part is not proved");
        return;
    };
    println!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The table of units and rules counts what the reports' own results count.
#[test]
fn the_table_of_units_and_rules_counts_what_was_found() {
    let matrix = handover::matrix(&parts(), &jiaohe::rules::cards());
    assert_eq!(matrix.rows.len(), READ.checked.len() + 1);
    let cards = jiaohe::rules::cards();
    for (row, (planned, file)) in matrix.rows.iter().zip(&READ.checked) {
        let Some(report) = &file.report else { continue };
        for card in &cards {
            let found = report.findings.iter().filter(|finding| finding.rule == card.id).count();
            let at = matrix.columns.iter().position(|name| *name == format!("{}（{}）", card.title, card.id));
            match at {
                None => assert_eq!(found, 0, "{} is left out", card.id),
                Some(at) if found > 0 => assert_eq!(row.cells[at], found.to_string(), "{}", planned.path),
                Some(at) => assert!(row.cells[at].parse::<u32>().is_err(), "{}", planned.path),
            }
        }
    }
    let kinds = READ.checked.iter().filter(|(planned, _)| planned.kind == Kind::Report).count();
    assert!(kinds > 170);
}
