//! For spreadsheets: UTF-8 with a byte order mark, as Excel and WPS expect, fields quoted as RFC 4180 says.

use super::{acts_in_spreadsheet, plain, sheet};
use crate::wire::{Output, Sheet};

/// The mark by which spreadsheets know UTF-8.
const MARK: char = '\u{feff}';

/// One finding a line.
pub fn findings(output: &Output) -> String {
    table(&sheet::findings(output, &[]))
}

/// The columns and rows of a sheet. Its title and notes are left out: a program that reads the file expects one table.
pub fn table(sheet: &Sheet) -> String {
    let mut text = String::from(MARK);
    for cells in std::iter::once(&sheet.columns).chain(sheet.rows.iter().map(|row| &row.cells)) {
        row(&mut text, cells);
    }
    text
}

fn row(text: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        let cell = harmless(cell);
        if cell.contains([',', '"']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}

/// A cell that begins like a formula would be run by a spreadsheet; a quote in front keeps it text.
fn harmless(cell: &str) -> String {
    let quote = if acts_in_spreadsheet(cell) { "'" } else { "" };
    format!("{quote}{}", plain(cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::SheetRow;

    /// What another program reads back, the head left out.
    fn read_back(cells: &[&str]) -> Vec<String> {
        let cells: Vec<String> = cells.iter().map(|&cell| cell.to_owned()).collect();
        let row = SheetRow { cells, marked: false };
        let columns = vec!["列".to_owned(); row.cells.len()];
        let sheet =
            Sheet { relation: None, title: "表".into(), notes: Vec::new(), columns, rows: vec![row] };
        let text = table(&sheet);
        let mut reader = ::csv::Reader::from_reader(text.trim_start_matches(MARK).as_bytes());
        reader.records().next().unwrap().unwrap().iter().map(str::to_owned).collect()
    }

    #[test]
    fn fields_come_back_as_they_were() {
        let cells = ["甲,乙", "他说\"是\"", "", "-3", "－", "12.50"];
        let back = read_back(&cells);
        assert_eq!(back[..4], ["甲,乙", "他说\"是\"", "", "-3"]);
        assert_eq!(back[5], "12.50");
    }

    #[test]
    fn nothing_is_left_that_a_spreadsheet_would_run() {
        for cell in
            ["=1+1", "+1", "-x", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\t=1", "\r=1", "-", "-1.", "1\n=2"]
        {
            let back = read_back(&[cell, ""]).remove(0);
            assert!(back.starts_with('\'') || cell.starts_with('1'), "{cell:?} gives {back:?}");
            assert!(!back.chars().any(char::is_control), "{cell:?} gives {back:?}");
        }
    }
}
