//! Whether a line may be the heading of a section, whatever stands in front of its words and between them.

use crate::document::{Document, LineId, Span};
use crate::report::Heading;
use crate::report::form::{Part, RESULTS, Row3, SectionKind};
use crate::text::{Folded, is_blank, narrow, start_with, without_lead};

/// A line that may be the heading of a section.
pub(super) struct Candidate {
    pub(super) heading: Heading,
    /// How well it fits: 2 the prescribed words, 1 keywords, 0 only its number.
    pub(super) fit: u8,
}

/// The beginning of a line as it is compared: what stands before the words left out, then folded.
struct Line<'d> {
    id: LineId,
    text: &'d str,
    /// Where the words begin.
    start: usize,
    folded: Folded,
    /// Whether the beginning is all there is.
    whole: bool,
    /// How many folded characters are the number in front, and how many it takes up with the mark behind it.
    label: (usize, usize),
}

impl<'d> Line<'d> {
    /// More characters than any heading has, blanks between its letters included.
    const LONGEST: usize = 128;

    fn new(document: &'d Document, id: LineId) -> Self {
        let text = document.line(id);
        let body = without_lead(text);
        let end = body.char_indices().nth(Self::LONGEST).map_or(body.len(), |(end, _)| end);
        let head = body.get(..end).unwrap_or(body);
        let folded = Folded::compact(head);
        let label = label(&folded, head);
        Self { id, text, start: text.len() - body.len(), folded, whole: end == body.len(), label }
    }

    /// The number in front, folded; empty if there is none.
    fn label(&self) -> String {
        self.folded.chars().iter().take(self.label.0).collect()
    }

    /// The words behind the number, folded.
    fn words(&self) -> String {
        self.folded.chars().iter().skip(self.label.1).collect()
    }

    /// Where the words end, in bytes of the line, if only the first `count` folded characters of them are the title.
    fn end_of_words(&self, count: usize) -> usize {
        self.start + self.folded.origin_of_chars(self.label.1..self.label.1 + count).end
    }

    /// The line up to `end` as a heading.
    fn heading(&self, end: usize) -> Heading {
        let shown = |from: usize| self.text.get(from..end).unwrap_or("").trim_matches(is_blank);
        let whole = self.text.get(self.start..end).unwrap_or("").trim_end_matches(is_blank).len();
        let title = self.start + self.folded.origin_of_chars(self.label.1..self.label.1 + 1).start;
        let title = shown(title).trim_end_matches(['*', '#']).trim_end_matches(is_blank).to_owned();
        Heading { span: Span::new(self.id, self.start, self.start + whole), label: self.label(), title }
    }
}

/// Finds a number of the first level, 一、 or 1., at the start of a line. A number in brackets, （一）, is of the second.
fn label(folded: &Folded, head: &str) -> (usize, usize) {
    let chars = folded.chars();
    let digits = chars.iter().take_while(|char| is_digit(**char)).count();
    let marked = chars.get(digits).copied().is_some_and(is_mark);
    let between = folded.origin_of_chars(0..digits).end..folded.origin_of_chars(digits..digits + 1).start;
    let parted = head.get(between).is_some_and(|between| between.contains(char::is_whitespace));
    match digits {
        1 | 2 if marked => (digits, digits + 1),
        1 if parted => (1, 1),
        _ => (0, 0),
    }
}

/// The section that a line may be the heading of.
pub(super) fn candidate(document: &Document, line: LineId) -> Option<(SectionKind, Candidate)> {
    // A heading has a number, its mark and a word at least; most cells of a table are shorter.
    document.line(line).trim().chars().nth(2)?;
    // Most lines are told by their first character: it is neither a number nor the beginning of the prescribed words.
    if !may_be_heading(without_lead(document.line(line))) {
        return None;
    }
    let line = Line::new(document, line);
    // Without a number only the prescribed words make a heading.
    let words = line.folded.chars().get(line.label.1..).unwrap_or_default();
    if line.label.0 == 0 && !SectionKind::ALL.into_iter().any(|kind| start_with(words, kind.title())) {
        return None;
    }
    let (label, plain) = (line.label(), line.words());
    let all = line.text.len();
    let make =
        |kind: SectionKind, end: usize, fit| Some((kind, Candidate { heading: line.heading(end), fit }));
    // The prescribed words at the start of a line are a heading even if prose follows on the same line.
    for kind in SectionKind::ALL {
        let Some(tail) = plain.strip_prefix(kind.title()) else { continue };
        let ends = tail.is_empty() || tail.starts_with([':', '。', '：', '*']);
        if ends || (!label.is_empty() && tail.chars().count() < 12 && !tail.contains('。')) {
            let cut = ends && !tail.is_empty();
            let end = if cut { line.end_of_words(kind.title().chars().count()) } else { all };
            return make(kind, end, 2);
        }
    }
    let short =
        line.whole && plain.chars().count() <= 36 && !plain.contains(['。', '；', ';']) && !plain.is_empty();
    if label.is_empty() || !short || is_row(&plain) {
        return None;
    }
    // Arabic numbers also count the rows of table 3 and the items of lists: there number and words must agree.
    let numbered = numbered(&label);
    let by_words: Vec<SectionKind> = SectionKind::ALL
        .into_iter()
        .filter(|kind| {
            kind.may_be_called(&plain) && (label.chars().all(is_chinese_digit) || numbered == Some(*kind))
        })
        .collect();
    let by_number = numbered.filter(|_| label.chars().all(is_chinese_digit));
    let (kind, fit) = match (by_words.as_slice(), by_number) {
        (several, Some(kind)) if several.contains(&kind) => (kind, 1),
        ([single], _) => (*single, 1),
        (_, Some(kind)) => (kind, 0),
        _ => return None,
    };
    make(kind, all, fit)
}

/// Whether a line begins as a heading does: with the first character of the prescribed words, or with a number that a mark or a
/// blank follows.
fn may_be_heading(text: &str) -> bool {
    let mut letters = text.chars().filter(|char| !is_blank(*char)).map(narrow);
    let Some(first) = letters.next() else { return false };
    if !is_digit(first) {
        return SectionKind::ALL.into_iter().any(|kind| kind.title().starts_with(first));
    }
    let (second, third) = (letters.next(), letters.next());
    let set_off = text.chars().skip_while(|char| is_blank(*char)).nth(1).is_some_and(is_blank);
    set_off || second.is_some_and(is_mark) || (second.is_some_and(is_digit) && third.is_some_and(is_mark))
}

fn is_digit(char: char) -> bool {
    is_chinese_digit(char) || char.is_numeric()
}

/// A mark behind the number of a heading.
fn is_mark(char: char) -> bool {
    matches!(char, '、' | '.' | '，' | ',' | '：' | ':')
}

/// Whether a line is a numbered row of table 3: where a table is plain text, these look like headings.
fn is_row(plain: &str) -> bool {
    let top = |row: &Row3| matches!(row.part(), Part::In | Part::Left);
    plain.starts_with(RESULTS.words) || Row3::ALL.iter().filter(|row| top(row)).any(|row| row.begins(plain))
}

fn is_chinese_digit(char: char) -> bool {
    matches!(char, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// The section whose number a label is, in either writing.
fn numbered(label: &str) -> Option<SectionKind> {
    SectionKind::ALL.into_iter().find(|kind| kind.numeral() == label || kind.number().to_string() == label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Format};

    /// Number, title and fit of a line that is a heading.
    fn found(line: &str) -> Option<(SectionKind, String, String, u8)> {
        let mut builder = Builder::new(Format::Text);
        builder.paragraph(line, None);
        let (kind, Candidate { heading, fit }) = candidate(&builder.finish(), LineId(0))?;
        Some((kind, heading.label, heading.title, fit))
    }

    #[test]
    fn headings_are_found_whatever_stands_in_them() {
        for line in [
            "一、总体情况",
            "⼀、总体情况",
            "\u{200B}一\u{200B}、总体情况\u{200B}",
            "\u{F06C} 一、总体情况",
            "■一、总体情况",
            "◆ • **一、总体情况**",
            "\u{202D}一、总体情况\u{202C}",
            "一 总体情况",
            "# 一. 总体情况",
        ] {
            let expected = Some((SectionKind::Overview, "一".to_owned(), "总体情况".to_owned(), 2));
            assert_eq!(found(line), expected, "{line:?}");
        }
        assert_eq!(
            found("２．主动公开政府信息情况").map(|(kind, label, ..)| (kind, label)),
            Some((SectionKind::Disclosure, "2".to_owned()))
        );
        let torn = found("一、 总 体\u{AD} 情 况").map(|(kind, .., fit)| (kind, fit));
        assert_eq!(torn, Some((SectionKind::Overview, 2)));
        let behind =
            found("五、存在的主要问题及改进情况：一年来仍有不足。").map(|(_, _, title, fit)| (title, fit));
        assert_eq!(behind, Some(("存在的主要问题及改进情况".to_owned(), 2)));
    }

    #[test]
    fn rows_lists_and_prose_are_no_headings() {
        for line in [
            "一、本年新收政府信息公开申请数量",
            "二、上年度结转政府信息公开申请数量",
            "四、结转下年度继续办理",
            "（一）总体情况",
            "1.属于国家秘密",
            "总体上看，各项工作进展顺利。",
            "一、总体上看全年工作进展顺利；各单位按时办结。",
            "",
        ] {
            assert_eq!(found(line), None, "{line:?}");
        }
    }
}
