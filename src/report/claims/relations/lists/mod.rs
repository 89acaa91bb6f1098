//! Lists: a total and its parts, read without knowing what is counted.
//!
//! A list is what an opener (其中, 包括, a colon, a bracket) announces, or numbers that add up to the one before them.
//! Where it ends and which number is its total is not written; of the possible ends and totals the ones that add up are
//! taken. Only where none does is a list a contradiction, of its nearest total.

mod bare;
mod broken;
mod extent;

use super::figure::Figure;
use super::kinds::Kinds;
use super::openers::Opener;
use crate::report::claims::lex::Stop;
use crate::text::Decimal;
use extent::{alike, misses_by_one, natural};

/// A total and its parts, as indices of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    /// The figures that make the total: one, or several that are counted together. Empty where none is written.
    pub(super) whole: Vec<usize>,
    /// The parts.
    pub(super) parts: Vec<usize>,
    /// How complete the list says it is.
    pub(super) list: List,
    /// How certain it is that the parts belong to the whole and exclude each other.
    pub(super) parting: Parting,
}

/// How certain it is that the parts of a list exclude each other and all belong to the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parting {
    /// They do: an announced list of one unit, joined by 、 or in one bracket.
    Certain,
    /// Probably; a new matter may begin behind a ，, or another total may be meant.
    Likely,
    /// They may well overlap, or nothing but the numbers says that there is a list.
    Overlapping,
}

/// How complete a list says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// It closes itself: its last item is 其他, or it is announced by 分别, or closed by 组成.
    Closed,
    /// It is meant to be complete, though it does not say so: a bracket of its own, 具体为, a colon, or kinds that make up
    /// a whole, such as ways of coming in.
    Probable,
    /// It may leave things out: 其中 promises nothing.
    Open,
    /// It says that it leaves things out: 等.
    Partial,
}

/// Longest list.
const LONGEST: usize = 128;
/// So many parts that come to a total without the last are one list with it.
const FEWEST: usize = 3;
/// How many lists in sentences of their own may go back to one total.
const LISTS_OF_ONE: usize = 2;
/// How many numbers before a list may be its total.
const TOTALS: usize = 6;
/// How many totals may be counted together.
const TOGETHER: usize = 3;
/// Numbers without an opener between them are told apart from chance only above this.
const LARGE: u32 = 500;

/// Reads the lists of a passage.
pub(super) fn read(figures: &[Figure], chars: &[char]) -> Vec<Sum> {
    let mut lists = Lists {
        figures,
        chars,
        taken: vec![false; figures.len()],
        parts: vec![false; figures.len()],
        totals: vec![false; figures.len()],
        sums: Vec::new(),
    };
    for first in (0..figures.len()).rev() {
        if figures.get(first).is_some_and(Figure::opens) {
            lists.announced(first);
        }
    }
    for first in 0..figures.len() {
        lists.implied(first);
        lists.ways_in(first);
        lists.total_behind(first);
    }
    lists.sums
}

impl Figure {
    /// Whether it may be the total of a list.
    fn is_total(&self) -> bool {
        !self.percent && !self.compared && !self.vague
    }

    /// Whether it is the first of a sentence and goes on with the sentence before: with nothing said between it and the
    /// number before, or with 其中.
    fn begins_sentence(&self) -> bool {
        let among = self.gap.opener == Some(Opener::Among) && !self.gap.idle_here;
        self.gap.stop == Some(Stop::Sentence) && (!self.gap.idle || among)
    }

    /// Whether a list begins with it.
    fn opens(&self) -> bool {
        match self.gap.opener {
            Some(Opener::Made) | None => self.gap.opened,
            Some(_) => true,
        }
    }
}

struct Lists<'p> {
    figures: &'p [Figure],
    chars: &'p [char],
    /// Which figures an inner list has taken as its parts.
    taken: Vec<bool>,
    /// Which figures are parts of a list.
    parts: Vec<bool>,
    /// Which figures are the total of a list.
    totals: Vec<bool>,
    sums: Vec<Sum>,
}

/// A part with what parts it from the one before it.
#[derive(Debug, Clone, Copy)]
struct Item<'p> {
    at: usize,
    figure: &'p Figure,
    stop: Stop,
    idle: bool,
    beside: bool,
    inner: bool,
}

impl<'p> Lists<'p> {
    fn add(&mut self, sum: Sum) {
        let marks = [(&mut self.totals, &sum.whole), (&mut self.parts, &sum.parts)];
        for (marks, places) in marks {
            for &at in places {
                if let Some(mark) = marks.get_mut(at) {
                    *mark = true;
                }
            }
        }
        self.sums.push(sum);
    }

    fn figure(&self, at: usize) -> Option<&'p Figure> {
        self.figures.get(at)
    }

    fn value(&self, at: usize) -> Decimal {
        self.figure(at).map_or(Decimal::ZERO, |figure| figure.value)
    }

    fn sum(&self, of: &[usize]) -> Decimal {
        of.iter().map(|&at| self.value(at)).sum()
    }

    /// The numbers from `first` on that may be parts of one list, at its depth of brackets.
    fn items(&self, first: usize, announced: bool) -> Vec<Item<'p>> {
        let mut items: Vec<Item<'p>> = Vec::new();
        let Some(head) = self.figure(first) else { return items };
        let (mut stop, mut idle, mut beside, mut inner) = (Stop::None, false, false, false);
        for (at, figure) in self.figures.iter().enumerate().skip(first).take(LONGEST) {
            let begins = at == first;
            if figure.sentence != head.sentence || figure.depth < head.depth {
                break;
            }
            if !begins {
                if figure.gap.lowest < head.depth {
                    break;
                }
                stop = stop.max(figure.gap.stop.unwrap_or(Stop::None));
                idle |= figure.gap.idle;
                beside |= figure.gap.beside;
                inner |= figure.depth == head.depth && figure.gap.opener.is_some();
            }
            // 延期1件 among results: no part of what they add up to.
            let aside = figure.step && self.goes_on_with_results(first);
            if figure.percent
                || aside
                || self.is_reference(figure)
                || figure.depth > head.depth
                || self.taken.get(at) == Some(&true)
            {
                // What an inner list takes parts nothing of this one.
                continue;
            }
            if !begins && inner && !announced {
                break;
            }
            items.push(Item { at, figure, stop, idle, beside, inner });
            (stop, idle, beside, inner) = (Stop::None, false, false, false);
        }
        items
    }

    /// 不在46件之内: a number that is spoken of again.
    fn is_reference(&self, figure: &Figure) -> bool {
        let tail = self.chars.get(figure.tail.clone()).unwrap_or_default();
        matches!(tail, ['之' | '以', '内' | '外', ..] | ['在', '内', ..])
    }

    /// Whether what follows a number in its sentence are results, beside which steps on the way are no parts.
    fn goes_on_with_results(&self, first: usize) -> bool {
        let sentence = self.figure(first).map(|figure| figure.sentence);
        let near = self.figures.iter().skip(first).take(FEWEST);
        let mut near = near.filter(|figure| Some(figure.sentence) == sentence && !figure.step);
        near.any(|figure| figure.kinds.meets(Kinds::RESULTS))
    }

    /// The numbers before a list that may be its total, the nearest first.
    fn totals(&self, first: usize) -> Vec<usize> {
        let Some(head) = self.figure(first) else { return Vec::new() };
        let mut depth = head.depth - usize::from(head.gap.opened && head.depth > 0);
        let mut found = Vec::new();
        // Only an opener at the start of a sentence goes on with the sentence before.
        let again = head.begins_sentence();
        let mut earliest = head.sentence.saturating_sub(usize::from(again));
        for (at, figure) in self.figures.iter().enumerate().take(first).rev().take(4 * TOTALS) {
            if figure.sentence < earliest || found.len() == TOTALS {
                break;
            }
            // 共919条。其中…；…。其中…: both lists are of the first total.
            let list = again && figure.begins_sentence() && figure.gap.opener == Some(Opener::Among);
            if list && figure.sentence == earliest && earliest + LISTS_OF_ONE > head.sentence {
                earliest = earliest.saturating_sub(1);
            }
            if figure.percent || figure.compared || figure.depth > depth {
                continue;
            }
            depth = depth.min(figure.depth);
            // 18个部门共同编写了…: a number that only tells how many do something is no total.
            let counts = figure.adds
                || figure.apart
                || self.figure(at + 1).is_none_or(|next| next.label.start != figure.end);
            if counts {
                found.push(at);
            }
        }
        found
    }

    /// A list that an opener or a bracket announces.
    fn announced(&mut self, first: usize) {
        let Some(head) = self.figure(first) else { return };
        let items = self.items(first, true);
        let totals = self.totals(first);
        if totals.is_empty() || items.is_empty() {
            self.ways_in(first);
            return;
        }
        let holds = self.holds(&items, &totals);
        let bracket = head.gap.opener.is_none() && head.gap.opened;
        if !holds.is_empty() {
            let last = holds.iter().flat_map(|sum| sum.parts.iter().copied()).max();
            let whole = holds.first().map(|sum| sum.whole.clone()).unwrap_or_default();
            self.second_cut(&items, last, whole);
            for sum in holds {
                for &part in &sum.parts {
                    if let Some(taken) = self.taken.get_mut(part) {
                        *taken = true;
                    }
                }
                self.add(sum);
            }
            return;
        }
        // 另外包括…: what stands beside the number before.
        if self.ways_in(first) || head.gap.beside {
            return;
        }
        // A number smaller than the first parts is passed over where there is another.
        let likely = totals.get(self.too_small(&items, &totals)..).unwrap_or_default();
        let natural = natural(&items, likely.first().map(|&at| self.value(at)));
        let whole = items.get(..natural).unwrap_or_default();
        for item in whole.iter().filter(|_| natural > 1) {
            if let Some(taken) = self.taken.get_mut(item.at) {
                *taken = true;
            }
        }
        // A single number in a bracket is a part only where the text says so: 纠错3件（上年2件）. What 包含 takes in is no
        // more than the whole.
        let one = match head.gap.opener {
            Some(Opener::Among) => true,
            Some(Opener::Includes) => likely.first().is_some_and(|&at| self.value(at) >= head.value),
            _ => false,
        };
        if natural < 2 && (bracket || !one) {
            return;
        }
        self.broken(first, &items, natural, likely);
    }

    /// How many of the nearest totals are smaller than one of the first two parts, where another is not: 信函1件。其中1件…；4件….
    fn too_small(&self, items: &[Item<'p>], totals: &[usize]) -> usize {
        let parts = items.iter().take(2).filter(|item| item.figure.adds).map(|item| item.figure.value);
        let least = parts.max().unwrap_or_default();
        totals.iter().position(|&at| self.value(at) >= least).unwrap_or(0)
    }

    /// Every way in which items add up to one of the totals.
    fn holds(&self, items: &[Item<'p>], totals: &[usize]) -> Vec<Sum> {
        let mut candidates: Vec<Vec<usize>> = Vec::new();
        candidates.extend(totals.first().map(|&at| vec![at]));
        for length in 2..=TOGETHER.min(totals.len()) {
            let together: Vec<usize> = totals.iter().take(length).rev().copied().collect();
            let place = |at: &usize| self.figure(*at).map(|figure| (figure.sentence, figure.depth));
            if together.windows(2).all(|pair| pair.first().and_then(place) == pair.last().and_then(place)) {
                candidates.push(together);
            }
        }
        candidates.extend(totals.iter().skip(1).map(|&at| vec![at]));
        // 共900条，其中文件560条，包括…；动态340条: what 包括 opens belongs to the part before it.
        let includes = items.first().is_some_and(|item| item.figure.gap.opener == Some(Opener::Includes));
        if includes && totals.first().and_then(|&at| self.figure(at)).is_some_and(Figure::opens) {
            candidates.truncate(1);
        }
        let large = totals
            .iter()
            .map(|&at| self.value(at))
            .find(|value| items.first().is_some_and(|item| *value >= item.figure.value));
        let natural = natural(items, large);
        let nearest = [totals.first(), totals.get(self.too_small(items, totals))];
        for whole in candidates {
            let adds = whole.iter().all(|&at| self.figure(at).is_some_and(Figure::is_total));
            let due = self.sum(&whole);
            if !adds || due.is_zero() {
                continue;
            }
            let exact = self.exact(items, due);
            let Some(first) = exact.first() else { continue };
            let listed = items.get(..natural).unwrap_or_default();
            if misses_by_one(listed, first, due) && !self.adds_outsider(listed, &whole) {
                continue;
            }
            if self.sentence_misses_by_one(items, first, due) {
                continue;
            }
            // Another total than the nearest is meant only by a list as a whole.
            let ends = first.last().and_then(|last| items.iter().position(|item| item.at == *last));
            if !nearest.contains(&whole.first()) && ends.is_some_and(|end| end + 1 < natural) {
                continue;
            }
            return exact
                .into_iter()
                .map(|parts| Sum {
                    whole: whole.clone(),
                    parts,
                    list: List::Closed,
                    parting: Parting::Certain,
                })
                .collect();
        }
        Vec::new()
    }

    /// The stretches of items from the first on that add up to `due`: one for each way in which the total is cut.
    fn exact(&self, items: &[Item<'p>], due: Decimal) -> Vec<Vec<usize>> {
        let unit = items.first().map(|item| item.figure.unit);
        for strict in [false, true] {
            let fits = |item: &&Item<'p>| {
                item.figure.adds && (!strict || unit.is_some_and(|unit| alike(unit, item.figure.unit)))
            };
            let usable: Vec<&Item<'p>> = items.iter().filter(fits).collect();
            let mut found: Vec<Vec<usize>> = Vec::new();
            let (mut run, mut total): (Vec<usize>, Decimal) = (Vec::new(), Decimal::ZERO);
            for (index, item) in usable.iter().enumerate() {
                run.push(item.at);
                total = total + item.figure.value;
                let several = run.iter().filter(|&&at| !self.value(at).is_zero()).count() > 1;
                let last = index + 1 == usable.len() && run.len() > 1;
                if total == due && (several || last) {
                    let next = usable.get(index + 1);
                    if found.is_empty() && next.is_some_and(|next| self.goes_on(&run, next)) {
                        break;
                    }
                    found.push(std::mem::take(&mut run));
                    total = Decimal::ZERO;
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
}
