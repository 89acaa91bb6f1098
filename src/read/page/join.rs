//! Tables that go on behind a page break: repeated heads go, rows and cells that the break cut in two are made whole.

use super::flow::append;
use super::lattice::SAME;
use super::line::Line;
use super::seam::{Seam, has_han, is_numbered};
use super::table::{Cell, Table};
use super::{Item, Sheet};
use crate::document::CellSpan;
use crate::sorted::sort_by_key;

/// More lines than this beside a page break are no spilled text.
const MOST: usize = 6;

/// All items in reading order, with the pieces of tables joined.
pub(super) fn join(sheets: Vec<Sheet>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for sheet in sheets {
        let mut rest = sheet.items;
        if let Some(spilled) = continuation(&items, &rest) {
            while items.last().is_some_and(|item| item.line().is_some()) {
                items.pop();
            }
            let lines = rest.iter().take_while(|item| item.line().is_some()).count();
            if let Some(Item::Table(table)) = items.last_mut() {
                for (cell, text) in spilled {
                    if let Some((_, above)) = table.cells.get_mut(cell) {
                        append(above, &text);
                    }
                }
                for item in rest.drain(..=lines) {
                    if let Item::Table(next) = item {
                        append_piece(table, next);
                    }
                }
            }
        }
        items.append(&mut rest);
    }
    items
}

/// Whether the first table of a page goes on with the last one before it. Gives the text of cells that spilled over their
/// lines at the page break, and the cells it belongs to.
fn continuation(items: &[Item], rest: &[Item]) -> Option<Vec<(usize, String)>> {
    let after: Vec<&Line> = items.iter().rev().map_while(Item::line).take(MOST + 1).collect();
    let before: Vec<&Line> = rest.iter().map_while(Item::line).take(MOST + 1).collect();
    let (Some(Item::Table(table)), Some(Item::Table(next))) =
        (items.iter().rev().nth(after.len()), rest.get(before.len()))
    else {
        return None;
    };
    if after.len().max(before.len()) > MOST || !continues(table, next) {
        return None;
    }
    let mut spilled = Vec::new();
    let mut edge = table.bottom();
    for line in after.into_iter().rev() {
        near(line.y - line.size - edge, line)?;
        edge = line.y;
        spill(table, line, &mut spilled)?;
    }
    let first = spilled.len();
    edge = next.top();
    for line in before.into_iter().rev() {
        near(edge - line.y, line)?;
        edge = line.y - line.size;
        spill(table, line, &mut spilled)?;
    }
    spilled.get_mut(first..)?.reverse();
    Some(spilled)
}

/// Lines that spill over the lines of a table are right beside it.
fn near(distance: i32, line: &Line) -> Option<()> {
    (distance <= line.size * 3 / 2).then_some(())
}

/// The cells at the end of a table that the parts of a line lie below.
fn spill(table: &Table, line: &Line, spilled: &mut Vec<(usize, String)>) -> Option<()> {
    for piece in line.split(90) {
        let text = piece.text();
        let at = |line: u32| table.xs.get(line as usize).copied().unwrap_or_default();
        let cell = table.cells.iter().position(|(span, _)| {
            span.row + span.row_span == table.rows
                && at(span.column) <= piece.start()
                && piece.end() <= at(span.column + span.column_span)
        })?;
        if is_numbered(&text) {
            return None;
        }
        spilled.push((cell, text));
    }
    Some(())
}

/// Whether the columns of the next table are those of this one; a piece may have rows of merged cells only.
fn continues(table: &Table, next: &Table) -> bool {
    let same = |a: i32, b: i32| (a - b).abs() <= SAME;
    let ((left, right), (next_left, next_right)) = (table.sides(), next.sides());
    let shared = next.xs.iter().filter(|x| table.xs.iter().any(|other| same(**x, *other))).count();
    let fewer = table.xs.len().min(next.xs.len());
    same(left, next_left) && same(right, next_right) && (shared - 2) * 2 >= fewer.saturating_sub(2)
}

fn append_piece(table: &mut Table, mut next: Table) {
    share_columns(table, &mut next);
    drop_head(table, &mut next);
    if next.cells.is_empty() {
        return;
    }
    let seam = Seam::of(table, &next);
    let cut = seam.is_cut(table.open_bottom || next.open_top);
    let shift = table.rows - u32::from(cut);
    let joins = seam.joins(cut);
    for (at, (mut span, text)) in std::mem::take(&mut next.cells).into_iter().enumerate() {
        span.row += shift;
        let upper =
            joins.iter().find(|(_, lower)| *lower == at).and_then(|(upper, _)| table.cells.get_mut(*upper));
        match upper {
            Some((above, upper)) => {
                above.row_span = span.row + span.row_span - above.row;
                append(upper, &text);
            }
            None => table.cells.push((span, text)),
        }
    }
    table.rows = shift + next.rows;
    table.end_as(&next);
}

/// Numbers the columns of both pieces by the lines of both.
fn share_columns(table: &mut Table, next: &mut Table) {
    let mut all = table.xs.clone();
    all.extend(next.xs.iter().filter(|x| !table.xs.iter().any(|other| (**x - other).abs() <= SAME)));
    all.sort_unstable();
    for piece in [table, next] {
        let number = |line: u32| {
            let x = piece.xs.get(line as usize).copied().unwrap_or(i32::MAX);
            // The piece's own line is among them, or one within 3 pt of it.
            let near = all.iter().enumerate().min_by_key(|(_, other)| (**other).abs_diff(x));
            near.map_or(line, |(at, _)| u32::try_from(at).unwrap_or(u32::MAX))
        };
        for (span, _) in &mut piece.cells {
            let end = number(span.column + span.column_span);
            span.column = number(span.column);
            span.column_span = end.saturating_sub(span.column).max(1);
        }
        piece.xs.clone_from(&all);
    }
}

/// Drops the rows at the start of a piece that repeat those at the start of the table.
fn drop_head(table: &Table, next: &mut Table) {
    let of_rows = |cells: &[Cell], rows: u32| {
        let mut head: Vec<Cell> = cells.iter().filter(|(span, _)| span.row < rows).cloned().collect();
        let column = |span: &CellSpan| i32::try_from(span.column).unwrap_or(i32::MAX);
        sort_by_key(&mut head, |(span, _)| (span.row, column(span)));
        head
    };
    let mut repeated = 0;
    for rows in 1..=next.rows.min(table.rows).min(8) {
        let (head, other) = (of_rows(&table.cells, rows), of_rows(&next.cells, rows));
        let whole = other.iter().all(|(span, _)| span.row + span.row_span <= rows);
        let says_something = other.iter().any(|(_, text)| has_han(text));
        if whole && says_something && head == other {
            repeated = rows;
        } else if head.iter().zip(&other).any(|(a, b)| a.0 != b.0 || a.1 != b.1) {
            break;
        }
    }
    if repeated > 0 {
        next.cells.retain(|(span, _)| span.row >= repeated);
        for (span, _) in &mut next.cells {
            span.row -= repeated;
        }
        next.rows -= repeated;
        next.open_top = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of three columns; `^` goes on with the cell above.
    fn piece(rows: &[[&str; 3]]) -> Table {
        let mut cells: Vec<Cell> = Vec::new();
        for (row, texts) in (0..).zip(rows) {
            for (column, text) in (0..).zip(texts) {
                let above = cells.iter_mut().rfind(|(span, _)| span.column == column);
                if let Some((span, _)) = above.filter(|_| *text == "^") {
                    span.row_span += 1;
                } else {
                    let span = CellSpan { row, column, row_span: 1, column_span: 1 };
                    cells.push((span, (*text).to_owned()));
                }
            }
        }
        cells.sort_by_key(|(span, _)| (span.row, span.column));
        let rows = u32::try_from(rows.len()).unwrap_or(0);
        Table::new(vec![0, 1000, 2000, 3000], 0, rows, cells)
    }

    fn joined(mut table: Table, next: Table) -> Vec<(u32, u32, u32, String)> {
        assert!(continues(&table, &next));
        append_piece(&mut table, next);
        table.cells.sort_by_key(|(span, _)| (span.row, span.column));
        table.cells.into_iter().map(|(s, text)| (s.row, s.column, s.row_span, text)).collect()
    }

    fn row(row: u32, texts: [&str; 3]) -> Vec<(u32, u32, u32, String)> {
        (0..).zip(texts).map(|(column, text)| (row, column, 1, text.to_owned())).collect()
    }

    #[test]
    fn a_repeated_head_goes() {
        let head = ["信息内容", "制发", "废止"];
        let got = joined(piece(&[head, ["规章", "1", "2"]]), piece(&[head, ["文件", "3", "4"]]));
        let want = [row(0, head), row(1, ["规章", "1", "2"]), row(2, ["文件", "3", "4"])].concat();
        assert_eq!(got, want);
    }

    #[test]
    fn a_row_in_two_is_glued_whether_or_not_a_line_is_drawn_between() {
        let want = row(0, ["（二）", "1.属于秘密", "5"]);
        let pieces = || (piece(&[["（二）", "1.属于", "5"]]), piece(&[["", "秘密", ""]]));
        let (table, next) = pieces();
        assert_eq!(joined(table, next), want);
        let (mut table, next) = pieces();
        table.open_bottom = true;
        assert_eq!(joined(table, next), want);
        let got = joined(piece(&[["", "1.属于", ""]]), piece(&[["", "秘密", "5"]]));
        assert_eq!(got, row(0, ["", "1.属于秘密", "5"]));
    }

    #[test]
    fn whole_rows_stay_rows() {
        for open in [false, true] {
            let mut table = piece(&[["（一）", "1.予以", "5"]]);
            table.open_bottom = open;
            let got = joined(table, piece(&[["（二）", "2.部分", "6"]]));
            assert_eq!(got, [row(0, ["（一）", "1.予以", "5"]), row(1, ["（二）", "2.部分", "6"])].concat());
        }
        let got = joined(piece(&[["行政", "许可", ""]]), piece(&[["行政", "处罚", "6"]]));
        assert_eq!(got, [row(0, ["行政", "许可", ""]), row(1, ["行政", "处罚", "6"])].concat());
    }

    #[test]
    fn a_label_beside_several_rows_goes_on() {
        let got = joined(
            piece(&[["（三）不予", "1.甲", "5"], ["^", "2.乙", "6"]]),
            piece(&[["公开", "3.丙", "7"], ["^", "4.丁", "8"]]),
        );
        assert_eq!(got.first(), Some(&(0, 0, 4, "（三）不予公开".to_owned())));
        assert_eq!(got.len(), 9);
    }
}
