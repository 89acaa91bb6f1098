use super::claims_of;
use crate::report::claims::{Comparison, Meaning, Quoted, Share};
use crate::report::form::{Block4, CellId, Column3, Outcome4, Row3};
use crate::rules::words::quote;
use crate::rules::{Context, Finding, Judgement, Severity, not_applicable};
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

fn check(context: &Context<'_>) -> Judgement {
    let relations = &context.report.relations;
    let mut judged = false;
    let mut findings = Vec::new();
    for (index, share) in relations.shares.iter().enumerate() {
        let figure = |at: usize| relations.figures.get(at);
        let (Some(percent), Some(part)) = (figure(share.percent), figure(share.part)) else { continue };
        let claims = claims_of(context, &[part]);
        // A count that the tables contradict is told there; its share follows from it.
        if claims.iter().any(|claim| matches!(claim.comparison, Comparison::Differs { .. })) {
            continue;
        }
        let mut bases: Vec<Decimal> =
            share.wholes.iter().filter_map(|&at| figure(at)).map(|figure| figure.number).collect();
        if !share.stated {
            for claim in &claims {
                bases.extend(totals(context, claim.meaning));
            }
            bases.push(together(context, index));
        }
        // A rate of 97% is none of all that was done.
        bases.retain(|base| *base > part.number || (*base == part.number && !share.rate && !base.is_zero()));
        if bases.is_empty() {
            continue;
        }
        judged = true;
        let fitting = |base: Decimal| {
            let fits = |other: &&Share| {
                let (Some(said), Some(of)) = (figure(other.percent), figure(other.part)) else {
                    return false;
                };
                of.number.percent_of(base, EXACT).is_some_and(|share| said.number.prints(share))
            };
            around(context, index).filter(fits).count()
        };
        // The base that the neighbouring shares fit is meant; else the nearest total that the part is a part of.
        let whole = relations.sums.iter().find(|sum| sum.parts.contains(&share.part));
        let whole = whole.map(|sum| sum.values(&relations.figures).0);
        let meant = bases.iter().copied().max_by_key(|base| (fitting(*base), Some(*base) == whole));
        findings.extend(finding(context, [percent, part], &bases, meant, share.rate));
    }
    if judged { Ok(findings) } else { Err(not_applicable("正文没有可以验算的占比。")) }
}

/// The shares around one in its passage, itself included, so that the cost stays linear.
fn around<'c>(context: &'c Context<'_>, index: usize) -> impl Iterator<Item = &'c Share> {
    let relations = &context.report.relations;
    let passage = |share: &Share| relations.figures.get(share.part).map(|part| part.passage);
    let own = relations.shares.get(index).and_then(passage);
    let shares = relations.shares.iter().skip(index.saturating_sub(NEIGHBOURS)).take(2 * NEIGHBOURS);
    shares.filter(move |share| passage(share) == own)
}

/// The counts around one that have a share too, together: of what 5件占50%，5件占50% are shares.
fn together(context: &Context<'_>, index: usize) -> Decimal {
    let figures = &context.report.relations.figures;
    around(context, index).filter_map(|share| figures.get(share.part)).map(|part| part.number).sum()
}

/// The totals of the tables that a share of such a count may be meant of.
fn totals(context: &Context<'_>, meaning: Meaning) -> Vec<Decimal> {
    let value = |cell| context.report.tables.value(cell);
    match meaning {
        Meaning::Requests(..) | Meaning::Result(..) | Meaning::Channel => of_requests(context),
        Meaning::Suit(..) => {
            let total = |block| value(CellId::T4(block, Outcome4::Total));
            let (direct, after) = (total(Block4::Direct), total(Block4::AfterReview));
            let both = direct.zip(after).map(|(direct, after)| direct + after);
            [total(Block4::Review), direct, after, both].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// The totals of table 3 that a share of requests may be meant of.
pub(super) fn of_requests(context: &Context<'_>) -> Vec<Decimal> {
    let value = |row| context.report.tables.value(CellId::T3(row, Column3::Total));
    let (received, carried, total) = (value(Row3::Received), value(Row3::CarriedIn), value(Row3::Total));
    let both = received.zip(carried).map(|(received, carried)| received + carried);
    [received, both, total].into_iter().flatten().collect()
}

/// How many shares before and behind one say what it is a share of.
const NEIGHBOURS: usize = 8;

/// Decimals to which a share is computed before it is held against the printed one.
const EXACT: u8 = 5;

fn finding(
    context: &Context<'_>,
    [percent, part]: [&Quoted; 2],
    bases: &[Decimal],
    meant: Option<Decimal>,
    rate: bool,
) -> Option<Finding> {
    let exact = |base: &Decimal| part.number.percent_of(*base, EXACT);
    let shares: Vec<Decimal> = bases.iter().filter_map(exact).collect();
    let said = percent.number;
    if shares.is_empty() || shares.iter().any(|&share| said.prints(share)) {
        return None;
    }
    // One off in the last printed digit, rounded, is a matter of rounding twice.
    let unit = Decimal::new(1, said.decimals())?;
    let near = shares.iter().map(|&share| (share - said).abs()).any(|gap| gap + gap < unit + unit + unit);
    let most = if near || rate { Severity::Hint } else { Severity::Warning };
    let base = meant?;
    let due = part.number.percent_rounded(base, said.decimals().max(1))?;
    Some(
        context
            .on_spans(
                [percent.span, part.span],
                format!("正文{}占比写 {said}%，按总数 {base} 约为 {due}%", quote(&part.text)),
            )
            .at_most(most)
            .because(format!("{} ÷ {base} ＝ {due}%；同段和表三的其他总数也不合", part.number))
            .todo("请核对件数和占比；以别的总数为基数的请写明"),
    )
}
