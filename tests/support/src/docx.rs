//! A Word document, as small as Word accepts.

use crate::grid::{Grid, Slot, grid};
use crate::scenario::{Scenario, Style};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" \
ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
Target=\"word/document.xml\"/></Relationships>";

/// The report as a docx file.
pub fn write(scenario: &Scenario, style: Style) -> Vec<u8> {
    let mut body = paragraph(&scenario.title);
    body.extend(scenario.preface.iter().map(|text| paragraph(text)));
    for section in &scenario.sections {
        body += &paragraph(&section.heading);
        if (2..=4).contains(&section.number) && scenario.tables[usize::from(section.number) - 2] {
            body += &table(&grid(scenario, section.number, style));
        }
        body.extend(section.prose.iter().map(|text| paragraph(text)));
    }
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    pack(&[("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", &document)])
}

/// An archive of the given parts.
pub fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(text))
}

fn table(grid: &Grid) -> String {
    let border = |side: &str| format!("<w:{side} w:val='single' w:sz='4' w:space='0' w:color='auto'/>");
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).concat();
    let mut out = format!("<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>");
    // As wide as the text of a page.
    out.push_str(&format!("<w:gridCol w:w=\"{}\"/>", 8300 / grid.width.max(1)).repeat(grid.width));
    out.push_str("</w:tblGrid>");
    for row in 0..grid.height {
        out.push_str("<w:tr>");
        let slots = grid.row(row);
        for (column, slot) in slots.iter().enumerate() {
            let (columns, merge, text) = match slot {
                Slot::Cell(cell) if cell.rows > 1 => {
                    (cell.columns, "<w:vMerge w:val=\"restart\"/>", cell.text.as_str())
                }
                Slot::Cell(cell) => (cell.columns, "", cell.text.as_str()),
                Slot::Above { first: true } => {
                    let covered = slots[column + 1..]
                        .iter()
                        .take_while(|slot| matches!(slot, Slot::Above { first: false }));
                    (1 + covered.count(), "<w:vMerge/>", "")
                }
                Slot::Above { first: false } | Slot::Left => continue,
            };
            let span = if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() };
            out.push_str(&format!("<w:tc><w:tcPr>{span}{merge}</w:tcPr>{}</w:tc>", paragraph(text)));
        }
        out.push_str("</w:tr>");
    }
    out + "</w:tbl>"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
