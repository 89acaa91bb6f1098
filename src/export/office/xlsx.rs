//! Tables as an xlsx (ECMA-376-1, 18). Texts stand in their cells (`inlineStr`), so none is ever taken for a formula.
//!
//! `rust_xlsxwriter` does as much and more; what it weighs is in ARCHITECTURE.md.

use super::package;
use super::xml::{HEAD, escape};
use crate::export::paper::{Placed, breadth, by_row, placed};
use crate::export::{acts_in_spreadsheet, is_number};
use std::fmt::Write as _;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// The title above a table.
    Title,
    /// A heading.
    Head,
    /// Text, or a number.
    #[default]
    Body,
    /// As text, without lines around it.
    Note,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text; a plain number becomes one.
    pub text: String,
    /// Its look.
    pub look: Look,
    /// Rows covered.
    pub rows: u32,
    /// Columns covered.
    pub columns: u32,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Its name: at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// The widths of the columns, in digits of the usual font.
    pub widths: Vec<u32>,
    /// How many rows stay in view, the last of them the headings; with filters if there are any rows below.
    pub frozen: usize,
    /// Rows of cells; a cell that another one covers is left out.
    pub rows: Vec<Vec<Cell>>,
}

/// The file.
pub fn write(pages: &[Page]) -> Vec<u8> {
    let numbers = || 1..=pages.len();
    let each = |show: &dyn Fn(usize) -> String| numbers().map(show).collect::<String>();
    let types = each(&|n| {
        format!(
            "<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        )
    });
    let sheets = pages.iter().zip(1..).fold(String::new(), |mut sheets, (page, n)| {
        let _ = write!(sheets, "<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escape(&page.name));
        sheets
    });
    let relations = each(&|n| {
        format!(
            "<Relationship Id=\"rId{n}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        )
    });
    let styles = pages.len() + 1;
    let names: Vec<String> = numbers().map(|n| format!("xl/worksheets/sheet{n}.xml")).collect();
    let mut parts = vec![
        (
            "[Content_Types].xml",
            format!(
                "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}<Relationship Id=\"rId{styles}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml", format!("{HEAD}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>")),
    ];
    parts.extend(names.iter().zip(pages).map(|(name, page)| (name.as_str(), sheet(page))));
    package(&parts)
}

/// The looks in the order of [`style`]: title, heading, body, note; then body and note that a formula's sign begins.
const STYLES: &str = "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><b/><sz val=\"14\"/><name val=\"宋体\"/></font><font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>\
<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF2F2F2\"/></patternFill></fill></fills>\
<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"7\">\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>\
<xf numFmtId=\"0\" fontId=\"2\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" quotePrefix=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\"/>\
</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

/// Which of the styles a cell has. One that begins like a formula is marked as text, so that it stays text when it is edited.
fn style(cell: &Cell) -> u8 {
    match (cell.look, acts_in_spreadsheet(&cell.text)) {
        (Look::Title, _) => 1,
        (Look::Head, _) => 2,
        (Look::Body, false) => 3,
        (Look::Note, false) => 4,
        (Look::Body, true) => 5,
        (Look::Note, true) => 6,
    }
}

fn sheet(page: &Page) -> String {
    let cells = placed(&page.rows, |cell| (cell.rows, cell.columns));
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
    );
    if page.frozen > 0 {
        let top = page.frozen;
        let _ = write!(
            xml,
            "<pane ySplit=\"{top}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/>",
            top + 1
        );
    }
    xml.push_str("</sheetView></sheetViews>");
    if !page.widths.is_empty() {
        xml.push_str("<cols>");
        for (width, n) in page.widths.iter().zip(1..) {
            let _ = write!(xml, "<col min=\"{n}\" max=\"{n}\" width=\"{width}\" customWidth=\"1\"/>");
        }
        xml.push_str("</cols>");
    }
    xml.push_str("<sheetData>");
    for (row, covering) in by_row(&cells, page.rows.len()).into_iter().enumerate() {
        let _ = write!(xml, "<row r=\"{}\"{}>", row + 1, height(page, row, &covering));
        for (column, at) in covering {
            let (name, style) = (reference(row, column), style(at.cell));
            if (at.row, at.column) == (row, column) {
                value(&mut xml, &name, style, at.cell);
            } else {
                // Covered cells carry the border of the whole.
                let _ = write!(xml, "<c r=\"{name}\" s=\"{style}\"/>");
            }
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData>");
    if page.frozen > 0 && page.rows.len() > page.frozen {
        let last = page.rows.get(page.frozen - 1).map_or(1, Vec::len).max(1) - 1;
        let _ = write!(
            xml,
            "<autoFilter ref=\"{}:{}\"/>",
            reference(page.frozen - 1, 0),
            reference(page.rows.len() - 1, last)
        );
    }
    let merged: Vec<_> = cells.iter().filter(|at| at.rows * at.columns > 1).collect();
    if !merged.is_empty() {
        let _ = write!(xml, "<mergeCells count=\"{}\">", merged.len());
        for at in merged {
            let end = reference(at.row + at.rows - 1, at.column + at.columns - 1);
            let _ = write!(xml, "<mergeCell ref=\"{}:{end}\"/>", reference(at.row, at.column));
        }
        xml.push_str("</mergeCells>");
    }
    xml.push_str("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    xml
}

/// The height of a row whose texts take several lines: spreadsheets find it by themselves only where nothing is merged.
fn height(page: &Page, row: usize, covering: &[(usize, &Placed<'_, Cell>)]) -> String {
    let lines = |at: &Placed<'_, Cell>| {
        let width: u32 = page.widths.iter().skip(at.column).take(at.columns).sum();
        let line = |line: &str| line.chars().map(breadth).sum::<u32>().div_ceil(width.max(1)).max(1);
        at.cell.text.split('\n').map(line).sum::<u32>()
    };
    let own = covering.iter().filter(|(column, at)| (at.row, at.rows, at.column) == (row, 1, *column));
    let bound = own.filter(|(_, at)| matches!(at.cell.look, Look::Head | Look::Body));
    match bound.map(|(_, at)| lines(at)).max().unwrap_or(1) {
        0 | 1 => String::new(),
        // At most what a spreadsheet allows, 409 points.
        lines => format!(" ht=\"{}\" customHeight=\"1\"", (lines * 15).min(405)),
    }
}

fn value(xml: &mut String, name: &str, style: u8, cell: &Cell) {
    let text = cell.text.as_str();
    // Spreadsheets keep fifteen digits, and no zeros in front.
    let exact = text.len() <= 15 && !(text.len() > 1 && text.starts_with('0') && !text.starts_with("0."));
    if text.is_empty() {
        let _ = write!(xml, "<c r=\"{name}\" s=\"{style}\"/>");
    } else if exact && is_number(text) {
        let _ = write!(xml, "<c r=\"{name}\" s=\"{style}\"><v>{text}</v></c>");
    } else {
        let lines: Vec<String> = text.split('\n').map(escape).collect();
        let _ = write!(
            xml,
            "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            lines.join("\n")
        );
    }
}

/// A cell's name, such as `AB12`; both count from 0.
fn reference(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.iter().rev().collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells_go_on_after_z() {
        for (column, name) in [(0, "A1"), (25, "Z1"), (26, "AA1"), (51, "AZ1"), (52, "BA1"), (702, "AAA1")] {
            assert_eq!(reference(0, column), name);
        }
    }
}
