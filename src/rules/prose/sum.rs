use super::{by_number, claims_of};
use crate::report::claims::{
    Certainty, Claim, Comparison, List, Meaning, PartSum, Parting, Quoted, Stage, Who,
};
use crate::rules::words::quote;
use crate::rules::{Context, Finding, Judgement, Severity, Term, form_2021, not_applicable};
use crate::text::{Decimal, Slip};

declare_rule! {
    /// 正文中“共…，其中…”的分项加起来不超过总数；写明是全部分项的（以“其他”收尾，用“分别”一一列出，用括号、“具体为”列全），加起来等于总数。“其中”本来可以只举一部分，分项之和小于总数不是差错；只差一两个字的，才提请核对。
    ///
    /// ## 为什么
    /// 分项比总数还多，或列全了却加不出总数，必有一个数字写错。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：全年接受群众咨询372人次，其中现场咨询331人次、电话咨询61人次。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：全年接受群众咨询372人次，其中现场咨询311人次、电话咨询61人次。
    /// ```
    "prose/sum", "正文分项与总数",
    severity: Error,
    basis: [form_2021("第一部分")],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let relations = &context.report.relations;
    if relations.sums.is_empty() {
        return Err(not_applicable("正文没有可以相加的分项与总数。"));
    }
    // A part of what adds up is explained: the list that does not is another reading of the same words.
    let mut explained = vec![false; relations.figures.len()];
    for sum in relations.sums.iter().filter(|sum| sum.holds(&relations.figures)) {
        for &part in &sum.parts {
            if let Some(explained) = explained.get_mut(part) {
                *explained = true;
            }
        }
    }
    let broken = relations.sums.iter().filter(|sum| !sum.holds(&relations.figures));
    let open = broken.filter(|sum| !sum.parts.iter().all(|&part| explained.get(part) == Some(&true)));
    let findings = open.filter_map(|sum| Sum::of(sum, context)).filter_map(|sum| sum.finding(context));
    Ok(findings.collect())
}

/// A total and its parts with their numbers.
struct Sum<'c> {
    wholes: Vec<&'c Quoted>,
    parts: Vec<&'c Quoted>,
    list: List,
    parting: Parting,
    whole: Decimal,
    total: Decimal,
    /// The slip of the hand that may have made one of the other.
    slip: Option<Slip>,
}

/// An open list that lacks no more than this many percent of its whole was probably meant to be complete.
const NEARLY: u32 = 98;
/// A list and a total so far apart that one is this many percent of the other at most …
const SMALL: u32 = 33;
/// … and that differ by this much are not each other's.
const WIDE: u32 = 50;
/// Places where the same information may stand several times.
const MEDIA: &[&str] = &["网站", "微信", "微博", "公众号", "平台", "媒体", "客户端", "栏"];
/// So few accounts may each be counted under several names.
const FEW_ACCOUNTS: u32 = 5;
/// What several may do with one and the same thing.
const SHARED: &[&str] = &["出席", "参加", "参与", "涉及", "覆盖", "转发", "转载", "同时", "联合"];

impl<'c> Sum<'c> {
    /// `None` where the sum says nothing: a number that the tables already contradict is told there, and results of requests
    /// include those carried in.
    fn of(sum: &PartSum, context: &'c Context<'_>) -> Option<Self> {
        let figures = &context.report.relations.figures;
        let quoted = |of: &[usize]| of.iter().map(|&at| figures.get(at)).collect::<Option<Vec<&Quoted>>>();
        let (wholes, parts) = (quoted(&sum.whole)?, quoted(&sum.parts)?);
        let (whole_claims, part_claims) = (claims_of(context, &wholes), claims_of(context, &parts));
        let differs = |claim: &&Claim| {
            matches!(claim.comparison, Comparison::Differs { certainty: Certainty::Certain, .. })
        };
        let all = || whole_claims.iter().chain(&part_claims).copied();
        let agrees = |figure: &&Quoted| {
            claims_of(context, &[*figure])
                .iter()
                .any(|claim| matches!(claim.comparison, Comparison::Agrees(_)))
        };
        if all().any(|claim| differs(&claim)) || wholes.iter().chain(&parts).all(agrees) {
            return None;
        }
        let (whole, total) = sum.values(figures);
        let received = whole_claims.iter().any(|claim| matches!(claim.meaning, Meaning::Requests(stage, _) if !matches!(stage, Stage::Handled | Stage::Answered)));
        let results = part_claims.iter().any(|part| {
            matches!(part.meaning, Meaning::Result(..) | Meaning::Suit(..) | Meaning::Requests(_, Who::All))
        });
        // What was received leaves out what was carried in, of which there are results too.
        let handled = super::share::of_requests(context).into_iter().max();
        let in_table = wholes.iter().all(agrees);
        if results && received && in_table && handled.is_none_or(|handled| total <= handled || total <= whole)
        {
            return None;
        }
        // Those carried in have come in some way too.
        let ways = part_claims.iter().any(|part| part.meaning == Meaning::Channel);
        if ways && received && total > whole && super::share::of_requests(context).contains(&total) {
            return None;
        }
        let has = |words: &[&str]| parts.iter().any(|part| words.iter().any(|word| part.text.contains(word)));
        // Between small numbers a slip says nothing: 政务新媒体1个，公众号1个、视频号1个 may be one account on both.
        let slip = Slip::telling(total, whole);
        let shared = has(SHARED) || (has(MEDIA) && slip.is_none());
        let parting = if results || shared { sum.parting.max(Parting::Likely) } else { sum.parting };
        let few = whole < Decimal::from(FEW_ACCOUNTS) && parts.iter().all(|part| part.number <= whole);
        let parting = if few && has(MEDIA) { Parting::Overlapping } else { parting };
        Some(Self { wholes, parts, list: sum.list, parting, whole, total, slip })
    }

    fn severity(&self) -> Option<Severity> {
        // Parts that are no slip away from their total but several times as much, or as little, are hardly its parts.
        let most = if self.is_far() { Severity::Hint } else { Severity::Error };
        self.severity_of_list().map(|severity| severity.min(most))
    }

    fn severity_of_list(&self) -> Option<Severity> {
        let (whole, total) = (self.whole, self.total);
        let several = self.parts.iter().filter(|part| !part.number.is_zero()).count() > 1;
        let telling = self.slip.is_some();
        // What an open list leaves out is often a handful, which looks like a digit replaced, or most of it, which looks like
        // one dropped.
        let lacks_by_slip = self.slip.is_some_and(|slip| !matches!(slip, Slip::Replaced | Slip::Dropped));
        if total > whole {
            return match self.parting {
                Parting::Certain => Some(Severity::Error),
                Parting::Likely => Some(Severity::Warning),
                Parting::Overlapping => telling.then_some(Severity::Warning),
            };
        }
        match (self.list, self.parting) {
            _ if !several || total == whole => None,
            (List::Closed, Parting::Certain) => Some(Severity::Error),
            (List::Closed | List::Probable, Parting::Certain | Parting::Likely) => Some(Severity::Warning),
            (List::Partial, _) => None,
            _ if lacks_by_slip || self.lacks_one() => Some(Severity::Warning),
            (List::Open, Parting::Certain | Parting::Likely) if self.is_near() => Some(Severity::Hint),
            _ => None,
        }
    }

    fn finding(&self, context: &Context<'_>) -> Option<Finding> {
        let severity = self.severity()?;
        let (whole, total) = (self.whole, self.total);
        let gap = (total - whole).abs();
        let said = self.wholes.iter().map(|figure| figure.text.as_str()).collect::<Vec<_>>().join("、");
        let way = if total > whole { "多" } else { "少" };
        let title = format!("正文{}：分项相加 {total}，{way} {gap}", quote(&said));
        let because = format!("{}，总数写的是 {whole}", by_number(&self.parts, total));
        let todo = match severity {
            Severity::Error => "请核对台账，改正总数或有误的分项",
            Severity::Warning => "请核对分项是否重复、是否都属于这个总数；有差错的改正",
            Severity::Hint => "如分项已经列全，请核对总数；只列了一部分的，可加“等”字",
        };
        let parts = self.parts.iter().map(|part| Term::quoted(part)).collect();
        let wholes = self.wholes.iter().map(|whole| Term::quoted(whole)).collect();
        Some(
            context
                .on_spans(self.wholes.iter().chain(&self.parts).map(|figure| figure.span), title)
                .at_most(severity)
                .because(because)
                .todo(todo)
                .equation(context.equation("分项之和＝总数", parts, wholes)),
        )
    }

    /// A list of several that lacks but one.
    fn lacks_one(&self) -> bool {
        self.parts.len() >= 2
            && self.parting != Parting::Overlapping
            && self.total + Decimal::from(1) == self.whole
    }

    fn is_far(&self) -> bool {
        let (less, more) = (self.whole.min(self.total), self.whole.max(self.total));
        let share = less.percent_of(more, 0);
        self.slip.is_none()
            && more - less >= Decimal::from(WIDE)
            && share.is_none_or(|share| share <= Decimal::from(SMALL))
    }

    fn is_near(&self) -> bool {
        self.total.percent_of(self.whole, 0).is_some_and(|percent| percent >= Decimal::from(NEARLY))
    }
}
