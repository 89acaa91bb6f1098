//! [`Document`] → [`Report`]: what was found, what is missing, what could not be read. Lifting never fails.

pub mod claims;
pub mod form;
mod lift;
pub mod organ;
mod outline;
mod period;
mod split;
mod tables;
mod title;

use crate::document::{Document, LineId, Span};
use crate::text::{Passage, compact};
pub use claims::Claim;
use form::SectionKind;
pub use organ::Organ;
pub use split::split;
use std::cell::OnceCell;
pub use tables::{CellReading, CellState, Correction, TableReading, TableState, Tables};

/// A report as lifted from a document.
#[derive(Debug, Clone)]
pub struct Report<'d> {
    /// The document it was lifted from.
    pub document: &'d Document,
    /// The title, if there is one.
    pub title: Option<Title>,
    /// The body that reports, as the title names it; where there is no title, as the preface does.
    pub organ: Organ,
    /// The year reported on: the title's, else the one that the preface or the period states.
    pub year: Option<u16>,
    /// The statistical period that the preface states.
    pub period: Option<Period>,
    /// Lines before the first section, the title left out.
    pub preface: Vec<LineId>,
    /// The six prescribed sections, in the form's order, whether found or not.
    pub sections: Vec<Section>,
    /// The prescribed tables.
    pub tables: Tables,
    /// Cells that a person put right because they had been misread.
    pub corrected: Vec<Correction>,
    /// Corrections that do not count: their cell is read otherwise now, or not at all.
    pub lapsed: Vec<Correction>,
    /// Numbers asserted in prose, in reading order.
    pub claims: Vec<Claim>,
    /// How those numbers hang together.
    pub relations: claims::Relations,
    /// The preface and the prose of sections one, five and six, folded, hard-wrapped lines joined: by section, none
    /// for the preface.
    pub passages: Vec<(Option<SectionKind>, Passage)>,
    /// The prose of each section as [`Self::prose_of`] gives it, once asked for: several rules look at the whole of it.
    prose: [OnceCell<String>; SectionKind::ALL.len()],
    /// Whether the prose has more numbers, or a longer passage, than are read ([`claims::MOST`], [`claims::LONGEST_PASSAGE`]).
    pub cut: bool,
}

impl Report<'_> {
    /// A section, whether found or not; `None` only in a report that was not lifted.
    pub fn section(&self, kind: SectionKind) -> Option<&Section> {
        self.sections.iter().find(|section| section.kind == kind)
    }

    /// The lines of running text: preface and prose, tables left out.
    pub fn running_text(&self) -> impl Iterator<Item = (LineId, &str)> {
        let lines = self.preface.iter().chain(self.sections.iter().flat_map(|section| &section.prose));
        lines.map(|&line| (line, self.document.line(line)))
    }

    /// The lines of a section's prose; none if its heading was not found.
    pub fn lines_of(&self, kind: SectionKind) -> &[LineId] {
        self.section(kind).map_or(&[], |section| &section.prose)
    }

    /// The prose of a section, blanks left out, lines joined by a line break; `None` if its heading was not found.
    pub fn prose_of(&self, kind: SectionKind) -> Option<&str> {
        let at = self.sections.iter().position(|section| section.kind == kind)?;
        let section = self.sections.get(at)?;
        section.heading.as_ref()?;
        let joined = || {
            let lines: Vec<String> =
                section.prose.iter().map(|&line| compact(self.document.line(line))).collect();
            lines.join("\n")
        };
        self.prose.get(at).map(|prose| prose.get_or_init(joined).as_str())
    }
}

/// The title of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Its text, lines joined.
    pub text: String,
    /// The lines it stands on.
    pub lines: Vec<LineId>,
    /// The body it names, empty if none.
    pub organ: String,
    /// The year it names.
    pub year: Option<u16>,
}

/// A statistical period as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Where it stands.
    pub span: Span,
}

/// A calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// One of the six prescribed sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which one.
    pub kind: SectionKind,
    /// Its heading, if found.
    pub heading: Option<Heading>,
    /// The lines of its prose, sub-headings included, tables left out.
    pub prose: Vec<LineId>,
}

/// A heading of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The whole line.
    pub span: Span,
    /// The number as it is written, such as 五 or 5; empty if none.
    pub label: String,
    /// The title behind the number.
    pub title: String,
}
