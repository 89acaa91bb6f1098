use super::{Block4, Column2, Column3, Edition, Outcome4, Quantity, Row2, Row3, TableKind};
use std::fmt;

/// A value cell of one of the tables: its row and its column. [`fmt::Display`] gives the contract's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellId {
    /// A cell of table 2. The columns of 2019 are its own.
    T2(Row2, Column2),
    /// A cell of table 3, any edition.
    T3(Row3, Column3),
    /// A cell of table 4.
    T4(Block4, Outcome4),
}

/// The contract's prefix for the cells of table 2 of 2019.
const TABLE2_OF_2019: &str = "t2_2019";

impl CellId {
    /// The table it stands in.
    pub fn table(self) -> TableKind {
        match self {
            Self::T2(..) => TableKind::Table2,
            Self::T3(..) => TableKind::Table3,
            Self::T4(..) => TableKind::Table4,
        }
    }

    /// All cells of a table in one edition, in the order of the form.
    pub fn of_table(kind: TableKind, edition: Edition) -> Vec<Self> {
        match kind {
            TableKind::Table2 => Row2::of(edition)
                .flat_map(|row| row.columns(edition).iter().map(move |&column| Self::T2(row, column)))
                .collect(),
            TableKind::Table3 => Row3::of(edition)
                .flat_map(|row| Column3::ALL.into_iter().map(move |column| Self::T3(row, column)))
                .collect(),
            TableKind::Table4 => Block4::ALL
                .into_iter()
                .flat_map(|block| Outcome4::ALL.into_iter().map(move |outcome| Self::T4(block, outcome)))
                .collect(),
        }
    }

    /// The label of its row, in table 4 of its block, as the form prints it.
    pub fn row_label(self) -> &'static str {
        match self {
            Self::T2(row, column) => row.label_in(edition_of(column)),
            Self::T3(row, _) => row.label(),
            Self::T4(block, _) => block.label(),
        }
    }

    /// The cell in the form's own words, such as 「一、本年新收政府信息公开申请数量」自然人.
    pub fn label(self) -> String {
        match self {
            Self::T2(_, column) => format!("{}「{}」", self.row_label(), column.label()),
            Self::T3(row, column) => format!("「{}」{}", row.label(), column.label()),
            Self::T4(block, outcome) => format!("{}「{}」", block.label(), outcome.label()),
        }
    }

    /// The cell in as few words as tell it within its table, for a sentence: 「重复申请」自然人.
    pub fn name(self) -> String {
        match self {
            Self::T2(_, column) if column.id().is_empty() => format!("「{}」", self.row_label()),
            Self::T2(_, column) => format!("{}「{}」", self.row_label(), column.short()),
            Self::T3(row, column) => format!("「{}」{}", row.name(), column.name()),
            Self::T4(block, outcome) => format!("{}「{}」", block.label(), outcome.label()),
        }
    }

    /// The name of its row in a sentence, without quotation marks.
    pub fn row_words(self) -> &'static str {
        match self {
            Self::T3(row, _) => row.name(),
            Self::T2(..) | Self::T4(..) => self.row_label(),
        }
    }

    /// The name of its column where the row has been named before.
    pub fn column_words(self) -> String {
        match self {
            Self::T2(_, column) => format!("「{}」", column.short()),
            Self::T3(_, column) => column.name().to_owned(),
            Self::T4(_, outcome) => format!("「{}」", outcome.label()),
        }
    }

    /// The id of its row within the table; of table 4, of the block.
    pub fn row_id(self) -> &'static str {
        match self {
            Self::T2(row, _) => row.id(),
            Self::T3(row, _) => row.id(),
            Self::T4(block, _) => block.id(),
        }
    }

    /// The id of its column within the row; empty if the row has no other.
    pub fn column_id(self) -> &'static str {
        match self {
            Self::T2(_, column) => column.id(),
            Self::T3(_, column) => column.id(),
            Self::T4(_, outcome) => outcome.id(),
        }
    }

    /// The name of its row, as short as it can be told within the table.
    pub fn row_name(self) -> &'static str {
        match self {
            Self::T3(row, _) => row.short(),
            Self::T2(..) | Self::T4(..) => self.row_label(),
        }
    }

    /// The name of its column, as short as it can be told within the table.
    pub fn column_name(self) -> &'static str {
        match self {
            Self::T2(_, column) => column.short(),
            Self::T3(_, column) => column.label(),
            Self::T4(_, outcome) => outcome.label(),
        }
    }

    /// What it may hold.
    pub fn quantity(self) -> Quantity {
        match self {
            Self::T2(_, column) => column.quantity(),
            Self::T3(..) | Self::T4(..) => Quantity::Count,
        }
    }

    /// The cell with the contract's id, if there is one.
    pub fn parse(id: &str) -> Option<Self> {
        let (prefix, rest) = id.split_once('.')?;
        let (row, column) = rest.rsplit_once('.').unwrap_or((rest, ""));
        match prefix {
            "t3" => {
                let row = Row3::ALL.into_iter().find(|known| known.id() == row)?;
                Some(Self::T3(row, Column3::ALL.into_iter().find(|known| known.id() == column)?))
            }
            "t4" => {
                let block = Block4::ALL.into_iter().find(|known| known.id() == row)?;
                Some(Self::T4(block, Outcome4::ALL.into_iter().find(|known| known.id() == column)?))
            }
            "t2" | TABLE2_OF_2019 => {
                let row = Row2::ALL.into_iter().find(|known| known.id() == row)?;
                let of = Edition::ALL.into_iter().filter(|edition| prefix_of_table2(*edition) == prefix);
                let mut columns = of.flat_map(|edition| row.columns(edition));
                columns.find(|known| known.id() == column).map(|&column| Self::T2(row, column))
            }
            _ => None,
        }
    }
}

/// An edition that has a column of table 2.
fn edition_of(column: Column2) -> Edition {
    if column.editions().contain(Edition::F2019) { Edition::F2019 } else { Edition::NEWEST }
}

fn prefix_of_table2(edition: Edition) -> &'static str {
    if edition == Edition::F2019 { TABLE2_OF_2019 } else { TableKind::Table2.id() }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = match self {
            Self::T2(_, column) => prefix_of_table2(edition_of(*column)),
            Self::T3(..) | Self::T4(..) => self.table().id(),
        };
        f.write_str(prefix)?;
        f.write_str(".")?;
        f.write_str(self.row_id())?;
        match self.column_id() {
            "" => Ok(()),
            column => {
                f.write_str(".")?;
                f.write_str(column)
            }
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
            assert!(cells.is_sorted(), "{kind:?} {edition:?}");
            for cell in cells {
                assert_eq!(CellId::parse(&cell.to_string()), Some(cell));
            }
        }
    }

    #[test]
    fn ids_are_the_contracts() {
        for (cell, id) in [
            (CellId::T2(Row2::Rules, Column2::InForce), "t2.rules.in_force"),
            (CellId::T2(Row2::Fees, Column2::Charged), "t2.fees"),
            (CellId::T2(Row2::Fees, Column2::Delta), "t2_2019.fees.delta"),
            (CellId::T3(Row3::DeniedStateSecret, Column3::Person), "t3.denied.state_secret.person"),
            (CellId::T4(Block4::AfterReview, Outcome4::Pending), "t4.after_review.pending"),
        ] {
            assert_eq!((cell.to_string().as_str(), CellId::parse(id)), (id, Some(cell)));
        }
        for wrong in ["t3.nothing.person", "t3.received", "t2.permits.delta", "t2_2019.permits", "t2", ""] {
            assert_eq!(CellId::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn labels_are_the_editions_own() {
        let label = |id: &str| CellId::parse(id).map(CellId::label).unwrap_or_default();
        assert_eq!(label("t2.documents.issued"), "行政规范性文件「本年制发件数」");
        assert_eq!(label("t2_2019.documents.created"), "规范性文件「本年新制作数量」");
        assert_eq!(label("t2.fees"), "行政事业性收费「本年收费金额（单位：万元）」");
        assert_eq!(label("t3.open.total"), "「（一）予以公开」总计");
    }

    #[test]
    fn names_are_short_and_tell_the_cell() {
        let name = |id: &str| CellId::parse(id).map(CellId::name).unwrap_or_default();
        assert_eq!(name("t3.received.total"), "「本年新收」总计");
        assert_eq!(name("t3.rejected.repeat.other_org"), "「重复申请」其他列");
        assert_eq!(name("t2.permits"), "「行政许可」");
        assert_eq!(name("t4.review.other"), "行政复议「其他结果」");
        for (kind, edition) in
            TableKind::ALL.into_iter().flat_map(|kind| Edition::ALL.map(|edition| (kind, edition)))
        {
            let names: Vec<String> = CellId::of_table(kind, edition).into_iter().map(CellId::name).collect();
            let all: std::collections::BTreeSet<&String> = names.iter().collect();
            assert_eq!(all.len(), names.len(), "{kind:?} {edition:?}");
            assert!(names.iter().all(|name| name.chars().count() <= 21), "{names:?}");
        }
    }
}
