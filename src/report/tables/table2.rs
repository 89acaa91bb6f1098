//! Table 2 from its stretch of the stream, in either edition.

use super::rows::Row;
use super::token::{Source, Token};
use super::{CellReading, CellState, TableReading, TableState, align, header, label, rows};
use crate::document::{Document, Span};
use crate::report::form::{CellId, Column2, Edition, Editions, Row2, TableKind};

/// Reads table 2. `year` decides the edition where its headings do not.
pub(super) fn lift(document: &Document, tokens: &[Token], year: Option<u16>) -> TableReading {
    let mut table = TableReading::absent(TableKind::Table2);
    table.signs = signs(tokens);
    let edition = edition(&table.signs, year);
    let matcher = |run: &str, _: &[Row<Row2>]| label::row2(run).map(|row| (row, width(row, edition)));
    let found = rows::rows(document, tokens, &matcher);
    if found.rows.is_empty() {
        if table.signs.len() > 1 {
            table.edition = Some(edition);
            table.state =
                TableState::Unreadable("表二的标题在，但各行的数字没有读到，可能是图片或复制时丢失。".into());
        }
        return table;
    }
    table.edition = Some(edition);
    let doubtful = fill(document, &mut table, tokens, &found.rows, edition);
    table.state = judge(&found.rows, &doubtful);
    table
}

/// The edition that most signs speak for; of several, that of the year, else the newest.
fn edition(signs: &[(Editions, Span)], year: Option<u16>) -> Edition {
    let count = |edition: Edition| signs.iter().filter(|(editions, _)| editions.contain(edition)).count();
    let due = year.and_then(Edition::for_year).unwrap_or(Edition::NEWEST);
    let best = Edition::ALL.into_iter().max_by_key(|&edition| (count(edition), edition == due, edition));
    best.unwrap_or(due)
}

/// How many values a row has. One that the edition does not have is still told from its neighbours.
fn width(row: Row2, edition: Edition) -> usize {
    row.columns(edition).len().max(1)
}

fn fill(
    document: &Document,
    table: &mut TableReading,
    tokens: &[Token],
    rows: &[Row<Row2>],
    edition: Edition,
) -> Vec<Row2> {
    for cell in CellId::of_table(TableKind::Table2, edition) {
        table.cells.insert(cell, CellReading::without_place(CellState::Missing));
    }
    let mut doubtful = Vec::new();
    for row in rows {
        let width = width(row.label, edition);
        let values = align::align(std::slice::from_ref(row), width).into_iter().next().flatten();
        if values.is_none() {
            doubtful.push(row.label);
        }
        let columns: Vec<Column2> = header::columns2(tokens, row.label.columns(edition));
        for (index, column) in columns.into_iter().enumerate() {
            let token = values.as_ref().and_then(|values| values.get(index));
            let reading = token.map_or_else(
                || CellReading::without_place(CellState::Unreadable),
                |token| CellReading::of(document, token),
            );
            table.cells.insert(CellId::T2(row.label, column), reading);
        }
    }
    doubtful
}

fn judge(rows: &[Row<Row2>], doubtful: &[Row2]) -> TableState {
    let twice = rows
        .iter()
        .enumerate()
        .find(|(index, row)| rows.iter().take(*index).any(|seen| seen.label == row.label));
    if twice.is_some() {
        return TableState::Unreadable("表二中同一行出现了不止一次，不能确定以哪一行为准。".into());
    }
    let loose = |token: &Token| matches!(token.source, Source::Line | Source::LineEnd);
    let without_separators = rows.iter().flat_map(|row| &row.values).any(loose);
    if !doubtful.is_empty() && (without_separators || doubtful.len() > 2) {
        return TableState::Unreadable("表二有几行的数字个数与规定格式不同，不能确定各数属于哪一列。".into());
    }
    TableState::Read
}

/// The headings and labels that not every edition has, with their places. One torn over several cells gives no sign.
fn signs(tokens: &[Token]) -> Vec<(Editions, Span)> {
    let columns = Column2::ALL.into_iter().filter(|column| column.is_telling());
    let columns = columns.map(|column| (column.editions(), column.words().words));
    let rows = Row2::ALL.into_iter().map(|row| (row.editions(), row.words().words));
    let telling: Vec<(Editions, &str)> =
        columns.chain(rows).filter(|(editions, _)| *editions != Editions::ALL).collect();
    let found = tokens.iter().flat_map(|token| {
        telling
            .iter()
            .filter(move |(_, words)| token.key.contains(words))
            .map(|(editions, _)| (*editions, token.span))
    });
    found.collect()
}
