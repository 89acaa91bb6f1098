//! Pages, and the `text/html` flavour of the clipboard.
//!
//! The tree builder of `html5ever` makes the tree, because clerks' pages come from editors that leave tags open and text
//! inside tables, and only the standard's algorithm gives what the browser shows. It weighs 31 KB (brotli) in the engine
//! with the arena of [`tree`]. What goes with it there, a tokenizer with all 2,231 named references, is 93 KB for the
//! same tree; our [`tokenizer`] is 6 KB and takes half to nine tenths of the time. The tests hold it against theirs.

mod flow;
mod list;
mod tables;
mod tokenizer;
mod tree;
mod walk;

use super::{ErrorKind, ReadError, limits};
use crate::document::{Builder, Document, Format};
use html5ever::interface::TreeSink;
use html5ever::tokenizer::{Token, TokenSink};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use tokenizer::Tokenizer;
use tree::{NodeId, Sink, Tree};
pub(super) use walk::Told;

/// Reads a page.
pub(super) fn read(source: &str) -> Result<Document, ReadError> {
    let mut builder = Builder::new(Format::Html);
    let mut told = Told::default();
    append(source, &mut told, &mut builder)?;
    told.notes(&mut builder);
    if builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    Ok(builder.finish())
}

/// Reads a page or a piece of one into a document.
pub(super) fn append(source: &str, told: &mut Told, builder: &mut Builder) -> Result<(), ReadError> {
    limits::within(source.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
    walk::walk(&parse(source)?, Some(0), told, builder);
    Ok(())
}

/// Reads a page whose frames are read beside it.
pub(super) fn append_framed(source: &str, told: &mut Told, builder: &mut Builder) -> Result<(), ReadError> {
    limits::within(source.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
    walk::walk(&parse(source)?, None, told, builder);
    Ok(())
}

/// Builds the tree, and gives up as soon as it passes a limit.
fn parse(source: &str) -> Result<Tree, ReadError> {
    let source = tokenizer::preprocess(source);
    let builder = TreeBuilder::new(Sink::new(), TreeBuilderOpts::default());
    let mut tokenizer = Tokenizer::new(&source);
    let is_foreign = || builder.adjusted_current_node_present_but_not_in_html_namespace();
    while let Some(token) = tokenizer.next(is_foreign)? {
        tokenizer.obey(&builder.process_token(token, 1));
        if let Some(error) = builder.sink.refused() {
            return Err(error);
        }
    }
    let _ = builder.process_token(Token::EOFToken, 1);
    let mut tree = builder.sink.finish()?;
    let mut sheet = tree::Sheet::of(&tree);
    tree.looks = tree::looks(&tree, &sheet);
    if hides_most(&tree, &sheet) {
        // A page that a script shows piece by piece: what it hides is not what its author left out.
        sheet.show_all();
        tree.looks = tree::looks(&tree, &sheet);
    }
    Ok(tree)
}

/// Whether style sheets hide most of the text of a page.
fn hides_most(tree: &Tree, sheet: &tree::Sheet) -> bool {
    if sheet.is_empty() {
        return false;
    }
    let (mut all, mut hidden) = (0_usize, 0_usize);
    let mut stack = vec![(tree::ROOT, false)];
    while let Some((node, is_inside)) = stack.pop() {
        if let Some(text) = tree.text(node) {
            let bytes = text.trim().len();
            all += bytes;
            hidden += if is_inside { bytes } else { 0 };
        }
        if node == tree::ROOT || !is_skipped(tree, node) {
            let is_inside = is_inside || tree.look(node).is_unseen();
            stack.extend(tree.children(node).map(|child| (child, is_inside)));
        }
    }
    hidden * 2 > all
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

/// Whether an element is not shown.
fn is_hidden(tree: &Tree, node: NodeId) -> bool {
    tree.look(node).hidden
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
