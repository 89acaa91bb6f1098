//! What the numbers of a sentence say of each other: a whole and its parts, a share, a change against another year.

mod shares;
mod sums;

use super::meaning::Meaning;
use super::understand::Draft;
use crate::text::Passage;
use std::ops::Range;

/// How numbers in prose hang together, by the index of their claims.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relations {
    /// Wholes and their parts.
    pub sums: Vec<PartSum>,
    /// Counts with the percentage that they are said to be.
    pub shares: Vec<Share>,
    /// Counts with what they are said to have grown or fallen by.
    pub changes: Vec<Change>,
}

/// A whole and parts of one kind: 共发布信息50条，其中动态30条、公告20条.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartSum {
    /// The whole.
    pub whole: usize,
    /// Its parts, in reading order; at least one.
    pub parts: Vec<usize>,
    /// How complete the list says it is.
    pub list: List,
    /// Whether the parts exclude each other and belong to the whole.
    pub parting: Parting,
}

/// How certain it is that the parts of a list exclude each other and all belong to the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parting {
    /// They do: a list joined by 、 or in one bracket.
    Certain,
    /// Probably; a new matter may begin behind a ，, or the same thing may have been done twice.
    Likely,
    /// They may well overlap: the same information on a site and on an account.
    Overlapping,
}

/// How complete a list says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// It closes itself: its last item is 其他, or it is announced by 分别.
    Closed,
    /// It may leave things out: 其中 promises nothing.
    Open,
    /// It says that it leaves things out: 等.
    Partial,
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

impl Relations {
    /// Adds the relations within one passage, whose first draft becomes the claim with index `first`.
    pub(super) fn read(&mut self, drafts: &[Draft], passage: &Passage, first: usize) {
        let passage = Sentences { drafts, chars: passage.chars() };
        for (index, draft) in drafts.iter().enumerate() {
            self.sums.extend(passage.sums(index).into_iter().map(|sum| PartSum {
                whole: first + sum.whole,
                parts: sum.parts.iter().map(|part| first + part).collect(),
                ..sum
            }));
            self.sums.extend(passage.total_behind(index).map(|sum| PartSum {
                whole: first + sum.whole,
                parts: sum.parts.iter().map(|part| first + part).collect(),
                ..sum
            }));
            if draft.meaning != Meaning::Share && !draft.apart && !passage.is_difference(index) {
                continue;
            }
            if let Some(change) = passage.change(index) {
                self.changes.push(Change {
                    amount: first + index,
                    current: first + change.current,
                    previous: change.previous.map(|previous| first + previous),
                    ..change
                });
            } else if let Some(share) = passage.share(index) {
                self.shares.push(Share {
                    percent: first + index,
                    part: first + share.part,
                    wholes: share.wholes.iter().map(|whole| first + whole).collect(),
                });
            }
        }
    }
}

/// The drafts of a passage.
struct Sentences<'d> {
    drafts: &'d [Draft],
    chars: &'d [char],
}

/// Words that open a list of parts.
const OPENERS: &[&str] = &["其中", "包括", "包含", "含"];

impl Sentences<'_> {
    fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    fn unit(&self, draft: &Draft) -> String {
        self.text(draft.unit.clone()).replace(['余', '多'], "")
    }

    /// The drafts before one, the nearest first.
    fn before(&self, index: usize) -> impl Iterator<Item = (usize, &Draft)> {
        self.drafts.iter().enumerate().take(index).rev().take(FARTHEST_RELATION)
    }

    /// Whether a number can be added up at all.
    fn adds(draft: &Draft) -> bool {
        !draft.approximate && !draft.apart && draft.meaning != Meaning::Share && !draft.digits.is_empty()
    }

    /// The words that name a part: from the stop before it to its digits.
    fn label(&self, index: usize) -> String {
        let Some(part) = self.drafts.get(index) else { return String::new() };
        let before = self.chars.get(..part.digits.start).unwrap_or_default();
        let near = before.len().saturating_sub(LONGEST_LABEL);
        let stop = before.iter().skip(near).rposition(|char| "，。；：、(".contains(*char));
        let start = stop.map_or(near, |at| near + at + 1);
        let mut label = self.text(start..part.digits.start);
        for opener in OPENERS {
            label = label.strip_prefix(opener).unwrap_or(&label).to_owned();
        }
        label
    }
}

/// Numbers this many apart in a paragraph say nothing of each other.
const FARTHEST_RELATION: usize = 64;
/// Longest name of a part.
const LONGEST_LABEL: usize = 24;
/// Longest unit between a number and its bracket.
const LONGEST_UNIT: usize = 4;
/// A change is told this close to its count, in characters.
const FURTHEST_CHANGE: usize = 40;
