use crate::report::TableState;
use crate::report::form::{CellId, Column3, Row3};
use crate::rules::basis::form_2021;
use crate::rules::{Context, Family, Finding, Outcome, Severity, Status};

declare_rule! {
    /// 表三每一列中，结转下年度的不能多于新收与上年结转之和，任何一种办理结果不能多于（七）总计。
    /// 勾稽关系和总计已经能够核对的列，这一条由它们管，不重复提出。
    ///
    /// ## 为什么
    /// 这是勾稽关系的必然结果；同一列有单元格读不出、等式无法核对时，仍能据此看出明显的错。
    ///
    /// ## 错误示例
    /// ```wrong
    /// t3.carried_in.person = 若干
    /// t3.open.person = 若干
    /// t3.rejected.repeat.person = 900
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// ```
    "table3/bounds", "表三各数的上限",
    severity: Error,
    basis: [form_2021("表三表头注")],
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let table = &context.report.tables.table3;
    let edition = match (&table.state, table.edition) {
        (TableState::Read, Some(edition)) => edition,
        (TableState::Unreadable(why), _) => return Outcome::NotJudged(why.clone()),
        _ => return Outcome::NotJudged("没有找到表三。".into()),
    };
    let unknown = |family: Family| {
        let mut equations = context.arithmetic.equations.iter();
        equations.any(|(known, equation)| *known == family && equation.status == Status::Unknown)
    };
    let value = |row, column| table.value(CellId::T3(row, column));
    let mut findings = Vec::new();
    for column in Column3::ALL {
        if unknown(Family::Balance(column))
            && let (Some(received), Some(carried_in)) =
                (value(Row3::Received, column), value(Row3::CarriedIn, column))
            && let Some(out) = value(Row3::CarriedOut, column).filter(|out| *out > received + carried_in)
        {
            let most = format!("本年新收 {received} ＋ 上年结转 {carried_in}");
            findings.push(finding(
                context,
                (Row3::CarriedOut, Row3::Received),
                column,
                (&out.to_string(), &most),
            ));
        }
        if unknown(Family::ResultTotal(column))
            && let Some(total) = value(Row3::Total, column)
        {
            let above =
                Row3::results(edition).iter().filter(|row| value(**row, column).is_some_and(|v| v > total));
            findings.extend(above.map(|&row| {
                let this = value(row, column).unwrap_or_default().to_string();
                finding(context, (row, Row3::Total), column, (&this, &format!("（七）总计 {total}")))
            }));
        }
    }
    Outcome::of(findings)
}

fn finding(
    context: &Context<'_>,
    (row, bound): (Row3, Row3),
    column: Column3,
    (value, most): (&str, &str),
) -> Finding {
    let cells = [CellId::T3(row, column), CellId::T3(bound, column)];
    let (row, column) = (row.label(), column.label());
    let message = format!("表三「{row}」{column}列为 {value}，多于{most}。");
    let mut finding = Finding::new(Severity::Error, format!("表三「{row}」{column}列过大"), message)
        .because(format!("{value} 大于 {most}"))
        .todo("请核对这两格的数")
        .location(format!("第三部分 表三 {column}列"));
    finding.cells = cells.to_vec();
    let spans = cells.iter().filter_map(|cell| context.report.tables.cell(*cell)?.span);
    spans.fold(finding, Finding::at)
}
