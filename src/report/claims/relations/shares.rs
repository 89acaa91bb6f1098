//! Shares of a whole.

use super::figure::Figure;
use super::{LONGEST_UNIT, Sentences, Share};
use crate::text::Decimal;

/// What a share may be of that is not told here.
const ELSEWHERE: &[&str] = &["全市", "全省", "全国", "全区", "全县", "上年", "去年", "同比", "较20", "比20"];

/// What is done of all there is to do, where a rate says so.
const RATES: &[&str] = &["办结", "答复", "回复", "办复"];
/// Words that make it a rate of something else.
const DUE: &[&str] = &["按时", "按期", "及时", "规定", "法定", "期限", "时限", "满意"];

/// Whether words between a count and a percentage say that it is the count's share.
fn tied_to(between: &str) -> bool {
    ["(占", "，占", "占", "，约占", "(约占", "，比例为", "，占比"]
        .iter()
        .any(|word| between.starts_with(word))
}

impl Sentences<'_> {
    /// What a percentage is the share of.
    pub(super) fn share(&self, percent: usize) -> Option<Share> {
        let said = self.figures.get(percent).filter(|said| said.percent && !said.vague)?;
        let (last, nearest) = self.before(percent).next()?;
        let between = self.text(nearest.end..said.digits.start);
        // 约占20% may have been rounded to tens, and there is no telling to what.
        let rounded = between.contains(['约', '近']) && said.value.decimals() == 0;
        if rounded || ELSEWHERE.iter().any(|word| between.contains(word)) {
            return None;
        }
        if let Some(share) = self.of_stated_whole(percent, last, &between) {
            return Some(share);
        }
        if let Some(share) = self.rate(percent) {
            return Some(share);
        }
        let tied = tied_to(&between) || (between == "(" && self.chars.get(said.end) == Some(&')'));
        let closed = between.strip_prefix(')').filter(|_| nearest.depth > said.depth);
        let outer = closed.filter(|rest| tied_to(rest)).and_then(|_| self.outside_bracket(percent, nearest));
        let (part, of) = if let Some(outer) = outer {
            outer
        } else if between.contains("分别") || nearest.percent {
            self.in_order(percent)?
        } else if tied && !nearest.percent {
            (last, nearest)
        } else {
            self.named_before_share(percent, &between)?
        };
        if of.sentence != said.sentence || !of.counts() {
            return None;
        }
        let fits = |(_, whole): &(usize, &Figure)| {
            whole.counts() && !whole.value.is_zero() && whole.value >= of.value
        };
        let wholes = self.before(part).filter(fits).chain(self.behind(part).filter(fits));
        Some(Share {
            percent,
            part,
            wholes: wholes.map(|(index, _)| index).collect(),
            stated: false,
            rate: false,
        })
    }

    /// 收到81件，办结78件，办结率96.3%: what was done of what there was to do. All of what was due is another matter.
    fn rate(&self, percent: usize) -> Option<Share> {
        let said = self.figures.get(percent)?;
        let label = self.label(percent);
        let name = label.trim_end_matches(['为', '达', '到', '是']).strip_suffix('率')?;
        let done = RATES.iter().find(|done| name.ends_with(**done))?;
        if DUE.iter().any(|word| name.contains(word)) || said.value == Decimal::from(100) {
            return None;
        }
        let sentence = || self.before(percent).take_while(|(_, figure)| figure.sentence == said.sentence);
        let counted = || sentence().filter(|(_, figure)| figure.counts());
        let (part, of) = counted().find(|(_, figure)| self.text(figure.said()).contains(done))?;
        let wholes = counted().filter(|(_, whole)| whole.value >= of.value && !whole.value.is_zero());
        let wholes = wholes.map(|(index, _)| index).collect();
        Some(Share { percent, part, wholes, stated: false, rate: true })
    }

    /// 其他处理41件（其中撤销36件），占49.4%: the count before the bracket that stands between it and its share.
    fn outside_bracket(&self, percent: usize, inside: &Figure) -> Option<(usize, &Figure)> {
        let said = self.figures.get(percent)?;
        self.before(percent)
            .take_while(|(_, figure)| figure.sentence == inside.sentence)
            .find(|(_, figure)| figure.depth <= said.depth)
            .filter(|(_, figure)| !figure.percent)
    }

    /// 49件，占总数76件的64.5%: the whole stands between the part and its share.
    fn of_stated_whole(&self, percent: usize, whole: usize, between: &str) -> Option<Share> {
        let base = self.figures.get(whole).filter(|base| base.counts() && !base.value.is_zero())?;
        let of = between.trim_start_matches([')', '申', '请', '总', '数']).trim_start_matches("的");
        if !between.contains('的') || !of.is_empty() {
            return None;
        }
        let (part, figure) = self.before(whole).next()?;
        let said = self.figures.get(percent)?;
        let between = self.text(figure.end..base.digits.start);
        let tied = between.contains('占') && !between.contains(['；', '。']);
        let own = tied && figure.counts() && figure.sentence == said.sentence && figure.value <= base.value;
        own.then(|| Share { percent, part, wholes: vec![whole], stated: true, rate: false })
    }

    /// 网上49件、信函27件，分别占64.5%、35.5%: the percentages follow the counts one by one.
    fn in_order(&self, percent: usize) -> Option<(usize, &Figure)> {
        let first =
            (0..percent).rev().take_while(|&at| self.figures.get(at).is_some_and(|figure| figure.percent));
        let first = first.last().unwrap_or(percent);
        let last = (first..self.figures.len())
            .take_while(|&at| self.figures.get(at).is_some_and(|figure| figure.percent))
            .last()?;
        let count = last + 1 - first;
        let start = self.figures.get(first)?;
        let before = self.figures.get(first.checked_sub(1)?)?;
        let announced = self.text(before.end..start.digits.start);
        let ordered = announced.contains("分别") && announced.contains('占') && count > 1;
        let inside = (first + 1..=last).all(|at| {
            self.figures.get(at).is_some_and(|figure| figure.label.is_empty() || self.label(at) == "和")
        });
        let part = percent.checked_sub(count)?;
        let all = (first.checked_sub(count)?..first).all(|at| {
            self.figures.get(at).is_some_and(|figure| figure.counts() && figure.sentence == start.sentence)
        });
        (ordered && inside && all).then(|| self.figures.get(part).map(|figure| (part, figure)))?
    }

    /// The count that is named again before 占: 自然人66件、法人10件，自然人申请占86.8%.
    fn named_before_share(&self, percent: usize, between: &str) -> Option<(usize, &Figure)> {
        let (named, rest) = between.rsplit_once('占')?;
        let named = named.rsplit(['，', '；', '、', '。']).next()?;
        if rest.chars().count() > LONGEST_UNIT || named.chars().count() < 2 {
            return None;
        }
        self.before(percent).filter(|(_, figure)| !figure.percent).find(|(index, _)| {
            let label = self.label(*index);
            label.chars().count() >= 2 && (named.starts_with(&label) || label.ends_with(named))
        })
    }
}
