//! What is open while a part is read.

use crate::read::block::{Block, RawTable};
use crate::read::colour::Colour;
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
    /// What a program shows that knows a namespace, or else another (`mc:AlternateContent`).
    Alternatives,
    /// A content control, and its properties.
    Control,
    ControlProperties,
    /// A raised or lowered part of a formula.
    Raised,
    /// A mark of a field, with the form that it may hold.
    Form,
    TableProperties,
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
    /// Its ground.
    pub(super) ground: Option<Colour>,
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

/// A list that a field offers (17.16.9), and which of its entries is chosen.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) entries: Vec<String>,
    pub(super) chosen: Option<usize>,
}

/// What holds around the text that is being read.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// For each table that is open its style.
    pub(super) tables: Vec<Option<String>>,
    /// For each cell its ground.
    pub(super) grounds: Vec<Option<Colour>>,
    /// For each content control whether it shows what it asks to be filled in.
    pub(super) prompts: Vec<bool>,
    /// For each set of alternatives whether one was read.
    pub(super) alternatives: Vec<bool>,
    /// Raised and lowered parts of formulas.
    pub(super) raised: usize,
    /// The row that is being read is deleted by a tracked change.
    pub(super) row_is_gone: bool,
    /// Deletions before it.
    pub(super) deletions: usize,
}

impl Around {
    /// The style of the innermost table.
    pub(super) fn table_style(&mut self, id: Option<&str>) {
        self.tables.last_mut().into_iter().for_each(|style| *style = id.map(str::to_owned));
    }

    /// The ground of the innermost cell.
    pub(super) fn ground(&mut self, colour: Option<Colour>) {
        self.grounds.last_mut().into_iter().for_each(|ground| *ground = colour);
    }

    /// Whether the innermost content control shows what it asks for.
    pub(super) fn prompt(&mut self, on: bool) {
        self.prompts.last_mut().into_iter().for_each(|prompt| *prompt = on);
    }

    /// Takes the first of the alternatives; whether one was taken before.
    pub(super) fn is_chosen(&mut self) -> bool {
        self.alternatives.last_mut().is_some_and(|chosen| std::mem::replace(chosen, true))
    }
}
