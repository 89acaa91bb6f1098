use super::{Correction, Organ, Report, claims, outline, tables, title};
use crate::document::Document;
use crate::sorted;
use crate::text::compact;
use std::collections::BTreeMap;

impl<'d> Report<'d> {
    /// Lifts a report from a document. Never fails: what is not found is missing, what is doubtful is unreadable.
    pub fn lift(document: &'d Document) -> Self {
        Self::lift_corrected(document, &[])
    }

    /// Lifts a report of which some cells were misread: they hold what a person says, before anything is judged by them.
    pub fn lift_corrected(document: &'d Document, corrections: &[Correction]) -> Self {
        let mut report = Self::lift_tables(document);
        (report.corrected, report.lapsed) = report.tables.correct(corrections);
        let claims::Prose { claims, relations, passages, cut } = claims::find(
            document,
            &report.organ,
            &report.preface,
            &report.sections,
            report.year,
            &report.tables,
        );
        (report.claims, report.relations, report.passages, report.cut) = (claims, relations, passages, cut);
        report
    }

    /// Lifts all but the numbers in prose, which are most of the work: what other reports need to know of one.
    pub fn lift_tables(document: &'d Document) -> Self {
        let mut outline = outline::find(document);
        let year = year(document, &outline);
        let tables = tables::lift(document, &outline, year);
        let tables_of_form = [&tables.table2, &tables.table3, &tables.table4];
        let taken = sorted::set(tables_of_form.iter().flat_map(|table| table.lines.iter().copied()));
        outline.preface.retain(|line| !taken.contains(line));
        for section in &mut outline.sections {
            section.prose.retain(|line| !taken.contains(line));
        }
        let organ = match &outline.title {
            Some(title) => Organ::of(&title.organ),
            None => title::organ_in(document, &outline.preface).unwrap_or_else(|| Organ::of("")),
        };
        let outline::Outline { title, period, preface, sections, .. } = outline;
        Self {
            document,
            title,
            organ,
            year,
            period,
            preface,
            sections,
            tables,
            corrected: Vec::new(),
            lapsed: Vec::new(),
            claims: Vec::new(),
            relations: claims::Relations::default(),
            passages: Vec::new(),
            prose: Default::default(),
            cut: false,
        }
    }
}

/// The title's year; else that of the period; else the year that the preface and section one name most often, titles
/// of documents and file numbers left out.
fn year(document: &Document, outline: &outline::Outline) -> Option<u16> {
    let stated =
        outline.title.as_ref().and_then(|title| title.year).or(outline.period.map(|period| period.to.year));
    stated.or_else(|| {
        let first = outline.sections.first().map_or(&[][..], |section| &section.prose);
        let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
        for &line in outline.preface.iter().chain(first) {
            for year in years(&compact(document.line(line))) {
                *counts.entry(year).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
    })
}

/// The years named outside of 《…》 and […].
fn years(text: &str) -> Vec<u16> {
    let mut years = Vec::new();
    let mut depth = 0_u32;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match c {
            '《' | '[' => depth += 1,
            '》' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && c.is_ascii_digit() {
            years.extend(title::year_at(rest));
            rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        } else {
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
    }
    years
}
