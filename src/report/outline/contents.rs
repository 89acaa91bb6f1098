//! A table of contents repeats the headings, each with the number of its page. These are no counts and no headings.

use crate::document::{Document, LineId};
use crate::report::form::SectionKind;
use crate::sorted;
use crate::text::{Folded, is_blank, without_lead};
use std::collections::BTreeSet;

/// A line of a table of contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    /// The section that it names, if it names one.
    section: Option<SectionKind>,
    /// Whether dots or a dash lead to the number: a row of a table, which also ends with a number, has none.
    led: bool,
}

/// More characters than a heading with its leader has.
const LONGEST: usize = 160;
/// More characters than any heading has.
const LONGEST_WORDS: usize = 40;
/// So many sections have to be named: one heading with a number behind it is a heading.
const FEWEST_SECTIONS: usize = 2;

/// The lines of the tables of contents among `lines`.
pub(super) fn lines(document: &Document, lines: &[LineId]) -> BTreeSet<LineId> {
    let mut found = Vec::new();
    let mut run: Vec<(LineId, Entry)> = Vec::new();
    for &line in lines {
        let text = document.line(line);
        if text.chars().all(is_blank) {
            continue;
        }
        match entry(text) {
            Some(entry) => run.push((line, entry)),
            None => found.extend(contents(&std::mem::take(&mut run))),
        }
    }
    found.extend(contents(&run));
    sorted::set(found)
}

/// The part of a run of entries that is a table of contents: from the first to the last line that must belong to one.
fn contents(run: &[(LineId, Entry)]) -> Vec<LineId> {
    let sections: BTreeSet<SectionKind> = run.iter().filter_map(|(_, entry)| entry.section).collect();
    if sections.len() < FEWEST_SECTIONS {
        return Vec::new();
    }
    let belongs = |(_, entry): &(LineId, Entry)| entry.led || entry.section.is_some();
    let first = run.iter().position(belongs).unwrap_or(run.len());
    let end = run.iter().rposition(belongs).map_or(0, |last| last + 1);
    run.get(first..end).unwrap_or_default().iter().map(|(line, _)| *line).collect()
}

/// Reads 四、政府信息公开行政复议、行政诉讼情况……4.
fn entry(text: &str) -> Option<Entry> {
    if text.len() > LONGEST * 4 {
        return None;
    }
    let text = without_lead(text).trim_end_matches(is_blank);
    let before_page = page(text)?;
    let words = before_page.trim_end_matches(|char| is_leader(char) || is_blank(char));
    let leader = before_page.get(words.len()..)?;
    let dots = leader.chars().filter(|char| is_leader(*char)).count();
    let led = dots > 1 || leader.contains(['…', '—', '─']);
    let count = words.chars().count();
    if leader.is_empty()
        || !(2..=LONGEST_WORDS).contains(&count)
        || words.contains(['。', '；', ';', '|', '｜'])
    {
        return None;
    }
    Some(Entry { section: section(words), led })
}

/// What stands before the number of a page, which may be set in dashes or brackets: 5, - 5 -, （5）.
fn page(text: &str) -> Option<&str> {
    let is_frame = |char: char| is_blank(char) || matches!(char, '-' | '–' | '—' | '(' | ')' | '（' | '）');
    let inner = text.trim_end_matches(is_frame);
    let number = inner.chars().rev().take_while(|char| char.is_numeric()).map(char::len_utf8).sum::<usize>();
    let before = inner.get(..inner.len().checked_sub(number)?)?;
    let digits = inner.get(before.len()..)?.chars().count();
    (1..=3).contains(&digits).then(|| before.trim_end_matches(['(', '（']))
}

fn is_leader(char: char) -> bool {
    matches!(char, '.' | '．' | '。' | '·' | '・' | '•' | '…' | '‥' | '-' | '–' | '—' | '─' | '_' | '＿')
}

/// The section that words name, with or without its number.
fn section(words: &str) -> Option<SectionKind> {
    let folded = Folded::compact(words);
    let words: String = folded.chars().iter().skip_while(|char| !char.is_alphabetic()).collect();
    let title = words.find(['、', '.', ',']).filter(|at| *at <= 6).and_then(|at| words.get(at..));
    let plain = title.map_or(words.as_str(), |title| title.trim_start_matches(['、', '.', ',']));
    let prescribed = SectionKind::ALL.into_iter().find(|kind| plain == kind.title());
    // Without a number only what ends as all titles do: 全年收到政府信息公开申请 3 is a count.
    let is_title = title.is_some() || plain.ends_with("情况") || plain.ends_with("事项");
    prescribed.or_else(|| SectionKind::ALL.into_iter().find(|kind| is_title && kind.may_be_called(plain)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Format};

    /// How many of the lines of a text are contents.
    fn count(text: &str) -> usize {
        let mut builder = Builder::new(Format::Text);
        for line in text.lines() {
            builder.paragraph(line, None);
        }
        let document = builder.finish();
        let all: Vec<LineId> = super::super::paragraphs(&document).collect();
        lines(&document, &all).len()
    }

    #[test]
    fn contents_are_told_whatever_leads_to_the_page() {
        for leader in ["……", "............", "\t", "  ", "——", " · · · · "] {
            let text = format!(
                "目录\n一、总体情况{leader}1\n（一）主动公开情况{leader}1\n二、主动公开政府信息情况{leader}3\n\
                 四、政府信息公开行政复议、行政诉讼情况{leader}- 12 -\n"
            );
            assert_eq!(count(&text), 4, "{leader:?}");
        }
        assert_eq!(count("收到和处理政府信息公开申请情况 3\n政府信息公开行政复议、行政诉讼情况 4"), 2);
    }

    #[test]
    fn rows_headings_and_sentences_are_no_contents() {
        for text in [
            "二、主动公开政府信息情况\n行政许可\t5\n行政处罚\t12\n三、收到和处理政府信息公开申请情况\n一、本年新收\t5",
            "一、总体情况 1",
            "一、总体情况\n2024年收到申请5\n二、主动公开政府信息情况",
            "全年收到政府信息公开申请 3\n因信息公开引起行政诉讼 4",
        ] {
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
