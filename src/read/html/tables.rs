//! Which tables of a page are tables and which only lay it out, and the grid of each.

use super::tree::{NodeId, ROOT, Tree};
use super::{is_hidden, is_skipped, number, style};
use crate::document::CellSpan;
use crate::read::limits;
use crate::sorted;

/// A `table` element.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// The element.
    pub(super) node: NodeId,
    /// Its cells with their place in the grid.
    pub(super) cells: Vec<(CellSpan, NodeId)>,
    /// Its captions.
    pub(super) captions: Vec<NodeId>,
    /// Width of each column in twips, if all are known.
    pub(super) widths: Option<Vec<u32>>,
    /// Whether it holds data; else it only lays out the page, and its cells are read as blocks.
    pub(super) is_data: bool,
}

/// The tables of a page, by the order of their start tags.
#[derive(Debug)]
pub(super) struct Tables {
    all: Vec<Table>,
    /// Elements of the whole page that are hidden and have text.
    pub(super) hidden: usize,
}

impl Tables {
    /// The data table that a node is.
    pub(super) fn data(&self, node: NodeId) -> Option<&Table> {
        let at = self.all.binary_search_by_key(&node.index(), |table| table.node.index()).ok()?;
        self.all.get(at).filter(|table| table.is_data)
    }
}

/// What is known of a table while its elements pass by.
#[derive(Debug)]
struct Open {
    node: NodeId,
    parent: Option<usize>,
    rows: Vec<Row>,
    group: usize,
    part: Part,
    captions: Vec<NodeId>,
    columns: Vec<Option<u32>>,
    /// Bytes of text in it, inner tables included.
    text: usize,
    /// Bytes of text in inner tables that are tables for certain.
    inner: usize,
    longest: usize,
}

/// The part of a table that a row stands in, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Head,
    Body,
    Foot,
}

#[derive(Debug)]
struct Row {
    group: usize,
    part: Part,
    cells: Vec<NodeId>,
}

/// Finds all tables.
///
/// A table lays out the page if a table with at least two rows and two columns is in it, unless it is a grid of three by
/// three or more itself and most of the text is its own; or if it has but one column, or one row with long text. In pages of content management systems the report's tables lie two to five
/// layout tables deep.
pub(super) fn find(tree: &Tree) -> Tables {
    let (mut open, hidden) = collect(tree);
    let mut tables = Vec::with_capacity(open.len());
    // Inner tables come after outer ones, so from the back every table is judged before the one around it.
    while let Some(mut table) = open.pop() {
        order(&mut table.rows);
        let mut cells = place(tree, &table.rows);
        let widths = measure(tree, table.node, &cells).or_else(|| table.columns.into_iter().collect());
        // Word ends tables whose cells do not align with a row without height that only fixes the widths.
        cells.retain(|(_, cell)| !tree.parent(*cell).is_some_and(|row| has_no_height(tree, row)));
        let rows = cells.iter().map(|(at, _)| at.row + 1).max().unwrap_or(0);
        // A span alone makes no column: layout rows of one cell often have one.
        let columns = sorted::set(cells.iter().map(|(at, _)| at.column)).len();
        let is_grid = table.rows.iter().filter(|row| row.cells.len() >= 3).count() >= 3;
        let lays_out = table.inner > 0 && (table.inner * 2 > table.text || !is_grid);
        let is_data = !lays_out && columns >= 2 && (rows >= 2 || table.longest <= 200);
        if let Some(parent) = table.parent.and_then(|parent| open.get_mut(parent)) {
            parent.text += table.text;
            parent.inner += if is_data && rows >= 2 { table.text.max(1) } else { table.inner };
            parent.longest = parent.longest.max(table.text);
        }
        tables.push(Table { node: table.node, cells, captions: table.captions, widths, is_data });
    }
    sorted::sort_by_key(&mut tables, |table| table.node.index());
    Tables { all: tables, hidden }
}

/// Puts the rows of the head first and those of the foot last, wherever they stand in the page: HTML 4 wants the foot before
/// the body.
fn order(rows: &mut [Row]) {
    if rows.is_sorted_by_key(|row| row.part) {
        return;
    }
    sorted::sort_by_key(rows, |row| row.part);
    let (mut group, mut before) = (0, None);
    for row in rows {
        group += usize::from(before.replace(row.group).is_some_and(|before| before != row.group));
        row.group = group;
    }
}

/// Walks the tree once and gathers rows, cells and amounts of text of every table.
fn collect(tree: &Tree) -> (Vec<Open>, usize) {
    let mut hidden = 0;
    let mut all: Vec<Open> = Vec::new();
    let mut stack: Vec<(NodeId, Option<usize>)> = vec![(ROOT, None)];
    while let Some((node, within)) = stack.pop() {
        let mut inside = within;
        if let Some(text) = tree.text(node) {
            if let Some(table) = within.and_then(|at| all.get_mut(at)) {
                let bytes = text.trim_ascii().len();
                table.text += bytes;
                table.longest = table.longest.max(bytes);
            }
            continue;
        }
        let name = tree.name(node);
        if node != ROOT && is_skipped(tree, node) {
            continue;
        }
        if node != ROOT && is_hidden(tree, node) {
            hidden += usize::from(has_text(tree, node));
            continue;
        }
        let table = within.and_then(|at| all.get_mut(at));
        match (name, table) {
            ("table", _) => {
                inside = Some(all.len());
                all.push(Open {
                    node,
                    parent: within,
                    rows: Vec::new(),
                    group: 0,
                    part: Part::Body,
                    captions: Vec::new(),
                    columns: Vec::new(),
                    text: 0,
                    inner: 0,
                    longest: 0,
                });
            }
            ("tbody" | "thead" | "tfoot", Some(table)) => {
                table.group += 1;
                table.part = match name {
                    "thead" => Part::Head,
                    "tfoot" => Part::Foot,
                    _ => Part::Body,
                };
            }
            ("tr", Some(table)) => {
                let (group, part) = (table.group, table.part);
                table.rows.push(Row { group, part, cells: Vec::new() });
            }
            ("td" | "th", Some(table)) => {
                if let Some(row) = table.rows.last_mut() {
                    row.cells.push(node);
                }
            }
            ("caption", Some(table)) => table.captions.push(node),
            ("col", Some(table)) => {
                let width = width(tree, node);
                let span = number(tree.attribute(node, "span")).unwrap_or(1).clamp(1, 1000);
                table.columns.extend(std::iter::repeat_n(width, span as usize));
            }
            _ => {}
        }
        let first = stack.len();
        stack.extend(tree.children(node).map(|child| (child, inside)));
        stack.get_mut(first..).unwrap_or_default().reverse();
    }
    (all, hidden)
}

/// Whether there is text that would be shown in a hidden element. The marks of comments are told otherwise.
fn has_text(tree: &Tree, node: NodeId) -> bool {
    let mut stack = vec![node];
    while let Some(node) = stack.pop() {
        if tree.attribute(node, "class") == "MsoCommentReference" {
            continue;
        }
        if tree.text(node).is_some_and(crate::text::shows) {
            return true;
        }
        if !is_skipped(tree, node) {
            stack.extend(tree.children(node));
        }
    }
    false
}

/// The grid by the algorithm of the HTML standard (4.9.12.1), with cells clipped where it would let them overlap.
fn place(tree: &Tree, rows: &[Row]) -> Vec<(CellSpan, NodeId)> {
    let mut placed = Vec::new();
    // For each column the first row that is free again.
    let mut free: Vec<u32> = Vec::new();
    // Groups follow each other, so that a group ends where the next one begins.
    let ends =
        |group: usize| u32::try_from(rows.partition_point(|row| row.group <= group)).unwrap_or(u32::MAX);
    let mut end = (usize::MAX, 0);
    for (at, row) in (0_u32..).zip(rows) {
        if end.0 != row.group {
            end = (row.group, ends(row.group));
        }
        let rest = end.1.saturating_sub(at);
        let mut column = 0_usize;
        for &cell in &row.cells {
            while free.get(column).is_some_and(|&free| free > at) {
                column += 1;
            }
            // Far beyond the columns that are read; but for this, each row would look at all cells of those above.
            if column >= 4 * limits::COLUMNS {
                break;
            }
            let wanted =
                number(tree.attribute(cell, "colspan")).filter(|n| (1..=1000).contains(n)).unwrap_or(1);
            let mut column_span = 0_u32;
            while column_span < wanted
                && free.get(column + column_span as usize).is_none_or(|&free| free <= at)
            {
                column_span += 1;
            }
            let row_span = match number(tree.attribute(cell, "rowspan")) {
                Some(0) => rest,
                Some(n) => n.min(rest),
                None => 1,
            };
            let end = column + column_span as usize;
            free.resize(free.len().max(end), 0);
            for free in free.get_mut(column..end).unwrap_or_default() {
                *free = at.saturating_add(row_span);
            }
            // The text of a cell of Excel runs over its empty neighbours, which is no merging.
            if style(tree, cell, "mso-ignore").is_some_and(|value| value.contains("colspan")) {
                column_span = 1;
            }
            let first = u32::try_from(column).unwrap_or(u32::MAX);
            placed.push((CellSpan { row: at, column: first, row_span, column_span }, cell));
            column = end;
        }
    }
    placed
}

/// The widths of the columns as the cells' own widths give them: first from cells of one column, then from cells in which
/// all columns but one are known. `None` if a column stays unknown.
///
/// `col` elements come second: `LibreOffice` writes 4355 px for a column of no width.
fn measure(tree: &Tree, table: NodeId, cells: &[(CellSpan, NodeId)]) -> Option<Vec<u32>> {
    const PX: u32 = 15;
    let columns = cells.iter().map(|(at, _)| at.column + at.column_span).max()? as usize;
    if columns > 4 * limits::COLUMNS || cells.len() > limits::ROWS * limits::COLUMNS {
        return None;
    }
    // The width of a cell is that of its content, between two paddings.
    let padding = number(tree.attribute(table, "cellpadding")).unwrap_or(1).min(100) * 2 * PX;
    let extents: Vec<_> = cells
        .iter()
        .filter_map(|&(at, cell)| {
            let range = at.column as usize..(at.column + at.column_span) as usize;
            Some((range, width(tree, cell)?.saturating_add(padding)))
        })
        .collect();
    let mut known: Vec<Option<u32>> = vec![None; columns];
    let mut changed = true;
    // Each round settles what the last one made possible; real tables need two or three.
    for _ in 0..columns.min(8) {
        if !std::mem::take(&mut changed) {
            break;
        }
        for (range, extent) in &extents {
            let Some(part) = known.get_mut(range.clone()) else { continue };
            let rest = part.iter().flatten().fold(*extent, |rest, width| rest.saturating_sub(*width));
            let mut unknown = part.iter_mut().filter(|width| width.is_none());
            if let (Some(width), None) = (unknown.next(), unknown.next()) {
                *width = Some(rest);
                changed = true;
            }
        }
    }
    known.into_iter().collect()
}

fn has_no_height(tree: &Tree, row: NodeId) -> bool {
    let declared = style(tree, row, "height").unwrap_or_else(|| tree.attribute(row, "height").to_owned());
    number(&declared) == Some(0) && !declared.contains('.') && tree.shows_nothing(row)
}

/// The width of a `col` or cell in twips. Shares of the table's width tell nothing.
fn width(tree: &Tree, col: NodeId) -> Option<u32> {
    let value = style(tree, col, "width").unwrap_or_else(|| tree.attribute(col, "width").to_owned());
    let amount = number(&value)?;
    if value.ends_with('%') {
        None
    } else if value.ends_with("pt") {
        Some(amount.saturating_mul(20))
    } else {
        // 96 px are an inch, which is 1440 twips.
        Some(amount.saturating_mul(15))
    }
}
