//! Running text as a browser would lay it out: blanks collapsed, blocks separated.

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
    /// Blanks not yet written; whether they are a line break of the source and nothing else.
    blanks: Option<bool>,
    /// The heading level of the text that comes now.
    pub(super) level: Option<u8>,
}

impl Flow {
    /// Adds text whose blanks collapse.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                let alone = matches!((self.blanks, c), (None, '\n' | '\r') | (Some(true), '\n'));
                self.blanks = Some(alone);
                continue;
            }
            if let Some(broken) = self.blanks.take()
                && let Some(before) = self.current.chars().next_back()
                // CSS Text 3, 4.1.3: a line break of the source between wide characters is nothing, as where an
                // editor breaks Chinese text anywhere. With blanks beside it, it stands for one (LibreOffice).
                && !(broken && is_wide(before) && is_wide(c))
            {
                self.current.push(' ');
            }
            self.current.push(c);
        }
    }

    /// Adds text whose blanks and lines stay.
    pub(super) fn preformatted(&mut self, text: &str) {
        self.write_blanks();
        let mut lines = text.split('\n');
        self.current.push_str(lines.next().unwrap_or(""));
        for line in lines {
            let text = std::mem::take(&mut self.current);
            self.lines.push(Line { text, level: self.level });
            self.current.push_str(line);
        }
    }

    /// Ends the line. A line that shows nothing is dropped.
    pub(super) fn end(&mut self) {
        self.blanks = None;
        let text = std::mem::take(&mut self.current);
        if !text.chars().all(crate::read::text::is_blank) {
            self.lines.push(Line { text, level: self.level });
        }
    }

    /// Ends the text.
    pub(super) fn finish(mut self) -> Vec<Line> {
        self.end();
        self.lines
    }

    fn write_blanks(&mut self) {
        if self.blanks.take().is_some() && !self.current.is_empty() {
            self.current.push(' ');
        }
    }
}

/// Whether a character is East Asian wide, Hangul aside.
fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{303e}' | '\u{3040}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}' | '“' | '”' | '‘' | '’' | '—' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(build: impl FnOnce(&mut Flow)) -> Vec<String> {
        let mut flow = Flow::default();
        build(&mut flow);
        flow.finish().into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn blanks_collapse_across_pieces_and_go_at_the_ends() {
        let got = lines(|flow| {
            flow.text("  a \t");
            flow.text("\n b　\u{a0}c ");
            flow.end();
            flow.text(" \u{a0} ");
        });
        assert_eq!(got, ["a b　\u{a0}c"]);
    }

    #[test]
    fn a_source_line_break_between_han_is_nothing() {
        assert_eq!(lines(|flow| flow.text("信息\n公开，\r\n共7\n件\n 条")), ["信息公开，共7 件 条"]);
    }

    #[test]
    fn preformatted_lines_stay() {
        assert_eq!(
            lines(|flow| flow.preformatted("\t规章\n\t0\n\n行政 许可\n")),
            ["\t规章", "\t0", "", "行政 许可"]
        );
    }
}
