use super::{REASONS, previous};
use crate::report::form::{CellId, Column3, Row3};
use crate::rules::{Context, Finding, Outcome, Severity};

declare_rule! {
    /// 本年的“上年结转”与上年报告的“结转下年度继续办理”逐列一致。载入上年报告后核对。
    ///
    /// ## 为什么
    /// 同一批申请在两份报告里各写一次；两处不同，至少有一处写错，或者口径有变化需要说明。
    ///
    /// ## 错误示例
    /// ```wrong
    /// previous | t3.carried_out.person = 9
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// previous | year = 2021
    /// ```
    "years/carried_in", "上年结转与上年报告",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let previous = match previous(context) {
        Ok(previous) => previous,
        Err(outcome) => return outcome,
    };
    let tables = &context.report.tables;
    let pairs = Column3::ALL.map(|column| {
        let cell = CellId::T3(Row3::CarriedIn, column);
        (column, cell, previous.value(CellId::T3(Row3::CarriedOut, column)), tables.value(cell))
    });
    let differing: Vec<_> = pairs
        .iter()
        .filter_map(|&(column, cell, before, now)| Some((column, cell, before?, now?)))
        .filter(|(_, _, before, now)| before != now)
        .collect();
    let Some((_, _, before, now)) = differing.last().copied() else {
        let unknown = pairs.iter().any(|(_, _, before, now)| before.is_none() || now.is_none());
        return if unknown {
            Outcome::NotJudged("两份报告中有一份的表三未能读出结转数。".into())
        } else {
            Outcome::Passed
        };
    };
    let columns: Vec<&str> = differing.iter().map(|(column, ..)| column.label()).collect();
    let details: Vec<String> = differing
        .iter()
        .map(|(column, _, before, now)| format!("{}：上年 {before}，本年 {now}", column.label()))
        .collect();
    let message = format!(
        "上年报告结转下年度 {before} 件，本年“上年结转”却是 {now} 件（{}列），相差 {}。",
        columns.join("、"),
        (before - now).abs()
    );
    let mut finding = Finding::new(Severity::Warning, "上年结转与上年报告不一致", message)
        .because(format!("上年报告“结转下年度继续办理”应等于本年“上年结转”。{}", details.join("；")))
        .todo("请核对上年报告表三第四项和本年表三第二项")
        .todo(REASONS)
        .location("第三部分 表三「二、上年结转政府信息公开申请数量」");
    finding.due = Some((before, now));
    finding.cells = differing.iter().map(|(_, cell, ..)| *cell).collect();
    let spans: Vec<_> = finding.cells.iter().filter_map(|&cell| tables.cell(cell)?.span).collect();
    Outcome::Failed(vec![spans.into_iter().fold(finding, Finding::at)])
}
