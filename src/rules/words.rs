//! What the sentences of findings share: quotations, counts, places.

use crate::report::form::{CellId, TableKind};
use crate::report::{CellState, Tables};
use crate::text::Decimal;

/// The longest title of a finding, in characters.
pub(super) const LONGEST_TITLE: usize = 60;
/// The longest of its other sentences.
pub(super) const LONGEST_SENTENCE: usize = 120;
/// The longest quotation.
const LONGEST: usize = 24;

/// Whether a text has no more characters than that.
pub(super) fn fits(text: &str, most: usize) -> bool {
    text.chars().count() <= most
}

/// A piece of the report in quotation marks: its middle left out where it is long, quotation marks in it lowered. A number is left
/// out whole or not at all.
pub(super) fn quote(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().map(lowered).collect();
    let is_inside = |at: usize| {
        let digit = |at: usize| chars.get(at).is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        at > 0 && digit(at) && digit(at - 1)
    };
    if chars.len() <= LONGEST {
        return format!("“{}”", chars.iter().collect::<String>());
    }
    let (mut head, mut tail) = (LONGEST / 2, chars.len() - (LONGEST / 2 - 1));
    while is_inside(head) {
        head -= 1;
    }
    while is_inside(tail) {
        tail += 1;
    }
    let part = |of: &mut dyn Iterator<Item = &char>| of.collect::<String>();
    format!("“{}…{}”", part(&mut chars.iter().take(head)), part(&mut chars.iter().skip(tail)))
}

/// Quotation marks inside of a quotation are single ones.
fn lowered(c: char) -> char {
    match c {
        '“' => '‘',
        '”' => '’',
        c if c.is_control() => ' ',
        c => c,
    }
}

/// （3 处） behind what is met more than once.
pub(super) fn times(count: usize) -> String {
    if count > 1 { format!("（{count} 处）") } else { String::new() }
}

/// What a cell holds, behind its name: ` 9`, `空白`, `填“/”`.
pub(super) fn now(tables: &Tables, cell: CellId, value: Decimal) -> String {
    match tables.cell(cell) {
        Some(reading) if reading.state == CellState::Blank => "空白".to_owned(),
        Some(reading) if reading.state == CellState::Mark => format!("填“{}”", reading.text.trim()),
        _ => format!(" {value}"),
    }
}

/// Where cells stand, in words: one by its name, else 表三「予以公开」行 or 表三自然人列 where they have that in common.
pub(super) fn whereabouts(cells: &[CellId]) -> String {
    let Some((&first, others)) = cells.split_first() else { return String::new() };
    let table = first.table().name();
    if others.is_empty() {
        return format!("{table}{}", first.name());
    }
    if others.iter().any(|other| other.table() != first.table()) {
        let tables = crate::sorted::set(cells.iter().map(|cell| cell.table()));
        return tables.into_iter().map(TableKind::name).collect::<Vec<_>>().join("、");
    }
    if others.iter().all(|other| other.row_id() == first.row_id()) {
        return match first {
            CellId::T3(row, _) => format!("{table}「{}」行", row.name()),
            CellId::T2(..) | CellId::T4(..) => format!("{table}{}", first.row_label()),
        };
    }
    match first {
        CellId::T3(_, column)
            if others.iter().all(|cell| matches!(cell, CellId::T3(_, other) if *other == column)) =>
        {
            format!("{table}{}", column.in_words())
        }
        _ => table.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_short_and_cut_no_number() {
        assert_eq!(quote("收到申请12件"), "“收到申请12件”");
        assert_eq!(quote("以“公开”为常态"), "“以‘公开’为常态”");
        let long = "全年共收到政府信息公开申请1234567890件，其中自然人申请1234567890件";
        assert_eq!(quote(long), "“全年共收到政府信息公开申…1234567890件”");
        for at in 0..30 {
            let text = format!("{}1234{}", "一".repeat(at), "二".repeat(40 - at));
            let quoted = quote(&text);
            assert!(quoted.chars().count() <= LONGEST + 2, "{quoted}");
            assert!(quoted.contains("1234") || !quoted.contains(|c: char| c.is_ascii_digit()), "{quoted}");
        }
    }

    #[test]
    fn cells_are_told_by_what_they_share() {
        let at =
            |ids: &[&str]| whereabouts(&ids.iter().filter_map(|id| CellId::parse(id)).collect::<Vec<_>>());
        assert_eq!(at(&["t3.open.person"]), "表三「予以公开」自然人");
        assert_eq!(at(&["t3.open.person", "t3.open.total"]), "表三「予以公开」行");
        assert_eq!(at(&["t3.open.person", "t3.total.person"]), "表三自然人列");
        assert_eq!(at(&["t3.open.person", "t3.total.total"]), "表三");
        assert_eq!(at(&["t4.review.upheld", "t4.review.total"]), "表四行政复议");
        assert_eq!(at(&["t2.permits", "t3.open.person"]), "表二、表三");
    }
}
