use super::claims_of;
use crate::report::claims::{Claim, Comparison, Quoted, YearChange};
use crate::rules::words::quote;
use crate::rules::{Context, Finding, Judgement, Severity, not_applicable};
use crate::text::Decimal;

declare_rule! {
    /// 正文中的“同比增长”“比上年减少”与两年的数字相符。上年的数字取自同一句；载入了上年报告的，也取自上年的表格。
    ///
    /// ## 为什么
    /// 同比常从上年报告抄来没有重算，增减方向写反的也不少。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：全年接待群众查阅22人次，比上年（31人次）增长29%。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：全年接待群众查阅22人次，比上年（31人次）下降29%。
    /// ```
    "prose/change", "正文同比",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let relations = &context.report.relations;
    let mut judged = false;
    let mut findings = Vec::new();
    for (index, change) in relations.changes.iter().enumerate() {
        let figure = |at: usize| relations.figures.get(at);
        let (Some(amount), Some(current)) = (figure(change.amount), figure(change.current)) else { continue };
        let claims = claims_of(context, &[current]);
        if claims.iter().any(|claim| matches!(claim.comparison, Comparison::Differs { .. })) {
            continue;
        }
        let stated = change.previous.and_then(figure).map(|said| said.number);
        let previous = stated
            .or_else(|| implied(context, index, current))
            .or_else(|| claims.iter().find_map(|claim| last_year(context, claim)));
        let Some(previous) = previous else { continue };
        judged = true;
        findings.extend(finding(context, change, [amount, current], previous));
    }
    if judged { Ok(findings) } else { Err(not_applicable("正文没有可以验算的同比数字。")) }
}

/// 96条，较上年增加12条，增幅14.3%: last year's number as the change in number gives it.
fn implied(context: &Context<'_>, index: usize, current: &Quoted) -> Option<Decimal> {
    let relations = &context.report.relations;
    let change = relations.changes.get(index).filter(|change| change.percent)?;
    let same = |other: &&YearChange| other.current == change.current && !other.percent;
    let count = relations.changes.iter().skip(index.saturating_sub(1)).take(3).find(same)?;
    let amount = relations.figures.get(count.amount)?.number;
    // A number that grew by more than itself is not the one that grew: 律所2件，比上年增加7件 speaks of the whole list.
    let previous = if count.grows { current.number - amount } else { current.number + amount };
    (!previous.is_negative()).then_some(previous)
}

/// The number that stands in last year's tables, if that report is there.
fn last_year(context: &Context<'_>, current: &Claim) -> Option<Decimal> {
    let previous = context.others.previous.as_ref()?;
    let Comparison::Agrees(reading) = current.comparison else { return None };
    current.readings.get(reading)?.value_by(&|cell| previous.value(cell))
}

/// Decimals to which a change is computed before it is held against the printed one.
const EXACT: u8 = 5;

fn finding(
    context: &Context<'_>,
    change: &YearChange,
    [amount, current]: [&Quoted; 2],
    previous: Decimal,
) -> Option<Finding> {
    let difference = current.number - previous;
    let grows = !difference.is_negative();
    let size = difference.abs();
    let said = amount.number;
    let (fits, near, due) = if change.percent {
        let exact = size.percent_of(previous, EXACT)?;
        let unit = Decimal::new(1, said.decimals())?;
        let due = size.percent_rounded(previous, said.decimals().max(1))?;
        (said.prints(exact), (exact - said).abs() < unit + unit, format!("{due}%"))
    } else {
        (said == size, false, size.to_string())
    };
    let right_way = size.is_zero() || grows == change.grows;
    if fits && right_way {
        return None;
    }
    let way = |grows: bool| if grows { "增加" } else { "减少" };
    let sign = if change.percent { "%" } else { "" };
    let should = if size.is_zero() { "持平".to_owned() } else { format!("{} {due}", way(grows)) };
    let most = if near && right_way { Severity::Hint } else { Severity::Warning };
    let title = format!("正文{}同比写{} {said}{sign}，应为{should}", quote(&current.text), way(change.grows));
    Some(
        context
            .on_spans([amount.span, current.span], title)
            .at_most(most)
            .because(format!("上年 {previous}，本年 {}，差 {difference}", current.number))
            .todo("请核对两年的数、增减方向和统计范围"),
    )
}
