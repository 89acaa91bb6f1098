//! What the prose says twice: numbers that surely stand for the report's own body and year, each with the words that name it.

use crate::report::Report;
use crate::report::claims::{Claim, Comparison, Doubt, Meaning, Topic};
use crate::text::compact;

/// A number, or a denial, that nothing ties to another body, another year or a part.
pub(super) struct Said<'r> {
    pub(super) claim: &'r Claim,
    /// Its words without number, time and the names the body has for itself: 主动公开信息条.
    pub(super) words: String,
    /// Whether section five says it, where numbers of other years are at home.
    pub(super) of_problems: bool,
}

/// Words that only say that it is this year's and all of it.
const TIMES: [&str; 14] = [
    "本年度",
    "全年度",
    "本年",
    "全年",
    "今年",
    "年内",
    "共计",
    "累计",
    "总计",
    "合计",
    "一共",
    "共",
    "已",
    "约",
];

/// Ways of publishing; a number told behind one may be that of this way alone.
const WAYS: [&str; 20] = [
    "网站",
    "微信",
    "微博",
    "公众号",
    "平台",
    "新媒体",
    "客户端",
    "抖音",
    "头条",
    "专栏",
    "公开栏",
    "电子屏",
    "广播",
    "报纸",
    "电视",
    "渠道",
    "镇",
    "街道",
    "村",
    "季度",
];

impl<'r> Said<'r> {
    /// All of a report, in reading order.
    pub(super) fn all(report: &'r Report<'_>) -> Vec<Self> {
        report.claims.iter().filter_map(|claim| Self::of(report, claim)).collect()
    }

    fn of(report: &'r Report<'_>, claim: &'r Claim) -> Option<Self> {
        let harmless = |doubt: &Doubt| {
            matches!(doubt, Doubt::Uncounted(_) | Doubt::OneChannel | Doubt::HandlingFee | Doubt::OfProblems)
        };
        let untold = matches!(claim.comparison, Comparison::NotCompared(_));
        let counts = !claim.approximate && claim.part_of.is_none() && claim.meaning != Meaning::Unknown;
        if !untold || !counts || !claim.doubts.iter().all(harmless) {
            return None;
        }
        let of_problems = claim.doubts.contains(&Doubt::OfProblems);
        let said = Self { claim, words: words(report, claim), of_problems };
        let beyond = matches!(claim.meaning.topic(), Topic::Other | Topic::HandlingFee)
            || claim.meaning == Meaning::Channel
            || said.is_beyond_tables();
        beyond.then_some(said)
    }

    /// The text before it in its line, as far back as a paragraph usually goes.
    pub(super) fn before(&self, report: &'r Report<'_>) -> &'r str {
        let (line, at) = (report.document.line(self.claim.span.line), self.claim.span.start as usize);
        let from = line.floor_char_boundary(at.saturating_sub(PARAGRAPH));
        line.get(from..at).unwrap_or("")
    }

    /// The ways of publishing that its paragraph names before it.
    pub(super) fn ways(&self, report: &'r Report<'_>) -> Vec<&'static str> {
        let before = self.before(report);
        WAYS.into_iter().filter(|way| before.contains(way)).collect()
    }

    /// Whether no table can tell whether it is right.
    pub(super) fn is_beyond_tables(&self) -> bool {
        matches!(self.claim.comparison, Comparison::NotCompared(Doubt::Unread(_)))
    }

    /// Whether another stands in a sentence of its own.
    pub(super) fn is_apart_from(&self, report: &Report<'_>, other: &Self) -> bool {
        let (one, other) = (self.claim.span, other.claim.span);
        let (first, last) = if one.start < other.start { (one, other) } else { (other, one) };
        let (from, to) = (first.end as usize, last.start as usize);
        let between = || report.document.line(one.line).get(from..to);
        one.line != other.line
            || to.saturating_sub(from) > PARAGRAPH
            || between().is_some_and(|between| between.contains('。'))
    }
}

/// So many bytes before a number are looked at: some five hundred characters.
const PARAGRAPH: usize = 1500;

/// The words of a number without the number itself and without what only says whose and of which year it is.
fn words(report: &Report<'_>, claim: &Claim) -> String {
    let mut words = compact(&claim.text);
    for own in claim.evidence.iter().filter(|word| report.organ.is_own(word)) {
        words = words.replacen(own.as_str(), "", 1);
    }
    let year = report.year.map(|year| [format!("{year}年度"), format!("{year}年")]);
    let times = year.iter().flatten().map(String::as_str).chain(TIMES);
    for time in times {
        if words.contains(time) {
            words = words.replace(time, "");
        }
    }
    words.retain(char::is_alphabetic);
    words.replace("各类", "").replace("政府信息", "信息")
}
