//! A sum of units as tables for people: its cells, who is counted, and what is not.

use super::columns;
use crate::formats::file_of;
use crate::wire::{Sheet, SheetRow, Total, TotalCell};

/// The cells that are not 0 everywhere or that something has to be said of, beside the report that should be the sum.
pub fn cells(total: &Total) -> Sheet {
    let compared = total.parent.is_some();
    let mut names = vec!["项目", "各单位合计"];
    names.extend(if compared { &["汇总报告", "相差", "差数的可能原因"][..] } else { &[] });
    names.extend(["未能读出的单位", "该项有不通过问题的单位"]);
    let told = |cell: &&TotalCell| {
        let is_zero = |value: &str| value.trim_matches(['0', '.']).is_empty();
        !is_zero(&cell.sum)
            || cell.parent.as_deref().is_some_and(|parent| !is_zero(parent))
            || !(cell.unread.is_empty() && cell.open.is_empty())
    };
    let row = |cell: &TotalCell| {
        let mut cells = vec![cell.label.clone(), cell.sum.clone()];
        if compared {
            let known = |value: &Option<String>| value.clone().unwrap_or_else(|| "未能读出".into());
            cells.extend([known(&cell.parent), known(&cell.difference), reason(total, cell)]);
        }
        cells.extend([cell.unread.join("、"), cell.open.join("、")]);
        SheetRow { cells, marked: differs(cell) }
    };
    let differing = total.cells.iter().filter(|cell| differs(cell)).count();
    let mut notes = vec!["全部为 0 的项目不列。".to_owned()];
    if let Some(parent) = &total.parent {
        notes.push(format!("汇总报告：{}；{differing} 格与各单位合计不等。", parent.organ));
        notes.push(
            "“可能原因”是能使两者相符的最少的单位，只是推测，请核对台账；相差＝各单位合计－汇总报告。".into(),
        );
    }
    Sheet {
        relation: None,
        title: "逐格核对".into(),
        notes,
        columns: columns(&names),
        rows: total.cells.iter().filter(told).map(row).collect(),
    }
}

/// Whether sum and report are known and differ.
pub fn differs(cell: &TotalCell) -> bool {
    cell.unread.is_empty() && cell.parent.as_ref().is_some_and(|parent| *parent != cell.sum) && !agrees(cell)
}

fn agrees(cell: &TotalCell) -> bool {
    cell.difference.as_deref().is_none_or(|difference| difference.trim_matches(['0', '.', '-']).is_empty())
}

fn reason(total: &Total, cell: &TotalCell) -> String {
    if cell.parent.is_none() {
        return "汇总报告这一格未能读出，没有比较".into();
    }
    if agrees(cell) {
        return String::new();
    }
    if !cell.unread.is_empty() {
        return "有单位未能读出，没有比较".into();
    }
    let found = cell.explanation.and_then(|at| total.explanations.get(at));
    found.map_or_else(|| "没有找到能解释差数的单位（至多 3 个）".into(), |found| found.text.clone())
}

/// The units that are counted, and those that are missing.
pub fn units(total: &Total) -> Sheet {
    let unit = |unit: &crate::wire::TotalUnit| {
        let state = match (unit.unread, unit.open) {
            (0, 0) => "计入".to_owned(),
            (0, open) => format!("计入；{open} 格有不通过的问题"),
            (unread, _) => format!("计入；{unread} 格未能读出，合计中缺"),
        };
        let own = if unit.own { "本级" } else { "" };
        let marked = unit.unread + unit.open > 0;
        SheetRow { cells: vec![unit.unit.clone(), own.into(), state, file(&unit.file)], marked }
    };
    let absent = |unit: &String| SheetRow {
        cells: vec![unit.clone(), String::new(), "未报，合计中缺".into(), String::new()],
        marked: true,
    };
    Sheet {
        relation: None,
        title: "计入单位".into(),
        notes: vec![format!("计入 {} 个单位，{}。", total.units.len(), missing(total))],
        columns: columns(&["单位", "本级", "情况", "文件"]),
        rows: total.units.iter().map(unit).chain(total.missing.iter().map(absent)).collect(),
    }
}

/// How many are missing, as far as that is known.
pub fn missing(total: &Total) -> String {
    if total.listed {
        format!("未报 {} 个", total.missing.len())
    } else {
        "没有单位名单，不知有无未报".into()
    }
}

/// What is not counted, each with its reason.
pub fn left_out(total: &Total) -> Sheet {
    let row = |one: &crate::wire::LeftOut| {
        let instead = one.instead.as_deref().map(file).unwrap_or_default();
        let cells =
            vec![file(&one.file), one.organ.clone().unwrap_or_default(), one.reason.word().into(), instead];
        SheetRow { cells, marked: false }
    };
    Sheet {
        relation: None,
        title: "未计入的文件".into(),
        notes: vec![format!("{} 份文件没有计入。", total.left_out.len())],
        columns: columns(&["文件", "单位", "原因", "计入的是"]),
        rows: total.left_out.iter().map(row).collect(),
    }
}

/// A file without its folders, which are nobody's business who reads the table.
fn file(name: &str) -> String {
    file_of(name).to_owned()
}
