//! Packages whose parts were damaged are read or refused. Bytes damaged after packing hardly get past the checksums.

use super::zip::Zip;
use super::{Input, read};
use crate::document::{Block, Document};
use jiaohe_testkit::docx::pack;
use std::collections::BTreeSet;
use std::path::Path;

/// Numbers that look the same each time.
struct Random(u32);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end.max(1)
    }
}

/// The text parts of a file.
fn parts(name: &str) -> Vec<(String, String)> {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name));
    let bytes = bytes.unwrap_or_default();
    let Ok(zip) = Zip::open(&bytes) else { return Vec::new() };
    let text = |name: &str| zip.read(name).ok().flatten().and_then(|bytes| String::from_utf8(bytes).ok());
    zip.names().filter_map(|name| Some((name.to_owned(), text(name)?))).collect()
}

/// Cuts, doubles or changes something at a tag or a value: the parser refuses at once what is cut elsewhere.
fn damage(content: &mut String, random: &mut Random) {
    let places: Vec<usize> = content.match_indices(['<', '"']).map(|(at, _)| at).collect();
    let mut place = || places.get(random.below(places.len())).copied().unwrap_or(0);
    let (a, b, into) = (place(), place(), place());
    let (from, to) = (a.min(b), a.max(b).min(a.min(b).saturating_add(400)));
    let to = (to..content.len()).find(|&at| content.is_char_boundary(at)).unwrap_or(content.len());
    let piece = content.get(from..to).unwrap_or_default().to_owned();
    match random.below(4) {
        0 => content.insert_str(into, &piece),
        1 => content.replace_range(from..to, ""),
        _ => {
            let digits: Vec<usize> =
                content.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
            let number = ["9999999999", "0", "-1", "65536", "x", "1e9", ""].into_iter().nth(random.below(7));
            if let Some(&at) = digits.get(random.below(digits.len())) {
                content.replace_range(at..=at, number.unwrap_or(""));
            }
        }
    }
}

fn is_sound(document: &Document) -> bool {
    document.blocks.iter().all(|block| {
        let Block::Table(table) = block else { return true };
        let mut taken = BTreeSet::new();
        table.cells.iter().all(|cell| {
            let (bottom, right) = (cell.row + cell.row_span, cell.column + cell.column_span);
            let mut places = (cell.row..bottom).flat_map(|row| (cell.column..right).map(move |at| (row, at)));
            bottom <= table.rows && right <= table.columns && places.all(|place| taken.insert(place))
        })
    })
}

#[test]
fn damaged_parts_are_read_or_refused() {
    let mut random = Random(0x9e37_79b9);
    let mut documents = 0;
    for name in [
        "sheets/whole.xlsx",
        "sheets/apart-lo.xlsx",
        "sheets/whole.ods",
        "sheets/apart.ods",
        "odf/text.odt",
        "dragged.docx",
    ] {
        let sound = parts(name);
        assert!(!sound.is_empty(), "{name}");
        for _ in 0..400 {
            let mut damaged = sound.clone();
            for _ in 0..=random.below(3) {
                let at = random.below(damaged.len());
                damaged.iter_mut().skip(at).take(1).for_each(|(_, content)| damage(content, &mut random));
            }
            let packed: Vec<_> =
                damaged.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
            if let Ok(document) = read(name, Input::Bytes(&pack(&packed))) {
                documents += 1;
                assert!(is_sound(&document), "{name}: {damaged:?}");
            }
        }
    }
    assert!(documents > 500, "{documents} of 2400 were still documents");
}
