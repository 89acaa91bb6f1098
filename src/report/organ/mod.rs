//! Whose report it is: its kind and level, the region it belongs to or speaks for, and the words it has for itself.
//!
//! Everything is told from the name. One answer serves the title, the numbers in prose, other bodies' names, two years of
//! one body and the units of a sum.

mod kind;
mod region;
mod words;

pub use kind::{Kind, Level};
pub use region::Place;
pub use words::Tie;

use crate::text::compact;

/// A body that reports, as far as its name tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organ {
    name: String,
    kind: Kind,
    level: Level,
}

impl Organ {
    /// The body with this name; blanks in it do not count. An empty name is a body of which nothing is known.
    pub fn of(name: &str) -> Self {
        let name = compact(name);
        let (kind, level) = kind::of(&name);
        Self { name, kind, level }
    }

    /// Its name, folded; empty if it is not known.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of body it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How high it stands.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Whether its name tells what it is.
    pub fn is_known(&self) -> bool {
        self.kind != Kind::Unknown
    }

    /// Whether it is a single unit, whose report counts no other body: a bureau, a government's office.
    pub fn is_single(&self) -> bool {
        matches!(self.kind, Kind::Department | Kind::Office)
    }

    /// Whether it may make 规章, as far as its name tells: the State Council's departments, provinces, cities with districts.
    pub fn may_make_rules(&self) -> bool {
        match (self.kind, self.level) {
            (Kind::Unknown, _) | (_, Level::Unsaid) => true,
            (Kind::Government | Kind::Office, level) => matches!(level, Level::Province | Level::City),
            _ => false,
        }
    }

    /// Whether it is an agency that a government has set up for a zone or a street, not a government of its own.
    pub fn is_agency(&self) -> bool {
        let ends = ["管委会", "管理委员会", "街道", "街道办", "街道办事处"];
        ends.iter().any(|end| self.name.ends_with(end))
    }
}
