//! Simple fonts (ISO 32000-1, 9.6.6): a base encoding and its differences.

use super::encoding;
use hayro_syntax::object::{Array, Dict, Name, Object};

/// The text of each code of a simple font.
pub(super) fn codes(dict: &Dict<'_>) -> Vec<Option<String>> {
    let encoding = dict.get::<Object<'_>>("Encoding");
    let (name, differences) = match encoding {
        Some(Object::Name(name)) => (Some(name), None),
        Some(Object::Dict(encoding)) => {
            (encoding.get::<Name<'_>>("BaseEncoding"), encoding.get::<Array<'_>>("Differences"))
        }
        _ => (None, None),
    };
    let mac = name.is_some_and(|name| &*name == b"MacRomanEncoding");
    let base = if mac { encoding::Base::Macintosh } else { encoding::Base::Windows };
    let mut codes: Vec<Option<String>> =
        (0..=255).map(|code| encoding::char(base, code).map(String::from)).collect();
    let mut at = 0_usize;
    for item in differences.iter().flat_map(Array::iter::<Object<'_>>) {
        match item {
            Object::Number(number) => at = usize::try_from(number.as_i64()).unwrap_or(usize::MAX),
            Object::Name(name) => {
                if let Some(code) = codes.get_mut(at) {
                    *code = encoding::named(&name);
                }
                at = at.saturating_add(1);
            }
            _ => {}
        }
    }
    codes
}
