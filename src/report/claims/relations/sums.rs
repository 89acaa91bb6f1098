//! Wholes and their parts.

use super::{FARTHEST_RELATION, LONGEST_UNIT, List, PartSum, Parting, Sentences};
use crate::report::claims::meaning::{Meaning, Other, Who};
use crate::report::claims::understand::Draft;
use crate::text::Decimal;
use std::ops::Range;

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

/// Places where the same information may stand several times.
const MEDIA: &[&str] = &["网站", "微信", "微博", "公众号", "平台", "媒体", "客户端", "栏"];
/// What several may do with one and the same thing.
const SHARED: &[&str] = &["出席", "参加", "参与", "涉及", "覆盖", "转发", "转载", "同时", "联合"];
/// How a total begins that stands behind its parts.
const TOTALS: &[&str] = &["合计", "共计", "总计"];
/// How the last item of a list closes it.
const CLOSERS: &[&str] = &["其他", "其它", "其余"];

impl Sentences<'_> {
    /// The parts of the draft with that index, one entry for each way in which it is cut.
    pub(super) fn sums(&self, whole: usize) -> Vec<PartSum> {
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
            // A single number in a bracket is a part only where the text says so: 纠错3件，占总数（30件）的10%.
            let said = ["其中", "包括", "包含", "含"].iter().any(|word| between.contains(word));
            let bracket = self.text(of.digits.end..last.digits.start);
            let named = said || ["其中", "包括", "含"].iter().any(|word| bracket.contains(word));
            if parts.len() > 1 || (parts.len() == 1 && named && !bracket.contains('占')) {
                sums.push(self.part_sum(whole, parts, kind));
            }
        }
        sums
    }

    /// 网站100条、微信50条，合计150条: a total behind its parts, where they do not come to it.
    pub(super) fn total_behind(&self, whole: usize) -> Option<PartSum> {
        let of = self.drafts.get(whole).filter(|of| Self::adds(of) && of.part_of.is_none())?;
        let text = self.text(of.text.clone());
        if !TOTALS.iter().any(|word| text.starts_with(word)) {
            return None;
        }
        let unit = self.unit(of);
        let before = self.before(whole).take_while(|(_, part)| part.sentence == of.sentence);
        let before: Vec<(usize, &Draft)> =
            before.filter(|(_, part)| part.meaning != Meaning::Share).collect();
        let kind = before.first()?.1.meaning;
        let alike = |part: &Draft| {
            Self::adds(part) && part.part_of.is_none() && self.unit(part) == unit && part.meaning == kind
        };
        let mut sum = Decimal::ZERO;
        let fits = before.iter().any(|(_, part)| {
            sum = sum + part.number;
            sum == of.number
        });
        if fits || before.len() < 2 || !before.iter().all(|(_, part)| alike(part)) {
            return None;
        }
        let parts = before.iter().rev().map(|(index, _)| *index).collect();
        Some(PartSum { whole, parts, list: List::Closed, parting: Parting::Likely })
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
}

/// What may be counted in several places at once: the same information on a site and on an account.
fn overlaps(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Other(Other::Media))
}

fn ending(label: &str) -> String {
    let chars: Vec<char> = label.chars().collect();
    chars.get(chars.len().saturating_sub(2)..).unwrap_or_default().iter().collect()
}
