//! What the page needs beside the contract: the document, places in it, equations with their terms.

use super::{Failure, Report};
use serde::{Deserialize, Serialize};

/// The engine's answer for one input of the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Review {
    /// The name it was given under.
    pub name: String,
    /// Why it could not be read.
    pub error: Option<Failure>,
    /// What was read and found; present exactly when `error` is not.
    pub checked: Option<CheckedReport>,
    /// What other reports need to know of it. The page hands it on as it is, so it has no need to read it.
    #[serde(skip_deserializing)]
    pub extract: Option<super::Extract>,
}

/// A report with everything the page shows of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct CheckedReport {
    /// The contract's part.
    pub report: Report,
    /// The text of every line; [`Anchor`]s and blocks point into it.
    pub lines: Vec<String>,
    /// The document as read, in order, its prescribed tables rebuilt.
    pub blocks: Vec<Block>,
    /// What belongs to each finding, in the order of `report.findings`.
    pub details: Vec<Detail>,
    /// Where each claim stands, in the order of `report.claims`.
    pub claim_anchors: Vec<Anchor>,
    /// Every equation that was checked, those that hold included.
    pub equations: Vec<Equation>,
    /// The rules, in the order of `report.verdicts`.
    pub rules: Vec<RuleCard>,
    /// Tables or parts that could not be read, each a sentence with its reason; empty when all was read.
    pub unread: Vec<String>,
}

/// A stretch of a line in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Anchor {
    /// Index into [`CheckedReport::lines`].
    pub line: u32,
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
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
    /// `t2`, `t3`, `t4` for a prescribed table, empty for any other.
    pub id: String,
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
    /// The contract's cell id; empty for headings and labels.
    pub id: String,
    /// What it shows.
    pub text: String,
    /// `head` (column heading), `label` (row heading) or the state of a value cell as in the contract.
    pub kind: String,
    /// Rows covered.
    pub row_span: u32,
    /// Columns covered.
    pub column_span: u32,
}

/// What the page shows of a finding beyond the contract.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Detail {
    /// A short title that stands alone, such as 表三勾稽不平（自然人、总计两列同一原因）.
    pub title: String,
    /// 应为; empty where no single number is due.
    pub expected: String,
    /// 现为; empty likewise.
    pub actual: String,
    /// 相差, without sign; empty likewise.
    pub difference: String,
    /// The place in words, such as 第三部分 表三 · 自然人列.
    pub location: String,
    /// What to check, one entry per possibility.
    pub candidates: Vec<String>,
    /// The equations that break, the one to show first at the head.
    pub equations: Vec<Equation>,
    /// Where it shows, in the order of the finding's places.
    pub anchors: Vec<Anchor>,
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
    pub operator: Operator,
    /// The cell, or empty for a number in prose.
    pub cell: String,
    /// Its name in words.
    pub label: String,
    /// Its value; a blank counts as 0.
    pub value: String,
    /// Where it stands, if anywhere.
    pub anchor: Option<Anchor>,
}

/// The sign before a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Added.
    Plus,
    /// Taken away.
    Minus,
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
    pub severity: String,
    /// What it rests on.
    pub basis: Vec<super::Basis>,
    /// The edition of the form from which on it applies, `2019` or `2021`.
    pub since: String,
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
