//! The prescribed form as data: its sections, and each table with its rows, columns, labels, editions and identities.
//!
//! This is the one place that knows the form. Reading, rules, the drawn tables and exports take from here what they
//! need; a row more in an edition is a line more in its table.

#[macro_use]
mod declare;
mod cell;
mod identity;
mod printed;
mod section;
mod table2;
mod table3;
mod table4;

pub use crate::vocabulary::{Edition, TableKind};
pub use cell::CellId;
pub use identity::Identity;
pub use printed::{Content, Printed, printed};
pub use section::SectionKind;
pub use table2::{Column2, Quantity, Row2};
pub use table3::{Column3, Group3, Part, Row3};
pub use table4::{Block4, Outcome4};

pub(in crate::report) use table2::{ARTICLE, CONTENT};
pub(in crate::report) use table3::{APPLICANTS, NOTE, ORGANISATIONS, RESULTS};
pub(in crate::report) use table4::LITIGATION;

/// Words of the form, with their keys: what is left without punctuation, by which labels are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The words exactly as printed, number included.
    pub whole: &'static str,
    /// The words as printed, without their number.
    pub plain: &'static str,
    /// The key of the number in front, empty if there is none.
    pub number: &'static str,
    /// The key of the words.
    pub words: &'static str,
}

impl TableKind {
    /// The section it stands in.
    pub fn section(self) -> SectionKind {
        let holds = |section: &SectionKind| section.table() == Some(self);
        SectionKind::ALL.into_iter().find(holds).unwrap_or(SectionKind::Disclosure)
    }

    /// The title of its section, which is also its heading.
    pub fn title(self) -> &'static str {
        self.section().title()
    }
}

/// Editions that follow each other, such as those that have a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Editions {
    from: Edition,
    to: Edition,
}

impl Editions {
    /// Every edition.
    pub const ALL: Self = Self::since(Edition::F2019);

    const fn since(from: Edition) -> Self {
        Self { from, to: Edition::NEWEST }
    }

    const fn until(to: Edition) -> Self {
        Self { from: Edition::F2019, to }
    }

    /// From the first edition that has something to the last.
    fn spanning(has: impl Fn(Edition) -> bool) -> Self {
        let mut having = Edition::ALL.into_iter().filter(|edition| has(*edition));
        let from = having.next().unwrap_or(Edition::NEWEST);
        Self { from, to: having.last().unwrap_or(from) }
    }

    /// Whether an edition is one of them.
    pub fn contain(self, edition: Edition) -> bool {
        (self.from..=self.to).contains(&edition)
    }
}

/// The total of a list of columns stands last.
const fn but_last<T>(list: &[T]) -> &[T] {
    match list.split_last() {
        Some((_, rest)) => rest,
        None => list,
    }
}

const fn but_first<T>(list: &[T]) -> &[T] {
    match list.split_first() {
        Some((_, rest)) => rest,
        None => list,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_year_has_its_edition() {
        assert_eq!(Edition::for_year(2018), None);
        assert_eq!(Edition::for_year(2020), Some(Edition::F2019));
        assert_eq!(Edition::for_year(2031), Some(Edition::F2021));
    }

    #[test]
    fn sections_and_tables_know_each_other() {
        for (kind, number) in SectionKind::ALL.into_iter().zip(1..) {
            assert_eq!((kind.number(), SectionKind::numbered(number)), (number, Some(kind)));
            assert!(kind.may_be_called(kind.title()) && kind.is_listed_in(kind.title()), "{kind:?}");
        }
        for table in TableKind::ALL {
            assert_eq!(table.section().table(), Some(table));
        }
        assert_eq!((SectionKind::Disputes.numeral(), SectionKind::numbered(7)), ("四", None));
    }
}
