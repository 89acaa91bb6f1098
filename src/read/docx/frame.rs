//! What is open while a part is read.

use crate::read::block::{Block, RawTable};
use crate::read::omitted::Marks;

/// The role of an open element. Elements without a role of their own, such as `w:sdt`, `w:smartTag`, `w:hyperlink`
/// or `w:ins`, are transparent: what is in them is read as if they were not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Transparent,
    /// Its content is not read.
    Skipped,
    /// A drawing: only text boxes in it are read.
    Drawing,
    TextBox,
    Note,
    Paragraph,
    ParagraphProperties,
    MarkProperties,
    List,
    Run,
    RunProperties,
    Text,
    /// The code of a field.
    Code,
    Table,
    GridColumns,
    Row,
    RowProperties,
    Cell,
    CellProperties,
}

#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) style: Option<String>,
    /// `w:outlineLvl`, which goes before that of the style and may be none.
    pub(super) outline: Option<Outline>,
    pub(super) list: Option<u32>,
    pub(super) list_level: Option<usize>,
    /// The paragraph mark is deleted: the text goes on in the next paragraph.
    pub(super) joins_next: bool,
    /// Its label, where the file gives it as text.
    pub(super) label: Option<String>,
    /// What the run says of leaving out its text, and its style.
    pub(super) run: Marks,
    pub(super) run_style: Marks,
    /// Text boxes anchored here.
    pub(super) after: Vec<Block>,
}

/// The heading level that a paragraph itself asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline(pub(super) Option<u8>);

/// What finished blocks go into.
#[derive(Debug)]
pub(super) enum Frame {
    /// The body, a cell, a text box; with the text of a paragraph whose mark is deleted.
    Blocks(Vec<Block>, Option<String>),
    Paragraph(Paragraph),
    Table(RawTable),
}
