//! What the page needs beside the contract: the document, and equations with their terms.

use super::{
    CellStateKind, Edition, Failure, Forms, Place, Recognition, Report, Severity, Sign, Summary, TableKind,
};
use serde::{Deserialize, Serialize};

/// The engine's answer for one input of the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Review {
    /// The name it was given under.
    pub name: String,
    /// Why it could not be read.
    pub error: Option<Failure>,
    /// What a row of a list shows of it; present exactly when `error` is not.
    pub brief: Option<Brief>,
    /// Everything else that is shown of it, where it was asked for.
    pub checked: Option<CheckedReport>,
    /// What other reports need to know of it. The page hands it on as it is, so it has no need to read it.
    #[serde(skip_deserializing)]
    pub extract: Option<super::Extract>,
    /// Another text whenever the extract is another; empty where there is none.
    pub mark: String,
    /// SHA-256 of what was given, so that the same file given twice is told; empty where it was not asked for.
    pub digest: String,
}

/// What a list shows of a report. Small, so that a thousand can be kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Brief {
    /// The body whose report it is, as the title names it.
    pub organ: Option<String>,
    /// The year reported on.
    pub year: Option<u16>,
    /// How much of it is an annual report that could be checked.
    pub recognition: Recognition,
    /// Which edition of the form each table follows.
    pub forms: Forms,
    /// How many findings and rules of each kind.
    pub summary: Summary,
    /// The findings, most important first.
    pub findings: Vec<FindingBrief>,
}

/// What a list shows of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct FindingBrief {
    /// The rule that found it.
    pub rule: String,
    /// Stays the same while the rule, cells and values stay the same.
    pub fingerprint: String,
    /// How serious it is.
    pub severity: Severity,
    /// A short title that stands alone.
    pub title: String,
}

/// A report with everything the page shows of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct CheckedReport {
    /// The contract's part, each finding with its [`Detail`].
    pub report: Report,
    /// The text of every line; places and blocks point into it.
    pub lines: Vec<String>,
    /// The document as read, in order, its prescribed tables rebuilt.
    pub blocks: Vec<Block>,
    /// Every equation that was checked, those that hold included.
    pub equations: Vec<Equation>,
    /// Tables or parts that could not be read, each a sentence with its reason; empty when all was read.
    pub unread: Vec<String>,
}

/// A block of the document, such as `{ "paragraph": { "line": 3 } }`. Not tagged inside: reading that back would cost the
/// page some ten kilobytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// The report's title, which may run over several lines.
    Title {
        /// Index into [`CheckedReport::lines`].
        line: u32,
    },
    /// A heading, level 1 (一、) to 4.
    Heading {
        /// Index into [`CheckedReport::lines`].
        line: u32,
        /// 1 to 4.
        level: u8,
    },
    /// Running text.
    Paragraph {
        /// Index into [`CheckedReport::lines`].
        line: u32,
    },
    /// A table: one of the prescribed ones rebuilt, or any other as it stands.
    Table(TableView),
}

/// A table ready to be drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct TableView {
    /// Which of the prescribed tables; `None` for any other.
    pub table: Option<TableKind>,
    /// Its caption, such as 表三 收到和处理政府信息公开申请情况.
    pub caption: String,
    /// Why nothing in it is judged; empty when it was read.
    pub unreadable: String,
    /// Rows of cells; a cell that another one covers is left out.
    pub rows: Vec<Vec<TableCell>>,
}

/// One drawn cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct TableCell {
    /// What it is.
    pub kind: TableCellKind,
    /// What it shows.
    pub text: String,
    /// Rows covered.
    pub row_span: u32,
    /// Columns covered.
    pub column_span: u32,
}

/// What a drawn cell is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum TableCellKind {
    /// The heading of columns.
    Head,
    /// The heading of rows.
    Label,
    /// A cell of a table that is shown as it stands.
    Plain,
    /// A cell of the contract.
    Value {
        /// Its id.
        id: String,
        /// What it holds.
        state: CellStateKind,
        /// Where it stands; `None` if it is missing.
        place: Option<Place>,
        /// Its table, row and column in words.
        label: String,
    },
}

/// What the page shows of a finding beyond the contract.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Detail {
    /// A short title that stands alone, such as 表三「予以公开」总计 9，应为 3.
    pub title: String,
    /// 应为; empty where no single number is due.
    pub expected: String,
    /// 现为; empty likewise.
    pub actual: String,
    /// 相差, without sign; empty likewise.
    pub difference: String,
    /// The place in words, such as 表三自然人列.
    pub location: String,
    /// What to check, one entry per possibility.
    pub candidates: Vec<String>,
    /// The equations that break, the one to show first at the head.
    pub equations: Vec<Equation>,
}

impl Detail {
    /// Whether it was left out: every finding has a title.
    pub(crate) fn is_empty(&self) -> bool {
        self.title.is_empty()
    }
}

/// An equation between cells, or between a number in prose and cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Equation {
    /// The rule that checks it.
    pub rule: String,
    /// What it says in words, such as 自然人列：本年新收＋上年结转＝总计＋结转下年度.
    pub label: String,
    /// Terms on the left; their operators join them.
    pub left: Vec<Term>,
    /// Terms on the right.
    pub right: Vec<Term>,
    /// Value of the left side.
    pub left_value: String,
    /// Value of the right side.
    pub right_value: String,
    /// Whether both sides are equal.
    pub holds: bool,
}

/// One term of an equation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Term {
    /// How it joins the terms before it.
    pub sign: Sign,
    /// The cell; `None` for a number in prose.
    pub cell: Option<CellName>,
    /// Its name in words, which stands alone.
    pub label: String,
    /// Its value; a blank counts as 0.
    pub value: String,
    /// Where it stands, if anywhere.
    pub place: Option<Place>,
}

/// A cell by its table, row and column, so that what several cells share can be told once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct CellName {
    /// The contract's id.
    pub id: String,
    /// The table.
    pub table: TableKind,
    /// The row.
    pub row: Heading,
    /// The column; in table 2 some rows have but one, which their ids do not name.
    pub column: Heading,
}

/// A row or a column of a prescribed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Heading {
    /// Its part of the cell's id, such as `denied.law`; empty where the id has none.
    pub id: String,
    /// Its name, as short as it can be told within the table: 本年新收, not 一、本年新收政府信息公开申请数量.
    pub name: String,
}

/// A finding that the clerk looked at and keeps as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Confirmation {
    /// The finding's; if its values change, the confirmation lapses.
    pub fingerprint: String,
    /// Why it is right as it stands.
    pub reason: String,
}

/// A rule as the catalogue shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct RuleCard {
    /// Its id, such as `table3/balance`.
    pub id: String,
    /// Its name, such as 表三勾稽关系.
    pub title: String,
    /// What it checks.
    pub what: String,
    /// Why.
    pub why: String,
    /// The highest severity of its findings.
    pub severity: Severity,
    /// What it rests on.
    pub basis: Vec<super::Basis>,
    /// The edition of the form from which on it applies.
    pub since: Edition,
    /// Examples, wrong and right.
    pub examples: Vec<RuleExample>,
}

/// An example of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct RuleExample {
    /// Whether it is right.
    pub right: bool,
    /// The example, readable as it stands.
    pub text: String,
}
