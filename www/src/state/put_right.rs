//! Cells that the program misread, put right by the clerk. The report itself stays as it is.

use super::{Goal, Report, State};
use crate::words::amend as words;
use jiaohe::wire::{CheckedReport, Correction};

/// No longer number is taken for the content of a cell.
const LONGEST: usize = 12;

/// A number as it may be typed, made plain; `None` for anything else.
pub(crate) fn number(typed: &str) -> Option<String> {
    let plain = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        '．' | '。' => Some('.'),
        c => Some(c),
    };
    let text: String = typed.trim().chars().filter_map(plain).collect();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    (digits(whole) && digits(rest) && text.len() <= LONGEST).then_some(text)
}

/// What was read in a cell, before anything was put right.
fn read(report: &Report, checked: &CheckedReport, cell: &str) -> String {
    let before = report
        .put_right
        .iter()
        .find(|known| known.cell == cell && checked.report.corrections.contains(known));
    if let Some(known) = before {
        return known.from.clone();
    }
    let cell = checked.report.cells.iter().find(|(id, _)| id == cell);
    let text = cell.and_then(|(_, cell)| cell.text.as_deref()).unwrap_or_default();
    text.trim().to_owned()
}

impl State {
    /// Opens the box in a cell, or closes it. Where the focus goes then is for who closes it to say: who went elsewhere stays
    /// there.
    pub(super) fn amend(&mut self, cell: Option<String>) {
        if cell.is_some() {
            if self.shown().is_none_or(|report| report.replaced_by.is_some()) {
                return;
            }
            // A double click is two clicks before, which lead elsewhere.
            self.look(Goal::Box);
        }
        self.amending = cell;
    }

    /// Notes what stands in a cell and checks everything again in its light.
    pub(super) fn put_right(&mut self, id: u32, cell: String, to: Option<&str>) {
        let to = match to.map(number) {
            Some(None) => return self.say(words::NO_NUMBER.into()),
            Some(Some(number)) => Some(number),
            None => None,
        };
        if self.amending.take().is_none() {
            // Taken back from above the findings: that button is gone now.
            self.look(Goal::Cell(cell.clone()));
        }
        let (Some(report), Some(checked)) = (self.report(id).cloned(), self.results.get(id).cloned()) else {
            return;
        };
        let from = read(&report, &checked, &cell);
        let changed = self.change(id, |report| {
            report.put_right.retain(|known| known.cell != cell);
            let to = to.filter(|to| *to != from);
            report.put_right.extend(to.map(|to| Correction { cell, from, to }));
        });
        if changed {
            self.change(id, Report::queue);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn only_a_number_is_taken() {
        for (typed, number_) in
            [("12", "12"), (" １２ ", "12"), ("3.5", "3.5"), ("0", "0"), ("18．8710", "18.8710")]
        {
            assert_eq!(number(typed).as_deref(), Some(number_));
        }
        for typed in ["", " ", "-3", "3.", ".5", "3 4", "约3", "3件", "1.2.3", "1234567890123"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
