//! What stands on a page and cannot be read: painted over in white, or too small.

use super::{Canvas, Glyph, Rule};
use crate::read::omitted::Why;
use crate::sorted::sort_by_key;

/// What is no larger cannot be read: 1.5 pt.
const TINY: i32 = 30;
/// More comparisons of glyphs and boxes than this are a drawing.
const MOST: usize = 4_000_000;

/// Takes off the page what was painted before a white box that lies over it.
pub(super) fn uncover(canvas: &mut Canvas) {
    if canvas.covers.is_empty() {
        return;
    }
    let glyphs = &canvas.page.glyphs;
    let mut order: Vec<(i32, usize)> =
        glyphs.iter().enumerate().map(|(number, glyph)| (glyph.centre().1, number)).collect();
    sort_by_key(&mut order, |place| *place);
    let mut covered = vec![false; glyphs.len()];
    let mut left = MOST;
    let mut boxes = 0;
    for (cover, before) in &canvas.covers {
        let first = order.partition_point(|(y, _)| *y < cover.y0);
        let mut any = false;
        for (_, number) in order.iter().skip(first).take_while(|(y, _)| *y <= cover.y1) {
            left = left.saturating_sub(1);
            let Some(glyph) = glyphs.get(*number).filter(|_| number < before && left > 0) else { continue };
            let (x, y) = glyph.centre();
            // More than a part of the character.
            let quarter = glyph.size / 4;
            let (shows, mark) = (!glyph.char.is_whitespace(), covered.get_mut(*number));
            if cover.holds((x, y), 0)
                && cover.y0 <= y - quarter
                && y + quarter <= cover.y1
                && let Some(mark) = mark
            {
                any |= shows && !*mark;
                *mark = true;
            }
        }
        boxes += usize::from(any);
    }
    (0..boxes).for_each(|_| canvas.omitted.add(Why::Covered));
    let mut covered = covered.into_iter();
    canvas.page.glyphs.retain(|_| !covered.next().unwrap_or(false));
}

/// Takes off the page what is too small to be read, where the rest is not.
pub(super) fn drop_tiny(canvas: &mut Canvas) {
    // Digits that are squeezed to nothing are as good as tiny.
    let is_tiny = |glyph: &Glyph| {
        glyph.size <= TINY || glyph.char.is_ascii_digit() && glyph.width * 12 < glyph.size && glyph.width > 0
    };
    let all = canvas.page.glyphs.len();
    let tiny = canvas.page.glyphs.iter().filter(|glyph| is_tiny(glyph)).count();
    // A page that is small throughout is only drawn so.
    if tiny == 0 || tiny * 2 > all {
        return;
    }
    let omitted = &mut canvas.omitted;
    omitted.part();
    canvas.page.glyphs.retain(|glyph| {
        let keeps = !is_tiny(glyph);
        if keeps {
            omitted.part();
        } else {
            omitted.add_text(Why::Small, glyph.char.encode_utf8(&mut [0; 4]));
        }
        keeps
    });
}

/// What reaches out of a clip by no more can still be read: 2 pt up or down, and to the side a quarter of its width.
const CLIPPED: i32 = 40;

/// Whether a glyph lies outside of what is clipped to.
pub(in crate::read) fn is_clipped(clip: Rule, glyph: &Glyph) -> bool {
    let (x, y) = glyph.centre();
    let slack = CLIPPED.min(glyph.width / 4);
    let wide = Rule { y0: clip.y0 - CLIPPED, y1: clip.y1 + CLIPPED, ..clip };
    !Rule { x0: wide.x0 - slack, x1: wide.x1 + slack, ..wide }.holds((x, y), 0)
}

/// The part of a box that lies in a clip.
pub(in crate::read) fn within(own: Rule, clip: Option<Rule>) -> Option<Rule> {
    let Some(clip) = clip else { return Some(own) };
    let part = Rule {
        x0: own.x0.max(clip.x0),
        y0: own.y0.max(clip.y0),
        x1: own.x1.min(clip.x1),
        y1: own.y1.min(clip.y1),
    };
    (part.x0 < part.x1 && part.y0 < part.y1).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::super::Page;
    use super::super::line::tests::write;
    use super::*;

    fn left(canvas: &Canvas) -> String {
        canvas.page.glyphs.iter().map(|glyph| glyph.char).collect()
    }

    #[test]
    fn what_was_painted_before_a_white_box_lies_under_it() {
        let page = Page { glyphs: write("92", 0, 400), ..Page::default() };
        let mut canvas = Canvas { page, ..Canvas::default() };
        canvas.cover(Rule { x0: 0, y0: 200, x1: 110, y1: 450 });
        // Too low to hide a character, and painted before what stands there now.
        canvas.cover(Rule { x0: 100, y0: 390, x1: 900, y1: 410 });
        canvas.page.glyphs.extend(write("3", 0, 400));
        uncover(&mut canvas);
        assert_eq!(
            (left(&canvas).as_str(), canvas.omitted.note().as_deref()),
            ("23", Some("略去被遮盖的文字 1 处"))
        );
    }

    #[test]
    fn tiny_text_goes_unless_all_is_tiny() {
        let tiny = |text: &str| write(text, 0, 400).into_iter().map(|glyph| Glyph { size: 20, ..glyph });
        for (glyphs, want) in
            [(tiny("9").chain(write("12", 0, 400)).collect(), "12"), (tiny("9").collect(), "9")]
        {
            let page = Page { glyphs, ..Page::default() };
            let mut canvas = Canvas { page, ..Canvas::default() };
            drop_tiny(&mut canvas);
            assert_eq!(left(&canvas), want);
        }
    }
}
