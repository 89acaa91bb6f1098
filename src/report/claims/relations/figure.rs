//! The numbers of a passage with what stands between them, read without knowing what they count.

use super::kinds::Kinds;
use super::openers::{self, Opener};
use crate::report::claims::lex::{Kind, Stop, Token};
use crate::report::claims::lexicon::{Act, Time, Word};
use crate::text::{Decimal, NumberForm, Unit};
use std::ops::Range;

/// A number of a passage.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of the number")]
pub(in crate::report::claims) struct Figure {
    /// Its folded characters in the passage.
    pub(in crate::report::claims) digits: Range<usize>,
    /// One past its unit.
    pub(super) end: usize,
    /// Its value.
    pub(super) value: Decimal,
    /// Its unit.
    pub(super) unit: Unit,
    /// Whether it is a percentage.
    pub(super) percent: bool,
    /// Whether it is approximate, a range, or may be two numbers.
    pub(super) vague: bool,
    /// Whether it can be added up: exact, of this year, and a count.
    pub(super) adds: bool,
    /// Whether it speaks of another year or is an average or a difference.
    pub(super) apart: bool,
    /// Whether it is an average or set against another number.
    pub(super) compared: bool,
    /// The words that name it, in front.
    pub(super) label: Range<usize>,
    /// The words behind its unit, up to the next mark.
    pub(super) tail: Range<usize>,
    /// What kinds of part its words name.
    pub(super) kinds: Kinds,
    /// How its words begin, for telling items that are named alike.
    pub(super) starts: Option<[char; 2]>,
    /// Whether its words begin with 其他 and the like, which closes a list.
    pub(super) rest: bool,
    /// Whether its words name something done: 发布, 开展.
    pub(super) doing: bool,
    /// Whether its words name a step on the way, which says nothing of the end: 延期, 补正.
    pub(super) step: bool,
    /// Counts the sentences of the passage.
    pub(super) sentence: usize,
    /// How many brackets it stands in.
    pub(super) depth: usize,
    /// What stands between the number before and its words.
    pub(super) gap: Gap,
}

/// What stands between two numbers.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one thing stands in between")]
pub(super) struct Gap {
    /// The strongest mark, those inside closed brackets left out.
    pub(super) stop: Option<Stop>,
    /// What opens a list here.
    pub(super) opener: Option<Opener>,
    /// Whether a bracket was opened and is still open.
    pub(super) opened: bool,
    /// The least depth of brackets in between.
    pub(super) lowest: usize,
    /// Whether a clause of words without a number stands in between.
    pub(super) idle: bool,
    /// Whether one stands in between in the sentence of the second number.
    pub(super) idle_here: bool,
    /// Whether 另有 and the like say that what follows stands beside what stands before.
    pub(super) beside: bool,
}

impl Figure {
    /// Whether it is a count of this year.
    pub(super) fn counts(&self) -> bool {
        !self.percent && !self.apart && !self.vague
    }

    /// Its characters with its words.
    pub(super) fn said(&self) -> Range<usize> {
        self.label.start.max(self.digits.start.saturating_sub(LONGEST_NAME))..self.end
    }

    /// Whether the words of the next number follow its unit directly, so that it only tells how many of what follows:
    /// 24个领域的事项256个.
    fn leads_to(&self, next: &Self) -> bool {
        let gap = next.gap;
        gap.stop.is_none() && gap.opener.is_none() && !gap.opened && gap.lowest >= self.depth
    }
}

/// Longer names of a number are cut.
const LONGEST_NAME: usize = 40;

/// Reads the numbers of a passage.
pub(super) fn figures(chars: &[char], tokens: &[Token]) -> Vec<Figure> {
    let mut walk = Walk::new(chars, tokens);
    for index in 0..tokens.len() {
        walk.step(index);
    }
    walk.end_segment(chars.len(), tokens.len(), None);
    let mut figures = walk.figures;
    for index in 1..figures.len() {
        let joined = match figures.get(index - 1..=index) {
            Some([before, next]) if before.leads_to(next) => {
                let between = chars.get(before.end..next.digits.start).unwrap_or_default();
                // 培训3次500人: the second measures the first; 复议2件和诉讼1件 stand side by side.
                match between {
                    [] => Some(index),
                    ['和' | '与' | '及' | '或' | '并' | '以' | '暨', ..] => None,
                    _ => Some(index - 1),
                }
            }
            _ => None,
        };
        if let Some(figure) = joined.and_then(|at| figures.get_mut(at)) {
            figure.adds = false;
        }
    }
    figures
}

/// Papers that are named by their year.
const YEARLY: [&str; 7] = ["年报", "报告", "预算", "决算", "计划", "总结", "要点"];

/// State of reading on.
struct Walk<'p> {
    chars: &'p [char],
    tokens: &'p [Token],
    figures: Vec<Figure>,
    gap: Gap,
    depth: usize,
    sentence: usize,
    /// Where the words since the last mark begin, as a character and as a token.
    start: (usize, usize),
    /// Where the words since the last mark other than 、 begin, as a character.
    clause: usize,
    /// Whether those words follow a number directly.
    behind: bool,
    /// Whether they hold a percentage.
    share: bool,
    /// What was known where each open bracket opened, with the number of figures then.
    outside: Vec<(Gap, (usize, usize), bool, usize)>,
}

/// Brackets deeper than this are read through.
const DEEPEST: usize = 6;

impl<'p> Walk<'p> {
    fn new(chars: &'p [char], tokens: &'p [Token]) -> Self {
        Self {
            chars,
            tokens,
            figures: Vec::new(),
            gap: Gap::default(),
            depth: 0,
            sentence: 0,
            start: (0, 0),
            clause: 0,
            behind: false,
            share: false,
            outside: Vec::new(),
        }
    }

    fn step(&mut self, index: usize) {
        let Some(token) = self.tokens.get(index) else { return };
        match &token.kind {
            Kind::Stop(stop) => {
                let counted = self.behind;
                self.end_segment(token.at.start, index, Some(*stop));
                self.gap.stop = self.gap.stop.max(Some(*stop));
                // 包含动态、通知等信息；…: what 包含 takes in ends here.
                if *stop >= Stop::Clause && matches!(self.gap.opener, Some(Opener::Includes | Opener::Covers))
                {
                    self.gap.opener = None;
                }
                if *stop == Stop::Sentence {
                    self.sentence += 1;
                    self.gap.idle_here = false;
                }
                // 通过网站公开安全生产、应急管理等信息46条: a 、 inside a name.
                if *stop != Stop::Item || counted {
                    self.clause = token.at.end;
                }
                self.start = (token.at.end, index + 1);
            }
            Kind::Open if self.depth < DEEPEST => {
                self.outside.push((self.gap, self.start, self.behind, self.figures.len()));
                self.end_segment(token.at.start, index, Some(Stop::None));
                self.depth += 1;
                self.gap.opened = true;
                self.start = (token.at.end, index + 1);
                self.clause = token.at.end;
            }
            Kind::Close => {
                let Some((gap, start, behind, count)) = self.outside.pop() else { return };
                self.depth -= 1;
                // A bracket without a number is part of the words around it.
                if count == self.figures.len() {
                    (self.gap, self.start, self.behind) = (gap, start, behind);
                    self.clause = start.0;
                    return;
                }
                self.end_segment(token.at.start, index, None);
                self.gap.lowest = self.gap.lowest.min(self.depth);
                self.gap.opened = false;
                (self.start, self.behind) = ((token.at.end, index + 1), true);
            }
            Kind::Number(number) => {
                let count = number.form == NumberForm::Count;
                let digits = number.digits.clone();
                let percent = number.form == NumberForm::Percent;
                self.figure(digits, number.end, index);
                let (apart, compared) = self.is_apart(index);
                if let Some(figure) = self.figures.last_mut() {
                    figure.value = number.value;
                    figure.unit = number.unit;
                    figure.percent = percent;
                    figure.apart = apart;
                    figure.compared = compared;
                    // 没有一件超期 counts nothing.
                    let words = self.chars.get(figure.label.clone()).unwrap_or_default();
                    let none = matches!(words, [.., '没', '有'] | [.., '无' | '未' | '每'])
                        && self.chars.get(figure.digits.clone()) == Some(&['一']);
                    figure.vague = number.approximate || number.split || none || !(count || percent);
                    figure.adds = count && !apart && !figure.vague;
                }
                self.share = percent;
            }
            _ => {}
        }
    }

    /// Adds the number at a token.
    fn figure(&mut self, digits: Range<usize>, end: usize, index: usize) {
        let words = self.chars.get(self.start.0..digits.start).unwrap_or_default();
        let mut label = self.start.0..digits.start;
        if let Some((opener, length)) = openers::last(words) {
            self.gap.opener = Some(opener);
            label.start += length;
        } else if self.behind && words.first() == Some(&'中') && self.gap.stop.is_none() {
            // 不予公开的4件中2件…
            self.gap.opener = Some(Opener::Among);
            label.start += 1;
        }
        let tokens = self.tokens.get(self.start.1..index).unwrap_or_default();
        let beside = |token: &Token| matches!(token.word(), Some(Word::Beside));
        self.gap.beside |= tokens.iter().any(beside);
        let letters = self.chars.get(label.clone()).unwrap_or_default();
        let opened = label.start > self.start.0;
        let begins = self.chars.get(self.clause..digits.start).filter(|_| !opened).unwrap_or(letters);
        let tokens = tokens.iter().filter(|token| token.at.start >= label.start);
        let tokens: Vec<Word> = tokens.filter_map(Token::word).collect();
        let figure = Figure {
            digits,
            end,
            value: Decimal::ZERO,
            unit: Unit::None,
            percent: false,
            vague: true,
            adds: false,
            apart: false,
            compared: false,
            kinds: Kinds::of(&tokens).with_proposals(letters),
            starts: begins.first_chunk().copied(),
            rest: openers::closes(letters),
            doing: openers::does(begins),
            step: openers::is_step(letters),
            label,
            tail: end..end,
            sentence: self.sentence,
            depth: self.depth,
            gap: self.gap,
        };
        self.figures.push(figure);
        self.gap = Gap { lowest: self.depth, ..Gap::default() };
        (self.start, self.behind, self.share) = ((end, index + 1), true, false);
        self.clause = end;
    }

    /// Whether the words before a number say that it is of another year, an average or a difference; and whether it is one of
    /// the latter two.
    fn is_apart(&self, index: usize) -> (bool, bool) {
        let label = self.figures.last().map_or(0, |figure| {
            // 上年（31件）: the words before the bracket say when.
            let outer = self.outside.last().filter(|_| figure.gap.opened && figure.label.is_empty());
            outer.map_or(figure.label.start, |outside| outside.1.0)
        });
        let before = self.tokens.get(..index).unwrap_or_default().iter().rev();
        let words = before.take_while(|token| token.at.start >= label).filter_map(Token::word);
        let (mut elsewhen, mut carried) = (false, false);
        for word in words {
            match word {
                Word::Time(Time::Compared | Time::Average) => return (true, true),
                Word::Time(Time::Previous | Time::Elsewhen) => elsewhen = true,
                Word::Act(Act::Carry | Act::CarryIn | Act::Pending) => carried = true,
                _ => {}
            }
        }
        // 2021年政府信息公开年报1条: the year belongs to the name of a paper.
        let paper = self.figures.last().is_some_and(|figure| {
            let name: String = self.chars.get(figure.label.clone()).unwrap_or_default().iter().collect();
            YEARLY.iter().any(|word| name.ends_with(word))
        });
        (elsewhen && !carried && !paper, false)
    }

    /// Ends the words since the last mark. `stop` is the mark; `None` at a closing bracket or the end.
    fn end_segment(&mut self, end: usize, index: usize, stop: Option<Stop>) {
        let words = self.chars.get(self.start.0..end).unwrap_or_default();
        let tokens = self.tokens.get(self.start.1..index).unwrap_or_default();
        if self.behind
            && let Some(last) = self.figures.last_mut()
            && last.tail.is_empty()
            && last.end == self.start.0
        {
            last.tail = last.end..end;
            if last.kinds.is_empty() {
                let tokens: Vec<Word> = tokens.iter().filter_map(Token::word).collect();
                last.kinds = Kinds::of(&tokens);
            }
        }
        let opened = openers::last(words);
        if let Some((opener, _)) = opened {
            self.gap.opener = Some(opener);
        } else if self.behind && stop == Some(Stop::Colon) && words.len() <= openers::SHORT_TAIL {
            self.gap.opener = Some(Opener::Colon);
        } else if self.behind
            && stop == Some(Stop::Comma)
            && words.last() == Some(&'中')
            && !openers::goes_on(words)
        {
            // 办结的18件申请中，予以公开9件.
            self.gap.opener = Some(Opener::Among);
        }
        let said = words.iter().any(|char| matches!(char, '\u{4E00}'..='\u{9FFF}'));
        let announces = opened.is_some() || openers::announces(words, stop == Some(Stop::Colon));
        if announces && self.gap.opener.is_none() {
            self.gap.opener = Some(Opener::Namely);
        }
        // 第三产业、外经贸等信息: the name of one part may itself be a list.
        let named = stop == Some(Stop::Item);
        // …，以及部门动态，县区动态等信息2027条: the name of the last part.
        let goes_on = ["以及", "及", "和"].iter().any(|word| openers::begins(words, word));
        let idle = said && !named && !goes_on && !self.behind && !announces && !self.share;
        self.gap.idle |= idle;
        self.gap.idle_here |= idle;
        self.gap.beside |= tokens.iter().any(|token| matches!(token.word(), Some(Word::Beside)));
        (self.behind, self.share) = (false, false);
    }
}
