//! Which of the cells behind a label are the row's values, when merged cells left blanks before or behind them.

use super::CellState;
use super::rows::Row;
use super::token::{Source, Token};
use std::collections::BTreeMap;

/// The cells of a row that are its values, in the order of the source; `None` where it cannot be told for certain.
pub(super) fn align<L>(rows: &[Row<L>], width: usize) -> Vec<Option<Vec<Token>>> {
    let possible: Vec<Vec<usize>> = rows.iter().map(|row| starts(&row.values, width)).collect();
    // Rows of one shape were made by one converter: what is certain for one of them holds for all.
    let mut agreed: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (row, starts) in rows.iter().zip(&possible) {
        let shape = shape(row);
        let held = agreed.entry(shape).or_insert_with(|| starts.clone());
        let common: Vec<usize> = held.iter().copied().filter(|start| starts.contains(start)).collect();
        if !common.is_empty() {
            *held = common;
        }
    }
    rows.iter()
        .zip(&possible)
        .map(|(row, starts)| {
            let start = match starts.as_slice() {
                [] => return None,
                [only] => *only,
                several => {
                    let agreed = agreed.get(&shape(row)).map(Vec::as_slice).unwrap_or_default();
                    let nothing = row.values.iter().all(|token| token.state == CellState::Blank);
                    // Converters that end a cell with a pipe put what merged cells leave over at the end of the row.
                    let piped = row.values.iter().any(|token| token.source >= Source::Piped);
                    match agreed {
                        [only] if several.contains(only) => *only,
                        _ if nothing || piped => *several.first()?,
                        _ => return None,
                    }
                }
            };
            row.values.get(start..start + width).map(<[Token]>::to_vec)
        })
        .collect()
}

fn shape<L>(row: &Row<L>) -> (usize, usize) {
    (row.lead, row.values.len())
}

/// Every index at which `width` values can begin so that nothing but blanks is left over.
pub(super) fn starts(values: &[Token], width: usize) -> Vec<usize> {
    let padded = values.iter().rev().take_while(|token| token.source == Source::Padding).count();
    let whole = values.len();
    let kept = (whole - padded).max(width.min(whole));
    let blank = |token: &Token| token.state == CellState::Blank;
    (0..=kept.saturating_sub(width))
        .filter(|start| {
            let end = start + width;
            end <= kept
                && values.iter().take(*start).all(blank)
                && values.get(end..).is_some_and(|rest| rest.iter().all(blank))
        })
        .collect()
}
