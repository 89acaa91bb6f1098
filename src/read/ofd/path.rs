//! Paths in abbreviated data (GB/T 33190, 9.2).

use crate::read::page::{Matrix, Path, numbers};

/// A path in abbreviated data (9.2), in a space that leads to points on the page.
pub(super) fn trace(data: &str, matrix: &Matrix) -> Path {
    let mut path = Path::default();
    let mut words = data.split_whitespace();
    let mut pending = words.next();
    while let Some(word) = pending {
        let mut operands = [0.0; 7];
        let mut count = 0;
        pending = None;
        for next in words.by_ref() {
            if next.starts_with(|c: char| c.is_ascii_alphabetic()) {
                pending = Some(next);
                break;
            }
            if let Some(place) = operands.get_mut(count) {
                *place = numbers(next).first().copied().unwrap_or(0.0);
                count += 1;
            }
        }
        match (word, operands.get(..count).unwrap_or_default()) {
            ("S" | "M", [x, y]) => path.move_to(matrix, *x, *y),
            ("L", [x, y]) => path.line_to(matrix, *x, *y),
            ("Q" | "B" | "A", [.., x, y]) => path.curve_to(matrix, *x, *y),
            ("C", _) => path.close(),
            _ => {}
        }
    }
    path
}
