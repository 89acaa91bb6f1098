/// What a difference between a number and the tables would be worth. Grows only stricter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Guard {
    /// It would be a contradiction.
    #[default]
    Certain,
    /// Something legitimate may explain it.
    Doubt(String),
    /// It proves nothing; only agreement is worth telling.
    Soft(String),
    /// Not even agreement is.
    Silent(String),
}

impl Guard {
    fn rank(&self) -> u8 {
        match self {
            Self::Certain => 0,
            Self::Doubt(_) => 1,
            Self::Soft(_) => 2,
            Self::Silent(_) => 3,
        }
    }

    /// Takes the stricter of the two; the earlier reason stays.
    pub(super) fn add(&mut self, other: Self) {
        if other.rank() > self.rank() {
            *self = other;
        }
    }

    /// A difference becomes at most a hint.
    pub(super) fn doubt(&mut self, reason: String) {
        self.add(Self::Doubt(reason));
    }

    /// A difference is not told.
    pub(super) fn soften(&mut self, reason: &str) {
        self.add(Self::Soft(reason.to_owned()));
    }

    /// It is not compared at all.
    pub(super) fn silence(&mut self, reason: &str) {
        self.add(Self::Silent(reason.to_owned()));
    }
}
