//! What single cells hold, whatever the table.

mod blank;
mod mark;
mod not_a_number;

use super::outcome::not_judged;
use super::{Context, Outcome, Rule};
use crate::report::form::{CellId, TableKind};
use crate::report::{CellReading, CellState};

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[&not_a_number::RULE, &blank::RULE, &mark::RULE];

/// The cells of every table that was read; or the outcome that there is none.
fn cells<'r>(context: &Context<'r>) -> Result<Vec<(CellId, &'r CellReading)>, Outcome> {
    let tables: Vec<_> = TableKind::ALL.into_iter().filter_map(|kind| context.table(kind).ok()).collect();
    if tables.is_empty() {
        return Err(not_judged("三张表都没有读到。"));
    }
    Ok(tables.into_iter().flat_map(|table| &table.cells).map(|(id, reading)| (*id, reading)).collect())
}

/// Those of them that hold the same kind of thing.
fn in_state(context: &Context<'_>, state: CellState) -> Result<Vec<CellId>, Outcome> {
    let cells = cells(context)?.into_iter();
    Ok(cells.filter(|(_, reading)| reading.state == state).map(|(id, _)| id).collect())
}

/// How many of the cells stand in each table: 表二 3 格、表三 12 格.
fn by_table(cells: &[CellId]) -> String {
    let count = |kind| cells.iter().filter(|cell| cell.table() == kind).count();
    let parts = TableKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0);
    parts.map(|(kind, count)| format!("{} {count} 格", kind.name())).collect::<Vec<_>>().join("、")
}
