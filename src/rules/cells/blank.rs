use super::{by_table, cells};
use crate::report::CellState;
use crate::rules::{Context, Finding, Outcome, Severity};

declare_rule! {
    /// 三张表的数据单元格不留空白，没有的填 0。空白在核对等式时按 0 计算。
    ///
    /// ## 为什么
    /// 空白分不清是“没有”还是“漏填”，审核时通常按漏填退回。格式没有明文规定，所以只作提示。
    ///
    /// ## 错误示例
    /// ```wrong
    /// t2.coercion = (blank)
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// t2.coercion = 0
    /// ```
    "cells/blank", "空白单元格",
    severity: Hint,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let cells = match cells(context) {
        Ok(cells) => cells,
        Err(outcome) => return outcome,
    };
    let blank: Vec<_> = cells.into_iter().filter(|(_, reading)| reading.state == CellState::Blank).collect();
    if blank.is_empty() {
        return Outcome::Passed;
    }
    let places = by_table(&blank);
    let message = format!("表格中有 {} 个空白单元格（{places}）。", blank.len());
    let mut finding = Finding::new(Severity::Hint, format!("有 {} 个空白单元格", blank.len()), message)
        .because("核对等式时空白按 0 计算；空白分不清是没有还是漏填。")
        .todo("没有的请填 0，漏填的请补上")
        .location(places);
    for (id, reading) in blank {
        finding.cells.push(id);
        finding = reading.span.into_iter().fold(finding, Finding::at);
    }
    Outcome::Failed(vec![finding])
}
