//! Paragraphs, headings and lists: where they begin, and with which label.

use super::body::Body;
use super::frame::{Frame, Paragraph, Role};
use super::lists::List;
use super::styles::USUAL;
use crate::read::numbering::Counts;
use crate::read::omitted::Marks;
use crate::read::xml::Element;

impl Body<'_> {
    /// A paragraph or heading begins.
    pub(super) fn paragraph(&mut self, element: &Element<'_>) -> Role {
        let get = |name: &str| element.attribute(name);
        let number = |name: &str| get(name).and_then(|n| n.parse::<u32>().ok());
        let style = get("style-name").or_else(|| get("cond-style-name")).unwrap_or_default();
        let usual =
            Marks { size: Some(USUAL), ground: self.grounds.last().copied().flatten(), ..Marks::default() };
        let marks = self.styles.marks("paragraph", &style).or(usual);
        let mut paragraph = Paragraph { marks, ..Paragraph::default() };
        paragraph.label = self.item_label();
        if element.name() == "h" {
            let level = number("outline-level").unwrap_or(1).clamp(1, 9);
            paragraph.level = u8::try_from(level).ok();
            let is_unnumbered = get("is-list-header").is_some_and(|on| on == "true")
                || self.styles.list(&style).is_some_and(str::is_empty);
            if self.open.last().is_none_or(|list| list.frames != self.frames.len()) && !is_unnumbered {
                let start = number("start-value");
                paragraph.label = self.lists.chapter(level as usize - 1, start);
            }
        }
        self.frames.push(Frame::Paragraph(paragraph));
        Role::Paragraph
    }

    /// The label of the list item that a paragraph begins, if it does.
    fn item_label(&mut self) -> Option<String> {
        let frames = self.frames.len();
        let list = self.open.last_mut().filter(|list| list.frames == frames && list.fresh)?;
        list.fresh = false;
        let (style, level, start) = (list.style.clone(), list.level, list.start.take());
        let root = self.open.iter_mut().rfind(|list| list.level == 0)?;
        self.lists.label(&style, level, start, &mut root.counts)
    }

    /// A list begins, perhaps inside another.
    pub(super) fn list(&mut self, element: &Element<'_>) -> Role {
        let get = |name: &str| element.attribute(name);
        let frames = self.frames.len();
        let outer = self.open.last().filter(|list| list.frames == frames);
        let style = get("style-name").or_else(|| outer.map(|list| list.style.clone())).unwrap_or_default();
        let level = outer.map_or(0, |list| list.level.saturating_add(1));
        let counts = if level == 0 {
            let goes_on = get("continue-numbering").is_some_and(|on| on == "true");
            self.lists.begin(&style, get("continue-list").as_deref(), goes_on)
        } else {
            Counts::default()
        };
        self.open.push(List { style, level, counts, id: get("id"), frames, fresh: false, start: None });
        Role::List
    }
}
