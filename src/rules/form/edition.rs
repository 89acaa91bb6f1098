use crate::report::TableReading;
use crate::report::form::{CellId, Column3, Edition, Row3, TableKind};
use crate::rules::{Certainty, Context, Finding, Judgement, Severity, form_2021, not_applicable, not_judged};

declare_rule! {
    /// 2021 年及以后的报告用 2021 年版的表格，2019、2020 年的报告用 2019 年版的表格。逐表核对，因为常有一张表换了、另一张没换。
    ///
    /// ## 为什么
    /// 国办公开办函〔2021〕30号修订了表二和表三：表二改为制发、废止、现行有效件数，表三“（六）其他处理”分为三行。2021 年是启用新格式的第一年，只列为需核实。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表格版式：2019 年
    /// 年度：2023
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表格版式：2019 年
    /// 年度：2020
    /// ```
    "form/edition", "表格版式与年度",
    severity: Error,
    basis: [form_2021("《政府信息公开工作年度报告格式》")],
    check: check,
}

/// The first year of the form of 2021: it was issued at the end of September of that year.
const FIRST_YEAR: u16 = 2021;

fn check(context: &Context<'_>) -> Judgement {
    let year = context.year()?;
    let Some(due) = Edition::for_year(year) else {
        return Err(not_applicable(format!("{year} 年的报告用的是更早的格式。")));
    };
    let tables = [TableKind::Table2, TableKind::Table3].into_iter();
    let tables: Vec<&TableReading> = tables.filter_map(|kind| context.table(kind).ok()).collect();
    if tables.is_empty() {
        return Err(not_judged("表二、表三都没有读到。"));
    }
    let wrong = tables.into_iter().filter(|table| speaks_against(table, due));
    Ok(wrong.map(|table| finding(context, table, year, due)).collect())
}

/// Whether what is in the table, not what is missing from it, belongs to the other edition.
fn speaks_against(table: &TableReading, due: Edition) -> bool {
    table.edition.is_some_and(|edition| edition != due)
        && match table.kind {
            TableKind::Table2 => table.signs.iter().any(|(editions, _)| !editions.contain(due)),
            _ => true,
        }
}

fn finding(context: &Context<'_>, table: &TableReading, year: u16, due: Edition) -> Finding {
    let (used, name) = (table.edition.unwrap_or(due).id(), table.kind.name());
    let most = match due {
        Edition::F2021 if year > FIRST_YEAR => Severity::Error,
        _ => Severity::Warning,
    };
    let why = match (table.kind, due) {
        (TableKind::Table2, Edition::F2021) => {
            "表二还有“上一年项目数量”“本年新公开数量”等旧栏目；新格式为本年制发、本年废止、现行有效件数"
        }
        (TableKind::Table3, Edition::F2021) => "表三“（六）其他处理”只有一行；新格式分为三行",
        (_, Edition::F2019) => "2019、2020 年的报告按国办公开办函〔2019〕60号的格式",
        _ => "表格与规定格式不同",
    };
    let title = format!("{name}用 {used} 年版式，{year} 年报告应用 {} 年版式", due.id());
    let sure = if most == Severity::Error { Certainty::Certain } else { Certainty::Likely };
    let signs = table.signs.iter().filter(|(editions, _)| !editions.contain(due)).map(|(_, span)| *span);
    // The single row （六）其他处理 shows the old form, by its total.
    let other = CellId::T3(Row3::Other, Column3::Total);
    let other = table.cells.contains_key(&other).then_some(other);
    context
        .on_spans(signs.take(3), title)
        .cells(&context.report.tables, other)
        .at_most(most)
        .sure(sure)
        .because(why)
        .todo(format!("请换用 {} 年版的{name}，再填入数据", due.id()))
        .location(format!("{name} {}", table.kind.title()))
}
