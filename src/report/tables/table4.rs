//! Table 4 from its stretch of the stream: one row of fifteen values, or three groups of five.

use super::rows::Row;
use super::token::{Source, Token};
use super::{CellReading, CellState, TableReading, TableState, align};
use crate::document::Document;
use crate::report::form::{Block4, CellId, Edition, Outcome4, TableKind};
use crate::text::Decimal;

const WIDTH: usize = Block4::ALL.len() * Outcome4::ALL.len();

/// Reads table 4.
pub(super) fn lift(document: &Document, tokens: &[Token]) -> TableReading {
    let mut table = TableReading::absent(TableKind::Table4);
    let keys: Vec<&str> = tokens.iter().map(|token| token.key.as_str()).collect();
    let text: String = keys.concat();
    let outcomes = [Outcome4::Upheld, Outcome4::Pending].map(Outcome4::label);
    let words = Block4::ALL.into_iter().map(Block4::core).chain(outcomes);
    let head = words.filter(|word| text.contains(word)).count();
    let values = fifteen(tokens).or_else(|| by_block(tokens, &keys));
    if values.is_none() && head < 3 {
        return table;
    }
    // All editions have the same table.
    table.edition = Some(Edition::NEWEST);
    let cells = order(&keys);
    for (index, (block, outcome)) in cells.iter().enumerate() {
        let token = values.as_ref().and_then(|values| values.get(index));
        let reading = token.map_or_else(
            || CellReading::without_place(CellState::Unreadable),
            |token| CellReading::of(document, token),
        );
        table.cells.insert(CellId::T4(*block, *outcome), reading);
    }
    table.state = match values {
        Some(_) => TableState::Read,
        None => TableState::Unreadable(format!("表四的数字不是 {WIDTH} 个，不能确定各数属于哪一项。")),
    };
    table
}

/// The first run of cells that is fifteen values, blanks left over from merged cells aside.
fn fifteen(tokens: &[Token]) -> Option<Vec<Token>> {
    let mut run: Vec<Token> = Vec::new();
    let mut runs: Vec<Vec<Token>> = Vec::new();
    for token in tokens {
        if token.starts_row || !token.is_value() {
            runs.push(std::mem::take(&mut run));
        }
        if token.is_value() {
            run.push(token.clone());
        } else if token.columns.is_some()
            && !token.starts_row
            && runs.last().is_some_and(|row| !row.is_empty())
        {
            // A word in the row of values of a real table is a value that is no number.
            run = runs.pop().unwrap_or_default();
            run.push(token.clone());
        }
    }
    runs.push(run);
    let rows: Vec<Row<()>> = runs
        .into_iter()
        .map(|run| {
            let padded = run.iter().take_while(|token| token.source == Source::Padding).count();
            run.into_iter().skip(padded).collect::<Vec<Token>>()
        })
        .filter(|run| {
            run.len() >= WIDTH && run.iter().filter(|token| token.is_value()).count() * 2 > run.len()
        })
        .map(|values| Row { label: (), values, lead: 0 })
        .collect();
    let aligned = align::align(&rows, WIDTH);
    let mut whole = rows.iter().zip(aligned).filter_map(|(row, values)| Some((row, values?)));
    let (row, first) = whole.next()?;
    if whole.next().is_some() {
        return None;
    }
    // Blanks at both ends: where the values may begin in several places, their own totals tell.
    let starts = align::starts(&row.values, WIDTH);
    let mut holding =
        starts.iter().filter_map(|&start| row.values.get(start..start + WIDTH)).filter(|v| adds_up(v));
    if starts.len() < 2 {
        return Some(first).filter(|values| !is_shifted(values));
    }
    match (holding.next(), holding.next()) {
        (Some(only), None) => Some(only.to_vec()),
        (Some(_), Some(_)) => Some(first),
        (None, _) => None,
    }
}

/// Whether the values add up only if all of them belong one place further: a cell at one end was lost, and a separator at
/// the other was taken for a blank one. A real table keeps its cells.
fn is_shifted(values: &[Token]) -> bool {
    let width = Outcome4::ALL.len();
    let blank = |token: Option<&Token>| {
        token.is_some_and(|token| token.state == CellState::Blank && token.source != Source::Grid)
    };
    // Two of the groups are whole even then.
    let groups = |from: usize| values.get(from..from + 2 * width).filter(|groups| adds_up(groups));
    // Of the first group a part is lost, so that the others may not be more than its total.
    let first = values.get(..width - 1).and_then(<[Token]>::split_last);
    let first_fits =
        first.is_some_and(|(total, parts)| parts.iter().map(value).sum::<Decimal>() <= value(total));
    let right = blank(values.last()) && first_fits && groups(width - 1).is_some();
    // Of the last group the total is lost, so that only what the others hold can tell.
    let nonzero = |groups: &[Token]| groups.iter().any(|token| !value(token).is_zero());
    let left = blank(values.first()) && groups(1).is_some_and(nonzero);
    (right || left) && !adds_up(values)
}

fn value(token: &Token) -> Decimal {
    match token.state {
        CellState::Number(value) => value,
        _ => Decimal::ZERO,
    }
}

/// Whether the totals of the groups are the sums of what stands before them.
fn adds_up(values: &[Token]) -> bool {
    values.chunks(Outcome4::ALL.len()).all(|block| {
        block
            .split_last()
            .is_some_and(|(total, parts)| parts.iter().map(value).sum::<Decimal>() == value(total))
    })
}

/// Three groups of five, each behind the heading of its block.
fn by_block(tokens: &[Token], keys: &[&str]) -> Option<Vec<Token>> {
    let mut block: Option<Block4> = None;
    let mut found: Vec<(Block4, Vec<Token>)> = Vec::new();
    for (token, key) in tokens.iter().zip(keys) {
        if token.is_value() {
            let Some(block) = block else { continue };
            match found.iter_mut().find(|(known, _)| *known == block) {
                Some((_, values)) => values.push(token.clone()),
                None => found.push((block, vec![token.clone()])),
            }
        } else if let Some(named) = Block4::ALL.into_iter().find(|block| key.ends_with(block.label())) {
            block = Some(named);
        }
    }
    let all: Option<Vec<Vec<Token>>> = Block4::ALL
        .into_iter()
        .map(|block| {
            let rows = vec![Row {
                label: (),
                values: found.iter().find(|(known, _)| *known == block)?.1.clone(),
                lead: 0,
            }];
            align::align(&rows, Outcome4::ALL.len()).into_iter().next().flatten()
        })
        .collect();
    all.map(|blocks| blocks.concat())
}

/// Which cell each of the fifteen values is, by the headings; the form's own order where they do not say otherwise.
fn order(keys: &[&str]) -> Vec<(Block4, Outcome4)> {
    let at = |block: Block4| keys.iter().position(|key| *key == block.label());
    let mut blocks = Block4::ALL.to_vec();
    if let (Some(direct), Some(after)) = (at(Block4::Direct), at(Block4::AfterReview))
        && after < direct
    {
        blocks.swap(1, 2);
    }
    let heads: Vec<Outcome4> = keys
        .iter()
        .filter_map(|key| Outcome4::ALL.into_iter().find(|outcome| outcome.label() == *key))
        .collect();
    let complete = heads.len() == WIDTH;
    let width = Outcome4::ALL.len();
    blocks
        .into_iter()
        .enumerate()
        .flat_map(|(index, block)| {
            let own = heads
                .get(index * width..(index + 1) * width)
                .filter(|own| complete && Outcome4::ALL.iter().all(|outcome| own.contains(outcome)));
            own.map_or_else(|| Outcome4::ALL.to_vec(), <[Outcome4]>::to_vec)
                .into_iter()
                .map(move |o| (block, o))
        })
        .collect()
}
