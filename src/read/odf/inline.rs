//! The characters of a paragraph (6.1.2, 6.1.3): runs of blanks count once, and those that are meant are elements.

use crate::read::omitted::{Marks, Omitted};
use crate::read::xml::Element;

/// Blanks that one `text:s` may stand for.
const BLANKS: usize = 100;

/// The text of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Inline {
    pub(super) text: String,
    /// A blank came last that swallows those after it.
    blank: bool,
}

impl Inline {
    /// A piece of text as it is in the file.
    pub(super) fn push(&mut self, text: &str, marks: Marks, omitted: &mut Omitted) {
        if marks.why().is_some() {
            omitted.write(marks, text, &mut self.text);
            return;
        }
        let mut piece = String::with_capacity(text.len());
        for c in text.chars() {
            let is_blank = matches!(c, ' ' | '\t' | '\r' | '\n');
            if !is_blank {
                piece.push(c);
            } else if !(self.blank || self.text.is_empty() && piece.is_empty()) {
                piece.push(' ');
            }
            self.blank = is_blank;
        }
        omitted.write(marks, &piece, &mut self.text);
    }

    /// An element that stands for characters. Returns whether it is one.
    pub(super) fn element(&mut self, element: &Element<'_>) -> bool {
        let count = || element.attribute("c").and_then(|c| c.parse().ok()).unwrap_or(1_usize);
        match element.name() {
            "s" => self.text.extend(std::iter::repeat_n(' ', count().min(BLANKS))),
            "tab" | "tab-stop" => self.text.push('\t'),
            "line-break" => self.text.push('\n'),
            _ => return false,
        }
        self.blank = false;
        true
    }
}
