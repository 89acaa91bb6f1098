//! Office files, written part by part: what is needed of Office Open XML (ECMA-376) is a few elements.

pub mod docx;
mod docx_parts;
pub mod xlsx;
pub mod xml;
pub mod zip;

/// The parts of a package → the file.
fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let members: Vec<_> = parts.iter().map(|(name, content)| zip::member(name, content.as_bytes())).collect();
    zip::pack(&members)
}
