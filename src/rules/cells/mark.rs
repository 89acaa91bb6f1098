use super::{by_table, cells};
use crate::report::CellState;
use crate::rules::{Context, Finding, Outcome, Severity};

declare_rule! {
    /// 数据单元格填数字，不用“/”“—”“无”等符号代替 0。这些符号在核对等式时按 0 计算。
    ///
    /// ## 为什么
    /// 汇总和机器读取时，符号不是数字，会被当作漏填。格式没有明文规定，所以只作提示。
    ///
    /// ## 错误示例
    /// ```wrong
    /// t2.coercion = /
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// t2.coercion = 0
    /// ```
    "cells/mark", "用符号代替数字",
    severity: Hint,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let cells = match cells(context) {
        Ok(cells) => cells,
        Err(outcome) => return outcome,
    };
    let marks: Vec<_> = cells.into_iter().filter(|(_, reading)| reading.state == CellState::Mark).collect();
    let Some((_, first)) = marks.first() else { return Outcome::Passed };
    let places = by_table(&marks);
    let message = format!("表格中有 {} 个单元格用“{}”等符号代替数字（{places}）。", marks.len(), first.text);
    let mut finding =
        Finding::new(Severity::Hint, format!("有 {} 个单元格用符号代替数字", marks.len()), message)
            .because("核对等式时这些符号按 0 计算。")
            .todo("没有的请填 0")
            .location(places);
    for (id, reading) in marks {
        finding.cells.push(id);
        finding = reading.span.into_iter().fold(finding, Finding::at);
    }
    Outcome::Failed(vec![finding])
}
