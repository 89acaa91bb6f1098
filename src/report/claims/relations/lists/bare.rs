//! Lists that no word announces: numbers that add up to the one before them, or to a 合计 behind.

use super::broken::halves_of_proposals;
use super::extent;
use super::{FEWEST, Figure, Item, Kinds, LARGE, LONGEST, List, Lists, Parting, Sum, TOTALS, alike, natural};
use crate::report::claims::lex::Stop;
use crate::text::{Decimal, Slip};

/// Totals smaller than this are often apart by one from what stands behind them.
const FEW: u32 = 10;

impl<'p> Lists<'p> {
    /// Numbers that add up to the one before them, without a word that says so.
    pub(super) fn implied(&mut self, whole: usize) {
        let Some(of) = self.figure(whole).filter(|of| of.adds && !of.value.is_zero()) else { return };
        let Some(next) = self.figure(whole + 1) else { return };
        if next.opens() || self.totals.get(whole) == Some(&true) {
            return;
        }
        // The parts may begin behind a bracket that tells of the whole, and in the next sentence.
        let level =
            |figure: &Figure| figure.depth == of.depth && figure.gap.lowest >= of.depth && !figure.percent;
        let first = (whole + 1..self.figures.len().min(whole + TOTALS))
            .find(|&at| self.figure(at).is_some_and(level));
        let Some((first, begins)) = first.and_then(|at| Some((at, self.figure(at)?))) else { return };
        if begins.sentence > of.sentence + 1 || begins.gap.opener.is_some() {
            return;
        }
        let items = self.items(first, false);
        // 服务1520人次，咨询类1308件，…，其他类36件: what 其他 closes may be counted in a unit of its own.
        let own_unit = !alike(of.unit, begins.unit);
        let unit = if own_unit { begins.unit } else { of.unit };
        let fitting = |item: &&Item<'p>| {
            item.figure.adds && alike(unit, item.figure.unit) && item.figure.value < of.value
        };
        let run: Vec<Item<'p>> = items.iter().take_while(fitting).copied().collect();
        let closed = run.len() >= FEWEST && run.last().is_some_and(|item| item.figure.rest);
        if own_unit && !(closed && begins.sentence == of.sentence) {
            return;
        }
        let mut total = Decimal::ZERO;
        let mut parts: Vec<usize> = Vec::new();
        for item in &run {
            total = total + item.figure.value;
            parts.push(item.at);
            let several = parts.iter().filter(|&&at| !self.value(at).is_zero()).count() > 1;
            if total == of.value && several {
                self.add(Sum { whole: vec![whole], parts, list: List::Open, parting: Parting::Overlapping });
                return;
            }
        }
        let listed = run.get(..natural(&run, Some(of.value))).unwrap_or_default();
        let own: Vec<usize> = listed.iter().map(|item| item.at).collect();
        let all = |kind: Kinds| listed.iter().all(|item| item.figure.kinds.meets(kind));
        let proposals = halves_of_proposals(listed) && self.counts_proposals(of);
        // 网络申请1145件、信函申请355件: the first way in is one of several, not their total.
        let ways = all(Kinds::CHANNELS) && !of.kinds.meets(Kinds::CHANNELS) && self.counts_requests(of);
        let halves = ways || proposals;
        // 复议5件，维持3件，纠正2件: what became of some is no more than all.
        let results =
            [Kinds::RESULTS, Kinds::APPLICANTS].into_iter().any(|kind| all(kind) && !of.kinds.meets(kind));
        let divides = halves || (results && !listed.iter().any(|item| item.figure.step));
        // 共70条，动态66条，其他4条: closed, and off by one.
        // 予以公开11件，部分公开3件，…: the first of them is no total.
        let one_of_them = [Kinds::RESULTS, Kinds::APPLICANTS, Kinds::CHANNELS]
            .into_iter()
            .any(|kind| of.kinds.meets(kind) && begins.kinds.meets(kind));
        let nearly = slip_by_one(self.sum(&own), of.value)
            && !one_of_them
            && begins.sentence == of.sentence
            && listed.last().is_some_and(|item| item.figure.rest);
        let slip = Slip::between(self.sum(&own), of.value);
        let rare = matches!(slip, Some(Slip::OffByOne | Slip::Swapped | Slip::TenThousandfold));
        let unit = |figure: &Figure| self.chars.get(figure.digits.end..figure.end);
        let one_unit = listed.iter().all(|item| unit(item.figure) == unit(of));
        let telling = of.value >= Decimal::from(LARGE) && rare && one_unit;
        // 公开968条。通过网站公开100条、服务网23条，新媒体845条。: a sentence of means misses the total by a slip.
        let all_of_run: Vec<usize> = run.iter().map(|item| item.at).collect();
        let means = extent::by_means(begins)
            && own.len() < run.len()
            && run.iter().skip(1).all(|item| item.stop <= Stop::Comma && !item.idle && !item.beside)
            && Slip::between(self.sum(&all_of_run), of.value) == Some(Slip::OffByOne);
        if means && of.value >= Decimal::from(LARGE) {
            let (list, parting) = (List::Open, Parting::Likely);
            self.add(Sum { whole: vec![whole], parts: all_of_run, list, parting });
            return;
        }
        if own.len() > 1 && (telling || nearly || (divides && begins.sentence == of.sentence)) {
            let parting = Parting::Likely;
            let list = if nearly {
                List::Closed
            } else if halves {
                List::Probable
            } else {
                List::Open
            };
            self.add(Sum { whole: vec![whole], parts: own, list, parting });
        }
    }

    /// 收到11件，…。从申请方式看，邮件7件，网络4件: ways of coming in, told in a sentence of their own, are those of what came in.
    /// Says whether there is such a list.
    pub(super) fn ways_in(&mut self, first: usize) -> bool {
        let head = self.figure(first).filter(|head| head.kinds == Kinds::CHANNELS);
        let begins = head.is_some_and(|head| head.gap.stop == Some(Stop::Sentence));
        if !begins || self.listed(first) {
            return false;
        }
        let items = self.items(first, true);
        let own = items.get(..natural(&items, None)).unwrap_or_default();
        let ways = own.iter().all(|item| item.figure.kinds == Kinds::CHANNELS && item.figure.adds);
        let came_in = |at: &usize| {
            let one_unit = |of: &&Figure| own.iter().all(|item| alike(of.unit, item.figure.unit));
            self.figure(*at).filter(one_unit).is_some_and(|figure| {
                let label = self.chars.get(figure.label.clone()).unwrap_or_default();
                let received = label.windows(2).any(|pair| matches!(pair, ['收', '到'] | ['受', '理']));
                figure.adds && received && figure.depth == 0
            })
        };
        let whole = (0..first).rev().take(TOTALS).find(came_in);
        let Some(whole) = whole.filter(|_| ways && own.len() > 1) else { return false };
        let parts = own.iter().map(|item| item.at).collect();
        self.add(Sum { whole: vec![whole], parts, list: List::Open, parting: Parting::Likely });
        true
    }

    /// 收到申请11件: what comes in by some way. 线上访谈2期 are no part of 征集27期.
    fn counts_requests(&self, figure: &Figure) -> bool {
        let label = self.chars.get(figure.label.clone()).unwrap_or_default();
        label.windows(2).any(|pair| matches!(pair, ['申', '请'] | ['收', '到'] | ['受', '理']))
    }

    /// 建议提案11件: both kinds of proposal together.
    fn counts_proposals(&self, figure: &Figure) -> bool {
        let label = self.chars.get(figure.label.clone()).unwrap_or_default();
        let names = |word: [char; 2]| label.windows(2).any(|pair| pair == word);
        names(['提', '案']) && names(['建', '议'])
    }

    /// Whether a number is a part of a list already.
    fn listed(&self, at: usize) -> bool {
        self.taken.get(at) == Some(&true) || self.parts.get(at) == Some(&true)
    }

    /// The parts before a number that is said to be their total: 电话5件、来访3件，合计8件.
    pub(super) fn total_behind(&mut self, whole: usize) {
        let Some(of) = self.figure(whole).filter(|of| of.adds) else { return };
        let label: String = self.chars.get(of.label.clone()).unwrap_or_default().iter().collect();
        let said = ["合计", "共计", "总计", "总共", "一共"].iter().any(|word| label == *word);
        // 政策11条，措施17条，共公开28条.
        let verb = label.strip_prefix('共').map(|rest| rest.trim_start_matches('计'));
        let all_year = label.trim_start_matches("全年");
        let counted = ["合计", "共计", "总计", "总共"].iter().any(|word| all_year.starts_with(word));
        let done = counted || verb.is_some_and(|verb| ["公开", "发布", "主动公开"].contains(&verb));
        if !(said || done) || self.totals.get(whole) == Some(&true) {
            return;
        }
        let before: Vec<usize> = (0..whole)
            .rev()
            .take(LONGEST)
            .take_while(|&at| {
                // Behind a ； or words without a number another matter begins.
                let next = self.figure(at + 1).map(|next| next.gap);
                self.figure(at).is_some_and(|figure| figure.sentence == of.sentence)
                    && next.is_none_or(|gap| gap.stop < Some(Stop::Clause) && !gap.idle)
            })
            .filter(|&at| self.figure(at).is_some_and(|figure| !figure.percent && figure.depth == of.depth))
            .collect();
        let mut sum = Decimal::ZERO;
        for (index, &at) in before.iter().enumerate() {
            sum = sum + self.value(at);
            if sum == of.value && index > 0 {
                let parts = before.iter().take(index + 1).rev().copied().collect();
                self.add(Sum { whole: vec![whole], parts, list: List::Closed, parting: Parting::Certain });
                return;
            }
        }
        let same = |&at: &usize| {
            self.figure(at).is_some_and(|figure| {
                figure.adds && figure.gap.opener.is_none() && alike(figure.unit, of.unit)
            })
        };
        let slip = said || Slip::between(sum, of.value).is_some();
        if before.len() > 1 && slip && before.iter().all(same) {
            let parts = before.into_iter().rev().collect();
            self.add(Sum { whole: vec![whole], parts, list: List::Closed, parting: Parting::Likely });
        }
    }
}

/// Whether two numbers are apart by one, and not so small that most are.
fn slip_by_one(one: Decimal, other: Decimal) -> bool {
    Slip::between(one, other) == Some(Slip::OffByOne) && other >= Decimal::from(FEW)
}
