//! Tables as text with separators (RFC 4180): what spreadsheets and systems export as CSV.

use super::sheet::Book;
use super::{ErrorKind, ReadError, limits, plain};
use crate::document::{Builder, Document, Format};
use crate::text::shows;

/// Rows looked at to tell what separates their fields.
const LOOK: usize = 200;
/// Fewer rows, or fewer fields in all, are no table.
const ROWS: usize = 3;
const CELLS: usize = 15;

/// Whether a text is one: most of its lines have several fields.
pub(super) fn is_csv(source: &str) -> bool {
    separator(source).is_some()
}

/// What separates the fields, if most rows have several. Tabs count only where fields are quoted: lines with tabs read well
/// as they are.
fn separator(source: &str) -> Option<char> {
    // Prose in Chinese has none of these in their narrow form, but lists of names and numbers may.
    [',', ';', '\t'].into_iter().find(|&separator| {
        // A row that counts has three fields at least.
        let enough = source.matches(separator).take(CELLS - CELLS / 3).count() == CELLS - CELLS / 3;
        if !enough || separator == '\t' && !source.contains("\t\"") {
            return false;
        }
        let mut fields = Fields { rest: source, separator };
        let (mut all, mut rows, mut cells) = (0_usize, 0_usize, 0_usize);
        let (mut row, mut has_text) = (0_usize, false);
        while let Some((field, ends_row)) = fields.next().filter(|_| all < LOOK) {
            row += 1;
            has_text |= shows(&field);
            if ends_row {
                let several = row > 2;
                all += usize::from(has_text);
                rows += usize::from(several && has_text);
                cells += if several { row } else { 0 };
                (row, has_text) = (0, false);
            }
        }
        rows >= ROWS && cells >= CELLS && rows * 2 > all
    })
}

/// Reads it.
pub(super) fn read(source: &str) -> Result<Document, ReadError> {
    plain::check(source)?;
    let mut book = Book::default();
    book.sheet("");
    let mut fields = Fields {
        rest: source.strip_prefix('\u{feff}').unwrap_or(source),
        separator: separator(source).unwrap_or(','),
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells: Vec<String> = Vec::new();
    while let Some((field, ends_row)) = fields.next() {
        cells.push(field);
        if ends_row {
            limits::within(rows.len(), limits::NODES, ErrorKind::TooManyNodes)?;
            rows.push(std::mem::take(&mut cells));
        }
    }
    // A row of one field, or none, stands between tables.
    let is_alone = |row: &Vec<String>| row.iter().filter(|cell| shows(cell)).nth(1).is_none();
    rows.chunk_by_mut(|a, b| is_alone(a) == is_alone(b)).for_each(tidy);
    for (row, cells) in (0_u32..).zip(rows) {
        // Blank fields may be what merged cells cover, or fill up the row of a heading: they say nothing.
        for (column, cell) in (0_u32..).zip(cells).filter(|(_, cell)| shows(cell)) {
            book.put(row, column, cell)?;
        }
    }
    let mut builder = Builder::new(Format::Csv);
    book.finish(&mut builder);
    if builder.is_empty() { Err(ReadError::new(ErrorKind::Empty)) } else { Ok(builder.finish()) }
}

/// Puts a heading that is alone in its column over the column behind it, if that has none in the same row: a merged cell
/// began a hair's breadth before the cells below it, and of that only its place is left.
fn tidy(table: &mut [Vec<String>]) {
    const COLUMNS: usize = 4 * limits::COLUMNS;
    let width = table.iter().map(Vec::len).max().unwrap_or(0).min(COLUMNS);
    let has = |row: &Vec<String>, column: usize| row.get(column).is_some_and(|cell| shows(cell));
    for column in 0..width {
        let mut rows = table.iter().enumerate().filter(|(_, row)| has(row, column)).map(|(at, _)| at);
        let (Some(at), None) = (rows.next(), rows.next()) else { continue };
        let below = table.iter().filter(|row| has(row, column + 1)).count();
        if let Some(row) = table.get_mut(at).filter(|row| below > 1 && !has(row, column + 1))
            && column + 1 < row.len()
        {
            row.swap(column, column + 1);
        }
    }
}

struct Fields<'a> {
    rest: &'a str,
    separator: char,
}

impl Fields<'_> {
    /// The next field, and whether it is the last of its row.
    fn next(&mut self) -> Option<(String, bool)> {
        if self.rest.is_empty() {
            return None;
        }
        let mut field = String::new();
        if let Some(quoted) = self.rest.trim_start_matches(' ').strip_prefix('"') {
            let mut rest = quoted;
            loop {
                let Some((text, after)) = rest.split_once('"') else {
                    // A quotation mark that nothing closes is one of the text.
                    field.clear();
                    break;
                };
                field.push_str(text);
                rest = after;
                let Some(after) = after.strip_prefix('"') else {
                    self.rest = rest;
                    break;
                };
                field.push('"');
                rest = after;
            }
        }
        Some(self.end(field))
    }

    /// Takes what is left of the field, and what ends it.
    fn end(&mut self, mut field: String) -> (String, bool) {
        let end = self.rest.find([self.separator, '\n', '\r']).unwrap_or(self.rest.len());
        let (text, after) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        field.push_str(text);
        if let Some(rest) = after.strip_prefix(self.separator) {
            self.rest = rest;
            // A separator at the end of the text is followed by one more field, which is blank.
            return (field, rest.is_empty());
        }
        self.rest = after.strip_prefix("\r\n").or(after.strip_prefix(['\n', '\r'])).unwrap_or(after);
        (field, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_quotes_and_blanks() {
        let all = |source: &str| {
            let mut fields = Fields { rest: source, separator: ',' };
            std::iter::from_fn(|| fields.next()).collect::<Vec<_>>()
        };
        let field = |text: &str, ends: bool| (text.to_owned(), ends);
        assert_eq!(
            all("a,\"b,\n\"\"c\"\"\",\r\n,d\n"),
            [
                field("a", false),
                field("b,\n\"c\"", false),
                field("", true),
                field("", false),
                field("d", true)
            ]
        );
        assert_eq!(all("\"a,b"), [field("\"a", false), field("b", true)]);
        assert_eq!(all(""), []);
    }

    #[test]
    fn a_heading_beside_its_column_goes_over_it() {
        let row = |fields: &str| fields.split(',').map(str::to_owned).collect::<Vec<_>>();
        let mut table = [row("复议,,诉讼,,"), row("维持,总计,,维持,总计"), row("1,1,,2,2")];
        tidy(&mut table);
        assert_eq!(table, [row("复议,,,诉讼,"), row("维持,总计,,维持,总计"), row("1,1,,2,2")]);
    }

    #[test]
    fn rows_of_fields_are_told_from_prose() {
        let table = "信息内容,本年制发件数,本年废止件数\n规章,0,0\n行政规范性文件,1,\n许可,12,\n处罚,3,\n";
        assert!(is_csv(table));
        assert!(is_csv(&table.replace(',', ";")));
        for text in [
            table.replace(',', "\t"),
            table.replace(',', "，"),
            "a,b,c\n一、总体情况\n二\n三\n四\n五\n六".into(),
        ] {
            assert!(!is_csv(&text), "{text}");
        }
    }
}
