//! What is open while a document is read.

use super::inline::Inline;
use super::table::Table;
use crate::read::block::Block;
use crate::read::omitted::Marks;

/// The role of an open element. Elements without a role of their own, such as `text:span`, `text:a`, `text:section` or a
/// field, are transparent: what is in them is read as if they were not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Transparent,
    /// Its content is not read.
    Skipped,
    Paragraph,
    /// Text that is read only if it is not hidden.
    Span,
    List,
    Item,
    Note,
    NoteBody,
    /// A frame or shape.
    Drawing,
    Table,
    Row,
    Cell,
    /// The record of tracked changes.
    Changes,
}

/// A paragraph that is being read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) inline: Inline,
    pub(super) label: Option<String>,
    pub(super) level: Option<u8>,
    /// What leaves out text here.
    pub(super) marks: Marks,
    /// A field hides the whole of it.
    pub(super) hidden: bool,
    /// Frames anchored here.
    pub(super) after: Vec<Block>,
}

/// What finished blocks go into.
#[derive(Debug)]
pub(super) enum Frame {
    /// The body, a cell, a frame, a note.
    Blocks(Vec<Block>),
    Paragraph(Paragraph),
    Table(Table),
}
