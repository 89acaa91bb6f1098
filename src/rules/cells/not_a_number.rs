use super::cells;
use crate::report::form::{CellId, Quantity};
use crate::report::{CellReading, CellState};
use crate::rules::words::quote;
use crate::rules::{Certainty, Context, Finding, Judgement, Severity, form_2021};
use crate::text::Decimal;

declare_rule! {
    /// 件数填不小于 0 的整数；行政事业性收费填不小于 0 的金额（万元，可有小数）。
    ///
    /// ## 为什么
    /// 件数没有小数，也没有负数；写成文字就无法汇总和核对。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表二「行政许可」：若干
    /// ```
    /// ```wrong
    /// 表四「行政复议」：结果维持 -1
    /// ```
    /// ```wrong
    /// 表二「行政处罚」：2.5
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表二「行政事业性收费」：104.133
    /// ```
    "cells/not_a_number", "单元格应填数字",
    severity: Error,
    basis: [form_2021("表二、表三、表四各数据栏")],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let cells = cells(context)?.into_iter();
    Ok(cells.filter_map(|(id, reading)| judge(context, id, reading)).collect())
}

fn judge(context: &Context<'_>, id: CellId, reading: &CellReading) -> Option<Finding> {
    let text = reading.text.trim();
    let (most, what, todo) = match reading.state {
        CellState::Number(value) => (Severity::Error, wrong_number(id, value)?, "请按台账填写"),
        // Digits with something between or behind them may have been torn apart by the copy.
        CellState::Text if text.contains(|c: char| c.is_ascii_digit()) => {
            (Severity::Warning, "看不出是哪个数", "请核对这一格；原文是完整的数的，可能是复制时断开了")
        }
        CellState::Text if id.quantity() == Quantity::MoneyInWords => return None,
        CellState::Text => (Severity::Error, "不是数字", "请填数字，没有的填 0"),
        CellState::Blank | CellState::Mark | CellState::Missing | CellState::Unreadable => return None,
    };
    let title = format!("{}{}填的是{}，{what}", id.table().name(), id.name(), quote(text));
    let sure = if most == Severity::Error { Certainty::Certain } else { Certainty::Check };
    Some(
        context
            .on_cells([id], title)
            .at_most(most)
            .sure(sure)
            .because("件数应为不小于 0 的整数，收费金额应为不小于 0 的数")
            .todo(todo),
    )
}

/// What is wrong with a number in this cell, if anything.
fn wrong_number(id: CellId, value: Decimal) -> Option<&'static str> {
    let money = matches!(id.quantity(), Quantity::Money | Quantity::MoneyInWords);
    if value.is_negative() && id.quantity() != Quantity::Change {
        Some("是负数")
    } else if !value.is_integer() && !money {
        Some("不是整数")
    } else {
        None
    }
}
