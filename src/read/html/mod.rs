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

use super::omitted::{Marks, is_white};
use super::{ErrorKind, ReadError, limits};
use crate::document::{Builder, Document, Format};
use html5ever::interface::TreeSink;
use html5ever::tokenizer::{Token, TokenSink};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use tokenizer::Tokenizer;
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
    walk::walk(&parse(source)?, Some(0), builder);
    Ok(())
}

/// Reads a page whose frames are read beside it.
pub(super) fn append_framed(source: &str, builder: &mut Builder) -> Result<(), ReadError> {
    limits::within(source.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
    walk::walk(&parse(source)?, None, builder);
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
    tree.sheet = tree::Sheet::of(&tree);
    if hides_most(&tree) {
        // A page that a script shows piece by piece: what it hides is not what its author left out.
        tree.sheet.show_all();
    }
    Ok(tree)
}

/// Whether style sheets hide most of the text of a page.
fn hides_most(tree: &Tree) -> bool {
    if tree.sheet.is_empty() {
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
            let is_inside = is_inside || is_hidden(tree, node);
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

/// Elements that are not shown: hidden by attribute or style, and what Word adds for comments.
fn is_hidden(tree: &Tree, node: NodeId) -> bool {
    tree.has_attribute(node, "hidden")
        || style(tree, node, "display").is_some_and(|value| value.starts_with("none"))
        || style(tree, node, "visibility")
            .is_some_and(|value| matches!(value.as_str(), "hidden" | "collapse"))
        || style(tree, node, "font-size")
            .is_some_and(|value| value.trim_end_matches(char::is_alphabetic) == "0")
        || style(tree, node, "mso-hide").is_some_and(|value| value == "all")
        || style(tree, node, "mso-element").is_some_and(|value| value == "comment-list")
        || tree.attribute(node, "class") == "MsoCommentReference"
}

/// The value of a property of an element, in lower case: by its `style` attribute, else by the style sheets of the page.
fn style(tree: &Tree, node: NodeId, property: &str) -> Option<String> {
    let by_sheet = || tree.sheet.value(tree, node, property);
    let declarations = tree.attribute(node, "style");
    if declarations.is_empty() {
        return by_sheet().map(|(value, _)| value.to_owned());
    }
    let own = declarations.split(';').rev().find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        name.trim().eq_ignore_ascii_case(property).then(|| value.trim().to_ascii_lowercase())
    });
    match (own, by_sheet()) {
        (Some(own), Some((value, true))) if !own.contains("!important") => Some(value.to_owned()),
        (own, by_sheet) => own.or_else(|| by_sheet.map(|(value, _)| value.to_owned())),
    }
}

/// What an element says of leaving out its text.
fn marks(tree: &Tree, node: NodeId) -> Marks {
    let style = |property: &str| style(tree, node, property);
    let lines = style("text-decoration").or_else(|| style("text-decoration-line"));
    let struck = lines.is_some_and(|lines| lines.contains("line-through"));
    let align = style("vertical-align").map(|align| match align.as_str() {
        "super" | "sub" | "text-top" => true,
        length => {
            length.ends_with(|c: char| c.is_alphabetic()) && number(length.trim_start_matches('-')) > Some(0)
        }
    });
    let name = tree.name(node);
    let ground = style("background").or_else(|| style("background-color"));
    let colour = style("color").or_else(|| {
        Some(tree.attribute(node, "color").to_ascii_lowercase())
            .filter(|colour| !colour.is_empty() && name == "font")
    });
    let is_pale = |colour: &str| is_white(colour) || colour.replace(' ', "").starts_with("rgb(255,255,255");
    let white = colour.map(|colour| {
        is_pale(&colour)
            && ground.as_ref().is_none_or(|ground| is_pale(ground) || ground.starts_with("transparent"))
    });
    Marks {
        hidden: None,
        struck: (struck || matches!(name, "s" | "strike")).then_some(true),
        // Cells are aligned, too, and that raises nothing.
        raised: if matches!(name, "sup" | "sub") {
            Some(true)
        } else {
            align.filter(|_| !matches!(name, "td" | "th" | "tr" | "img"))
        },
        // What has a ground of its own is seen.
        white: white.or_else(|| ground.is_some_and(|ground| !is_pale(&ground)).then_some(false)),
    }
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
