//! Table 2 from its stretch of the stream, in either edition.

use super::label::{self, Row2};
use super::rows::Row;
use super::token::{Source, Token};
use super::{CellReading, CellState, TableReading, TableState, align, header, rows};
use crate::document::{Document, Span};
use crate::report::form::{Cell2, Cell2Of2019, CellId, Edition, TableKind};

/// Words that only one edition of table 2 has.
const SIGNS: [(Edition, &str); 11] = [
    (Edition::F2019, "本年新制作数量"),
    (Edition::F2019, "本年新公开数量"),
    (Edition::F2019, "对外公开总数量"),
    (Edition::F2019, "上一年项目数量"),
    (Edition::F2019, "本年增减"),
    (Edition::F2019, "其他对外管理服务事项"),
    (Edition::F2019, "政府集中采购"),
    (Edition::F2021, "本年制发件数"),
    (Edition::F2021, "本年废止件数"),
    (Edition::F2021, "现行有效件数"),
    (Edition::F2021, "本年收费金额单位万元"),
];

/// Reads table 2. `year` decides the edition where its headings do not.
pub(super) fn lift(document: &Document, tokens: &[Token], year: Option<u16>) -> TableReading {
    let mut table = TableReading::absent(TableKind::Table2);
    table.signs = signs(tokens);
    let count = |edition| table.signs.iter().filter(|(known, ..)| *known == edition).count();
    let edition = match count(Edition::F2019).cmp(&count(Edition::F2021)) {
        std::cmp::Ordering::Greater => Edition::F2019,
        std::cmp::Ordering::Less => Edition::F2021,
        std::cmp::Ordering::Equal => year.and_then(Edition::for_year).unwrap_or(Edition::F2021),
    };
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

fn width(row: Row2, edition: Edition) -> usize {
    match edition {
        Edition::F2019 => row.of_2019().layout().2.len(),
        Edition::F2021 => {
            if row.item().is_some() {
                3
            } else {
                1
            }
        }
    }
}

fn fill(
    document: &Document,
    table: &mut TableReading,
    tokens: &[Token],
    rows: &[Row<Row2>],
    edition: Edition,
) -> Vec<Row2> {
    let order = header::documents2(tokens);
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
        for index in 0..width {
            let Some(cell) = cell(row.label, edition, index, &order) else { continue };
            let token = values.as_ref().and_then(|values| values.get(index));
            let reading = token.map_or_else(
                || CellReading::without_place(CellState::Unreadable),
                |token| CellReading::of(document, token),
            );
            table.cells.insert(cell, reading);
        }
    }
    doubtful
}

fn cell(
    row: Row2,
    edition: Edition,
    index: usize,
    order: &[crate::report::form::Documents2],
) -> Option<CellId> {
    match edition {
        Edition::F2019 => {
            Some(CellId::T2Of2019(Cell2Of2019 { item: row.of_2019(), column: u8::try_from(index).ok()? }))
        }
        Edition::F2021 => Some(CellId::T2(match row {
            Row2::Rules | Row2::Documents => Cell2::Documents(row.item()?, *order.get(index)?),
            Row2::Permits => Cell2::Permits,
            Row2::Penalties => Cell2::Penalties,
            Row2::Coercion => Cell2::Coercion,
            Row2::Fees => Cell2::Fees,
            Row2::Services | Row2::Procurement => return None,
        })),
    }
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

/// The words of either edition with their places. A heading torn over several cells gives no sign.
fn signs(tokens: &[Token]) -> Vec<(Edition, &'static str, Span)> {
    let found = tokens.iter().flat_map(|token| {
        SIGNS
            .into_iter()
            .filter(move |(_, word)| token.key.contains(word))
            .map(|(edition, word)| (edition, word, token.span))
    });
    found.collect()
}
