//! Where in the stream each table stands.

use super::token::Token;
use crate::document::LineId;
use crate::report::form::TableKind;
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

/// Finds the window of a table: from its first heading to the next table or the next section. Without one, the section
/// it belongs to, so that a table whose headings were torn apart can still be found by its rows.
pub(super) fn find(
    tokens: &[Token],
    headings: &BTreeSet<LineId>,
    section: Option<Range<u32>>,
    kind: TableKind,
) -> Option<Window> {
    let anchored: Vec<Option<TableKind>> = tokens.iter().map(anchor).collect();
    let is_heading = |token: &Token| headings.contains(&token.span.line);
    let first = anchored.iter().position(|found| *found == Some(kind));
    let start = first.or_else(|| {
        let lines = section?;
        tokens.iter().position(|token| lines.contains(&token.span.line.0) && !is_heading(token))
    })?;
    let stops = |index: usize, token: &Token| {
        let other = anchored.get(index).copied().flatten().is_some_and(|found| found != kind);
        (is_heading(token) && token.columns.is_none()) || other
    };
    let end = tokens.iter().enumerate().skip(start + 1).find(|(index, token)| stops(*index, token));
    let end = end.map_or(tokens.len(), |(index, _)| index);
    let again = |token: &Token| distinctive(&token.key) == Some(kind);
    let repeated = first.is_some() && tokens.iter().skip(end).any(again);
    Some(Window { tokens: start..end, repeated })
}

/// The table whose heading a cell is.
fn anchor(token: &Token) -> Option<TableKind> {
    let key = token.key.as_str();
    let short = key.chars().count() <= 12;
    if (short && key.starts_with("第二十条第")) || key == "信息内容" {
        return Some(TableKind::Table2);
    }
    if (key.contains("勾稽关系") && key.starts_with("本列数据")) || key == "申请人情况" {
        return Some(TableKind::Table3);
    }
    if short && ["行政复议", "行政复议行政诉讼"].contains(&key) {
        return Some(TableKind::Table4);
    }
    distinctive(key)
}

/// The table of which a key is a heading that stands there only once.
fn distinctive(key: &str) -> Option<TableKind> {
    let length = key.chars().count();
    if length <= 24
        && (key.starts_with("一本年新收政府信息公开申请") || key.starts_with("本年新收政府信息公开申请"))
    {
        return Some(TableKind::Table3);
    }
    match key {
        "本年制发件数" | "本年新制作数量" => Some(TableKind::Table2),
        "未经复议直接起诉" => Some(TableKind::Table4),
        _ => None,
    }
}
