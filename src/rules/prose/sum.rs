use super::by_number;
use crate::report::claims::{Certainty, Claim, Comparison, List, Meaning, PartSum, Parting, Stage, Who};
use crate::rules::basis::form_2021;
use crate::rules::{Context, Finding, Outcome, Severity, Term};
use crate::text::Decimal;

declare_rule! {
    /// 正文中“共…，其中…”的分项加起来不超过总数；写明是全部分项的（以“其他”收尾，或用“分别”一一列出），加起来等于总数。“其中”本来可以只举一部分，分项之和小于总数不是差错。
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

fn check(context: &Context<'_>) -> Outcome {
    let claims = &context.report.claims;
    let sums: Vec<Sum<'_>> =
        context.report.relations.sums.iter().filter_map(|sum| Sum::of(sum, claims)).collect();
    if sums.is_empty() {
        return Outcome::NotApplicable("正文没有可以相加的分项与总数。".into());
    }
    Outcome::of(sums.iter().filter_map(|sum| sum.finding(context)).collect())
}

/// A whole and its parts with their claims.
struct Sum<'c> {
    whole: &'c Claim,
    parts: Vec<&'c Claim>,
    list: List,
    parting: Parting,
    total: Decimal,
}

/// An open list that lacks no more than this many percent of its whole was probably meant to be complete.
const NEARLY: u32 = 95;
/// A difference of one is telling from here on; in smaller wholes it is a part left out.
const SMALLEST_WHOLE: u32 = 10;

impl<'c> Sum<'c> {
    /// `None` where the sum says nothing: the results of requests include those carried in, and a number that the tables
    /// already contradict is told there.
    fn of(sum: &PartSum, claims: &'c [Claim]) -> Option<Self> {
        let whole = claims.get(sum.whole)?;
        let parts: Vec<&Claim> = sum.parts.iter().map(|&part| claims.get(part)).collect::<Option<_>>()?;
        let differs = |claim: &&Claim| {
            matches!(claim.comparison, Comparison::Differs { certainty: Certainty::Certain, .. })
        };
        let agrees = |claim: &&Claim| matches!(claim.comparison, Comparison::Agrees(_));
        let settled = std::iter::once(&whole).chain(&parts).all(agrees);
        let received = matches!(whole.meaning, Meaning::Requests(stage, _) if !matches!(stage, Stage::Handled | Stage::Answered));
        let results = parts.iter().any(|part| {
            matches!(part.meaning, Meaning::Result(..) | Meaning::Suit(..) | Meaning::Requests(_, Who::All))
        });
        if settled || std::iter::once(&whole).chain(&parts).any(differs) || (results && received) {
            return None;
        }
        let total = parts.iter().map(|part| part.number).sum();
        Some(Self {
            whole,
            parts,
            list: sum.list,
            parting: if results { sum.parting.max(Parting::Likely) } else { sum.parting },
            total,
        })
    }

    fn finding(&self, context: &Context<'_>) -> Option<Finding> {
        let (whole, total) = (self.whole.number, self.total);
        let gap = (total - whole).abs();
        let several = self.parts.len() > 1;
        let severity = if total > whole && self.closes_early() {
            return None;
        } else if total > whole || (self.list == List::Closed && several && total != whole) {
            match self.parting {
                Parting::Certain => Severity::Error,
                Parting::Likely => Severity::Warning,
                Parting::Overlapping => Severity::Hint,
            }
        } else if self.list == List::Open && several && total < whole && self.is_near(gap) {
            Severity::Hint
        } else {
            return None;
        };
        let title = format!("正文分项之和 {total}，总数 {whole}");
        let message = format!(
            "正文“{}”的分项之和为 {total}，{} {whole} {}，相差 {gap}。",
            self.whole.text,
            if total > whole { "比总数" } else { "与总数" },
            if total > whole { "还多" } else { "不等" },
        );
        let because = format!("{}，总数写的是 {whole}", by_number(&self.parts, total));
        let todo = match severity {
            Severity::Error => "请核对台账，改正总数或有误的分项",
            Severity::Warning => "请核对：各分项是否互相重复、是否都属于这个总数；确有差错的请改正",
            Severity::Hint if total > whole => {
                "如同一信息在几处发布、重复计了数，不必改；不是的请核对总数和分项"
            }
            Severity::Hint => "如分项已经列全，请核对总数；只列了一部分的，可加“等”字",
        };
        let mut finding = Finding::new(severity, title, message).because(because).todo(todo);
        finding.location = format!("正文“{}”", self.whole.text);
        let parts = self.parts.iter().map(|part| Term::said(part)).collect();
        finding.equations = vec![context.equation("分项之和＝总数", parts, vec![Term::said(self.whole)])];
        finding = finding.at(self.whole.span);
        Some(self.parts.iter().fold(finding, |finding, part| finding.at(part.span)))
    }

    /// Whether the first parts alone come to the whole; what follows is then another matter, or cuts it another way.
    fn closes_early(&self) -> bool {
        let mut sum = Decimal::ZERO;
        self.parts.iter().enumerate().any(|(index, part)| {
            sum = sum + part.number;
            index > 0 && sum == self.whole.number
        })
    }

    fn is_near(&self, gap: Decimal) -> bool {
        let whole = self.whole.number;
        let slip = gap == Decimal::from(1) && whole >= Decimal::from(SMALLEST_WHOLE);
        slip || self.total.percent_of(whole, 0).is_some_and(|percent| percent >= Decimal::from(NEARLY))
    }
}
