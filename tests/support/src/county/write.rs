//! The formats that the units send, and the folder.

use super::County;
use super::plan::plan;
use crate::layout::{Layout, Source};
use crate::scenario::{Scenario, Style};
use crate::{docx, sheet};
use std::io;
use std::path::Path;

/// A format that a unit sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Docx,
    Xlsx,
    Text,
    Gbk,
    Html,
    Cms,
    Markdown,
    Excel2003,
    Csv,
    Word2003,
    /// Text copied from a viewer of PDF files.
    Copied,
    Pictures,
}

impl Form {
    /// The format of a unit; each has its turn.
    pub(super) fn of(number: usize) -> Self {
        const TURN: [Form; 11] = [
            Form::Docx,
            Form::Text,
            Form::Xlsx,
            Form::Html,
            Form::Docx,
            Form::Gbk,
            Form::Cms,
            Form::Word2003,
            Form::Markdown,
            Form::Excel2003,
            Form::Csv,
        ];
        if number % 13 == 5 { Self::Copied } else { TURN[number % TURN.len()] }
    }

    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Text | Self::Gbk | Self::Copied | Self::Pictures => "txt",
            Self::Html | Self::Cms => "html",
            Self::Markdown => "md",
            Self::Excel2003 => "xls",
            Self::Csv => "csv",
            Self::Word2003 => "doc",
        }
    }

    pub(super) fn bytes(self, report: &Scenario) -> Vec<u8> {
        let style = plain();
        let layout = |layout: Layout| source(layout.write(report, style));
        match self {
            Self::Docx => docx::write(report, style),
            Self::Xlsx => sheet::xlsx(report, style),
            Self::Text => layout(Layout::TabCells),
            Self::Gbk => gbk(&String::from_utf8(layout(Layout::TabRows)).unwrap()),
            Self::Html => layout(Layout::Html),
            Self::Cms => layout(Layout::CmsPage),
            Self::Markdown => layout(Layout::Markdown),
            Self::Excel2003 => sheet::excel_2003(report, style).into_bytes(),
            Self::Csv => sheet::csv(report, style).into_bytes(),
            Self::Word2003 => docx::word_2003(report, style).into_bytes(),
            Self::Copied => layout(Layout::PdfRaw),
            Self::Pictures => layout(Layout::Pictures),
        }
    }
}

pub(super) fn plain() -> Style {
    Style::default()
}

pub(super) fn source(source: Source) -> Vec<u8> {
    match source {
        Source::Text(text) => text.into_bytes(),
        Source::Bytes(bytes) => bytes,
    }
}

/// A text as old programs of Windows save it.
pub(super) fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(text).0.into_owned()
}

impl County {
    /// Writes everything into a folder: `reports/YEAR/…`, the list of units as `名单.txt` and, in GBK, as `名单-gbk.txt`, and
    /// `plan.json`.
    ///
    /// # Errors
    /// A file or folder cannot be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for file in &self.files {
            let path = folder.join("reports").join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
            std::fs::write(path, &file.bytes)?;
        }
        std::fs::write(folder.join("名单.txt"), &self.roster)?;
        std::fs::write(folder.join("名单-gbk.txt"), gbk(&self.roster))?;
        std::fs::write(folder.join("plan.json"), plan(self))
    }
}
