use super::{by_table, in_state};
use crate::report::CellState;
use crate::rules::{Context, Judgement};

declare_rule! {
    /// 数据单元格填数字，不用“/”“—”“无”等符号代替 0。这些符号在核对等式时按 0 计算。
    ///
    /// ## 为什么
    /// 汇总和机器读取时，符号不是数字，会被当作漏填。格式没有明文规定，所以只作提示。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表二「行政强制」：/
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表二「行政强制」：0
    /// ```
    "cells/mark", "用符号代替数字",
    severity: Hint,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let marks = in_state(context, CellState::Mark)?;
    let Some(first) = marks.first().and_then(|&cell| context.report.tables.cell(cell)) else {
        return Ok(Vec::new());
    };
    let (count, places) = (marks.len(), by_table(&marks));
    let message = format!("表格中有 {count} 个单元格用“{}”等符号代替数字（{places}）。", first.text);
    context
        .on_cells(marks, format!("有 {count} 个单元格用符号代替数字"), message)
        .because("核对等式时这些符号按 0 计算。")
        .todo("没有的请填 0")
        .location(places)
        .only()
}
