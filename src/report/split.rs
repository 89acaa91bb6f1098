//! Two reports in one file: a county's and its office's, or several years, one after the other.

use super::form::SectionKind;
use super::{outline, title};
use crate::document::{Block, Document, LineId};
use crate::sorted;
use std::ops::Range;

/// A report has more text than this; a table of contents, which names the same headings, has less.
const SHORTEST: usize = 400;
/// How many lines before its first heading a title is looked for: a preface is a few paragraphs.
const PREFACE_LINES: usize = 40;

/// The reports of a document, in order; one unless a second title with the six headings behind it certainly begins another.
pub fn split(document: Document) -> Vec<Document> {
    let starts = starts(&document);
    if starts.len() < 2 {
        return vec![document];
    }
    let ends = starts.iter().skip(1).copied().chain([document.blocks.len()]);
    // What stands before the first title, such as a site's navigation, goes with the first report.
    let first = std::iter::once(0).chain(starts.iter().skip(1).copied());
    first.zip(ends).map(|(start, end)| document.part(start..end)).collect()
}

/// The blocks at which reports begin: that of the title before each first section.
fn starts(document: &Document) -> Vec<usize> {
    let headings: Vec<(usize, SectionKind)> = document
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(at, block)| match block {
            Block::Paragraph(paragraph) => Some((at, outline::section_of(document, paragraph.line)?)),
            Block::Table(_) => None,
        })
        .collect();
    let firsts: Vec<usize> =
        headings.iter().filter(|(_, section)| *section == SectionKind::Overview).map(|(at, _)| *at).collect();
    let mut starts: Vec<usize> = Vec::new();
    for (index, &first) in firsts.iter().enumerate() {
        let end = firsts.get(index + 1).copied().unwrap_or(document.blocks.len());
        if !is_report(document, &headings, first..end) {
            continue;
        }
        let after = starts.last().map_or(0, |_| firsts.get(index.wrapping_sub(1)).map_or(0, |at| at + 1));
        match title_before(document, after.max(first.saturating_sub(PREFACE_LINES))..first) {
            Some(title) => starts.push(title),
            // Without a title of its own it is no report of its own.
            None if starts.is_empty() => starts.push(0),
            None => {}
        }
    }
    starts
}

/// Whether blocks hold a whole report: most of the six headings, and text between them.
fn is_report(document: &Document, headings: &[(usize, SectionKind)], blocks: Range<usize>) -> bool {
    let from = headings.partition_point(|(at, _)| *at < blocks.start);
    let within = headings.iter().skip(from).take_while(|(at, _)| *at < blocks.end);
    let found = sorted::set(within.map(|(_, section)| *section));
    let length: usize = document
        .blocks
        .get(blocks)
        .unwrap_or_default()
        .iter()
        .flat_map(Block::lines)
        .map(|line| document.line(line).chars().count())
        .sum();
    found.len() >= 4 && length >= SHORTEST
}

/// The block of the last title among these blocks, of which at least one paragraph is its own.
fn title_before(document: &Document, blocks: Range<usize>) -> Option<usize> {
    let lines: Vec<(usize, LineId)> = blocks
        .filter_map(|at| match document.blocks.get(at) {
            Some(Block::Paragraph(paragraph)) => Some((at, paragraph.line)),
            _ => None,
        })
        .collect();
    (0..lines.len()).rev().find_map(|from| {
        let behind: Vec<LineId> = lines.iter().skip(from).map(|(_, line)| *line).collect();
        let title = title::find(document, &behind)?;
        lines.iter().find(|(_, line)| title.lines.first() == Some(line)).map(|(at, _)| *at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Input, read};

    fn report(organ: &str, year: u16) -> String {
        let filler = "全年按规定更新各类信息，内容准确，方便群众查阅。".repeat(8);
        format!(
            "{organ}{year}年政府信息公开工作年度报告\n本报告由{organ}编制。\n一、总体情况\n{filler}\n\
             二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n\
             五、存在的主要问题及改进情况\n{filler}\n六、其他需要报告的事项\n无。\n"
        )
    }

    fn parts(source: &str) -> Vec<String> {
        let document = read("a.txt", Input::Text(source)).ok();
        document.into_iter().flat_map(split).map(|part| part.lines().concat()).collect()
    }

    #[test]
    fn two_reports_are_two_and_keep_their_places() {
        let (first, second) = (report("云岭县人民政府", 2023), report("云岭县林业局", 2023));
        let found = parts(&format!("{first}\n{second}"));
        assert_eq!(found, [first.replace('\n', ""), second.replace('\n', "")]);
    }

    #[test]
    fn contents_notices_and_repeated_titles_are_no_second_report() {
        let report = report("云岭县人民政府", 2023);
        let contents: String = report
            .lines()
            .filter(|line| line.contains('、') && line.len() < 70)
            .collect::<Vec<_>>()
            .join("\n");
        let title = report.lines().next().unwrap_or_default();
        for source in [
            report.clone(),
            format!("{title}\n目录\n{contents}\n{report}"),
            format!("{title}\n{report}{title}\n"),
            format!("{report}\n{contents}\n"),
        ] {
            assert_eq!(parts(&source).len(), 1, "{source}");
        }
    }
}
