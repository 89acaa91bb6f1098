use crate::report::form::{Cell2, CellId, Documents2, Edition, Item2, TableKind};
use crate::report::{TableReading, TableState};
use crate::rules::basis::form_2021;
use crate::rules::{Context, Equation, Finding, Outcome, Severity, Side, Status, Term};
use crate::text::Decimal;

declare_rule! {
    /// 规章和行政规范性文件的“现行有效件数”不应少于“本年制发件数”减“本年废止件数”。
    ///
    /// ## 为什么
    /// 现行有效件数＝上年末有效件数＋本年制发－本年废止；上年末有效件数不可能小于 0。
    ///
    /// ## 错误示例
    /// ```wrong
    /// t2.documents.issued = 9
    /// t2.documents.repealed = 1
    /// t2.documents.in_force = 5
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// ```
    "table2/stock", "现行有效件数",
    severity: Error,
    basis: [form_2021("表二第二十条第（一）项“现行有效件数”")],
    since: F2021,
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let table = &context.report.tables.table2;
    match &table.state {
        TableState::Unreadable(why) => return Outcome::NotJudged(why.clone()),
        TableState::Absent => return Outcome::NotJudged(format!("没有找到{}。", TableKind::Table2.name())),
        TableState::Read if table.edition != Some(Edition::F2021) => {
            return Outcome::NotApplicable("2019 年版式的表二没有现行有效件数。".into());
        }
        TableState::Read => {}
    }
    let mut findings = Vec::new();
    let mut unknown = false;
    for item in [Item2::Rules, Item2::Documents] {
        match row(table, item) {
            Some(row) => findings.extend(judge(table, item, row)),
            None => unknown = true,
        }
    }
    match (findings.is_empty(), unknown) {
        (true, true) => Outcome::NotJudged("表二第（一）项有单元格不是数字或未能读出。".into()),
        _ => Outcome::of(findings),
    }
}

/// Issued, repealed and in force; `None` if one of them is not known.
fn row(table: &TableReading, item: Item2) -> Option<[Decimal; 3]> {
    let value = |column| table.value(CellId::T2(Cell2::Documents(item, column)));
    Some([value(Documents2::Issued)?, value(Documents2::Repealed)?, value(Documents2::InForce)?])
}

/// A finding if the stock is too small.
fn judge(table: &TableReading, item: Item2, [issued, repealed, in_force]: [Decimal; 3]) -> Option<Finding> {
    let id = |column| CellId::T2(Cell2::Documents(item, column));
    let least = issued - repealed;
    if in_force >= least {
        return None;
    }
    let name = if item == Item2::Rules { "规章" } else { "行政规范性文件" };
    let gap = least - in_force;
    let message = format!("表二{name}现行有效件数偏少：至少应为 {least}，现为 {in_force}，相差 {gap}。");
    let mut finding = Finding::new(Severity::Error, format!("表二{name}现行有效件数偏少"), message)
        .because(format!("本年制发 {issued} － 本年废止 {repealed} = {least}，大于现行有效 {in_force}，上年末有效件数将小于 0"))
        .todo("现行有效件数是否只填了本年的一部分")
        .todo("本年制发或本年废止是否填错")
        .location(format!("第二部分 表二「{name}」行"));
    finding.due = Some((least, in_force));
    let term = |column: Documents2, minus| Term {
        minus,
        cell: Some(id(column)),
        label: id(column).label(),
        value: table.value(id(column)),
        span: table.cells.get(&id(column)).and_then(|reading| reading.span),
    };
    finding.cells = [Documents2::InForce, Documents2::Issued, Documents2::Repealed].map(id).to_vec();
    let spans: Vec<_> = finding.cells.iter().filter_map(|id| table.cells.get(id)?.span).collect();
    finding.equations.push(Equation {
        rule: "table2/stock",
        label: format!("{name}：本年制发－本年废止≤现行有效"),
        left: Side::new(vec![term(Documents2::Issued, false), term(Documents2::Repealed, true)]),
        right: Side::new(vec![term(Documents2::InForce, false)]),
        status: Status::Broken,
    });
    Some(spans.into_iter().fold(finding, Finding::at))
}
