//! Correcting what was pasted at one place, a cell or a line, without the clerk having to find it in the text.

use jiaohe::wire::{Block, CheckedReport, Place, TableCell, TableCellKind};

/// What is to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Edit {
    /// The content of a cell.
    Cell {
        /// The cell.
        id: String,
        /// What it shall hold.
        text: String,
    },
    /// A whole line, counted from 0.
    Line {
        /// Which one.
        line: u32,
        /// What it said when it was opened: by then it may be another.
        before: String,
        /// What it shall say; it may become several.
        text: String,
    },
}

/// The pasted text after the change; `None` if it no longer says there what was checked, or has no such place.
pub(crate) fn in_text(text: &str, checked: &CheckedReport, edit: &Edit) -> Option<String> {
    let (place, new) = match edit {
        Edit::Cell { id, text } => (place_of(checked, id)?, one_line(text)),
        Edit::Line { line, before, text } => {
            let said = line_at(checked, *line).filter(|said| said == before)?;
            let length = u32::try_from(said.chars().count()).ok()?;
            (Place { line: line + 1, column: 1, length }, text.replace('\r', ""))
        }
    };
    let index = usize::try_from(place.line).ok()?.checked_sub(1)?;
    let start: usize = text.split('\n').take(index).map(|line| line.len() + 1).sum();
    let here = text.split('\n').nth(index)?;
    if checked.lines.get(index)?.trim_end() != here.trim_end() {
        return None;
    }
    let byte = |characters: u32| {
        let at = usize::try_from(characters).ok()?;
        here.char_indices().map(|(byte, _)| byte).chain([here.len()]).nth(at)
    };
    let from = byte(place.column.checked_sub(1)?)?;
    let to = byte(place.column.checked_sub(1)?.checked_add(place.length)?)?;
    let (before, rest) = (text.get(..start + from)?, text.get(start + to..)?);
    Some([before, &new, rest].concat())
}

/// A paste with tables as text after the change: its tables as they are shown, cells parted by tabs. `None` if the line to be
/// changed no longer says what it did.
pub(crate) fn as_text(checked: &CheckedReport, edit: &Edit) -> Option<String> {
    if let Edit::Line { line, before, .. } = edit {
        line_at(checked, *line).filter(|said| said == before)?;
    }
    let mut lines = Vec::new();
    for block in &checked.blocks {
        match block {
            Block::Title { line } | Block::Heading { line, .. } | Block::Paragraph { line } => {
                lines.push(match edit {
                    Edit::Line { line: changed, text, .. } if changed == line => text.replace('\r', ""),
                    _ => line_at(checked, *line).unwrap_or_default().to_owned(),
                });
            }
            Block::Table(table) => lines.extend(rows(&table.rows, edit)),
        }
    }
    Some(lines.join("\n"))
}

/// The rows of a table with every place of its grid filled, so that no cell is taken for its neighbour.
fn rows(rows: &[Vec<TableCell>], edit: &Edit) -> Vec<String> {
    // For each column how many more rows it is covered from above.
    let mut covered: Vec<u32> = Vec::new();
    let row = |cells: &Vec<TableCell>| {
        let mut line: Vec<String> = Vec::new();
        let skip = |line: &mut Vec<String>, covered: &mut Vec<u32>| {
            while let Some(left) = covered.get_mut(line.len()).filter(|left| **left > 0) {
                *left -= 1;
                line.push(String::new());
            }
        };
        for cell in cells {
            skip(&mut line, &mut covered);
            for column in 0..cell.column_span.max(1) {
                if covered.len() <= line.len() {
                    covered.resize(line.len() + 1, 0);
                }
                if let Some(left) = covered.get_mut(line.len()) {
                    *left = cell.row_span.saturating_sub(1);
                }
                line.push(if column == 0 { content(cell, edit) } else { String::new() });
            }
        }
        skip(&mut line, &mut covered);
        line.join("\t")
    };
    rows.iter().map(row).collect()
}

fn content(cell: &TableCell, edit: &Edit) -> String {
    match (&cell.kind, edit) {
        (TableCellKind::Value { id, .. }, Edit::Cell { id: changed, text }) if id == changed => {
            one_line(text)
        }
        _ => one_line(&cell.text),
    }
}

/// Cells are parted by tabs and rows by line ends: none may stand in a cell.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn line_at(checked: &CheckedReport, line: u32) -> Option<&str> {
    checked.lines.get(usize::try_from(line).ok()?).map(String::as_str)
}

fn place_of(checked: &CheckedReport, cell: &str) -> Option<Place> {
    let tables = checked.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    tables.flatten().flatten().find_map(|drawn| match &drawn.kind {
        TableCellKind::Value { id, place, .. } if id == cell => *place,
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Edit, as_text, in_text};
    use crate::state::empty_result;
    use jiaohe::wire::{Block, CellStateKind, CheckedReport, Place, TableCell, TableCellKind, TableView};

    fn drawn(kind: TableCellKind, text: &str, row_span: u32, column_span: u32) -> TableCell {
        TableCell { kind, text: text.into(), row_span, column_span }
    }

    fn value(id: &str, text: &str, place: Option<Place>) -> TableCell {
        let kind =
            TableCellKind::Value { id: id.into(), state: CellStateKind::Number, place, label: String::new() };
        drawn(kind, text, 1, 1)
    }

    /// 标题, a table of two rows of which the first cell covers both, 段落.
    fn checked() -> CheckedReport {
        let place = |line, column, length| Some(Place { line, column, length });
        let rows = vec![
            vec![
                drawn(TableCellKind::Label, "𠮷项", 2, 1),
                drawn(TableCellKind::Label, "甲", 1, 2),
                value("a", "3", place(2, 7, 1)),
            ],
            vec![drawn(TableCellKind::Label, "乙", 1, 2), value("b", "", place(3, 5, 0))],
        ];
        let table = TableView { table: None, caption: String::new(), unreadable: String::new(), rows };
        CheckedReport {
            lines: ["标题", "𠮷项\t甲\t\t3", "\t乙\t\t", "收到申请3件。"].map(str::to_owned).to_vec(),
            blocks: vec![Block::Title { line: 0 }, Block::Table(table), Block::Paragraph { line: 3 }],
            ..empty_result()
        }
    }

    const TEXT: &str = "标题\n𠮷项\t甲\t\t3\n\t乙\t\t\n收到申请3件。";

    fn cell(id: &str, text: &str) -> Edit {
        Edit::Cell { id: id.into(), text: text.into() }
    }

    #[test]
    fn a_cell_is_written_back_where_it_stands_and_nothing_else_moves() {
        let changed = in_text(TEXT, &checked(), &cell("a", " 1\t2\n"));
        assert_eq!(changed.as_deref(), Some("标题\n𠮷项\t甲\t\t1 2\n\t乙\t\t\n收到申请3件。"));
        let filled = in_text(TEXT, &checked(), &cell("b", "5"));
        assert_eq!(filled.as_deref(), Some("标题\n𠮷项\t甲\t\t3\n\t乙\t\t5\n收到申请3件。"));
        assert_eq!(in_text(TEXT, &checked(), &cell("c", "5")), None, "there is no such cell");
    }

    #[test]
    fn a_line_becomes_another_or_several() {
        let line =
            Edit::Line {
                line: 3, before: "收到申请3件。".into(), text: "收到申请4件。\r\n另有1件。".into()
            };
        let changed = in_text(TEXT, &checked(), &line);
        assert_eq!(changed.as_deref(), Some("标题\n𠮷项\t甲\t\t3\n\t乙\t\t\n收到申请4件。\n另有1件。"));
    }

    #[test]
    fn text_that_was_changed_meanwhile_is_left_alone() {
        let moved = format!("新的一行\n{TEXT}");
        assert_eq!(in_text(&moved, &checked(), &cell("a", "1")), None);
    }

    #[test]
    fn a_paste_with_tables_becomes_text_with_every_cell_in_its_column() {
        assert_eq!(
            as_text(&checked(), &cell("a", "9")).as_deref(),
            Some("标题\n𠮷项\t甲\t\t9\n\t乙\t\t\n收到申请3件。")
        );
        let line =
            Edit::Line { line: 3, before: "收到申请3件。".into(), text: "收到申请4件。".into() };
        assert_eq!(
            as_text(&checked(), &line).as_deref(),
            Some("标题\n𠮷项\t甲\t\t3\n\t乙\t\t\n收到申请4件。")
        );
        let other =
            Edit::Line { line: 3, before: "收到申请2件。".into(), text: "收到申请4件。".into() };
        assert_eq!(as_text(&checked(), &other), None, "it is another line by now");
        assert_eq!(in_text(TEXT, &checked(), &other), None);
    }
}
