//! What the numbers of a sentence say of each other: a whole and its parts, a share, a change against another year.

use super::meaning::{Meaning, Other, Who};
use super::understand::Draft;
use crate::text::{Decimal, Passage};
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
            if draft.meaning != Meaning::Share && !draft.apart {
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

/// Kinds of part that exclude each other within a list; parts of different kinds cut the same whole in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    Applicants,
    Channels,
    Results,
    Outcomes,
    Stages,
    Rest,
}

fn cut(meaning: Meaning) -> Cut {
    match meaning {
        Meaning::Requests(_, Who::All) => Cut::Stages,
        Meaning::Requests(..) => Cut::Applicants,
        Meaning::Channel => Cut::Channels,
        Meaning::Result(..) => Cut::Results,
        Meaning::Suit(..) => Cut::Outcomes,
        _ => Cut::Rest,
    }
}

/// The drafts of a passage.
struct Sentences<'d> {
    drafts: &'d [Draft],
    chars: &'d [char],
}

/// Words that open a list of parts.
const OPENERS: &[&str] = &["其中", "包括", "包含", "含"];
/// Places where the same information may stand several times.
const MEDIA: &[&str] = &["网站", "微信", "微博", "公众号", "平台", "媒体", "客户端", "栏"];
/// What several may do with one and the same thing.
const SHARED: &[&str] = &["出席", "参加", "参与", "涉及", "覆盖", "转发", "转载", "同时", "联合"];
/// How the last item of a list closes it.
const CLOSERS: &[&str] = &["其他", "其它", "其余"];

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

    /// The parts of the draft with that index, one entry for each way in which it is cut.
    fn sums(&self, whole: usize) -> Vec<PartSum> {
        let Some(of) = self.drafts.get(whole).filter(|of| Self::adds(of)) else { return Vec::new() };
        let unit = self.unit(of);
        let children: Vec<(usize, &Draft)> = self
            .drafts
            .iter()
            .enumerate()
            .skip(whole + 1)
            .take(FARTHEST_RELATION)
            .filter(|(_, part)| part.part_of == Some(whole) && part.sentence == of.sentence)
            .filter(|(_, part)| part.digits != of.digits && part.meaning != Meaning::Share)
            .filter(|(_, part)| self.unit(part) == unit || self.unit(part).is_empty())
            .collect();
        let Some((_, last)) = children.last() else { return Vec::new() };
        // A second 其中 at the same depth makes parts of a part, and where those end is not said.
        let between = self.outside_brackets(of.digits.end..last.digits.start);
        let openers =
            ["其中", "包括", "包含"].iter().map(|word| between.matches(word).count()).sum::<usize>();
        if openers > 1 || children.iter().any(|(_, part)| !Self::adds(part)) {
            return Vec::new();
        }
        let mut sums = Vec::new();
        for kind in [Cut::Applicants, Cut::Channels, Cut::Results, Cut::Outcomes, Cut::Stages, Cut::Rest] {
            let of_kind = || children.iter().filter(|(_, part)| cut(part.meaning) == kind);
            let mut parts: Vec<usize> = Vec::new();
            let mut seen: Vec<Range<usize>> = Vec::new();
            for (index, part) in of_kind() {
                if !seen.contains(&part.digits) {
                    seen.push(part.digits.clone());
                    parts.push(*index);
                }
            }
            if !parts.is_empty() {
                sums.push(self.part_sum(whole, parts, kind));
            }
        }
        sums
    }

    fn part_sum(&self, whole: usize, parts: Vec<usize>, kind: Cut) -> PartSum {
        let draft = |index: &usize| self.drafts.get(*index);
        let labels: Vec<String> = parts.iter().map(|part| self.label(*part)).collect();
        let before = draft(&whole).map_or(0, |of| of.digits.end);
        let (start, end) = (
            parts.first().and_then(draft).map_or(before, |part| part.digits.start),
            parts.last().and_then(draft).map_or(before, |part| part.unit.end.max(part.digits.end)),
        );
        let announced = self.text(before..start).contains("分别");
        let closes = labels.last().is_some_and(|label| {
            CLOSERS.iter().any(|word| label.starts_with(word)) && !label.contains("处理")
        });
        let tail = self.text(end..end + 2);
        let all = self.text(before..end);
        let partial = tail.starts_with('等')
            || all.contains("等渠道")
            || labels.iter().any(|label| label.ends_with('等'));
        let list = if partial {
            List::Partial
        } else if announced || closes {
            List::Closed
        } else {
            List::Open
        };
        // Behind a ， a new matter may begin; the same words at the end of two items say that it does not.
        let inside = self.text(start..end);
        let listed = !inside.contains(['，', '；', '。']) || self.in_one_bracket(before, end);
        let tails: Vec<String> = labels.iter().map(|label| ending(label)).collect();
        let alike = tails.len() > 1
            && tails.iter().all(|tail| tail.chars().count() == 2 && Some(tail) == tails.first());
        let exclusive = matches!(kind, Cut::Applicants | Cut::Channels);
        let has = |words: &[&str]| words.iter().any(|word| all.contains(word));
        let overlapping = kind == Cut::Rest
            && (parts.iter().chain([&whole]).filter_map(draft).any(|part| overlaps(part.meaning))
                || has(MEDIA));
        // 公开385条，转发120条，其中…: the list may be one of the number before.
        let total: Decimal = parts.iter().filter_map(draft).map(|part| part.number).sum();
        let elsewhere = draft(&whole).is_some_and(|of| {
            let unit = self.unit(of);
            let earlier = self.before(whole).take_while(|(_, other)| other.sentence == of.sentence);
            total > of.number
                && earlier
                    .filter(|(_, other)| Self::adds(other) && self.unit(other) == unit)
                    .filter(|(_, other)| other.part_of.is_none())
                    .filter(|(_, other)| !self.text(other.digits.end..of.digits.start).contains(['；', '。']))
                    .any(|(_, other)| other.number >= total)
        });
        let parting = if overlapping || elsewhere {
            Parting::Overlapping
        } else if (listed || alike || exclusive) && !has(SHARED) {
            Parting::Certain
        } else {
            Parting::Likely
        };
        PartSum { whole, parts, list, parting }
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

    /// Whether all from the whole's digits to the last part is one bracket.
    fn in_one_bracket(&self, start: usize, end: usize) -> bool {
        let between = self.chars.get(start..end).unwrap_or_default();
        let opens = between.iter().position(|char| *char == '(');
        opens.is_some_and(|at| at <= LONGEST_UNIT && !between.iter().skip(at).any(|char| *char == ')'))
    }

    /// The text of a range without what stands in brackets that open and close inside it.
    fn outside_brackets(&self, range: Range<usize>) -> String {
        let mut depth = 0_usize;
        let mut text = String::new();
        for &char in self.chars.get(range).unwrap_or_default() {
            match char {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ if depth == 0 => text.push(char),
                _ => {}
            }
        }
        text
    }

    /// What a percentage is the share of.
    fn share(&self, percent: usize) -> Option<Share> {
        let said =
            self.drafts.get(percent).filter(|said| said.meaning == Meaning::Share && !said.approximate)?;
        let (last, nearest) = self.before(percent).next()?;
        let between = self.text(nearest.unit.end.max(nearest.digits.end)..said.digits.start);
        // A share of something named in between (占全市的) is not a share of the numbers here.
        let foreign = ["全市", "全省", "全国", "全区", "全县", "上年", "去年", "同比"];
        if foreign.iter().any(|word| between.contains(word)) {
            return None;
        }
        let tied = between.starts_with("(占")
            || between.starts_with("，占")
            || between.starts_with('占')
            || (between == "(" && self.chars.get(said.digits.end + 1) == Some(&')'));
        let (part, of) = if tied { (last, nearest) } else { self.named_before_share(percent, &between)? };
        if of.sentence != said.sentence || !Self::adds(of) {
            return None;
        }
        let wholes = self
            .before(part)
            .filter(|(_, whole)| Self::adds(whole) && !whole.number.is_zero() && whole.number >= of.number);
        Some(Share { percent, part, wholes: wholes.map(|(index, _)| index).collect() })
    }

    /// The count that is named again before 占: 自然人66件、法人10件，自然人申请占86.8%.
    fn named_before_share(&self, percent: usize, between: &str) -> Option<(usize, &Draft)> {
        let (named, rest) = between.rsplit_once('占')?;
        let named = named.rsplit(['，', '；', '、', '。']).next()?;
        if rest.chars().count() > LONGEST_UNIT || named.chars().count() < 2 {
            return None;
        }
        self.before(percent).find(|(index, _)| {
            let label = self.label(*index);
            label.chars().count() >= 2 && (named.starts_with(&label) || label.ends_with(named))
        })
    }

    /// What a percentage or a count that speaks of another year says of the count before it.
    fn change(&self, amount: usize) -> Option<Change> {
        let said = self.drafts.get(amount).filter(|said| !said.approximate)?;
        let before = || self.before(amount).filter(|(_, draft)| draft.sentence == said.sentence);
        let (current, of) = before()
            .filter(|(_, draft)| draft.meaning != Meaning::Share && !draft.approximate)
            .find(|(_, draft)| !draft.apart)?;
        let between = self.text(of.unit.end.max(of.digits.end)..said.digits.start);
        if between.chars().count() > FURTHEST_CHANGE || between.contains(['；', '。']) {
            return None;
        }
        let compared = ["同比", "比上年", "较上年", "比去年", "较去年", "上一年", "比20", "较20"];
        if !compared.iter().any(|word| between.contains(word)) {
            return None;
        }
        let said_so = between.trim_end_matches(['了', '约', '近', '为']);
        let ends = |words: &[&str]| words.iter().any(|word| said_so.ends_with(word));
        let grows = if ends(&["增长", "增加", "上升", "提高", "增多", "增幅", "多"]) {
            true
        } else if ends(&["下降", "减少", "降低", "降幅", "少"]) {
            false
        } else {
            return None;
        };
        let percent = said.meaning == Meaning::Share;
        if !percent && self.unit(said) != self.unit(of) {
            return None;
        }
        let previous = before()
            .take_while(|(index, _)| *index > current)
            .find(|(_, draft)| {
                let before = self.text(draft.digits.start.saturating_sub(LONGEST_LABEL)..draft.digits.start);
                // 上年（31件 gives last year's number; 比上年增加3件 the difference.
                let dated = before
                    .trim_end_matches(['(', '的', '为', '是', '共', '同', '期'])
                    .ends_with(['年', '度']);
                draft.apart && dated && draft.meaning != Meaning::Share && self.unit(draft) == self.unit(of)
            })
            .map(|(index, _)| index);
        Some(Change { amount, percent, grows, current, previous })
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

/// What may be counted in several places at once: the same information on a site and on an account.
fn overlaps(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Other(Other::Media))
}

fn ending(label: &str) -> String {
    let chars: Vec<char> = label.chars().collect();
    chars.get(chars.len().saturating_sub(2)..).unwrap_or_default().iter().collect()
}
