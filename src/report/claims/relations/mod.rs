//! What the numbers of a passage say of each other, whatever they count: a total and its parts, a share, a change
//! against another year. It is read from the numbers, marks and little words alone, so it can bear witness to what a
//! number means.

mod changes;
mod figure;
mod kinds;
mod lists;
mod openers;
mod shares;

use super::lex::Token;
use crate::document::{LineId, Span};
use crate::text::{Decimal, Passage, Unit};
use figure::Figure;
pub use lists::{List, Parting};
use std::ops::Range;

/// How numbers in prose hang together, by the index of their figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relations {
    /// Every number of the prose, in reading order.
    pub figures: Vec<Quoted>,
    /// Totals and their parts.
    pub sums: Vec<PartSum>,
    /// Counts with the percentage that they are said to be.
    pub shares: Vec<Share>,
    /// Counts with what they are said to have grown or fallen by.
    pub changes: Vec<Change>,
}

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// Its digits.
    pub span: Span,
    /// Its value.
    pub number: Decimal,
    /// Its words, digits and unit.
    pub text: String,
    /// The passage it stands in, by its index.
    pub passage: usize,
    /// The claims that are made of it.
    pub claims: Vec<usize>,
}

/// A total and its parts: 共发布信息50条，其中动态30条、公告20条. Whether they add up is for the reader to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartSum {
    /// The total: one figure, or several that are counted together (收到9件，上年结转1件，其中…).
    pub whole: Vec<usize>,
    /// Its parts, in reading order; at least one.
    pub parts: Vec<usize>,
    /// How complete the list says it is.
    pub list: List,
    /// Whether the parts exclude each other and belong to the whole.
    pub parting: Parting,
}

/// A count and the percentage that it is said to be: 38件，占97.4%.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The percentage.
    pub percent: usize,
    /// The count.
    pub part: usize,
    /// Counts in the text that it may be a share of.
    pub wholes: Vec<usize>,
    /// Whether the text itself says of which of them, so that the tables have no say.
    pub stated: bool,
    /// Whether it is a rate such as 办结率, of which only the words say what is divided by what.
    pub rate: bool,
}

/// A count and what it is said to have grown or fallen by since the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The percentage or the count of the change.
    pub amount: usize,
    /// Whether the amount is a percentage.
    pub percent: bool,
    /// Whether it is said to have grown.
    pub grows: bool,
    /// The count of this year.
    pub current: usize,
    /// The count of the year before, where the sentence gives it.
    pub previous: Option<usize>,
}

impl PartSum {
    /// The total and what the parts add up to.
    pub fn values(&self, figures: &[Quoted]) -> (Decimal, Decimal) {
        let sum =
            |of: &[usize]| of.iter().filter_map(|&at| figures.get(at)).map(|figure| figure.number).sum();
        (sum(&self.whole), sum(&self.parts))
    }

    /// Whether the parts add up to the total.
    pub fn holds(&self, figures: &[Quoted]) -> bool {
        let (whole, parts) = self.values(figures);
        whole == parts && !self.whole.is_empty()
    }
}

impl Relations {
    /// Adds the relations within one passage. `claims` gives the digits of each claim that it makes, the first of which
    /// becomes the claim with index `first`.
    pub(super) fn read(
        &mut self,
        tokens: &[Token],
        (index, passage): (usize, &Passage),
        claims: &[Range<usize>],
        first: usize,
    ) {
        let figures = figure::figures(passage.chars(), tokens);
        let text = Sentences { figures: &figures, chars: passage.chars() };
        let base = self.figures.len();
        let shift = |at: &usize| base + at;
        self.sums.extend(lists::read(&figures, passage.chars()).into_iter().map(|sum| PartSum {
            whole: sum.whole.iter().map(shift).collect(),
            parts: sum.parts.iter().map(shift).collect(),
            list: sum.list,
            parting: sum.parting,
        }));
        for at in 0..figures.len() {
            if let Some(change) = text.change(at) {
                self.changes.push(Change {
                    amount: base + at,
                    current: base + change.current,
                    previous: change.previous.map(|previous| base + previous),
                    ..change
                });
            } else if let Some(share) = text.share(at) {
                self.shares.push(Share {
                    percent: base + at,
                    part: base + share.part,
                    wholes: share.wholes.iter().map(shift).collect(),
                    ..share
                });
            }
        }
        // Claims follow the text, but for the few that a later word adds to an earlier number.
        let mut known: Vec<(usize, usize)> =
            claims.iter().enumerate().map(|(at, digits)| (digits.start, first + at)).collect();
        crate::sorted::sort_by_key(&mut known, |&(start, claim)| (start, claim));
        let mut known = known.into_iter().peekable();
        for figure in &figures {
            while known.next_if(|(start, _)| *start < figure.digits.start).is_some() {}
            let mut claims = Vec::new();
            while let Some((_, claim)) = known.next_if(|(start, _)| *start == figure.digits.start) {
                claims.push(claim);
            }
            self.figures.push(Quoted {
                span: passage.span(figure.digits.clone()).unwrap_or_else(|| Span::new(LineId(0), 0, 0)),
                number: figure.value,
                text: passage.text(figure.said()),
                passage: index,
                claims,
            });
        }
    }
}

/// The figures of a passage with its text.
struct Sentences<'p> {
    figures: &'p [Figure],
    chars: &'p [char],
}

impl Sentences<'_> {
    fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    /// The figures before one, the nearest first.
    fn before(&self, index: usize) -> impl Iterator<Item = (usize, &Figure)> {
        self.figures.iter().enumerate().take(index).rev().take(FARTHEST)
    }

    /// The figures behind one, the nearest first.
    fn behind(&self, index: usize) -> impl Iterator<Item = (usize, &Figure)> {
        self.figures.iter().enumerate().skip(index + 1).take(FARTHEST)
    }

    /// The unit as it is written, 余 and 多 left out.
    fn unit(&self, figure: &Figure) -> String {
        self.text(figure.digits.end..figure.end).replace(['余', '多'], "")
    }

    fn label(&self, index: usize) -> String {
        self.figures.get(index).map_or_else(String::new, |figure| self.text(figure.label.clone()))
    }
}

/// Numbers this many apart in a paragraph say nothing of each other.
const FARTHEST: usize = 32;
/// Longest unit between a number and its bracket.
const LONGEST_UNIT: usize = 4;
/// Longest stretch before a number that says of which year it is.
const LONGEST_DATE: usize = 24;
/// A change is told this close to its count, in characters.
const FURTHEST_CHANGE: usize = 40;

/// Whether two units may be that of one count.
fn same_unit(one: Unit, other: Unit) -> bool {
    one == other
}
