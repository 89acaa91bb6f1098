//! Tables as text with separators (RFC 4180): what spreadsheets and systems export as CSV.

use super::sheet::Book;
use super::{ErrorKind, ReadError, plain};
use crate::document::{Builder, Document, Format};
use crate::text::shows;

/// Lines looked at to tell what separates their fields.
const LOOK: usize = 200;
/// Fewer rows, or fewer fields in all, are no table.
const ROWS: usize = 3;
const FIELDS: usize = 15;

/// Whether a text is one: most of its lines have several fields.
pub(super) fn is_csv(source: &str) -> bool {
    separator(source).is_some()
}

/// What separates the fields, if most lines have several. Tabs count only where fields are quoted: lines with tabs read well
/// as they are.
fn separator(source: &str) -> Option<char> {
    let lines = || plain::lines(source).filter(|line| shows(line)).take(LOOK);
    // Prose in Chinese has none of these in their narrow form, but lists of names and numbers may.
    [',', ';', '\t'].into_iter().find(|&separator| {
        let counts = || lines().map(|line| line.matches(separator).count()).filter(|count| *count >= 2);
        let (rows, fields) = (counts().count(), counts().map(|count| count + 1).sum::<usize>());
        let quoted = || lines().any(|line| line.starts_with('"') || line.contains(&format!("{separator}\"")));
        rows >= ROWS && fields >= FIELDS && rows * 2 > lines().count() && (separator != '\t' || quoted())
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
    let mut row = 0_u32;
    let mut cells: Vec<String> = Vec::new();
    while let Some((field, ends_row)) = fields.next() {
        cells.push(field);
        if !ends_row {
            continue;
        }
        // Beside others a blank field is a blank cell; the row of a heading or of prose is filled up with them.
        let several = cells.iter().filter(|cell| shows(cell)).nth(1).is_some();
        for (column, cell) in (0_u32..).zip(cells.drain(..)) {
            if shows(&cell) {
                book.put(row, column, cell)?;
            } else if several {
                book.drawn(row, column);
            }
        }
        row = row.saturating_add(1);
    }
    let mut builder = Builder::new(Format::Csv);
    book.finish(&mut builder);
    if builder.is_empty() { Err(ReadError::new(ErrorKind::Empty)) } else { Ok(builder.finish()) }
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
                match after.strip_prefix('"') {
                    Some(after) => {
                        field.push('"');
                        rest = after;
                    }
                    None => {
                        self.rest = rest;
                        return Some(self.end(field));
                    }
                }
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
