//! How long a full check takes, natively: the usual report in several layouts, and its growth with the length of the text.

use divan::{Bencher, black_box};
use jiaohe::read::Input;
use jiaohe::{Options, check};
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario, Style};

fn main() {
    divan::main();
}

/// A county's report with a page of prose, as most reports are.
fn report() -> Scenario {
    Scenario::base(Body::County)
}

fn run(source: &Source) -> Vec<jiaohe::wire::File> {
    let input = match source {
        Source::Text(text) => Input::Text(text),
        Source::Bytes(bytes) => Input::Bytes(bytes),
    };
    check("report", input, &Options::default())
}

/// One full check of the report in a layout.
#[divan::bench(args = ["L1", "L2", "L4", "L5", "L8", "L10", "Docx"])]
fn layout(bencher: Bencher, name: &str) {
    let Some(layout) = Layout::parse(name) else { return };
    let source = layout.write(&report(), Style::default());
    bencher.bench(|| black_box(run(&source)));
}

/// The same report with its prose repeated until the text has about so many characters: cost should grow in proportion.
#[divan::bench(args = [4_300, 10_000, 100_000, 1_000_000])]
fn growth(bencher: Bencher, characters: usize) {
    let mut scenario = report();
    let once: Vec<String> = scenario.section(1).map(|section| section.prose.clone()).unwrap_or_default();
    let length: usize = once.iter().map(|paragraph| paragraph.chars().count()).sum();
    if let Some(section) = scenario.section_mut(1) {
        let times = characters / length.max(1);
        section.prose = once.iter().cloned().cycle().take(once.len() * times.max(1)).collect();
    }
    let Some(layout) = Layout::parse("L1") else { return };
    let source = layout.write(&scenario, Style::default());
    bencher.bench(|| black_box(run(&source)));
}

/// A page of a content management system, repeated: reading should grow in proportion too.
#[divan::bench(args = [20, 40, 80])]
fn page(bencher: Bencher, times: usize) {
    let source = Source::Bytes(include_bytes!("../tests/files/cms.html").repeat(times));
    bencher.bench(|| black_box(run(&source)));
}

/// Prose full of numbers that hang together in no way: the grammar should stay linear on it.
#[divan::bench(args = [400, 4_000])]
fn tangle(bencher: Bencher, times: usize) {
    let source = Source::Text("收到1,1,1,1申请（其中《自然人12件、法人".repeat(times));
    bencher.bench(|| black_box(run(&source)));
}

/// Lines as long as a file: each of these once made some step look back to the start of the line again and again. The second
/// number has four times the text of the first.
#[divan::bench(args = ["XX", "<", "占1%", "收到1件，", "（其中1件）", "一、总体情况\n"], consts = [50_000, 200_000])]
fn long_line<const CHARACTERS: usize>(bencher: Bencher, piece: &str) {
    let times = CHARACTERS / piece.chars().count();
    let source = Source::Text(format!("某县2023年年度报告\n一、总体情况\n{}", piece.repeat(times)));
    bencher.bench(|| black_box(run(&source)));
}

/// A report with so many broken rows, every column passing, and no few changes that would repair a row: the search for
/// repairs at its longest.
#[divan::bench(args = [0, 2, 3, 5, 12, 23])]
fn broken_rows(bencher: Bencher, rows: u32) {
    let mut scenario = report();
    let results: Vec<String> = scenario.ids().into_iter().filter(|id| id.starts_with("t3.")).collect();
    let results = results.iter().filter(|id| id.ends_with(".person")).skip(2);
    let mut added = 0;
    for (cell, power) in results.zip(0..rows.saturating_sub(2)) {
        // No few of these have the same sum as others.
        let by = 2_u32.pow(power);
        added += by;
        scenario.set(cell, (scenario.number(cell) + by).to_string());
    }
    // What keeps the columns passing breaks two more rows.
    for cell in ["t3.received.person", "t3.total.person"] {
        scenario.set(cell, (scenario.number(cell) + added).to_string());
    }
    let Some(layout) = Layout::parse("L1") else { return };
    let source = layout.write(&scenario, Style::default());
    bencher.bench(|| black_box(run(&source)));
}
