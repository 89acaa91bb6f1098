//! What the words of a cell say of it: prose, a heading, a label.

use crate::text::{Mark, leading, shows};

/// Characters from which on the text of a lone cell with a full stop is prose.
const PROSE: usize = 40;

/// Whether the name of a sheet is more than "Sheet1" or "表二".
pub(super) fn says_something(name: &str) -> bool {
    name.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() >= 4 && !name.starts_with("工作表")
}

/// The lines of a text that show something.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).filter(|line| shows(line))
}

/// Long text with a full stop in it.
pub(super) fn is_prose(text: &str) -> bool {
    text.contains('。') && text.chars().count() > PROSE
}

/// A heading of a section: it begins with an ordinal.
pub(super) fn is_heading(text: &str) -> bool {
    leading(text.chars()).is_some_and(|found| found.mark == Mark::Pause)
}

/// Text that may be the label of a row, and is no remark below the table.
pub(super) fn is_label(text: &str) -> bool {
    text.chars().count() <= PROSE && !text.contains(['。', '：', ':']) && !text.trim_start().starts_with('注')
}
