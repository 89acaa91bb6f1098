//! Digits set above a number in half its size, as ruby is.

use super::line::Line;
use crate::read::omitted::{Omitted, Why};

/// Takes away what is set above a number in half its size, as ruby is: a line that stands right above the middle of the next.
pub(super) fn drop_ruby(lines: &mut Vec<Line>, omitted: &mut Omitted) {
    let is_ruby = |pair: &[Line]| {
        let [above, base] = pair else { return false };
        let raised = (base.y - above.y) * 100;
        let middle = |line: &Line| i32::midpoint(line.start(), line.end());
        let is_number =
            |line: &Line| line.glyphs.iter().all(|glyph| matches!(glyph.char, '0'..='9' | '.' | ','));
        let small = above.size * 100 <= base.size * 60 && is_number(above);
        let centred = is_number(base) && (middle(above) - middle(base)).abs() * 10 <= base.size * 4;
        let over = base.glyphs.iter().any(|glyph| (glyph.x..=glyph.end()).contains(&middle(above)));
        let near = |most: i32| (base.size * 55..=base.size * most).contains(&raised);
        small && (centred && near(150) || over && near(115))
    };
    let mut found: Vec<bool> = lines.windows(2).map(is_ruby).collect();
    if !found.contains(&true) {
        return;
    }
    found.push(false);
    (0..found.iter().filter(|ruby| **ruby).count()).for_each(|_| omitted.add(Why::Ruby));
    let mut found = found.into_iter();
    lines.retain(|_| !found.next().unwrap_or(false));
}
