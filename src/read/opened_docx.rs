//! A docx for who wants to write it again with something in it: its members as they lie in the container, where its text
//! stands, and the parts that say what belongs together.

use super::Gb18030;
use super::docx::trace::{self, Traced};
use super::package::{self, Relationships};
use super::sniff::{self, Kind};
use super::xml::{Event, Xml};
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
    /// The part that says what kind each part is.
    pub types: Part,
    /// The part that says what the main part leads to.
    pub relations: Part,
    /// The comments, if there are any.
    pub comments: Option<Part>,
    /// The highest number that a comment has, if there is one.
    pub last_comment: Option<usize>,
    relationships: Relationships,
}

/// A part of text.
#[derive(Debug)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
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
        let name = "[Content_Types].xml".to_owned();
        let types = Part { text: text(&zip, &name)?, name };
        // A document that leads nowhere needs no such part.
        let text_of_rels = text(&zip, &rels).unwrap_or_else(|| NO_RELATIONS.to_owned());
        let relations = Part { text: text_of_rels, name: rels };
        let comments = match comments {
            Some(name) => Some(Part { text: text(&zip, &name)?, name }),
            None => None,
        };
        let last_comment = comments.as_ref().and_then(|part| highest(&part.text));
        Some(Self { parts, traced, is_signed, types, relations, comments, last_comment, relationships })
    }

    /// Whether the main part leads to something under this id.
    pub fn has_relation(&self, id: &str) -> bool {
        self.relationships.contains_key(id)
    }

    /// Whether a member has this name; names of parts know no case.
    pub fn has_part(&self, name: &str) -> bool {
        self.parts.iter().any(|part| part.is_called(name))
    }
}

fn text(zip: &Zip<'_>, name: &str) -> Option<String> {
    String::from_utf8(zip.read(name).ok()??).ok()
}

/// The highest number of a comment.
fn highest(comments: &str) -> Option<usize> {
    let mut xml = Xml::new(comments);
    let mut highest = None;
    while let Ok(Some(event)) = xml.next() {
        if let Event::Start(element) = event
            && element.name() == "comment"
        {
            highest = highest.max(element.attribute("id").and_then(|id| id.parse().ok()));
        }
    }
    highest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_number_is_found_however_it_is_written() {
        assert_eq!(highest("<w:comments/>"), None);
        let several =
            "<w:comments><w:comment w:author='id=77' w:id='3'/><w:comment\n w:id=\"11\"/></w:comments>";
        assert_eq!(highest(several), Some(11));
    }
}
