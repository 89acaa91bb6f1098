use crate::report::claims::{Claim, Comparison, Meaning, Share};
use crate::report::form::{CellId, Column3, Row3};
use crate::rules::{Context, Finding, Outcome, Severity};
use crate::text::Decimal;

declare_rule! {
    /// 正文中“38件，占97.4%”一类的占比，用同段的总数或表三的新收、新收加上年结转、办理结果总计来除，四舍五入或截尾合乎其一即可。
    ///
    /// ## 为什么
    /// 件数改了，占比常忘了跟着改。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：全年接待群众查阅200人次，其中网上查阅150人次，占85%。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：全年接待群众查阅200人次，其中网上查阅150人次，占75%。
    /// ```
    "prose/share", "正文占比",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let claims = &context.report.claims;
    let mut judged = false;
    let mut findings = Vec::new();
    for (index, share) in context.report.relations.shares.iter().enumerate() {
        let (Some(percent), Some(part)) = (claims.get(share.percent), claims.get(share.part)) else {
            continue;
        };
        // A count that the tables contradict is told there; its share follows from it.
        if matches!(part.comparison, Comparison::Differs { .. }) {
            continue;
        }
        let whole = |&index: &usize| claims.get(index).map(|claim| claim.number);
        let mut bases: Vec<Decimal> = share.wholes.iter().filter_map(whole).collect();
        if matches!(part.meaning, Meaning::Requests(..) | Meaning::Result(..) | Meaning::Channel) {
            bases.extend(of_requests(context));
        }
        bases.retain(|base| *base >= part.number && !base.is_zero());
        if bases.is_empty() {
            continue;
        }
        judged = true;
        let fitting = |base: Decimal| {
            let fits = |other: &&Share| {
                let (Some(said), Some(of)) = (claims.get(other.percent), claims.get(other.part)) else {
                    return false;
                };
                of.number.percent_of(base, EXACT).is_some_and(|share| said.number.prints(share))
            };
            // The shares around it, so that the cost stays linear.
            let shares = &context.report.relations.shares;
            let from = index.saturating_sub(NEIGHBOURS);
            shares.iter().skip(from).take(2 * NEIGHBOURS).filter(fits).count()
        };
        // The base that the neighbouring shares fit is meant; else the whole that the part is a part of.
        let whole = part.part_of.and_then(|of| claims.get(of)).map(|of| of.number);
        let meant = bases.iter().copied().max_by_key(|base| (fitting(*base), Some(*base) == whole));
        if let Some(finding) = finding(percent, part, &bases, meant) {
            findings.push(finding);
        }
    }
    if judged {
        Outcome::of(findings)
    } else {
        Outcome::NotApplicable("正文没有可以验算的占比。".into())
    }
}

/// The totals of table 3 that a share of requests may be meant of.
fn of_requests(context: &Context<'_>) -> Vec<Decimal> {
    let value = |row| context.report.tables.value(CellId::T3(row, Column3::Total));
    let (received, carried, total) = (value(Row3::Received), value(Row3::CarriedIn), value(Row3::Total));
    let both = received.zip(carried).map(|(received, carried)| received + carried);
    [received, both, total].into_iter().flatten().collect()
}

/// How many shares before and behind one say what it is a share of.
const NEIGHBOURS: usize = 8;

/// Decimals to which a share is computed before it is held against the printed one.
const EXACT: u8 = 5;

fn finding(percent: &Claim, part: &Claim, bases: &[Decimal], meant: Option<Decimal>) -> Option<Finding> {
    let exact = |base: &Decimal| part.number.percent_of(*base, EXACT);
    let shares: Vec<Decimal> = bases.iter().filter_map(exact).collect();
    let said = percent.number;
    if shares.is_empty() || shares.iter().any(|&share| said.prints(share)) {
        return None;
    }
    // One off in the last printed digit is a matter of rounding twice.
    let unit = Decimal::new(1, said.decimals())?;
    let near = shares.iter().any(|&share| (share - said).abs() < unit + unit);
    let severity = if near { Severity::Hint } else { Severity::Warning };
    let base = meant?;
    let due = part.number.percent_rounded(base, said.decimals().max(1))?;
    let message = format!("正文“{}”的占比写 {said}%，按 {base} 计算约为 {due}%。", part.text);
    Some(
        Finding::new(severity, format!("占比 {said}% 算不出来"), message)
            .because(format!("{} ÷ {base} ＝ {due}%；同段和表三的其他总数也都算不出 {said}%", part.number))
            .todo("请核对件数和占比；以其他总数为基数的，请写明")
            .location(format!("正文“{}”", part.text))
            .at(percent.span)
            .at(part.span),
    )
}
