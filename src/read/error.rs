pub use crate::vocabulary::ErrorKind;
use std::fmt;

/// Why something could not be read, and what the clerk can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadError {
    /// The kind, stable for programs.
    pub kind: ErrorKind,
    /// The number that the sentence names in place of `{}`; 0 where it names none.
    pub count: u32,
}

impl ReadError {
    /// An error of the given kind.
    pub fn new(kind: ErrorKind) -> Self {
        Self { kind, count: 0 }
    }

    /// An error of a kind whose sentence names a number.
    pub fn counted(kind: ErrorKind, count: u32) -> Self {
        Self { kind, count }
    }

    /// The kind's stable name.
    pub fn id(&self) -> &'static str {
        self.kind.id()
    }

    /// The cause, as a sentence for the clerk.
    pub fn message(&self) -> String {
        self.kind.cause().replace("{}", &self.count.to_string())
    }

    /// The next step, as a sentence for the clerk.
    pub fn hint(&self) -> String {
        self.kind.step().into()
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.message(), self.kind.step())
    }
}

impl std::error::Error for ReadError {}
