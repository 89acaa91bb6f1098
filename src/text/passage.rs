use super::fold::{Origins, fold_into};
use super::{Leading, Mark, leading};
use crate::document::{Document, LineId, Span};
use std::ops::Range;

/// A stretch of running text, folded: one line, or several where a hard wrap broke a sentence.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    chars: Vec<char>,
    /// Where each of them stands in its line.
    origins: Origins,
    pieces: Vec<Piece>,
}

/// The part of a passage that one line is.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Its first character in the passage, and the one behind its last.
    start: usize,
    end: usize,
    line: LineId,
}

impl Passage {
    /// The folded characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The folded characters of a range.
    pub fn letters(&self, range: Range<usize>) -> &[char] {
        self.chars.get(range).unwrap_or_default()
    }

    /// The folded text of a range of characters.
    pub fn text(&self, range: Range<usize>) -> String {
        self.chars.iter().skip(range.start).take(range.len()).collect()
    }

    /// Where a range of characters stands in the document. A range over a line break is cut at the break.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let after = self.pieces.partition_point(|piece| piece.start <= range.start);
        let Piece { start, end, line } = *self.pieces.get(after.checked_sub(1)?)?;
        let local = range.start.min(end)..range.end.max(range.start).min(end);
        let origin = self.origins.of(local, start..end);
        Some(Span::new(line, origin.start, origin.end))
    }

    /// Whether a range of characters stands on one line of the document.
    pub fn on_one_line(&self, range: Range<usize>) -> bool {
        let line = |at: usize| self.pieces.partition_point(|piece| piece.start <= at);
        line(range.start) == line(range.end.saturating_sub(1).max(range.start))
    }

    fn push(&mut self, line: LineId, chars: &[char], origins: &Origins) {
        let broken = self.chars.last().is_some_and(char::is_ascii_digit)
            && chars.first().is_some_and(char::is_ascii_digit);
        if broken {
            // It stands for the line break, which is no place of either line.
            self.chars.push(' ');
            self.origins.push(0, 0);
        }
        let start = self.chars.len();
        self.chars.extend_from_slice(chars);
        self.origins.extend(origins);
        self.pieces.push(Piece { start, end: self.chars.len(), line });
    }
}

/// Lines longer than this are not hard-wrapped: no page is that wide.
const WIDEST_PAGE: usize = 64;

/// Joins lines into passages. A line goes on in the next one if it stops inside a sentence and is either as wide as
/// the page or ends with a mark that no paragraph ends with.
pub fn passages(document: &Document, lines: &[LineId]) -> Vec<Passage> {
    let (mut chars, mut origins) = (Vec::new(), Origins::default());
    let mut widest = 0_usize;
    for &line in lines {
        // Where one line is wider than any page, how wide the others are does not matter.
        if widest > WIDEST_PAGE {
            break;
        }
        chars.clear();
        origins.clear();
        fold_into(document.line(line), &mut chars, &mut origins);
        widest = widest.max(chars.len());
    }
    let mut passages: Vec<Passage> = Vec::new();
    let mut open = false;
    for &line in lines {
        chars.clear();
        origins.clear();
        fold_into(document.line(line), &mut chars, &mut origins);
        let Some(&last) = chars.last() else {
            open = false;
            continue;
        };
        let full = widest <= WIDEST_PAGE && chars.len() * 10 >= widest * 8 && widest >= 16;
        let goes_on = matches!(last, '，' | '、' | '(' | '《')
            || (full && !matches!(last, '。' | '！' | '？' | '；' | '：'));
        if let Some(passage) = passages.last_mut().filter(|_| open && !begins(&chars)) {
            passage.push(line, &chars, &origins);
        } else {
            // Most passages are one line, and there may be as many as lines.
            let pieces = vec![Piece { start: 0, end: chars.len(), line }];
            passages.push(Passage { chars: chars.clone(), origins: origins.clone(), pieces });
        }
        open = goes_on;
    }
    passages
}

/// Whether a line begins with a Markdown heading or with the number of a heading or of an item.
fn begins(chars: &[char]) -> bool {
    let item = |found: &Leading| {
        found.length <= 3 && matches!(found.mark, Mark::Brackets | Mark::Pause | Mark::Dot | Mark::Is)
    };
    chars.first() == Some(&'#') || leading(chars.iter().copied()).is_some_and(|found| item(&found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Format};

    fn joined(lines: &[&str]) -> Vec<String> {
        let mut builder = Builder::new(Format::Text);
        for line in lines {
            builder.paragraph(*line, None);
        }
        let document = builder.finish();
        let ids: Vec<LineId> = (0..).take(lines.len()).map(LineId).collect();
        passages(&document, &ids).iter().map(|p| p.chars().iter().collect()).collect()
    }

    #[test]
    fn hard_wraps_are_joined_and_paragraphs_are_not() {
        let wrapped = [
            "（二）依申请公开",
            "2023年，我局通过各种渠道共收到政府信息公开申",
            "请12件，均按时办结。",
            "无其他情况",
        ];
        assert_eq!(
            joined(&wrapped),
            [
                "(二)依申请公开",
                "2023年，我局通过各种渠道共收到政府信息公开申请12件，均按时办结。",
                "无其他情况"
            ]
        );
        assert_eq!(joined(&["共收到申请5件，", "办结5件。"]), ["共收到申请5件，办结5件。"]);
        assert_eq!(joined(&["加强组织领导，", "（二）依申请公开"]).len(), 2);
    }

    #[test]
    fn a_place_leads_back_to_its_own_line() {
        let lines = ["2023年，我局通过各种渠道共收到政府信息公开申", "请 12 件，均按时办结。"];
        let mut builder = Builder::new(Format::Text);
        for line in lines {
            builder.paragraph(line, None);
        }
        let document = builder.finish();
        let found = passages(&document, &[LineId(0), LineId(1)]);
        let passage = found.first().cloned().unwrap_or_default();
        let text: String = passage.chars().iter().collect();
        let at = text.chars().position(|char| char == '件').unwrap_or(0);
        let span = passage.span(at - 2..at);
        assert_eq!(span.map(|span| (span.line, document.text(span))), Some((LineId(1), "12")));
    }
}
