//! 汇总表 as files: a workbook, and a paper in the prescribed form.

use super::office::xlsx::Page;
use super::paper::{Block, Paper};
use super::{as_read, sheet, tables};
use crate::wire::{Sheet, Total};

/// What it is called.
pub fn title(total: &Total) -> String {
    let region = total.region.as_deref().unwrap_or_default();
    format!("{region}{}年政府信息公开工作年度报告数据汇总表", total.year)
}

/// The three tables, then what has to be known of the sums, a sheet each.
pub fn pages(total: &Total) -> Vec<Page> {
    let tables = total.tables.iter().map(|view| tables::page(view, None));
    tables.chain(notes(total).iter().map(sheet::page)).collect()
}

/// The same on paper.
pub fn paper(total: &Total) -> Paper {
    let name = title(total);
    let mut blocks = vec![Block::Title(name.as_str().into())];
    blocks.push(Block::Paragraph(summary(total).into()));
    for view in &total.tables {
        blocks.push(Block::Heading(1, view.caption.as_str().into()));
        blocks.push(Block::Table(as_read::table(view, &mut Vec::new())));
    }
    for notes in notes(total) {
        blocks.extend(sheet::blocks(&notes));
    }
    Paper { name, blocks, remarks: Vec::new() }
}

fn notes(total: &Total) -> [Sheet; 3] {
    [sheet::cells(total), sheet::units(total), sheet::left_out(total)]
}

/// What the sums are made of, in a sentence; whether anything is wanting is told at once.
pub fn summary(total: &Total) -> String {
    let (units, missing, out) = (total.units.len(), sheet::missing(total), total.left_out.len());
    let unread = total.units.iter().filter(|unit| unit.unread > 0).count();
    let open = total.units.iter().filter(|unit| unit.open > 0).count();
    let whole =
        if total.missing.len() + unread == 0 { "" } else { "合计不完整，不能直接填报。" };
    format!(
        "由 {units} 个单位的报告逐格相加。{missing}；有数字未能读出的 {unread} 个，有不通过问题的 {open} 个；另有 {out} 份文件没有计入。{whole}"
    )
}
