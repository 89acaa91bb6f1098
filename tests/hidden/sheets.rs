//! Workbooks.

use super::office::{escape, open_document, open_rows};
use super::{Part, Situation as S};
use jiaohe_testkit::docx::pack;
use jiaohe_testkit::grid::{Cell, Kind, Slot};

/// The columns of a workbook that the report takes.
const COLUMNS: [&str; 15] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O"];

/// A text with its row.
type Line<'p> = (usize, &'p str);
/// A cell with its row and column.
type Placed<'p> = (usize, usize, &'p Cell);

/// The parts laid out one below the other: texts alone in the first column, with their row; cells with row and column.
fn rows(parts: &[Part]) -> (Vec<Line<'_>>, Vec<Placed<'_>>) {
    let (mut texts, mut cells, mut at) = (Vec::new(), Vec::new(), 0);
    for part in parts {
        match part {
            Part::Text(line) => {
                texts.push((at, line.as_str()));
                at += 1;
            }
            Part::Table(grid) => {
                for row in 0..grid.height {
                    for (column, slot) in grid.row(row).into_iter().enumerate() {
                        if let Slot::Cell(cell) = slot {
                            cells.push((at, column, cell));
                        }
                    }
                    at += 1;
                }
            }
        }
    }
    (texts, cells)
}

/// The runs of a value in `SpreadsheetML`, and the format of its cell.
fn runs(situation: S, value: &str) -> Option<(String, usize)> {
    let run = |properties: &str, text: &str| format!("<r><rPr>{properties}</rPr><t>{text}</t></r>");
    let usual = "<sz val='11'/><color rgb='FF000000'/>";
    let before = |properties: &str| Some((run(properties, "9") + &run(usual, value), 0));
    let behind = |properties: &str| Some((run(usual, value) + &run(properties, "1"), 0));
    match situation {
        S::Raised => behind("<vertAlign val='superscript'/>"),
        S::Lowered => behind("<vertAlign val='subscript'/>"),
        S::SmallDigit => behind("<sz val='6'/>"),
        S::Struck => before("<strike/>"),
        S::White => before("<color rgb='FFFFFFFF'/>"),
        S::WhiteByStyle => before("<color theme='0'/>"),
        S::Faint => Some((run("<color rgb='FFDDEEDD'/>", "9") + &run(usual, value), 1)),
        S::Tiny => before("<sz val='1'/>"),
        _ => None,
    }
}

pub(crate) fn xlsx(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    runs(situation, "")?;
    let mut lines: Vec<String> = Vec::new();
    let mut merges = String::new();
    let mut put = |row: usize, column: usize, inside: &str, format: usize| {
        lines.resize(lines.len().max(row + 1), String::new());
        lines[row] += &format!(
            "<c r='{}{}' s='{format}' t='inlineStr'><is>{inside}</is></c>",
            COLUMNS[column],
            row + 1
        );
    };
    let (texts, cells) = rows(parts);
    for (row, line) in texts {
        put(row, 0, &format!("<t>{}</t>", escape(line)), 0);
    }
    for (row, column, cell) in cells {
        let (inside, format) = match cell.kind {
            Kind::Value => runs(situation, &cell.text)?,
            _ => (format!("<t>{}</t>", escape(&cell.text)), 0),
        };
        put(row, column, &inside, format);
        if cell.rows > 1 || cell.columns > 1 {
            merges += &format!(
                "<mergeCell ref='{}{}:{}{}'/>",
                COLUMNS[column],
                row + 1,
                COLUMNS[column + cell.columns - 1],
                row + cell.rows
            );
        }
    }
    let rows = lines.iter().enumerate().map(|(at, cells)| format!("<row r='{}'>{cells}</row>", at + 1));
    let rows = rows.collect::<Vec<_>>().concat();
    let styles = "<styleSheet><fonts><font><sz val='11'/></font></fonts>\
        <fills><fill><patternFill patternType='none'/></fill><fill><patternFill patternType='solid'><fgColor rgb='FFDDEEDD'/></patternFill></fill></fills>\
        <borders><border/></borders><cellXfs><xf/><xf fillId='1'/></cellXfs></styleSheet>";
    Some(pack(&[
        ("[Content_Types].xml", "<Types><Override ContentType='spreadsheetml'/></Types>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name='a' r:id='r1'/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='s.xml'/><Relationship Id='r2' Type='x/styles' Target='t.xml'/></Relationships>",
        ),
        (
            "xl/s.xml",
            &format!("<worksheet><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"),
        ),
        ("xl/t.xml", styles),
    ]))
}

pub(crate) fn excel_2003(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    let value = |text: &str| match situation {
        S::Raised => Some(format!("{text}<Sup>1</Sup>")),
        S::Lowered => Some(format!("{text}<Sub>1</Sub>")),
        S::Struck => Some(format!("<S>9</S>{text}")),
        S::White => Some(format!("<Font html:Color='#FFFFFF'>9</Font>{text}")),
        S::Tiny => Some(format!("<Font html:Size='1'>9</Font>{text}")),
        S::SmallDigit => Some(format!("<Font html:Size='11'>{text}</Font><Font html:Size='6'>1</Font>")),
        S::Comment => Some(text.to_owned()),
        _ => None,
    };
    value("")?;
    let comment = if situation == S::Comment { "<Comment><ss:Data>9</ss:Data></Comment>" } else { "" };
    let mut out = String::new();
    let mut last = usize::MAX;
    let (texts, cells) = rows(parts);
    let mut all: Vec<(usize, usize, String)> = texts
        .into_iter()
        .map(|(row, line)| (row, 0, format!("<Cell><Data ss:Type='String'>{}</Data></Cell>", escape(line))))
        .collect();
    for (row, column, cell) in cells {
        let (inside, more) = match cell.kind {
            Kind::Value => (value(&cell.text)?, comment),
            _ => (escape(&cell.text), ""),
        };
        all.push((
            row,
            column,
            format!(
                "<Cell ss:Index='{}' ss:MergeAcross='{}' ss:MergeDown='{}'><ss:Data ss:Type='String' xmlns='http://www.w3.org/TR/REC-html40'>{inside}</ss:Data>{more}</Cell>",
                column + 1,
                cell.columns - 1,
                cell.rows - 1
            ),
        ));
    }
    all.sort_by_key(|(row, column, _)| (*row, *column));
    for (row, _, cell) in all {
        if row != last {
            out += &format!("{}<Row ss:Index='{}'>", if last == usize::MAX { "" } else { "</Row>" }, row + 1);
            last = row;
        }
        out += &cell;
    }
    Some(
        format!(
            "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet' xmlns:html='http://www.w3.org/TR/REC-html40'>\
             <Worksheet ss:Name='a'><Table>{out}</Row></Table></Worksheet></Workbook>"
        )
        .into_bytes(),
    )
}

pub(crate) fn ods(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    if situation == S::Prompt {
        return None;
    }
    let mut body = String::from("<table:table table:name='a'>");
    for part in parts {
        match part {
            Part::Text(text) => {
                body += &format!(
                    "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>",
                    escape(text)
                );
            }
            Part::Table(grid) => body += &open_rows(grid, situation)?,
        }
    }
    Some(open_document("spreadsheet", &(body + "</table:table>")))
}
