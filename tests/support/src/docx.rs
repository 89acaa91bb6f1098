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
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}</w:body></w:document>",
        body(scenario, style)
    );
    pack(&[("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", &document)])
}

/// The report as a package in one file (Flat OPC).
pub fn flat(scenario: &Scenario, style: Style) -> String {
    let part = |name: &str, xml: &str| {
        format!(
            "<pkg:part pkg:name=\"{name}\"><pkg:xmlData>{}</pkg:xmlData></pkg:part>",
            xml.split_once("?>").map_or(xml, |(_, xml)| xml)
        )
    };
    let document = format!("<w:document><w:body>{}</w:body></w:document>", body(scenario, style));
    format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">{}{}</pkg:package>",
        part("/_rels/.rels", RELATIONS),
        part("/word/document.xml", &document)
    )
}

/// The report as Word 2003 writes XML.
pub fn word_2003(scenario: &Scenario, style: Style) -> String {
    let body = body(scenario, style).replace("w:vMerge", "w:vmerge");
    format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>\
         <w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:styles/><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    )
}

fn body(scenario: &Scenario, style: Style) -> String {
    let mut body = paragraph(&scenario.title);
    body.extend(scenario.preface.iter().map(|text| paragraph(text)));
    for section in &scenario.sections {
        body += &paragraph(&section.heading);
        if (2..=4).contains(&section.number) && scenario.tables[usize::from(section.number) - 2] {
            body += &table(&grid(scenario, section.number, style));
        }
        body.extend(section.prose.iter().map(|text| paragraph(text)));
    }
    body
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

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
