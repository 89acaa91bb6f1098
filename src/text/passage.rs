use super::{Folded, Leading, Mark, leading};
use crate::document::{Document, LineId, Span};
use std::ops::Range;

/// A stretch of running text, folded: one line, or several where a hard wrap broke a sentence.
#[derive(Debug, Clone, Default)]
pub struct Passage {
    chars: Vec<char>,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
struct Piece {
    /// Its first character in the passage.
    start: usize,
    line: LineId,
    folded: Folded,
}

impl Passage {
    /// The folded characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The folded text of a range of characters.
    pub fn text(&self, range: Range<usize>) -> String {
        self.chars.iter().skip(range.start).take(range.len()).collect()
    }

    /// Where a range of characters stands in the document. A range over a line break is cut at the break.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let after = self.pieces.partition_point(|piece| piece.start <= range.start);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        let local = range.start - piece.start..range.end.max(range.start) - piece.start;
        let local = local.start.min(piece.folded.chars().len())..local.end.min(piece.folded.chars().len());
        let origin = piece.folded.origin_of_chars(local);
        Some(Span::new(piece.line, origin.start, origin.end))
    }

    /// Whether a range of characters stands on one line of the document.
    pub fn on_one_line(&self, range: Range<usize>) -> bool {
        let line = |at: usize| self.pieces.partition_point(|piece| piece.start <= at);
        line(range.start) == line(range.end.saturating_sub(1).max(range.start))
    }

    fn push(&mut self, line: LineId, folded: Folded) {
        let broken = self.chars.last().is_some_and(char::is_ascii_digit)
            && folded.chars().first().is_some_and(char::is_ascii_digit);
        if broken {
            self.chars.push(' ');
        }
        let start = self.chars.len();
        self.chars.extend_from_slice(folded.chars());
        self.pieces.push(Piece { start, line, folded });
    }
}

/// Lines longer than this are not hard-wrapped: no page is that wide.
const WIDEST_PAGE: usize = 64;

/// Joins lines into passages. A line goes on in the next one if it stops inside a sentence and is either as wide as
/// the page or ends with a mark that no paragraph ends with.
pub fn passages(document: &Document, lines: &[LineId]) -> Vec<Passage> {
    let folded: Vec<(LineId, Folded)> =
        lines.iter().map(|&line| (line, Folded::new(document.line(line)))).collect();
    let widest = folded.iter().map(|(_, line)| line.chars().len()).max().unwrap_or(0);
    let mut passages: Vec<Passage> = Vec::new();
    let mut open = false;
    for (line, folded) in folded {
        if folded.chars().is_empty() {
            open = false;
            continue;
        }
        let last = folded.chars().last().copied().unwrap_or(' ');
        let full = widest <= WIDEST_PAGE && folded.chars().len() * 10 >= widest * 8 && widest >= 16;
        let goes_on = "，、(《".contains(last) || (full && !"。！？；：".contains(last));
        if let Some(passage) = passages.last_mut().filter(|_| open && !begins(folded.chars())) {
            passage.push(line, folded);
        } else {
            let mut passage = Passage::default();
            passage.push(line, folded);
            passages.push(passage);
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
