//! What a sum of cells is called, in the few words of a title.

use super::Reading;
use crate::report::form::{Block4, CellId, Column3, Group3, Outcome4, Row3};
use crate::sorted;

impl Reading {
    /// The sum in few words: 本年新收加上年结转, 「不予公开」合计, 行政复议已审结.
    pub fn name(&self) -> String {
        let concluded = |block: Block4| {
            self.plus == [CellId::T4(block, Outcome4::Total)]
                && self.minus == [CellId::T4(block, Outcome4::Pending)]
        };
        if let Some(block) = Block4::ALL.into_iter().find(|block| concluded(*block)) {
            return format!("{}已审结", block.label());
        }
        if self.minus.is_empty() {
            sum(&self.plus)
        } else {
            format!("{}减{}", sum(&self.plus), sum(&self.minus))
        }
    }
}

fn sum(cells: &[CellId]) -> String {
    if let [single] = cells {
        return single.name();
    }
    if let Some(name) = of_requests(cells).or_else(|| of_suits(cells)) {
        return name;
    }
    match cells {
        [first, _, _, _, ..] => format!("{}等 {} 格合计", first.name(), cells.len()),
        few => few.iter().map(|cell| cell.name()).collect::<Vec<_>>().join("加"),
    }
}

/// Rows of table 3, all in the same columns, that have a name of their own.
fn of_requests(cells: &[CellId]) -> Option<String> {
    let both: Vec<(Row3, Column3)> = cells
        .iter()
        .map(|cell| match cell {
            CellId::T3(row, column) => Some((*row, *column)),
            CellId::T2(..) | CellId::T4(..) => None,
        })
        .collect::<Option<_>>()?;
    let rows = sorted::set(both.iter().map(|(row, _)| *row));
    let columns = sorted::set(both.iter().map(|(_, column)| *column));
    if rows.len() * columns.len() != cells.len() {
        return None;
    }
    let columns: Vec<Column3> = columns.into_iter().collect();
    let column = match columns.as_slice() {
        [Column3::Total] => "",
        [one] => one.label(),
        several if several == Column3::ORGANISATIONS => "法人或其他组织",
        _ => return None,
    };
    let rows: Vec<Row3> = rows.into_iter().collect();
    match rows.as_slice() {
        [row] => Some(format!("「{}」{column}合计", row.name())),
        [Row3::Received, Row3::CarriedIn] => Some(format!("{column}本年新收加上年结转")),
        rows => {
            let groups =
                Group3::ALL.into_iter().filter(|group| Row3::in_group(*group).all(|row| rows.contains(&row)));
            let groups: Vec<Group3> = groups.collect();
            let all: usize = groups.iter().map(|group| Row3::in_group(*group).count()).sum();
            let names: Vec<&str> = groups.iter().map(|group| group.name()).collect();
            let names = names.join("」「");
            (all == rows.len() && !groups.is_empty()).then(|| format!("「{names}」{column}合计"))
        }
    }
}

/// The same outcome of several blocks of table 4.
fn of_suits(cells: &[CellId]) -> Option<String> {
    let both: Vec<(Block4, Outcome4)> = cells
        .iter()
        .map(|cell| match cell {
            CellId::T4(block, outcome) => Some((*block, *outcome)),
            CellId::T2(..) | CellId::T3(..) => None,
        })
        .collect::<Option<_>>()?;
    let (_, outcome) = *both.first()?;
    let blocks: Vec<Block4> =
        both.iter().filter(|(_, other)| *other == outcome).map(|(block, _)| *block).collect();
    match blocks.as_slice() {
        [Block4::Direct, Block4::AfterReview] if both.len() == 2 => {
            Some(format!("行政诉讼两组{}", outcome.label()))
        }
        all if all == Block4::ALL && both.len() == all.len() => {
            Some(format!("复议、诉讼三组{}", outcome.label()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(plus: &[&str], minus: &[&str]) -> Reading {
        let cells = |ids: &[&str]| ids.iter().filter_map(|id| CellId::parse(id)).collect();
        Reading { plus: cells(plus), minus: cells(minus) }
    }

    #[test]
    fn sums_have_the_names_that_clerks_give_them() {
        for (plus, minus, expected) in [
            (&["t3.received.total"][..], &[][..], "「本年新收」总计"),
            (&["t3.received.total", "t3.carried_in.total"], &[], "本年新收加上年结转"),
            (&["t3.received.person", "t3.carried_in.person"], &[], "自然人本年新收加上年结转"),
            (
                &[
                    "t3.unavailable.not_held.total",
                    "t3.unavailable.needs_making.total",
                    "t3.unavailable.unclear.total",
                ],
                &[],
                "「无法提供」合计",
            ),
            (&["t3.open.total", "t3.partial.total"], &[], "「予以公开」总计加「部分公开」总计"),
            (&["t3.total.total"], &["t3.carried_in.total"], "「（七）总计」总计减「上年结转」总计"),
            (&["t4.direct.total", "t4.after_review.total"], &[], "行政诉讼两组总计"),
            (&["t4.review.total"], &["t4.review.pending"], "行政复议已审结"),
        ] {
            assert_eq!(reading(plus, minus).name(), expected);
        }
        let organisations =
            ["business", "research", "welfare", "legal", "other_org"].map(|c| format!("t3.open.{c}"));
        let organisations: Vec<&str> = organisations.iter().map(String::as_str).collect();
        assert_eq!(reading(&organisations, &[]).name(), "「予以公开」法人或其他组织合计");
    }
}
