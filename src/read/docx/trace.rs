//! Where each character of a docx stands in its main part, so that something can be put beside it.
//!
//! The document is read a second time with a mark in front of each piece of text: a character of a private plane, which no
//! report has, with the piece's number in it. Whatever the reader does with text – it joins runs, takes out deleted and
//! hidden ones, puts tables in order – it does with the marks too, so where they come out is where the pieces went.

use super::spots::{Place, Spot, spots};
use crate::document::Document;
use crate::read::package::main_part;
use crate::read::zip::Zip;
use std::collections::BTreeMap;

/// The first and last mark of each of the two private planes.
const PLANES: [(u32, u32); 2] = [(0xf_0000, 0xf_fffd), (0x10_0000, 0x10_fffd)];

/// A docx with the places of its text.
#[derive(Debug)]
pub struct Traced {
    /// The name of the main part.
    pub main: String,
    /// Its text.
    pub source: String,
    /// The pieces of text in it, in their order.
    pub spots: Vec<Spot>,
    /// For each line of the document the pieces it is made of, in order.
    pub lines: Vec<Vec<Stretch>>,
}

/// Where a piece begins in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its first character in the line, from 0.
    pub start: usize,
    /// Which piece, an index into [`Traced::spots`].
    pub spot: usize,
}

/// Traces the text of a container; `None` if its main part is not UTF-8 or the traced text is not the text as read.
pub(in crate::read) fn trace(zip: &Zip<'_>, read: impl Fn(&Zip<'_>) -> Option<Document>) -> Option<Traced> {
    let main = main_part(zip, "word/document.xml").ok()?;
    let bytes = zip.read(&main).ok()??;
    let source = String::from_utf8(bytes).ok()?;
    // Parts that hold no text are not needed.
    let is_text = |name: &&str| {
        name.rsplit_once('.')
            .is_some_and(|(_, end)| !matches!(end, "png" | "jpg" | "jpeg" | "emf" | "wmf" | "gif" | "bin"))
    };
    let names: Vec<String> = zip.names().filter(is_text).map(str::to_owned).collect();
    let mut parts = BTreeMap::new();
    for name in names {
        let bytes = zip.read(&name).ok()??;
        parts.insert(name, bytes);
    }
    let plain = read(&Zip::of_parts(parts.clone()))?;
    let mut spots = spots(&source)?;
    // Marks in blank cells may keep a grid line alive that is none; without them such cells are not found, but all else is.
    for _ in 0..2 {
        parts.insert(main.to_ascii_lowercase(), marked(&source, &spots).into_bytes());
        if let Some(lines) = read(&Zip::of_parts(parts.clone())).and_then(|traced| lines(&plain, &traced)) {
            return Some(Traced { main, source, spots, lines });
        }
        spots.retain(|spot| spot.place != Place::Blank);
    }
    None
}

/// The source with a mark in front of each piece.
fn marked(source: &str, spots: &[Spot]) -> String {
    let mut marked = String::with_capacity(source.len() + spots.len() * 4);
    let mut done = 0;
    for (spot, mark) in spots.iter().zip(marks()) {
        let (at, next, text) = match spot.place {
            Place::Text => (spot.content.start, spot.content.start, mark.to_string()),
            Place::Blank => {
                let (at, next, open, close) = spot.room(source);
                (at, next, format!("{open}<r><t>{mark}</t></r>{close}"))
            }
        };
        marked.push_str(source.get(done..at).unwrap_or_default());
        marked.push_str(&text);
        done = next;
    }
    marked.push_str(source.get(done..).unwrap_or_default());
    marked
}

fn marks() -> impl Iterator<Item = char> {
    PLANES.into_iter().flat_map(|(first, last)| first..=last).filter_map(char::from_u32)
}

/// The number in a mark.
fn number(char: char) -> Option<usize> {
    let [(first, last), (second, end)] = PLANES;
    let code = u32::from(char);
    let number = if (first..=last).contains(&code) {
        code - first
    } else if (second..=end).contains(&code) {
        code - second + last - first + 1
    } else {
        return None;
    };
    usize::try_from(number).ok()
}

/// The pieces of each line, if the traced document without its marks is the plain one.
fn lines(plain: &Document, traced: &Document) -> Option<Vec<Vec<Stretch>>> {
    if plain.lines().len() != traced.lines().len() {
        return None;
    }
    plain.lines().iter().zip(traced.lines()).map(|(plain, traced)| line(plain, traced)).collect()
}

fn line(plain: &str, traced: &str) -> Option<Vec<Stretch>> {
    let (mut text, mut stretches) = (String::with_capacity(plain.len()), Vec::new());
    let mut length = 0;
    for char in traced.chars() {
        if let Some(spot) = number(char) {
            stretches.push(Stretch { start: length, spot });
        } else {
            text.push(char);
            length += 1;
        }
    }
    (text == plain).then_some(stretches)
}
