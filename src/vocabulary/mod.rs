//! The closed word lists of the contract: what a thing may be called in the output, each name once for the core, the page
//! and the command line. Knows nothing else of the program, so that the page has it without the engine.

mod collection;
mod deliverable;
mod error_kind;
mod form;

pub use collection::{ListFile, NameMatch, SumCause, SumFile, Uncounted};
pub use deliverable::Deliverable;
pub use error_kind::ErrorKind;
pub use form::{Edition, TableKind};

/// Declares a list of words: the enum, the word of each variant as it stands in the output, all of them in order, and the
/// way back from a word.
macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $what:literal])+ $variant:ident = $id:literal,)+ })+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "js", derive(tsify::Tsify))]
        pub enum $name { $($(#[doc = $what])+ #[serde(rename = $id)] $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$variant),+];

            /// The word in the output.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// What a word of the output means.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|known| known.id() == word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.id())
            }
        }
    )+};
}
use words;

words! {
    /// How serious a finding is.
    Severity {
        /// 提示: advice, style, rules without a confirmed basis.
        Hint = "hint",
        /// 需核实: probable, or legitimate only with an explanation.
        Warning = "warning",
        /// 不通过: certain; the report contradicts itself or breaks a rule with a citable basis.
        Error = "error",
    }

    /// How sure it is that what a finding says is so; what it costs is its severity.
    Certainty {
        /// 请核对: it may well be right.
        Check = "check",
        /// 很可能: probable.
        Likely = "likely",
        /// 确定: it is so.
        Certain = "certain",
    }

    /// What a user makes of a rule; never more than it is declared with.
    Level {
        /// It is not told.
        Off = "off",
        /// Its findings are hints.
        Hint = "hint",
        /// Its findings are warnings at most.
        Warning = "warning",
    }

    /// What a rule said of a report.
    OutcomeKind {
        /// It was checked and holds.
        Passed = "passed",
        /// It does not hold.
        Failed = "failed",
        /// It could not be checked, because something could not be read.
        NotJudged = "not_judged",
        /// It does not apply to this report.
        NotApplicable = "not_applicable",
    }

    /// How much of an input is an annual report that could be checked. Only [`Recognition::Whole`] may be called free of
    /// findings.
    Recognition {
        /// Nothing of the form is in it: neither title, sections nor tables.
        Foreign = "foreign",
        /// Title or sections of a report, but not one table could be read.
        Unrecognized = "unrecognized",
        /// A table was not found or not read, or a rule could not be judged.
        Partial = "partial",
        /// All three tables were read and every rule was judged or does not apply.
        Whole = "whole",
    }

    /// What a place is to its finding.
    Role {
        /// Where to look first.
        Primary = "primary",
        /// What it is compared with.
        Context = "context",
    }

    /// What comparing a number in prose with the tables gave.
    ClaimVerdict {
        /// It fits a reading.
        Agrees = "agrees",
        /// It fits none.
        Differs = "differs",
        /// It was deliberately left alone.
        NotCompared = "not_compared",
    }

    /// What a value cell holds.
    CellStateKind {
        /// A number.
        Number = "number",
        /// Nothing.
        Blank = "blank",
        /// A mark for nothing, such as `/` or 无.
        Mark = "mark",
        /// Something that is no number.
        Text = "text",
        /// The row or column is not there.
        Missing = "missing",
        /// It is there, but what it holds cannot be told.
        Unreadable = "unreadable",
    }

    /// How a term joins those before it.
    Sign {
        /// Added.
        Plus = "plus",
        /// Taken away.
        Minus = "minus",
    }

    /// How reports that are compared belong together.
    Relation {
        /// Two years of one body.
        Years = "years",
        /// Units and the report that sums them up.
        Sum = "sum",
    }

    /// What a report is to a sum of units, where the user says so.
    SumRole {
        /// It is the sum of the others of its year.
        Sum = "sum",
        /// It belongs to no sum.
        Out = "out",
    }
}

impl Severity {
    /// What the clerk reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "不通过",
            Self::Warning => "需核实",
            Self::Hint => "提示",
        }
    }
}

impl Default for Recognition {
    /// Until something was read, nothing is.
    fn default() -> Self {
        Self::Foreign
    }
}

impl Recognition {
    /// What the clerk reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Foreign => "不是年度报告",
            Self::Unrecognized => "未识别",
            Self::Partial => "部分核对",
            Self::Whole => "全部核对",
        }
    }

    /// Whether at least one table was read.
    pub fn is_checked(self) -> bool {
        self >= Self::Partial
    }
}

impl Certainty {
    /// What the clerk reads.
    pub fn word(self) -> &'static str {
        match self {
            Self::Certain => "确定",
            Self::Likely => "很可能",
            Self::Check => "请核对",
        }
    }

    /// How sure findings of a severity are, where nothing else is known.
    pub fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Certain,
            Severity::Warning => Self::Likely,
            Severity::Hint => Self::Check,
        }
    }
}

impl Level {
    /// The highest severity that it leaves; `None` where nothing is told.
    pub fn most(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Hint => Some(Severity::Hint),
            Self::Warning => Some(Severity::Warning),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back() {
        fn leads_back<T: Copy + PartialEq + std::fmt::Debug>(
            all: &[T],
            id: fn(T) -> &'static str,
            parse: fn(&str) -> Option<T>,
        ) {
            for one in all {
                assert_eq!(parse(id(*one)), Some(*one));
            }
        }
        leads_back(&Severity::ALL, Severity::id, Severity::parse);
        leads_back(&Certainty::ALL, Certainty::id, Certainty::parse);
        leads_back(&OutcomeKind::ALL, OutcomeKind::id, OutcomeKind::parse);
        leads_back(&ErrorKind::ALL, ErrorKind::id, ErrorKind::parse);
        leads_back(&SumFile::ALL, SumFile::id, SumFile::parse);
        leads_back(&ListFile::ALL, ListFile::id, ListFile::parse);
        leads_back(&NameMatch::ALL, NameMatch::id, NameMatch::parse);
        leads_back(&SumCause::ALL, SumCause::id, SumCause::parse);
        leads_back(&Uncounted::ALL, Uncounted::id, Uncounted::parse);
        leads_back(&Deliverable::ALL, Deliverable::id, Deliverable::parse);
        leads_back(&Edition::ALL, Edition::id, Edition::parse);
        assert_eq!(Severity::parse("fatal"), None);
    }

    #[test]
    fn a_level_never_raises() {
        assert_eq!(Level::ALL.iter().filter_map(|level| level.most()).max(), Some(Severity::Warning));
    }
}
