//! Table 2: what is disclosed of one's own accord. Each paragraph of 第二十条 has rows, and the rows have the same columns.
//! The editions differ in the columns, and so in the cells.

use super::{Edition, Editions, Label};

/// What the headings of paragraphs begin with.
pub(in crate::report) const ARTICLE: &str = "第二十条第";
/// The heading over the labels of rows.
pub(in crate::report) const CONTENT: Label = label!("信息内容");

/// What a value of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// A count: an integer, not negative.
    Count,
    /// A change of a count, which may be negative.
    Change,
    /// An amount in 万元, with any decimals.
    Money,
    /// An amount of money with its unit, 元 or 万元, which may be written as text.
    MoneyInWords,
}

struct ColumnData {
    label: Label,
    /// Empty if it is the row's only column.
    id: &'static str,
    quantity: Quantity,
    /// Whether the heading tells the edition; 处理决定数量 is a part of 本年处理决定数量.
    telling: bool,
    /// A word by which the heading is known in a longer or shorter form, as in 本年度制发数; empty where it need not be.
    core: &'static str,
}

const COLUMN: ColumnData =
    ColumnData { label: label!(""), id: "", quantity: Quantity::Count, telling: true, core: "" };

declare! {
    /// A value column of table 2. The edition of 2019 shares none with later ones.
    Column2: ColumnData {
        Issued("本年制发件数") { id: "issued", core: "制发", ..COLUMN }
        Repealed("本年废止件数") { id: "repealed", core: "废止", ..COLUMN }
        InForce("现行有效件数") { id: "in_force", core: "有效", ..COLUMN }
        Decided("本年处理决定数量") { telling: false, ..COLUMN }
        Charged("本年收费金额（单位：万元）") { quantity: Quantity::Money, ..COLUMN }
        Created("本年新制作数量") { id: "created", ..COLUMN }
        Published("本年新公开数量") { id: "published", ..COLUMN }
        TotalPublic("对外公开总数量") { id: "total_public", ..COLUMN }
        ItemsLast("上一年项目数量") { id: "items_last", ..COLUMN }
        Delta("本年增/减") { id: "delta", quantity: Quantity::Change, ..COLUMN }
        Decisions("处理决定数量") { id: "decisions", telling: false, ..COLUMN }
        Items("采购项目数量") { id: "items", ..COLUMN }
        Amount("采购总金额") { id: "amount", quantity: Quantity::MoneyInWords, ..COLUMN }
    }
}

use Column2 as C;

/// The columns of each paragraph; their rows count the same things.
const DOCUMENTS: &[C] = &[C::Issued, C::Repealed, C::InForce];
const DECIDED: &[C] = &[C::Decided];
const CHARGED: &[C] = &[C::Charged];
const DOCUMENTS_2019: &[C] = &[C::Created, C::Published, C::TotalPublic];
const DECIDED_2019: &[C] = &[C::ItemsLast, C::Delta, C::Decisions];
const CHARGED_2019: &[C] = &[C::ItemsLast, C::Delta];
const BOUGHT_2019: &[C] = &[C::Items, C::Amount];
const NONE: &[C] = &[];

struct RowData {
    label: Label,
    id: &'static str,
    /// The number of the paragraph of 第二十条.
    paragraph: &'static str,
    /// The columns it has from an edition on; none, if that edition has no such row.
    columns: &'static [(Edition, &'static [Column2])],
    /// The label in the edition of 2019, where that was another; it ends the present one.
    formerly: Option<Label>,
}

const ROW: RowData = RowData { label: label!(""), id: "", paragraph: "", columns: &[], formerly: None };
const F19: Edition = Edition::F2019;
const F21: Edition = Edition::F2021;

declare! {
    /// A row of table 2, in any edition.
    Row2: RowData {
        Rules("规章") { id: "rules", paragraph: "（一）", columns: &[(F19, DOCUMENTS_2019), (F21, DOCUMENTS)], ..ROW }
        Documents("行政规范性文件") { id: "documents", paragraph: "（一）", columns: &[(F19, DOCUMENTS_2019), (F21, DOCUMENTS)], formerly: Some(label!("规范性文件")) }
        Permits("行政许可") { id: "permits", paragraph: "（五）", columns: &[(F19, DECIDED_2019), (F21, DECIDED)], ..ROW }
        Services("其他对外管理服务事项") { id: "services", paragraph: "（五）", columns: &[(F19, DECIDED_2019), (F21, NONE)], ..ROW }
        Penalties("行政处罚") { id: "penalties", paragraph: "（六）", columns: &[(F19, DECIDED_2019), (F21, DECIDED)], ..ROW }
        Coercion("行政强制") { id: "coercion", paragraph: "（六）", columns: &[(F19, DECIDED_2019), (F21, DECIDED)], ..ROW }
        Fees("行政事业性收费") { id: "fees", paragraph: "（八）", columns: &[(F19, CHARGED_2019), (F21, CHARGED)], ..ROW }
        Procurement("政府集中采购") { id: "procurement", paragraph: "（九）", columns: &[(F19, BOUGHT_2019), (F21, NONE)], ..ROW }
    }
}

impl Row2 {
    /// The rows of an edition, in the order of the form.
    pub fn of(edition: Edition) -> impl Iterator<Item = Self> + Clone {
        Self::ALL.into_iter().filter(move |row| !row.columns(edition).is_empty())
    }

    /// The rows that count documents in force, and so have a stock from year to year.
    pub fn with_stock() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|row| row.columns(Edition::NEWEST) == DOCUMENTS)
    }

    /// The row's value columns in an edition, in the order of the form; none if the edition has no such row.
    pub fn columns(self, edition: Edition) -> &'static [Column2] {
        let in_force = self.data().columns.iter().rev().find(|(since, _)| *since <= edition);
        in_force.map_or(NONE, |(_, columns)| columns)
    }

    /// The row's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        self.data().id
    }

    /// The label exactly as an edition prints it.
    pub fn label_in(self, edition: Edition) -> &'static str {
        match &self.data().formerly {
            Some(formerly) if edition == Edition::F2019 => formerly.whole,
            _ => self.label(),
        }
    }

    /// The number of the paragraph of 第二十条 that it belongs to, such as （一）.
    pub(in crate::report) fn paragraph(self) -> &'static str {
        self.data().paragraph
    }

    /// The words that its label ends with in every edition.
    pub(in crate::report) fn words(self) -> &'static Label {
        let data = self.data();
        data.formerly.as_ref().unwrap_or(&data.label)
    }

    /// The editions that have the row.
    pub fn editions(self) -> Editions {
        Editions::spanning(|edition| !self.columns(edition).is_empty())
    }
}

impl Column2 {
    /// The column's part of the contract's cell id; empty if it is its row's only column.
    pub fn id(self) -> &'static str {
        self.data().id
    }

    /// The heading without the note on its unit.
    pub fn short(self) -> &'static str {
        self.label().split_once('（').map_or(self.label(), |(short, _)| short)
    }

    /// What its cells hold.
    pub fn quantity(self) -> Quantity {
        self.data().quantity
    }

    /// The editions that have the column.
    pub fn editions(self) -> Editions {
        Editions::spanning(|edition| Row2::ALL.iter().any(|row| row.columns(edition).contains(&self)))
    }

    pub(in crate::report) fn words(self) -> &'static Label {
        &self.data().label
    }

    /// Whether its heading tells the edition.
    pub(in crate::report) fn is_telling(self) -> bool {
        self.data().telling
    }

    /// A word by which its heading is known among those of its row; empty where the order is not looked at.
    pub(in crate::report) fn core(self) -> &'static str {
        self.data().core
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_2019_are_its_own() {
        for column in Column2::ALL {
            let (old, new) = (column.editions().contain(F19), column.editions().contain(F21));
            assert!(old != new, "{column:?}");
        }
    }

    #[test]
    fn a_former_label_ends_the_present_one() {
        for row in Row2::ALL {
            assert!(row.data().label.words.ends_with(row.words().words), "{row:?}");
        }
    }
}
