//! Table 2: 主动公开政府信息情况.

mod fee_unit;
mod first_stock;
mod rules_issuer;
mod stock;

use super::{Context, Rule};
use crate::report::form::{CellId, Column2, Row2};
use crate::text::Decimal;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[&stock::RULE, &first_stock::RULE, &rules_issuer::RULE, &fee_unit::RULE];

/// A row of 第二十条第（一）项 in the form of 2021, all of which was read.
pub(super) struct Stock {
    pub(super) row: Row2,
    pub(super) issued: Decimal,
    pub(super) repealed: Decimal,
    pub(super) in_force: Decimal,
}

impl Stock {
    /// The two rows, as far as all of a row was read.
    pub(super) fn all(context: &Context<'_>) -> Vec<Self> {
        Row2::with_stock().filter_map(|row| Self::of(context, row)).collect()
    }

    fn of(context: &Context<'_>, row: Row2) -> Option<Self> {
        let value = |column| context.value(CellId::T2(row, column));
        Some(Self {
            row,
            issued: value(Column2::Issued)?,
            repealed: value(Column2::Repealed)?,
            in_force: value(Column2::InForce)?,
        })
    }

    /// One of its cells.
    pub(super) fn cell(&self, column: Column2) -> CellId {
        CellId::T2(self.row, column)
    }

    /// Its three cells, the stock first.
    pub(super) fn cells(&self) -> [CellId; 3] {
        [Column2::InForce, Column2::Issued, Column2::Repealed].map(|column| self.cell(column))
    }
}
