//! The text of a document part: a walk over its events that keeps the few things open that matter.

use super::frame::{Around, Form, Frame, Outline, Paragraph, Role};
use super::styles::Styles;
use crate::read::ReadError;
use crate::read::block::{Block, RawCell, RawRow, RawTable};
use crate::read::counts::Counts;
use crate::read::equation;
use crate::read::numbering::{Numbered, Numbering, apart};
use crate::read::omitted::{Marks, Why, settle};
use crate::read::symbol::symbol;
use crate::read::xml::{Element, Event, Xml};

/// Reads a part.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) styles: &'a Styles,
    numbering: &'a mut Numbering,
    pub(super) counts: &'a mut Counts,
    roles: Vec<Role>,
    pub(super) frames: Vec<Frame>,
    /// For each story (the part, and each text box inside it) the open fields: whether the code is being read.
    pub(super) fields: Vec<Vec<bool>>,
    /// The code of the field that began last.
    pub(super) code: String,
    /// The list that it offers.
    pub(super) form: Form,
    /// What holds around the text that is being read.
    pub(super) around: Around,
}

impl<'a> Body<'a> {
    /// The blocks of a part.
    pub(super) fn read(
        source: &str,
        styles: &'a Styles,
        numbering: &'a mut Numbering,
        counts: &'a mut Counts,
    ) -> Result<Vec<Block>, ReadError> {
        let frames = vec![Frame::Blocks(Vec::new(), None)];
        let mut body = Self {
            styles,
            numbering,
            counts,
            roles: Vec::new(),
            frames,
            fields: vec![Vec::new()],
            code: String::new(),
            form: Form::default(),
            around: Around::default(),
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
                        body.end(role);
                    }
                }
                Event::Text(text) if body.roles.last() == Some(&Role::Text) => body.text(&text),
                Event::Text(code) => {
                    if body.roles.last() == Some(&Role::Code) && body.code.len() < equation::LONGEST {
                        body.code.push_str(&code);
                    }
                }
            }
        }
        Ok(body.frames.pop().map(|frame| body.blocks(frame)).unwrap_or_default())
    }

    /// The blocks of a frame, with the text of a last paragraph that nothing follows.
    fn blocks(&mut self, frame: Frame) -> Vec<Block> {
        let Frame::Blocks(mut blocks, carried) = frame else { return Vec::new() };
        if let Some(mut text) = carried {
            settle(&mut text, &mut self.counts.omitted);
            blocks.push(Block::Paragraph(text, None));
        }
        blocks
    }

    fn start(&mut self, element: &Element<'_>) -> Role {
        let parent = self.roles.last().copied().unwrap_or(Role::Transparent);
        if parent == Role::Skipped {
            return Role::Skipped;
        }
        match (parent, element.name()) {
            (Role::Drawing, name) => self.in_drawing(name),
            (Role::ParagraphProperties | Role::List, _) => self.paragraph_property(element),
            (Role::Form, _) => self.form(element),
            (Role::TableProperties, "tblStyle") => {
                self.around.table_style(element.val().as_deref());
                Role::Skipped
            }
            (Role::ControlProperties, "showingPlcHdr") => {
                self.around.prompt(element.is_on());
                Role::Skipped
            }
            (Role::Table, "tblPr") => Role::TableProperties,
            (Role::Control, "sdtPr") => Role::ControlProperties,
            (Role::RunProperties, _) => self.run_property(element),
            (Role::MarkProperties, name) => {
                if matches!(name, "del" | "moveFrom")
                    && let Some(paragraph) = self.paragraph()
                {
                    paragraph.joins_next = true;
                }
                Role::Skipped
            }
            (Role::RowProperties | Role::CellProperties | Role::GridColumns, _) => {
                self.table_property(element)
            }
            (Role::Run, "rPr") => Role::RunProperties,
            (Role::Paragraph, "pPr") => Role::ParagraphProperties,
            (Role::Row, "trPr") => Role::RowProperties,
            (Role::Cell, "tcPr") => Role::CellProperties,
            (Role::Run, _) => self.in_run(element),
            (Role::TableProperties | Role::ControlProperties, _)
            | (
                _,
                "rPr" | "pPr" | "trPr" | "tcPr" | "tblPr" | "tblPrEx" | "sectPr" | "sdtPr" | "sdtEndPr"
                | "Fallback",
            ) => Role::Skipped,
            (_, "rt") => {
                self.counts.omitted.add(Why::Ruby);
                Role::Skipped
            }
            // Changes and comments of 2003.
            (_, "annotation") => self.annotation(element),
            (_, "del" | "moveFrom") => {
                self.counts.deletions += 1;
                Role::Skipped
            }
            (_, "ins" | "moveTo") => {
                self.counts.insertions += 1;
                Role::Transparent
            }
            (_, name) => self.container(name, element),
        }
    }

    /// A change or a comment as `WordprocessingML` 2003 marks it.
    fn annotation(&mut self, element: &Element<'_>) -> Role {
        match element.attribute("type").as_deref() {
            Some("Word.Deletion") => self.counts.deletions += 1,
            Some("Word.Comment") => self.counts.comments += 1,
            Some("Word.Insertion") => {
                self.counts.insertions += 1;
                return Role::Transparent;
            }
            _ => return Role::Transparent,
        }
        Role::Skipped
    }

    /// An element that may stand anywhere in the text.
    fn container(&mut self, name: &str, element: &Element<'_>) -> Role {
        let in_table = matches!(self.frames.last(), Some(Frame::Table(_)));
        match name {
            "AlternateContent" => {
                self.around.alternatives.push(false);
                Role::Alternatives
            }
            "Choice" if self.around.is_chosen() => Role::Skipped,
            "sdt" => {
                self.around.prompts.push(false);
                Role::Control
            }
            // Raised and lowered parts of formulas, and fractions.
            "sup" | "sub" => {
                self.around.raised += 1;
                Role::Raised
            }
            "den" => {
                self.text("/");
                Role::Transparent
            }
            "p" => {
                self.frames.push(Frame::Paragraph(Paragraph::default()));
                Role::Paragraph
            }
            "r" => {
                if let Some(paragraph) = self.paragraph() {
                    (paragraph.run, paragraph.run_style) = (Marks::default(), Marks::default());
                }
                Role::Run
            }
            "t" => Role::Text,
            "drawing" | "pict" | "object" => Role::Drawing,
            "tbl" => {
                self.frames.push(Frame::Table(RawTable::default()));
                self.around.tables.push(None);
                Role::Table
            }
            "tblGrid" => Role::GridColumns,
            "tr" if in_table => {
                if let Some(table) = self.table() {
                    table.rows.push(RawRow::default());
                }
                self.around.row_is_gone = false;
                self.around.deletions = self.counts.deletions;
                Role::Row
            }
            "tc" if in_table => {
                if let Some(row) = self.table().and_then(|table| table.rows.last_mut()) {
                    row.cells.push(RawCell::default());
                }
                self.frames.push(Frame::Blocks(Vec::new(), None));
                self.around.grounds.push(None);
                Role::Cell
            }
            "footnote" | "endnote" => {
                let is_text = element.attribute("type").is_none_or(|kind| kind == "normal");
                if is_text { Role::Note } else { Role::Skipped }
            }
            "altChunk" => {
                let id = element.attribute("id").unwrap_or_default();
                self.emit(vec![Block::Embedded(id)]);
                Role::Transparent
            }
            _ => Role::Transparent,
        }
    }

    fn in_drawing(&mut self, name: &str) -> Role {
        match name {
            "txbxContent" => {
                self.counts.boxes += 1;
                self.frames.push(Frame::Blocks(Vec::new(), None));
                self.fields.push(Vec::new());
                return Role::TextBox;
            }
            "Fallback" => return Role::Skipped,
            "blip" | "imagedata" => self.counts.pictures += 1,
            "OLEObject" => self.counts.objects += 1,
            _ => {}
        }
        Role::Drawing
    }

    /// A child of a run.
    fn in_run(&mut self, element: &Element<'_>) -> Role {
        match element.name() {
            "t" => return Role::Text,
            "tab" | "ptab" => self.text("\t"),
            "br" | "cr" => self.text("\n"),
            "noBreakHyphen" => self.text("\u{2011}"),
            "sym" => {
                let font = element.attribute("font").unwrap_or_default();
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                self.text(symbol(&font, code.unwrap_or_default()).encode_utf8(&mut [0; 4]));
            }
            "fldChar" => {
                self.field(element.attribute("fldCharType").as_deref());
                return Role::Form;
            }
            "instrText" => return Role::Code,
            "commentReference" => self.counts.comments += 1,
            "drawing" | "pict" | "object" => return Role::Drawing,
            "AlternateContent" => {
                self.around.alternatives.push(false);
                return Role::Alternatives;
            }
            "ruby" | "rubyBase" => return Role::Transparent,
            _ => return Role::Skipped,
        }
        Role::Skipped
    }

    fn end(&mut self, role: Role) {
        match role {
            Role::Paragraph => {
                if let Some(Frame::Paragraph(paragraph)) = self.frames.pop() {
                    self.end_paragraph(paragraph);
                }
            }
            Role::Alternatives => drop(self.around.alternatives.pop()),
            Role::Control => drop(self.around.prompts.pop()),
            Role::Raised => self.around.raised = self.around.raised.saturating_sub(1),
            // What is deleted with its row is told by itself.
            Role::Row if std::mem::take(&mut self.around.row_is_gone) => {
                self.counts.deletions += usize::from(self.counts.deletions == self.around.deletions);
            }
            Role::Table => {
                self.around.tables.pop();
                if let Some(Frame::Table(table)) = self.frames.pop() {
                    self.emit(table.finish());
                }
            }
            Role::Cell | Role::TextBox => {
                if role == Role::TextBox {
                    self.fields.pop();
                } else {
                    self.around.grounds.pop();
                }
                if let Some(frame) = self.frames.pop() {
                    let blocks = self.blocks(frame);
                    self.emit(blocks);
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self, paragraph: Paragraph) {
        let style = paragraph.style.as_deref();
        let carried = match self.frames.last_mut() {
            Some(Frame::Blocks(_, carried)) => carried.take().unwrap_or_default(),
            _ => String::new(),
        };
        let mut text = carried + &paragraph.text;
        if paragraph.joins_next {
            if let Some(Frame::Blocks(_, carried)) = self.frames.last_mut() {
                *carried = Some(text);
            }
            self.emit(paragraph.after);
            return;
        }
        settle(&mut text, &mut self.counts.omitted);
        let level = match paragraph.outline {
            Some(Outline(level)) => level,
            None => style.and_then(|style| self.styles.level(style)),
        };
        let inherited = style.and_then(|style| self.styles.numbered(style));
        let list = paragraph.list.or(inherited.map(|at| at.list)).filter(|&list| list != 0);
        if let Some(label) = paragraph.label {
            text.insert_str(0, &apart(label, "tab"));
        } else if let Some(list) = list {
            let place = paragraph.list_level.or(inherited.map(|at| at.level)).unwrap_or(0);
            if let Some(label) = self.numbering.label(Numbered { list, level: place }) {
                text.insert_str(0, &label);
            }
        }
        let mut blocks = vec![Block::Paragraph(text, level)];
        blocks.extend(paragraph.after);
        self.emit(blocks);
    }

    /// Hands finished blocks to what is around them.
    fn emit(&mut self, mut blocks: Vec<Block>) {
        match self.frames.last_mut() {
            Some(Frame::Blocks(into, _)) => into.append(&mut blocks),
            Some(Frame::Paragraph(paragraph)) => paragraph.after.append(&mut blocks),
            // The end of a cell; anything that stands between cells is kept in the last one, too.
            Some(Frame::Table(table)) => {
                table.cell().into_iter().for_each(|cell| cell.blocks.append(&mut blocks));
            }
            None => {}
        }
    }

    pub(super) fn paragraph(&mut self) -> Option<&mut Paragraph> {
        match self.frames.last_mut() {
            Some(Frame::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        }
    }

    fn table(&mut self) -> Option<&mut RawTable> {
        match self.frames.last_mut() {
            Some(Frame::Table(table)) => Some(table),
            _ => None,
        }
    }
}
