//! The least that makes a package of each format: parts around one main part.

use crate::pack::{Entry, pack, plain};

/// A format in a zip container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Package {
    Docx,
    Xlsx,
    Odt,
    Ods,
    Ofd,
}

pub(crate) const ALL: [Package; 5] = [Package::Docx, Package::Xlsx, Package::Odt, Package::Ods, Package::Ofd];

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
const S: &str = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
const ODF: &str = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'";
const O: &str = "xmlns:ofd='http://www.ofdspec.org/2016'";

impl Package {
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Ofd => "ofd",
        }
    }

    /// The name of the part with the text.
    pub(crate) fn main(self) -> &'static str {
        match self {
            Self::Docx => "word/document.xml",
            Self::Xlsx => "xl/worksheets/sheet1.xml",
            Self::Odt | Self::Ods => "content.xml",
            Self::Ofd => "Doc_0/Pages/Page_0/Content.xml",
        }
    }

    /// What is around the text in the main part: what comes before and after.
    pub(crate) fn around(self) -> (String, &'static str) {
        match self {
            Self::Docx => (format!("<w:document {W}><w:body>"), "</w:body></w:document>"),
            Self::Xlsx => (format!("<worksheet {S}><sheetData>"), "</sheetData></worksheet>"),
            Self::Odt => (
                format!("<office:document-content {ODF}><office:body><office:text>"),
                "</office:text></office:body></office:document-content>",
            ),
            Self::Ods => (
                format!(
                    "<office:document-content {ODF}><office:body><office:spreadsheet><table:table table:name='a'>"
                ),
                "</table:table></office:spreadsheet></office:body></office:document-content>",
            ),
            Self::Ofd => (
                format!("<ofd:Page {O}><ofd:Content><ofd:Layer ID='9'>"),
                "</ofd:Layer></ofd:Content></ofd:Page>",
            ),
        }
    }

    /// Text as one paragraph, row or line.
    pub(crate) fn text(self, text: &str) -> String {
        match self {
            Self::Docx => format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"),
            Self::Xlsx => {
                format!("<row><c t='inlineStr'><is><t>{text}</t></is></c></row>")
            }
            Self::Odt => format!("<text:p>{text}</text:p>"),
            Self::Ods => format!(
                "<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
            ),
            Self::Ofd => format!(
                "<ofd:TextObject ID='1' Boundary='10 10 100 10' Font='2' Size='5'><ofd:TextCode X='0' Y='5' DeltaX='g 9 5'>{text}</ofd:TextCode></ofd:TextObject>"
            ),
        }
    }

    /// The main part with some content.
    pub(crate) fn part(self, content: &str) -> String {
        let (before, after) = self.around();
        format!("<?xml version='1.0' encoding='UTF-8'?>{before}{content}{after}")
    }

    /// The parts, with the given main part.
    pub(crate) fn entries(self, main: Entry) -> Vec<Entry> {
        let relations = |kind: &str, target: &str| {
            format!(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='{OFFICE}/{kind}' Target='{target}'/></Relationships>"
            )
        };
        let types = |part: &str, kind: &str| {
            format!(
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/{part}' ContentType='application/vnd.openxmlformats-officedocument.{kind}.main+xml'/></Types>"
            )
        };
        let mut entries = match self {
            Self::Docx => vec![
                plain("[Content_Types].xml", types("word/document.xml", "wordprocessingml.document")),
                plain("_rels/.rels", relations("officeDocument", "word/document.xml")),
            ],
            Self::Xlsx => vec![
                plain("[Content_Types].xml", types("xl/workbook.xml", "spreadsheetml.sheet")),
                plain("_rels/.rels", relations("officeDocument", "xl/workbook.xml")),
                plain(
                    "xl/workbook.xml",
                    format!(
                        "<workbook {S} xmlns:r='{OFFICE}'><sheets><sheet name='a' sheetId='1' r:id='rId1'/></sheets></workbook>"
                    ),
                ),
                plain("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")),
            ],
            Self::Odt | Self::Ods => {
                let kind = if self == Self::Odt { "text" } else { "spreadsheet" };
                let kind = format!("application/vnd.oasis.opendocument.{kind}");
                vec![
                    plain("mimetype", kind.as_str()),
                    plain(
                        "META-INF/manifest.xml",
                        format!(
                            "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><manifest:file-entry manifest:full-path='/' manifest:media-type='{kind}'/><manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/></manifest:manifest>"
                        ),
                    ),
                ]
            }
            Self::Ofd => vec![
                plain(
                    "OFD.xml",
                    format!(
                        "<ofd:OFD {O} Version='1.0' DocType='OFD'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
                    ),
                ),
                plain(
                    "Doc_0/Document.xml",
                    format!(
                        "<ofd:Document {O}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>"
                    ),
                ),
            ],
        };
        entries.push(main);
        entries
    }

    /// A sound package with some content.
    pub(crate) fn with(self, content: &str) -> Vec<u8> {
        pack(&self.entries(plain(self.main(), self.part(content))))
    }

    /// A sound package with some content and further parts.
    pub(crate) fn with_parts(self, content: &str, more: &[(&str, String)]) -> Vec<u8> {
        let mut entries = self.entries(plain(self.main(), self.part(content)));
        entries.extend(more.iter().map(|(name, part)| plain(name, part.as_str())));
        pack(&entries)
    }

    /// A sound package with the given main part.
    pub(crate) fn with_part(self, part: &str) -> Vec<u8> {
        pack(&self.entries(plain(self.main(), part)))
    }

    /// A small sound file.
    pub(crate) fn sound(self) -> Vec<u8> {
        self.with(&self.text("甲区二〇二三年度报告"))
    }
}
