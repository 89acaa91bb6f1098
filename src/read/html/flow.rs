//! Running text as a browser would lay it out: blanks collapsed, blocks separated.

use crate::read::omitted::{Marks, Omitted, settle};
use crate::text::shows;

/// One paragraph or line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its text.
    pub(super) text: String,
    /// Its heading level, if it is a heading.
    pub(super) level: Option<u8>,
}

/// Collects text and breaks it into lines.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// The finished lines.
    pub(super) lines: Vec<Line>,
    current: String,
    /// Whether blanks wait to be written as one.
    blank: bool,
    /// The label of the item of a list that begins now.
    pub(super) label: Option<String>,
    /// The heading level of the text that comes now.
    pub(super) level: Option<u8>,
    /// What is no part of the text.
    omitted: Omitted,
}

impl Flow {
    /// Adds text whose blanks collapse.
    pub(super) fn text(&mut self, text: &str, marks: Marks) {
        if marks.why().is_some() {
            self.omitted.write(marks, text, &mut self.current);
            return;
        }
        let is_plain = marks.is_plain();
        if is_plain && shows(text) {
            self.omitted.part();
            self.omitted.resize(marks, text, &mut self.current);
        }
        let mut bytes = [0; 4];
        for c in text.chars() {
            // A line break of the source is a blank like any other, also between Han: programs break lines at blanks.
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.blank = true;
                continue;
            }
            self.write_label(c);
            self.write_blank();
            if is_plain {
                self.current.push(c);
            } else {
                self.omitted.write(marks, c.encode_utf8(&mut bytes), &mut self.current);
            }
        }
    }

    /// Adds text whose blanks and lines stay.
    pub(super) fn preformatted(&mut self, text: &str, marks: Marks) {
        self.write_blank();
        let mut lines = text.split('\n');
        self.omitted.write(marks, lines.next().unwrap_or(""), &mut self.current);
        for line in lines {
            let mut text = std::mem::take(&mut self.current);
            settle(&mut text, &mut self.omitted);
            self.lines.push(Line { text, level: self.level });
            self.omitted.write(marks, line, &mut self.current);
        }
    }

    /// Ends the line. A line that shows nothing is dropped.
    pub(super) fn end(&mut self) {
        self.blank = false;
        let mut text = std::mem::take(&mut self.current);
        settle(&mut text, &mut self.omitted);
        if crate::text::shows(&text) {
            self.lines.push(Line { text, level: self.level });
        }
    }

    /// Ends the text, and adds what is no part of it to what was met.
    pub(super) fn finish(mut self, omitted: &mut Omitted) -> Vec<Line> {
        self.end();
        omitted.merge(&self.omitted);
        self.lines
    }

    fn write_label(&mut self, first: char) {
        if self.current.is_empty() && !crate::text::is_blank(first) {
            self.current.extend(self.label.take());
        }
    }

    fn write_blank(&mut self) {
        if std::mem::take(&mut self.blank) && !self.current.is_empty() {
            self.current.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(build: impl FnOnce(&mut Flow)) -> Vec<String> {
        let mut flow = Flow::default();
        build(&mut flow);
        flow.finish(&mut Omitted::default()).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn blanks_collapse_across_pieces_and_go_at_the_ends() {
        let got = lines(|flow| {
            flow.text("  a \t", Marks::default());
            flow.text("\n b　\u{a0}c ", Marks::default());
            flow.end();
            flow.text(" \u{a0} ", Marks::default());
        });
        assert_eq!(got, ["a b　\u{a0}c"]);
    }

    #[test]
    fn a_source_line_break_is_a_blank() {
        assert_eq!(lines(|flow| flow.text("5、\r\n 问题，共7\n件", Marks::default())), ["5、 问题，共7 件"]);
    }

    #[test]
    fn preformatted_lines_stay() {
        assert_eq!(
            lines(|flow| flow.preformatted("\t规章\n\t0\n\n行政 许可\n", Marks::default())),
            ["\t规章", "\t0", "", "行政 许可"]
        );
    }
}
