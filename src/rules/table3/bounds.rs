use crate::report::form::{CellId, Column3, Row3, TableKind};
use crate::rules::{Context, Finding, Identity, Judgement, Needed as _, Status, form_2021};
use crate::text::Decimal;

declare_rule! {
    /// 表三每一列中，结转下年度的不能多于新收与上年结转之和，任何一种办理结果不能多于（七）总计。
    /// 勾稽关系和总计已经能够核对的列，这一条由它们管，不重复提出。
    ///
    /// ## 为什么
    /// 这是勾稽关系的必然结果；同一列有单元格读不出、合计无法核对时，仍能据此看出明显的错。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表三「一、本年新收政府信息公开申请数量」：自然人 30
    /// 表三「二、上年结转政府信息公开申请数量」：自然人 2
    /// 表三「（七）总计」：自然人 若干
    /// 表三「四、结转下年度继续办理」：自然人 50
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表三「一、本年新收政府信息公开申请数量」：自然人 30
    /// 表三「二、上年结转政府信息公开申请数量」：自然人 2
    /// 表三「（七）总计」：自然人 若干
    /// 表三「四、结转下年度继续办理」：自然人 32
    /// ```
    "table3/bounds", "表三各数的上限",
    severity: Error,
    basis: [form_2021("表三表头注")],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let edition = context.table(TableKind::Table3)?.edition.or_not_judged("没有找到表三。")?;
    let unknown = |family: Identity| {
        let mut equations = context.arithmetic.equations.iter();
        equations.any(|(known, equation)| *known == family && equation.status == Status::Unknown)
    };
    let value = |row, column| context.value(CellId::T3(row, column));
    let mut findings = Vec::new();
    for column in Column3::ALL {
        if unknown(Identity::Balance(column))
            && let (Some(received), Some(carried_in)) =
                (value(Row3::Received, column), value(Row3::CarriedIn, column))
            && let Some(out) = value(Row3::CarriedOut, column).filter(|out| *out > received + carried_in)
        {
            let all = received + carried_in;
            let most = format!("多于本年新收加上年结转 {all}");
            let because =
                format!("结转下年度的不会多于收到的：新收 {received} + 上年结转 {carried_in} = {all}");
            let bounds = [Row3::Received, Row3::CarriedIn];
            findings
                .push(too_large(context, column, (Row3::CarriedOut, out), &bounds, &most).because(because));
        }
        if unknown(Identity::ResultTotal(column))
            && let Some(total) = value(Row3::Total, column)
        {
            let most = format!("多于（七）总计 {total}");
            let known = Row3::results(edition).filter_map(|row| Some((row, value(row, column)?)));
            let above = known.filter(|(_, value)| *value > total);
            let told = above.map(|result| too_large(context, column, result, &[Row3::Total], &most));
            findings.extend(told.map(|finding| finding.because("一种办理结果不会多于总计")));
        }
    }
    Ok(findings)
}

fn too_large(
    context: &Context<'_>,
    column: Column3,
    (row, value): (Row3, Decimal),
    bounds: &[Row3],
    most: &str,
) -> Finding {
    let cell = CellId::T3(row, column);
    let bounds = bounds.iter().map(|&bound| CellId::T3(bound, column));
    context
        .on_cells(std::iter::once(cell).chain(bounds), format!("表三{} {value}，{most}", cell.name()))
        .location(format!("表三{}", cell.name()))
        .todo("请核对这几格，同列还有单元格读不出")
}
