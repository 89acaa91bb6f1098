//! What has to add up, as data: which cells on either side.

use super::{Block4, CellId, Column3, Edition, Outcome4, Part, Row3, TableKind};

/// An identity of the form: the sum of some cells equals the sum of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identity {
    /// 第一项加第二项之和，等于第三项加第四项之和, for a column of table 3.
    Balance(Column3),
    /// 总计 of a row of table 3 is the sum of its parts.
    RowTotal(Row3),
    /// （七）总计 is the sum of the results, for a column of table 3.
    ResultTotal(Column3),
    /// 总计 of a block of table 4 is the sum of its outcomes.
    BlockTotal(Block4),
}

impl Identity {
    /// The identities of a table in an edition, in the order of the form.
    pub fn of_table(kind: TableKind, edition: Edition) -> Vec<Self> {
        match kind {
            TableKind::Table2 => Vec::new(),
            TableKind::Table3 => {
                let balances = Column3::ALL.into_iter().map(Self::Balance);
                let rows = Row3::of(edition).map(Self::RowTotal);
                balances.chain(rows).chain(Column3::ALL.into_iter().map(Self::ResultTotal)).collect()
            }
            TableKind::Table4 => Block4::ALL.map(Self::BlockTotal).to_vec(),
        }
    }

    /// The table it is about.
    pub fn table(self) -> TableKind {
        match self {
            Self::Balance(_) | Self::RowTotal(_) | Self::ResultTotal(_) => TableKind::Table3,
            Self::BlockTotal(_) => TableKind::Table4,
        }
    }

    /// The cells whose sums have to be equal: what is computed, what is reported.
    pub fn sides(self, edition: Edition) -> [Vec<CellId>; 2] {
        let rows = |column: Column3, parts: &[Part]| -> Vec<CellId> {
            let of = |row: &Row3| parts.contains(&row.part());
            Row3::of(edition).filter(of).map(|row| CellId::T3(row, column)).collect()
        };
        match self {
            Self::Balance(column) => {
                [rows(column, &[Part::In]), rows(column, &[Part::ResultTotal, Part::Left])]
            }
            Self::ResultTotal(column) => [
                Row3::results(edition).map(|row| CellId::T3(row, column)).collect(),
                rows(column, &[Part::ResultTotal]),
            ],
            Self::RowTotal(row) => [
                Column3::PARTS.iter().map(|&column| CellId::T3(row, column)).collect(),
                vec![CellId::T3(row, Column3::Total)],
            ],
            Self::BlockTotal(block) => [
                Outcome4::PARTS.iter().map(|&outcome| CellId::T4(block, outcome)).collect(),
                vec![CellId::T4(block, Outcome4::Total)],
            ],
        }
    }

    /// What it says in words, such as 自然人列：本年新收＋上年结转＝办理结果总计＋结转下年度.
    pub fn label(self, edition: Edition) -> String {
        match self {
            Self::Balance(column) => {
                let terms = |parts: &[Part]| -> String {
                    let rows = Row3::of(edition).filter(|row| parts.contains(&row.part()));
                    rows.map(Row3::term).collect::<Vec<_>>().join("＋")
                };
                let (came, went) = (terms(&[Part::In]), terms(&[Part::ResultTotal, Part::Left]));
                format!("{}列：{came}＝{went}", column.label())
            }
            Self::RowTotal(row) => format!("「{}」一行：各类申请人之和＝总计", row.label()),
            Self::ResultTotal(column) => format!("{}列：（一）至（六）各项之和＝（七）总计", column.label()),
            Self::BlockTotal(block) => format!("{}：四种结果之和＝总计", block.label()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::form::Row2;

    #[test]
    fn identities_are_those_of_the_note_and_the_totals() {
        for (edition, identities, results) in [(Edition::F2021, 39, 21), (Edition::F2019, 37, 19)] {
            assert_eq!(Identity::of_table(TableKind::Table3, edition).len(), identities);
            let sides = |identity: Identity| identity.sides(edition).map(|side| side.len());
            assert_eq!(sides(Identity::Balance(Column3::Person)), [2, 2]);
            assert_eq!(sides(Identity::RowTotal(Row3::Open)), [6, 1]);
            assert_eq!(sides(Identity::ResultTotal(Column3::Total)), [results, 1]);
            assert_eq!(sides(Identity::BlockTotal(Block4::Direct)), [4, 1]);
        }
        let label = Identity::Balance(Column3::Person).label(Edition::F2021);
        assert_eq!(label, "自然人列：本年新收＋上年结转＝办理结果总计＋结转下年度");
        let rows: Vec<Row2> = Row2::with_stock().collect();
        assert_eq!(rows, [Row2::Rules, Row2::Documents]);
    }
}
