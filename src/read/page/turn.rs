//! Turns a page so that most of its text runs from left to right.

use super::{Glyph, Page, Rule};

/// The page with its main direction of writing to the right.
pub(super) fn upright(mut page: Page) -> Page {
    let main = main_turn(&page.glyphs);
    if main == 0 {
        return page;
    }
    let (width, height) = (page.width, page.height);
    let point = |x: i32, y: i32| match main {
        1 => (y, width - x),
        2 => (width - x, height - y),
        _ => (height - y, x),
    };
    for glyph in &mut page.glyphs {
        (glyph.x, glyph.y) = point(glyph.x, glyph.y);
        glyph.turn = (glyph.turn + 4 - main) % 4;
    }
    for rule in page.rules.iter_mut().chain(&mut page.fills) {
        *rule = Rule::new(point(rule.x0, rule.y0), point(rule.x1, rule.y1));
    }
    if main != 2 {
        (page.width, page.height) = (height, width);
    }
    page
}

/// The direction that most glyphs have.
pub(super) fn main_turn(glyphs: &[Glyph]) -> u8 {
    let count = |turn: u8| glyphs.iter().filter(|glyph| glyph.turn == turn).count();
    // The last of equals is taken, so 0 comes last.
    [3, 2, 1, 0].into_iter().max_by_key(|&turn| count(turn)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_turned_text_is_turned_back() {
        for (turn, x, y) in [(1, 800, 100), (2, 900, 1900), (3, 200, 1900)] {
            let glyphs = vec![Glyph { char: '表', x, y, width: 200, size: 200, turn }];
            let page = Page { glyphs, width: 1000, height: 2000, ..Page::default() };
            let page = upright(page);
            let glyph = page.glyphs.first().map(|glyph| (glyph.x, glyph.y, glyph.turn));
            let want = (100, if turn == 2 { 100 } else { 200 }, 0);
            assert_eq!(glyph, Some(want), "{turn}");
        }
    }
}
