use super::{Block4, Cell2, Cell2Of2019, Column3, Edition, Outcome4, Row3, TableKind};
use std::fmt;

/// A value cell of one of the tables. [`fmt::Display`] gives the contract's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellId {
    /// A cell of table 2, edition 2021.
    T2(Cell2),
    /// A cell of table 2, edition 2019.
    T2Of2019(Cell2Of2019),
    /// A cell of table 3, any edition.
    T3(Row3, Column3),
    /// A cell of table 4.
    T4(Block4, Outcome4),
}

impl CellId {
    /// The table it stands in.
    pub fn table(self) -> TableKind {
        match self {
            Self::T2(_) | Self::T2Of2019(_) => TableKind::Table2,
            Self::T3(..) => TableKind::Table3,
            Self::T4(..) => TableKind::Table4,
        }
    }

    /// All cells of a table in one edition, in the order of the form.
    pub fn of_table(kind: TableKind, edition: Edition) -> Vec<Self> {
        match (kind, edition) {
            (TableKind::Table2, Edition::F2021) => Cell2::all().map(Self::T2).collect(),
            (TableKind::Table2, Edition::F2019) => Cell2Of2019::all().map(Self::T2Of2019).collect(),
            (TableKind::Table3, _) => Row3::of(edition)
                .iter()
                .flat_map(|&row| Column3::ALL.into_iter().map(move |column| Self::T3(row, column)))
                .collect(),
            (TableKind::Table4, _) => Block4::ALL
                .into_iter()
                .flat_map(|block| Outcome4::ALL.into_iter().map(move |outcome| Self::T4(block, outcome)))
                .collect(),
        }
    }

    /// The label of its row, in table 4 of its block, as the form prints it.
    pub fn row_label(self) -> &'static str {
        match self {
            Self::T2(cell) => cell.row_label(),
            Self::T2Of2019(cell) => cell.item.layout().1,
            Self::T3(row, _) => row.label(),
            Self::T4(block, _) => block.label(),
        }
    }

    /// The cell in the form's own words, such as 「一、本年新收政府信息公开申请数量」自然人.
    pub fn label(self) -> String {
        match self {
            Self::T2(cell) => cell.label(),
            Self::T2Of2019(cell) => cell.label(),
            Self::T3(row, column) => format!("「{}」{}", row.label(), column.label()),
            Self::T4(block, outcome) => format!("{}「{}」", block.label(), outcome.label()),
        }
    }

    /// The cell with the contract's id, if there is one.
    pub fn parse(id: &str) -> Option<Self> {
        TableKind::ALL
            .into_iter()
            .flat_map(|kind| [Edition::F2021, Edition::F2019].map(|edition| Self::of_table(kind, edition)))
            .flatten()
            .find(|cell| cell.to_string() == id)
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::T2(cell) => write!(f, "t2.{}", cell.id()),
            Self::T2Of2019(cell) => write!(f, "t2_2019.{}", cell.id()),
            Self::T3(row, column) => write!(f, "t3.{}.{}", row.id(), column.id()),
            Self::T4(block, outcome) => write!(f, "t4.{}.{}", block.id(), outcome.id()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_is_found_again_by_its_id() {
        for (kind, edition, count) in [
            (TableKind::Table2, Edition::F2021, 10),
            (TableKind::Table2, Edition::F2019, 22),
            (TableKind::Table3, Edition::F2021, 175),
            (TableKind::Table3, Edition::F2019, 161),
            (TableKind::Table4, Edition::F2021, 15),
        ] {
            let cells = CellId::of_table(kind, edition);
            assert_eq!(cells.len(), count, "{kind:?} {edition:?}");
            for cell in cells {
                assert_eq!(CellId::parse(&cell.to_string()), Some(cell));
            }
        }
    }

    #[test]
    fn ids_are_the_contracts() {
        assert_eq!(
            CellId::T3(Row3::DeniedStateSecret, Column3::Person).to_string(),
            "t3.denied.state_secret.person"
        );
        assert_eq!(CellId::T4(Block4::AfterReview, Outcome4::Pending).to_string(), "t4.after_review.pending");
        assert_eq!(CellId::parse("t3.nothing.person"), None);
    }
}
