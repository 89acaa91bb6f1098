//! Marks in running text: which stretch of a line belongs to which finding or claim.

use crate::view::severity;
use jiaohe::wire::{Anchor, CheckedReport, Equation};

/// A stretch of a line that is to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// First UTF-16 code unit.
    pub(crate) start: u32,
    /// One past the last.
    pub(crate) end: u32,
    /// The finding it belongs to; `None` for a claim that was compared and agrees.
    pub(crate) finding: Option<usize>,
    /// The partner's value, such as 表三：5; empty where there is none.
    pub(crate) partner: String,
}

/// Marks by line, in order and without overlap.
#[derive(Default)]
pub(crate) struct Marks(Vec<Vec<Mark>>);

impl Marks {
    /// The marks of a line.
    pub(crate) fn of(&self, line: u32) -> &[Mark] {
        usize::try_from(line).ok().and_then(|line| self.0.get(line)).map_or(&[], Vec::as_slice)
    }

    /// Adds a mark in its order, unless its place is taken.
    fn add(&mut self, line: u32, mark: Mark) {
        let Some(line) = usize::try_from(line).ok().and_then(|line| self.0.get_mut(line)) else { return };
        let free = !line.iter().any(|other| other.start < mark.end && mark.start < other.end);
        if mark.start < mark.end && free {
            let at = line.iter().take_while(|other| other.start < mark.start).count();
            line.insert(at, mark);
        }
    }
}

/// A piece of a line: plain, or marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The text.
    pub(crate) text: String,
    /// Its mark.
    pub(crate) mark: Option<Mark>,
}

/// Finds the marks of all lines. Where two overlap, the graver one stays; findings go before claims.
pub(crate) fn marks(checked: &CheckedReport) -> Marks {
    let mut marks = Marks(vec![Vec::new(); checked.lines.len()]);
    for severity in severity::ALL {
        let findings = checked.report.findings.iter().zip(&checked.details).enumerate();
        for (index, (_, detail)) in findings.filter(|(_, (finding, _))| finding.severity == severity) {
            let terms =
                detail.equations.iter().flat_map(|equation| equation.left.iter().chain(&equation.right));
            let in_prose = terms.filter(|term| term.cell.is_empty()).filter_map(|term| term.anchor);
            for anchor in detail.anchors.iter().copied().chain(in_prose) {
                let partner = partner(anchor, &detail.equations);
                let Anchor { line, start, end } = anchor;
                marks.add(line, Mark { start, end, finding: Some(index), partner });
            }
        }
    }
    for (claim, anchor) in checked.report.claims.iter().zip(&checked.claim_anchors) {
        if claim.verdict == "agrees" {
            let Anchor { line, start, end } = *anchor;
            marks.add(line, Mark { start, end, finding: None, partner: String::new() });
        }
    }
    marks
}

/// What stands on the other side of the equation that this number in prose takes part in.
fn partner(anchor: Anchor, equations: &[Equation]) -> String {
    let here = |term: &jiaohe::wire::Term| term.cell.is_empty() && term.anchor == Some(anchor);
    for equation in equations {
        let (other, value) = if equation.left.iter().any(here) {
            (&equation.right, &equation.right_value)
        } else if equation.right.iter().any(here) {
            (&equation.left, &equation.left_value)
        } else {
            continue;
        };
        let table = other.iter().find_map(|term| table_name(&term.cell)).unwrap_or("应为");
        return format!("{table}：{value}");
    }
    String::new()
}

/// The table of a cell in the form's words.
pub(crate) fn table_name(cell: &str) -> Option<&'static str> {
    match cell.split('.').next()? {
        "t2" | "t2_2019" => Some("表二"),
        "t3" => Some("表三"),
        "t4" => Some("表四"),
        _ => None,
    }
}

/// Cuts a line at its marks.
pub(crate) fn pieces(line: &str, marks: &[Mark]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut open: Option<&Mark> = None;
    let mut marks = marks.iter().peekable();
    let mut unit = 0u32;
    for letter in line.chars() {
        if open.is_some_and(|mark| unit >= mark.end) {
            pieces.push(Piece { text: std::mem::take(&mut text), mark: open.cloned() });
            open = None;
        }
        if open.is_none() && marks.peek().is_some_and(|mark| unit >= mark.start) {
            if !text.is_empty() {
                pieces.push(Piece { text: std::mem::take(&mut text), mark: None });
            }
            open = marks.next();
        }
        text.push(letter);
        unit += u32::from(letter > '\u{ffff}') + 1;
    }
    if !text.is_empty() {
        pieces.push(Piece { text, mark: open.cloned() });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Mark, pieces};

    fn mark(start: u32, end: u32) -> Mark {
        Mark { start, end, finding: Some(0), partner: String::new() }
    }

    fn cut(line: &str, marks: &[Mark]) -> Vec<(String, bool)> {
        pieces(line, marks).into_iter().map(|piece| (piece.text, piece.mark.is_some())).collect()
    }

    #[test]
    fn a_line_is_cut_at_its_marks_and_nothing_is_lost() {
        let cutting = cut("受理申请7件，公开3件", &[mark(4, 5), mark(9, 10)]);
        let parts: Vec<_> = cutting.iter().map(|(text, marked)| (text.as_str(), *marked)).collect();
        assert_eq!(
            parts,
            [("受理申请", false), ("7", true), ("件，公开", false), ("3", true), ("件", false)]
        );
    }

    #[test]
    fn offsets_count_utf16_units() {
        let cutting = cut("𠮷7件", &[mark(2, 3)]);
        assert_eq!(cutting, [("𠮷".into(), false), ("7".into(), true), ("件".into(), false)]);
    }

    #[test]
    fn marks_that_touch_or_run_over_the_end_stay_apart() {
        let cutting = cut("56", &[mark(0, 1), mark(1, 9)]);
        assert_eq!(cutting, [("5".into(), true), ("6".into(), true)]);
    }
}
