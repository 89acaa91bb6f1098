//! Lists: a total and its parts, read without knowing what is counted.
//!
//! A list is what an opener (其中, 包括, a colon, a bracket) announces, or numbers that add up to the one before them.
//! Where it ends and which number is its total is not written; of the possible ends and totals the ones that add up are
//! taken. Only where none does is a list a contradiction, of its nearest total.

mod bare;
mod broken;

use super::figure::{Figure, Kinds};
use super::openers::Opener;
use crate::report::claims::lex::Stop;
use crate::text::{Decimal, Slip, Unit};

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
const FEWEST: usize = 4;
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
        lists.total_behind(first);
    }
    lists.sums
}

impl Figure {
    /// Whether it may be the total of a list.
    fn is_total(&self) -> bool {
        !self.percent && !self.compared && !self.vague
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
        for &at in &sum.whole {
            if let Some(total) = self.totals.get_mut(at) {
                *total = true;
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
            if figure.percent || figure.depth > head.depth || self.taken.get(at) == Some(&true) {
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

    /// The numbers before a list that may be its total, the nearest first.
    fn totals(&self, first: usize) -> Vec<usize> {
        let Some(head) = self.figure(first) else { return Vec::new() };
        let mut depth = head.depth - usize::from(head.gap.opened && head.depth > 0);
        let mut found = Vec::new();
        for (at, figure) in self.figures.iter().enumerate().take(first).rev().take(4 * TOTALS) {
            // Only an opener at the start of a sentence goes on with the sentence before.
            let earlier = usize::from(head.gap.stop == Some(Stop::Sentence) && !head.gap.idle);
            if figure.sentence + earlier < head.sentence || found.len() == TOTALS {
                break;
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
        // A number smaller than the first part is passed over where there is another.
        let large = totals.iter().position(|&at| self.value(at) >= head.value).unwrap_or(0);
        let likely = totals.get(large..).unwrap_or_default();
        let natural = natural(&items, likely.first().map(|&at| self.value(at)));
        let whole = items.get(..natural).unwrap_or_default();
        for item in whole.iter().filter(|_| natural > 1) {
            if let Some(taken) = self.taken.get_mut(item.at) {
                *taken = true;
            }
        }
        // A single number in a bracket is a part only where the text says so: 纠错3件（上年2件）.
        let one = matches!(head.gap.opener, Some(Opener::Among | Opener::Includes));
        if natural < 2 && (bracket || !one) {
            return;
        }
        self.broken(first, &items, natural, likely);
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
        let large = totals
            .iter()
            .map(|&at| self.value(at))
            .find(|value| items.first().is_some_and(|item| *value >= item.figure.value));
        let natural = natural(items, large);
        for whole in candidates {
            let adds = whole.iter().all(|&at| self.figure(at).is_some_and(Figure::is_total));
            let due = self.sum(&whole);
            if !adds || due.is_zero() {
                continue;
            }
            let exact = self.exact(items, due);
            let Some(first) = exact.first() else { continue };
            if misses_by_one(items.get(..natural).unwrap_or_default(), first, due) {
                continue;
            }
            // Another total than the nearest is meant only by a list as a whole.
            let ends = first.last().and_then(|last| items.iter().position(|item| item.at == *last));
            if whole.first() != totals.first() && ends.is_some_and(|end| end + 1 < natural) {
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

    /// Whether an item is named as all those before it are: 文字解读144篇，图片解读61篇，视频解读1篇. A list does not end
    /// between them, even if those before already come to the total.
    fn goes_on(&self, run: &[usize], next: &Item<'p>) -> bool {
        let ending = |figure: &Figure| {
            let label = self.chars.get(figure.label.clone()).unwrap_or_default();
            label.len().checked_sub(2).and_then(|from| label.get(from..))
        };
        let own = ending(next.figure);
        if next.figure.value.is_zero() || next.idle || next.beside || next.stop >= Stop::Clause {
            return false;
        }
        // What 、 joins is one list.
        let joined = |at: &usize| self.figure(*at).is_some_and(|figure| figure.gap.stop == Some(Stop::Item));
        let one = next.stop == Stop::Item && run.iter().skip(1).all(joined);
        one || own.is_some()
            && run.iter().all(|&at| self.figure(at).is_some_and(|figure| ending(figure) == own))
    }
}

/// Whether two units may count the same things: none written, or both of the kind used for cases and papers.
fn alike(one: Unit, other: Unit) -> bool {
    one == other || one == Unit::None || other == Unit::None || (is_case(one) && is_case(other))
}

fn is_case(unit: Unit) -> bool {
    matches!(unit, Unit::Case | Unit::Piece)
}

/// How many items belong together by their words and marks: the list proper, before a new matter may begin.
fn natural(items: &[Item<'_>], whole: Option<Decimal>) -> usize {
    let Some(first) = items.first() else { return 0 };
    let lower = |upto: usize| items.get(1..upto).unwrap_or_default().iter().map(|item| item.stop).max();
    for (index, item) in items.iter().enumerate().skip(1) {
        let other = !same_list(first.figure, item.figure);
        let ranks = lower(index).is_some_and(|before| before < Stop::Clause && item.stop >= Stop::Clause);
        // A、B，C: behind the ， a new matter may begin.
        let comma = lower(index) == Some(Stop::Item) && item.stop >= Stop::Comma;
        // What is more than the whole is no part of it, unless each part is named by its means: 通过网站…；通过公众号….
        let more = whole.is_some_and(|whole| item.figure.value > whole && !whole.is_zero())
            && !(by_means(first.figure) && by_means(item.figure));
        if other || more || item.idle || item.beside || item.inner || ranks || comma || !item.figure.adds {
            return index;
        }
    }
    items.len()
}

/// Whether a number's words begin with what it was done by: 通过网站公开, 利用公开栏发布.
fn by_means(figure: &Figure) -> bool {
    const MEANS: [[char; 2]; 5] = [['通', '过'], ['利', '用'], ['借', '助'], ['依', '托'], ['运', '用']];
    figure.starts.is_some_and(|starts| MEANS.contains(&starts))
}

fn same_list(first: &Figure, item: &Figure) -> bool {
    if item.doing && !first.doing {
        return false;
    }
    let (kinds, other) = (first.kinds, item.kinds);
    kinds.meets(other) || item.rest || other.is_empty() || (kinds.is_empty() && !other.meets(Kinds::STAGES))
}

/// Whether a list as a whole is off its total by one, and only without its last item comes to it: 22条，16条，1条 of 38.
fn misses_by_one(list: &[Item<'_>], exact: &[usize], due: Decimal) -> bool {
    let all: Decimal = list.iter().map(|item| item.figure.value).sum();
    // The last item may be joined by 以及.
    let even = list
        .iter()
        .skip(2)
        .all(|item| Some(item.stop) == list.get(1).map(|item| item.stop) || item.stop == Stop::None);
    let whole = list.iter().all(|item| {
        item.figure.adds && item.figure.unit == list.first().map_or(Unit::None, |item| item.figure.unit)
    });
    exact.len() >= FEWEST
        && exact.len() < list.len()
        && even
        && whole
        && Slip::between(all, due) == Some(Slip::OffByOne)
}
