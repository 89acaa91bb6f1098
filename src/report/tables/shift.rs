//! Tables of text whose cells may stand one column off: a cell was lost in each row, and a separator at its end was taken
//! for a blank one.

use super::{CellState, TableReading};
use crate::report::form::{CellId, Column3, Edition, Row3};
use crate::text::Decimal;

/// So many rows of one kind are no slip of the hand.
const FEW: usize = 3;

/// Whether the rows of table 3 seem to stand one column off. In a correct table a number that is lost from the front of its
/// row is missing from the new requests, from a result and from the results' total, so that no one row can tell it, but
/// several do. A real table (`gridded`) keeps its cells; only where a column at an end is blank throughout was one lost.
pub(super) fn is_shifted(table: &TableReading, edition: Edition, gridded: bool) -> bool {
    let rows: Vec<Cells<'_>> = Row3::of(edition).map(|row| Cells { table, row }).collect();
    let counted = |row: &&Cells<'_>| Column3::ALL.iter().any(|column| !row.value(*column).is_zero());
    let off = rows.iter().filter(counted).filter(|row| row.is_off()).count();
    if !gridded {
        let written: Vec<&Cells<'_>> = rows.iter().filter(|row| row.is_written()).collect();
        let cut = |row: &&Cells<'_>| row.is_blank(Column3::Person) || row.is_blank(Column3::Total);
        return off + 1 >= FEW || (written.len() >= FEW && written.iter().all(cut));
    }
    let parts = |row: &&Cells<'_>| Column3::PARTS.iter().any(|column| !row.value(*column).is_zero());
    let filled: Vec<&Cells<'_>> = rows.iter().filter(parts).collect();
    let blank = |column: Column3| filled.iter().all(|row| row.is_blank(column));
    filled.len() >= FEW
        && (blank(Column3::Total) || blank(Column3::Person))
        && filled.iter().all(|row| row.sum() != row.value(Column3::Total))
}

/// A row of table 3.
struct Cells<'t> {
    table: &'t TableReading,
    row: Row3,
}

impl Cells<'_> {
    fn state(&self, column: Column3) -> Option<CellState> {
        self.table.cells.get(&CellId::T3(self.row, column)).map(|cell| cell.state)
    }

    fn is_blank(&self, column: Column3) -> bool {
        self.state(column) == Some(CellState::Blank)
    }

    fn value(&self, column: Column3) -> Decimal {
        match self.state(column) {
            Some(CellState::Number(value)) => value,
            _ => Decimal::ZERO,
        }
    }

    fn sum(&self) -> Decimal {
        Column3::PARTS.iter().map(|column| self.value(*column)).sum()
    }

    /// Whether a value at an end is missing, and the sum of the row misses it too.
    fn is_off(&self) -> bool {
        let total = self.value(Column3::Total);
        self.is_blank(Column3::Total) || (self.is_blank(Column3::Person) && self.sum() < total)
    }

    /// Whether something stands in all of its places but one.
    fn is_written(&self) -> bool {
        Column3::ALL.iter().filter(|column| self.is_blank(**column)).count() == 1
    }
}
