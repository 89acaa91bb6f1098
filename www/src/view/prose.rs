//! Marks in running text: which stretch of a line belongs to which finding or claim.

use crate::view::severity;
use jiaohe::wire::{CheckedReport, ClaimVerdict, Equation, FindingPlace, Place, Term};

/// A stretch of a line that is to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// First character, from 0.
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
    /// The marks of a line, counted from 0.
    pub(crate) fn of(&self, line: u32) -> &[Mark] {
        usize::try_from(line).ok().and_then(|line| self.0.get(line)).map_or(&[], Vec::as_slice)
    }

    /// Marks a place in its order, unless it is taken.
    fn add(&mut self, place: Place, finding: Option<usize>, partner: String) {
        let line = place.line.checked_sub(1).and_then(|line| usize::try_from(line).ok());
        let Some(line) = line.and_then(|line| self.0.get_mut(line)) else { return };
        let start = place.column.saturating_sub(1);
        let mark = Mark { start, end: start.saturating_add(place.length), finding, partner };
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
        let findings = checked.report.findings.iter().enumerate();
        for (index, finding) in findings.filter(|(_, finding)| finding.severity == severity) {
            let equations = &finding.detail.equations;
            let terms = equations.iter().flat_map(|equation| equation.left.iter().chain(&equation.right));
            let in_prose = terms.filter(|term| term.cell.is_none()).filter_map(|term| term.place);
            for place in finding.places.iter().map(FindingPlace::place).chain(in_prose) {
                marks.add(place, Some(index), partner(place, equations));
            }
        }
    }
    for claim in checked.report.claims.iter().filter(|claim| claim.verdict == ClaimVerdict::Agrees) {
        marks.add(claim.place, None, String::new());
    }
    marks
}

/// What stands on the other side of the equation that this number in prose takes part in.
fn partner(place: Place, equations: &[Equation]) -> String {
    let here = |term: &Term| term.cell.is_none() && term.place == Some(place);
    for equation in equations {
        let (other, value) = if equation.left.iter().any(here) {
            (&equation.right, &equation.right_value)
        } else if equation.right.iter().any(here) {
            (&equation.left, &equation.left_value)
        } else {
            continue;
        };
        let table =
            other.iter().find_map(|term| term.cell.as_ref()).map_or("应为", |cell| cell.table.name());
        return format!("{table}：{value}");
    }
    String::new()
}

/// Cuts a line at its marks.
pub(crate) fn pieces(line: &str, marks: &[Mark]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut open: Option<&Mark> = None;
    let mut marks = marks.iter().peekable();
    for (at, letter) in (0u32..).zip(line.chars()) {
        if open.is_some_and(|mark| at >= mark.end) {
            pieces.push(Piece { text: std::mem::take(&mut text), mark: open.cloned() });
            open = None;
        }
        if open.is_none() && marks.peek().is_some_and(|mark| at >= mark.start) {
            if !text.is_empty() {
                pieces.push(Piece { text: std::mem::take(&mut text), mark: None });
            }
            open = marks.next();
        }
        text.push(letter);
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
    fn offsets_count_characters() {
        let cutting = cut("𠮷7件", &[mark(1, 2)]);
        assert_eq!(cutting, [("𠮷".into(), false), ("7".into(), true), ("件".into(), false)]);
    }

    #[test]
    fn marks_that_touch_or_run_over_the_end_stay_apart() {
        let cutting = cut("56", &[mark(0, 1), mark(1, 9)]);
        assert_eq!(cutting, [("5".into(), true), ("6".into(), true)]);
    }
}
