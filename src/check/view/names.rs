//! A cell by its row and column, each named as short as it can be told within its table.

use crate::report::form::CellId;
use crate::wire::{CellName, Heading};

/// The cell with its row and column.
pub(super) fn cell(cell: CellId) -> CellName {
    let heading = |id: &str, name: &str| Heading { id: id.to_owned(), name: name.to_owned() };
    CellName {
        id: cell.to_string(),
        table: cell.table(),
        row: heading(cell.row_id(), cell.row_name()),
        column: heading(cell.column_id(), cell.column_name()),
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
