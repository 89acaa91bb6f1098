//! Cells that a person puts right because they were misread. What the report says is not touched: only its reading is.

use super::{CellState, TableState, Tables, value};
use crate::report::form::CellId;
use crate::text::Decimal;

/// A number to be taken for what stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The cell.
    pub cell: CellId,
    /// Its text as it was read when it was put right, without blanks around it.
    pub from: String,
    /// The number that stands there.
    pub to: Decimal,
}

impl Correction {
    /// A correction as it is written down; `None` if there is no such cell or `to` is no number that a cell may hold.
    pub fn parse(cell: &str, from: &str, to: &str) -> Option<Self> {
        let CellState::Number(to) = value::state(to) else { return None };
        Some(Self { cell: CellId::parse(cell)?, from: from.trim().to_owned(), to })
    }

    /// The table and the cell in words.
    pub fn label(&self) -> String {
        format!("{}{}", self.cell.table().name(), self.cell.label())
    }
}

impl Tables {
    /// Puts cells right, and gives back how many of the corrections count: those of tables that were read, for cells that are
    /// still read as they were. The others come behind them.
    pub(in crate::report) fn correct(
        &mut self,
        corrections: &[Correction],
    ) -> (Vec<Correction>, Vec<Correction>) {
        corrections.iter().cloned().partition(|correction| self.put_right(correction))
    }

    fn put_right(&mut self, correction: &Correction) -> bool {
        let table = self.get_mut(correction.cell.table());
        if table.state != TableState::Read {
            return false;
        }
        let Some(cell) = table.cells.get_mut(&correction.cell) else { return false };
        if cell.text.trim() != correction.from {
            return false;
        }
        (cell.state, cell.text) = (CellState::Number(correction.to), correction.to.to_string());
        true
    }
}
