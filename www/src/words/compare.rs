//! Several reports side by side.

use crate::state::Desk;
use jiaohe::wire::{Level, NameMatch, SumRole};

/// A tab of the list.
pub(crate) fn tab(desk: Desk) -> &'static str {
    match desk {
        Desk::Reports => "清单",
        Desk::Years => "两年比对",
        Desk::Sums => "单位汇总比对",
        Desk::Roster => "未报单位",
    }
}

/// Above two years.
pub(crate) const YEARS: &str = "同一单位相邻两年的报告按标题自动配对，点单位看这一对；配错的在下面改。应当衔接而不衔接的，列在本年报告的“需核实”中。";
/// No pair was found.
pub(crate) const NO_YEARS: &str = "还没有配成对的报告。请把上年报告也拖进来，或在下面指定。";
/// Above sums.
pub(crate) const SUMS: &str =
    "县（市、区）人民政府的报告自动作为汇总报告，与同年其他报告的合计比较；不对的在下面改。";
/// No sum was found.
pub(crate) const NO_SUMS: &str = "还没有可以汇总比对的报告。需要一份汇总报告和至少两份同年的单位报告。";
/// Name of the list of all comparisons.
pub(crate) const INDEX: &str = "各组比对";
/// Column: how many findings come of the comparison.
pub(crate) const TO_CHECK: &str = "问题";
/// Column: the first of them.
pub(crate) const WRONG: &str = "首个问题";
/// While a comparison is being made.
pub(crate) const COMPARING: &str = "正在比对…";
/// Button: copy names, one a line.
pub(crate) const COPY_NAMES: &str = "复制名单";

/// A report without last year's.
pub(crate) fn alone(year: &str) -> String {
    format!("{year}（没有上年报告）")
}

/// A sum: its year, and of how many units.
pub(crate) fn units(year: &str, count: usize) -> String {
    format!("{year}，{count} 个单位")
}

/// Heading of the roles.
pub(crate) const ROLES: &str = "汇总范围";
/// Column: body.
pub(crate) const BODY: &str = "单位";
/// Column: year.
pub(crate) const YEAR: &str = "年度";
/// Column: last year's report.
pub(crate) const PREVIOUS: &str = "上年报告";
/// Column: what it is to a sum.
pub(crate) const ROLE: &str = "在汇总中";
/// The program decides.
pub(crate) const TOLD: &str = "自动";
/// Last year's report: none.
pub(crate) const NOTHING: &str = "不比对";

/// What a report is to a sum.
pub(crate) fn role(role: Option<SumRole>) -> &'static str {
    match role {
        None => TOLD,
        Some(SumRole::Sum) => "是汇总报告",
        Some(SumRole::Out) => "不计入",
    }
}

/// Only what differs.
pub(crate) const ONLY_MARKED: &str = "只看不等的项目";
/// Label of the list of units.
pub(crate) const LIST: &str = "应报单位名单，每行一个";
/// What the list does.
pub(crate) const LIST_NOTE: &str = "名单只在本页使用，不保存。单位名可以用简称，如“水利局”。";
/// Units without a report.
pub(crate) const MISSING: &str = "未报单位";
/// Reports that are not on the list.
pub(crate) const UNLISTED: &str = "名单以外的报告";
/// More than one report of a year.
pub(crate) const REPEATED: &str = "同一年度不止一份报告";
/// Names of the list that were taken for other names.
pub(crate) const MATCHES: &str = "名称不同而对上的单位，请过目";

/// A name of the list, the body it was taken for, and by what.
pub(crate) fn taken_for(unit: &str, organ: &str, how: NameMatch) -> String {
    format!("{unit} → {organ}（{}）", how.word())
}

/// Nothing of a kind.
pub(crate) const NONE: &str = "无";

/// How many, in brackets behind a heading.
pub(crate) fn counted(words: &str, count: usize) -> String {
    format!("{words}（{count}）")
}

/// A rule's level.
pub(crate) fn level(level: Option<Level>) -> &'static str {
    match level {
        None => "按规则",
        Some(Level::Warning) => "最多需核实",
        Some(Level::Hint) => "最多提示",
        Some(Level::Off) => "关闭",
    }
}
/// Label of the choice of a level.
pub(crate) const LEVEL: &str = "级别";

/// Said on a result while rules are switched off or lowered.
pub(crate) fn lowered(count: usize) -> String {
    format!("{count} 条规则已由使用者关闭或降级（在“帮助”中调整）。")
}
