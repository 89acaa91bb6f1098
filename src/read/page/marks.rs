//! Characters on a page that are no part of the text: struck through, raised as marks of notes are, large and pale behind it.

use super::{Canvas, Glyph, Page, Rule};
use crate::read::omitted::{Omitted, Why};

/// What is no thicker may strike through: 3 pt.
const THIN: i32 = 60;

/// Takes struck characters off a page, and the lines that strike them.
pub(super) fn strike(page: &mut Page, omitted: &mut Omitted) {
    if page.glyphs.is_empty() || page.rules.is_empty() && page.struck.is_empty() {
        return;
    }
    // Baselines with the number of their glyph.
    let mut order: Vec<(i32, usize)> =
        page.glyphs.iter().enumerate().map(|(number, glyph)| (glyph.y, number)).collect();
    order.sort_unstable();
    let largest = page.glyphs.iter().map(|glyph| glyph.size).max().unwrap_or(0);
    let mut struck = vec![false; page.glyphs.len()];
    let mut count = 0_usize;
    // The glyphs whose baselines lie in a range of heights.
    let between = |top: i32, bottom: i32| {
        let first = order.partition_point(|(y, _)| *y < top);
        let rest = order.get(first..).unwrap_or_default();
        rest.iter().take_while(move |(y, _)| *y <= bottom).map(|(_, number)| *number)
    };
    let mut strikes = |rule: &Rule| -> bool {
        let middle = i32::midpoint(rule.y0, rule.y1);
        let through = |glyph: &Glyph| {
            let above = (glyph.y - middle) * 100;
            let covered = rule.x1.min(glyph.end()) - rule.x0.max(glyph.x);
            glyph.turn == 0
                && (glyph.size * 12..glyph.size * 60).contains(&above)
                && covered * 10 >= glyph.width.max(1) * 7
        };
        let found: Vec<usize> = between(middle, middle + largest)
            .filter(|index| page.glyphs.get(*index).is_some_and(through))
            .collect();
        let glyphs = || found.iter().filter_map(|index| page.glyphs.get(*index));
        let (Some(left), Some(right), Some(size)) = (
            glyphs().map(|glyph| glyph.x).min(),
            glyphs().map(Glyph::end).max(),
            glyphs().map(|glyph| glyph.size).max(),
        ) else {
            return false;
        };
        // A line that strikes begins and ends with what it strikes; the edge of a cell does not.
        if left - rule.x0 > size * 6 / 10 || rule.x1 - right > size * 6 / 10 {
            return false;
        }
        // A double line strikes once.
        let mut anew = false;
        for index in found {
            struck.get_mut(index).into_iter().for_each(|mark| anew |= !std::mem::replace(mark, true));
        }
        count += usize::from(anew);
        true
    };
    page.rules.retain(|rule| {
        let thin = rule.y1 - rule.y0 <= THIN && rule.x1 - rule.x0 > rule.y1 - rule.y0;
        !(thin && strikes(rule))
    });
    for quad in &page.struck {
        let inside = between(quad.y0, quad.y1).filter(|index| {
            page.glyphs.get(*index).is_some_and(|glyph| {
                let (x, y) = glyph.centre();
                (quad.x0..=quad.x1).contains(&x) && (quad.y0..=quad.y1).contains(&y)
            })
        });
        let before = count;
        for index in inside {
            struck.get_mut(index).into_iter().for_each(|mark| *mark = true);
            count = before + 1;
        }
    }
    (0..count).for_each(|_| omitted.add(Why::Struck));
    let mut marks = struck.into_iter();
    page.glyphs.retain(|_| !marks.next().unwrap_or(false));
}

/// Takes the marks of notes out of a line, whose glyphs come from left to right: what is smaller than the character beside it
/// and raised above or set below its line, or so small that it cannot be a part of the number that it stands behind.
pub(super) fn lower(glyphs: &mut Vec<Glyph>, omitted: &mut Omitted) {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(first) = glyphs.get(at) {
        let (size, y) = (first.size, first.y);
        let like = |glyph: &&Glyph| {
            (glyph.size - size).abs() * 8 <= size && (glyph.y - y).abs() * 10 <= size && is_mark(glyph.char)
        };
        let end = at + glyphs.iter().skip(at).take_while(like).count();
        let base =
            at.checked_sub(1).and_then(|before| glyphs.get(before)).filter(|base| is_base(base, first, true));
        let base =
            base.or_else(|| glyphs.get(end).filter(|_| at == 0).filter(|base| is_base(base, first, false)));
        if end > at && base.is_some() {
            marks.push((at, end));
        }
        at = end.max(at + 1);
    }
    for (from, to) in marks.into_iter().rev() {
        let digits = glyphs
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .filter(|glyph| glyph.char.is_ascii_digit())
            .count();
        let behind_digit = from
            .checked_sub(1)
            .and_then(|at| glyphs.get(at))
            .is_some_and(|glyph| glyph.char.is_ascii_digit());
        if digits > 2 && behind_digit {
            // Too long for a mark: apart from the number, so that it cannot be read as one.
            if let Some(glyph) = glyphs.get(from).copied() {
                glyphs.insert(from, Glyph { char: ' ', width: 0, ..glyph });
            }
        } else {
            glyphs.drain(from..to);
            omitted.add(Why::Raised);
        }
    }
}

/// Whether a character, set beside its base, is smaller and higher or lower than that.
fn is_base(base: &Glyph, mark: &Glyph, behind: bool) -> bool {
    let (gap, size) =
        if behind { (mark.x - base.end(), base.size) } else { (base.x - mark.end(), base.size) };
    let raised = (base.y - mark.y) * 100;
    let beside = (-size * 3..size * 5).contains(&(gap * 10)) && !crate::text::is_blank(base.char);
    let apart = (size * 15..size * 80).contains(&raised) || (-size * 45..-size * 7).contains(&raised);
    let tiny = mark.size * 100 <= size * 70 && base.char.is_ascii_digit() && mark.char.is_ascii_digit();
    // Browsers set raised text at five sixths of the size; what is far above the line may be as large as the line.
    let small = mark.size * 100 <= size * 92 || raised > size * 25 && mark.size <= size;
    beside && (small && apart || tiny)
}

/// Characters that marks of notes are made of.
fn is_mark(char: char) -> bool {
    char.is_ascii_digit()
        || matches!(
            char,
            '*' | '†' | '‡' | '§' | '#' | '[' | ']' | '(' | ')' | '（' | '）' | '［' | '］' | '注' | ','
        )
        || matches!(char, '\u{2460}'..='\u{24ff}' | '\u{2070}'..='\u{209f}' | '²' | '³' | '¹')
        || char.is_ascii_lowercase()
}

/// Puts pale text onto the page, unless it is much larger than the rest: then it is a watermark.
pub(super) fn settle_pale(canvas: &mut Canvas) {
    if canvas.pale.is_empty() {
        return;
    }
    let mut sizes: Vec<i32> = canvas.page.glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_unstable();
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(i32::MAX);
    let mut found = false;
    for glyph in std::mem::take(&mut canvas.pale) {
        if usual < i32::MAX && glyph.size * 2 > usual * 3 {
            found |= !glyph.char.is_whitespace();
        } else {
            canvas.page.glyphs.push(glyph);
        }
    }
    if found {
        canvas.omitted.add(Why::Watermark);
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::write;
    use super::*;

    fn text(glyphs: &[Glyph]) -> String {
        glyphs.iter().map(|glyph| glyph.char).collect()
    }

    fn small(text: &str, x: i32, y: i32) -> Vec<Glyph> {
        (0..)
            .zip(write(text, 0, 0))
            .map(|(at, glyph)| Glyph { x: x + at * 60, y, width: 60, size: 120, ..glyph })
            .collect()
    }

    #[test]
    fn marks_of_notes_go_and_long_ones_make_unreadable() {
        for (base, mark, y, want, count) in [
            ("12", "1", 330, "12", 1),
            ("12", "10", 330, "12", 1),
            ("12", "345", 330, "12 345", 0),
            ("12", "1", 430, "12", 1),
            ("12", "1", 400, "12", 1),
            ("条", "①", 330, "条", 1),
            ("条", "款", 330, "条款", 0),
        ] {
            let mut glyphs = [write(base, 0, 400), small(mark, 200, y)].concat();
            let mut omitted = Omitted::default();
            lower(&mut glyphs, &mut omitted);
            let note = (count > 0).then(|| format!("略去上标 {count} 处"));
            assert_eq!((text(&glyphs).as_str(), omitted.note()), (want, note), "{base}{mark}");
        }
        // As large as a browser sets it, and as large as the line itself.
        for size in [167, 200] {
            let mark = write("1", 200, 330).into_iter().map(|glyph| Glyph { size, ..glyph });
            let mut glyphs: Vec<Glyph> = write("12", 0, 400).into_iter().chain(mark).collect();
            lower(&mut glyphs, &mut Omitted::default());
            assert_eq!(text(&glyphs), "12", "{size}");
        }
        let mut alone = small("12", 0, 400);
        lower(&mut alone, &mut Omitted::default());
        assert_eq!(text(&alone), "12");
    }

    #[test]
    fn lines_through_text_strike_and_edges_of_cells_do_not() {
        let line = |x0: i32, x1: i32, y: i32| Rule { x0, y0: y, x1, y1: y + 10 };
        for (rule, want, left) in [
            (line(0, 100, 330), "2", 0),
            (line(0, 200, 330), "", 0),
            (line(-2000, 4000, 330), "92", 1),
            // An underline, and the edge of a cell above.
            (line(0, 200, 420), "92", 1),
            (line(0, 200, 200), "92", 1),
        ] {
            let mut page = Page { glyphs: write("92", 0, 400), rules: vec![rule], ..Page::default() };
            strike(&mut page, &mut Omitted::default());
            assert_eq!((text(&page.glyphs).as_str(), page.rules.len()), (want, left), "{rule:?}");
        }
    }

    #[test]
    fn pale_text_is_a_watermark_only_where_it_is_large() {
        let large = |size: i32| write("内部", 0, 900).into_iter().map(move |glyph| Glyph { size, ..glyph });
        for (size, want) in [(200, "正文内部"), (900, "正文")] {
            let page = Page { glyphs: write("正文", 0, 400), ..Page::default() };
            let mut canvas = Canvas { page, pale: large(size).collect(), ..Canvas::default() };
            settle_pale(&mut canvas);
            assert_eq!(text(&canvas.page.glyphs), want);
        }
    }
}
