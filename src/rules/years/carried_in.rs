use super::{REASONS, previous};
use crate::report::form::{CellId, Column3, Row3};
use crate::rules::{Certainty, Context, Judgement, not_judged};

declare_rule! {
    /// 本年的“上年结转”与上年报告的“结转下年度继续办理”逐列一致。载入上年报告后核对。
    ///
    /// ## 为什么
    /// 同一批申请在两份报告里各写一次；两处不同，至少有一处写错，或者口径有变化需要说明。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 上年报告：表三「四、结转下年度继续办理」：自然人 9，总计 9
    /// 表三「二、上年结转政府信息公开申请数量」：自然人 3，总计 3
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 上年报告：表三「四、结转下年度继续办理」：自然人 3，总计 3
    /// 表三「二、上年结转政府信息公开申请数量」：自然人 3，总计 3
    /// ```
    "years/carried_in", "上年结转与上年报告",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let previous = previous(context)?;
    let known: Vec<_> = Column3::ALL
        .into_iter()
        .filter_map(|column| {
            let before = previous.value(CellId::T3(Row3::CarriedOut, column))?;
            Some((column, before, context.value(CellId::T3(Row3::CarriedIn, column))?))
        })
        .collect();
    let differing: Vec<_> = known.iter().filter(|(_, before, now)| before != now).collect();
    // The total tells it best; it is the last column.
    let Some(&&(column, before, now)) = differing.last() else {
        let all = known.len() == Column3::ALL.len();
        return if all {
            Ok(Vec::new())
        } else {
            Err(not_judged("两份报告中有一份的表三未能读出结转数。"))
        };
    };
    let cells = differing.iter().map(|(column, ..)| CellId::T3(Row3::CarriedIn, *column));
    let others: Vec<String> = differing
        .iter()
        .filter(|(other, ..)| *other != column)
        .take(NAMED)
        .map(|(column, before, now)| format!("{}上年 {before}，本年 {now}", column.in_words()))
        .collect();
    let more = differing.len().saturating_sub(1 + NAMED);
    let more = if more > 0 { format!("；另有 {more} 列") } else { String::new() };
    let because = if others.is_empty() {
        "上年报告“结转下年度继续办理”应等于本年“上年结转”".to_owned()
    } else {
        format!("{}{more}", others.join("；"))
    };
    let title = format!("表三{}：上年报告结转下年度 {before}，本年“上年结转” {now}", column.in_words());
    context
        .on_cells(cells, title)
        .sure(Certainty::Certain)
        .because(because)
        .todo(format!("请核对上年表三第四项和本年第二项；{REASONS}"))
        .only()
}

/// So many columns beside the one in the title are told.
const NAMED: usize = 4;
