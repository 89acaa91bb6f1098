//! Table 2 from its stretch of the stream, in either edition.

use super::rows::{Row, Rows, Stray};
use super::token::{Source, Token};
use super::{CellReading, CellState, TableReading, TableState, align, header, label, rows};
use crate::document::{Document, Span};
use crate::report::form::{CellId, Column2, Edition, Editions, Row2, TableKind};

/// Reads table 2. `year` decides the edition where its headings do not.
pub(super) fn lift(document: &Document, tokens: &[Token], year: Option<u16>) -> TableReading {
    let mut table = TableReading::absent(TableKind::Table2);
    table.signs = signs(tokens);
    let edition = edition(&table.signs, year);
    let found = rows_in_order(document, tokens, edition);
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
    table.state = judge(&found.rows, &found.strays, &doubtful);
    if table.state == TableState::Read {
        table.state = without_values(&found.rows, tokens, edition);
    }
    // What lost cells of one row may have lost the only one of another.
    if !doubtful.is_empty() {
        super::doubt_blanks(document, &mut table);
    }
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

/// The rows, their values behind their labels or, where all of them stand so, before them: `pdftotext` gives a label
/// after its values if it is centred beside them.
fn rows_in_order(document: &Document, tokens: &[Token], edition: Edition) -> Rows<Row2> {
    let matcher = |run: &str, _: &[Row<Row2>]| label::row2(run).map(|row| (row, width(row, edition)));
    let mut found = rows::rows(document, tokens, &matcher);
    if is_complete(&found.rows, edition) {
        // Numbers of pages.
        found.strays.clear();
    } else if !tokens.iter().any(|token| token.is_value() && token.source.has_rows()) {
        let reversed: Vec<Token> =
            tokens.iter().rev().map(|token| Token { starts_row: false, ..token.clone() }).collect();
        let mut before = rows::rows(document, &reversed, &matcher);
        before.rows.reverse();
        before.rows.iter_mut().for_each(|row| row.values.reverse());
        let of_form: Vec<Row2> = Row2::of(edition).collect();
        let in_order = before.rows.iter().map(|row| row.label).eq(of_form);
        let aligned = |row: &Row<Row2>| values_of(document, row, edition).is_some();
        if before.strays.is_empty() && in_order && before.rows.iter().all(aligned) {
            return before;
        }
    }
    found
}

/// Whether every row of the edition is there once, with exactly its values.
fn is_complete(rows: &[Row<Row2>], edition: Edition) -> bool {
    let whole = |row: Row2| {
        let mut found = rows.iter().filter(|found| found.label == row);
        found.next().is_some_and(|found| found.values.len() == width(row, edition)) && found.next().is_none()
    };
    Row2::of(edition).all(whole)
}

/// The values of a row; `None` where it cannot be told which they are.
fn values_of(document: &Document, row: &Row<Row2>, edition: Edition) -> Option<Vec<Token>> {
    let width = width(row.label, edition);
    let widest = Row2::of(edition).map(|row| self::width(row, edition)).max().unwrap_or(1);
    let row = without_repeats(document, row, width, widest);
    align::align(std::slice::from_ref(&row), width).into_iter().next().flatten()
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
        let values =
            values_of(document, row, edition).filter(|values| !is_shifted(row.label, edition, values));
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

fn judge(rows: &[Row<Row2>], strays: &[Stray], doubtful: &[Row2]) -> TableState {
    let twice = rows
        .iter()
        .enumerate()
        .find(|(index, row)| rows.iter().take(*index).any(|seen| seen.label == row.label));
    if twice.is_some() {
        return TableState::Unreadable("表二中同一行出现了不止一次，不能确定以哪一行为准。".into());
    }
    let loose = |token: &Token| matches!(token.source, Source::Piped | Source::Line | Source::LineEnd);
    let without_separators = rows.iter().flat_map(|row| &row.values).any(loose);
    if !doubtful.is_empty() && (without_separators || doubtful.len() > 2) {
        return TableState::Unreadable("表二有几行的数字个数与规定格式不同，不能确定各数属于哪一列。".into());
    }
    // Behind other values stands nothing but the number of a page.
    if without_separators && strays.iter().any(|stray| !stray.run.is_empty()) {
        return TableState::Unreadable("表二中有数字不能确定属于哪一行。".into());
    }
    TableState::Read
}

/// Unreadable where cells are certain but rows are not, and a row that is named has no values: those that stand beside it may
/// be its own.
fn without_values(rows: &[Row<Row2>], tokens: &[Token], edition: Edition) -> TableState {
    let loose = |token: &Token| token.source >= Source::Piped && token.source != Source::Padding;
    let named = |row: &Row2| tokens.iter().any(|token| label::row2(&token.key) == Some(*row));
    let missing = |row: &Row2| named(row) && !rows.iter().any(|found| found.label == *row);
    let row = Row2::of(edition).find(missing).filter(|_| rows.iter().flat_map(|row| &row.values).any(loose));
    row.map_or(TableState::Read, |row| {
        let name = row.words().words;
        TableState::Unreadable(format!("表二的「{name}」没有读到数字，不能确定各数属于哪一行。"))
    })
}

/// Whether a row of documents seems to stand one column off: some were issued or repealed, but none was ever in force. A
/// cell in front was lost, and a separator at the end was taken for a blank one; a real table keeps its cells.
fn is_shifted(row: Row2, edition: Edition, values: &[Token]) -> bool {
    let has_stock =
        Row2::with_stock().any(|known| known == row) && row.columns(edition).len() == values.len();
    let Some((last, before)) = values.split_last().filter(|_| has_stock) else { return false };
    let counts = |token: &Token| matches!(token.state, CellState::Number(value) if !value.is_zero());
    last.source != Source::Grid && last.state == CellState::Blank && before.iter().any(counts)
}

/// The row without what some converters repeat: the last value stands in every place that its cell covers.
fn without_repeats(document: &Document, row: &Row<Row2>, width: usize, widest: usize) -> Row<Row2> {
    let mut row = row.clone();
    if let Some((last, covered)) = row.values.get(width - 1..widest).and_then(<[Token]>::split_first)
        && last.state != CellState::Blank
        && covered.iter().all(|token| document.text(token.span) == document.text(last.span))
    {
        row.values.drain(width..widest);
    }
    row
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Format};
    use crate::report::tables::token;

    fn read(lines: &str) -> TableReading {
        let mut builder = Builder::new(Format::Text);
        for line in lines.split(' ') {
            builder.paragraph(line, None);
        }
        let document = builder.finish();
        lift(&document, &token::stream(&document), Some(2023))
    }

    const BEFORE: &str = "第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 2 3 14 规章 15 6 77 行政规范性文件 \
        第二十条第（五）项 信息内容 本年处理决定数量 10465 行政许可 第二十条第（六）项 信息内容 本年处理决定数量 897 行政处罚 \
        18 行政强制 第二十条第（八）项 信息内容 本年收费金额（单位：万元） 104.133 行政事业性收费";

    #[test]
    fn values_before_their_labels_are_their_own() {
        let table = read(BEFORE);
        assert_eq!(table.state, TableState::Read);
        let texts: Vec<&str> = table.cells.values().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["2", "3", "14", "15", "6", "77", "10465", "897", "18", "104.133"]);
    }

    #[test]
    fn values_of_which_one_is_missing_are_nobodys() {
        let table = read(&BEFORE.replace(" 897", ""));
        assert!(matches!(table.state, TableState::Unreadable(_)), "{:?}", table.state);
    }
}
