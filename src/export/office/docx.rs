//! A paper as a docx (ECMA-376-1, 17), remarks as comments.
//!
//! `docx-rs` does as much and more; what it weighs is in ARCHITECTURE.md.

use super::docx_parts::{FOOTER, MAIN, OF_DOCUMENT, RELATIONS, SECTION, STYLES, TYPES, WIDTH};
use super::package;
use super::xml::{HEAD, escape};
use crate::export::paper::{Block, Cell, Line, Paper, Placed, Table, by_row, placed};
use std::fmt::Write as _;

/// Who makes the comments.
pub const AUTHOR: &str = "校核";

/// The file.
pub fn write(paper: &Paper) -> Vec<u8> {
    let body: String = paper.blocks.iter().map(block).collect();
    let relations = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let main = |element: &str, content: &str| {
        format!("{HEAD}<w:{element} xmlns:w=\"{MAIN}\">{content}</w:{element}>")
    };
    let comments: String =
        paper.remarks.iter().enumerate().map(|(number, remark)| comment("w:", number, remark)).collect();
    package(&[
        ("[Content_Types].xml", format!("{HEAD}{TYPES}")),
        ("_rels/.rels", format!("{HEAD}{RELATIONS}")),
        ("docProps/core.xml", properties(&paper.name)),
        (
            "word/document.xml",
            format!(
                "{HEAD}<w:document xmlns:w=\"{MAIN}\" {relations}><w:body>{body}{SECTION}</w:body></w:document>"
            ),
        ),
        ("word/_rels/document.xml.rels", format!("{HEAD}{OF_DOCUMENT}")),
        ("word/styles.xml", main("styles", STYLES)),
        ("word/footer1.xml", main("ftr", FOOTER)),
        ("word/comments.xml", main("comments", &comments)),
    ])
}

/// A comment of the part `comments`, its paragraphs one below the other; `prefix` is that of the part's elements, with its
/// colon.
pub fn comment(prefix: &str, number: usize, paragraphs: &[String]) -> String {
    let mut comment = format!(
        "<{prefix}comment {prefix}id=\"{number}\" {prefix}author=\"{AUTHOR}\" {prefix}initials=\"{AUTHOR}\">"
    );
    for paragraph in paragraphs {
        let text = escape(paragraph);
        let _ = write!(
            comment,
            "<{prefix}p><{prefix}r><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}r></{prefix}p>"
        );
    }
    let _ = write!(comment, "</{prefix}comment>");
    comment
}

/// What begins the stretch that a comment belongs to.
pub fn range_start(prefix: &str, number: usize) -> String {
    format!("<{prefix}commentRangeStart {prefix}id=\"{number}\"/>")
}

/// What ends it, with the reference that every comment needs.
pub fn range_end(prefix: &str, number: usize) -> String {
    format!(
        "<{prefix}commentRangeEnd {prefix}id=\"{number}\"/><{prefix}r><{prefix}commentReference {prefix}id=\"{number}\"/></{prefix}r>"
    )
}

fn properties(name: &str) -> String {
    let (name, author) = (escape(name), AUTHOR);
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{name}</dc:title><dc:creator>{author}</dc:creator></cp:coreProperties>"
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(line) => paragraph("Title", line),
        Block::Heading(level, line) => paragraph(&format!("Heading{}", level.clamp(&1, &4)), line),
        Block::Paragraph(line) => paragraph("Normal", line),
        Block::Table(table) => self::table(table),
    }
}

fn paragraph(style: &str, line: &Line) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", runs(line))
}

/// The runs of a line, with the ranges of its comments around them.
fn runs(line: &Line) -> String {
    let mut runs = String::new();
    for piece in line.pieces() {
        piece.begin.iter().for_each(|remark| runs.push_str(&range_start("w:", *remark)));
        for (at, text) in piece.text.split('\n').enumerate() {
            if at > 0 {
                runs.push_str("<w:r><w:br/></w:r>");
            }
            if !text.is_empty() {
                let _ = write!(runs, "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text));
            }
        }
        piece.end.iter().for_each(|remark| runs.push_str(&range_end("w:", *remark)));
    }
    runs
}

/// A cell of nothing.
const EMPTY: &str = "<w:tc><w:p/></w:tc>";

fn table(table: &Table) -> String {
    let cells = placed(&table.rows, |cell| (cell.rows, cell.columns));
    let columns = cells.iter().map(|at| at.column + at.columns).max().unwrap_or(1);
    let widths = widths(table, columns);
    let mut xml = String::from("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(xml, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    xml.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
    for width in &widths {
        let _ = write!(xml, "<w:gridCol w:w=\"{width}\"/>");
    }
    xml.push_str("</w:tblGrid>");
    for (row, covering) in by_row(&cells, table.rows.len()).into_iter().enumerate() {
        let head = if row < table.heads { "<w:tblHeader/>" } else { "" };
        let _ = write!(xml, "<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>");
        let mut next = 0;
        for (column, at) in covering.into_iter().filter(|(column, at)| *column == at.column) {
            // Columns that no cell covers.
            (next..column).for_each(|_| xml.push_str(EMPTY));
            tc(&mut xml, at, row, widths.iter().skip(at.column).take(at.columns).sum());
            next = column + at.columns;
        }
        (next..columns).for_each(|_| xml.push_str(EMPTY));
        xml.push_str("</w:tr>");
    }
    // A table needs a paragraph behind it, in a cell and before another table.
    xml.push_str("</w:tbl><w:p/>");
    xml
}

/// A cell in a row that it stands in or reaches down to.
fn tc(xml: &mut String, at: &Placed<'_, Cell>, row: usize, width: usize) {
    let _ = write!(xml, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    if at.columns > 1 {
        let _ = write!(xml, "<w:gridSpan w:val=\"{}\"/>", at.columns);
    }
    if at.rows > 1 {
        xml.push_str(if at.row == row { "<w:vMerge w:val=\"restart\"/>" } else { "<w:vMerge/>" });
    }
    if at.cell.head {
        xml.push_str("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>");
    }
    xml.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
    if at.row == row {
        xml.push_str(&paragraph("Cell", &at.cell.line));
    } else {
        xml.push_str("<w:p/>");
    }
    xml.push_str("</w:tc>");
}

/// The widths of the columns in twips, which fill the page.
fn widths(table: &Table, columns: usize) -> Vec<usize> {
    let given: Vec<usize> = (0..columns)
        .map(|column| table.widths.get(column).map_or(1, |&width| width.max(1) as usize))
        .collect();
    let total = given.iter().sum::<usize>().max(1);
    given.iter().map(|width| WIDTH * width / total).collect()
}
