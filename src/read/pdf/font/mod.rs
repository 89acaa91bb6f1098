//! Fonts (ISO 32000-1, 9.5 to 9.10), as far as text and its place need them: the bytes of a string → characters and widths.

mod cmap;
mod encoding;
mod gb;
mod ranges;
mod simple;
mod truetype;
mod widths;

use super::stream::Budget;
use crate::read::ReadError;
use cmap::CMap;
pub(super) use gb::Gb;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use std::collections::BTreeMap;
use std::rc::Rc;
use widths::Widths;

/// What a string shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    /// Its text: mostly one character, several of a ligature, U+FFFD if it cannot be told.
    pub(super) text: String,
    /// How far it advances, in sizes of the font.
    pub(super) width: f32,
    /// A single byte 32, to which word spacing applies.
    pub(super) is_space: bool,
}

/// A string that is being shown.
#[derive(Debug)]
pub(super) struct Run<'b> {
    rest: &'b [u8],
    /// Its bytes are pairs of GBK.
    pairs: bool,
}

/// How many codes are shown at once: enough to be quick, and never many in memory.
const AT_ONCE: usize = 1 << 10;

/// Maps to Unicode by their object, since fonts may share one.
#[derive(Debug, Default)]
pub(super) struct Maps(BTreeMap<(u32, i32), Rc<CMap>>);

/// What the codes of a font are.
#[derive(Debug)]
enum Codes {
    /// One byte each, with the text of each.
    Simple(Vec<Option<String>>),
    /// Pairs of bytes in a font that knows of single bytes only.
    Pairs,
    /// Numbers of glyphs, with the characters that the embedded font gives them.
    Glyphs(Vec<char>),
    /// As an embedded map says.
    Mapped(CMap),
    /// UTF-16, big endian.
    Utf16,
    /// GBK; whether letters are half a size wide.
    Gbk(bool),
}

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    to_unicode: Option<Rc<CMap>>,
    widths: Widths,
    /// What turns widths into sizes.
    unit: f32,
    /// The height of its glyphs in sizes, which only glyphs drawn by streams have of their own.
    pub(super) height: f32,
    /// Text runs down.
    pub(super) vertical: bool,
}

impl Font {
    /// Reads a font.
    ///
    /// # Errors
    /// Those of [`Budget::decode`].
    pub(super) fn read(dict: &Dict<'_>, maps: &mut Maps, budget: &mut Budget) -> Result<Self, ReadError> {
        let to_unicode = to_unicode(dict, maps, budget)?;
        let subtype = dict.get::<Name<'_>>("Subtype");
        let subtype = subtype.as_deref().unwrap_or_default();
        if subtype == b"Type0" {
            return Self::composite(dict, to_unicode, budget);
        }
        let codes = if to_unicode.is_none() && has_chinese_name(dict) {
            Codes::Pairs
        } else {
            Codes::Simple(simple::codes(dict))
        };
        let (mut unit, mut height) = (0.001, 1.0);
        if subtype == b"Type3" {
            let matrix = numbers(dict, "FontMatrix");
            if let [a, _, _, d, ..] = *matrix {
                unit = a.abs();
                let boxed = numbers(dict, "FontBBox");
                // Such a font may draw its glyphs at any scale, so its size is what its box has.
                if let [_, low, _, high] = *boxed
                    && (high - low) * d.abs() > 0.01
                {
                    height = ((high - low) * d.abs()).min(2.0);
                }
            }
        }
        Ok(Self { codes, to_unicode, widths: Widths::simple(dict), unit, height, vertical: false })
    }

    fn composite(
        dict: &Dict<'_>,
        to_unicode: Option<Rc<CMap>>,
        budget: &mut Budget,
    ) -> Result<Self, ReadError> {
        let descendant = dict
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|fonts| fonts.iter::<Object<'_>>().next())
            .and_then(Object::into_dict);
        let descendant = descendant.unwrap_or_default();
        let mut vertical = false;
        let codes = if let Some(stream) = dict.get::<Stream<'_>>("Encoding") {
            vertical = stream.dict().get::<i32>("WMode") == Some(1);
            Codes::Mapped(map(&stream, budget)?)
        } else {
            let name = dict.get::<Name<'_>>("Encoding");
            let name = name.as_deref().unwrap_or_default();
            vertical |= name.ends_with(b"-V") || name == b"V";
            let has = |part: &[u8]| name.windows(part.len()).any(|window| window == part);
            if name.starts_with(b"Uni") {
                Codes::Utf16
            } else if name.starts_with(b"GB") && !has(b"T-") {
                Codes::Gbk(name.starts_with(b"GBK-") || name.starts_with(b"GB-"))
            } else if to_unicode.is_none() {
                Codes::Glyphs(embedded_chars(&descendant, budget)?)
            } else {
                Codes::Glyphs(Vec::new())
            }
        };
        let widths = Widths::composite(&descendant, budget)?;
        Ok(Self { codes, to_unicode, widths, unit: 0.001, height: 1.0, vertical })
    }

    /// Begins to show a string.
    pub(super) fn begin<'b>(&self, bytes: &'b [u8], gb: &mut Gb<'_>) -> Run<'b> {
        let pairs = match self.codes {
            Codes::Gbk(_) => true,
            Codes::Pairs => is_pairs(bytes),
            _ => false,
        };
        if pairs {
            gb.learn(bytes);
        }
        Run { rest: bytes, pairs }
    }

    /// What the next codes of a string show; `false` at its end.
    pub(super) fn show(&self, run: &mut Run<'_>, gb: &Gb<'_>, out: &mut Vec<Shown>) -> bool {
        let Run { rest: before, pairs } = *run;
        let mut rest = before;
        for _ in 0..AT_ONCE {
            if rest.is_empty() {
                break;
            }
            let length = match &self.codes {
                Codes::Simple(_) => 1,
                Codes::Pairs | Codes::Gbk(_) => {
                    if pairs {
                        gb::length(rest)
                    } else {
                        1
                    }
                }
                Codes::Glyphs(_) => 2,
                Codes::Utf16 => {
                    if matches!(rest, [0xd8..=0xdb, _, 0xdc..=0xdf, _, ..]) {
                        4
                    } else {
                        2
                    }
                }
                Codes::Mapped(map) => map.length(rest).unwrap_or(2),
            };
            let (code, tail) = rest.split_at_checked(length.max(1)).unwrap_or((rest, &[]));
            rest = tail;
            let number = code.iter().fold(0_u32, |value, byte| value << 8 | u32::from(*byte));
            let text = self.text(code, number, pairs.then_some(gb));
            let width = self.width(code, number, &text) * self.unit;
            out.push(Shown { text, width, is_space: code == b" " });
        }
        run.rest = rest;
        !before.is_empty()
    }

    /// The text of a code: what the file says of it first, then what its encoding says.
    fn text(&self, code: &[u8], number: u32, gb: Option<&Gb<'_>>) -> String {
        let mut text = String::new();
        if let Some(map) = &self.to_unicode
            && map.text(number, &mut text)
            && text.chars().all(|c| c != '\0')
        {
            return text;
        }
        text.clear();
        match &self.codes {
            Codes::Simple(chars) => {
                text.extend(chars.get(number as usize).and_then(Option::as_deref));
            }
            Codes::Pairs | Codes::Gbk(_) => match gb {
                Some(gb) => text.extend(gb.char(code)),
                None => text.extend(
                    u8::try_from(number).ok().and_then(|code| encoding::char(encoding::Base::Windows, code)),
                ),
            },
            Codes::Glyphs(chars) => {
                text.extend(chars.get(number as usize).filter(|char| **char != truetype::NONE));
            }
            Codes::Utf16 => {
                let units = code
                    .chunks(2)
                    .map(|pair| pair.iter().fold(0_u16, |value, byte| value << 8 | u16::from(*byte)));
                text.extend(
                    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)),
                );
            }
            Codes::Mapped(_) => {}
        }
        if text.is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        text
    }

    fn width(&self, code: &[u8], number: u32, text: &str) -> f32 {
        let ascii = text.bytes().next().filter(u8::is_ascii).map(u32::from).filter(|_| text.len() == 1);
        match (&self.codes, ascii) {
            // Two single bytes stand for one glyph of full width.
            (Codes::Pairs, _) => {
                let width: f32 = code.iter().map(|byte| self.widths.of(u32::from(*byte))).sum();
                if width > 0.0 { width } else { 1000.0 }
            }
            (Codes::Simple(_) | Codes::Glyphs(_), _) => self.widths.of(number),
            (Codes::Mapped(map), _) => self.widths.of(map.glyph(number).unwrap_or(number)),
            // The numbers of the glyphs of ASCII in Adobe-GB1: half a size wide from 814 on, as letters are from 1 on.
            (Codes::Gbk(true), Some(ascii @ 0x20..)) => self.widths.told(ascii - 0x20 + 814).unwrap_or(500.0),
            (Codes::Gbk(false) | Codes::Utf16, Some(ascii @ 0x20..)) => {
                self.widths.told(ascii - 0x20 + 1).unwrap_or(500.0)
            }
            (Codes::Gbk(_) | Codes::Utf16, _) => self.widths.of(u32::MAX),
        }
    }
}

/// The map of a font to Unicode.
fn to_unicode(dict: &Dict<'_>, maps: &mut Maps, budget: &mut Budget) -> Result<Option<Rc<CMap>>, ReadError> {
    let key = dict.get_ref("ToUnicode").map(|object| (object.obj_number, object.gen_number));
    if let Some(map) = key.and_then(|key| maps.0.get(&key)) {
        return Ok(Some(Rc::clone(map)));
    }
    let Some(stream) = dict.get::<Stream<'_>>("ToUnicode") else { return Ok(None) };
    let map = Rc::new(map(&stream, budget)?);
    maps.0.extend(key.map(|key| (key, Rc::clone(&map))));
    Ok(Some(map))
}

/// A map as embedded. It takes more room than it has bytes.
fn map(stream: &Stream<'_>, budget: &mut Budget) -> Result<CMap, ReadError> {
    let data = budget.decode(stream)?;
    budget.take(data.len().saturating_mul(4))?;
    Ok(CMap::parse(&data))
}

fn numbers(dict: &Dict<'_>, key: &str) -> Vec<f32> {
    dict.get::<Array<'_>>(key).map(|array| array.iter::<f32>().take(6).collect()).unwrap_or_default()
}

/// Whether a simple font is named as those are that hold pairs of bytes: in GBK, or as the foundry 方正 names its own.
fn has_chinese_name(dict: &Dict<'_>) -> bool {
    let name = dict.get::<Name<'_>>("BaseFont");
    let name = name.as_deref().unwrap_or_default();
    let name = name.splitn(2, |byte| *byte == b'+').last().unwrap_or(name);
    name.iter().any(|byte| *byte >= 0x80) || name.starts_with(b"FZ")
}

/// Whether nine tenths of the bytes beyond ASCII form pairs of GBK.
fn is_pairs(bytes: &[u8]) -> bool {
    let (mut paired, mut single) = (0_usize, 0_usize);
    let mut rest = bytes;
    while !rest.is_empty() {
        let length = gb::length(rest);
        if length > 1 {
            paired += 1;
        } else if rest.first().is_some_and(|byte| *byte >= 0x80) {
            single += 1;
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    paired > 0 && paired >= single * 9
}

/// The characters of the glyphs of an embedded font.
fn embedded_chars(descendant: &Dict<'_>, budget: &mut Budget) -> Result<Vec<char>, ReadError> {
    let descriptor = descendant.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let file =
        descriptor.get::<Stream<'_>>("FontFile2").or_else(|| descriptor.get::<Stream<'_>>("FontFile3"));
    let Some(file) = file else { return Ok(Vec::new()) };
    let chars = truetype::chars(&budget.decode(&file)?);
    let Some(map) = descendant.get::<Stream<'_>>("CIDToGIDMap").filter(|_| !chars.is_empty()) else {
        return Ok(chars);
    };
    let map = budget.decode(&map)?;
    let number = |pair: &[u8]| pair.iter().fold(0_usize, |value, byte| value << 8 | usize::from(*byte));
    let glyphs = map.chunks_exact(2).map(number);
    Ok(glyphs.map(|glyph| chars.get(glyph).copied().unwrap_or(truetype::NONE)).collect())
}
