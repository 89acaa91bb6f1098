//! A comparison as a table for people: what the page shows and what a program may print.

use super::columns;
use crate::formats::file_of;
use crate::wire::{Comparison, Relation, SectionCopied, Sheet, SheetRow, Sum, SumRow, Years};

/// How many units are named as making a sum.
const NAMED: usize = 4;

/// The table of a comparison.
pub fn comparison(comparison: &Comparison) -> Sheet {
    match comparison {
        Comparison::Years(years) => of_years(years),
        Comparison::Sum(sum) => of_sum(sum),
    }
}

fn of_years(years: &Years) -> Sheet {
    let mut notes = vec![format!(
        "上年：{}；本年：{}。两年都为 0 的项目不列。",
        file(&years.previous),
        file(&years.current)
    )];
    if years.sentences > 0 {
        let section = |one: &SectionCopied| {
            let numeral = ["一", "二", "三", "四", "五", "六"].get(usize::from(one.number).saturating_sub(1));
            let numeral = numeral.copied().unwrap_or_default();
            (one.copied > 0).then(|| format!("第{numeral}部分 {}/{}", one.copied, one.sentences))
        };
        let sections: Vec<String> = years.sections.iter().filter_map(section).collect();
        let sections =
            if sections.is_empty() { String::new() } else { format!("（{}）", sections.join("，")) };
        notes.push(format!(
            "文字：本年 {} 句中有 {} 句与上年相同（数字不计）{sections}。",
            years.sentences, years.copied
        ));
    }
    let broken = years.checks.iter().filter(|check| !check.holds).count();
    notes.push(match (years.checks.len(), broken) {
        (0, _) => "没有可以核对衔接的项目。".into(),
        (all, 0) => format!("应当衔接的 {all} 项都衔接。"),
        (all, broken) => format!("应当衔接的 {all} 项中有 {broken} 项不衔接，列在最前。"),
    });
    notes.push("机构调整、统计范围变化、上年报告更正都会造成差别，请先核对。".into());
    let broken = years.checks.iter().filter(|check| !check.holds).map(|check| SheetRow {
        cells: vec![check.label.clone(), check.due.clone(), check.current.clone(), "不衔接".into()],
        marked: true,
    });
    let row = |value: &crate::wire::YearValue| SheetRow {
        cells: vec![value.label.clone(), value.previous.clone(), value.current.clone(), value.change.clone()],
        marked: false,
    };
    Sheet {
        relation: Some(Relation::Years),
        title: with_year(&years.organ, years.year),
        notes,
        columns: columns(&["项目", "上年", "本年", "增减"]),
        rows: broken.chain(years.values.iter().map(row)).collect(),
    }
}

/// A body with the year it reports on.
fn with_year(organ: &str, year: Option<u16>) -> String {
    year.map_or_else(|| organ.to_owned(), |year| format!("{organ} {year} 年"))
}

/// A file without its folders: who reads a table asks for units and years.
fn file(name: &str) -> &str {
    file_of(name)
}

fn of_sum(sum: &Sum) -> Sheet {
    let differing = sum.rows.iter().filter(|row| differs(row)).count();
    let unread = sum.rows.iter().filter(|row| !row.unread.is_empty()).count();
    let mut notes = vec![format!(
        "{} 份单位报告与汇总报告相比，{differing} 项不等。全部为 0 的项目不列。",
        sum.units.len()
    )];
    if unread > 0 {
        notes.push(format!("{unread} 项因有单位的数字未能读出，没有比较。"));
    }
    notes.push("有单位未报、本级是否计入、统计口径不同都会造成差别，请先核对。".into());
    Sheet {
        relation: Some(Relation::Sum),
        title: with_year(if sum.organ.is_empty() { file(&sum.parent) } else { &sum.organ }, sum.year),
        notes,
        columns: columns(&["项目", "各单位合计", "汇总报告", "相差", "主要单位"]),
        rows: sum.rows.iter().map(sum_row).collect(),
    }
}

fn differs(row: &SumRow) -> bool {
    row.unread.is_empty() && row.sum != row.parent && row.difference != "0"
}

fn sum_row(row: &SumRow) -> SheetRow {
    let mut named: Vec<String> = row
        .contributions
        .iter()
        .take(NAMED)
        .map(|contribution| format!("{} {}", contribution.unit, contribution.value))
        .collect();
    if row.contributions.len() > NAMED {
        named.push(format!("等 {} 个单位", row.contributions.len()));
    }
    let difference = if row.unread.is_empty() {
        row.difference.clone()
    } else {
        format!("未比较：{}未能读出", row.unread.join("、"))
    };
    SheetRow {
        cells: vec![row.label.clone(), row.sum.clone(), row.parent.clone(), difference, named.join("，")],
        marked: differs(row),
    }
}
