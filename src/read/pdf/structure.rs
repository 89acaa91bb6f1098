//! What `hayro-syntax` inflates and walks by itself when it opens a file, measured before: object streams (ISO 32000-1,
//! 7.5.7), cross-reference streams (7.5.8), and pages that stand in the page tree as they are.
//!
//! It finds them by places that the file gives. So every object is looked at that could be one, wherever `obj` stands, and its
//! dictionary is read token by token as it would be: with comments, blanks, strings and indirect entries in between.

use super::super::{ErrorKind, ReadError, limits};
use super::lexer::{Lexer, Token};
use super::stream::undo;
use hayro_syntax::Filter;
use std::collections::{BTreeMap, BTreeSet};

/// Inflated bytes of the streams that hold the structure of a file, beside four times its own.
const BYTES: usize = 24 << 20;
/// Bytes that may be gone over for each byte of the file, since objects may lie inside each other.
const WORK: usize = 16;
/// Definitions of one object that are followed: a file that was saved again and again has some.
const DEFINITIONS: usize = 8;

/// Fails if opening a file would take more than its limits.
///
/// # Errors
/// [`ErrorKind::Inflates`], [`ErrorKind::TooManyObjects`] or [`ErrorKind::TooManyPages`].
pub(super) fn measure(bytes: &[u8]) -> Result<(), ReadError> {
    let mut file = File {
        bytes,
        work: bytes.len().saturating_mul(WORK).saturating_add(1 << 20),
        room: bytes.len().saturating_mul(4).saturating_add(BYTES),
        dicts: 0,
        entries: 0,
    };
    file.count(bytes)?;
    let mut found = Vec::new();
    for start in objects(bytes) {
        found.extend(file.structure(start)?);
    }
    let named: BTreeSet<u32> =
        found.iter().flat_map(|one| &one.filters).filter_map(Item::reference).collect();
    let defined = file.definitions(&named)?;
    found.iter().try_for_each(|one| file.inflate(one, &defined))
}

/// A file that is measured.
struct File<'a> {
    bytes: &'a [u8],
    /// Bytes that may still be gone over.
    work: usize,
    /// Bytes that may still come out.
    room: usize,
    /// Dictionaries so far.
    dicts: usize,
    /// Entries of cross-reference streams so far.
    entries: usize,
}

/// A stream that holds a part of the structure.
struct Structure<'a> {
    filters: Vec<Item>,
    /// Bytes of an entry of a cross-reference stream.
    entry: Option<usize>,
    data: &'a [u8],
}

/// An item of a value.
#[derive(Debug, Clone, PartialEq)]
enum Item {
    Name(Vec<u8>),
    Number(usize),
    /// An object by its number.
    Reference(u32),
}

impl Item {
    fn reference(&self) -> Option<u32> {
        if let Self::Reference(number) = self { Some(*number) } else { None }
    }
}

impl<'a> File<'a> {
    /// Counts bytes that are gone over.
    fn pass(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.work = self.work.checked_sub(bytes).ok_or(ReadError::new(ErrorKind::TooManyObjects))?;
        Ok(())
    }

    /// Counts the dictionaries that begin in some bytes, and the pages that stand in a list of them.
    fn count(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        let dicts = bytes.windows(2).filter(|pair| *pair == b"<<").count();
        self.dicts = self.dicts.saturating_add(dicts);
        limits::within(self.dicts, limits::OBJECTS.saturating_mul(3), ErrorKind::TooManyObjects)?;
        for at in places(bytes, b"/Kids") {
            let after = bytes.get(at + 5..).unwrap_or_default();
            let mut lexer = Lexer::new(after);
            let (mut depth, mut pages) = (0_usize, 0_usize);
            while let Some(token) = lexer.next() {
                match token {
                    Token::Open => {
                        pages += usize::from(depth == 1);
                        depth += 1;
                    }
                    Token::Close => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth == 0 || pages > limits::PAGES {
                    break;
                }
            }
            self.pass(after.len() - lexer.rest().len())?;
            limits::within(pages, limits::PAGES, ErrorKind::TooManyPages)?;
        }
        Ok(())
    }

    /// The stream of an object, if it is one of structure.
    fn structure(&mut self, start: usize) -> Result<Option<Structure<'a>>, ReadError> {
        let bytes: &'a [u8] = self.bytes.get(start..).unwrap_or_default();
        let mut lexer = Lexer::new(bytes);
        let dict = dictionary(&mut lexer);
        let is_stream = dict.is_some() && lexer.next() == Some(Token::Word(b"stream"));
        self.pass(bytes.len() - lexer.rest().len())?;
        let Some(dict) = dict.filter(|_| is_stream) else { return Ok(None) };
        let get = |key: &[u8]| dict.get(key).map(Vec::as_slice).unwrap_or_default();
        let kind = get(b"Type");
        let is = |name: &[u8]| kind == [Item::Name(name.to_vec())];
        let refers = !get(b"W").is_empty() && !get(b"Size").is_empty();
        if !(is(b"ObjStm") || is(b"XRef") || refers || dict.contains_key(b"First".as_slice())) {
            return Ok(None);
        }
        if let [Item::Number(objects)] = get(b"N") {
            limits::within(*objects, limits::OBJECTS, ErrorKind::TooManyObjects)?;
        }
        let entry =
            get(b"W").iter().map(|item| if let Item::Number(width) = item { *width } else { 0 }).sum();
        let filters = if get(b"F").is_empty() { get(b"Filter") } else { get(b"F") }.to_vec();
        let rest = lexer.rest();
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let told = match get(b"Length") {
            [Item::Number(length)] => rest.split_at_checked(*length),
            _ => None,
        };
        let data = match told {
            Some((data, after)) if after.trim_ascii_start().starts_with(b"endstream") => data,
            _ => {
                let end = places(rest, b"endstream").next().unwrap_or(rest.len());
                self.pass(end)?;
                rest.get(..end).unwrap_or(rest)
            }
        };
        Ok(Some(Structure { filters, entry: refers.then_some(entry), data }))
    }

    /// The values of objects that are named as filters.
    fn definitions(&mut self, named: &BTreeSet<u32>) -> Result<BTreeMap<u32, Vec<Vec<Item>>>, ReadError> {
        let mut found: BTreeMap<u32, Vec<Vec<Item>>> = BTreeMap::new();
        if named.is_empty() {
            return Ok(found);
        }
        for start in objects(self.bytes) {
            let Some(number) = number_before(self.bytes, start).filter(|number| named.contains(number))
            else {
                continue;
            };
            let bytes = self.bytes.get(start..).unwrap_or_default();
            let mut lexer = Lexer::new(bytes);
            let items = value(&mut lexer);
            self.pass(bytes.len() - lexer.rest().len())?;
            let all = found.entry(number).or_default();
            all.push(items);
            limits::within(all.len(), DEFINITIONS, ErrorKind::TooManyObjects)?;
        }
        Ok(found)
    }

    /// Undoes the filters of a stream, in every way that they are defined.
    fn inflate(
        &mut self,
        one: &Structure<'_>,
        defined: &BTreeMap<u32, Vec<Vec<Item>>>,
    ) -> Result<(), ReadError> {
        let mut chains = vec![Vec::new()];
        for item in &one.filters {
            let ways: Vec<Vec<Item>> = match item {
                // What names a filter that is nowhere to be found cannot be measured, and so not be opened.
                Item::Reference(number) => {
                    defined.get(number).cloned().ok_or(ReadError::new(ErrorKind::Damaged))?
                }
                item => vec![vec![item.clone()]],
            };
            let longer = |way: Vec<Item>| chains.iter().map(move |chain| [chain.as_slice(), &way].concat());
            chains = ways.into_iter().flat_map(longer).collect();
            limits::within(chains.len(), DEFINITIONS, ErrorKind::TooManyObjects)?;
        }
        for chain in chains {
            let names =
                chain.iter().filter_map(|item| if let Item::Name(name) = item { Some(name) } else { None });
            let mut data = one.data.to_vec();
            for filter in names.filter_map(|name| filter(name)) {
                self.pass(data.len())?;
                data = undo(filter, data, self.room)?;
                self.room = self.room.saturating_sub(data.len() / 8);
            }
            self.room = self.room.checked_sub(data.len()).ok_or(ReadError::new(ErrorKind::Inflates))?;
            self.work = self.work.saturating_add(data.len().saturating_mul(WORK));
            match one.entry {
                Some(width) => self.entries = self.entries.saturating_add(data.len() / width.max(1)),
                None => self.count(&data)?,
            }
            limits::within(self.entries, limits::OBJECTS, ErrorKind::TooManyObjects)?;
        }
        Ok(())
    }
}

/// The filter of a name (7.4.1), if it is one of data.
fn filter(name: &[u8]) -> Option<Filter> {
    Some(match name {
        b"FlateDecode" | b"Fl" => Filter::FlateDecode,
        b"LZWDecode" | b"LZW" => Filter::LzwDecode,
        b"ASCII85Decode" | b"A85" => Filter::Ascii85Decode,
        b"ASCIIHexDecode" | b"AHx" => Filter::AsciiHexDecode,
        b"RunLengthDecode" | b"RL" => Filter::RunLengthDecode,
        _ => return None,
    })
}

/// The entries of a dictionary that are names, numbers, references or lists of them; `None` if there is no dictionary.
fn dictionary(lexer: &mut Lexer<'_>) -> Option<BTreeMap<Vec<u8>, Vec<Item>>> {
    let mut entries: BTreeMap<Vec<u8>, Vec<Item>> = BTreeMap::new();
    if lexer.next()? != Token::Open {
        return None;
    }
    let (mut depth, mut key, mut items) = (1_usize, None, Vec::new());
    while let Some(token) = lexer.next() {
        match token {
            Token::Open => {
                depth += 1;
                // An empty list is a value all the same.
                items.push(Item::Number(0));
            }
            Token::Close => depth -= 1,
            // A name behind a whole value is the next key.
            Token::Name(name) if depth == 1 && (key.is_none() || !items.is_empty()) => {
                if let Some(key) = key.replace(name.into_owned()) {
                    entries.insert(key, std::mem::take(&mut items));
                }
                continue;
            }
            token if depth <= 2 => take(token, &mut items),
            _ => {}
        }
        if depth == 0 {
            if let Some(key) = key {
                entries.insert(key, items);
            }
            return Some(entries);
        }
        items.truncate(MOST_ITEMS);
    }
    None
}

/// Items of a value that are looked at.
const MOST_ITEMS: usize = 64;

/// The value of an object: a name, a number, a reference, or a list of them.
fn value(lexer: &mut Lexer<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut depth = 0_usize;
    while let Some(token) = lexer.next() {
        match token {
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            Token::Word(b"endobj") => break,
            token => take(token, &mut items),
        }
        if depth == 0 && !items.is_empty() || items.len() >= MOST_ITEMS {
            break;
        }
    }
    items
}

fn take(token: Token<'_>, items: &mut Vec<Item>) {
    match token {
        Token::Name(name) => items.push(Item::Name(name.into_owned())),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        Token::Number(number) => items.push(Item::Number(number as usize)),
        Token::Word(b"R") => {
            items.pop();
            if let Some(Item::Number(number)) = items.pop() {
                items.push(Item::Reference(u32::try_from(number).unwrap_or(u32::MAX)));
            }
        }
        // Something that is none of these is a value all the same.
        _ => items.push(Item::Number(0)),
    }
}

/// Where objects may begin: behind each `obj` that is not the one of `endobj`. Blanks and comments of any length may part
/// it from its number.
fn objects(bytes: &[u8]) -> impl Iterator<Item = usize> {
    places(bytes, b"obj")
        .filter(|&at| !bytes.get(..at).unwrap_or_default().ends_with(b"end"))
        .map(|at| at + b"obj".len())
}

/// The number of the object that begins at a place.
fn number_before(bytes: &[u8], start: usize) -> Option<u32> {
    let before = bytes.get(start.saturating_sub(40)..start - 3)?;
    let mut words =
        before.rsplit(|byte| byte.is_ascii_whitespace() || *byte == 0).filter(|word| !word.is_empty());
    let number = words.nth(1)?;
    let digits = number.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
    std::str::from_utf8(number.get(digits..)?).ok()?.parse().ok()
}

/// Where some bytes stand in others.
fn places<'a>(bytes: &'a [u8], part: &'static [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = part.first().copied().unwrap_or_default();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = bytes.get(at..)?;
            let found = at + rest.iter().position(|byte| *byte == first)?;
            at = found + 1;
            if bytes.get(found..)?.starts_with(part) {
                return Some(found);
            }
        }
    })
}

#[cfg(test)]
mod tests;
