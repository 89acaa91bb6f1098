//! 校验报告, 问题清单 and the tables.

use super::package::text;
use super::{made, opened, report, written, wrong};
use jiaohe::Options;
use jiaohe::deliver::{Refusal, Told, make};
use jiaohe::export::sheet;
use jiaohe::read::{Input, read};
use jiaohe::vocabulary::{Deliverable, OutcomeKind};
use jiaohe::wire::{Confirmation, File, Output};
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario};

/// The lines of a file as the program reads it.
fn lines(bytes: &[u8]) -> Vec<String> {
    read("a", Input::Bytes(bytes)).unwrap().lines().to_vec()
}

fn number_behind(text: &str, word: &str) -> u32 {
    let behind = text.split(word).nth(1).unwrap_or_else(|| panic!("{word} in {text}"));
    behind.trim_start().chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

#[test]
fn the_certificate_says_all_and_its_counts_add_up() {
    let source = written(&wrong(), Layout::Docx);
    let report = report(&source);
    let confirmed = Confirmation {
        fingerprint: report.findings[0].fingerprint.clone(),
        reason: "口径不同，已与台账核对".into(),
    };
    let told = Told { time: "2024-01-20 15:00", confirmations: std::slice::from_ref(&confirmed) };
    let what = Deliverable::Certificate;
    let file = make(what, &opened("各单位/年报.docx", &source), &Options::default(), &told).unwrap();
    assert_eq!(file.name, "年报-校验报告.docx");
    let lines = lines(&file.bytes);
    let all = lines.join("\n");
    let Source::Bytes(bytes) = &source else { unreachable!() };
    for part in [
        report.organ.as_deref().unwrap(),
        "年报.docx",
        &format!("{} 字节", bytes.len()),
        &jiaohe::export::digest::sha256(bytes),
        &jiaohe::export::digest::sm3(bytes),
        "2024-01-20 15:00",
        "填报人",
        "审核人",
        "负责人",
        &confirmed.reason,
    ] {
        assert!(all.contains(part), "{part} is missing in {all}");
    }
    assert!(!all.contains("各单位/"), "folders are left out");
    let total = report.findings.len();
    for (number, finding) in (1..).zip(&report.findings) {
        assert!(all.contains(&format!("第 {number} 项/共 {total} 项【{}】", finding.severity.word())));
        assert!(all.contains(&finding.because) && all.contains(&finding.todo));
    }
    let rules = lines.iter().find(|line| line.contains("条规则")).unwrap();
    let parts = ["通过", "有问题", "未能判断", "不适用"].map(|word| number_behind(rules, word));
    assert_eq!(parts.iter().sum::<u32>(), number_behind(rules, "共"));
    assert_eq!(parts.iter().sum::<u32>() as usize, report.verdicts.len());
    let found = lines.iter().find(|line| line.contains("处问题")).unwrap();
    let parts = ["不通过", "需核实", "提示", "已说明"].map(|word| number_behind(found, word));
    assert_eq!(parts.iter().sum::<u32>(), number_behind(found, "共"));
    assert_eq!((parts[3], parts.iter().sum::<u32>() as usize), (1, total));
    let passed = report.verdicts.iter().filter(|verdict| verdict.outcome == OutcomeKind::Passed);
    for verdict in passed {
        assert!(lines.contains(&verdict.rule), "{} passed", verdict.rule);
    }
    // The page for printing says the same.
    let what = Deliverable::CertificatePage;
    let page = make(what, &opened("各单位/年报.docx", &source), &Options::default(), &told).unwrap();
    let page: Vec<String> =
        self::lines(&page.bytes).into_iter().filter(|line| !line.trim().is_empty()).collect();
    let kept = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    for line in kept {
        assert!(page.iter().any(|own| own.trim() == line), "{line} is not on the page");
    }
}

#[test]
fn the_tables_come_back_cell_by_cell() {
    for layout in [Layout::TabCells, Layout::Docx, Layout::Html] {
        let source = written(&wrong(), layout);
        let cells = report(&source).cells;
        assert!(cells.len() > 150);
        for what in [Deliverable::Tables, Deliverable::TablesPage] {
            let file = made(what, "年报", &source).unwrap();
            assert_eq!(report(&Source::Bytes(file.bytes)).cells, cells, "{layout:?} {what}");
        }
    }
    let page = made(Deliverable::TablesPage, "年报", &written(&wrong(), Layout::Docx)).unwrap();
    let page = String::from_utf8(page.bytes).unwrap();
    assert!(page.starts_with("<table") && !page.contains("<style") && !page.contains("class="), "{page}");
    let none = made(Deliverable::Tables, "通知", &Source::Text("关于开会的通知\n请准时参加。".into()));
    assert!(matches!(none, Err(Refusal::NotOffered(_))), "{none:?}");
}

#[test]
fn the_list_has_every_finding_and_nothing_that_acts() {
    let source = written(&wrong(), Layout::Docx);
    let mut report = report(&source);
    let acting = ["=1+1", "+1", "-x", "@SUM(A1)", "＝1", "＋1", "－1", "＠x"];
    for (finding, text) in report.findings.iter_mut().zip(acting) {
        finding.message = text.into();
    }
    let names = acting.map(|name| File {
        name: format!("{name}<&\u{1b}.txt"),
        error: None,
        report: Some(report.clone()),
    });
    let output = Output::new(names.to_vec(), Vec::new());
    let file = jiaohe::deliver::issues(Deliverable::Issues, &output, &[]);
    assert_eq!(file.name, "问题清单.xlsx");
    let sheet = text(&file.bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("t=\"str\""), "no formula anywhere");
    for name in acting {
        // Text in its cell, and marked so that it stays text when it is edited.
        let cell = sheet.split("<c ").find(|cell| cell.contains(&format!(">{name}&lt;"))).unwrap();
        assert!(cell.contains("s=\"5\" t=\"inlineStr\""), "{cell}");
    }
    assert!(text(&file.bytes, "xl/styles.xml").matches("quotePrefix=\"1\"").count() == 2);
    let read = lines(&file.bytes);
    let list = sheet::findings(&output, &[]);
    for cell in list.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.trim().is_empty()) {
        let shown = jiaohe::export::plain(cell);
        assert!(read.iter().any(|line| line.trim() == shown.trim()), "{cell:?} is not in the sheet");
    }
    assert_eq!(list.rows.len(), report.findings.len() * acting.len());
    let csv = jiaohe::deliver::issues(Deliverable::IssuesText, &output, &[]);
    assert_eq!(csv.bytes, jiaohe::export::csv::findings(&output).into_bytes());
}

#[test]
fn what_was_confirmed_is_told_in_the_list() {
    let report = report(&written(&wrong(), Layout::Docx));
    let confirmed = Confirmation {
        fingerprint: report.findings[0].fingerprint.clone(),
        reason: "上级要求如此".into(),
    };
    let count = report.findings.len();
    let output = Output::new(vec![File { name: "a".into(), error: None, report: Some(report) }], Vec::new());
    let list = sheet::findings(&output, std::slice::from_ref(&confirmed));
    assert_eq!(list.columns.last().map(String::as_str), Some("经办人说明"));
    let told: Vec<&str> = list.rows.iter().map(|row| row.cells.last().unwrap().as_str()).collect();
    assert_eq!(told.iter().filter(|told| **told == confirmed.reason).count(), 1);
    assert_eq!(told.len(), count);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let source = written(&Scenario::correct(3), Layout::Docx);
    for what in Deliverable::ALL {
        assert_eq!(made(what, "a.docx", &source), made(what, "a.docx", &source), "{what}");
    }
}
