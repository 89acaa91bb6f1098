//! What single cells hold, whatever the table.

pub(super) mod blank;
pub(super) mod mark;
pub(super) mod not_a_number;

use super::{Context, Outcome};
use crate::report::form::{CellId, TableKind};
use crate::report::{CellReading, TableState};

/// The cells of every table that was read. `Err` with the outcome if there is none.
fn cells<'r>(context: &Context<'r>) -> Result<Vec<(CellId, &'r CellReading)>, Outcome> {
    let tables = &context.report.tables;
    let read: Vec<TableKind> =
        TableKind::ALL.into_iter().filter(|kind| tables.get(*kind).state == TableState::Read).collect();
    if read.is_empty() {
        return Err(Outcome::NotJudged("三张表都没有读到。".into()));
    }
    Ok(read
        .into_iter()
        .flat_map(|kind| &tables.get(kind).cells)
        .map(|(id, reading)| (*id, reading))
        .collect())
}

/// How many of the cells stand in each table: 表二 3 个、表三 12 个.
fn by_table(cells: &[(CellId, &CellReading)]) -> String {
    let count = |kind| cells.iter().filter(|(id, _)| id.table() == kind).count();
    let parts = TableKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0);
    parts.map(|(kind, count)| format!("{} {count} 个", kind.name())).collect::<Vec<_>>().join("、")
}
