//! Where in the stream each table stands.

use super::token::{Source, Token};
use crate::document::LineId;
use crate::report::form::{
    APPLICANTS, ARTICLE, Block4, CONTENT, Edition, LITIGATION, NOTE, Row2, Row3, TableKind,
};
use std::collections::BTreeSet;
use std::ops::Range;

/// The stretch of the stream that belongs to a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Window {
    /// Indexes into the stream.
    pub(super) tokens: Range<usize>,
    /// Whether a heading of the same table stands again behind it: a second report, or last year's table.
    pub(super) repeated: bool,
}

/// The headings of tables in a stream, each looked at once.
pub(super) struct Anchors {
    /// The table whose heading a token is.
    heads: Vec<Option<TableKind>>,
    /// The table of which it is a heading that stands there only once.
    distinctive: Vec<Option<TableKind>>,
}

impl Anchors {
    pub(super) fn of(tokens: &[Token]) -> Self {
        let of_token = |of: fn(&str) -> Option<TableKind>| {
            // Values and paragraphs have no key, and most of a report is of these.
            let keys = tokens.iter().map(|token| Some(token.key.as_str()).filter(|key| !key.is_empty()));
            keys.map(|key| key.and_then(of)).collect()
        };
        Self { heads: of_token(anchor), distinctive: of_token(distinctive) }
    }
}

/// Finds the window of a table: from its first heading to the next table or the next section. Without one, the section
/// it belongs to, so that a table whose headings were torn apart can still be found by its rows.
pub(super) fn find(
    tokens: &[Token],
    anchors: &Anchors,
    headings: &BTreeSet<LineId>,
    section: Option<Range<u32>>,
    kind: TableKind,
) -> Option<Window> {
    let anchored = &anchors.heads;
    let is_heading = |token: &Token| headings.contains(&token.span.line);
    let first = anchored.iter().position(|found| *found == Some(kind));
    let start = first.or_else(|| {
        let lines = section?;
        tokens.iter().position(|token| lines.contains(&token.span.line.0) && !is_heading(token))
    })?;
    // Where labels stand behind their values, those of the first row come before the first label.
    let loose = |token: &&Token| token.is_value() && token.source > Source::Separated && !is_heading(token);
    let start = start - tokens.get(..start).unwrap_or_default().iter().rev().take_while(loose).count();
    let stops = |index: usize, token: &Token| {
        let other = anchored.get(index).copied().flatten().is_some_and(|found| found != kind);
        (is_heading(token) && token.columns.is_none()) || other
    };
    let end = tokens.iter().enumerate().skip(start + 1).find(|(index, token)| stops(*index, token));
    let end = end.map_or(tokens.len(), |(index, _)| index);
    let repeated = first.is_some() && anchors.distinctive.iter().skip(end).any(|found| *found == Some(kind));
    Some(Window { tokens: start..end, repeated })
}

/// The table whose heading a cell is.
fn anchor(key: &str) -> Option<TableKind> {
    let short = key.chars().count() <= LONGEST_HEADING;
    if (short && key.starts_with(ARTICLE)) || CONTENT.is(key) {
        return Some(TableKind::Table2);
    }
    if (key.contains(NOTE) && key.starts_with("本列数据")) || APPLICANTS.is(key) {
        return Some(TableKind::Table3);
    }
    let review = Block4::Review.words().words;
    if short && key.strip_prefix(review).is_some_and(|rest| rest.is_empty() || LITIGATION.is(rest)) {
        return Some(TableKind::Table4);
    }
    distinctive(key)
}

/// The table of which a key is a heading that stands there only once.
fn distinctive(key: &str) -> Option<TableKind> {
    let first_columns = Edition::ALL.into_iter().filter_map(|edition| Row2::Rules.columns(edition).first());
    if first_columns.into_iter().any(|column| column.words().is(key)) {
        return Some(TableKind::Table2);
    }
    if Block4::Direct.words().is(key) {
        return Some(TableKind::Table4);
    }
    // The first row is the only one whose label is as long as a heading; what follows it may be a note.
    let first = FIRST_ROW.words();
    let words = key.strip_prefix(first.number).unwrap_or(key);
    let begun = words.starts_with(first.words.trim_end_matches("数量"));
    (begun && key.chars().count() <= LONGEST_LABEL).then_some(TableKind::Table3)
}

/// No heading that begins a table is longer, in characters.
const LONGEST_HEADING: usize = 12;
/// The label of the first row of table 3 is no longer, in characters.
const LONGEST_LABEL: usize = 24;
const FIRST_ROW: Row3 = Row3::Received;
