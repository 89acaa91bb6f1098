//! PDF (ISO 32000-1): the text layer and the ruling lines of each page.
//!
//! `hayro-syntax` reads the file: objects, cross-references and their repair, object streams, empty passwords. Content
//! streams, fonts and character maps are read here, as far as text and its place need them.

mod annotations;
mod filters;
mod font;
mod interpret;
mod layers;
mod lexer;
mod marked;
mod paint;
mod state;
mod stream;
mod structure;
mod text;

use super::page::{Canvas, Matrix, Page, Quality, Stack, twips};
use super::{ErrorKind, Gb18030, ReadError, limits};
use crate::document::{Builder, Document, Format};
use font::{Gb, Maps};
use hayro_syntax::object::{Array, Object, Stream};
use hayro_syntax::page::Page as Source;
use hayro_syntax::{LoadPdfError, Pdf};
use interpret::{Interpreter, Shared};
use layers::Layers;
use std::collections::BTreeMap;
use stream::Budget;

/// Reads a PDF.
///
/// # Errors
/// [`ErrorKind::Encrypted`], [`ErrorKind::Scanned`], [`ErrorKind::Garbled`], and those of limits.
pub(super) fn read(bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    structure::measure(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| {
        ReadError::new(match error {
            LoadPdfError::Decryption(_) => ErrorKind::Encrypted,
            LoadPdfError::Invalid => ErrorKind::Damaged,
        })
    })?;
    limits::within(pdf.len(), limits::OBJECTS, ErrorKind::TooManyObjects)?;
    limits::within(pdf.pages().len(), limits::PAGES, ErrorKind::TooManyPages)?;
    let mut shared = Shared {
        budget: Budget::new(),
        gb: Gb::new(gb18030),
        fonts: BTreeMap::new(),
        maps: Maps::default(),
        chars: 0,
        layers: Layers::of(&pdf),
    };
    let mut quality = Quality::default();
    let mut stack = Stack::default();
    for source in pdf.pages().iter() {
        let canvas = canvas(source, &mut shared)?;
        stack.add(quality.judge(canvas))?;
    }
    let mut builder = Builder::new(Format::Pdf);
    quality.conclude(&mut builder)?;
    stack.emit(quality.omitted, &mut builder);
    Ok(builder.finish())
}

/// What a page shows.
fn canvas(source: &Source<'_>, shared: &mut Shared<'_>) -> Result<Canvas, ReadError> {
    let content = content(source, &mut shared.budget)?;
    let (width, height) = source.render_dimensions();
    let page = Page { width: twips(width), height: twips(height), ..Page::default() };
    #[expect(clippy::cast_possible_truncation, reason = "places on a page need no more")]
    let initial = source.initial_transform(true).as_coeffs().map(|part| part as f32);
    let mut interpreter = Interpreter::new(shared, page, Matrix::new(initial));
    interpreter.run(&content, source.resources(), 0)?;
    interpreter.annotations(source.raw())?;
    Ok(interpreter.canvas)
}

/// The content streams of a page, one after the other.
fn content(source: &Source<'_>, budget: &mut Budget) -> Result<Vec<u8>, ReadError> {
    if let Some(stream) = source.raw().get::<Stream<'_>>("Contents") {
        return budget.decode(&stream);
    }
    let mut content = Vec::new();
    if let Some(array) = source.raw().get::<Array<'_>>("Contents") {
        for stream in array.iter::<Object<'_>>().filter_map(Object::into_stream) {
            content.extend(budget.decode(&stream)?);
            content.push(b'\n');
            limits::within(content.len(), limits::STREAM_BYTES, ErrorKind::Inflates)?;
        }
    }
    Ok(content)
}
