use super::{by_table, in_state};
use crate::report::CellState;
use crate::report::form::CellId;
use crate::rules::{Certainty, Context, Judgement};

declare_rule! {
    /// 数据单元格填数字，不用“/”“—”“无”等符号代替 0。这些符号在核对合计时按 0 计算。
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
    let mark = first.text.trim();
    let same =
        |cell: &CellId| context.report.tables.cell(*cell).is_some_and(|reading| reading.text.trim() == mark);
    let title = match marks.as_slice() {
        [cell] => format!("{}{}填的是“{mark}”，没有的填 0", cell.table().name(), cell.name()),
        several if several.iter().all(same) => format!("{}用“{mark}”代替数字", by_table(several)),
        several => format!("{}用“{mark}”等符号代替数字", by_table(several)),
    };
    context
        .on_cells(marks, title)
        .sure(Certainty::Certain)
        .because("符号不是数字，汇总时会当作漏填；合计时按 0 计算")
        .todo("没有的请填 0")
        .only()
}
