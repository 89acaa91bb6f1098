//! Lists that add up to no total: which total is meant, and how much their missing it says.

use super::{FEWEST, Figure, Item, Kinds, List, Lists, Parting, Sum, alike, natural};
use crate::report::claims::lex::Stop;
use crate::report::claims::relations::openers::{self, Opener};
use crate::text::{Decimal, Slip, Unit};

impl<'p> Lists<'p> {
    /// Behind a list that adds up and a ；, a second that cuts the same total in another way, and misses it by a slip.
    pub(super) fn second_cut(&mut self, items: &[Item<'p>], last: Option<usize>, whole: Vec<usize>) {
        let rest: Vec<Item<'p>> = items.iter().skip_while(|item| Some(item.at) <= last).copied().collect();
        let due = self.sum(&whole);
        let Some(first) = rest.first().filter(|first| first.stop >= Stop::Clause) else { return };
        let own = rest.get(..natural(&rest, Some(due))).unwrap_or_default();
        let kinds = [Kinds::RESULTS, Kinds::CHANNELS, Kinds::APPLICANTS];
        let named = own
            .iter()
            .all(|item| kinds.iter().any(|kind| item.figure.kinds.meets(*kind)) || item.figure.rest);
        let adds = own.iter().all(|item| item.figure.adds && alike(item.figure.unit, first.figure.unit));
        let parts: Vec<usize> = own.iter().map(|item| item.at).collect();
        if named && adds && parts.len() > 1 && Slip::between(self.sum(&parts), due).is_some() {
            self.add(Sum { whole, parts, list: List::Open, parting: Parting::Likely });
        }
    }

    /// A list that adds up to no total.
    pub(super) fn broken(&mut self, first: usize, items: &[Item<'p>], natural: usize, totals: &[usize]) {
        let Some(nearest) = totals.first().copied() else { return };
        let (Some(head), Some(of)) = (self.figure(first), self.figure(nearest)) else { return };
        let own = items.get(..natural).unwrap_or_default();
        let fits = |item: &Item<'p>| item.figure.adds && alike(of.unit, item.figure.unit);
        let strict: Vec<usize> = own.iter().filter(|item| fits(item)).map(|item| item.at).collect();
        let all: Vec<usize> = own.iter().filter(|item| item.figure.adds).map(|item| item.at).collect();
        // A number that no word names and that counts in no unit is the total of nothing.
        let label = self.chars.get(of.label.clone()).unwrap_or_default();
        let named = of.unit != Unit::None || label.iter().any(|letter| !letter.is_ascii());
        if own.iter().any(|item| !item.figure.adds) || strict.is_empty() || of.vague || of.percent || !named {
            return;
        }
        // A list that is off another total by a slip is one of that total.
        let slips = |at: usize, parts: &[usize]| {
            let (sum, due) = (self.sum(parts), self.value(at));
            // Most of an open list left out looks like a digit dropped.
            let slip = Slip::telling(sum, due).filter(|slip| *slip != Slip::Dropped || sum > due);
            parts.len() > 1 && slip.is_some()
        };
        let whole_run: Vec<usize> = items.iter().filter(|item| fits(item)).map(|item| item.at).collect();
        let sentence: Vec<usize> =
            items.iter().take_while(|item| item.figure.adds && !item.idle).map(|item| item.at).collect();
        let together = |length: usize| -> Option<Vec<usize>> {
            let together: Vec<usize> = totals.get(..length)?.iter().rev().copied().collect();
            together
                .iter()
                .all(|&at| self.figure(at).is_some_and(|f| f.adds && f.sentence == of.sentence))
                .then_some(together)
        };
        let nearby = totals.iter().copied().find_map(|at| {
            [&all, &strict, &whole_run, &sentence]
                .into_iter()
                .find(|parts| slips(at, parts))
                .map(|parts| (vec![at], parts.clone()))
        });
        let nearby = nearby.or_else(|| {
            let pair = together(2)?;
            let due = self.sum(&pair);
            let near = strict.len() > 1 && Slip::telling(self.sum(&strict), due).is_some();
            near.then(|| (pair, strict.clone()))
        });
        if self.ends_behind(own, of.value) || self.has_own_total(own, items.get(natural)) {
            return;
        }
        let by_one = || self.one_unit(own, of.value).or_else(|| self.one_clause_by_one(items, of.value));
        let nearby = nearby.or_else(|| by_one().map(|parts| (vec![nearest], parts)));
        let total = self.sum(&strict);
        // 公开信息85条，解读20条，其中…; 网站54条，微信28条。其中…: another number before may be meant, or all of them.
        let near = Slip::between(total, of.value).is_some() && strict.len() > 1;
        let others: Vec<Decimal> = totals
            .iter()
            // 共352条，其中文件207条，包含…: a part that is announced has its own list.
            .take_while(|&&at| !head.gap.opened && !of.opens() && self.one_clause(at, nearest))
            .filter_map(|&at| self.figure(at).filter(|other| other.adds && alike(other.unit, of.unit)))
            .map(|other| other.value)
            .collect();
        let elsewhere = total > of.value && !near && others.iter().copied().sum::<Decimal>() >= total;
        let mixed = all.len() != strict.len();
        let list = self.completeness(head, own, items.get(natural));
        let inside_bracket = own.iter().all(|item| item.stop <= Stop::Clause) && head.gap.opened;
        let listed = own.iter().skip(1).all(|item| item.stop <= Stop::Item) || inside_bracket;
        let ends_early = self.exact(own, of.value).iter().any(|parts| parts.len() < own.len());
        let parting = if elsewhere && nearby.is_none() {
            Parting::Overlapping
        } else if !mixed && !ends_early && listed && others.len() < 2 && same_class(own) {
            Parting::Certain
        } else {
            Parting::Likely
        };
        let (whole, parts) =
            nearby.unwrap_or_else(|| (vec![nearest], if mixed && total <= of.value { all } else { strict }));
        self.add(Sum { whole, parts, list, parting });
    }

    /// 公开310条。其中网站200条、其他媒体30条。审批平台80条: the last part may stand behind the list, in a sentence of its own.
    fn ends_behind(&self, own: &[Item<'p>], due: Decimal) -> bool {
        let Some(last) = own.last() else { return false };
        let all: Decimal = own.iter().map(|item| item.figure.value).sum();
        let next = self.figure(last.at + 1).filter(|next| next.adds && next.sentence > last.figure.sentence);
        own.len() > 1 && next.is_some_and(|next| all + next.value == due)
    }

    /// 新收40件、结转1件，共41件: a list that is followed by its own total is no list of another.
    fn has_own_total(&self, own: &[Item<'p>], next: Option<&Item<'p>>) -> bool {
        let sum = |items: &[Item<'p>]| -> Decimal { items.iter().map(|item| item.figure.value).sum() };
        let says = |item: &Item<'p>| {
            let label = self.chars.get(item.figure.label.clone()).unwrap_or_default();
            ["共", "合计", "总计", "总共", "一共"].iter().any(|word| openers::begins(label, word))
        };
        let closes = |parts: &[Item<'p>], total: &Item<'p>| {
            parts.len() > 1 && says(total) && sum(parts) == total.figure.value
        };
        let inside = (1..own.len()).any(|at| {
            own.split_at_checked(at)
                .and_then(|(parts, rest)| Some(closes(parts, rest.first()?)))
                .unwrap_or(false)
        });
        inside || next.is_some_and(|next| closes(own, next))
    }

    /// 解读26条，其中文字解读10篇，图片解读17篇，访谈12期: the parts that are counted in one unit, if they miss the total
    /// by one.
    fn one_unit(&self, own: &[Item<'p>], due: Decimal) -> Option<Vec<usize>> {
        let unit = |figure: &Figure| self.chars.get(figure.digits.end..figure.end);
        let first = unit(own.first()?.figure);
        let parts: Vec<usize> =
            own.iter().take_while(|item| unit(item.figure) == first).map(|item| item.at).collect();
        let some = parts.len() > 1 && parts.len() < own.len();
        (some && Slip::between(self.sum(&parts), due) == Some(Slip::OffByOne)).then_some(parts)
    }

    /// 动态26条、文件12条，预算1条，环保2条: all that stands before a ；, if it misses the total by one.
    fn one_clause_by_one(&self, items: &[Item<'p>], due: Decimal) -> Option<Vec<usize>> {
        let inside = |(at, item): &(usize, &Item<'p>)| {
            item.figure.adds
                && (*at == 0 || (item.stop < Stop::Clause && !item.idle && !item.beside && !item.inner))
        };
        let parts: Vec<usize> =
            items.iter().enumerate().take_while(inside).map(|(_, item)| item.at).collect();
        (parts.len() >= FEWEST && Slip::between(self.sum(&parts), due) == Some(Slip::OffByOne))
            .then_some(parts)
    }

    /// Whether no ； or 。 stands between two figures.
    fn one_clause(&self, from: usize, to: usize) -> bool {
        let between = self.figures.get(from + 1..=to).unwrap_or_default();
        between.iter().all(|figure| figure.gap.stop < Some(Stop::Clause))
    }

    /// How complete a list says it is. `next` is the item behind it.
    fn completeness(&self, head: &Figure, own: &[Item<'p>], next: Option<&Item<'p>>) -> List {
        let Some(last) = own.last().map(|item| item.figure) else { return List::Open };
        let text = |range: std::ops::Range<usize>| self.chars.get(range).unwrap_or_default();
        let partial = own.iter().any(|item| text(item.figure.label.clone()).last() == Some(&'等'))
            || text(last.tail.clone()).first() == Some(&'等');
        if partial {
            return List::Partial;
        }
        let made = text(last.tail.clone()).windows(2).any(|pair| matches!(pair, ['组' | '构', '成']));
        // 1466件（上年结转16件，结转下年度9件）: where requests come from and go to is no division of those received.
        let stages = own.iter().all(|item| item.figure.kinds.meets(Kinds::STAGES));
        let bracketed =
            head.gap.opened && head.gap.opener.is_none() && next.is_none() && own.len() > 1 && !stages;
        let says = matches!(head.gap.opener, Some(Opener::Each | Opener::Made));
        let announced = matches!(head.gap.opener, Some(Opener::Namely | Opener::Colon));
        let halves = [Kinds::CHANNELS, Kinds::APPLICANTS]
            .into_iter()
            .any(|kind| own.len() > 1 && own.iter().all(|item| item.figure.kinds.meets(kind)));
        let halves = halves || halves_of_proposals(own);
        if last.rest || made || says {
            List::Closed
        } else if bracketed || announced || halves {
            List::Probable
        } else {
            List::Open
        }
    }
}

/// 人大建议6件、政协提案5件: there is no third kind of proposal.
pub(super) fn halves_of_proposals(items: &[Item<'_>]) -> bool {
    let any = |kind: Kinds| items.iter().any(|item| item.figure.kinds.has(kind));
    let all = items.iter().all(|item| item.figure.kinds.meets(Kinds::PROPOSALS));
    all && any(Kinds::SUGGESTIONS) && any(Kinds::MOTIONS)
}

/// Whether all items name parts of one kind.
fn same_class(items: &[Item<'_>]) -> bool {
    let first = items.first().map_or_else(Kinds::default, |item| item.figure.kinds);
    let same = |kinds: Kinds| kinds.meets(first) || (kinds.is_empty() && first.is_empty());
    items.iter().all(|item| same(item.figure.kinds) || item.figure.rest)
}
