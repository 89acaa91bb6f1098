use crate::compare::sum::{Row, rows};
use crate::report::form::TableKind;
use crate::rules::words::LONGEST_SENTENCE;
use crate::rules::{Certainty, Context, Finding, Judgement, not_applicable, not_judged};

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
const SPELT: usize = 2;
/// How many units a cell names.
const NAMED: usize = 2;

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
    let first = *rows.first()?;
    let table = kind.name();
    let title = if rows.len() == 1 {
        format!("{table}{} {}，各单位合计 {}", first.cell.name(), first.parent, first.sum)
    } else {
        format!("{table}有 {} 格与 {} 个单位的合计不一致", rows.len(), context.others.units.len())
    };
    Some(
        context
            .on_cells(rows.iter().map(|row| row.cell), title)
            .sure(Certainty::Certain)
            .because(because(&rows))
            .todo("请核对有无漏报、重报；本级自办另计、垂直单位是否计入、同案两家上报等情况请说明"),
    )
}

/// The first cells, as many as there is room for.
fn because(rows: &[&Row]) -> String {
    let mut text = String::new();
    let mut told = 0;
    for row in rows.iter().take(SPELT) {
        let spelt = spell(row);
        let room = LONGEST_SENTENCE.saturating_sub(text.chars().count() + "；另有 999 格；".chars().count());
        if spelt.chars().count() > room {
            break;
        }
        if told > 0 {
            text.push('；');
        }
        text.push_str(&spelt);
        told += 1;
    }
    match (told, rows.len() - told) {
        (0, _) => "各单位的数见比对表".to_owned(),
        (_, 0) => text,
        (_, more) => format!("{text}；另有 {more} 格"),
    }
}

/// `「…」总计：合计 35，本报告 33，差 2（甲镇 20、乙局 15）`, with the unit that alone makes up the difference.
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
    let alone = row.contributions.iter().find(|(_, value)| *value == gap);
    let alone = alone.filter(|_| !row.difference().is_negative());
    let alone = alone.map(|(unit, _)| format!("；差数正好是{unit}的数")).unwrap_or_default();
    format!("{}：合计 {}，本报告 {}，差 {gap}（{names}{alone}）", row.cell.name(), row.sum, row.parent)
}
