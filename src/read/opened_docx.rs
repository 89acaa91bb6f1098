//! A docx for who wants to write it again with something in it: its members as they lie in the container, where its text
//! stands, and the parts that say what belongs together.

use super::Gb18030;
use super::docx::trace::{self, Traced};
use super::package::{self, Relationships};
use super::sniff::{self, Kind};
use super::zip::Zip;
use crate::document::Format;
use crate::member::Member;

/// The part that says what a main part leads to, if it leads nowhere.
const NO_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

/// A docx taken apart.
#[derive(Debug)]
pub struct Docx {
    /// Its members in their order.
    pub parts: Vec<Member>,
    /// Where its text stands.
    pub traced: Traced,
    /// Whether it is digitally signed: any change would break that.
    pub is_signed: bool,
    relationships: Relationships,
    /// The types, the relations and the comments: text and name.
    texts: [Option<(String, String)>; 3],
}

impl Docx {
    /// Takes a file apart; `None` if it is no docx, or one whose text cannot be traced.
    pub fn open(bytes: &[u8], gb18030: Gb18030<'_>) -> Option<Self> {
        let Ok(Kind::Container(zip, Format::Docx, read)) = sniff::sniff(bytes) else { return None };
        let parts = zip.parts().ok()?;
        let is_signed = zip.names().any(|name| name.starts_with("_xmlsignatures/"));
        let traced = trace::trace(&zip, |zip| read(zip, gb18030).ok())?;
        let relationships = package::relationships(&zip, &traced.main).ok()?;
        let (folder, file) = traced.main.rsplit_once('/').unwrap_or(("", &traced.main));
        let rels = format!("{folder}/_rels/{file}.rels");
        let comments =
            relationships.values().find(|(kind, _)| kind == "comments").map(|(_, name)| name.clone());
        let types = "[Content_Types].xml".to_owned();
        let texts = [
            Some((text(&zip, &types)?, types)),
            // A document that leads nowhere needs no such part.
            Some((text(&zip, &rels).unwrap_or_else(|| NO_RELATIONS.to_owned()), rels)),
            match comments {
                Some(name) => Some((text(&zip, &name)?, name)),
                None => None,
            },
        ];
        Some(Self { parts, traced, is_signed, relationships, texts })
    }

    /// The part that says what kind each part is: its name and text.
    pub fn types(&self) -> Option<(&str, &str)> {
        self.text_at(0)
    }

    /// The part that says what the main part leads to.
    pub fn relations(&self) -> Option<(&str, &str)> {
        self.text_at(1)
    }

    /// The comments, if there are any.
    pub fn comments(&self) -> Option<(&str, &str)> {
        self.text_at(2)
    }

    /// Whether the main part leads to something under this id.
    pub fn has_relation(&self, id: &str) -> bool {
        self.relationships.contains_key(id)
    }

    fn text_at(&self, at: usize) -> Option<(&str, &str)> {
        self.texts.get(at)?.as_ref().map(|(text, name)| (name.as_str(), text.as_str()))
    }
}

fn text(zip: &Zip<'_>, name: &str) -> Option<String> {
    String::from_utf8(zip.read(name).ok()??).ok()
}
