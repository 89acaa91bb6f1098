use crate::report::claims::{Claim, Meaning};
use crate::report::form::{CellId, Column2, Column3, Row2, Row3};
use crate::rules::{Context, Finding, Judgement, not_applicable};
use crate::text::Decimal;

declare_rule! {
    /// 正文写明收取了信息处理费的：金额是 10 元的整数倍；本年有申请；表二“行政事业性收费”不少于这笔费用。2021 年起的报告适用。
    ///
    /// ## 为什么
    /// 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）按件、按量计收的标准都是 10 元的倍数；信息处理费也是行政事业性收费。统计范围不同的可以有出入，所以只作提示。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第六部分：本年度收取信息处理费385元。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第六部分：本年度收取信息处理费380元。
    /// ```
    "prose/fee", "信息处理费的金额",
    severity: Hint,
    basis: [],
    check: check,
}

/// 元 in a 万元.
const TEN_THOUSAND: i8 = -4;

fn check(context: &Context<'_>) -> Judgement {
    if context.report.year.is_some_and(|year| year < 2021) {
        return Err(not_applicable("信息处理费办法自 2021 年起施行。"));
    }
    let charged = |claim: &&Claim| {
        claim.meaning == Meaning::HandlingFee && !claim.number.is_zero() && is_money(context, claim)
    };
    let claims: Vec<&Claim> = context.report.claims.iter().filter(charged).collect();
    if claims.is_empty() {
        return Err(not_applicable("正文没有写收取信息处理费的金额。"));
    }
    Ok(claims.into_iter().flat_map(|claim| findings(context, claim)).collect())
}

/// 有1件收取信息处理费 counts requests; only what 元 follows is an amount.
fn is_money(context: &Context<'_>, claim: &Claim) -> bool {
    let line = context.report.document.line(claim.span.line);
    let rest = line.get(claim.span.end as usize..).unwrap_or("").trim_start();
    rest.starts_with('元') || rest.starts_with("万元")
}

fn findings(context: &Context<'_>, claim: &Claim) -> Vec<Finding> {
    let fee = claim.number;
    let mut found = Vec::new();
    let mut tell = |title: String, because: &str, todo: &str, cells: &[CellId]| {
        let finding = context.on_claim(claim, title).because(because).todo(todo);
        found.push(finding.cells(&context.report.tables, cells.iter().copied()));
    };
    let tens = fee.scaled(-1).is_some_and(Decimal::is_integer);
    if !tens && !claim.approximate {
        tell(
            format!("信息处理费 {fee} 元不是 10 元的整数倍"),
            "按件、按量计收的标准都是 10 元的倍数（国办函〔2020〕109号）",
            "请核对金额和单位（元、万元）",
            &[],
        );
    }
    let requests = [Row3::Received, Row3::CarriedIn].map(|row| CellId::T3(row, Column3::Total));
    let handled: Option<Decimal> = requests.iter().map(|&cell| context.value(cell)).sum();
    if handled.is_some_and(Decimal::is_zero) {
        tell(
            format!("正文收取信息处理费 {fee} 元，表三没有申请"),
            "信息处理费只对政府信息公开申请收取",
            "请核对表三的新收和上年结转，或改正金额",
            &requests,
        );
    }
    let cell = CellId::T2(Row2::Fees, Column2::Charged);
    if let (Some(fees), Some(least)) = (context.value(cell), fee.scaled(TEN_THOUSAND))
        && fees < least
    {
        tell(
            format!("表二「行政事业性收费」{fees} 万元，少于正文信息处理费 {fee} 元"),
            "信息处理费应计入行政事业性收费；统计范围不同的除外",
            "请核对表二的金额和单位（万元）",
            &[cell],
        );
    }
    found
}
