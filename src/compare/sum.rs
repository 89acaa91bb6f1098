//! Units against the report that should be their sum.

use super::{Known, ids};
use crate::report::form::CellId;
use crate::sorted::{self, sort_by_key};
use crate::text::Decimal;
use crate::wire;

/// One cell: what the units come to, and what the parent says.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) cell: CellId,
    pub(crate) sum: Decimal,
    pub(crate) parent: Decimal,
    /// Units that are not 0, largest first.
    pub(crate) contributions: Vec<(String, Decimal)>,
    /// Units whose cell is not known.
    pub(crate) unread: Vec<String>,
}

impl Row {
    /// The units' sum less the parent's value.
    pub(crate) fn difference(&self) -> Decimal {
        self.sum - self.parent
    }

    /// Whether it is certain that units and parent do not agree.
    pub(crate) fn differs(&self) -> bool {
        self.unread.is_empty() && !self.difference().is_zero()
    }

    /// Whether anything but zeros stands in it.
    pub(crate) fn says(&self) -> bool {
        !self.parent.is_zero() || !self.contributions.is_empty()
    }

    pub(crate) fn wire(&self) -> wire::SumRow {
        let contribution = |(unit, value): &(String, Decimal)| wire::Contribution {
            unit: unit.clone(),
            value: value.to_string(),
        };
        wire::SumRow {
            cell: self.cell.to_string(),
            label: self.cell.label(),
            sum: self.sum.to_string(),
            parent: self.parent.to_string(),
            difference: self.difference().to_string(),
            contributions: self.contributions.iter().map(contribution).collect(),
            unread: self.unread.clone(),
        }
    }
}

/// A row for every cell that the parent has, in the order of the form.
pub(crate) fn rows(parent: &dyn Fn(CellId) -> Option<Decimal>, units: &[Known]) -> Vec<Row> {
    let cells = sorted::set(ids().into_values());
    let row = |cell: CellId| {
        let parent = parent(cell)?;
        let value = |unit: &Known| (unit.name.clone(), unit.value(cell));
        let values: Vec<(String, Option<Decimal>)> = units.iter().map(value).collect();
        let mut contributions: Vec<(String, Decimal)> = values
            .iter()
            .filter_map(|(unit, value)| Some((unit.clone(), (*value)?)))
            .filter(|(_, value)| !value.is_zero())
            .collect();
        sort_by_key(&mut contributions, |contribution| std::cmp::Reverse(contribution.1));
        let unread = values.into_iter().filter(|(_, value)| value.is_none()).map(|(unit, _)| unit).collect();
        let sum = contributions.iter().map(|(_, value)| *value).sum();
        Some(Row { cell, sum, parent, contributions, unread })
    };
    cells.into_iter().filter_map(row).collect()
}
