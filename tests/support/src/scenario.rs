use crate::form::{self, Edition};
use std::collections::{BTreeMap, BTreeSet};

/// One report: everything it says, before it is written down in some layout.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// The title line; empty for none.
    pub title: String,
    /// The body whose report it is.
    pub organ: String,
    /// The year reported on.
    pub year: u16,
    /// The edition table 2 follows.
    pub edition2: Edition,
    /// The edition table 3 follows.
    pub edition3: Edition,
    /// The text of every value cell by the contract's id.
    pub cells: BTreeMap<String, String>,
    /// Rows left out, by the id of the row such as `t3.other.misc` or `t2.permits`.
    pub dropped_rows: BTreeSet<String>,
    /// Whether tables 2, 3 and 4 are there.
    pub tables: [bool; 3],
    /// Paragraphs before the first section.
    pub preface: Vec<String>,
    /// The six sections, fewer if some were dropped.
    pub sections: Vec<Section>,
}

/// One section: its heading line and the paragraphs of its prose.
#[derive(Debug, Clone)]
pub struct Section {
    /// 1 to 6.
    pub number: u8,
    /// The heading as it stands, such as 一、总体情况.
    pub heading: String,
    /// The paragraphs; in sections two to four they follow the table.
    pub prose: Vec<String>,
}

/// How value cells are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// What stands for zero.
    pub zeros: Zeros,
    /// Whether digits are full-width.
    pub full_width: bool,
    /// Whether numbers have blanks around them.
    pub padded: bool,
    /// Whether brackets and stops in labels are half-width, as some offices type them.
    pub half_width_labels: bool,
    /// Whether labels and heads carry the notes that local templates print into them.
    pub noted_labels: bool,
    /// Whether the three head rows of table 3 come again in the middle, as at a page break.
    pub repeated_heads: bool,
}

/// What is written into a cell that holds zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zeros {
    /// `0`.
    #[default]
    Written,
    /// Nothing.
    Blank,
    /// A mark such as `/`.
    Mark(&'static str),
}

impl Scenario {
    /// The cells of the tables that are there, in the order of the form.
    pub fn ids(&self) -> Vec<String> {
        let [t2, t3, t4] = self.tables;
        let mut ids = Vec::new();
        if t2 {
            ids.extend(form::cells2(self.edition2));
        }
        if t3 {
            ids.extend(form::cells3(self.edition3));
        }
        if t4 {
            ids.extend(form::cells4());
        }
        ids.retain(|id| !self.dropped_rows.iter().any(|row| is_in_row(id, row)));
        ids
    }

    /// The number in a cell; anything that is no number counts as 0.
    pub fn number(&self, id: &str) -> u32 {
        self.cells.get(id).and_then(|text| text.parse().ok()).unwrap_or(0)
    }

    /// The sum of several cells.
    pub fn sum<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> u32 {
        ids.into_iter().map(|id| self.number(id)).sum()
    }

    /// Sets a cell.
    pub fn set(&mut self, id: &str, text: impl Into<String>) {
        self.cells.insert(id.to_owned(), text.into());
    }

    /// The same report with one more in one cell.
    #[must_use]
    pub fn plus_one(&self, id: &str) -> Self {
        let mut changed = self.clone();
        changed.set(id, (self.number(id) + 1).to_string());
        changed
    }

    /// A cell's text as it is written in a style.
    pub fn text(&self, id: &str, style: Style) -> String {
        let plain = self.cells.get(id).map_or("0", String::as_str);
        let text = match (plain, style.zeros) {
            ("0", Zeros::Blank) => String::new(),
            ("0", Zeros::Mark(mark)) => mark.to_owned(),
            _ => plain.to_owned(),
        };
        let text = if style.full_width { full_width(&text) } else { text };
        if style.padded && !text.is_empty() { format!(" {text}  ") } else { text }
    }

    /// The section with a number, if it was not dropped.
    pub fn section(&self, number: u8) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }

    /// The same, to be changed.
    pub fn section_mut(&mut self, number: u8) -> Option<&mut Section> {
        self.sections.iter_mut().find(|section| section.number == number)
    }
}

/// Whether a cell belongs to a row: the row's id is all of the cell's id, or all but the column.
pub(crate) fn is_in_row(cell: &str, row: &str) -> bool {
    cell == row || cell.rsplit_once('.').is_some_and(|(start, _)| start == row)
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap(),
            '.' => '．',
            other => other,
        })
        .collect()
}
