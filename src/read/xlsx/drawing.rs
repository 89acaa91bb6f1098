//! The shapes on a sheet (20.5): what text boxes say.

use crate::read::ReadError;
use crate::read::sheet::Book;
use crate::read::xml::{Event, Xml};

/// Puts the text of a drawing's shapes below the sheet.
pub(super) fn read(source: &str, book: &mut Book) -> Result<(), ReadError> {
    let mut lines: Vec<String> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut xml = Xml::new(source);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                match element.name() {
                    "p" => lines.push(String::new()),
                    "br" => lines.extend(lines.last().map(|_| String::new())),
                    _ => {}
                }
                path.push(element.name().to_owned());
            }
            Event::End => {
                if path.pop().as_deref() == Some("txBody") {
                    book.text_box(std::mem::take(&mut lines))?;
                }
            }
            Event::Text(text) if path.last().is_some_and(|name| name == "t") => {
                lines.last_mut().into_iter().for_each(|line| line.push_str(&text));
            }
            Event::Text(_) => {}
        }
    }
    Ok(())
}
