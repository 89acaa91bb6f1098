//! The pieces of text of a part, by where they stand in its source.

use crate::text::shows;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// A piece of text, or a cell without any, with all that is needed to put something beside it. Ranges are bytes of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// What it is.
    pub place: Place,
    /// What stands between the tags of a text, or the whole first paragraph of a blank cell.
    pub content: Range<usize>,
    /// The start tag of the text.
    pub tag: Range<usize>,
    /// The start tag of the run that it is in, and what that says of its look.
    pub run: Range<usize>,
    /// The properties of the run; empty if it has none.
    pub properties: Range<usize>,
    /// The child of the outermost paragraph that it is in; empty if it is such a paragraph itself.
    pub outer: Range<usize>,
}

/// What a [`Spot`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A text.
    Text,
    /// A cell without any text.
    Blank,
}

impl Spot {
    /// Whether its run stands in the paragraph itself, and not in a change, a link or a box in it.
    pub fn is_direct(&self) -> bool {
        self.outer.start == self.run.start
    }

    /// For a blank cell: from where to where of the source its paragraph makes room, and what opens and closes the room.
    pub fn room(&self, source: &str) -> (usize, usize, String, String) {
        let whole = source.get(self.content.clone()).unwrap_or_default();
        let is_name = |c: &char| !matches!(c, '/' | '>') && !c.is_whitespace();
        let name: String = whole.chars().skip(1).take_while(is_name).collect();
        if let Some(tag) = whole.strip_suffix("/>") {
            return (self.content.start, self.content.end, format!("{tag}>"), format!("</{name}>"));
        }
        let end = whole.rfind("</").map_or(self.content.end, |at| self.content.start + at);
        (end, end, String::new(), String::new())
    }
}

/// An open element.
struct Open {
    name: String,
    tag: Range<usize>,
    /// Of a run: its properties.
    properties: Range<usize>,
    /// Of a cell: whether it has text, or is the rest of the one above.
    occupied: bool,
    /// Of a cell: its first paragraph, and the child of a paragraph around the table.
    first: Option<(Range<usize>, Range<usize>)>,
}

/// The pieces in their order; `None` if the source is not well-formed.
pub(super) fn spots(source: &str) -> Option<Vec<Spot>> {
    let mut reader = Reader::from_str(source);
    let mut open: Vec<Open> = Vec::new();
    let mut spots: Vec<Spot> = Vec::new();
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(start) => {
                let element = begin(&start, before..after, &mut open);
                open.push(element);
            }
            Event::Empty(start) => {
                let element = begin(&start, before..after, &mut open);
                end(element, after, &mut open, &mut spots, source);
            }
            Event::End(_) => {
                let element = open.pop()?;
                end(element, after, &mut open, &mut spots, source);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    crate::sorted::sort_by_key(&mut spots, |spot| spot.content.start);
    open.is_empty().then_some(spots)
}

fn begin(start: &BytesStart<'_>, tag: Range<usize>, open: &mut [Open]) -> Open {
    let name = start.name().into_inner();
    let name = name.rsplit_once(':').map_or(name, |(_, local)| local).to_owned();
    if name == "vMerge" {
        continues(open, start);
    }
    Open { name, tag, properties: 0..0, occupied: false, first: None }
}

/// The cell that `w:vMerge` stands in goes on with the one above, unless it says that it begins.
fn continues(open: &mut [Open], merge: &BytesStart<'_>) {
    let begins = merge
        .attributes()
        .with_checks(false)
        .flatten()
        .any(|attribute| attribute.value.as_ref() == "restart");
    if let Some(cell) = open.iter_mut().rev().find(|element| element.name == "tc") {
        cell.occupied |= !begins;
    }
}

/// The child of the outermost open paragraph that something is in; its end is not known yet.
fn outer(open: &[Open]) -> Range<usize> {
    let paragraph = open.iter().position(|element| element.name == "p");
    let child = paragraph.and_then(|at| open.get(at + 1));
    child.map_or(0..0, |child| child.tag.start..child.tag.start)
}

/// An element ends: what it is a part of learns of it.
fn end(element: Open, after: usize, open: &mut [Open], spots: &mut Vec<Spot>, source: &str) {
    let whole = element.tag.start..after;
    let parent = open.last().map(|parent| parent.name.as_str()).unwrap_or_default();
    match (element.name.as_str(), parent) {
        ("rPr", "r") => {
            if let Some(run) = open.last_mut() {
                run.properties = whole.clone();
            }
        }
        ("t", "r") if element.tag.end < after => {
            let content =
                element.tag.end..source.get(..after).and_then(|all| all.rfind("</")).unwrap_or(after);
            if source.get(content.clone()).is_some_and(shows) {
                open.iter_mut().filter(|element| element.name == "tc").for_each(|cell| cell.occupied = true);
                let run =
                    open.last().map(|run| (run.tag.clone(), run.properties.clone())).unwrap_or_default();
                let outer = outer(open);
                spots.push(Spot {
                    place: Place::Text,
                    content,
                    tag: element.tag.clone(),
                    run: run.0,
                    properties: run.1,
                    outer,
                });
            }
        }
        ("p", _) => {
            let outer = outer(open);
            let cell = open.iter_mut().rev().find(|element| element.name == "tc");
            if let Some(cell) = cell.filter(|cell| cell.first.is_none()) {
                cell.first = Some((whole.clone(), outer));
            }
        }
        ("tc", _) if !element.occupied => {
            if let Some((paragraph, outer)) = element.first {
                let none = || 0..0;
                spots.push(Spot {
                    place: Place::Blank,
                    content: paragraph,
                    tag: none(),
                    run: none(),
                    properties: none(),
                    outer,
                });
            }
        }
        _ => {}
    }
    // What is in a child of the outermost paragraph now knows where that ends. It was all found since the child began.
    if open.iter().position(|element| element.name == "p") == open.len().checked_sub(1) && !open.is_empty() {
        let inside = spots.iter_mut().rev().take_while(|spot| spot.outer.start == whole.start);
        inside.for_each(|spot| spot.outer.end = after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each piece: what stands there, and the child of the outermost paragraph around it.
    fn found(body: &str) -> Vec<(String, String)> {
        let source = format!("<w:document><w:body>{body}</w:body></w:document>");
        let text = |range: &Range<usize>| source.get(range.clone()).unwrap_or_default().to_owned();
        let all = spots(&source).unwrap_or_default();
        all.iter().map(|spot| (text(&spot.content), text(&spot.outer))).collect()
    }

    #[test]
    fn pieces_know_what_is_around_them() {
        let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
        let pair = |content: &str, outer: &str| (content.to_owned(), outer.to_owned());
        let (one, two) = (run("甲"), run("乙"));
        let changed = format!("<w:ins>{two}</w:ins>");
        assert_eq!(found(&format!("<w:p>{one}{changed}</w:p>")), [pair("甲", &one), pair("乙", &changed)]);
        let boxed = format!("<w:r><w:pict><w:p>{two}</w:p></w:pict></w:r>");
        assert_eq!(found(&format!("<w:p>{boxed}</w:p>")), [pair("乙", &boxed)]);
        assert_eq!(found("<w:p><w:r><w:t> </w:t><w:t/></w:r></w:p>"), []);
    }

    #[test]
    fn a_cell_without_text_is_a_piece_unless_it_goes_on() {
        let cell = |inside: &str| format!("<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>");
        assert_eq!(found(&cell("<w:tcPr/><w:p/><w:p/>")), [("<w:p/>".into(), String::new())]);
        assert_eq!(found(&cell("<w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p></w:p>")).len(), 1);
        assert_eq!(found(&cell("<w:tcPr><w:vMerge/></w:tcPr><w:p/>")), []);
        assert_eq!(found(&cell("<w:p/><w:p><w:r><w:t>0</w:t></w:r></w:p>")).len(), 1);
    }
}
