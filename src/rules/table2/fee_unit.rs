use crate::report::form::{CellId, Column2, Row2};
use crate::report::organ::{Kind, Level};
use crate::rules::{Context, Judgement, Needed as _};
use crate::text::Decimal;

declare_rule! {
    /// 行政事业性收费的单位是万元：县、乡镇填到一万以上，或末四位都是 0，可能填成了元。
    ///
    /// ## 为什么
    /// 表头写明“单位：万元”，按元填写会大一万倍。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 县的报告
    /// 表二「行政事业性收费」：38578500
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 县的报告
    /// 表二「行政事业性收费」：3857.85
    /// ```
    "table2/fee_unit", "收费金额的单位",
    severity: Hint,
    basis: [],
    since: F2021,
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let cell = CellId::T2(Row2::Fees, Column2::Charged);
    let value = context.value(cell).or_not_applicable("没有读出 2021 年版式的收费金额。")?;
    let small = matches!(
        (context.report.organ.kind(), context.report.organ.level()),
        (Kind::Government | Kind::Department, Level::County | Level::Town) | (Kind::Office, _)
    );
    let large = small && value >= Decimal::from(10_000);
    let text = value.to_string();
    let round = !value.is_zero() && text.ends_with("0000") && !text.contains('.');
    if !large && !round {
        return Ok(Vec::new());
    }
    let why = if large { "这个数对本机关偏大" } else { "末四位都是 0" };
    context
        .on_cells([cell], format!("表二「行政事业性收费」{value} 万元，可能按元填了"))
        .because(format!("表头单位是万元；{why}"))
        .todo("请核对单位；确实是这个数的不必改")
        .only()
}
