//! The tables as the form prints them: headings and labels with their spans, and where each cell stands.

use super::table3::CORNER;
use super::{
    APPLICANTS, ARTICLE, Block4, CONTENT, CellId, Column2, Column3, Edition, Label, ORGANISATIONS, Outcome4,
    Part, RESULTS, Row2, Row3, TableKind,
};

/// What a cell of the printed form shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A heading of columns.
    Head(String),
    /// A label of rows.
    Label(String),
    /// The value of a cell.
    Value(CellId),
}

/// A cell of the printed form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// What it shows.
    pub content: Content,
    /// How many rows it spans.
    pub rows: u32,
    /// How many columns it spans.
    pub columns: u32,
}

/// The rows of a table as an edition prints it, each with the cells that begin in it, from left to right.
pub fn printed(kind: TableKind, edition: Edition) -> Vec<Vec<Printed>> {
    match kind {
        TableKind::Table2 => table2(edition),
        TableKind::Table3 => table3(edition),
        TableKind::Table4 => table4(),
    }
}

fn head(text: impl Into<String>, rows: u32, columns: u32) -> Printed {
    Printed { content: Content::Head(text.into()), rows, columns }
}

fn label(text: &str, rows: u32, columns: u32) -> Printed {
    Printed { content: Content::Label(text.to_owned()), rows, columns }
}

fn value(cell: CellId, columns: u32) -> Printed {
    Printed { content: Content::Value(cell), rows: 1, columns }
}

fn count<T>(of: impl IntoIterator<Item = T>) -> u32 {
    of.into_iter().fold(0, |count, _| count + 1)
}

/// Each paragraph has a heading of its own and the headings of its columns.
fn table2(edition: Edition) -> Vec<Vec<Printed>> {
    let widest = Row2::of(edition).map(|row| row.columns(edition).len()).max().unwrap_or(1);
    // The last of few columns takes the room of those that are wanting.
    let widths = |columns: &'static [Column2]| {
        let last = columns.len().saturating_sub(1);
        let width = move |index| if index == last { count(last..widest) } else { 1 };
        columns.iter().enumerate().map(move |(index, &column)| (column, width(index)))
    };
    let mut rows = Vec::new();
    let mut above = None;
    for row in Row2::of(edition) {
        let columns = row.columns(edition);
        if above != Some(row.paragraph()) {
            above = Some(row.paragraph());
            rows.push(vec![head(format!("{ARTICLE}{}项", row.paragraph()), 1, count(0..=widest))]);
            let heads = widths(columns).map(|(column, width)| head(column.label(), 1, width));
            rows.push(std::iter::once(head(CONTENT.whole, 1, 1)).chain(heads).collect());
        }
        let values = widths(columns).map(|(column, width)| value(CellId::T2(row, column), width));
        rows.push(std::iter::once(label(row.label_in(edition), 1, 1)).chain(values).collect());
    }
    rows
}

fn table3(edition: Edition) -> Vec<Vec<Printed>> {
    let organisations = Column3::ORGANISATIONS;
    let heads = Column3::ALL.into_iter().filter_map(|column| match organisations.first() {
        Some(first) if *first == column => Some(head(ORGANISATIONS.whole, 1, count(organisations))),
        _ => (!organisations.contains(&column)).then(|| head(column.label(), 2, 1)),
    });
    let mut rows = vec![
        vec![head(CORNER, 3, 3), head(APPLICANTS.whole, 1, count(Column3::ALL))],
        heads.collect(),
        organisations.iter().map(|column| head(column.label(), 1, 1)).collect(),
    ];
    let is_inside = |row: &Row3| matches!(row.part(), Part::Result(_) | Part::ResultTotal);
    let (mut inside, mut group) = (false, None);
    for row in Row3::of(edition) {
        let mut cells = Vec::new();
        if is_inside(&row) && !std::mem::replace(&mut inside, true) {
            cells.push(label(RESULTS.whole, count(Row3::of(edition).filter(is_inside)), 1));
        }
        if let Some(new) = row.group().filter(|own| group != Some(*own)) {
            let members = Row3::of(edition).filter(|other| other.group() == Some(new));
            cells.push(label(new.label(), count(members), 1));
        }
        group = row.group();
        let columns = match row.part() {
            Part::Result(Some(_)) => 1,
            Part::Result(None) | Part::ResultTotal => 2,
            Part::In | Part::Left => 3,
        };
        cells.push(label(row.label(), 1, columns));
        cells.extend(Column3::ALL.map(|column| value(CellId::T3(row, column), 1)));
        rows.push(cells);
    }
    rows
}

fn table4() -> Vec<Vec<Printed>> {
    let mut rows = [const { Vec::new() }; 4];
    let [first, second, third, values] = &mut rows;
    let mut above: Option<&Label> = None;
    for block in Block4::ALL {
        let width = count(Outcome4::ALL);
        match block.under() {
            None => {
                first.push(head(block.label(), 1, width));
                second.extend(Outcome4::ALL.map(|outcome| head(outcome.label(), 2, 1)));
            }
            Some(over) => {
                if above != Some(over) {
                    let below = Block4::ALL.iter().filter(|other| other.under() == Some(over));
                    first.push(head(over.whole, 1, width * count(below)));
                }
                second.push(head(block.label(), 1, width));
                third.extend(Outcome4::ALL.map(|outcome| head(outcome.label(), 1, 1)));
            }
        }
        above = block.under();
        values.extend(Outcome4::ALL.map(|outcome| value(CellId::T4(block, outcome), 1)));
    }
    rows.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_a_whole_rectangle_with_each_cell_once() {
        for kind in TableKind::ALL {
            for edition in Edition::ALL {
                let rows = printed(kind, edition);
                let area: u32 = rows.iter().flatten().map(|cell| cell.rows * cell.columns).sum();
                let width: u32 = rows.first().into_iter().flatten().map(|cell| cell.columns).sum();
                assert_eq!(area, width * count(&rows), "{kind:?} {edition:?}");
                let cells: Vec<CellId> = rows
                    .iter()
                    .flatten()
                    .filter_map(|cell| match cell.content {
                        Content::Value(cell) => Some(cell),
                        Content::Head(_) | Content::Label(_) => None,
                    })
                    .collect();
                assert_eq!(cells, CellId::of_table(kind, edition), "{kind:?} {edition:?}");
            }
        }
    }
}
