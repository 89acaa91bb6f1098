//! What the program shows of itself when it is asked to.

use super::State;

/// How far the program's check of itself is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Proof {
    /// Nobody asked.
    #[default]
    NotAsked,
    /// It is under way.
    Running,
    /// What it came to.
    Done(Vec<Shown>),
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Whether it is as it has to be.
    pub(crate) holds: bool,
    /// What was looked at, and what was seen. No word of any report of the clerk's.
    pub(crate) says: String,
}

impl Proof {
    /// Whether everything is as it has to be, once that is known.
    pub(crate) fn verdict(&self) -> Option<bool> {
        match self {
            Self::Done(shown) => Some(shown.iter().all(|one| one.holds)),
            Self::NotAsked | Self::Running => None,
        }
    }
}

impl State {
    /// Takes in how far the check of the program itself is. An answer that nobody waits for any more is none.
    pub(super) fn prove(&mut self, proof: Proof) {
        if matches!(proof, Proof::Done(_)) && self.proof != Proof::Running {
            return;
        }
        self.proof = proof;
        if let Some(verdict) = self.proof.verdict() {
            self.say(crate::words::verify::verdict(verdict).into());
        }
    }
}
