//! Changes against another year.

use super::{Change, FURTHEST_CHANGE, LONGEST_DATE, Sentences, same_unit};

/// Words that set a number against another year.
const COMPARED: &[&str] = &[
    "同比",
    "比上年",
    "较上年",
    "比上一年",
    "较上一年",
    "比去年",
    "较去年",
    "上一年",
    "与上年",
    "与去年",
    "同上年",
    "比20",
    "较20",
    "与20",
    "同20",
    "相比",
];
/// Words that say which way it went.
const GROWS: &[&str] = &["增长", "增加", "上升", "提高", "增多", "增幅", "增长率", "多"];
const FALLS: &[&str] = &["下降", "减少", "降低", "降幅", "减幅", "少"];
/// Little words between those and the number.
const LITTLE: [char; 6] = ['了', '约', '近', '为', '达', '率'];

impl Sentences<'_> {
    /// 较2023年的198条增加15条: whether a count is the difference to the one right before it, which is of another year.
    fn is_difference(&self, index: usize) -> bool {
        let pair = index.checked_sub(1).and_then(|at| self.figures.get(at).zip(self.figures.get(index)));
        let Some((before, said)) = pair else { return false };
        if before.percent || before.sentence != said.sentence {
            return false;
        }
        let between = self.text(before.end..said.digits.start);
        let said_so = between.trim_end_matches(LITTLE);
        before.apart
            && GROWS.iter().chain(FALLS).any(|word| said_so == *word || said_so == format!("相比{word}"))
    }

    /// 166条，与2020年发布数量100条相比增长66%: the other year's count is what the change is set against.
    fn set_against(&self, current: usize, amount: usize) -> Option<usize> {
        let other = current + 1;
        let (of, figure, said) =
            (self.figures.get(current)?, self.figures.get(other)?, self.figures.get(amount)?);
        let before = self.text(of.end..figure.digits.start);
        let behind = self.text(figure.end..said.digits.start);
        let named =
            ["与", "比", "较", "同"].iter().any(|word| before.trim_start_matches('，').starts_with(word));
        let compares =
            behind.starts_with("相比") || before.trim_start_matches('，').starts_with(['比', '较']);
        // 比上年增加7件，增幅15.6%: the difference, not last year's count.
        let difference =
            GROWS.iter().chain(FALLS).any(|word| before.trim_end_matches(LITTLE).ends_with(word));
        let same = !difference
            && !figure.percent
            && !figure.vague
            && figure.apart
            && self.unit(figure) == self.unit(of);
        (other < amount && named && before.contains('年') && compares && same).then_some(other)
    }

    /// What a percentage or a count that speaks of another year says of the count before it.
    pub(super) fn change(&self, amount: usize) -> Option<Change> {
        let said = self.figures.get(amount).filter(|said| !said.vague)?;
        if !said.percent && !said.apart && !self.is_difference(amount) {
            return None;
        }
        let before = || self.before(amount).filter(|(_, figure)| figure.sentence == said.sentence);
        let (current, of) = before()
            .filter(|(_, figure)| !figure.percent && !figure.vague)
            .find(|(index, figure)| !figure.apart && !self.is_difference(*index))?;
        let between = self.text(of.end..said.digits.start);
        if between.chars().count() > FURTHEST_CHANGE || between.contains(['；', '。']) {
            return None;
        }
        let said_so = between.trim_end_matches(LITTLE);
        let ends = |words: &[&str]| words.iter().any(|word| said_so.ends_with(word));
        let grows = if ends(GROWS) {
            true
        } else if ends(FALLS) {
            false
        } else {
            return None;
        };
        // 上年31件，今年22件，下降29%: last year's count stands right before this year's.
        let neighbour = || {
            let (index, figure) = self.before(current).next()?;
            let near = figure.apart && !figure.percent && !figure.vague && figure.sentence == of.sentence;
            let dated = self.text(figure.label.clone()).contains('年');
            (near && dated && self.unit(figure) == self.unit(of)).then_some(index)
        };
        let compared = COMPARED.iter().any(|word| between.contains(word));
        if !compared && neighbour().is_none() {
            return None;
        }
        // 行政复议2件和行政诉讼7件，同比分别下降: the first of them is of the first.
        if between.contains("分别") {
            return None;
        }
        let percent = said.percent;
        if !percent && (self.unit(said) != self.unit(of) || !same_unit(said.unit, of.unit)) {
            return None;
        }
        let previous = self.set_against(current, amount).or_else(|| {
            before()
                .take_while(|(index, _)| *index > current)
                .find(|(_, figure)| {
                    let before =
                        self.text(figure.digits.start.saturating_sub(LONGEST_DATE)..figure.digits.start);
                    // 上年（31件 gives last year's number; 比上年增加3件 the difference.
                    let dated = before
                        .trim_end_matches(['(', '的', '为', '是', '共', '同', '期', '收', '到'])
                        .ends_with(['年', '度']);
                    figure.apart && dated && !figure.percent && self.unit(figure) == self.unit(of)
                })
                .map(|(index, _)| index)
        });
        // 同比减少25%(上年12件): or in a bracket right behind it.
        let next = || {
            let (index, figure) = self.behind(amount).next()?;
            let between = self.text(said.digits.end..figure.digits.start);
            let dated =
                between.trim_end_matches(['为', '是', '共', '的', '同', '期']).ends_with(['年', '度']);
            let bracket = between.contains('(') && between.chars().count() <= LONGEST_DATE / 2;
            (figure.apart && dated && bracket && self.unit(figure) == self.unit(of)).then_some(index)
        };
        let previous = previous.or_else(next).or_else(neighbour);
        Some(Change { amount, percent, grows, current, previous })
    }
}
