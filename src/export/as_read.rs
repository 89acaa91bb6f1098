//! A report as it was read, with its findings as remarks at their places: for files that are no docx, or that hold several
//! reports.

use super::paper::{Block, Cell, Line, Mark, Paper, Table, placed, widths};
use super::remark::remark;
use crate::wire::{self, CheckedReport, FindingPlace, TableCellKind, TableView};

/// The paper. Every finding has its remark: at its first place, else at the title.
pub fn paper(checked: &CheckedReport) -> Paper {
    let mut paper = Paper { name: super::letter::title(&checked.report), ..Paper::default() };
    let findings = &checked.report.findings;
    paper.remarks = findings.iter().map(remark).collect();
    let mut homeless: Vec<usize> = Vec::new();
    let mut marks: Vec<(Home, Mark)> = Vec::new();
    for (number, finding) in findings.iter().enumerate() {
        match home(checked, finding) {
            Some((home, start, end)) => marks.push((home, Mark { start, end, remark: number })),
            None => homeless.push(number),
        }
    }
    for block in &checked.blocks {
        paper.blocks.push(self::block(checked, block, &mut marks));
    }
    // What stands nowhere in what is shown, such as a section that is missing, is told at the top.
    homeless.extend(marks.iter().map(|(_, mark)| mark.remark));
    match paper.blocks.first_mut() {
        Some(Block::Title(line) | Block::Heading(_, line) | Block::Paragraph(line)) => {
            at_top(line, &homeless);
        }
        _ if homeless.is_empty() => {}
        _ => {
            let mut line = Line::from(paper.name.as_str());
            at_top(&mut line, &homeless);
            paper.blocks.insert(0, Block::Title(line));
        }
    }
    paper
}

fn at_top(line: &mut Line, remarks: &[usize]) {
    line.marks.extend(remarks.iter().map(|&remark| Mark { start: 0, end: usize::MAX, remark }));
}

/// Where a remark is put.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// A line, counted from 0.
    Line(u32),
    /// A cell of a prescribed table.
    Cell(String),
}

/// Where the remark of a finding belongs to, with the characters in it: its cell if its first place is one, else that place.
fn home(checked: &CheckedReport, finding: &wire::Finding) -> Option<(Home, usize, usize)> {
    let place = finding.places.first();
    let shown = |place: &&FindingPlace| is_shown(checked, place.line.saturating_sub(1));
    if let Some(place) = place.filter(shown) {
        let start = place.column.saturating_sub(1) as usize;
        return Some((Home::Line(place.line - 1), start, start + place.length as usize));
    }
    // The term that stands at the place says which cell that is.
    let terms =
        finding.detail.equations.iter().flat_map(|equation| equation.left.iter().chain(&equation.right));
    let here = |term: &&wire::Term| term.place.map(|term| term.line) == place.map(|place| place.line);
    let term = terms.filter(here).find_map(|term| term.cell.as_ref()).map(|cell| &cell.id);
    term.or(finding.cells.first()).map(|cell| (Home::Cell(cell.clone()), 0, usize::MAX))
}

/// Whether a line is shown as such, and not as a cell of a table that is rebuilt.
fn is_shown(checked: &CheckedReport, index: u32) -> bool {
    checked.blocks.iter().any(|block| match block {
        wire::Block::Title { line } | wire::Block::Heading { line, .. } | wire::Block::Paragraph { line } => {
            *line == index
        }
        wire::Block::Table(_) => false,
    })
}

/// Takes the marks of one home out of the list.
fn take(marks: &mut Vec<(Home, Mark)>, here: &Home) -> Vec<Mark> {
    let (own, others) = std::mem::take(marks).into_iter().partition(|(home, _)| home == here);
    *marks = others;
    let own: Vec<(Home, Mark)> = own;
    own.into_iter().map(|(_, mark)| mark).collect()
}

fn block(checked: &CheckedReport, block: &wire::Block, marks: &mut Vec<(Home, Mark)>) -> Block {
    let mut line = |index: u32| Line {
        text: checked.lines.get(index as usize).cloned().unwrap_or_default(),
        marks: take(marks, &Home::Line(index)),
    };
    match block {
        wire::Block::Title { line: index } => Block::Title(line(*index)),
        wire::Block::Heading { line: index, level } => Block::Heading(*level, line(*index)),
        wire::Block::Paragraph { line: index } => Block::Paragraph(line(*index)),
        wire::Block::Table(view) => Block::Table(self::table(view, marks)),
    }
}

/// A table as it is shown; `marks` gives up those of its cells.
pub(super) fn table(view: &TableView, marks: &mut Vec<(Home, Mark)>) -> Table {
    let mut cell = |cell: &wire::TableCell| {
        let marks = match &cell.kind {
            TableCellKind::Value { id, .. } if !marks.is_empty() => take(marks, &Home::Cell(id.clone())),
            _ => Vec::new(),
        };
        Cell {
            head: matches!(cell.kind, TableCellKind::Head | TableCellKind::Label),
            line: Line { text: cell.text.clone(), marks },
            rows: cell.row_span,
            columns: cell.column_span,
        }
    };
    let rows: Vec<Vec<Cell>> = view.rows.iter().map(|row| row.iter().map(&mut cell).collect()).collect();
    let placed = placed(&rows, |cell| (cell.rows, cell.columns));
    let widths = widths(&placed, |cell| &cell.line.text, (5, 16));
    Table { heads: heads(view), widths, rows }
}

/// How many rows at the top are nothing but headings.
fn heads(view: &TableView) -> usize {
    let is_head = |row: &&Vec<wire::TableCell>| row.iter().all(|cell| cell.kind == TableCellKind::Head);
    view.rows.iter().take_while(is_head).count()
}
