//! The three tables as grids with merged cells: what every layout is written from.

use crate::form::{self, COLUMNS, OUTCOMES, Row};
use crate::scenario::{Scenario, Style};

/// A table: its width and its cells, by row and then by column.
#[derive(Debug, Clone)]
pub struct Grid {
    /// Number of columns.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// One cell, standing at its upper left corner.
#[derive(Debug, Clone)]
pub struct Cell {
    /// First row.
    pub row: usize,
    /// First column.
    pub column: usize,
    /// Rows covered.
    pub rows: usize,
    /// Columns covered.
    pub columns: usize,
    /// The text.
    pub text: String,
    /// Head, label or value.
    pub kind: Kind,
}

/// What a cell is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A heading of a column or of a block.
    Head,
    /// A heading of a row.
    Label,
    /// A heading of a group of rows, standing on the left of them.
    Group,
    /// A value.
    Value,
}

/// What a place of the grid shows.
#[derive(Debug, Clone, Copy)]
pub enum Slot<'g> {
    /// A cell begins here.
    Cell(&'g Cell),
    /// A cell of the same row, further left, covers it.
    Left,
    /// A cell of a row above covers it; `first` is the leftmost column of that cell.
    Above {
        /// Whether this is the leftmost column of the covering cell.
        first: bool,
    },
}

impl Grid {
    fn new(width: usize) -> Self {
        Self { width, height: 0, cells: Vec::new() }
    }

    fn put(&mut self, row: usize, column: usize, span: (usize, usize), kind: Kind, text: impl Into<String>) {
        let (rows, columns) = span;
        self.cells.push(Cell { row, column, rows, columns, text: text.into(), kind });
        self.height = self.height.max(row + rows);
    }

    /// The places of a row, one per column.
    pub fn row(&self, row: usize) -> Vec<Slot<'_>> {
        (0..self.width)
            .map(|column| {
                let cell = self.covering(row, column);
                match (cell.row == row, cell.column == column) {
                    (true, true) => Slot::Cell(cell),
                    (true, false) => Slot::Left,
                    (false, first) => Slot::Above { first },
                }
            })
            .collect()
    }

    /// The cells that begin in a row.
    pub fn starting(&self, row: usize) -> Vec<&Cell> {
        let mut cells: Vec<&Cell> = self.cells.iter().filter(|cell| cell.row == row).collect();
        cells.sort_by_key(|cell| cell.column);
        cells
    }

    /// The cell that covers a place.
    pub(crate) fn covering(&self, row: usize, column: usize) -> &Cell {
        let covers = |cell: &&Cell| {
            (cell.row..cell.row + cell.rows).contains(&row)
                && (cell.column..cell.column + cell.columns).contains(&column)
        };
        self.cells.iter().find(covers).unwrap_or_else(|| panic!("nothing covers {row}, {column}"))
    }
}

/// The grid of table 2, 3 or 4.
pub fn grid(scenario: &Scenario, table: u8, style: Style) -> Grid {
    let mut grid = match table {
        2 => table2(scenario, style),
        3 => table3(scenario, style),
        _ => table4(scenario, style),
    };
    for cell in grid.cells.iter_mut().filter(|cell| cell.kind != Kind::Value) {
        if style.noted_labels {
            cell.text = noted(&cell.text, scenario.year);
        }
        if style.half_width_labels {
            cell.text = cell.text.replace('（', "(").replace('）', ")").replace('，', ",").replace('：', ":");
        }
    }
    grid
}

fn table2(scenario: &Scenario, style: Style) -> Grid {
    let mut grid = Grid::new(4);
    let mut at = 0;
    for block in form::table2(scenario.edition2) {
        grid.put(at, 0, (1, 4), Kind::Head, block.article);
        grid.put(at + 1, 0, (1, 1), Kind::Head, "信息内容");
        put_spread(&mut grid, at + 1, Kind::Head, block.heads.iter().map(|&head| head.to_owned()).collect());
        at += 2;
        for (label, ids) in block.rows {
            if scenario.dropped_rows.iter().any(|row| crate::scenario::is_in_row(&ids[0], row)) {
                continue;
            }
            grid.put(at, 0, (1, 1), Kind::Label, label);
            put_spread(&mut grid, at, Kind::Value, ids.iter().map(|id| scenario.text(id, style)).collect());
            at += 1;
        }
    }
    grid
}

/// Puts one to three texts into the three value columns of table 2, the last one spread over the rest.
fn put_spread(grid: &mut Grid, row: usize, kind: Kind, texts: Vec<String>) {
    let last = texts.len() - 1;
    for (i, text) in texts.into_iter().enumerate() {
        let columns = if i == last { 3 - i } else { 1 };
        grid.put(row, 1 + i, (1, columns), kind, text);
    }
}

fn heads3(grid: &mut Grid, at: usize) {
    grid.put(
        at,
        0,
        (3, 3),
        Kind::Head,
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    );
    grid.put(at, 3, (1, 7), Kind::Head, "申请人情况");
    grid.put(at + 1, 3, (2, 1), Kind::Head, "自然人");
    grid.put(at + 1, 4, (1, 5), Kind::Head, "法人或其他组织");
    grid.put(at + 1, 9, (2, 1), Kind::Head, "总计");
    for (i, (_, label)) in COLUMNS[1..6].iter().enumerate() {
        grid.put(at + 2, 4 + i, (1, 1), Kind::Head, *label);
    }
}

fn table3(scenario: &Scenario, style: Style) -> Grid {
    let mut grid = Grid::new(10);
    heads3(&mut grid, 0);
    let rows: Vec<Row> = form::rows(scenario.edition3)
        .into_iter()
        .filter(|row| !scenario.dropped_rows.contains(&format!("t3.{}", row.id)))
        .collect();
    let results = |row: &Row| !["received", "carried_in", "carried_out"].contains(&row.id);
    // The page break falls between two groups, so no merged cell is cut.
    let broken_at = rows.iter().position(|row| style.repeated_heads && row.id.starts_with("unavailable"));
    let mut at = 3;
    let mut results_from = None;
    for (i, row) in rows.iter().enumerate() {
        if broken_at == Some(i) {
            if let Some(from) = results_from.take() {
                grid.put(from, 0, (at - from, 1), Kind::Group, "三、本年度办理结果");
            }
            heads3(&mut grid, at);
            at += 3;
            results_from = Some(at);
        }
        if results(row) && results_from.is_none() {
            results_from = Some(at);
        }
        match (results(row), row.group) {
            (false, _) => {
                if let Some(from) = results_from.take() {
                    grid.put(from, 0, (at - from, 1), Kind::Group, "三、本年度办理结果");
                }
                grid.put(at, 0, (1, 3), Kind::Label, row.label);
            }
            (true, "") => grid.put(at, 1, (1, 2), Kind::Label, row.label),
            (true, group) => {
                if i == 0 || rows[i - 1].group != group {
                    let count = rows.iter().filter(|other| other.group == group).count();
                    grid.put(at, 1, (count, 1), Kind::Group, group);
                }
                grid.put(at, 2, (1, 1), Kind::Label, row.label);
            }
        }
        for (i, (column, _)) in COLUMNS.iter().enumerate() {
            let text = scenario.text(&format!("t3.{}.{column}", row.id), style);
            grid.put(at, 3 + i, (1, 1), Kind::Value, text);
        }
        at += 1;
    }
    if let Some(from) = results_from {
        grid.put(from, 0, (at - from, 1), Kind::Group, "三、本年度办理结果");
    }
    grid
}

fn table4(scenario: &Scenario, style: Style) -> Grid {
    let mut grid = Grid::new(15);
    grid.put(0, 0, (1, 5), Kind::Head, "行政复议");
    grid.put(0, 5, (1, 10), Kind::Head, "行政诉讼");
    grid.put(1, 5, (1, 5), Kind::Head, "未经复议直接起诉");
    grid.put(1, 10, (1, 5), Kind::Head, "复议后起诉");
    for (b, (block, _)) in form::BLOCKS.iter().enumerate() {
        for (o, (outcome, label)) in OUTCOMES.iter().enumerate() {
            let (row, rows) = if b == 0 { (1, 2) } else { (2, 1) };
            grid.put(row, b * 5 + o, (rows, 1), Kind::Head, *label);
            let text = scenario.text(&format!("t4.{block}.{outcome}"), style);
            grid.put(3, b * 5 + o, (1, 1), Kind::Value, text);
        }
    }
    grid
}

/// Labels as local templates print them, with their instructions left in.
fn noted(text: &str, year: u16) -> String {
    match text {
        "规章" => "规 章（设区的市、自治州人民政府应提供相关数据）".into(),
        "行政规范性文件" => "行政规范性文件（指有正式文号的文件）".into(),
        "本年制发件数" => format!("本年（{year}）制发件数"),
        "本年废止件数" => "本年度废止件数".into(),
        "上一年项目数量" => format!("上一年项目数量（指{}年事项数）", year - 1),
        "本年增/减" => "本年增/减（减用负值表示，如-8）".into(),
        "处理决定数量" => format!("处理决定数量（指{year}年办件量）"),
        "本年处理决定数量" => "本年处理决定数量（件）".into(),
        "（七）总计" => "（七）总计（自动求和）".into(),
        _ => text.to_owned(),
    }
}
