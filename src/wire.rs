//! The serialisable shapes: what the engine says to the page, to scripts and to files.
//!
//! The first part is the contract that outside programs rely on (`schema` 1). The second part, from [`Review`] on,
//! is what the page needs on top: the document as read, and each equation with its terms. The page knows the core
//! through this module and its [`crate::vocabulary`] only. Every [`Place`] counts characters.

pub use crate::formats::Format;
pub use crate::vocabulary::{
    CellStateKind, Certainty, ClaimVerdict, Edition, ErrorKind, Level, NameMatch, OutcomeKind, Recognition,
    Relation, Role, Severity, Sign, SumCause, SumRole, TableKind, Uncounted,
};
use serde::{Deserialize, Serialize};

mod cell_map;
mod compare;
mod correction;
mod handover;
mod page;
mod profile;
mod roster;
mod total;

pub use compare::{
    Choice, Company, Comparison, Contribution, Doubt, Extract, Link, PreviousChoice, Related, SectionCopied,
    Sheet, SheetRow, Sum, SumRow, YearCheck, YearValue, Years,
};
pub use correction::Correction;
pub use handover::{Handover, HandoverFinding, HandoverVerdict};
pub use page::{
    Block, Brief, CellName, CheckedReport, Confirmation, Detail, Equation, FindingBrief, Heading, Review,
    RuleCard, RuleExample, TableCell, TableCellKind, TableView, Term,
};
pub use profile::{Deadlines, OwnRule, Profile, ProfileFault, Tried};
pub use roster::{Roster, RosterMatch, RosterYear};
pub use total::{
    Explanation, ExplanationPart, LeftOut, Total, TotalCell, TotalOptions, TotalParent, TotalUnit,
};

/// The version of the contract's output. A change of meaning bumps it.
pub const SCHEMA: u32 = 1;

/// Everything one run says: the contract's outermost object.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Output {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The program.
    pub engine: Engine,
    /// One entry per file, in the order given.
    pub files: Vec<File>,
    /// Year-on-year and sum-of-units results, where several reports were given.
    pub comparisons: Vec<Comparison>,
}

impl Output {
    /// The output for the given files and what they say of each other.
    pub fn new(files: Vec<File>, comparisons: Vec<Comparison>) -> Self {
        let engine = Engine { name: "jiaohe".into(), version: env!("CARGO_PKG_VERSION").into() };
        Self { schema: SCHEMA, engine, files, comparisons }
    }
}

/// Name and version of the program that made an output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Engine {
    /// Always `jiaohe`.
    pub name: String,
    /// Semantic version.
    pub version: String,
}

/// One file: either what went wrong while reading it, or the report found in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct File {
    /// The name it was given under.
    pub name: String,
    /// Why it could not be read; then `report` is absent.
    pub error: Option<Failure>,
    /// What was found.
    #[serde(flatten)]
    pub report: Option<Report>,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Failure {
    /// The cause in one word.
    pub kind: ErrorKind,
    /// The cause, one Chinese sentence.
    pub message: String,
    /// The next step, one Chinese sentence.
    pub hint: String,
}

/// What was found in a report, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Report {
    /// The reader that took it.
    pub reader: Format,
    /// What reading had to guess or leave out.
    pub notes: Vec<String>,
    /// What the profile that it was checked under is called and changes, in a sentence without its stop; absent where there is
    /// none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "js", tsify(optional))]
    pub profile: Option<String>,
    /// How much of it is an annual report that could be checked.
    pub recognition: Recognition,
    /// The title line as it stands, lines joined.
    pub title: Option<String>,
    /// The body whose report it is, as the title names it.
    pub organ: Option<String>,
    /// The year reported on.
    pub year: Option<u16>,
    /// The statistical period that the preface states.
    pub period: Option<Period>,
    /// Which edition of the form each table follows.
    pub forms: Forms,
    /// The six prescribed sections.
    pub sections: Vec<Section>,
    /// Every value cell of the tables, in the order of the form.
    #[serde(with = "cell_map")]
    #[cfg_attr(feature = "js", tsify(type = "Record<string, Cell>"))]
    pub cells: Vec<(String, Cell)>,
    /// Cells that a person put right because they had been misread; left out where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "js", tsify(optional))]
    pub corrections: Vec<Correction>,
    /// Every number in prose that was understood or deliberately left alone.
    pub claims: Vec<Claim>,
    /// The outcome of each rule.
    pub verdicts: Vec<Verdict>,
    /// What is wrong, most important first.
    pub findings: Vec<Finding>,
    /// How many of each.
    pub summary: Summary,
}

/// First and last day, `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Period {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// Edition per table, or null where the table was not found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Forms {
    /// 表二, section two.
    pub table2: Option<Edition>,
    /// 表三, section three.
    pub table3: Option<Edition>,
    /// 表四, section four.
    pub table4: Option<Edition>,
}

/// One of the six prescribed sections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Section {
    /// 1 to 6.
    pub number: u8,
    /// The title as found, or the prescribed one where the section is missing.
    pub title: String,
    /// Whether its heading was found.
    pub found: bool,
}

/// What a value cell holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Cell {
    /// What kind of thing.
    pub state: CellStateKind,
    /// The number as a decimal string; only for `number`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The cell's text as it stands; absent where there is no cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A number asserted in prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Claim {
    /// The words around the number.
    pub text: String,
    /// The number, digits only.
    pub number: String,
    /// Whether the prose says 余, 多, 约 and the like.
    pub approximate: bool,
    /// What the number was taken to be, such as `requests.received`.
    pub meaning: String,
    /// The cells of the reading it was compared with.
    pub cells: Vec<String>,
    /// The same cells with how they join: their sum is that reading.
    pub terms: Vec<ClaimTerm>,
    /// What the comparison gave.
    pub verdict: ClaimVerdict,
    /// Why, in a sentence.
    pub reason: String,
    /// The words that say what the number is; none where it goes on with what was counted before.
    pub evidence: Vec<String>,
    /// Every reading that was considered, the likeliest first.
    pub considered: Vec<ClaimReading>,
    /// What speaks against each of them, in sentences.
    pub doubts: Vec<String>,
    /// Where the number stands.
    pub place: Place,
}

/// A sum of cells that a number in prose may stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct ClaimReading {
    /// The table and what the sum of its cells is called.
    pub label: String,
    /// The cells and how they join.
    pub terms: Vec<ClaimTerm>,
    /// Their sum; `None` where a cell is not known.
    pub value: Option<String>,
}

/// A cell in the reading of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct ClaimTerm {
    /// The cell.
    pub cell: String,
    /// Whether it is added or taken away.
    pub sign: Sign,
}

/// A place in the text as read. Line and column count from 1, column and length in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Place {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
    /// Length.
    pub length: u32,
}

/// The outcome of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Verdict {
    /// The rule's id.
    pub rule: String,
    /// What it said.
    pub outcome: OutcomeKind,
    /// Why it was not judged or does not apply.
    pub reason: Option<String>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Finding {
    /// The rule that found it.
    pub rule: String,
    /// How serious it is.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// What: one sentence that stands alone.
    pub message: String,
    /// The arithmetic or the clause.
    pub because: String,
    /// What to check or change.
    pub todo: String,
    /// The norm it rests on.
    pub basis: Vec<Basis>,
    /// The cells it speaks of.
    pub cells: Vec<String>,
    /// Where it shows, the primary place first.
    pub places: Vec<FindingPlace>,
    /// Proposals that would make everything agree, smallest first; never applied by the program.
    pub repairs: Vec<Repair>,
    /// Stays the same while the rule, cells and values stay the same.
    pub fingerprint: String,
    /// What the page shows of it beside; left out where only the contract was asked for.
    #[serde(default, skip_serializing_if = "Detail::is_empty")]
    #[cfg_attr(feature = "js", tsify(optional))]
    pub detail: Detail,
}

/// A norm and the clause in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Basis {
    /// The document.
    pub norm: String,
    /// The clause.
    pub clause: String,
}

/// A place of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct FindingPlace {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
    /// Length in characters.
    pub length: u32,
    /// The text that stands there.
    pub quote: String,
    /// What it is to the finding.
    pub role: Role,
}

impl FindingPlace {
    /// Where it is, without what it is to the finding.
    pub fn place(&self) -> Place {
        Place { line: self.line, column: self.column, length: self.length }
    }
}

/// A set of changes that would make everything agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Repair {
    /// The changes.
    pub changes: Vec<Change>,
    /// Why, in a sentence.
    pub reason: String,
}

/// One cell and the value it would need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Change {
    /// The cell.
    pub cell: String,
    /// Its value now.
    pub from: String,
    /// The value that would fit.
    pub to: String,
}

/// Counts of findings by severity and of rules by outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Summary {
    /// Findings of severity `error`.
    pub error: u32,
    /// Findings of severity `warning`.
    pub warning: u32,
    /// Findings of severity `hint`.
    pub hint: u32,
    /// Rules passed.
    pub passed: u32,
    /// Rules failed.
    pub failed: u32,
    /// Rules that could not be judged.
    pub not_judged: u32,
    /// Rules that do not apply.
    pub not_applicable: u32,
}
