//! A spreadsheet (9): what its cells show. Runs of equal cells and rows are written once, up to the last of the sheet.

use super::cell::{Cell, Counts, is_hidden, number, value};
use super::inline::Inline;
use super::styles::Styles;
use crate::read::ReadError;
use crate::read::limits;
use crate::read::omitted::{Marks, Why, settle};
use crate::read::sheet::{Book, Merge, Number};
use crate::read::xml::{Element, Event, Xml};

/// Cells and rows with something in them that a repetition may give: what lies beyond is clipped anyway.
const COLUMNS: u32 = 256;
const ROWS: u32 = 501;
const _: () = assert!(limits::ROWS < ROWS as usize && limits::COLUMNS < COLUMNS as usize);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Transparent,
    Skipped,
    Drawing,
    Table,
    Row,
    Cell,
    Paragraph,
    /// A paragraph in a text box.
    BoxLine,
    /// A span, a link or a field in a paragraph.
    Span,
}

/// A stretch of columns: the first, how many, and whether their cells have a border by default.
type Columns = (u32, u32, bool);

struct Reader<'a> {
    styles: &'a Styles,
    book: &'a mut Book,
    counts: &'a mut Counts,
    columns: Vec<Columns>,
    row: u32,
    row_times: u32,
    column: u32,
    /// The cells of the row that show something or are drawn, with their column.
    cells: Vec<(u32, Cell)>,
    cell: Option<Cell>,
    inline: Inline,
    /// For each span that is open, what leaves out text in it; first what the cell says.
    marks: Vec<Marks>,
    /// The lines of the text box that is being read.
    boxes: Vec<String>,
}

/// Puts the sheets of a document into the book.
pub(super) fn read(
    source: &str,
    styles: &Styles,
    book: &mut Book,
    counts: &mut Counts,
) -> Result<(), ReadError> {
    let mut reader = Reader {
        styles,
        book,
        counts,
        columns: Vec::new(),
        row: 0,
        row_times: 1,
        column: 0,
        cells: Vec::new(),
        cell: None,
        inline: Inline::default(),
        marks: Vec::new(),
        boxes: Vec::new(),
    };
    let mut roles: Vec<Role> = Vec::new();
    let mut xml = Xml::new(source);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                let parent = roles.last().copied().unwrap_or(Role::Transparent);
                let in_table = roles.contains(&Role::Table);
                roles.push(reader.start(parent, in_table, &element));
            }
            Event::End => match roles.pop() {
                Some(Role::Paragraph) => reader.end_paragraph(),
                Some(Role::Span) => drop(reader.marks.pop()),
                Some(Role::BoxLine) => {
                    let mut line = std::mem::take(&mut reader.inline).text;
                    settle(&mut line, &mut reader.counts.omitted);
                    reader.boxes.extend(line.split('\n').map(str::to_owned));
                }
                Some(Role::Drawing) if !roles.contains(&Role::Drawing) => {
                    let lines = std::mem::take(&mut reader.boxes);
                    reader.book.text_box(lines)?;
                }
                Some(Role::Cell) => reader.end_cell(),
                Some(Role::Row) => reader.end_row()?,
                _ => {}
            },
            Event::Text(text)
                if matches!(roles.last(), Some(Role::Paragraph | Role::BoxLine | Role::Span)) =>
            {
                reader.cell.iter_mut().for_each(|cell| cell.written = true);
                let marks = reader.marks.last().copied().unwrap_or_default();
                reader.inline.push(&text, marks, &mut reader.counts.omitted);
            }
            Event::Text(_) => {}
        }
    }
    Ok(())
}

impl Reader<'_> {
    fn start(&mut self, parent: Role, in_table: bool, element: &Element<'_>) -> Role {
        let get = |name: &str| element.attribute(name);
        match (parent, element.name()) {
            (Role::Skipped, _) | (Role::Paragraph | Role::BoxLine | Role::Span, "script") => Role::Skipped,
            (Role::Paragraph | Role::BoxLine | Role::Span, "ruby-text") => {
                self.counts.omitted.add(Why::Ruby);
                Role::Skipped
            }
            (Role::Paragraph | Role::BoxLine | Role::Span, "placeholder") => {
                self.counts.omitted.add(Why::Prompt);
                Role::Skipped
            }
            (Role::Paragraph | Role::BoxLine | Role::Span, "annotation") => {
                self.counts.comments += 1;
                Role::Skipped
            }
            (Role::Paragraph | Role::Span, "frame") => {
                self.counts.objects += 1;
                Role::Skipped
            }
            (Role::Drawing, name) => {
                match name {
                    "image" => self.counts.pictures += 1,
                    "object" | "object-ole" => self.counts.objects += 1,
                    "p" => {
                        self.inline = Inline::default();
                        return Role::BoxLine;
                    }
                    _ => return Role::Drawing,
                }
                Role::Skipped
            }
            (Role::Paragraph | Role::BoxLine | Role::Span, "s" | "tab" | "line-break") => {
                self.inline.element(element);
                Role::Transparent
            }
            (Role::Paragraph | Role::BoxLine | Role::Span, _) => {
                let own =
                    get("style-name").map(|style| self.styles.marks("text", &style)).unwrap_or_default();
                self.marks.push(own.or(self.marks.last().copied().unwrap_or_default()));
                Role::Span
            }
            (Role::Cell, "p") => {
                self.inline = Inline::default();
                let own = get("style-name").map(|style| self.styles.marks("paragraph", &style));
                self.marks.truncate(1);
                if let Some(own) = own {
                    self.marks.push(own.or(self.marks.first().copied().unwrap_or_default()));
                }
                Role::Paragraph
            }
            (_, "annotation") => {
                self.counts.comments += 1;
                Role::Skipped
            }
            (_, "frame" | "custom-shape" | "rect" | "ellipse" | "caption" | "g" | "line" | "control") => {
                Role::Drawing
            }
            (_, "table") if !in_table => self.table(element),
            // A table in a cell of a sheet, which no program shows. Data pilots, the record of changes, and the values of
            // linked files hold cells that are not shown, either.
            (
                _,
                "table"
                | "styles"
                | "automatic-styles"
                | "tracked-changes"
                | "forms"
                | "dde-links"
                | "scenario"
                | "detective"
                | "named-expressions"
                | "content-validations"
                | "table-source"
                | "data-pilot-tables",
            ) => Role::Skipped,
            (_, "table-column") if in_table => {
                let count = number(element, "number-columns-repeated");
                if is_hidden(element) {
                    self.book.hide_columns(self.column, count);
                }
                let drawn = get("default-cell-style-name").is_some_and(|style| self.styles.draws(&style));
                self.columns.push((self.column, count, drawn));
                self.column = self.column.saturating_add(count);
                Role::Transparent
            }
            (_, "table-row") if in_table => {
                self.row_times = number(element, "number-rows-repeated");
                self.column = 0;
                if is_hidden(element) {
                    self.book.hide_rows(self.row, self.row_times);
                }
                Role::Row
            }
            (Role::Row, "table-cell" | "covered-table-cell") => self.cell(element),
            _ => Role::Transparent,
        }
    }

    fn table(&mut self, element: &Element<'_>) -> Role {
        let name = element.attribute("name").unwrap_or_default();
        let style = element.attribute("style-name").unwrap_or_default();
        if self.styles.hides("table", &style) {
            self.book.hidden_sheet(name);
            return Role::Skipped;
        }
        self.book.sheet(name);
        self.columns.clear();
        (self.row, self.column) = (0, 0);
        Role::Table
    }

    fn cell(&mut self, element: &Element<'_>) -> Role {
        let get = |name: &str| element.attribute(name);
        let drawn = if let Some(style) = get("style-name") {
            self.styles.draws(&style)
        } else {
            let at = self.columns.partition_point(|columns| columns.0 <= self.column);
            let columns = at.checked_sub(1).and_then(|at| self.columns.get(at));
            columns.is_some_and(|&(first, count, drawn)| drawn && self.column - first < count)
        };
        let marks = get("style-name").map(|style| self.styles.marks("table-cell", &style));
        // 10 pt where nothing is said.
        let usual = Marks { size: Some(20), ..Marks::default() };
        self.marks = vec![marks.unwrap_or_default().or(usual)];
        self.cell = Some(Cell {
            rows: number(element, "number-rows-spanned"),
            columns: number(element, "number-columns-spanned"),
            times: number(element, "number-columns-repeated"),
            covered: element.name() == "covered-table-cell",
            drawn,
            formula: get("formula").is_some() && get("value-type").is_none(),
            value: value(element),
            text: None,
            written: false,
        });
        Role::Cell
    }

    fn end_paragraph(&mut self) {
        let mut line = std::mem::take(&mut self.inline).text;
        settle(&mut line, &mut self.counts.omitted);
        if let Some(cell) = &mut self.cell {
            match &mut cell.text {
                Some(text) => {
                    text.push('\n');
                    text.push_str(&line);
                }
                None => cell.text = Some(line),
            }
        }
    }

    fn end_cell(&mut self) {
        let Some(mut cell) = self.cell.take() else { return };
        let column = self.column;
        self.column = self.column.saturating_add(cell.times);
        // What is under a merged cell is not shown.
        if cell.covered {
            return;
        }
        if !cell.written && cell.text.is_some() {
            // Of the value its format shows nothing.
            let number = Number::parse(&cell.value);
            self.counts.omitted.unshown("", number.is_none_or(Number::is_zero));
        }
        let text = cell.text.take().unwrap_or_else(|| std::mem::take(&mut cell.value));
        self.counts.unsaved += usize::from(cell.formula && text.is_empty());
        let shows = !text.is_empty() || cell.drawn || cell.formula;
        if shows || cell.rows > 1 || cell.columns > 1 {
            cell.drawn = shows;
            cell.text = Some(text);
            self.cells.push((column, cell));
        }
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        let cells = std::mem::take(&mut self.cells);
        let row = self.row;
        self.row = self.row.saturating_add(self.row_times);
        for row in (row..self.row).take(ROWS as usize).take_while(|_| !cells.is_empty()) {
            for (column, cell) in &cells {
                let text = cell.text.as_deref().unwrap_or("");
                for column in (*column..column.saturating_add(cell.times)).take(COLUMNS as usize) {
                    if cell.rows > 1 || cell.columns > 1 {
                        self.book.merge(Merge { row, column, rows: cell.rows, columns: cell.columns });
                    }
                    if cell.drawn {
                        self.book.put(row, column, text)?;
                    }
                }
            }
        }
        Ok(())
    }
}
