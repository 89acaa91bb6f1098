//! What the clerk reads. Every text that any rule says of the literate cases, the examples of the catalogue, the corpus, the
//! phrasings and of reports with slips: short, plain, told apart; and what a finding says is due is what stood there before the slip.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;
#[allow(dead_code, reason = "each test binary uses its part")]
mod literate;
#[allow(dead_code, reason = "each test binary uses its part")]
mod prose;
mod sources;

use jiaohe::export::letter;
use jiaohe::read::Input;
use jiaohe::rules;
use jiaohe::wire::{CheckedReport, Finding, Severity};
use jiaohe_testkit::Scenario;
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::layout::Source;
use sources::{corpus, reports, review, written};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The longest title, in characters.
const TITLE: usize = 60;
/// The longest of all other texts.
const OTHERS: usize = 120;
/// Words of the program, not of the clerk.
const BANNED: [&str; 9] =
    ["等式", "同一原因", "文件路径", "系统", "口径", "勾稽不平", "不一致：", "算不出来", "各种可能"];
/// One of these tells what a title is about.
const SUBJECTS: [&str; 17] = [
    "表二",
    "表三",
    "表四",
    "正文",
    "部分",
    "开头",
    "标题",
    "段",
    "“",
    "「",
    "：",
    "统计期限",
    "报告日期",
    "信息处理费",
    "引用",
    "标点",
    "空格",
];

fn length(text: &str) -> usize {
    text.chars().count()
}

/// A text without what it quotes from the report or the form.
fn own_words(text: &str) -> String {
    let mut depth = 0;
    let mut own = String::new();
    for c in text.chars() {
        match c {
            '“' | '「' => depth += 1,
            '”' | '」' => depth -= 1,
            c if depth == 0 => own.push(c),
            _ => {}
        }
    }
    own
}

/// What is wrong with the words of a finding.
fn faults(finding: &Finding) -> Vec<String> {
    let title = &finding.detail.title;
    let mut faults = Vec::new();
    let mut demand = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    let rule = rules::all().find(|rule| rule.id == finding.rule).unwrap();
    demand(finding.message == format!("{title}。"), "the message is not the title");
    demand(length(title) <= TITLE, &format!("a title of {}", length(title)));
    demand(!title.ends_with('。') && title != rule.title, "the title is no title of its own");
    demand(SUBJECTS.iter().any(|word| title.contains(word)), "the title names no subject");
    demand(!finding.todo.is_empty(), "nothing to do");
    for text in [&finding.because, &finding.todo, &finding.detail.location] {
        demand(length(text) <= OTHERS, &format!("a text of {}: {text}", length(text)));
    }
    for repair in &finding.repairs {
        demand(
            length(&repair.reason) <= OTHERS,
            &format!("a reason of {}: {}", length(&repair.reason), repair.reason),
        );
    }
    let texts = [title, &finding.because, &finding.todo, &finding.detail.location];
    for text in texts.into_iter().chain(finding.repairs.iter().map(|repair| &repair.reason)) {
        for word in BANNED {
            demand(!own_words(text).contains(word), &format!("{word} in {text}"));
        }
        demand(!text.contains("「「") && !text.contains("““"), "marks within marks");
        demand(!text.contains("  "), "two blanks");
    }
    faults
}

#[test]
fn every_text_is_short_plain_and_told_apart() {
    let mut wrong = String::new();
    let mut longest: BTreeMap<String, String> = BTreeMap::new();
    let mut reasons = BTreeSet::new();
    for (name, checked) in reports() {
        let mut titles = BTreeSet::new();
        for finding in &checked.report.findings {
            for fault in faults(finding) {
                writeln!(wrong, "{name}: {}: {fault}\n  {}", finding.rule, finding.detail.title).unwrap();
            }
            if !titles.insert(&finding.detail.title) {
                writeln!(wrong, "{name}: told twice: {} {}", finding.rule, finding.detail.title).unwrap();
            }
            let known = longest.entry(finding.rule.clone()).or_default();
            if length(&finding.detail.title) > length(known) {
                known.clone_from(&finding.detail.title);
            }
        }
        for verdict in &checked.report.verdicts {
            reasons.extend(verdict.reason.clone());
        }
    }
    for reason in reasons {
        let banned = BANNED.iter().any(|word| own_words(&reason).contains(word));
        if length(&reason) > OTHERS || banned {
            writeln!(wrong, "a reason of {}: {reason}", length(&reason)).unwrap();
        }
    }
    for (rule, title) in &longest {
        println!("{rule}: {title}");
    }
    let untold: Vec<&str> =
        rules::all().map(|rule| rule.id).filter(|id| !longest.contains_key(*id)).collect();
    assert!(untold.is_empty(), "never told: {untold:?}");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What is due after a slip in one cell, if it says so at all, is what the cell held.
fn dues(
    name: &str,
    cell: &str,
    original: &str,
    before: &CheckedReport,
    after: &CheckedReport,
    tally: &mut [usize; 2],
) -> String {
    let mut wrong = String::new();
    let known: BTreeSet<&str> =
        before.report.findings.iter().map(|finding| finding.detail.title.as_str()).collect();
    for finding in
        after.report.findings.iter().filter(|finding| !known.contains(finding.detail.title.as_str()))
    {
        tally[0] += usize::from(finding.severity == Severity::Error);
        if finding.detail.expected.is_empty() {
            continue;
        }
        tally[1] += 1;
        let [change] = finding.repairs[0].changes.as_slice() else { panic!("{name} {cell}: not one change") };
        if finding.detail.expected != original || change.cell != cell {
            writeln!(wrong, "{name} {cell} was {original}: {}", finding.detail.title).unwrap();
        }
    }
    wrong
}

#[test]
fn what_is_due_is_what_the_cell_held() {
    let (mut wrong, mut tally) = (String::new(), [0, 0]);
    for body in [Body::County, Body::Department, Body::City] {
        for base in [Scenario::base(body), Scenario::base(body).quiet(body)] {
            let before = written(&base);
            for cell in base.ids() {
                let value = base.number(&cell);
                if base.cells[&cell] != value.to_string() {
                    continue;
                }
                for other in [value + 1, value.saturating_sub(2), value * 10] {
                    if other != value {
                        let mut slipped = base.clone();
                        slipped.set(&cell, other.to_string());
                        let after = written(&slipped);
                        wrong += &dues(
                            &format!("{body:?}"),
                            &cell,
                            &value.to_string(),
                            &before,
                            &after,
                            &mut tally,
                        );
                    }
                }
            }
        }
    }
    println!("{} errors, {} with what is due", tally[0], tally[1]);
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(tally[1] > 1000, "{tally:?}");
}

/// Whether a report of the corpus is plain text, whose cells can be changed where they stand.
fn is_text(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension == "txt")
}

/// The same over the reports of the corpus whose tables are right, each cell where it stands in the file.
#[test]
fn what_is_due_is_what_the_cell_of_the_corpus_held() {
    let (mut wrong, mut tally, mut files) = (String::new(), [0, 0], 0);
    for (name, source) in corpus().into_iter().filter(|(name, _)| is_text(name)) {
        let Source::Bytes(bytes) = source else { unreachable!() };
        let document = jiaohe::read::read(&name, Input::Bytes(&bytes)).unwrap();
        let report = jiaohe::report::Report::lift(&document);
        let before = review(&Source::Text(document.lines().join("\n")), None);
        if before
            .report
            .findings
            .iter()
            .any(|finding| finding.rule.starts_with("table") && finding.severity == Severity::Error)
        {
            continue;
        }
        files += 1;
        let tables = [&report.tables.table2, &report.tables.table3, &report.tables.table4];
        for (cell, reading) in tables.into_iter().flat_map(|table| &table.cells) {
            let (Some(span), Ok(value)) = (reading.span, reading.text.trim().parse::<u32>()) else {
                continue;
            };
            let mut lines = document.lines().to_vec();
            let line = &mut lines[span.line.0 as usize];
            line.replace_range(span.start as usize..span.end as usize, &(value + 3).to_string());
            let after = review(&Source::Text(lines.join("\n")), None);
            wrong += &dues(&name, &cell.to_string(), &value.to_string(), &before, &after, &mut tally);
        }
    }
    println!("{files} files, {} errors, {} with what is due", tally[0], tally[1]);
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(files >= 4 && tally[1] > 300, "{files} {tally:?}");
}

#[test]
fn copied_text_is_short_and_stands_alone() {
    let mut wrong = String::new();
    for (name, checked) in reports() {
        let text = letter::report(&checked.report, &checked.report.findings);
        let mut demand = |holds: bool, what: &str| {
            if !holds {
                writeln!(wrong, "{name}: {what}\n{text}").unwrap();
            }
        };
        demand(length(&text) <= 500, &format!("{} characters", length(&text)));
        for finding in &checked.report.findings {
            demand(!text.contains(&finding.rule), "an id of a rule");
        }
        for line in text.lines() {
            let open = line.matches('「').count() == line.matches('」').count();
            demand(open && line.matches('“').count() == line.matches('”').count(), "a torn quotation");
            demand(!line.contains('\t') && !line.contains("http"), "not plain text");
        }
        for finding in &checked.report.findings {
            let alone = letter::alone(finding);
            demand(length(&alone) <= TITLE + OTHERS + 20, &alone);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
