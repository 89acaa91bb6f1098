//! Word 97–2003 (MS-DOC) and Kingsoft WPS, whose format is the same.
//!
//! The model is our own: the crates measured break wide tables, whose rows need properties from a stream of their own.

mod boxes;
mod file;
mod format;
mod lists;
mod pages;
mod pieces;
mod rows;
mod shape;
mod sprm;
mod story;
mod styles;
mod text;

use super::block::{Block, emit};
use super::cfb::{self, Compound};
use super::{ErrorKind, ReadError};
use crate::document::{Builder, Document, Format};
use file::{File, Part, Story};
use story::Reader;
use text::Text;

/// Reads a document.
pub(super) fn read(compound: &Compound<'_>) -> Result<Document, ReadError> {
    let file = File::open(compound)?;
    let mut reader = Reader::new(Text::open(&file)?, lists::read(&file));
    let mut builder = Builder::new(Format::Doc);
    let body = file.story(Story::Body);
    emit(reader.story(body.clone(), true)?, &mut builder);
    for (story, name) in [(Story::Footnotes, "脚注"), (Story::Endnotes, "尾注")] {
        let notes = reader.story(file.story(story), false)?;
        if notes.iter().any(Block::shows) {
            builder.note(format!("{name}排在正文之后"));
            emit(notes, &mut builder);
        }
    }
    let grouped = reader.boxes(body.end..usize::MAX)?;
    if !grouped.is_empty() {
        builder.note("组合图形中的文本框，其文字排在正文之后");
        emit(grouped, &mut builder);
    }
    if builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    reader.counts.pictures += cfb::pictures(file.part(Part::Drawings));
    reader.counts.notes().into_iter().for_each(|note| builder.note(note));
    if compound.has_storage("Macros") {
        builder.note("文件含宏，未执行");
    }
    Ok(builder.finish())
}

#[cfg(test)]
mod tests;
