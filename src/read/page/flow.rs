//! Lines → paragraphs: which line ends are only where the text had to wrap.

use super::line::{Line, Room};
use super::{Glyph, Item};
use crate::document::Builder;
use crate::text::{Mark, is_blank, leading};

/// Padding of a cell, left and right together.
const PADDING: i32 = 216;

/// A gap of so many hundredths of the size parts columns.
const COLUMNS: i32 = 150;

/// Adds paragraphs and tables to the document. Paragraphs go on behind a page break.
pub(super) fn emit(items: Vec<Item>, builder: &mut Builder) {
    let mut run: Vec<Line> = Vec::new();
    for item in items {
        match item {
            Item::Line(line) => run.push(line),
            Item::Table(table) => {
                flush(&mut run, builder);
                table.emit(builder);
            }
        }
    }
    flush(&mut run, builder);
}

fn flush(run: &mut Vec<Line>, builder: &mut Builder) {
    for text in paragraphs(&std::mem::take(run)) {
        builder.paragraph(text, None);
    }
}

/// Joins the lines that are one paragraph. Chinese is joined without a blank.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut first: Option<&Line> = None;
    let mut previous: Option<&Line> = None;
    for line in lines {
        let goes_on = previous.zip(first).is_some_and(|(previous, first)| goes_on(first, previous, line));
        match paragraphs.last_mut() {
            Some(text) if goes_on => append(text, &line.text()),
            _ => {
                first = Some(line);
                paragraphs.push(line.text());
            }
        }
        previous = Some(line);
    }
    paragraphs
}

/// Whether a line goes on with the paragraph of the line before it.
fn goes_on(first: &Line, previous: &Line, line: &Line) -> bool {
    let size = line.size.max(1);
    if (previous.size - size).abs() * 8 > size {
        return false;
    }
    // Columns are no running text.
    if line.split(COLUMNS).len() > 1 || previous.split(COLUMNS).len() > 1 {
        return false;
    }
    let width = previous.end() - previous.start();
    let rest = match previous.room {
        // Word pads cells by 5.4 pt on either side.
        Room::Cell(room) => room - width - PADDING,
        Room::Column(_, right) => right - previous.end(),
        Room::Unknown => return false,
    };
    if rest * 10 >= first_word(line) * 10 + size * 5 {
        return false;
    }
    // A number goes on in the next line only where not one more digit would have fit.
    let digit =
        |glyph: Option<&Glyph>| glyph.filter(|glyph| glyph.char.is_ascii_digit()).map(|glyph| glyph.width);
    if let (Room::Cell(_), Some(width), Some(_)) =
        (previous.room, digit(previous.glyphs.last()), digit(line.glyphs.first()))
        && rest > width
    {
        return false;
    }
    let Room::Column(left, right) = line.room else { return true };
    // A heading may follow a paragraph whose last line is full, and in a text without indents nothing else shows it.
    if is_numbered(line) && (is_sentence_end(previous) || is_title(line, right)) {
        return false;
    }
    if is_centred(previous, left, right) || is_centred(line, left, right) {
        return false;
    }
    // A gap of more than two lines' height parts paragraphs; upwards is the next page or column.
    let step = line.y - previous.y;
    if step > size * 5 / 2 || (step > size * 9 / 4 && is_sentence_end(previous)) {
        return false;
    }
    let start = line.start();
    let is_indented = start - left > size * 6 / 5;
    if is_indented {
        // All of the paragraph is indented, or this one begins.
        return previous != first && (start - previous.start()).abs() < size / 2
            || previous == first && first.start() - start > size;
    }
    true
}

/// A line of its own in the middle, as titles are.
fn is_centred(line: &Line, left: i32, right: i32) -> bool {
    let (before, behind) = (line.start() - left, right - line.end());
    before > line.size * 5 / 2 && (before - behind).abs() < line.size * 3 / 2
}

/// A line that begins with the number of a heading: 一、 or （一）.
fn is_numbered(line: &Line) -> bool {
    leading(line.glyphs.iter().map(|glyph| glyph.char)).is_some_and(|found| {
        found.chinese && found.length <= 3 && matches!(found.mark, Mark::Pause | Mark::Brackets)
    })
}

/// A line that neither fills its column nor ends with a mark, as headings do.
fn is_title(line: &Line, right: i32) -> bool {
    let marked = line.glyphs.last().is_some_and(|glyph| is_closing(glyph.char) && glyph.char != '）');
    !marked && right - line.end() > line.size * 4
}

fn is_sentence_end(line: &Line) -> bool {
    line.glyphs
        .last()
        .is_some_and(|glyph| matches!(glyph.char, '。' | '：' | '；' | '！' | '？' | '”' | '）'))
}

/// Whether a character never begins a line.
pub(super) fn is_closing(char: char) -> bool {
    matches!(
        char,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '》'
            | '〉'
            | '”'
            | '’'
            | '】'
            | '〕'
            | '%'
            | '％'
    )
}

/// The width of what cannot be parted at the start of a line: a character with its marks, or a word.
fn first_word(line: &Line) -> i32 {
    let mut end = line.start();
    let mut inside = false;
    for glyph in &line.glyphs {
        let char = glyph.char;
        // Some programs part neither before nor behind a quotation mark.
        let quote = matches!(char, '“' | '”' | '‘' | '’');
        let is_word = char.is_ascii_graphic();
        let belongs = quote || is_closing(char) || is_word && end_is_word(line, glyph.x);
        if inside && !belongs {
            break;
        }
        inside = !quote && !matches!(char, '（' | '《' | '〈' | '【' | '〔' | '(');
        end = glyph.end();
    }
    end - line.start()
}

/// Whether the glyph before a place is part of a word.
fn end_is_word(line: &Line, x: i32) -> bool {
    let before = line.glyphs.partition_point(|glyph| glyph.x < x).checked_sub(1);
    before.and_then(|at| line.glyphs.get(at)).is_some_and(|glyph| glyph.char.is_ascii_graphic())
}

/// Appends a line to its paragraph; words of letters keep a blank.
pub(super) fn append(text: &mut String, line: &str) {
    let last = text.chars().next_back().unwrap_or(' ');
    let next = line.chars().next().unwrap_or(' ');
    let word = |c: char| c.is_ascii_alphabetic() || matches!(c, ',' | ';');
    // An address is broken anywhere.
    let is_address =
        |part: Option<&str>| part.is_some_and(|part| part.contains(['/', '@']) || part.contains("www."));
    if word(last)
        && next.is_ascii_alphabetic()
        && !is_address(text.rsplit(is_blank).next())
        && !is_address(line.split(is_blank).next())
    {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::super::line::{lines, tests::write};
    use super::*;
    use crate::read::omitted::Omitted;

    fn read(texts: &[(i32, &str)], cell: Option<i32>) -> Vec<String> {
        let glyphs = texts.iter().zip(0..).flat_map(|(&(x, text), row)| write(text, x, row * 320));
        let mut lines = lines(glyphs.collect(), &mut Omitted::default());
        if let Some(width) = cell {
            for line in &mut lines {
                line.room = Room::Cell(width);
            }
            return paragraphs(&lines);
        }
        let items = lines.into_iter().map(Item::Line).collect();
        let mut sheets = [super::super::Sheet { items, width: 1, height: 1 }];
        super::super::margins::set(&mut sheets);
        let mut builder = Builder::new(crate::document::Format::Pdf);
        emit(sheets.into_iter().flat_map(|sheet| sheet.items).collect(), &mut builder);
        builder.finish().lines().to_vec()
    }

    #[test]
    fn wrapped_lines_are_joined_and_paragraphs_parted() {
        let got = read(
            &[
                (1400, "年度报告"),
                (400, "全年收到申请十二件，其中自然"),
                (0, "人九件，法人三件，均已依法按期办"),
                (0, "结。"),
                (400, "一、总体情况"),
                (400, "机关坚持公开为常态，全年共发"),
                (0, "布信息（https://example.cn/a-"),
                (0, "b）。"),
            ],
            None,
        );
        assert_eq!(
            got,
            [
                "年度报告",
                "全年收到申请十二件，其中自然人九件，法人三件，均已依法按期办结。",
                "一、总体情况",
                "机关坚持公开为常态，全年共发布信息（https://example.cn/a-b）。",
            ]
        );
    }

    #[test]
    fn a_heading_below_a_full_line_is_no_part_of_it() {
        let got = read(
            &[
                (0, "全年收到申请十二件均依法办结。"),
                (0, "六、其他需要报告的事项"),
                (0, "本年没有需要报告的其他事项了。"),
                (0, "（二）依申请公开"),
                (0, "全年受理的申请均已在规定期限一"),
                (0, "一答复。"),
            ],
            None,
        );
        let want = [
            "全年收到申请十二件均依法办结。",
            "六、其他需要报告的事项",
            "本年没有需要报告的其他事项了。",
            "（二）依申请公开",
            "全年受理的申请均已在规定期限一一答复。",
        ];
        assert_eq!(got, want);
    }

    #[test]
    fn a_word_that_did_not_fit_ends_no_paragraph() {
        let got = read(
            &[
                (0, "见网站首页政府信息公开专栏内容"),
                (0, "专栏"),
                (0, "https://example.cn/zwgk/2023"),
                (0, "查阅。"),
                (0, "另起"),
            ],
            None,
        );
        assert_eq!(got, ["见网站首页政府信息公开专栏内容专栏https://example.cn/zwgk/2023查阅。", "另起"]);
    }

    #[test]
    fn cells_part_what_would_have_fit() {
        let read = |width| read(&[(0, "商业"), (0, "企业")], Some(width));
        assert_eq!(read(900), ["商业\u{4f01}业"].map(|_| "商业企业".to_owned()).to_vec());
        assert_eq!(read(2000), ["商业", "企业"]);
    }
}
