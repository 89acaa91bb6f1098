//! A report on sheets: as one XML file of Excel 2003, and as CSV.

use crate::docx::escape;
use crate::grid::{Slot, grid};
use crate::scenario::{Scenario, Style};

/// A line of text, or the row of a table.
enum Row {
    Text(String),
    /// Cells with their column, rows and columns covered.
    Cells(Vec<(usize, usize, usize, String)>),
}

fn rows(scenario: &Scenario, style: Style) -> Vec<Row> {
    let mut rows = vec![Row::Text(scenario.title.clone())];
    rows.extend(scenario.preface.iter().cloned().map(Row::Text));
    for section in &scenario.sections {
        rows.push(Row::Text(section.heading.clone()));
        if (2..=4).contains(&section.number) && scenario.tables[usize::from(section.number) - 2] {
            let grid = grid(scenario, section.number, style);
            for row in 0..grid.height {
                let cells = grid.row(row).into_iter().enumerate().filter_map(|(column, slot)| match slot {
                    Slot::Cell(cell) => Some((column, cell.rows, cell.columns, cell.text.clone())),
                    _ => None,
                });
                rows.push(Row::Cells(cells.collect()));
            }
        }
        rows.extend(section.prose.iter().cloned().map(Row::Text));
    }
    rows
}

/// The report on one sheet in `SpreadsheetML` 2003.
pub fn excel_2003(scenario: &Scenario, style: Style) -> String {
    let data = |text: &str| {
        let kind = if text.parse::<f64>().is_ok() { "Number" } else { "String" };
        format!("<Data ss:Type=\"{kind}\">{}</Data>", escape(text))
    };
    let mut out = String::new();
    for row in rows(scenario, style) {
        out.push_str("<Row>");
        match row {
            Row::Text(text) => out.push_str(&format!("<Cell ss:MergeAcross=\"14\">{}</Cell>", data(&text))),
            Row::Cells(cells) => {
                for (column, rows, columns, text) in cells {
                    out.push_str(&format!(
                        "<Cell ss:Index=\"{}\" ss:MergeAcross=\"{}\" ss:MergeDown=\"{}\" ss:StyleID=\"a\">{}</Cell>",
                        column + 1,
                        columns - 1,
                        rows - 1,
                        if text.is_empty() { String::new() } else { data(&text) }
                    ));
                }
            }
        }
        out.push_str("</Row>");
    }
    format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
         <Styles><Style ss:ID=\"a\"><Borders><Border ss:Position=\"Top\" ss:LineStyle=\"Continuous\"/></Borders></Style></Styles>\
         <Worksheet ss:Name=\"Sheet1\"><Table>{out}</Table></Worksheet></Workbook>"
    )
}

/// The report as CSV: what merged cells cover is blank, and every row has as many fields as the widest.
pub fn csv(scenario: &Scenario, style: Style) -> String {
    let rows = rows(scenario, style);
    let width = |row: &Row| match row {
        Row::Text(_) => 1,
        Row::Cells(cells) => cells.last().map_or(0, |(column, ..)| column + 1),
    };
    let widest = rows.iter().map(width).max().unwrap_or(1);
    let field = |text: &str| {
        if text.contains([',', '"', '\n']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    };
    let line = |row: Row| {
        let mut fields = vec![String::new(); widest];
        match row {
            Row::Text(text) => fields[0] = field(&text),
            Row::Cells(cells) => {
                for (column, _, _, text) in cells {
                    fields[column] = field(&text);
                }
            }
        }
        fields.join(",") + "\r\n"
    };
    rows.into_iter().map(line).collect()
}
