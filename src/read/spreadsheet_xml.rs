//! Workbooks as one XML file (`SpreadsheetML` 2003), which templates of office automation systems write under the name `.xls`.

use super::colour::Colour;
use super::limits;
use super::omitted::{Marks, Omitted, Why, settle};
use super::sheet::{Book, Format as NumberFormat, Merge, Number};
use super::xml::{Element, Event, Xml};
use super::{ErrorKind, Gb18030, ReadError, decode};
use crate::document::{Builder, Document, Format};
use std::collections::BTreeMap;

/// A format of cells.
#[derive(Debug, Default)]
struct Style {
    number: Option<NumberFormat>,
    drawn: bool,
    /// What leaves out its text.
    marks: Marks,
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    style: String,
    kind: String,
    text: String,
    across: u32,
    down: u32,
}

#[derive(Default)]
struct Reader {
    book: Book,
    styles: BTreeMap<String, Style>,
    /// The style that is being defined.
    style: String,
    /// The next row and column.
    row: u32,
    column: u32,
    cell: Option<Cell>,
    /// Names of the open elements.
    open: Vec<String>,
    hidden_sheet: bool,
    /// What the elements `Font` that are open say of the text in a cell.
    fonts: Vec<Marks>,
    comments: usize,
    omitted: Omitted,
}

/// Reads it.
pub(super) fn read(bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    limits::within(bytes.len(), limits::FILE_BYTES, ErrorKind::TooLarge)?;
    let decoded = decode::decode(bytes, true, gb18030)?;
    let mut reader = Reader::default();
    let mut xml = Xml::new(decoded.text.trim_start());
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                reader.start(&element);
                reader.open.push(element.name().to_owned());
            }
            Event::Text(text) => reader.text(&text),
            Event::End => {
                let name = reader.open.pop().unwrap_or_default();
                reader.end(&name)?;
            }
        }
    }
    let mut builder = Builder::new(Format::ExcelXml);
    reader.book.finish(&mut builder);
    if reader.comments > 0 {
        builder.note(format!("有 {} 条批注未读取", reader.comments));
    }
    reader.omitted.note().into_iter().for_each(|note| builder.note(note));
    if builder.is_empty() { Err(ReadError::new(ErrorKind::Empty)) } else { Ok(builder.finish()) }
}

impl Reader {
    fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| open == name)
    }

    fn start(&mut self, element: &Element<'_>) {
        let get = |name: &str| element.attribute(name);
        let number = |name: &str| get(name).and_then(|value| value.parse::<u32>().ok());
        match element.name() {
            "Style" if self.is_in("Styles") => {
                self.style = get("ID").unwrap_or_default();
                self.styles.insert(self.style.clone(), Style::default());
            }
            "Worksheet" => {
                (self.row, self.column) = (0, 0);
                self.book.sheet(get("Name").unwrap_or_default());
            }
            "Column" if self.cell.is_none() => {
                let first = number("Index").map_or(self.column, |at| at.saturating_sub(1));
                let count = number("Span").unwrap_or(0).saturating_add(1);
                if is_hidden(element) {
                    self.book.hide_columns(first, count);
                }
                self.column = first.saturating_add(count);
            }
            "Row" => {
                self.row = number("Index").map_or(self.row, |at| at.saturating_sub(1));
                self.column = 0;
                if is_hidden(element) {
                    self.book.hide_rows(self.row, number("Span").unwrap_or(0).saturating_add(1));
                }
            }
            "Cell" => {
                self.column = number("Index").map_or(self.column, |at| at.saturating_sub(1));
                self.cell = Some(Cell {
                    style: get("StyleID").unwrap_or_default(),
                    across: number("MergeAcross").unwrap_or(0),
                    down: number("MergeDown").unwrap_or(0),
                    ..Cell::default()
                });
            }
            "Data" => {
                if let Some(cell) = self.cell.as_mut() {
                    cell.kind = get("Type").unwrap_or_default();
                }
            }
            "Comment" => self.comments += 1,
            "Font" if self.cell.is_some() => {
                let around = self.fonts.last().copied().unwrap_or_default();
                self.fonts.push(font(element).or(around));
            }
            name => self.format(name, element),
        }
    }

    /// A part of a style.
    fn format(&mut self, name: &str, element: &Element<'_>) {
        let Some(style) =
            self.styles.get_mut(&self.style).filter(|_| self.open.iter().any(|open| open == "Styles"))
        else {
            return;
        };
        let get = |name: &str| element.attribute(name);
        match name {
            "NumberFormat" => style.number = get("Format").map(|code| NumberFormat::parse(code_of(&code))),
            "Border" => style.drawn |= get("LineStyle").is_some_and(|line| line != "None"),
            "Font" => {
                let ground = style.marks.ground;
                style.marks = Marks {
                    struck: Some(get("StrikeThrough").is_some_and(|on| on == "1")),
                    ground,
                    ..font(element)
                };
            }
            "Interior" if get("Pattern").is_some_and(|pattern| pattern != "None") => {
                style.marks.ground = get("Color").map(|colour| Colour::hex(&colour).unwrap_or(Colour::Auto));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.hidden_sheet |=
            self.open.last().is_some_and(|name| name == "Visible") && text.contains("Hidden");
        if !self.is_in("Data") || self.is_in("Comment") {
            return;
        }
        let marks = Marks {
            struck: Some(self.is_in("S")),
            raised: Some(self.is_in("Sup") || self.is_in("Sub")),
            ..Marks::default()
        };
        let style = self.cell.as_ref().and_then(|cell| self.styles.get(&cell.style));
        let around = style.map(|style| Marks { struck: None, ..style.marks }).unwrap_or_default();
        let marks = marks.or(self.fonts.last().copied().unwrap_or_default()).or(around);
        if let Some(cell) = self.cell.as_mut() {
            self.omitted.write(marks, text, &mut cell.text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "Font" if self.cell.is_some() => drop(self.fonts.pop()),
            "WorksheetOptions" if self.hidden_sheet => {
                self.book.hide_sheet();
                self.hidden_sheet = false;
            }
            "Row" => {
                // Rows that a row stands for (`Span`) are empty, so the next one says where it is.
                self.row = self.row.saturating_add(1);
            }
            "Cell" => {
                if let Some(cell) = self.cell.take() {
                    self.put(cell)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn put(&mut self, mut cell: Cell) -> Result<(), ReadError> {
        let (row, column) = (self.row, self.column);
        let (rows, columns) = (cell.down.saturating_add(1), cell.across.saturating_add(1));
        self.column = column.saturating_add(columns);
        if rows > 1 || columns > 1 {
            self.book.merge(Merge { row, column, rows, columns });
        }
        settle(&mut cell.text, &mut self.omitted);
        let style = self.styles.get(&cell.style);
        let format = style.and_then(|style| style.number.as_ref());
        let shown = match (cell.kind.as_str(), Number::parse(&cell.text), format) {
            ("Number", Some(number), Some(format)) => {
                let shown = format.number(number, false);
                self.omitted.unshown(&shown, number.is_zero());
                shown
            }
            ("Number", Some(number), None) => number.general(),
            ("Boolean", ..) => if cell.text.trim() == "0" { "FALSE" } else { "TRUE" }.into(),
            _ => cell.text,
        };
        let struck = style.is_some_and(|style| style.marks.struck == Some(true));
        if shown.is_empty() || struck {
            if struck {
                self.omitted.add_text(Why::Struck, &shown);
            }
            if style.is_some_and(|style| style.drawn) {
                self.book.drawn(row, column);
            }
            return Ok(());
        }
        self.book.put(row, column, shown)
    }
}

/// What a font says of leaving out its text: in a style, and in the text of a cell.
fn font(element: &Element<'_>) -> Marks {
    let get = |name: &str| element.attribute(name);
    let whole = get("Size").and_then(|size| size.split('.').next()?.parse::<u16>().ok());
    Marks {
        colour: get("Color").map(|colour| Colour::hex(&colour).unwrap_or(Colour::Auto)),
        size: whole.map(|points| points.saturating_mul(2)),
        ..Marks::default()
    }
}

/// The code of a format that is named.
fn code_of(name: &str) -> &str {
    match name {
        "General Number" | "General" => "General",
        "Fixed" => "0.00",
        "Standard" => "#,##0.00",
        "Percent" => "0.00%",
        "Scientific" => "0.00E+00",
        code => code,
    }
}

/// Whether a row or a column is hidden, or has no height or width.
fn is_hidden(element: &Element<'_>) -> bool {
    let none =
        |size: &str| element.attribute(size).is_some_and(|size| size.trim_matches(['0', '.']).is_empty());
    element.attribute("Hidden").is_some_and(|on| on == "1") || none("Height") || none("Width")
}
