//! Two pages printed side by side on one sheet.

use super::{Glyph, Page, Rule};

/// Characters that each half must have at least.
const CHARS: usize = 40;

/// The pages of a sheet: both halves of one that is wide, if nothing crosses its middle and both begin at the same place, as
/// pages of one document do.
pub(super) fn split(page: Page) -> Vec<Page> {
    let Some(middle) = middle(&page) else { return vec![page] };
    let (width, height) = (page.width, page.height);
    let half = |right: bool| {
        let shift = if right { middle } else { 0 };
        let own = |x: i32| (x >= middle) == right;
        let rules = |all: &[Rule]| -> Vec<Rule> {
            let inside = all.iter().filter(|rule| own(i32::midpoint(rule.x0, rule.x1)));
            inside.map(|rule| Rule { x0: rule.x0 - shift, x1: rule.x1 - shift, ..*rule }).collect()
        };
        let glyphs = page.glyphs.iter().filter(|glyph| own(glyph.centre().0));
        Page {
            glyphs: glyphs.map(|glyph| Glyph { x: glyph.x - shift, ..*glyph }).collect(),
            rules: rules(&page.rules),
            fills: rules(&page.fills),
            struck: rules(&page.struck),
            width: if right { width - middle } else { middle },
            height,
        }
    };
    vec![half(false), half(true)]
}

/// Where two pages part, if there are two.
fn middle(page: &Page) -> Option<i32> {
    // The sheets of the A series: two pages side by side have the shape of one that lies.
    if page.width * 10 < page.height * 12 || page.width * 10 > page.height * 17 {
        return None;
    }
    let middle = page.width / 2;
    let gutter = page.width / 50;
    let crosses = |from: i32, to: i32| from < middle + gutter && to > middle - gutter;
    if page.glyphs.iter().any(|glyph| glyph.turn == 0 && crosses(glyph.x, glyph.end()))
        || page.rules.iter().any(|rule| crosses(rule.x0, rule.x1))
    {
        return None;
    }
    let shown = |right: bool| {
        let glyphs = page.glyphs.iter().filter(|glyph| !crate::text::is_blank(glyph.char));
        glyphs.filter(move |glyph| (glyph.x >= middle) == right)
    };
    if shown(false).count() < CHARS || shown(true).count() < CHARS {
        return None;
    }
    // Where most of the text begins, with the lines of tables.
    let left = |right: bool| {
        let rules = page.rules.iter().filter(move |rule| (rule.x0 >= middle) == right).map(|rule| rule.x0);
        shown(right).map(|glyph| glyph.x).chain(rules).min()
    };
    let (first, second) = (left(false)?, left(true)? - middle);
    // The second page may begin with an indent, or its table may be as wide as its text and reach out by a hair.
    ((first - second).abs() <= page.width / 40).then_some(middle)
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::write;
    use super::*;

    fn page(parts: &[(&str, i32)]) -> Page {
        let line =
            |(text, x): &(&str, i32)| (1..9).flat_map(|at| write(text, *x, at * 400)).collect::<Vec<_>>();
        Page { glyphs: parts.iter().flat_map(line).collect(), width: 16840, height: 11900, ..Page::default() }
    }

    #[test]
    fn two_pages_are_parted_and_a_wide_one_is_not() {
        let two = page(&[("政府信息公开工作年度报告", 900), ("收到和处理政府信息公开申请", 9320)]);
        let pages = split(two);
        assert_eq!(pages.len(), 2);
        assert_eq!(
            pages.iter().map(|page| page.glyphs.first().map(|glyph| glyph.x)).collect::<Vec<_>>(),
            [Some(900); 2]
        );
        // A line over the middle, a right half that begins elsewhere, a half with little in it.
        for parts in [
            &[("政府信息公开工作年度报告", 900), ("信息内容", 8200)][..],
            &[("政府信息公开工作年度报告", 900), ("收到和处理政府信息公开申请", 12000)],
            &[("政府信息公开工作年度报告", 900), ("件", 9320)],
        ] {
            assert_eq!(split(page(parts)).len(), 1);
        }
    }
}
