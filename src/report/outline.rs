//! Title, headings and sections of a report, found by their words; numbers and order are what rules judge.

use super::form::{Part, RESULTS, Row3, SectionKind, TableKind};
use super::{Heading, Period, Section, Title, period, title};
use crate::document::{Block, Document, LineId, Span};
use crate::sorted;
use crate::text::{Folded, compact};
use std::collections::BTreeSet;

const SECTIONS: usize = SectionKind::ALL.len();

/// What an outline consists of.
#[derive(Debug, Clone)]
pub(super) struct Outline {
    pub(super) title: Option<Title>,
    pub(super) period: Option<Period>,
    pub(super) preface: Vec<LineId>,
    pub(super) sections: Vec<Section>,
    /// Lines that are headings of sections: no table goes across them.
    pub(super) headings: BTreeSet<LineId>,
}

/// Finds the outline in the paragraphs of a document. In plain text the lines of the tables are paragraphs too; they
/// still stand in the prose of their section.
pub(super) fn find(document: &Document) -> Outline {
    let lines: Vec<LineId> = paragraphs(document).collect();
    let chosen = choose(document, &lines);
    let first = chosen.iter().flatten().map(|heading| heading.span.line).min();
    let before: Vec<LineId> =
        lines.iter().copied().take_while(|line| first.is_none_or(|first| *line < first)).collect();
    let title = title::find(document, &before);
    let is_title = |line: &LineId| title.as_ref().is_some_and(|title| title.lines.contains(line));
    let headings = sorted::set(chosen.iter().flatten().map(|heading| heading.span.line));
    let sections = SectionKind::ALL
        .into_iter()
        .zip(chosen)
        .map(|(kind, heading)| {
            let prose = heading
                .as_ref()
                .map(|heading| prose(document, &lines, heading, &headings))
                .unwrap_or_default();
            Section { kind, heading, prose }
        })
        .collect();
    let preface: Vec<LineId> = if first.is_none() {
        lines.iter().copied().filter(|line| !is_title(line)).collect()
    } else {
        before.into_iter().filter(|line| !is_title(line)).collect()
    };
    let period = preface.iter().find_map(|&line| period::find(document, line));
    Outline { title, period, preface, sections, headings }
}

impl Outline {
    /// The lines from the heading of a table's section to the next heading, if the section was found.
    pub(super) fn lines_of_section(&self, kind: TableKind) -> Option<std::ops::Range<u32>> {
        let section = self.sections.iter().find(|section| section.kind == kind.section())?;
        let from = section.heading.as_ref()?.span.line;
        let to = self.headings.range((std::ops::Bound::Excluded(from), std::ops::Bound::Unbounded)).next();
        Some(from.0..to.map_or(u32::MAX, |line| line.0))
    }
}

/// The lines that are paragraphs, in order.
pub(super) fn paragraphs(document: &Document) -> impl Iterator<Item = LineId> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.line),
        Block::Table(_) => None,
    })
}

/// Which section a line is the heading of, by its words; a number alone does not make it one.
pub(super) fn section_of(document: &Document, line: LineId) -> Option<SectionKind> {
    candidate(document, line).filter(|(_, candidate)| candidate.fit > 0).map(|(kind, _)| kind)
}

/// A line that may be the heading of a section.
struct Candidate {
    heading: Heading,
    /// How well it fits: 2 the prescribed words, 1 keywords, 0 only its number.
    fit: u8,
}

/// For each section its best heading. A table of contents repeats the headings before the text, so of equally good
/// ones the last is taken.
fn choose(document: &Document, lines: &[LineId]) -> [Option<Heading>; SECTIONS] {
    let mut best: [Option<Candidate>; SECTIONS] = [const { None }; 6];
    for &line in lines {
        let Some((section, candidate)) = candidate(document, line) else { continue };
        let Some(slot) = best.get_mut(section as usize) else { continue };
        if slot.as_ref().is_none_or(|held| candidate.fit >= held.fit) {
            *slot = Some(candidate);
        }
    }
    drop_ordinals_out_of_order(&mut best);
    best.map(|candidate| candidate.map(|candidate| candidate.heading))
}

/// A heading known by its number alone has to stand between its neighbours; else it belongs to a list.
fn drop_ordinals_out_of_order(best: &mut [Option<Candidate>; SECTIONS]) {
    let line = |slot: &Option<Candidate>| slot.as_ref().map(|candidate| candidate.heading.span.line);
    for index in 0..best.len() {
        let here = best.get(index).and_then(|slot| slot.as_ref().map(|c| (c.fit, c.heading.span.line)));
        let Some((0, at)) = here else { continue };
        let before = best.iter().take(index).filter_map(line).max();
        let after = best.iter().skip(index + 1).filter_map(line).min();
        let fits = before.is_some_and(|before| before < at) && after.is_none_or(|after| at < after);
        if !fits && let Some(slot) = best.get_mut(index) {
            *slot = None;
        }
    }
}

fn candidate(document: &Document, line: LineId) -> Option<(SectionKind, Candidate)> {
    let text = document.line(line);
    let body = text.trim_start_matches(['#', ' ', '\t', '\u{3000}', '\u{a0}', '*']);
    let start = text.len() - body.len();
    let (label, rest) = split_label(body);
    let plain = compact(rest);
    // The prescribed words at the start of a line are a heading even if prose follows on the same line.
    for kind in SectionKind::ALL {
        let Some(tail) = plain.strip_prefix(kind.title()) else { continue };
        let ends = tail.is_empty() || tail.starts_with([':', '。', '：', '*']);
        if ends || (!label.is_empty() && tail.chars().count() < 12 && !tail.contains('。')) {
            let end = if tail.is_empty() || !ends {
                text.len()
            } else {
                start + body.len() - rest.len() + heading_length(rest, kind.title())
            };
            return Some((kind, make(line, text, start, end, label, 2)));
        }
    }
    let short = plain.chars().count() <= 36 && !plain.contains(['。', '；', ';']) && !plain.is_empty();
    if label.is_empty() || !short || is_row(&plain) {
        return None;
    }
    // Arabic numbers also count the rows of table 3 and the items of lists: there number and words must agree.
    let numbered = numbered(label);
    let by_words: Vec<SectionKind> = SectionKind::ALL
        .into_iter()
        .filter(|kind| kind.may_be_called(&plain) && (is_chinese(label) || numbered == Some(*kind)))
        .collect();
    let by_number = numbered.filter(|_| is_chinese(label));
    let (kind, fit) = match (by_words.as_slice(), by_number) {
        (several, Some(kind)) if several.contains(&kind) => (kind, 1),
        ([single], _) => (*single, 1),
        (_, Some(kind)) => (kind, 0),
        _ => return None,
    };
    Some((kind, make(line, text, start, text.len(), label, fit)))
}

/// Whether a line is a numbered row of table 3: where a table is plain text, these look like headings.
fn is_row(plain: &str) -> bool {
    let top = |row: &Row3| matches!(row.part(), Part::In | Part::Left);
    plain.starts_with(RESULTS.words) || Row3::ALL.iter().filter(|row| top(row)).any(|row| row.begins(plain))
}

fn make(line: LineId, text: &str, start: usize, end: usize, label: &str, fit: u8) -> Candidate {
    let whole = text.get(start..end).unwrap_or("").trim_end();
    let (_, title) = split_label(whole);
    let title = title.trim().trim_end_matches(['*', '#']).trim().to_owned();
    let span = Span::new(line, start, start + whole.len());
    Candidate { heading: Heading { span, label: label.to_owned(), title }, fit }
}

/// How many bytes of `rest` the plain words `known` take up.
fn heading_length(rest: &str, known: &str) -> usize {
    Folded::compact(rest).origin_of_chars(0..known.chars().count()).end
}

/// Splits `一、总体情况` into `一` and the rest; the label is empty if the line carries no number of the first level.
/// A number in brackets, （一）, is of the second level and no label here.
fn split_label(body: &str) -> (&str, &str) {
    let digits: usize = body
        .chars()
        .take_while(|c| {
            matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') || c.is_numeric()
        })
        .map(char::len_utf8)
        .sum();
    let (Some(label), Some(rest)) = (body.get(..digits), body.get(digits..)) else { return ("", body) };
    let after = rest.trim_start();
    match after.chars().next() {
        Some(mark) if digits > 0 && label.chars().count() <= 2 && "、.．,，:：".contains(mark) => {
            (label, after.get(mark.len_utf8()..).unwrap_or(""))
        }
        Some(_) if digits > 0 && label.chars().count() == 1 && after.len() < rest.len() => (label, after),
        _ => ("", body),
    }
}

fn is_chinese(label: &str) -> bool {
    label.chars().all(|c| "一二三四五六七八九十".contains(c))
}

/// The section whose number a label is, in either writing.
fn numbered(label: &str) -> Option<SectionKind> {
    let plain = compact(label);
    SectionKind::ALL.into_iter().find(|kind| kind.numeral() == plain || kind.number().to_string() == plain)
}

/// The lines of a section: from its heading to the next one.
fn prose(
    document: &Document,
    lines: &[LineId],
    heading: &Heading,
    headings: &BTreeSet<LineId>,
) -> Vec<LineId> {
    let from = heading.span.line;
    let to = headings.range((std::ops::Bound::Excluded(from), std::ops::Bound::Unbounded)).next().copied();
    let behind =
        document.line(from).get(heading.span.end as usize..).is_some_and(|rest| compact(rest).len() > 3);
    lines
        .iter()
        .copied()
        .filter(|&line| (line > from || (line == from && behind)) && to.is_none_or(|to| line < to))
        .collect()
}
