//! Lists that no word announces: numbers that add up to the one before them, or to a 合计 behind.

use super::{Figure, Item, Kinds, LARGE, LONGEST, List, Lists, Parting, Sum, TOTALS, alike, natural};
use crate::report::claims::lex::Stop;
use crate::text::{Decimal, Slip};

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
        let fitting = |item: &&Item<'p>| {
            item.figure.adds && alike(of.unit, item.figure.unit) && item.figure.value < of.value
        };
        let run: Vec<Item<'p>> = items.iter().take_while(fitting).copied().collect();
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
        let own: Vec<usize> = run.iter().take(natural(&run, Some(of.value))).map(|item| item.at).collect();
        // 网络申请1145件、信函申请355件: the first way in is one of several, not their total.
        let channels = !of.kinds.meets(Kinds::CHANNELS)
            && run.iter().take(own.len()).all(|item| item.figure.kinds.meets(Kinds::CHANNELS));
        let slip = Slip::between(self.sum(&own), of.value);
        let rare = matches!(slip, Some(Slip::OffByOne | Slip::Swapped | Slip::TenThousandfold));
        let telling = of.value >= Decimal::from(LARGE) && rare;
        if own.len() > 1 && (telling || (channels && begins.sentence == of.sentence)) {
            let parting = Parting::Likely;
            let list = if channels { List::Probable } else { List::Open };
            self.add(Sum { whole: vec![whole], parts: own, list, parting });
        }
    }

    /// The parts before a number that is said to be their total: 电话5件、来访3件，合计8件.
    pub(super) fn total_behind(&mut self, whole: usize) {
        let Some(of) = self.figure(whole).filter(|of| of.adds) else { return };
        let label: String = self.chars.get(of.label.clone()).unwrap_or_default().iter().collect();
        let said = ["合计", "共计", "总计"].iter().any(|word| label == *word);
        if !said || self.totals.get(whole) == Some(&true) {
            return;
        }
        let before: Vec<usize> = (0..whole)
            .rev()
            .take(LONGEST)
            .take_while(|&at| {
                // Behind a ； another matter begins.
                let next = self.figure(at + 1).and_then(|next| next.gap.stop);
                self.figure(at).is_some_and(|figure| figure.sentence == of.sentence)
                    && next < Some(Stop::Clause)
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
                figure.adds && !figure.gap.idle && figure.gap.opener.is_none() && alike(figure.unit, of.unit)
            })
        };
        if before.len() > 1 && before.iter().all(same) {
            let parts = before.into_iter().rev().collect();
            self.add(Sum { whole: vec![whole], parts, list: List::Closed, parting: Parting::Likely });
        }
    }
}
