use super::Finding;
use crate::vocabulary::OutcomeKind;

/// What a rule says of a report. Silence is never "fine": each rule says one of these.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It was checked and holds.
    Passed,
    /// It does not hold. Findings may be empty when the same cause is already told by another rule.
    Failed(Vec<Finding>),
    /// It could not be checked; the sentence says what could not be read.
    NotJudged(String),
    /// It does not apply to this report; the sentence says why.
    NotApplicable(String),
}

impl Outcome {
    /// Which of the four it is.
    pub fn kind(&self) -> OutcomeKind {
        match self {
            Self::Passed => OutcomeKind::Passed,
            Self::Failed(_) => OutcomeKind::Failed,
            Self::NotJudged(_) => OutcomeKind::NotJudged,
            Self::NotApplicable(_) => OutcomeKind::NotApplicable,
        }
    }

    /// [`Outcome::Failed`] with the findings, or [`Outcome::Passed`] if there are none.
    pub fn of(findings: Vec<Finding>) -> Self {
        if findings.is_empty() { Self::Passed } else { Self::Failed(findings) }
    }
}

/// What a check gives back: its findings, none where all is well; or, by `?`, the outcome that leaves nothing to check.
pub type Judgement = Result<Vec<Finding>, Outcome>;

impl Finding {
    /// What a check gives back that has this alone to say.
    #[expect(clippy::unnecessary_wraps, reason = "it is what every check gives back")]
    pub(super) fn only(self) -> Judgement {
        Ok(vec![self])
    }
}

impl From<Judgement> for Outcome {
    fn from(judgement: Judgement) -> Self {
        judgement.map_or_else(|settled| settled, Self::of)
    }
}

/// The outcome that something could not be read, which the sentence says.
pub(super) fn not_judged(why: impl Into<String>) -> Outcome {
    Outcome::NotJudged(why.into())
}

/// The outcome that a rule has nothing to say of this report; the sentence says why.
pub(super) fn not_applicable(why: impl Into<String>) -> Outcome {
    Outcome::NotApplicable(why.into())
}

/// Leaves a check by `?` where something it needs is not there.
pub(super) trait Needed<T> {
    /// It could not be read.
    fn or_not_judged(self, why: &str) -> Result<T, Outcome>;
    /// The report has none, so that the rule does not apply.
    fn or_not_applicable(self, why: &str) -> Result<T, Outcome>;
}

impl<T> Needed<T> for Option<T> {
    fn or_not_judged(self, why: &str) -> Result<T, Outcome> {
        self.ok_or_else(|| not_judged(why))
    }

    fn or_not_applicable(self, why: &str) -> Result<T, Outcome> {
        self.ok_or_else(|| not_applicable(why))
    }
}
