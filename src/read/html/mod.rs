//! Pages, and the `text/html` flavour of the clipboard.
//!
//! `html5ever` builds the tree, because clerks' pages come from editors that leave tags open and text inside tables, and
//! only the standard's algorithm gives what the browser shows. It weighs 139 KB (brotli) over an empty module with the
//! arena of [`tree`]; the tokenizer `html5gum` alone would be 42 KB, without tables, implied end tags and foster parents.

mod flow;
mod list;
mod tables;
mod tree;
mod walk;

use super::{ErrorKind, ReadError, limits};
use crate::document::{Builder, Document, Format};
use html5ever::tendril::{StrTendril, TendrilSink};
use tree::{NodeId, Sink, Tree};

/// Reads a page.
pub(super) fn read(source: &str) -> Result<Document, ReadError> {
    let mut builder = Builder::new(Format::Html);
    append(source, &mut builder)?;
    if builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    Ok(builder.finish())
}

/// Reads a page or a piece of one into a document.
pub(super) fn append(source: &str, builder: &mut Builder) -> Result<(), ReadError> {
    limits::within(source.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
    limits::within(most_attributes(source), limits::ATTRIBUTES * 8, ErrorKind::TooManyAttributes)?;
    walk::walk(&parse(source)?, builder);
    Ok(())
}

/// Parses in pieces, so that a page beyond a limit is refused soon after it passes it.
fn parse(source: &str) -> Result<Tree, ReadError> {
    let mut parser = html5ever::parse_document(Sink::new(), html5ever::ParseOpts::default());
    let mut rest = source;
    while !rest.is_empty() {
        let (piece, tail) = rest.split_at(rest.floor_char_boundary(16 << 10));
        parser.process(StrTendril::from(piece));
        if let Some(error) = parser.tokenizer.sink.sink.refused() {
            return Err(error);
        }
        rest = tail;
    }
    parser.finish()
}

/// Roughly the largest number of attributes of a tag. The tokenizer compares each attribute with all before it and
/// tells the sink only at the end of the tag, so a tag of a million attributes has to be seen before.
fn most_attributes(source: &str) -> usize {
    let (mut most, mut count) = (0, 0_usize);
    let (mut quote, mut inside) = (None, false);
    let mut before = b' ';
    for byte in source.bytes() {
        if let Some(mark) = quote {
            if byte == mark {
                quote = None;
            }
        } else if !inside {
            inside = before == b'<' && (byte.is_ascii_alphabetic() || byte == b'/');
            count = 0;
        } else if byte == b'>' {
            inside = false;
        } else if matches!(byte, b'"' | b'\'') && before == b'=' {
            quote = Some(byte);
        } else if matches!(before, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/' | b'"' | b'\'')
            && !matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/')
        {
            count += 1;
            most = most.max(count);
        }
        before = byte;
    }
    most
}

/// Elements whose content is no text of the page.
fn is_skipped(tree: &Tree, node: NodeId) -> bool {
    tree.is_foreign(node)
        || matches!(
            tree.name(node),
            "head"
                | "script"
                | "style"
                | "template"
                | "noscript"
                | "iframe"
                | "object"
                | "select"
                | "textarea"
                | "xml"
                | "rt"
                | "rp"
                | "audio"
                | "video"
                | "canvas"
                | "datalist"
                | "noframes"
                | "noembed"
        )
}

/// Elements that are not shown: hidden by attribute or style, and what Word adds for comments.
fn is_hidden(tree: &Tree, node: NodeId) -> bool {
    tree.has_attribute(node, "hidden")
        || style(tree, node, "display").is_some_and(|value| value.starts_with("none"))
        || style(tree, node, "mso-hide").is_some_and(|value| value == "all")
        || style(tree, node, "mso-element").is_some_and(|value| value == "comment-list")
        || tree.attribute(node, "class") == "MsoCommentReference"
}

/// The value of a property in an element's `style` attribute, in lower case.
fn style(tree: &Tree, node: NodeId, property: &str) -> Option<String> {
    let declarations = tree.attribute(node, "style");
    if declarations.is_empty() {
        return None;
    }
    declarations.split(';').rev().find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        name.trim().eq_ignore_ascii_case(property).then(|| value.trim().to_ascii_lowercase())
    })
}

/// The digits at the start of an attribute, as browsers read it.
fn number(value: &str) -> Option<u32> {
    let value = value.trim_ascii();
    let digits = value.len() - value.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let digits = value.get(..digits).filter(|digits| !digits.is_empty())?;
    Some(digits.parse().unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests;
