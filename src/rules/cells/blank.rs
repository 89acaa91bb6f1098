use super::{by_table, in_state};
use crate::report::CellState;
use crate::report::form::CellId;
use crate::rules::{Certainty, Context, Judgement, Outcome};

declare_rule! {
    /// 三张表的数据单元格不留空白，没有的填 0。空白在核对合计时按 0 计算。
    ///
    /// ## 为什么
    /// 空白分不清是“没有”还是“漏填”，审核时通常按漏填退回。格式没有明文规定，所以只作提示。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表二「行政强制」：空白
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表二「行政强制」：0
    /// ```
    "cells/blank", "空白单元格",
    severity: Hint,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let blank = in_state(context, CellState::Blank)?;
    if blank.is_empty() {
        return Ok(Vec::new());
    }
    // What a repair fills is told with it.
    let told = |cell: &CellId| crate::rules::cause::fills(context, *cell);
    let blank: Vec<CellId> = blank.into_iter().filter(|cell| !told(cell)).collect();
    if blank.is_empty() {
        return Err(Outcome::Failed(Vec::new()));
    }
    let first =
        blank.first().map(|cell| format!("{}{}", cell.table().name(), cell.name())).unwrap_or_default();
    let (title, because) = if blank.len() == 1 {
        (format!("{first}空白"), "空白看不出是没有还是漏填，合计时按 0 计算".to_owned())
    } else {
        let because = format!("第一处是{first}；空白看不出是没有还是漏填，合计时按 0 计算");
        (format!("{}空白", by_table(&blank)), because)
    };
    context
        .on_cells(blank, title)
        .sure(Certainty::Certain)
        .because(because)
        .todo("没有的请填 0，漏填的请补上")
        .only()
}
