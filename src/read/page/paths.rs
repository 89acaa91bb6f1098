//! Drawn paths → ruling lines and grounds of cells.

use super::matrix::Matrix;
use super::{Page, Rule, twips};

/// What is no thicker is a line: 3 pt.
const THIN: i32 = 60;
/// Lines that lean by no more than this are upright or level: half a point.
const LEAN: i32 = 10;
/// More points than this in a path are a drawing.
const MOST: usize = 20_000;
/// More lines than this on a page are a drawing.
const LINES: usize = 100_000;

/// The path being made, on the page.
#[derive(Debug, Default)]
pub(in crate::read) struct Path {
    /// Points of each part, and whether it has only straight lines.
    parts: Vec<(Vec<(i32, i32)>, bool)>,
    points: usize,
}

impl Path {
    pub(in crate::read) fn clear(&mut self) {
        self.parts.clear();
        self.points = 0;
    }

    fn point(matrix: &Matrix, x: f32, y: f32) -> (i32, i32) {
        let (x, y) = matrix.apply(x, y);
        (twips(x), twips(y))
    }

    /// The box around all of it.
    pub(in crate::read) fn bounds(&self) -> Option<Rule> {
        let mut points = self.parts.iter().flat_map(|(points, _)| points);
        let first = *points.next()?;
        Some(points.fold(Rule::new(first, first), |all, &(x, y)| Rule {
            x0: all.x0.min(x),
            y0: all.y0.min(y),
            x1: all.x1.max(x),
            y1: all.y1.max(y),
        }))
    }

    /// The box around all of it, if it has straight lines only: then nothing of it reaches out.
    pub(in crate::read) fn straight_bounds(&self) -> Option<Rule> {
        self.bounds().filter(|_| self.points < MOST && self.parts.iter().all(|(_, straight)| *straight))
    }

    /// Whether it is one rectangle.
    pub(in crate::read) fn is_box(&self) -> bool {
        match self.parts.as_slice() {
            [(points, true)] => {
                let side = |pair: &[(i32, i32)]| matches!(pair, [a, b] if a.0 == b.0 || a.1 == b.1);
                (4..=5).contains(&points.len()) && points.windows(2).all(side)
            }
            _ => false,
        }
    }

    pub(in crate::read) fn move_to(&mut self, matrix: &Matrix, x: f32, y: f32) {
        if self.points < MOST {
            self.points += 1;
            self.parts.push((vec![Self::point(matrix, x, y)], true));
        }
    }

    pub(in crate::read) fn line_to(&mut self, matrix: &Matrix, x: f32, y: f32) {
        if let Some((points, _)) = self.parts.last_mut().filter(|_| self.points < MOST) {
            self.points += 1;
            points.push(Self::point(matrix, x, y));
        }
    }

    pub(in crate::read) fn curve_to(&mut self, matrix: &Matrix, x: f32, y: f32) {
        self.line_to(matrix, x, y);
        if let Some((_, straight)) = self.parts.last_mut() {
            *straight = false;
        }
    }

    pub(in crate::read) fn close(&mut self) {
        if let Some((points, _)) = self.parts.last_mut() {
            points.extend(points.first().copied());
        }
    }

    pub(in crate::read) fn rectangle(&mut self, matrix: &Matrix, x: f32, y: f32, width: f32, height: f32) {
        self.move_to(matrix, x, y);
        for (x, y) in [(x + width, y), (x + width, y + height), (x, y + height)] {
            self.line_to(matrix, x, y);
        }
        self.close();
    }

    /// Strokes the path with a pen so wide.
    pub(in crate::read) fn stroke(&self, pen: i32, page: &mut Page) {
        for (points, straight) in &self.parts {
            if !straight {
                continue;
            }
            for pair in points.windows(2) {
                let [a, b] = *pair else { continue };
                let mut rule = Rule::new(a, b);
                let (width, height) = (rule.x1 - rule.x0, rule.y1 - rule.y0);
                if width.min(height) > LEAN {
                    continue;
                }
                // A short stroke of a wide pen is a line across it.
                let half = pen / 2;
                if width >= height {
                    (rule.y0, rule.y1) = (rule.y0 - half, rule.y1 + half);
                } else {
                    (rule.x0, rule.x1) = (rule.x0 - half, rule.x1 + half);
                }
                paint(rule, page);
            }
        }
    }

    /// Fills the path.
    pub(in crate::read) fn fill(&self, page: &mut Page) {
        let boxes: Vec<Option<Rule>> =
            self.parts.iter().map(|(points, straight)| bounds(points, *straight)).collect();
        let mut rest = boxes.iter().flatten().peekable();
        while let Some(outer) = rest.next() {
            // A frame is filled as the space between two rectangles.
            if let Some(inner) = rest.peek()
                && is_frame(outer, inner)
            {
                page.rules.extend([
                    Rule { y1: inner.y0, ..*outer },
                    Rule { y0: inner.y1, ..*outer },
                    Rule { x1: inner.x0, ..*outer },
                    Rule { x0: inner.x1, ..*outer },
                ]);
                rest.next();
            } else {
                paint(*outer, page);
            }
        }
    }
}

/// The box of a part: of any straight one that is thin, and of those that are upright rectangles.
fn bounds(points: &[(i32, i32)], straight: bool) -> Option<Rule> {
    let (first, rest) = points.split_first().filter(|(_, rest)| straight && rest.len() > 1)?;
    let bounds = rest.iter().fold(Rule::new(*first, *first), |all, &(x, y)| Rule {
        x0: all.x0.min(x),
        y0: all.y0.min(y),
        x1: all.x1.max(x),
        y1: all.y1.max(y),
    });
    let thin = (bounds.x1 - bounds.x0).min(bounds.y1 - bounds.y0) <= THIN;
    let upright = || {
        points.windows(2).all(|pair| match *pair {
            [a, b] => (a.0 - b.0).abs().min((a.1 - b.1).abs()) <= LEAN,
            _ => true,
        })
    };
    (thin || (rest.len() <= 5 && upright())).then_some(bounds)
}

fn is_frame(outer: &Rule, inner: &Rule) -> bool {
    let gaps = [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1];
    let large = (inner.x1 - inner.x0).min(inner.y1 - inner.y0) > THIN;
    large && gaps.iter().all(|gap| (0..=THIN).contains(gap)) && gaps.iter().any(|gap| *gap > 0)
}

/// A thin rectangle is a line; a larger one may be the ground of a cell, unless it is most of the page.
fn paint(rule: Rule, page: &mut Page) {
    let (width, height) = (rule.x1 - rule.x0, rule.y1 - rule.y0);
    if page.rules.len() + page.fills.len() > LINES {
        return;
    }
    if width.min(height) <= THIN {
        page.rules.push(rule);
    } else if height < page.height / 2 {
        page.fills.push(rule);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        Page { width: 12000, height: 16000, ..Page::default() }
    }

    #[test]
    fn strokes_thin_fills_and_frames_are_lines() {
        let one = Matrix::IDENTITY;
        let mut page = page();
        let mut path = Path::default();
        path.rectangle(&one, 10.0, 10.0, 100.0, 50.0);
        path.stroke(10, &mut page);
        assert_eq!(page.rules.len(), 4);
        path.fill(&mut page);
        assert_eq!((page.rules.len(), page.fills.len()), (4, 1));
        path.rectangle(&one, 11.0, 11.0, 98.0, 48.0);
        path.fill(&mut page);
        assert_eq!((page.rules.len(), page.fills.len()), (8, 1));
        path.clear();
        // A trapezoid, as mitred borders are.
        path.move_to(&one, 0.0, 0.0);
        for (x, y) in [(100.0, 0.0), (99.0, 1.0), (1.0, 1.0)] {
            path.line_to(&one, x, y);
        }
        path.fill(&mut page);
        assert_eq!(page.rules.last(), Some(&Rule { x0: 0, y0: 0, x1: 2000, y1: 20 }));
    }

    #[test]
    fn curves_and_slants_are_none() {
        let one = Matrix::IDENTITY;
        let (mut page, mut path) = (page(), Path::default());
        path.move_to(&one, 0.0, 0.0);
        path.line_to(&one, 50.0, 50.0);
        path.curve_to(&one, 90.0, 0.0);
        path.stroke(10, &mut page);
        path.fill(&mut page);
        assert!(page.rules.is_empty() && page.fills.is_empty());
    }
}
