use crate::report::form::SectionKind;
use crate::rules::{Context, Judgement, Needed as _, not_applicable};

declare_rule! {
    /// 第六部分写明本年度收取信息处理费的情况，没有收取的也要写“未收取”。2021 年起的报告适用。
    ///
    /// ## 为什么
    /// 信息处理费自 2021 年 1 月 1 日起按新办法收取；第六部分只写“无”，看不出有没有收取，常被退回补写。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第六部分：无。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第六部分：本年度未收取信息公开处理费，无其他需要报告的事项。
    /// ```
    "statement/fee", "信息处理费情况",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    if report.year.is_some_and(|year| year < 2021) {
        return Err(not_applicable("信息处理费办法自 2021 年起施行。"));
    }
    let text = report.prose_of(SectionKind::Other).or_not_applicable("没有找到第六部分。")?;
    let charges = ["处理费", "收费", "收取费用", "费用"].iter().any(|word| text.contains(word));
    // Some tell it under 依申请公开; that is an unusual place, but it is told.
    let tells = |kind| report.prose_of(kind).is_some_and(|text| text.contains("处理费"));
    if charges || SectionKind::ALL.into_iter().any(tells) {
        return Ok(Vec::new());
    }
    context
        .on_section(SectionKind::Other, "第六部分没有写信息处理费")
        .because("只写“无”或其他事项，看不出有没有收取")
        .todo("请补写，如“本年度未收取信息处理费”；收取了的写明件数和金额")
        .only()
}
