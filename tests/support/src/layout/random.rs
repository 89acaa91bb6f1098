//! Layouts drawn at random: what converters, mail programs and content management systems make of a table of text.

use super::Source;
use crate::grid::{Cell, Grid, Kind, grid};
use crate::rng::Rng;
use crate::scenario::{Scenario, Style, Zeros};

/// A layout of text, each of its traits drawn by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomLayout {
    /// What stands between cells.
    pub separator: Separator,
    /// What stands where a merged cell covers more than one place.
    pub merged: Merged,
    /// How values and labels are written.
    pub style: Style,
    /// Whether numbers of a thousand and more have a comma.
    pub thousands: bool,
    /// What stands behind each count, such as 件.
    pub unit: &'static str,
    /// Whether a page number stands between the rows here and there.
    pub page_numbers: bool,
    /// Whether the rows of headings are left out.
    pub headless: bool,
    /// Whether lines end as on Windows.
    pub carriage_returns: bool,
    /// What became of the first value of each row.
    pub first: First,
    /// Whether the label of a row stands behind its values, as `pdftotext` puts what is centred beside them.
    pub labels_last: bool,
    /// Whether long labels are broken over two lines, where each cell has lines of its own.
    pub wrapped: bool,
}

/// What became of the first value of each row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum First {
    /// It stands where it belongs.
    Kept,
    /// It is lost, and a blank cell stands at the end of the row.
    Moved,
    /// It is lost without a trace.
    Gone,
}

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Separator {
    /// Tabs between the cells of a row.
    Tabs,
    /// Tabs between them and one more at the end.
    TabsAndOne,
    /// Pipes between.
    Pipes,
    /// A pipe behind every cell.
    PipesBehind,
    /// Pipes around every cell.
    PipesAround,
    /// One cell a line, a pipe behind it.
    LinesWithPipes,
    /// One cell a line, a tab before it, a blank line between rows.
    LinesWithTabs,
    /// One cell a line.
    Lines,
}

/// What stands where a merged cell covers more than one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Merged {
    /// Nothing.
    Dropped,
    /// A blank cell.
    Blank,
    /// Its text once more.
    Repeated,
}

impl RandomLayout {
    /// The layout of a seed.
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        let mut rare = |one_in: u32| rng.upto(one_in - 1) == 0;
        let style = Style {
            full_width: rare(8),
            padded: rare(8),
            half_width_labels: rare(4),
            noted_labels: rare(4),
            repeated_heads: rare(4),
            ..Style::default()
        };
        let (thousands, units, page_numbers) = (rare(4), rare(6), rare(4));
        let (headless, carriage_returns) = (rare(8), rare(4));
        let separator = rng.pick(&[
            Separator::Tabs,
            Separator::TabsAndOne,
            Separator::Pipes,
            Separator::PipesBehind,
            Separator::PipesAround,
            Separator::LinesWithPipes,
            Separator::LinesWithTabs,
            Separator::Lines,
        ]);
        let merged = rng.pick(&[Merged::Dropped, Merged::Blank, Merged::Repeated]);
        let zeros =
            rng.pick(&[Zeros::Written, Zeros::Written, Zeros::Blank, Zeros::Mark("/"), Zeros::Mark("-")]);
        // Without anything between cells a blank one leaves no trace.
        let zeros =
            if separator == Separator::Lines && zeros == Zeros::Blank { Zeros::Written } else { zeros };
        let style = Style { zeros, ..style };
        let unit = if units { rng.pick(&["件", "个", "项"]) } else { "" };
        let first = match rng.upto(11) {
            0 => First::Moved,
            1 => First::Gone,
            _ => First::Kept,
        };
        let by_line = [Separator::Lines, Separator::LinesWithPipes].contains(&separator);
        let labels_last = rng.upto(if by_line { 3 } else { 15 }) == 0;
        let wrapped = rng.upto(3) == 0;
        Self {
            separator,
            merged,
            style,
            thousands,
            unit,
            page_numbers,
            headless,
            carriage_returns,
            first,
            labels_last,
            wrapped,
        }
    }

    /// Whether the layout says of every number where it belongs. Where a value of each row is lost nothing does; and rows that
    /// end with their labels are no table that a program writes, unless it writes one cell a line.
    pub fn is_decidable(self) -> bool {
        let by_line = [Separator::Lines, Separator::LinesWithPipes].contains(&self.separator);
        self.first == First::Kept && (!self.labels_last || by_line)
    }

    /// The report in this layout.
    pub fn write(self, scenario: &Scenario) -> Source {
        let mut text = format!("{}\n", scenario.title);
        for paragraph in &scenario.preface {
            text.push_str(&format!("{paragraph}\n"));
        }
        for section in &scenario.sections {
            text.push_str(&format!("{}\n", section.heading));
            if (2..=4).contains(&section.number) && scenario.tables[usize::from(section.number) - 2] {
                text.push_str(&self.table(&grid(scenario, section.number, self.style)));
            }
            for paragraph in &section.prose {
                text.push_str(&format!("{paragraph}\n"));
            }
        }
        Source::Text(if self.carriage_returns { text.replace('\n', "\r\n") } else { text })
    }

    fn table(self, grid: &Grid) -> String {
        let mut text = String::new();
        for row in 0..grid.height {
            let is_value = |column: &usize| grid.covering(row, *column).kind == Kind::Value;
            let lost = (0..grid.width).find(is_value).filter(|_| self.first != First::Kept);
            let mut kept: Vec<usize> = (0..grid.width).filter(|column| Some(*column) != lost).collect();
            if self.labels_last {
                kept.sort_by_key(|column| !is_value(column));
            }
            let kept = kept.into_iter().filter_map(|column| self.place(grid, row, column));
            let blank = lost.filter(|_| self.first == First::Moved).map(|_| String::new());
            let cells: Vec<String> = kept.chain(blank).collect();
            let is_head = |cell: &&Cell| cell.kind == Kind::Head;
            let starting = grid.starting(row);
            if self.headless && !starting.is_empty() && starting.iter().all(is_head) {
                continue;
            }
            text.push_str(&self.row(&cells));
            text.push('\n');
            if self.page_numbers && row % 9 == 8 {
                text.push_str(&format!("- {} -\n", row / 9 + 2));
            }
        }
        text
    }

    /// What stands at a place of the grid, if anything does.
    fn place(self, grid: &Grid, row: usize, column: usize) -> Option<String> {
        let cell = grid.covering(row, column);
        match self.merged {
            _ if (cell.row, cell.column) == (row, column) => Some(self.cell(cell)),
            Merged::Dropped => None,
            Merged::Blank => Some(String::new()),
            Merged::Repeated => Some(self.cell(cell)),
        }
    }

    fn cell(self, cell: &Cell) -> String {
        let text = cell.text.clone();
        let by_line = [Separator::Lines, Separator::LinesWithPipes, Separator::LinesWithTabs];
        if self.wrapped && cell.kind == Kind::Label && by_line.contains(&self.separator) {
            return wrapped(&text);
        }
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if cell.kind != Kind::Value || !digits {
            return text;
        }
        let grouped = if self.thousands { grouped(&text) } else { text };
        format!("{grouped}{}", self.unit)
    }

    fn row(self, cells: &[String]) -> String {
        match self.separator {
            Separator::Tabs => cells.join("\t"),
            Separator::TabsAndOne => format!("{}\t", cells.join("\t")),
            Separator::Pipes => cells.join(" | "),
            Separator::PipesBehind => format!("{} |", cells.join(" | ")),
            Separator::PipesAround => format!("| {} |", cells.join(" | ")),
            Separator::LinesWithPipes => cells
                .iter()
                .map(|cell| format!("{cell} |").trim_start().to_owned())
                .collect::<Vec<_>>()
                .join("\n"),
            Separator::LinesWithTabs => cells.iter().flat_map(|cell| ["\t", cell.as_str(), "\n"]).collect(),
            Separator::Lines => {
                cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// A long label over two lines.
fn wrapped(text: &str) -> String {
    const LONG: usize = 14;
    let (length, mut chars) = (text.chars().count(), text.chars());
    if length < LONG {
        return text.to_owned();
    }
    let first: String = chars.by_ref().take(length / 2).collect();
    format!("{first}\n{}", chars.as_str())
}

/// 12345 → 12,345.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
