//! The identities of the form as equations over cells, evaluated, and the broken ones grouped by cause.

use super::{Equation, Rule, Side, Status, Term};
use crate::report::form::{Block4, CellId, Column3, Edition, Outcome4, Row3};
use crate::report::{CellState, TableReading, TableState, Tables};
use crate::sorted::sort_by_key;

/// Which identity an equation is an instance of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// 第一项加第二项之和，等于第三项加第四项之和, for a column.
    Balance(Column3),
    /// A row's 总计 is the sum of its parts.
    RowTotal(Row3),
    /// （七）总计 is the sum of the results, for a column.
    ResultTotal(Column3),
    /// 总计 of a block of table 4 is the sum of its outcomes.
    BlockTotal(Block4),
}

/// All equations of a report's tables.
#[derive(Debug, Clone, Default)]
pub struct Arithmetic {
    /// Each with its family, in the order of the form.
    pub equations: Vec<(Family, Equation)>,
}

impl Arithmetic {
    /// Builds and evaluates the equations of every table that was read.
    pub fn of(tables: &Tables) -> Self {
        let mut equations = Vec::new();
        if let Some(edition) = usable(&tables.table3) {
            let table = &tables.table3;
            for column in Column3::ALL {
                equations.push(balance(table, column));
            }
            for &row in Row3::of(edition) {
                equations.push(row_total(table, row));
            }
            for column in Column3::ALL {
                equations.push(result_total(table, edition, column));
            }
        }
        if usable(&tables.table4).is_some() {
            equations.extend(Block4::ALL.map(|block| block_total(&tables.table4, block)));
        }
        Self { equations }
    }

    /// The equations of the families that a rule checks.
    pub fn of_rule(&self, rule: &'static Rule) -> impl Iterator<Item = &(Family, Equation)> {
        self.equations.iter().filter(move |(family, _)| family.rule() == rule)
    }

    /// The broken equations grouped by cause. Two belong together when they share a cell, or when one is the 总计
    /// column of the other's identity and so repeats the same difference.
    pub fn causes(&self) -> Vec<Vec<&(Family, Equation)>> {
        let mut groups: Vec<Vec<&(Family, Equation)>> = Vec::new();
        for entry in self.equations.iter().filter(|(_, equation)| equation.status == Status::Broken) {
            let (linked, mut apart): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|group| group.iter().any(|other| are_linked(entry, other)));
            let mut merged: Vec<_> = linked.into_iter().flatten().collect();
            merged.push(entry);
            apart.push(merged);
            groups = apart;
        }
        for group in &mut groups {
            sort_by_key(group, |(family, _)| *family);
        }
        sort_by_key(&mut groups, |group| group.first().map(|(family, _)| *family));
        groups
    }
}

fn are_linked(a: &(Family, Equation), b: &(Family, Equation)) -> bool {
    let total_column = match (a.0, b.0) {
        (Family::Balance(x), Family::Balance(y)) | (Family::ResultTotal(x), Family::ResultTotal(y)) => {
            x == Column3::Total || y == Column3::Total
        }
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

fn balance(table: &TableReading, column: Column3) -> (Family, Equation) {
    let of = |row| Term::cell(table, CellId::T3(row, column));
    let left = Side::new(vec![of(Row3::Received), of(Row3::CarriedIn)]);
    let right = Side::new(vec![of(Row3::Total), of(Row3::CarriedOut)]);
    let label = format!("{}列：本年新收＋上年结转＝办理结果总计＋结转下年度", column.label());
    finish(table, Family::Balance(column), label, left, right)
}

fn row_total(table: &TableReading, row: Row3) -> (Family, Equation) {
    let parts = Column3::PARTS.iter().map(|&column| Term::cell(table, CellId::T3(row, column))).collect();
    let total = vec![Term::cell(table, CellId::T3(row, Column3::Total))];
    let label = format!("「{}」一行：各类申请人之和＝总计", row.label());
    finish(table, Family::RowTotal(row), label, Side::new(parts), Side::new(total))
}

fn result_total(table: &TableReading, edition: Edition, column: Column3) -> (Family, Equation) {
    let parts =
        Row3::results(edition).iter().map(|&row| Term::cell(table, CellId::T3(row, column))).collect();
    let total = vec![Term::cell(table, CellId::T3(Row3::Total, column))];
    let label = format!("{}列：（一）至（六）各项之和＝（七）总计", column.label());
    finish(table, Family::ResultTotal(column), label, Side::new(parts), Side::new(total))
}

fn block_total(table: &TableReading, block: Block4) -> (Family, Equation) {
    let parts =
        Outcome4::PARTS.iter().map(|&outcome| Term::cell(table, CellId::T4(block, outcome))).collect();
    let total = vec![Term::cell(table, CellId::T4(block, Outcome4::Total))];
    let label = format!("{}：四种结果之和＝总计", block.label());
    finish(table, Family::BlockTotal(block), label, Side::new(parts), Side::new(total))
}

fn finish(
    table: &TableReading,
    family: Family,
    label: String,
    left: Side,
    right: Side,
) -> (Family, Equation) {
    let status = status(table, &left, &right);
    (family, Equation { rule: family.rule(), label, left, right, status })
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
