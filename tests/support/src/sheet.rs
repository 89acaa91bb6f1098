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

/// The report on one sheet of an xlsx, with merged cells; texts stand in their cells.
pub fn xlsx(scenario: &Scenario, style: Style) -> Vec<u8> {
    let name = |column: usize, row: usize| {
        format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1)
    };
    let (mut data, mut merged) = (String::new(), String::new());
    for (at, row) in rows(scenario, style).into_iter().enumerate() {
        data.push_str(&format!("<row r=\"{}\">", at + 1));
        let cells = match row {
            Row::Text(text) => vec![(0, 1, 15, text)],
            Row::Cells(cells) => cells,
        };
        for (column, rows, columns, text) in cells {
            let place = name(column, at);
            data.push_str(&match text.parse::<f64>() {
                Ok(_) => format!("<c r=\"{place}\" s=\"1\"><v>{text}</v></c>"),
                Err(_) => {
                    format!("<c r=\"{place}\" s=\"1\" t=\"inlineStr\"><is><t>{}</t></is></c>", escape(&text))
                }
            });
            if rows * columns > 1 {
                let last = name(column + columns - 1, at + rows - 1);
                merged.push_str(&format!("<mergeCell ref=\"{place}:{last}\"/>"));
            }
        }
        data.push_str("</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let relations =
        |inside: &str| format!("<Relationships xmlns=\"{package}/relationships\">{inside}</Relationships>");
    let part = |name: &str, of: &str| {
        format!("<Override PartName=\"/xl/{name}.xml\" ContentType=\"{kind}.{of}+xml\"/>")
    };
    let side = |side: &str| format!("<{side} style=\"thin\"/>");
    let border = ["left", "right", "top", "bottom"].map(side).concat();
    crate::docx::pack(&[
        (
            "[Content_Types].xml",
            &format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{}{}{}</Types>",
                part("workbook", "sheet.main"),
                part("worksheets/sheet1", "worksheet"),
                part("styles", "styles")
            ),
        ),
        ("_rels/.rels", &relations(&relation("rId1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"年报\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &relations(
                &(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                    + &relation("rId2", "styles", "styles.xml")),
            ),
        ),
        (
            "xl/styles.xml",
            &format!(
                "<styleSheet xmlns=\"{main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"2\"><border/><border>{border}</border></borders>\
                 <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf borderId=\"1\" applyBorder=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                "<worksheet xmlns=\"{main}\"><sheetData>{data}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
            ),
        ),
    ])
}
