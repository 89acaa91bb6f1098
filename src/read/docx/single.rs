//! Documents as one XML file, which templates of office automation systems write under the name `.doc`: a whole package
//! (Flat OPC), and `WordprocessingML` 2003, whose body has nearly the same elements.

use super::body::Body;
use super::styles::Styles;
use super::{Reader, Tell, emit};
use crate::document::{Builder, Document, Format};
use crate::read::counts::Counts;
use crate::read::numbering::Numbering;
use crate::read::zip::Zip;
use crate::read::{ErrorKind, Gb18030, ReadError, decode, limits};
use std::collections::BTreeMap;

/// Reads it.
pub(in crate::read) fn read(bytes: &[u8], gb18030: Gb18030<'_>, tell: Tell) -> Result<Document, ReadError> {
    limits::within(bytes.len(), limits::FILE_BYTES, ErrorKind::TooLarge)?;
    let source = decode::decode(bytes, true, gb18030)?.text;
    let mut reader = Reader::new(Builder::new(Format::WordXml), gb18030, tell);
    if source.contains("<pkg:part") {
        reader.document(&Zip::of_parts(parts(&source)?))?;
    } else {
        let mut counts = Counts::default();
        let styles = Styles::read(&source)?;
        let blocks = Body::read(&source, &styles, &mut Numbering::default(), &mut counts)?;
        emit(blocks, &mut reader.builder);
        counts.notes().into_iter().for_each(|note| reader.builder.note(note));
    }
    reader.finish()
}

/// The XML parts of a package by their names. Pictures and the like, in base64, are none.
fn parts(source: &str) -> Result<BTreeMap<String, Vec<u8>>, ReadError> {
    let mut parts = BTreeMap::new();
    for part in source.split("<pkg:part").skip(1) {
        limits::within(parts.len() + 1, limits::ENTRIES, ErrorKind::TooManyEntries)?;
        let Some((head, rest)) = part.split_once('>') else { continue };
        let name = head.split_once("pkg:name=").and_then(|(_, value)| {
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            value.get(1..)?.split(quote).next()
        });
        let inside = rest.split_once("<pkg:xmlData").and_then(|(_, data)| data.split_once('>'));
        let data = inside.and_then(|(_, data)| data.rsplit_once("</pkg:xmlData>"));
        if let (Some(name), Some((data, _))) = (name, data) {
            parts.insert(name.trim_start_matches('/').to_ascii_lowercase(), data.as_bytes().to_vec());
        }
    }
    Ok(parts)
}
