//! Shares of a whole, and changes against another year.

use super::{Change, FURTHEST_CHANGE, LONGEST_LABEL, LONGEST_UNIT, Sentences, Share};
use crate::report::claims::meaning::Meaning;
use crate::report::claims::understand::Draft;

impl Sentences<'_> {
    /// What a percentage is the share of.
    pub(super) fn share(&self, percent: usize) -> Option<Share> {
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

    /// 较2023年的198条增加15条: whether a count is the difference to the one right before it, which is of another year.
    pub(super) fn is_difference(&self, index: usize) -> bool {
        let Some((before, said)) =
            index.checked_sub(1).and_then(|at| self.drafts.get(at).zip(self.drafts.get(index)))
        else {
            return false;
        };
        if !before.apart || said.apart || before.sentence != said.sentence {
            return false;
        }
        let between = self.text(before.unit.end.max(before.digits.end)..said.digits.start);
        ["增加", "减少", "增长", "下降", "多", "少"]
            .contains(&between.trim_end_matches(['了', '约', '近', '为']))
    }

    /// What a percentage or a count that speaks of another year says of the count before it.
    pub(super) fn change(&self, amount: usize) -> Option<Change> {
        let said = self.drafts.get(amount).filter(|said| !said.approximate)?;
        let before = || self.before(amount).filter(|(_, draft)| draft.sentence == said.sentence);
        let (current, of) = before()
            .filter(|(_, draft)| draft.meaning != Meaning::Share && !draft.approximate)
            .find(|(index, draft)| !draft.apart && !self.is_difference(*index))?;
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
        // 同比减少25%(上年12件): or in a bracket right behind it.
        let behind = |(_, draft): &(usize, &Draft)| {
            let between = self.text(said.digits.end..draft.digits.start);
            let dated =
                between.trim_end_matches(['为', '是', '共', '的', '同', '期']).ends_with(['年', '度']);
            draft.apart && dated && between.contains('(') && between.chars().count() <= LONGEST_LABEL / 2
        };
        let next = || self.drafts.iter().enumerate().skip(amount + 1).take(1).find(behind);
        let next = || next().filter(|(_, draft)| self.unit(draft) == self.unit(of)).map(|(index, _)| index);
        Some(Change { amount, percent, grows, current, previous: previous.or_else(next) })
    }
}
