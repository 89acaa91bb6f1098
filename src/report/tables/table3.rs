//! Table 3 from its stretch of the stream.

use super::rows::{Row, Rows, Stray};
use super::token::{Source, Token};
use super::{CellReading, CellState, TableReading, TableState, align, header, label, rows, shift};
use crate::document::Document;
use crate::report::form::{CellId, Column3, Edition, Part, Row3, TableKind};

const WIDTH: usize = Column3::ALL.len();
/// So many rows that cannot be told for certain make the whole table unreadable.
const MAX_DOUBTFUL_ROWS: usize = 3;

/// Reads table 3. `year` decides the edition where its rows do not.
pub(super) fn lift(document: &Document, tokens: &[Token], year: Option<u16>) -> TableReading {
    let begun = |rows: &[Row<Row3>]| rows.iter().any(|row| row.label.part() != Part::In);
    let matcher = |run: &str, rows: &[Row<Row3>]| Some((label::row3(run, begun(rows))?, WIDTH));
    let text: String = tokens.iter().map(|token| token.key.as_str()).collect();
    let Rows { rows, strays } = place_strays(rows::rows(document, tokens, &matcher), &text);
    let whole = Row3::of(edition_named(&text)).eq(rows.iter().map(|row| row.label))
        && rows.iter().all(|row| row.values.len() >= WIDTH);
    let has_rows = tokens.iter().any(|token| token.is_value() && token.source.has_rows());
    let before = if whole || has_rows { None } else { values_before(document, tokens, &text) };
    let (rows, strays) = before.map_or((rows, strays), |rows| (rows, Vec::new()));
    let mut table = TableReading::absent(TableKind::Table3);
    if rows.is_empty() {
        if Row3::ALL.iter().filter(|row| row.is_named_in(&text)).count() > 3 {
            table.state = TableState::Unreadable(
                "表三的行标签在，但各行的数字没有读到，可能是图片或复制时丢失。".into(),
            );
        }
        return table;
    }
    let edition = edition(&rows, year);
    table.edition = Some(edition);
    let rows: Vec<Row<Row3>> = rows.into_iter().filter(|row| row.label.is_in(edition)).collect();
    let head_end = rows.first().and_then(|row| row.values.first()).map(|first| first.span);
    let head: Vec<Token> = tokens.iter().take_while(|token| Some(token.span) != head_end).cloned().collect();
    let order = match header::columns3(&head) {
        Ok(order) => order,
        Err(why) => {
            table.state = TableState::Unreadable(why);
            Column3::ALL.to_vec()
        }
    };
    let doubtful = fill(document, &mut table, &rows, &order, edition, &text);
    if table.state == TableState::Absent {
        let gridded = rows.iter().flat_map(|row| &row.values).all(|token| token.source == Source::Grid);
        table.state = if shift::is_shifted(&table, edition, gridded) {
            TableState::Unreadable("表三各行的数字像是错开了一列，不能确定各数属于哪一列。".into())
        } else {
            judge(&table, &rows, &strays, &doubtful)
        };
    }
    table
}

/// Fills the cells and gives the rows whose values cannot be told for certain.
fn fill(
    document: &Document,
    table: &mut TableReading,
    rows: &[Row<Row3>],
    order: &[Column3],
    edition: Edition,
    text: &str,
) -> Vec<Row3> {
    let aligned = align::align(rows, WIDTH);
    let mut doubtful = Vec::new();
    for row in Row3::of(edition) {
        let index = rows.iter().position(|found| found.label == row);
        let values = index.and_then(|index| aligned.get(index)).and_then(Option::as_ref);
        let there = index.is_some() || row.is_named_in(text);
        if there && values.is_none() {
            doubtful.push(row);
        }
        for (position, &column) in order.iter().enumerate() {
            let reading = match values.and_then(|values| values.get(position)) {
                Some(token) => CellReading::of(document, token),
                None => {
                    CellReading::without_place(if there { CellState::Unreadable } else { CellState::Missing })
                }
            };
            table.cells.insert(CellId::T3(row, column), reading);
        }
    }
    doubtful
}

fn judge(table: &TableReading, rows: &[Row<Row3>], strays: &[Stray], doubtful: &[Row3]) -> TableState {
    let mut seen = Vec::new();
    for row in rows {
        if seen.contains(&row.label) {
            return TableState::Unreadable(format!(
                "表三的「{}」一行出现了不止一次，不能确定以哪一行为准。",
                row.label.label()
            ));
        }
        seen.push(row.label);
    }
    let loose = |source: Source| matches!(source, Source::Line | Source::LineEnd);
    let without_separators = rows.iter().flat_map(|row| &row.values).any(|token| loose(token.source));
    let names: Vec<&str> = doubtful.iter().map(|row| row.label()).collect();
    if !doubtful.is_empty() && (without_separators || doubtful.len() >= MAX_DOUBTFUL_ROWS) {
        let shown = names.iter().take(3).copied().collect::<Vec<_>>().join("」「");
        let more = if names.len() > 3 { format!("等 {} 行", names.len()) } else { String::new() };
        return TableState::Unreadable(format!(
            "表三的「{shown}」{more}不是 7 个数，不能确定各数属于哪一列。"
        ));
    }
    // One cell a line with a pipe behind it: cells are certain, but which row they belong to only labels tell.
    let piped = rows.iter().flat_map(|row| &row.values).any(|token| token.source == Source::Piped);
    let of = |row: &Row3| rows.iter().find(|found| found.label == *row);
    let without_values = |row: &&Row3| of(row).is_none_or(|row| row.values.len() < WIDTH);
    if piped && let Some(row) = doubtful.iter().find(without_values) {
        return TableState::Unreadable(format!(
            "表三的「{}」没有读到数字，不能确定各数属于哪一行。",
            row.label()
        ));
    }
    if (without_separators || piped) && !strays.is_empty() {
        return TableState::Unreadable("表三中有数字不能确定属于哪一行。".into());
    }
    // In a real table, a row of numbers beside the label of the row above: a line between two rows was not seen.
    let beside = |stray: &Stray| stray.after > 0 && stray.values.len() >= WIDTH;
    if strays.iter().any(beside) {
        return TableState::Unreadable("表三中有一行数字没有行标签，不能确定属于哪一行。".into());
    }
    let read = table.cells.values().filter(|cell| !matches!(cell.state, CellState::Missing)).count();
    if read < table.cells.len() / 2 {
        return TableState::Unreadable("表三缺少一半以上的行，可能没有复制完整。".into());
    }
    TableState::Read
}

/// The edition that fewest of the rows speak against; where none does, that of the year, else the newest.
fn edition(rows: &[Row<Row3>], year: Option<u16>) -> Edition {
    let against = |edition: Edition| rows.iter().filter(|row| !row.label.is_in(edition)).count();
    let due = year.and_then(Edition::for_year).unwrap_or(Edition::NEWEST);
    if against(due) == 0 {
        return due;
    }
    Edition::ALL.into_iter().rev().min_by_key(|edition| against(*edition)).unwrap_or(due)
}

/// The oldest edition that has every row which the text names.
fn edition_named(text: &str) -> Edition {
    let named = |row: &Row3| row.is_named_in(text);
    let whole = |edition: &Edition| Row3::ALL.into_iter().filter(named).all(|row| row.is_in(*edition));
    Edition::ALL.into_iter().find(whole).unwrap_or(Edition::NEWEST)
}

/// Gives values whose label was broken by a line end their row: the row whose words are in the text before them, or, if
/// exactly as many rows of the form are still to come between the neighbours as there are values, those in order.
fn place_strays(found: Rows<Row3>, text: &str) -> Rows<Row3> {
    if found.strays.is_empty() {
        return found;
    }
    let order: Vec<Row3> = Row3::of(edition_named(text)).collect();
    let position = |row: Row3| order.iter().position(|known| *known == row);
    let taken: Vec<Row3> = found.rows.iter().map(|row| row.label).collect();
    let mut placed: Vec<(usize, Row<Row3>)> = Vec::new();
    let mut left = Vec::new();
    let mut gaps: Vec<(usize, Vec<Stray>)> = Vec::new();
    for stray in found.strays {
        match gaps.last_mut() {
            Some((after, group)) if *after == stray.after => group.push(stray),
            _ => gaps.push((stray.after, vec![stray])),
        }
    }
    for (after, group) in gaps {
        let noise = |stray: &Stray| stray.values.len() < WIDTH && (is_page_number(stray) || is_letter(stray));
        let group: Vec<Stray> = group.into_iter().filter(|stray| !noise(stray)).collect();
        let from = after
            .checked_sub(1)
            .map_or(Some(0), |i| found.rows.get(i).and_then(|r| position(r.label)).map(|p| p + 1));
        let to = found.rows.get(after).map_or(Some(order.len()), |row| position(row.label));
        let between = from.zip(to).and_then(|(from, to)| order.get(from..to)).unwrap_or_default();
        let free: Vec<Row3> = between.iter().copied().filter(|row| !taken.contains(row)).collect();
        let gridded = group.iter().flat_map(|stray| &stray.values).any(|value| value.source == Source::Grid);
        if !gridded && free.len() == group.len() && group.iter().all(|stray| stray.values.len() == WIDTH) {
            for (label, stray) in free.into_iter().zip(group) {
                placed.push((after, Row { label, values: stray.values, lead: 0 }));
            }
        } else {
            left.extend(group);
        }
    }
    let mut rows = Vec::new();
    let mut placed = placed.into_iter().peekable();
    for (index, row) in found.rows.into_iter().enumerate() {
        while let Some((_, early)) = placed.next_if(|(after, _)| *after <= index) {
            rows.push(early);
        }
        rows.push(row);
    }
    rows.extend(placed.map(|(_, row)| row));
    Rows { rows, strays: left }
}

/// The rows where all values stand before their labels: `pdftotext` gives a label behind its values if it is centred beside
/// them. Labels and values each keep their order; headings of groups and columns that stand among them are passed over. Only
/// a whole table is taken: no row may be missing, and none may be left without values.
fn values_before(document: &Document, tokens: &[Token], text: &str) -> Option<Vec<Row<Row3>>> {
    let edition = edition_named(text);
    let is_heading = |key: &str| Column3::ALL.iter().any(|column| column.label() == key);
    let is_row = |key: &str| !is_heading(key) && label::row3(key, true).is_some_and(|row| row.is_in(edition));
    let labels: Vec<Token> = tokens
        .iter()
        .filter(|token| token.is_value() || is_row(&token.key) || !label::is_label(&token.key))
        .map(|token| Token { starts_row: false, ..token.clone() })
        .collect();
    let mut stretches: Vec<&[Token]> = labels.chunk_by(|a, b| a.is_value() == b.is_value()).collect();
    stretches.reverse();
    let matcher = |run: &str, _: &[Row<Row3>]| Some((label::row3(run, true)?, WIDTH));
    let found = rows::rows(document, &stretches.concat(), &matcher);
    let mut rows = place_strays(found, text).rows;
    rows.reverse();
    let whole = Row3::of(edition).eq(rows.iter().map(|row| row.label));
    (whole && align::align(&rows, WIDTH).iter().all(Option::is_some)).then_some(rows)
}

/// A lone number between rows of seven is the number of a page.
fn is_page_number(stray: &Stray) -> bool {
    stray.values.len() <= 3 && stray.run.is_empty()
}

/// A lone 无 on its line is a letter of 无法提供 written downwards.
fn is_letter(stray: &Stray) -> bool {
    matches!(stray.values.as_slice(), [mark] if mark.state == CellState::Mark && mark.source == Source::Line)
}
