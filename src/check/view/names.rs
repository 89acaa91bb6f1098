//! A cell by its row and column, each named as short as it can be told within its table.

use crate::report::form::{Cell2, CellId, Row3};
use crate::wire::{CellName, Heading};

/// The cell with its row and column.
pub(super) fn cell(cell: CellId) -> CellName {
    let (row, column) = match cell {
        CellId::T2(cell) => of_table2(cell),
        CellId::T2Of2019(cell) => {
            let (id, label, columns) = cell.item.layout();
            let column = columns.get(usize::from(cell.column)).copied().unwrap_or_default();
            ((id, label), column)
        }
        CellId::T3(row, column) => ((row.id(), short(row)), (column.id(), column.label())),
        CellId::T4(block, outcome) => ((block.id(), block.label()), (outcome.id(), outcome.label())),
    };
    let heading = |(id, name): (&str, &str)| Heading { id: id.to_owned(), name: name.to_owned() };
    CellName { id: cell.to_string(), table: cell.table(), row: heading(row), column: heading(column) }
}

type Named = (&'static str, &'static str);

fn of_table2(cell: Cell2) -> (Named, Named) {
    match cell {
        Cell2::Documents(item, column) => {
            let (row, column_id) = cell.id().split_once('.').unwrap_or_default();
            ((row, item.label()), (column_id, column.label()))
        }
        Cell2::Permits => (("permits", "行政许可"), ("", "本年处理决定数量")),
        Cell2::Penalties => (("penalties", "行政处罚"), ("", "本年处理决定数量")),
        Cell2::Coercion => (("coercion", "行政强制"), ("", "本年处理决定数量")),
        Cell2::Fees => (("fees", "行政事业性收费"), ("", "本年收费金额")),
    }
}

/// Without 一、 and what every row counts; （一） and 1. tell rows apart within their group and stay.
fn short(row: Row3) -> &'static str {
    match row {
        Row3::Received => "本年新收",
        Row3::CarriedIn => "上年结转",
        Row3::Partial => "（二）部分公开",
        Row3::CarriedOut => "结转下年度继续办理",
        row => row.label(),
    }
}

#[cfg(test)]
mod tests {
    use super::cell;
    use crate::report::form::{CellId, Edition};
    use crate::vocabulary::TableKind;

    #[test]
    fn table_row_and_column_make_the_id() {
        for (kind, edition) in
            TableKind::ALL.into_iter().flat_map(|kind| Edition::ALL.map(|edition| (kind, edition)))
        {
            for id in CellId::of_table(kind, edition) {
                let name = cell(id);
                let column =
                    if name.column.id.is_empty() { String::new() } else { format!(".{}", name.column.id) };
                assert!(name.id.ends_with(&format!(".{}{column}", name.row.id)), "{name:?}");
                assert!(name.id.starts_with(name.table.id()), "{name:?}");
                assert!(!name.row.name.is_empty() && !name.column.name.is_empty(), "{name:?}");
            }
        }
    }
}
