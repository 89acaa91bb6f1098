//! The identities of the form as equations over the cells of a report, evaluated, and the broken ones grouped by cause.

use super::{Equation, Says, Side, Status, Term, rule_of};
use crate::report::form::{CellId, Column3, Edition, Identity, TableKind};
use crate::report::{CellState, TableReading, TableState, Tables};
use crate::sorted::sort_by_key;

/// All equations of a report's tables.
#[derive(Debug, Clone, Default)]
pub struct Arithmetic {
    /// Each with its identity, in the order of the form.
    pub equations: Vec<(Identity, Equation)>,
}

impl Arithmetic {
    /// Builds and evaluates the equations of every table that was read.
    pub fn of(tables: &Tables) -> Self {
        let mut equations = Vec::new();
        for table in TableKind::ALL.map(|kind| tables.get(kind)) {
            let Some(edition) = usable(table) else { continue };
            let identities = Identity::of_table(table.kind, edition).into_iter();
            equations.extend(identities.map(|identity| (identity, equation(table, edition, identity))));
        }
        Self { equations }
    }

    /// The equations of the identities that the rule of this id checks.
    pub fn of_rule(&self, rule: &str) -> impl Iterator<Item = &(Identity, Equation)> {
        self.equations.iter().filter(move |(identity, _)| rule_of(*identity) == rule)
    }

    /// The broken equations grouped by cause. Two belong together when they share a cell, or when one is the 总计
    /// column of the other's identity and so repeats the same difference.
    pub fn causes(&self) -> Vec<Vec<&(Identity, Equation)>> {
        let mut groups: Vec<Vec<&(Identity, Equation)>> = Vec::new();
        for entry in self.equations.iter().filter(|(_, equation)| equation.status == Status::Broken) {
            let (linked, mut apart): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|group| group.iter().any(|other| are_linked(entry, other)));
            let mut merged: Vec<_> = linked.into_iter().flatten().collect();
            merged.push(entry);
            apart.push(merged);
            groups = apart;
        }
        for group in &mut groups {
            sort_by_key(group, |(identity, _)| *identity);
        }
        sort_by_key(&mut groups, |group| group.first().map(|(identity, _)| *identity));
        groups
    }
}

fn are_linked(a: &(Identity, Equation), b: &(Identity, Equation)) -> bool {
    let total_column = match (a.0, b.0) {
        (Identity::Balance(x), Identity::Balance(y))
        | (Identity::ResultTotal(x), Identity::ResultTotal(y)) => x == Column3::Total || y == Column3::Total,
        _ => false,
    };
    total_column || {
        let cells = b.1.cells();
        a.1.cells().iter().any(|cell| cells.contains(cell))
    }
}

/// The edition of a table on which arithmetic may be done.
fn usable(table: &TableReading) -> Option<Edition> {
    if table.state == TableState::Read { table.edition } else { None }
}

fn equation(table: &TableReading, edition: Edition, identity: Identity) -> Equation {
    let side =
        |cells: Vec<CellId>| Side::new(cells.into_iter().map(|cell| Term::cell(table, cell)).collect());
    let [left, right] = identity.sides(edition).map(side);
    let status = status(table, &left, &right);
    Equation { rule: rule_of(identity), says: Says::Identity(identity, edition), left, right, status }
}

/// A part that is missing from the table (a row left out) can only add to a sum of counts: such a sum is certainly
/// wrong once the parts that are there already exceed the total, and fits if they already reach it.
fn status(table: &TableReading, left: &Side, right: &Side) -> Status {
    let unknown = |side: &Side| -> Vec<CellId> {
        side.terms.iter().filter(|term| term.value.is_none()).filter_map(|term| term.cell).collect()
    };
    let (missing_left, missing_right) = (unknown(left), unknown(right));
    let all_missing = missing_left
        .iter()
        .all(|cell| table.cells.get(cell).is_none_or(|reading| reading.state == CellState::Missing));
    if missing_left.is_empty() && missing_right.is_empty() {
        Status::certain(left.value == right.value)
    } else if missing_right.is_empty() && all_missing && right.terms.len() == 1 {
        match left.value.cmp(&right.value) {
            std::cmp::Ordering::Less => Status::Unknown,
            std::cmp::Ordering::Equal => Status::Holds,
            std::cmp::Ordering::Greater => Status::Broken,
        }
    } else {
        Status::Unknown
    }
}
