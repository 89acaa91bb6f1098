//! The text of a document: a walk over its events that keeps the few things open that matter.

use super::frame::{Frame, Paragraph, Role};
use super::lists::{List, Lists};
use super::styles::Styles;
use super::table::Table;
use crate::read::ReadError;
use crate::read::block::Block;
use crate::read::colour::Colour;
use crate::read::counts::Counts;
use crate::read::limits::Budget;
use crate::read::omitted::{Marks, Why, settle};
use crate::read::xml::{Element, Event, Xml};

/// Reads a document.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) styles: &'a Styles,
    pub(super) lists: &'a mut Lists,
    counts: &'a mut Counts,
    budget: Budget,
    roles: Vec<Role>,
    pub(super) frames: Vec<Frame>,
    pub(super) open: Vec<List>,
    notes: Vec<Block>,
    /// For each span that is open, what left out text around it.
    spans: Vec<Marks>,
    /// For each cell that is open its ground.
    pub(super) grounds: Vec<Option<Colour>>,
}

impl<'a> Body<'a> {
    /// The blocks of the body, and those of its notes.
    pub(super) fn read(
        source: &str,
        styles: &'a Styles,
        lists: &'a mut Lists,
        counts: &'a mut Counts,
    ) -> Result<(Vec<Block>, Vec<Block>), ReadError> {
        let mut body = Self {
            styles,
            lists,
            counts,
            budget: Budget::default(),
            roles: Vec::new(),
            frames: vec![Frame::Blocks(Vec::new())],
            open: Vec::new(),
            notes: Vec::new(),
            spans: Vec::new(),
            grounds: Vec::new(),
        };
        let mut xml = Xml::new(source);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => {
                    let role = body.start(&element);
                    body.roles.push(role);
                }
                Event::End => {
                    if let Some(role) = body.roles.pop() {
                        body.end(role)?;
                    }
                }
                Event::Text(text) => {
                    if !matches!(body.roles.last(), Some(Role::Skipped | Role::Changes))
                        && let Some(Frame::Paragraph(paragraph)) = body.frames.last_mut()
                    {
                        paragraph.inline.push(&text, paragraph.marks, &mut body.counts.omitted);
                    }
                }
            }
        }
        let blocks = match body.frames.into_iter().next() {
            Some(Frame::Blocks(blocks)) => blocks,
            _ => Vec::new(),
        };
        Ok((blocks, body.notes))
    }

    fn start(&mut self, element: &Element<'_>) -> Role {
        let parent = self.roles.last().copied().unwrap_or(Role::Transparent);
        let name = element.name();
        match parent {
            Role::Skipped => return Role::Skipped,
            Role::Changes => {
                self.counts.insertions += usize::from(name == "insertion");
                self.counts.deletions += usize::from(name == "deletion");
                return Role::Changes;
            }
            // Beside its body a note has the mark that cites it.
            Role::Note if name != "note-body" => return Role::Skipped,
            _ => {}
        }
        let get = |name: &str| element.attribute(name);
        let is_hidden = || get("is-hidden").is_some_and(|hidden| hidden == "true");
        match name {
            "tracked-changes" => Role::Changes,
            "annotation" => {
                self.counts.comments += 1;
                Role::Skipped
            }
            // Definitions, fields of a form, how a word is pronounced, and what describes a drawing.
            "styles" | "automatic-styles" | "master-styles" | "font-face-decls" | "scripts" | "forms"
            | "desc" | "note-citation" | "script" => Role::Skipped,
            "ruby-text" => {
                self.counts.omitted.add(Why::Ruby);
                Role::Skipped
            }
            "p" | "h" if !matches!(self.frames.last(), Some(Frame::Paragraph(_))) => self.paragraph(element),
            "span" => self
                .span(get("style-name").map(|style| self.styles.marks("text", &style)).unwrap_or_default()),
            // What a form asks to be filled in, unless a program filled it in here.
            "placeholder" => {
                self.counts.omitted.add(Why::Prompt);
                Role::Skipped
            }
            "hidden-text" => self.span(Marks { hidden: Some(is_hidden()), ..Marks::default() }),
            "hidden-paragraph" if is_hidden() => {
                // The paragraph stays hidden to its end.
                if let Some(Frame::Paragraph(paragraph)) = self.frames.last_mut() {
                    paragraph.hidden = true;
                    paragraph.marks.hidden = Some(true);
                }
                Role::Transparent
            }
            "section"
                if get("display")
                    .is_some_and(|display| display == "none" || display == "condition" && is_hidden()) =>
            {
                self.counts.omitted.add(Why::Hidden);
                Role::Skipped
            }
            "list" => self.list(element),
            "list-item" | "list-header" => {
                if let Some(list) = self.open.last_mut() {
                    list.fresh = name == "list-item";
                    list.start = get("start-value").and_then(|start| start.parse().ok());
                }
                Role::Item
            }
            "note" => Role::Note,
            "note-body" => self.blocks(Role::NoteBody),
            "frame" | "custom-shape" | "rect" | "ellipse" | "circle" | "polygon" | "path" | "caption"
            | "regular-polygon" | "line" | "connector"
                if parent != Role::Drawing =>
            {
                self.blocks(Role::Drawing)
            }
            "image" if parent == Role::Drawing => {
                self.counts.pictures += 1;
                Role::Skipped
            }
            "object" | "object-ole" if parent == Role::Drawing => {
                self.counts.objects += 1;
                Role::Skipped
            }
            // The title of a drawing, whereas elsewhere it is a field that shows the document's.
            "title" if parent == Role::Drawing => Role::Skipped,
            "table" | "sub-table" if !matches!(self.frames.last(), Some(Frame::Paragraph(_))) => {
                self.frames.push(Frame::Table(Table::default()));
                Role::Table
            }
            "table-column" | "table-row" | "table-cell" | "covered-table-cell" => self.part_of_table(element),
            _ => {
                if let Some(paragraph) = self.shown() {
                    paragraph.inline.element(element);
                }
                Role::Transparent
            }
        }
    }

    fn span(&mut self, marks: Marks) -> Role {
        let paragraph = match self.frames.last_mut() {
            Some(Frame::Paragraph(paragraph)) => Some(&mut paragraph.marks),
            _ => None,
        };
        self.spans.push(paragraph.as_deref().copied().unwrap_or_default());
        if let Some(around) = paragraph {
            *around = marks.or(*around);
        }
        Role::Span
    }

    fn blocks(&mut self, role: Role) -> Role {
        self.frames.push(Frame::Blocks(Vec::new()));
        role
    }

    fn part_of_table(&mut self, element: &Element<'_>) -> Role {
        let styles = self.styles;
        let Some(Frame::Table(table)) = self.frames.last_mut() else { return Role::Transparent };
        match element.name() {
            "table-column" => {
                let width = element.attribute("style-name").and_then(|style| styles.width(&style));
                table.column(element, width);
                Role::Transparent
            }
            "table-row" => {
                table.row(element);
                Role::Row
            }
            "table-cell" => {
                table.cell(element);
                let style = element.attribute("style-name").unwrap_or_default();
                self.grounds.push(styles.marks("table-cell", &style).ground);
                self.blocks(Role::Cell)
            }
            // What is under another cell is not shown.
            _ => {
                table.covered(element);
                Role::Skipped
            }
        }
    }

    fn end(&mut self, role: Role) -> Result<(), ReadError> {
        match role {
            Role::Span => {
                if let Some(around) = self.spans.pop()
                    && let Some(Frame::Paragraph(paragraph)) = self.frames.last_mut()
                    && !paragraph.hidden
                {
                    paragraph.marks = around;
                }
            }
            Role::Paragraph => {
                if let Some(Frame::Paragraph(mut paragraph)) = self.frames.pop() {
                    settle(&mut paragraph.inline.text, &mut self.counts.omitted);
                    let hides = paragraph.marks.why().is_some() && paragraph.inline.text.is_empty();
                    let mut blocks = Vec::new();
                    if !hides {
                        let text = paragraph.label.unwrap_or_default() + &paragraph.inline.text;
                        blocks.push(Block::Paragraph(text, paragraph.level));
                    }
                    blocks.extend(paragraph.after);
                    self.emit(blocks);
                }
            }
            Role::List => {
                if let Some(list) = self.open.pop()
                    && list.level == 0
                {
                    self.lists.end(list.style, list.id, list.counts);
                }
            }
            Role::NoteBody => {
                if let Some(Frame::Blocks(mut blocks)) = self.frames.pop() {
                    self.notes.append(&mut blocks);
                }
            }
            Role::Drawing => {
                if let Some(Frame::Blocks(blocks)) = self.frames.pop() {
                    self.counts.boxes += usize::from(!blocks.is_empty());
                    self.emit(blocks);
                }
            }
            Role::Cell => {
                self.grounds.pop();
                if let Some(Frame::Blocks(blocks)) = self.frames.pop()
                    && let Some(Frame::Table(table)) = self.frames.last_mut()
                {
                    table.end_cell(blocks);
                    table.repeat_cell(&mut self.budget)?;
                }
            }
            Role::Row => {
                if let Some(Frame::Table(table)) = self.frames.last_mut() {
                    table.end_row(&mut self.budget)?;
                }
            }
            Role::Table => {
                if let Some(Frame::Table(table)) = self.frames.pop() {
                    self.emit(table.finish());
                }
            }
            Role::Transparent | Role::Skipped | Role::Item | Role::Note | Role::Changes => {}
        }
        Ok(())
    }

    /// Hands finished blocks to what is around them.
    fn emit(&mut self, mut blocks: Vec<Block>) {
        match self.frames.last_mut() {
            Some(Frame::Blocks(into)) => into.append(&mut blocks),
            Some(Frame::Paragraph(paragraph)) => paragraph.after.append(&mut blocks),
            Some(Frame::Table(table)) => table.end_cell(blocks),
            None => {}
        }
    }

    /// The paragraph that text goes into, unless it is hidden here.
    fn shown(&mut self) -> Option<&mut Paragraph> {
        match self.frames.last_mut() {
            Some(Frame::Paragraph(paragraph)) if paragraph.marks.why().is_none() => Some(paragraph),
            _ => None,
        }
    }
}
