//! Title, headings and sections of a report, found by their words; numbers and order are what rules judge.

mod contents;
mod heading;

use super::form::{SectionKind, TableKind};
use super::{Heading, Period, Section, Title, period, title};
use crate::document::{Block, Document, LineId};
use crate::sorted;
use crate::text::compact;
use heading::{Candidate, candidate};
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
    let mut lines: Vec<LineId> = paragraphs(document).collect();
    let contents = contents::lines(document, &lines);
    lines.retain(|line| !contents.contains(line));
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
