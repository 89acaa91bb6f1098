//! Changes to a source text, gathered by place and made at once.

use std::collections::BTreeMap;
use std::ops::Range;

/// What is put at one place: ends before beginnings, so that stretches which touch do not cross.
#[derive(Debug, Default)]
struct Edit {
    /// Where the replaced stretch ends; nothing is replaced if it is the place itself.
    until: usize,
    /// What the text has to be interrupted with, and taken up again with.
    cut: Option<(String, String)>,
    ends: String,
    begins: String,
    /// What the replaced stretch is replaced by.
    instead: String,
}

/// Changes by the byte that they are made at.
#[derive(Debug, Default)]
pub(super) struct Edits(BTreeMap<usize, Edit>);

impl Edits {
    fn at(&mut self, place: usize) -> &mut Edit {
        let edit = self.0.entry(place).or_default();
        edit.until = edit.until.max(place);
        edit
    }

    /// Something that ends here.
    pub(super) fn end(&mut self, place: usize, text: &str) {
        self.at(place).ends.push_str(text);
    }

    /// Something that begins here.
    pub(super) fn begin(&mut self, place: usize, text: &str) {
        self.at(place).begins.push_str(text);
    }

    /// The text is interrupted here, once.
    pub(super) fn cut(&mut self, place: usize, close: &str, reopen: &str) {
        self.at(place).cut = Some((close.to_owned(), reopen.to_owned()));
    }

    /// Another text instead of a stretch.
    pub(super) fn replace(&mut self, stretch: Range<usize>, text: &str) {
        let edit = self.at(stretch.start);
        edit.until = stretch.end;
        text.clone_into(&mut edit.instead);
    }

    /// Something between two others instead of a stretch; what is put there comes one behind the other.
    pub(super) fn fill(&mut self, stretch: Range<usize>, (open, close): (&str, &str), text: &str) {
        self.cut(stretch.start, open, close);
        let edit = self.at(stretch.start);
        edit.until = stretch.end;
        edit.begins.push_str(text);
    }

    /// The changed text.
    pub(super) fn apply(&self, source: &str) -> String {
        let mut changed = String::with_capacity(source.len() + self.0.len() * 200);
        let mut done = 0;
        for (&place, edit) in &self.0 {
            changed.push_str(source.get(done..place).unwrap_or_default());
            let (close, reopen) = edit.cut.as_ref().map_or(("", ""), |(close, reopen)| (close, reopen));
            for piece in [close, &edit.ends, &edit.begins, reopen, &edit.instead] {
                changed.push_str(piece);
            }
            done = edit.until.max(done);
        }
        changed.push_str(source.get(done..).unwrap_or_default());
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_touch_do_not_cross() {
        let mut edits = Edits::default();
        edits.begin(2, "(");
        edits.end(2, ")");
        edits.cut(2, "/", "\\");
        edits.replace(0..1, "A");
        edits.fill(3..4, ("<", ">"), "1");
        edits.fill(3..4, ("<", ">"), "2");
        assert_eq!(edits.apply("abcde"), "Ab/)(\\c<12>e");
    }
}
