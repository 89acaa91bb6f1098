//! The text of a document part: a walk over its events that keeps the few things open that matter.

use super::frame::{Frame, Outline, Paragraph, Role};
use super::styles::{Styles, mark, outline};
use crate::read::ReadError;
use crate::read::block::{Block, Merge, RawCell, RawRow, RawTable};
use crate::read::counts::Counts;
use crate::read::equation;
use crate::read::numbering::{Numbered, Numbering, apart};
use crate::read::omitted::{Marks, Why, settle};
use crate::read::symbol::symbol;
use crate::read::xml::{Element, Event, Xml};

/// Reads a part.
#[derive(Debug)]
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    pub(super) counts: &'a mut Counts,
    roles: Vec<Role>,
    frames: Vec<Frame>,
    /// For each story (the part, and each text box inside it) the open fields: whether the code is being read.
    pub(super) fields: Vec<Vec<bool>>,
    /// The code of the field that began last.
    pub(super) code: String,
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
        let (roles, fields, code) = (Vec::new(), vec![Vec::new()], String::new());
        let mut body = Self { styles, numbering, counts, roles, frames, fields, code };
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
            (
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
                Role::Table
            }
            "tblGrid" => Role::GridColumns,
            "tr" if in_table => {
                if let Some(table) = self.table() {
                    table.rows.push(RawRow::default());
                }
                Role::Row
            }
            "tc" if in_table => {
                if let Some(row) = self.table().and_then(|table| table.rows.last_mut()) {
                    row.cells.push(RawCell::default());
                }
                self.frames.push(Frame::Blocks(Vec::new(), None));
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
            "fldChar" => self.field(element.attribute("fldCharType").as_deref()),
            "instrText" => return Role::Code,
            "commentReference" => self.counts.comments += 1,
            "drawing" | "pict" | "object" => return Role::Drawing,
            "AlternateContent" | "Choice" | "ruby" | "rubyBase" => return Role::Transparent,
            _ => return Role::Skipped,
        }
        Role::Skipped
    }

    fn paragraph_property(&mut self, element: &Element<'_>) -> Role {
        let Some(paragraph) = self.paragraph() else { return Role::Skipped };
        match element.name() {
            "pStyle" => paragraph.style = element.val(),
            "outlineLvl" => paragraph.outline = Some(Outline(outline(element.number()))),
            "numPr" | "listPr" => return Role::List,
            "t" => paragraph.label = element.val(),
            "numId" => paragraph.list = element.number(),
            "ilvl" => paragraph.list_level = element.number().map(|level| level as usize),
            "rPr" => return Role::MarkProperties,
            _ => {}
        }
        Role::Skipped
    }

    fn run_property(&mut self, element: &Element<'_>) -> Role {
        let styles = self.styles;
        if let Some(paragraph) = self.paragraph() {
            match element.name() {
                "rStyle" => {
                    paragraph.run_style = element.val().map(|id| styles.marks(&id)).unwrap_or_default();
                }
                _ => mark(element, &mut paragraph.run),
            }
        }
        Role::Skipped
    }

    fn table_property(&mut self, element: &Element<'_>) -> Role {
        // Inside `tcPr` the frame of the cell lies above that of its table.
        let table = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Table(table) => Some(table),
            _ => None,
        });
        let Some(table) = table else { return Role::Skipped };
        match element.name() {
            "gridCol" => table.widths.push(element.attribute("w").and_then(|w| w.parse().ok()).unwrap_or(0)),
            "gridBefore" => {
                table.rows.last_mut().into_iter().for_each(|row| row.before = element.number().unwrap_or(0));
            }
            "hidden" if element.is_on() => {
                table.rows.last_mut().into_iter().for_each(|row| row.deleted = true);
                self.counts.omitted.add(Why::Hidden);
            }
            "del" => table.rows.last_mut().into_iter().for_each(|row| row.deleted = true),
            name => {
                if let Some(cell) = table.cell() {
                    match name {
                        "gridSpan" => cell.span = element.number().unwrap_or(1),
                        "vMerge" | "vmerge" => cell.vertical = Merge::from_val(element.val().as_deref()),
                        "hMerge" | "hmerge" => cell.horizontal = Merge::from_val(element.val().as_deref()),
                        _ => {}
                    }
                }
            }
        }
        Role::Skipped
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.fields.last().is_some_and(|fields| fields.contains(&true)) {
            return;
        }
        let Some(Frame::Paragraph(paragraph)) = self.frames.last_mut() else { return };
        let style = paragraph.style.as_ref().map(|id| self.styles.marks(id)).unwrap_or_default();
        let marks = paragraph.run.or(paragraph.run_style).or(style);
        self.counts.omitted.write(marks, text, &mut paragraph.text);
    }

    fn end(&mut self, role: Role) {
        match role {
            Role::Paragraph => {
                if let Some(Frame::Paragraph(paragraph)) = self.frames.pop() {
                    self.end_paragraph(paragraph);
                }
            }
            Role::Table => {
                if let Some(Frame::Table(table)) = self.frames.pop() {
                    self.emit(table.finish());
                }
            }
            Role::Cell | Role::TextBox => {
                if role == Role::TextBox {
                    self.fields.pop();
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

    fn paragraph(&mut self) -> Option<&mut Paragraph> {
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
