//! Table 2: 主动公开政府信息情况.

pub(super) mod fee_unit;
pub(super) mod first_stock;
pub(super) mod rules_issuer;
pub(super) mod stock;

use super::Context;
use crate::report::form::{Cell2, CellId, Documents2, Item2};
use crate::text::Decimal;

/// A row of 第二十条第（一）项 in the form of 2021, all of which was read.
pub(super) struct Stock {
    pub(super) item: Item2,
    pub(super) issued: Decimal,
    pub(super) repealed: Decimal,
    pub(super) in_force: Decimal,
}

impl Stock {
    /// The two rows, as far as all of a row was read.
    pub(super) fn all(context: &Context<'_>) -> Vec<Self> {
        [Item2::Rules, Item2::Documents].into_iter().filter_map(|item| Self::of(context, item)).collect()
    }

    fn of(context: &Context<'_>, item: Item2) -> Option<Self> {
        let value = |column| context.value(CellId::T2(Cell2::Documents(item, column)));
        Some(Self {
            item,
            issued: value(Documents2::Issued)?,
            repealed: value(Documents2::Repealed)?,
            in_force: value(Documents2::InForce)?,
        })
    }

    /// One of its cells.
    pub(super) fn cell(&self, column: Documents2) -> CellId {
        CellId::T2(Cell2::Documents(self.item, column))
    }

    /// Its three cells, the stock first.
    pub(super) fn cells(&self) -> [CellId; 3] {
        [Documents2::InForce, Documents2::Issued, Documents2::Repealed].map(|column| self.cell(column))
    }
}
