//! What holds for any input whatever: the contract's shape, places inside the text, the same bytes twice; and for any
//! report: what does not belong to it changes nothing.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;
mod contract;

use common::{above_hint, check};
use jiaohe::read::Input;
use jiaohe::wire::Report;
use jiaohe::{Options, wire};
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario, Style};
use proptest::prelude::*;

/// Panics unless the output for an input keeps the contract; gives the output's JSON.
fn keeps_the_contract(input: Input<'_>) -> String {
    let files = jiaohe::check("任意.txt", input, &Options::default());
    for file in &files {
        let violations = contract::violations(&serde_json::to_value(file).unwrap());
        assert!(violations.is_empty(), "{violations:#?}");
    }
    let json = serde_json::to_string(&files).unwrap();
    let again = jiaohe::check("任意.txt", input, &Options::default());
    assert_eq!(json, serde_json::to_string(&again).unwrap(), "the same input, another output");
    for report in jiaohe::open("任意.txt", input, &Options::default()) {
        let review = wire::Review { extract: None, ..report.review(&Options::default(), true) };
        // So it goes to the page.
        let told = serde_json::to_vec(&review).unwrap();
        assert_eq!(serde_json::from_slice::<wire::Review>(&told).unwrap(), review);
        if let Some(checked) = review.checked {
            places_lie_in_the_text(&checked);
        }
    }
    json
}

fn places_lie_in_the_text(checked: &wire::CheckedReport) {
    let piece = |line: u32, column: u32, length: u32| -> Option<String> {
        let text = checked.lines.get(usize::try_from(line).unwrap().checked_sub(1)?)?;
        let from = usize::try_from(column).unwrap().checked_sub(1)?;
        let length = usize::try_from(length).unwrap();
        let piece: String = text.chars().skip(from).take(length).collect();
        (piece.chars().count() == length && from <= text.chars().count()).then_some(piece)
    };
    for finding in &checked.report.findings {
        for place in &finding.places {
            let found = piece(place.line, place.column, place.length);
            assert_eq!(found.as_deref(), Some(place.quote.as_str()), "{finding:#?}");
        }
    }
    for claim in &checked.report.claims {
        let place = &claim.place;
        assert!(
            piece(place.line, place.column, place.length).is_some_and(|text| !text.is_empty()),
            "{claim:#?}"
        );
    }
    let terms = checked.report.findings.iter().flat_map(|finding| &finding.detail.equations);
    for term in terms.flat_map(|equation| equation.left.iter().chain(&equation.right)) {
        let lies = |place: &wire::Place| piece(place.line, place.column, place.length).is_some();
        assert!(term.place.as_ref().is_none_or(lies), "{term:#?}");
    }
    assert!(checked.report.findings.iter().all(|finding| !finding.detail.title.is_empty()));
}

/// A made-up report as text, in one of the line-by-line layouts.
fn report_text() -> impl Strategy<Value = String> {
    (0_u64..40, 0_usize..12).prop_map(|(seed, layout)| {
        let source = Layout::ALL[layout].write(&Scenario::correct(seed), Style::default());
        let Source::Text(text) = source else { unreachable!("the first twelve layouts are text") };
        text
    })
}

/// Lines of a text cut, doubled, swapped and mixed with others: broken copies of reports.
fn damaged() -> impl Strategy<Value = String> {
    let damage = prop::collection::vec(
        (any::<prop::sample::Index>(), 0_u8..6, "[0-9０-９零一二十万余件条|\t（）()、。 ]{0,12}"),
        1..30,
    );
    (report_text(), damage).prop_map(|(text, damage)| {
        let mut lines: Vec<String> = text.lines().map(String::from).collect();
        for (at, kind, noise) in damage {
            let at = at.index(lines.len());
            match kind {
                0 if lines.len() > 1 => drop(lines.remove(at)),
                1 => lines.insert(at, noise),
                2 => lines[at].push_str(&noise),
                3 => lines.insert(at, lines[at].clone()),
                4 => lines[at] = lines[at].chars().rev().collect(),
                _ => lines.swap(0, at),
            }
        }
        lines.join("\n")
    })
}

const PIECES: &str = "[一二三四五六七（）()0-9０-９.．,，。、；：|\t\n\r 年月日件条规章总计其中行政复议诉讼申请公开结转上下度本新收办理万余自然人商业企业/—\u{a0}\u{3000}\u{200b}\u{1f600}a-z<>&#]{0,300}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_the_contract(text in PIECES) {
        keeps_the_contract(Input::Text(&text));
    }

    #[test]
    fn any_bytes_keep_the_contract(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        keeps_the_contract(Input::Bytes(&bytes));
    }

    #[test]
    fn any_clipboard_keeps_the_contract(html in PIECES, text in PIECES) {
        keeps_the_contract(Input::Clipboard { html: &html, text: &text });
    }

    #[test]
    fn damaged_reports_keep_the_contract(text in damaged()) {
        keeps_the_contract(Input::Text(&text));
    }

    #[test]
    fn truncated_files_keep_the_contract(seed in 0_u64..40, cut in any::<prop::sample::Index>(), flip in any::<prop::sample::Index>()) {
        for layout in [Layout::Docx, Layout::CmsPage, Layout::Html] {
            let Source::Bytes(mut bytes) = layout.write(&Scenario::correct(seed), Style::default()) else { unreachable!() };
            let at = flip.index(bytes.len());
            bytes[at] ^= 0x15;
            keeps_the_contract(Input::Bytes(&bytes));
            keeps_the_contract(Input::Bytes(&bytes[..cut.index(bytes.len())]));
        }
    }

    /// Blank lines between paragraphs, more or fewer, mean nothing.
    #[test]
    fn blank_lines_between_paragraphs_change_nothing(seed in 0_u64..40, layout in 0_usize..8, extra in prop::collection::vec(0_usize..3, 40)) {
        let layout = Layout::ALL[layout];
        let mut scenario = Scenario::correct(seed);
        scenario.set("t3.open.total", "999");
        let before = text_of(layout, &scenario);
        let after = with_blank_lines(&before, &extra);
        same_findings(&before, &after)?;
    }

    /// Buttons, page numbers and the like before and behind the report, and around its tables, mean nothing.
    #[test]
    fn what_stands_around_changes_nothing(seed in 0_u64..40, layout in 0_usize..8, noise in prop::sample::subsequence(NOISE.to_vec(), 1..NOISE.len())) {
        let layout = Layout::ALL[layout];
        let mut scenario = Scenario::correct(seed);
        scenario.set("t3.carried_out.person", "777");
        let before = text_of(layout, &scenario);
        let after = format!("{}\n{before}\n{}\n", noise.join("\n"), noise.join("\n"));
        same_findings(&before, &after)?;
    }
}

const NOISE: [&str; 8] = [
    "首页 > 政务公开 > 政府信息公开年报",
    "打印本页 | 关闭窗口",
    "字体：大 中 小",
    "浏览次数：1024",
    "分享到：",
    "— 12 —",
    "第 3 页 共 8 页",
    "附件下载：年度报告.docx",
];

fn text_of(layout: Layout, scenario: &Scenario) -> String {
    let Source::Text(text) = layout.write(scenario, Style::default()) else { unreachable!("a text layout") };
    text
}

/// Blank lines behind lines of prose, which are those that neither a tab nor a pipe nor a digit opens or ends.
fn with_blank_lines(text: &str, extra: &[usize]) -> String {
    let mut out = String::new();
    for (i, line) in text.lines().enumerate() {
        out.push_str(line);
        out.push('\n');
        if line.ends_with(['。', '情', '况', '项']) && line.chars().count() > 4 && !line.contains(['\t', '|'])
        {
            out.push_str(&"\n".repeat(extra[i % extra.len()]));
        }
    }
    out
}

fn same_findings(before: &str, after: &str) -> Result<(), TestCaseError> {
    let essence = |report: &Report| -> Vec<(String, String, Vec<String>)> {
        let found = above_hint(report).into_iter();
        found.map(|finding| (finding.rule.clone(), finding.message.clone(), finding.cells.clone())).collect()
    };
    let read = |text: &str| check(&Source::Text(text.to_owned()));
    let (first, second) = (read(before), read(after));
    prop_assert!(!essence(&first).is_empty(), "the planted fault is not found");
    prop_assert_eq!(essence(&first), essence(&second));
    prop_assert_eq!(first.cells, second.cells);
    Ok(())
}
