//! Writers: one scenario, every layout that real reports arrive in.

mod html;
mod lines;
mod pdf;
mod pipes;
mod random;
mod tabs;

use crate::grid::{Grid, grid};
use crate::scenario::{Scenario, Style, Zeros};
pub use random::{First, Merged, RandomLayout, Separator};

/// A layout. The numbers in the descriptions are those of the project's catalogue of layouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// L1: a tab before each cell, one cell a line, an empty line between rows, heads broken in two.
    TabCells,
    /// L2: a pipe behind each cell, one cell a line, what merging leaves as bare pipes.
    PipeCells,
    /// L3: one row a line with pipes between and behind; what merging leaves is dropped.
    PipeRows,
    /// L3: the same, padded with bare pipes.
    PipeRowsPadded,
    /// L4: Markdown rows without a delimiter row.
    MarkdownBare,
    /// L4: Markdown rows with a delimiter row, Markdown headings.
    Markdown,
    /// L5: one row a line, tabs between, every grid column there.
    TabRows,
    /// L5: the same with uneven tabs before and behind, one row shifted.
    TabRowsUneven,
    /// L6: one cell a line, blank lines between, no separator.
    BlankLines,
    /// L8: a viewer's copy of a PDF; numbers at the end of the row's last line or on a line of their own.
    PdfRaw,
    /// L8: narrow columns; heads and group labels one character a line, page numbers in between.
    PdfNarrow,
    /// L8: `pdftotext -layout`: columns kept apart by blanks.
    PdfLayout,
    /// L8: `pdftotext` without options: labels and numbers come column by column. Not readable for certain.
    PdfColumns,
    /// L10: HTML with merged cells.
    Html,
    /// L10: a page of a content management system: layout tables around, `<p>` and `&nbsp;` in cells.
    CmsPage,
    /// A Word document.
    Docx,
    /// L7: lines that repeat were removed, so values are lost. Not readable.
    Collapsed,
    /// L9: the headings are there, the tables were images. Not readable.
    Pictures,
}

/// What a layout gives to the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Text to paste.
    Text(String),
    /// A file.
    Bytes(Vec<u8>),
}

impl Layout {
    /// All layouts.
    pub const ALL: [Self; 18] = [
        Self::TabCells,
        Self::PipeCells,
        Self::PipeRows,
        Self::PipeRowsPadded,
        Self::MarkdownBare,
        Self::Markdown,
        Self::TabRows,
        Self::TabRowsUneven,
        Self::BlankLines,
        Self::PdfRaw,
        Self::PdfNarrow,
        Self::PdfLayout,
        Self::PdfColumns,
        Self::Html,
        Self::CmsPage,
        Self::Docx,
        Self::Collapsed,
        Self::Pictures,
    ];

    /// A short name, for messages and the case language.
    pub fn name(self) -> String {
        format!("{self:?}")
    }

    /// The layout with a name, or with a number such as `L5` (the first one that has it).
    pub fn parse(name: &str) -> Option<Self> {
        let by_number = match name {
            "L1" => Some(Self::TabCells),
            "L2" => Some(Self::PipeCells),
            "L3" => Some(Self::PipeRows),
            "L4" => Some(Self::Markdown),
            "L5" => Some(Self::TabRowsUneven),
            "L6" => Some(Self::BlankLines),
            "L7" => Some(Self::Collapsed),
            "L8" => Some(Self::PdfRaw),
            "L9" => Some(Self::Pictures),
            "L10" => Some(Self::Html),
            _ => None,
        };
        by_number.or_else(|| Self::ALL.into_iter().find(|layout| layout.name() == name))
    }

    /// Whether every cell can be told for certain when zeros are written in this way.
    pub fn is_certain(self, zeros: Zeros) -> bool {
        match self {
            Self::PdfColumns | Self::Collapsed | Self::Pictures => false,
            Self::BlankLines | Self::PdfRaw | Self::PdfNarrow | Self::PdfLayout => zeros != Zeros::Blank,
            _ => true,
        }
    }

    /// Whether a cell may be given up although the layout is certain: a row of table 4 that begins with a blank cell
    /// looks, in L3, like one cell fewer behind a border.
    pub fn may_give_up(self, id: &str, zeros: Zeros) -> bool {
        let bordered = matches!(self, Self::PipeRows | Self::PipeRowsPadded);
        bordered && zeros == Zeros::Blank && id.starts_with("t4.")
    }

    /// The report in this layout.
    pub fn write(self, scenario: &Scenario, style: Style) -> Source {
        match self {
            Self::Docx => Source::Bytes(crate::docx::write(scenario, style)),
            Self::Html => Source::Bytes(html::plain(scenario, style).into_bytes()),
            Self::CmsPage => Source::Bytes(html::cms_page(scenario, style).into_bytes()),
            Self::PdfRaw | Self::PdfNarrow | Self::PdfLayout | Self::PdfColumns => {
                Source::Text(pdf::write(self, scenario, style))
            }
            Self::Collapsed => Source::Text(lines::collapsed(&self.text(scenario, style))),
            _ => Source::Text(self.text(scenario, style)),
        }
    }

    fn text(self, scenario: &Scenario, style: Style) -> String {
        let mut out = Page::new(self);
        out.paragraph(&scenario.title, 1);
        for paragraph in &scenario.preface {
            out.paragraph(paragraph, 0);
        }
        for section in &scenario.sections {
            out.paragraph(&section.heading, 2);
            if (2..=4).contains(&section.number) && scenario.tables[usize::from(section.number) - 2] {
                out.table(&grid(scenario, section.number, style));
            }
            for paragraph in &section.prose {
                out.paragraph(paragraph, 0);
            }
        }
        out.text
    }
}

/// Text under way.
struct Page {
    layout: Layout,
    text: String,
}

impl Page {
    fn new(layout: Layout) -> Self {
        Self { layout, text: String::new() }
    }

    /// A paragraph; `level` is 0 for prose.
    fn paragraph(&mut self, paragraph: &str, level: usize) {
        if paragraph.is_empty() {
            return;
        }
        if level > 0 && matches!(self.layout, Layout::Markdown | Layout::TabRowsUneven) {
            self.text.push_str(&"#".repeat(level));
            self.text.push(' ');
        }
        self.text.push_str(paragraph);
        self.text.push('\n');
        let airy = [Layout::Markdown, Layout::MarkdownBare, Layout::TabRowsUneven, Layout::BlankLines];
        if airy.contains(&self.layout) {
            self.text.push('\n');
        }
    }

    fn table(&mut self, grid: &Grid) {
        let table = match self.layout {
            Layout::TabCells => tabs::cells(grid),
            Layout::PipeCells => pipes::cells(grid),
            Layout::PipeRows => pipes::rows(grid, false),
            Layout::PipeRowsPadded => pipes::rows(grid, true),
            Layout::MarkdownBare => pipes::markdown(grid, false),
            Layout::Markdown => pipes::markdown(grid, true),
            Layout::TabRows => tabs::rows(grid),
            Layout::TabRowsUneven => tabs::uneven(grid),
            Layout::BlankLines | Layout::Collapsed => lines::cells(grid),
            Layout::Pictures => String::new(),
            other => unreachable!("{other:?} is not written line by line"),
        };
        self.text.push_str(&table);
        self.text.push('\n');
    }
}
