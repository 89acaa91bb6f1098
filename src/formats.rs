//! The formats that are read, one row each: what else lists them, takes them from here. How a file of each is told and which
//! reader it gets, stands in `read/sniff.rs`.
//!
//! The page sees this too, so it says what a clerk may choose and drop without carrying a reader.

/// What is known of a format without reading a file of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The format.
    pub format: Format,
    /// The contract's name for its reader.
    pub id: &'static str,
    /// Its name for the clerk, who may have been promised another one by the file's name.
    pub name: &'static str,
    /// The extensions that a clerk knows, in lower case and without their dot.
    pub extensions: &'static [&'static str],
    /// Further extensions that such files have.
    pub others: &'static [&'static str],
}

/// Declares the formats, so that none can lack a part of its row.
macro_rules! formats {
    ($($(#[doc = $doc:literal])+ $format:ident = $id:literal $name:literal [$($known:literal)*] [$($other:literal)*])+) => {
        /// The kind of file a document was read from, by its content and never by its name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "js", derive(tsify::Tsify))]
        pub enum Format { $($(#[doc = $doc])+ #[serde(rename = $id)] $format,)+ }

        impl Format {
            /// What is known of it.
            pub fn row(self) -> &'static Row {
                match self {
                    $(Self::$format => &Row {
                        format: Self::$format,
                        id: $id,
                        name: $name,
                        extensions: &[$($known),*],
                        others: &[$($other),*],
                    },)+
                }
            }

            /// All formats, the usual ones first.
            pub const ALL: &[Self] = &[$(Self::$format),+];
        }
    };
}

formats! {
    /// Office Open XML, `WordprocessingML`.
    Docx = "docx" "Word（docx）" ["docx"] ["docm" "dotx" "dotm"]
    /// The binary format of Word 97–2003 and of Kingsoft WPS.
    Doc = "doc" "旧版 Word（doc）" ["doc" "wps"] ["wpt" "dot"]
    /// PDF.
    Pdf = "pdf" "PDF" ["pdf"] []
    /// The fixed-layout format of GB/T 33190.
    Ofd = "ofd" "OFD" ["ofd"] []
    /// Office Open XML, `SpreadsheetML`.
    Xlsx = "xlsx" "Excel（xlsx）" ["xlsx"] ["xlsm" "xltx"]
    /// The binary format of Excel 97–2003 and of Kingsoft ET.
    Xls = "xls" "旧版 Excel（xls）" ["xls" "et"] ["ett"]
    /// `OpenDocument` text.
    Odt = "odt" "OpenDocument 文字（odt）" ["odt"] []
    /// `OpenDocument` spreadsheet.
    Ods = "ods" "OpenDocument 表格（ods）" ["ods"] []
    /// Rich Text Format.
    Rtf = "rtf" "RTF" ["rtf"] []
    /// A page, or the `text/html` flavour of the clipboard.
    Html = "html" "网页" ["html"] ["htm" "xhtml" "shtml"]
    /// A page saved as one file (MHTML).
    Mht = "mht" "单个文件网页（mht）" ["mht"] ["mhtml"]
    /// Text with separators, as spreadsheets export it.
    Csv = "csv" "CSV 表格" ["csv"] ["tsv"]
    /// `WordprocessingML` as one XML file: a whole package, or Word's own of 2003.
    WordXml = "wordxml" "Word XML" [] []
    /// `SpreadsheetML` as one XML file, of 2003.
    ExcelXml = "excelxml" "Excel XML（2003）" [] []
    /// Plain text, pasted or from a file.
    Text = "text" "纯文本" ["txt"] []
    /// Text with Markdown headings or pipe tables.
    Markdown = "markdown" "Markdown 文本" ["md"] ["markdown"]
}

/// The extension of archives whose files are read each by itself.
pub const ARCHIVE: &str = "zip";

impl Format {
    /// The contract's name for the reader.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The format that files with an extension (in any case, without its dot) should have.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let is = |known: &&'static str| known.eq_ignore_ascii_case(extension);
        Self::ALL.iter().copied().find(|format| {
            let row = format.row();
            row.extensions.iter().chain(row.others).any(is)
        })
    }
}

/// The extensions that a clerk knows, archives last: what the first screen and the help list.
pub fn known() -> impl Iterator<Item = &'static str> {
    Format::ALL.iter().flat_map(|format| format.row().extensions).copied().chain([ARCHIVE])
}

/// The name of a file without the folders that it was given with.
pub fn file_of(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_rows_share_an_id_a_name_or_an_extension() {
        let rows = || Format::ALL.iter().map(|format| format.row());
        assert_eq!(rows().map(|row| row.id).collect::<BTreeSet<_>>().len(), Format::ALL.len());
        assert_eq!(rows().map(|row| row.name).collect::<BTreeSet<_>>().len(), Format::ALL.len());
        let extensions: Vec<_> = rows().flat_map(|row| row.extensions.iter().chain(row.others)).collect();
        assert_eq!(extensions.iter().collect::<BTreeSet<_>>().len(), extensions.len());
        for extension in extensions {
            assert!(extension.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{extension}");
        }
    }

    #[test]
    fn extensions_lead_to_formats() {
        assert_eq!(Format::of_extension("WPS"), Some(Format::Doc));
        assert_eq!(Format::of_extension("htm"), Some(Format::Html));
        assert_eq!(Format::of_extension("zip").or(Format::of_extension("")), None);
        assert_eq!(known().next().zip(known().last()), Some(("docx", "zip")));
    }
}
