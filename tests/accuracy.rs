//! What each rule finds and what it finds wrongly, over everything the project knows the truth of: `docs/accuracy.md`.
//!
//! The page is held against a fresh run; `cargo xtask accuracy` writes it anew.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;
#[allow(dead_code, reason = "the names of the cases serve the test of the rules")]
mod literate;
#[allow(clippy::indexing_slicing, reason = "a test may fail loudly")]
mod marked;
#[allow(dead_code, reason = "what is expected serves the test of the phrasings")]
mod prose;

use common::{above_hint, check};
use jiaohe::Options;
use jiaohe::read::Input;
use jiaohe::wire::{Report, Severity};
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::{Layout, Scenario, Style, Zeros, form};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// What a rule came to.
#[derive(Default)]
struct Tally {
    /// Planted faults of the literate cases, and how many were found.
    planted: (usize, usize),
    /// Faults of the corpus, and how many were found.
    corpus: (usize, usize),
    /// Findings above hint without a fault behind them.
    false_alarms: usize,
    /// Hints on reports that are correct.
    hints: usize,
}

type Tallies = BTreeMap<&'static str, Tally>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn tally<'t>(tallies: &'t mut Tallies, rule: &str) -> &'t mut Tally {
    tallies.get_mut(rule).unwrap_or_else(|| panic!("there is no rule {rule}"))
}

/// The literate cases: every fault they plant has to be told, and nothing else above hint.
fn literate_cases(tallies: &mut Tallies) -> usize {
    let mut count = 0;
    for (_, cases) in literate::files() {
        for case in cases {
            count += 1;
            let mut unmet: Vec<_> = case.findings.iter().collect();
            for told in case.said().unwrap().iter().flat_map(|said| &said.findings) {
                match unmet.iter().position(|expected| expected.is_met_by(told)) {
                    Some(at) => {
                        unmet.remove(at);
                        tally(tallies, told.rule).planted.0 += 1;
                        tally(tallies, told.rule).planted.1 += 1;
                    }
                    None if told.severity != Severity::Hint => tally(tallies, told.rule).false_alarms += 1,
                    None => {}
                }
            }
            for expected in unmet {
                tally(tallies, &expected.rule).planted.0 += 1;
            }
        }
    }
    count
}

/// Correct reports of every kind of body in every layout that keeps all cells: nothing may be told above hint.
fn correct_reports(tallies: &mut Tallies) -> usize {
    let mut count = 0;
    for body in Body::ALL {
        for edition in [form::Edition::F2021, form::Edition::F2019] {
            let base = Scenario::base(body);
            let scenario = if edition == form::Edition::F2019 { base.in_form_2019(body) } else { base };
            for layout in Layout::ALL {
                for zeros in [Zeros::Written, Zeros::Blank, Zeros::Mark("/")] {
                    if !layout.is_certain(zeros) {
                        continue;
                    }
                    count += 1;
                    let report = check(&layout.write(&scenario, Style { zeros, ..Style::default() }));
                    for finding in &report.findings {
                        let tally = tally(tallies, &finding.rule);
                        if finding.severity == Severity::Hint {
                            tally.hints += 1;
                        } else {
                            tally.false_alarms += 1;
                        }
                    }
                }
            }
        }
    }
    count
}

/// The reports of the corpus against the list of their faults.
fn corpus(tallies: &mut Tallies) -> usize {
    let faults = fs::read_to_string(root().join("tests/corpus/faults.txt")).unwrap();
    let faults: BTreeMap<&str, Vec<&str>> = faults
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .map(|(file, faults)| (file, faults.split_whitespace().collect()))
        .collect();
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root().join("tests/corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.is_file() && !["README", "faults"].contains(&&*path.file_stem().unwrap().to_string_lossy())
    });
    paths.sort();
    for path in &paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(path).unwrap();
        let report =
            common::only(jiaohe::check(&name, Input::Bytes(&bytes), &Options::default())).report.unwrap();
        let mut due = faults.get(name.as_str()).cloned().unwrap_or_default();
        for finding in above_hint(&report) {
            let told = format!("{}:{}", finding.severity, finding.rule);
            match due.iter().position(|fault| *fault == told) {
                Some(at) => {
                    due.remove(at);
                    tally(tallies, &finding.rule).corpus.0 += 1;
                    tally(tallies, &finding.rule).corpus.1 += 1;
                }
                None => tally(tallies, &finding.rule).false_alarms += 1,
            }
        }
        for fault in due {
            tally(tallies, fault.split_once(':').unwrap().1).corpus.0 += 1;
        }
    }
    paths.len()
}

/// One more in each cell of tables 3 and 4 in turn: how many of them an `error` tells.
fn mutated_cells() -> (usize, usize) {
    let (mut told, mut all) = (0, 0);
    for body in [Body::County, Body::Department, Body::City] {
        let scenario = Scenario::base(body).quiet(body);
        for cell in scenario.ids().into_iter().filter(|id| id.starts_with("t3.") || id.starts_with("t4.")) {
            let report: Report = check(&Layout::TabCells.write(&scenario.plus_one(&cell), Style::default()));
            all += 1;
            told += usize::from(report.findings.iter().any(|finding| finding.severity == Severity::Error));
        }
    }
    (told, all)
}

/// Sentences that nobody looked at while the grammar was mended: how many marks there are, how many of them are told, and
/// what is told although it is right.
fn kept_aside() -> (usize, marked::Outcome) {
    let aside = || marked::sentences().into_iter().filter(marked::Sentence::is_aside);
    let sum = aside().map(|sentence| sentence.judge()).fold(marked::Outcome::default(), |mut sum, one| {
        sum.marks.0 += one.marks.0;
        sum.marks.1 += one.marks.1;
        sum.false_alarms += one.false_alarms;
        sum
    });
    (aside().count(), sum)
}

fn page() -> String {
    let mut tallies: Tallies = jiaohe::rules::all().map(|rule| (rule.id, Tally::default())).collect();
    let cases = literate_cases(&mut tallies);
    let correct = correct_reports(&mut tallies);
    let reports = corpus(&mut tallies);
    let (told, cells) = mutated_cells();
    let (aside, outcome) = kept_aside();
    let ((marks, seen), alarms) = (outcome.marks, outcome.false_alarms);
    let mut page = format!(
        "# 各规则的检出与误报\n\n\
         由 `cargo xtask accuracy` 生成，不手改。只统计本项目知道正确答案的材料：\n\n\
         * **植错**：`tests/rules/` 的 {cases} 个例子，各注明应当指出什么。\n\
         * **语料**：`tests/corpus/` 的 {reports} 份整篇报告，错处列在 `faults.txt`。\n\
         * **正确报告**：{correct} 份没有差错的报告（各类单位、两种版式、各种表格排法和零的写法）。\n\
         * **逐格改错**：三份正确报告的表三、表四，每格加 1：{cells} 处改动，指出 {told} 处。\n\
         * **留出的表述**：`tests/phrasings/marked.md` 中按哈希留出、修改语法时不看的 {aside} 句：应随数字改动指出的 {marks} 处，指出 {seen} 处；本来正确却被指出的 {alarms} 处。\n\n\
         “误报”是上述材料中没有差错却列为“不通过”或“需核实”的条数；“提示”是在正确报告上给出的提示条数。\n\n\
         | 规则 | 级别 | 植错 检出/应有 | 语料 检出/应有 | 误报 | 提示 |\n|---|---|---:|---:|---:|---:|\n"
    );
    for rule in jiaohe::rules::all() {
        let tally = &tallies[rule.id];
        let level = rule.severity.word();
        let ((planted, found), (faults, seen)) = (tally.planted, tally.corpus);
        writeln!(
            page,
            "| `{}` {} | {level} | {found}/{planted} | {seen}/{faults} | {} | {} |",
            rule.id, rule.title, tally.false_alarms, tally.hints
        )
        .unwrap();
    }
    page
}

#[test]
fn the_page_on_accuracy_is_true() {
    let path = root().join("docs/accuracy.md");
    let fresh = page();
    if std::env::var_os("JIAOHE_DOCS").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == fresh, "docs/accuracy.md is out of date: `cargo xtask accuracy`");
}
