use crate::compare::sum::{Row, rows};
use crate::report::form::TableKind;
use crate::rules::{Context, Finding, Judgement, not_applicable, not_judged};

declare_rule! {
    /// 汇总报告表二、表三、表四的每一格等于各单位报告同一格之和。同时载入各单位报告后核对。
    ///
    /// ## 为什么
    /// 县级报告由各单位汇总；逐格对得上，才能确认没有漏报、重报的单位。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表二「行政许可」：18342
    /// 青山镇人民政府的报告：表二「行政许可」：100
    /// 清河县水利局的报告：表二「行政许可」：300
    /// 其余单位的报告：表二「行政许可」：17000
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表二「行政许可」：18342
    /// 青山镇人民政府的报告：表二「行政许可」：100
    /// 清河县水利局的报告：表二「行政许可」：300
    /// 其余单位的报告：表二「行政许可」：17942
    /// ```
    "sum/cells", "各单位合计与汇总报告",
    severity: Warning,
    basis: [],
    check: check,
}

/// How many cells a finding spells out.
const SPELT: usize = 5;

/// How many units a cell names.
const NAMED: usize = 4;

fn check(context: &Context<'_>) -> Judgement {
    if context.others.units.is_empty() {
        return Err(not_applicable("没有载入各单位的报告，或本报告不是汇总报告。"));
    }
    let rows = rows(&|cell| context.value(cell), &context.others.units);
    let findings: Vec<Finding> =
        TableKind::ALL.into_iter().filter_map(|kind| finding(context, kind, &rows)).collect();
    if findings.is_empty() && !rows.iter().any(|row| row.unread.is_empty()) {
        return Err(not_judged("各单位报告中都有未能读出的表格，没有可以相加的单元格。"));
    }
    Ok(findings)
}

/// One finding for all cells of a table that differ.
fn finding(context: &Context<'_>, kind: TableKind, rows: &[Row]) -> Option<Finding> {
    let rows: Vec<&Row> = rows.iter().filter(|row| row.cell.table() == kind && row.differs()).collect();
    if rows.is_empty() {
        return None;
    }
    let units = context.others.units.len();
    let message = format!("{}有 {} 格与 {units} 个单位的合计不一致。", kind.name(), rows.len());
    let mut details: Vec<String> = rows.iter().take(SPELT).map(|row| spell(row)).collect();
    if rows.len() > SPELT {
        details.push(format!("另有 {} 格", rows.len() - SPELT));
    }
    let title = format!("{}与各单位合计不一致", kind.name());
    Some(
        context
            .on_cells(rows.iter().map(|row| row.cell), title, message)
            .because(details.join("；"))
            .todo("请核对相差的单位有没有漏报、重报，各单位报告是否收齐")
            .todo("本级自办的申请是否另计、垂直管理单位是否计入、同一案件由两个单位上报，都会造成不一致；如属这类情况请说明"),
    )
}

/// `「…」总计：各单位合计 35，本报告 33，相差 2（甲镇 20、乙局 15）`, with the units that alone make up the difference.
fn spell(row: &Row) -> String {
    let gap = row.difference().abs();
    let largest: Vec<String> =
        row.contributions.iter().take(NAMED).map(|(unit, value)| format!("{unit} {value}")).collect();
    let more = if row.contributions.len() > NAMED { "等" } else { "" };
    let names = if largest.is_empty() {
        "各单位均为 0".to_owned()
    } else {
        format!("{}{more}", largest.join("、"))
    };
    let alone: Vec<&str> =
        row.contributions.iter().filter(|(_, value)| *value == gap).map(|(unit, _)| unit.as_str()).collect();
    let alone = if alone.is_empty() || row.difference().is_negative() {
        String::new()
    } else {
        format!("；相差数恰好等于{}的数", alone.join("、"))
    };
    format!(
        "{}：各单位合计 {}，本报告 {}，相差 {gap}（{names}{alone}）",
        row.cell.label(),
        row.sum,
        row.parent
    )
}
