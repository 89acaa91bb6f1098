//! XML as a stream of events, by local names: office programs choose prefixes and even namespaces (strict OOXML) freely.
//!
//! `quick-xml` knows no entities but the five of XML and never expands any other, so there is no entity bomb.

use super::limits::{self, Budget};
use super::{ErrorKind, ReadError};
use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// What comes next in a document.
#[derive(Debug)]
pub(super) enum Event<'a> {
    /// An element begins. An empty element ends at once.
    Start(Element<'a>),
    /// The innermost element ends.
    End,
    /// A piece of text; references are resolved.
    Text(Cow<'a, str>),
}

/// The start tag of an element.
#[derive(Debug)]
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        let name = self.0.name().into_inner();
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// The value of an attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false).flatten().find_map(|attribute| {
            let key = attribute.key.into_inner();
            let local = key.rsplit_once(':').map_or(key, |(_, local)| local);
            if local == name {
                attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
            } else {
                None
            }
        })
    }

    /// The attribute `val`, which holds nearly everything in `WordprocessingML`.
    pub(super) fn val(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub(super) fn number(&self) -> Option<u32> {
        self.val()?.parse().ok()
    }

    /// A switch (ECMA-376-1, 17.17.4): on if it is there and does not say otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off"))
    }
}

/// Reads events and counts what the limits bound.
#[derive(Debug)]
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    budget: Budget,
    ends: bool,
}

impl<'a> Xml<'a> {
    /// Begins to read a document.
    pub(super) fn new(source: &'a str) -> Self {
        Self { reader: Reader::from_str(source), depth: 0, budget: Budget::default(), ends: false }
    }

    /// The next event; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'a>>, ReadError> {
        if std::mem::take(&mut self.ends) {
            self.depth = self.depth.saturating_sub(1);
            return Ok(Some(Event::End));
        }
        loop {
            let raw = self.reader.read_event().map_err(|_| ReadError::new(ErrorKind::Damaged))?;
            let text = match raw {
                Raw::Start(start) => return self.start(start).map(Some),
                Raw::Empty(start) => {
                    self.ends = true;
                    return self.start(start).map(Some);
                }
                Raw::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Event::End));
                }
                Raw::Eof if self.depth > 0 => return Err(ReadError::new(ErrorKind::Damaged)),
                Raw::Eof => return Ok(None),
                Raw::Text(text) => text.into_inner(),
                Raw::CData(text) => text.into_inner(),
                Raw::GeneralRef(reference) => match resolve(&reference) {
                    Some(c) => Cow::Owned(c.to_string()),
                    None => continue,
                },
                _ => continue,
            };
            self.budget.text(&text)?;
            return Ok(Some(Event::Text(text)));
        }
    }

    fn start(&mut self, start: BytesStart<'a>) -> Result<Event<'a>, ReadError> {
        self.budget.node()?;
        self.depth = self.depth.saturating_add(1);
        limits::within(self.depth, limits::DEPTH, ErrorKind::TooDeep)?;
        // An attribute takes four bytes at least, so most elements need no counting.
        if start.attributes_raw().len() > limits::ATTRIBUTES * 4 {
            let count = start.attributes().with_checks(false).count();
            limits::within(count, limits::ATTRIBUTES, ErrorKind::TooManyAttributes)?;
        }
        Ok(Event::Start(Element(start)))
    }
}

fn resolve(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &**reference {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(source: &str) -> Result<String, ErrorKind> {
        let mut xml = Xml::new(source);
        let mut shown = String::new();
        while let Some(event) = xml.next().map_err(|error| error.kind)? {
            match event {
                Event::Start(element) => {
                    shown.extend(["<", element.name(), " ", &format!("{:?}", element.val()), ">"]);
                }
                Event::End => shown.push_str("</>"),
                Event::Text(text) => shown.push_str(&text),
            }
        }
        Ok(shown)
    }

    #[test]
    fn names_are_local_and_references_resolved() {
        let source =
            "<?xml version='1.0'?><w:a w:val='1&amp;2'><x:b/>甲&lt;&#x4e59;<![CDATA[<丙>]]>&bomb;</w:a>";
        assert_eq!(events(source).as_deref(), Ok("<a Some(\"1&2\")><b None></>甲<乙<丙></>"));
    }

    #[test]
    fn limits_hold() {
        let deep = |n: usize| events(&format!("{}{}", "<a>".repeat(n), "</a>".repeat(n))).map(|_| ());
        assert_eq!(deep(limits::DEPTH), Ok(()));
        assert_eq!(deep(limits::DEPTH + 1), Err(ErrorKind::TooDeep));
        let wide = |n: usize| {
            let attributes: Vec<_> = (0..n).map(|i| format!(" a{i}=''")).collect();
            events(&format!("<a{}/>", attributes.concat())).map(|_| ())
        };
        assert_eq!(wide(limits::ATTRIBUTES), Ok(()));
        assert_eq!(wide(limits::ATTRIBUTES + 1), Err(ErrorKind::TooManyAttributes));
    }

    #[test]
    fn what_does_not_end_is_damaged() {
        for source in ["<a><b></a>", "<a>", "<a", "</a>"] {
            assert_eq!(events(source), Err(ErrorKind::Damaged), "{source}");
        }
    }
}
