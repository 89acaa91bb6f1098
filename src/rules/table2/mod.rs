//! Table 2: 主动公开政府信息情况.

pub(super) mod fee_unit;
pub(super) mod first_stock;
pub(super) mod rules_issuer;
pub(super) mod stock;

use super::Context;
use crate::report::form::{CellId, Column2, Row2};
use crate::text::Decimal;

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
