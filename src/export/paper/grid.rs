//! Where the cells of a table stand, once those that cover others are taken into account.

/// A cell in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed<'a, T> {
    /// First row, from 0.
    pub row: usize,
    /// First column, from 0.
    pub column: usize,
    /// Rows covered, those of the table only.
    pub rows: usize,
    /// Columns covered.
    pub columns: usize,
    /// The cell.
    pub cell: &'a T,
}

/// Gives every cell its place, row by row, as a browser does: each begins in the first column that no cell from above covers.
/// `span` says how many rows and columns a cell covers.
pub fn placed<T>(table: &[Vec<T>], span: impl Fn(&T) -> (u32, u32)) -> Vec<Placed<'_, T>> {
    // For each column the first row in which it is free.
    let mut free: Vec<usize> = Vec::new();
    let mut all = Vec::new();
    for (row, cells) in table.iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            while free.get(column).is_some_and(|&first| first > row) {
                column += 1;
            }
            let (rows, columns) = span(cell);
            let rows = (rows.max(1) as usize).min(table.len() - row);
            let columns = columns.max(1) as usize;
            if free.len() < column + columns {
                free.resize(column + columns, 0);
            }
            free.iter_mut().skip(column).take(columns).for_each(|first| *first = row + rows);
            all.push(Placed { row, column, rows, columns, cell });
            column += columns;
        }
    }
    all
}

/// How wide each column has to be, in characters: as its longest text, within limits. Texts that cover several columns say
/// nothing of any.
pub fn widths<T>(placed: &[Placed<'_, T>], text: impl Fn(&T) -> &str, limits: (u32, u32)) -> Vec<u32> {
    let columns = placed.iter().map(|at| at.column + at.columns).max().unwrap_or(0);
    let mut widths = vec![limits.0; columns];
    for at in placed.iter().filter(|at| at.columns == 1) {
        let longest = text(at.cell).split('\n').map(|line| line.chars().map(breadth).sum::<u32>()).max();
        if let Some(width) = widths.get_mut(at.column) {
            *width = longest.unwrap_or(0).clamp(*width, limits.1);
        }
    }
    widths
}

/// How many digits a character is wide.
pub fn breadth(char: char) -> u32 {
    if char < '\u{1100}' { 1 } else { 2 }
}

/// For each row of the table the cells that stand in it or reach down to it, once for each column, from left to right.
pub fn by_row<'p, 'a, T>(placed: &'p [Placed<'a, T>], rows: usize) -> Vec<Vec<(usize, &'p Placed<'a, T>)>> {
    let mut by_row: Vec<Vec<_>> = vec![Vec::new(); rows];
    for at in placed {
        for row in by_row.iter_mut().skip(at.row).take(at.rows) {
            row.extend((at.column..at.column + at.columns).map(|column| (column, at)));
        }
    }
    for row in &mut by_row {
        crate::sorted::sort_by_key(row, |&(column, _)| column);
    }
    by_row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_pass_those_that_reach_down() {
        let table = vec![vec![('a', 2, 1), ('b', 1, 2), ('c', 9, 1)], vec![('d', 1, 1), ('e', 1, 1)]];
        let places: Vec<_> = placed(&table, |cell| (cell.1, cell.2))
            .iter()
            .map(|at| (at.cell.0, at.row, at.column, at.rows, at.columns))
            .collect();
        assert_eq!(
            places,
            [('a', 0, 0, 2, 1), ('b', 0, 1, 1, 2), ('c', 0, 3, 2, 1), ('d', 1, 1, 1, 1), ('e', 1, 2, 1, 1)]
        );
    }
}
