//! Numbers asserted in prose: what they mean, whose they are, and what they may be compared with.

mod doubt;
mod features;
mod judge;
mod lex;
mod lexicon;
mod meaning;
mod name;
mod phrase;
mod readings;
mod relations;
mod scope;
mod settle;
mod understand;

use super::form::{CellId, SectionKind};
use super::{Organ, Section, Tables};
use crate::document::{Document, LineId, Span};
use crate::text::{Decimal, Passage, have_any, passages};
pub use doubt::Doubt;
use lexicon::Lexicon;
pub use meaning::{
    Change, Decision, DocumentKind, Meaning, Other, Outcome, ResultKind, Stage, Suit, Topic, Who,
};
pub use relations::{Change as YearChange, List, PartSum, Parting, Quoted, Relations, Share};
use std::ops::Range;
use understand::{Draft, Reader};

/// A number in prose, or a statement in words that amounts to one (未收到 = 0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The words around the number, enough to understand it.
    pub text: String,
    /// Where the number (or the word that stands for it) is.
    pub span: Span,
    /// The number, in the unit of the tables: 行政事业性收费 in 万元, 信息处理费 in 元.
    pub number: Decimal,
    /// Whether the prose says 余, 多, 近, 约 and the like.
    pub approximate: bool,
    /// What it was taken to be; [`Meaning::id`] gives the short stable id.
    pub meaning: Meaning,
    /// The words that say so, in the order of the text; none where it goes on with what was counted before.
    pub evidence: Vec<String>,
    /// What speaks against taking it for that.
    pub doubts: Vec<Doubt>,
    /// Every reading it may be compared with, the likeliest first; empty if none.
    pub readings: Vec<Reading>,
    /// The outcome.
    pub comparison: Comparison,
    /// Whether another number here would be told, at least as a doubt. Otherwise only agreement is worth telling.
    pub binding: bool,
    /// The claim that this is a part of (其中, brackets), by its index; always an earlier one.
    pub part_of: Option<usize>,
}

/// A sum of cells that a number may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The cells that are added.
    pub plus: Vec<CellId>,
    /// The cells that are taken away.
    pub minus: Vec<CellId>,
}

impl Reading {
    /// The value in the tables; `None` if one of the cells is not known.
    pub fn value(&self, tables: &Tables) -> Option<Decimal> {
        self.value_by(&|cell| tables.value(cell))
    }

    /// The value where `value` gives that of each cell.
    pub fn value_by(&self, value: &dyn Fn(CellId) -> Option<Decimal>) -> Option<Decimal> {
        let sum = |cells: &[CellId]| cells.iter().map(|&cell| value(cell)).sum::<Option<Decimal>>();
        Some(sum(&self.plus)? - sum(&self.minus)?)
    }

    /// The table whose cells it adds.
    pub fn table(&self) -> Option<super::form::TableKind> {
        self.plus.first().map(|cell| cell.table())
    }
}

/// What comparing a claim with the tables gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// It agrees with the reading of that index.
    Agrees(usize),
    /// No reading fits. Each reading of the claim has a value in the tables.
    Differs {
        /// How certain it is that one of the two is wrong.
        certainty: Certainty,
        /// What may explain the difference, if anything may.
        doubt: Option<Doubt>,
    },
    /// It was deliberately left alone, because.
    NotCompared(Doubt),
}

/// How certain it is that a number in prose and a table contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A legitimate reading cannot be ruled out.
    Possible,
    /// A legitimate reading is there, but the numbers speak against it.
    Likely,
    /// No reading is left.
    Certain,
}

/// What the prose says in numbers.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// Every number, in reading order.
    pub claims: Vec<Claim>,
    /// How they hang together.
    pub relations: Relations,
    /// The running text they stand in, by the number of its section; 0 is the preface.
    pub passages: Vec<(Option<SectionKind>, Passage)>,
    /// Whether there is more than is read.
    pub cut: bool,
}

/// Numbers that are read; a report has some hundred.
pub const MOST: usize = 10_000;
/// Characters of a passage that are read; a long paragraph has some thousand.
pub const LONGEST_PASSAGE: usize = 50_000;

/// Finds the claims in the prose of a report and compares them with its tables.
///
/// `organ` is the body whose report it is; numbers of another body are not compared. Sections two
/// to four hold the tables themselves; of them only sentences are read that stand above or below a table.
pub fn find(
    document: &Document,
    organ: &Organ,
    preface: &[LineId],
    sections: &[Section],
    year: Option<u16>,
    tables: &Tables,
) -> Prose {
    let lexicon = Lexicon::shared();
    let sections = sections.iter().map(|section| {
        let mut lines = section.prose.clone();
        lines.retain(|&line| section.kind.table().is_none() || is_sentence(document.line(line)));
        (Some(section.kind), lines)
    });
    let prose = std::iter::once((None, preface.to_vec())).chain(sections);
    let (mut claims, mut relations, mut read) = (Vec::new(), Relations::default(), Vec::new());
    let mut cut = false;
    for (section, lines) in prose {
        let mut topic = section == Some(SectionKind::Requests);
        for passage in passages(document, &lines) {
            let chars = passage.chars();
            let chars = chars.get(..LONGEST_PASSAGE).unwrap_or(chars);
            cut |= chars.len() < passage.chars().len() || claims.len() >= MOST;
            if claims.len() >= MOST {
                read.push((section, passage));
                continue;
            }
            let tokens = lex::tokens(chars, lexicon, year);
            let phrases = phrase::phrases(&tokens);
            let mut reader = Reader::new(&passage, organ, topic);
            reader.read(&phrases);
            if is_heading(passage.chars()) {
                topic = is_about_requests(passage.chars());
            }
            let mut drafts = reader.drafts;
            cut |= drafts.len() > MOST - claims.len();
            drafts.truncate(MOST - claims.len());
            settle::within_sentences(&mut drafts, passage.chars());
            if section == Some(SectionKind::Problems) {
                for draft in &mut drafts {
                    draft.doubts.add(doubt::Doubt::OfProblems);
                }
            }
            let first = claims.len();
            let digits: Vec<Range<usize>> = drafts.iter().map(|draft| draft.digits.clone()).collect();
            relations.read(&tokens, (read.len(), &passage), &digits, first);
            claims.extend(drafts.iter().map(|draft| claim(document, draft, &passage, tables, first)));
            let of_passage = claims.get_mut(first..).unwrap_or_default();
            judge::jointly(&drafts, of_passage, tables);
            judge::confirm(&drafts, of_passage, tables);
            judge::accuse_groups(&drafts, of_passage, tables);
            read.push((section, passage));
        }
    }
    judge::together(&mut claims, tables);
    Prose { claims, relations, passages: read, cut }
}

fn claim(document: &Document, draft: &Draft, passage: &Passage, tables: &Tables, first: usize) -> Claim {
    let (readings, comparison) = judge::one(draft, tables);
    let span = passage.span(draft.digits.clone()).unwrap_or_else(|| Span::new(LineId(0), 0, 0));
    // As it stands, if it stands on one line.
    let whole = passage.span(draft.text.clone()).filter(|_| passage.on_one_line(draft.text.clone()));
    let text = whole.map_or_else(|| passage.text(draft.text.clone()), |span| document.text(span).to_owned());
    Claim {
        text,
        span,
        number: draft.number,
        approximate: draft.approximate,
        meaning: draft.meaning,
        evidence: draft.evidence.iter().map(|at| passage.text(at.clone())).collect(),
        doubts: draft.doubts.all().to_vec(),
        readings,
        comparison,
        binding: matches!(
            draft.doubts.bearing(),
            None | Some(doubt::Bearing::Faint | doubt::Bearing::Questioned | doubt::Bearing::Part)
        ),
        part_of: draft.part_of.map(|index| first + index),
    }
}

/// Whether a line among those of a table is a sentence about it: 2022年共收到8份申请，其中…。
fn is_sentence(line: &str) -> bool {
    line.trim_end().ends_with('。')
        && !line.contains(['\t', '|', '｜'])
        && line.chars().any(|c| c.is_ascii_digit())
}

/// Longest line that may be a heading.
const LONGEST_HEADING: usize = 40;

fn is_heading(chars: &[char]) -> bool {
    chars.len() <= LONGEST_HEADING && !chars.iter().any(|char| matches!(char, '，' | '。' | '；'))
        || chars.first().is_some_and(|char| matches!(char, '(' | '#')) && chars.len() <= LONGEST_HEADING
}

/// Whether a heading opens what is said of requests, such as （二）依申请公开.
fn is_about_requests(chars: &[char]) -> bool {
    have_any(chars, &["依申请", "申请公开", "公开申请", "申请办理", "申请处理"])
}
