//! Groups and text: what the tokens of the file mean.

use super::charset::Pending;
use super::header::{Fonts, Styles, outline};
use super::lex::{Lexer, Token};
use super::rows::RowProperties;
use super::state::{Begun, Destination, State};
use super::story::Story;
use crate::read::block::Block;
use crate::read::colour::Colour;
use crate::read::counts::Counts;
use crate::read::equation;
use crate::read::limits::{self, Budget};
use crate::read::omitted::Why;
use crate::read::{ErrorKind, Gb18030, ReadError};

/// What a file holds.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) body: Vec<Block>,
    pub(super) footnotes: Vec<Block>,
    pub(super) endnotes: Vec<Block>,
    pub(super) notes: Vec<String>,
}

/// Reads a file.
pub(super) struct Reader<'a> {
    pub(super) lexer: Lexer<'a>,
    pub(super) gb18030: Gb18030<'a>,
    pub(super) budget: Budget,
    pub(super) fonts: Fonts,
    pub(super) styles: Styles,
    /// `\deff`.
    pub(super) default_font: i32,
    /// The groups around the one that is being read.
    outer: Vec<State>,
    pub(super) state: State,
    /// `\*` was read: the group may be skipped by who does not know it.
    pub(super) optional: bool,
    /// The token before began a group.
    first: bool,
    /// Bytes that still stand in for the last `\u`.
    pub(super) skip: usize,
    /// The first half of a surrogate pair.
    pub(super) high: Option<u16>,
    pub(super) pending: Pending,
    /// The stories around the one that is being read, each with the properties of its rows.
    stories: Vec<(Story, RowProperties)>,
    pub(super) story: Story,
    pub(super) row: RowProperties,
    /// The properties of the rows around, while those of a nested one are read.
    rows: Vec<RowProperties>,
    footnotes: Vec<Block>,
    endnotes: Vec<Block>,
    pub(super) counts: Counts,
    /// Whether the text before was deleted, inserted, so that what belongs together is counted once.
    pub(super) was: (bool, bool),
    /// The colours, and the components of the one that is being read.
    pub(super) colours: Vec<Colour>,
    pub(super) colour: [Option<i32>; 3],
    /// Characters of code pages that are not read.
    pub(super) unknown: usize,
    /// The code of the field that is being read.
    pub(super) code: String,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], gb18030: Gb18030<'a>) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        Self {
            lexer: Lexer::new(bytes.trim_ascii_start()),
            gb18030,
            budget: Budget::default(),
            fonts: Fonts::default(),
            styles: Styles::default(),
            default_font: 0,
            outer: Vec::new(),
            state: State::default(),
            optional: false,
            first: false,
            skip: 0,
            high: None,
            pending: Pending::default(),
            stories: Vec::new(),
            story: Story::default(),
            row: RowProperties::default(),
            rows: Vec::new(),
            footnotes: Vec::new(),
            endnotes: Vec::new(),
            counts: Counts::default(),
            was: (false, false),
            colours: Vec::new(),
            code: String::new(),
            colour: [None; 3],
            unknown: 0,
        }
    }

    pub(super) fn read(mut self) -> Result<Content, ReadError> {
        while let Some(token) = self.lexer.next() {
            if !matches!(token, Token::Text(_) | Token::Hex(_)) {
                self.flush()?;
            }
            let first = std::mem::replace(&mut self.first, matches!(token, Token::Open));
            match token {
                Token::Open => self.open()?,
                Token::Close if self.outer.is_empty() => {}
                Token::Close => {
                    self.close();
                    // Some exporters close a group too many: then the file goes on with a group or a control word.
                    let rest = self.lexer.rest().trim_ascii_start();
                    if self.outer.is_empty() && !rest.starts_with(b"\\") && !rest.starts_with(b"{\\") {
                        break;
                    }
                }
                Token::Word(name, number) => {
                    let optional = std::mem::take(&mut self.optional);
                    self.word(name, number, optional)?;
                }
                // OpenOffice wrote the mark inside groups, too, where it means nothing.
                Token::Symbol(b'*') => self.optional = first,
                Token::Symbol(symbol) => {
                    if !self.stands_in(1) {
                        self.symbol(symbol)?;
                    }
                }
                Token::Hex(byte) => self.hex(byte),
                Token::Text(text) => self.bytes(text),
            }
        }
        self.flush()?;
        self.finish()
    }

    fn finish(mut self) -> Result<Content, ReadError> {
        let mut notes = Vec::new();
        let open = self.outer.len();
        if open > 1 || self.lexer.missing > 0 {
            return Err(ReadError::new(ErrorKind::Truncated));
        }
        if open == 1 {
            notes.push("文件没有正常结尾，末尾可能缺少内容，请与原文核对".into());
        }
        let after =
            self.lexer.rest().iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != 0).count();
        if after > 16 {
            notes.push("文件结尾之后还有内容，未读取".into());
        }
        if self.unknown > 0 {
            notes.push(format!("有 {} 个字的编码不能识别，已用“\u{fffd}”代替，请核对原文", self.unknown));
        }
        self.end_story();
        self.counts.omitted.merge(&self.story.omitted);
        notes.extend(self.counts.notes());
        let body = self.story.finish(&self.row);
        Ok(Content { body, footnotes: self.footnotes, endnotes: self.endnotes, notes })
    }

    fn open(&mut self) -> Result<(), ReadError> {
        self.skip = 0;
        self.optional = false;
        self.budget.node()?;
        self.outer.push(self.state);
        limits::within(self.outer.len(), limits::DEPTH, ErrorKind::TooDeep)?;
        self.state.begun = None;
        self.state.unicode = None;
        Ok(())
    }

    fn close(&mut self) {
        self.skip = 0;
        self.optional = false;
        let begun = self.state.begun;
        if self.outer.len() == 1 || begun.is_some_and(|begun| begun != Begun::RowProperties) {
            self.end_story();
        }
        let was_code = self.state.destination == Destination::Code;
        if let Some(state) = self.outer.pop() {
            self.state = state;
        }
        if was_code && self.state.destination != Destination::Code {
            self.equation();
        }
        match begun {
            Some(Begun::RowProperties) => self.row = self.rows.pop().unwrap_or_default(),
            Some(begun) => {
                self.counts.omitted.merge(&self.story.omitted);
                let blocks = std::mem::take(&mut self.story).finish(&self.row);
                (self.story, self.row) = self.stories.pop().unwrap_or_default();
                match begun {
                    Begun::Footnote => self.footnotes.extend(blocks),
                    Begun::Endnote => self.endnotes.extend(blocks),
                    _ => self.story.after.extend(blocks),
                }
            }
            None => {}
        }
    }

    /// The code of a field ends: that of an equation is what it shows.
    fn equation(&mut self) {
        let code = std::mem::take(&mut self.code);
        if self.state.destination == Destination::Text
            && !self.state.characters.deleted
            && let Some((text, ruby)) = equation::shown(&code)
        {
            let omitted = &mut self.story.omitted;
            omitted.write(self.state.characters.marks, text, &mut self.story.text);
            if ruby {
                omitted.add(Why::Ruby);
            }
        }
    }

    /// Ends the last paragraph of a story, which need not have a mark of its own.
    fn end_story(&mut self) {
        if !self.story.is_blank() {
            let level = self.level();
            self.story.end_paragraph(self.state.paragraph.depth(), level, &self.row);
        }
    }

    /// The group turns out to begin a story or the like.
    pub(super) fn begin(&mut self, begun: Begun) {
        // A group begins at most one, and one may only end where its group does.
        if self.state.begun.is_some() || self.outer.is_empty() {
            return;
        }
        self.state.begun = Some(begun);
        if begun == Begun::RowProperties {
            self.rows.push(std::mem::take(&mut self.row));
            self.state.destination = Destination::RowProperties;
        } else {
            self.stories.push((std::mem::take(&mut self.story), std::mem::take(&mut self.row)));
            self.state.destination = Destination::Text;
            self.state.paragraph = super::state::Paragraph::default();
        }
    }

    /// The destination of the group around.
    pub(super) fn around(&self) -> Option<&State> {
        self.outer.last()
    }

    pub(super) fn end_paragraph(&mut self) -> Result<(), ReadError> {
        self.budget.node()?;
        if self.state.characters.deleted {
            // The text goes on in the next paragraph.
            return Ok(());
        }
        let level = self.level();
        self.story.end_paragraph(self.state.paragraph.depth(), level, &self.row);
        Ok(())
    }

    /// `\cell` for `nested` = 1, `\nestcell` for 2.
    pub(super) fn end_cell(&mut self, nested: usize) -> Result<(), ReadError> {
        self.budget.node()?;
        let level = self.level();
        self.story.end_cell(self.depth(nested), level, &self.row);
        Ok(())
    }

    /// `\row` for `nested` = 1, `\nestrow` for 2.
    pub(super) fn end_row(&mut self, nested: usize) -> Result<(), ReadError> {
        for _ in 0..=self.row.len() {
            self.budget.node()?;
        }
        self.story.end_row(self.depth(nested), &self.row);
        Ok(())
    }

    fn depth(&self, nested: usize) -> usize {
        if nested == 1 { 1 } else { self.state.paragraph.depth().max(nested) }
    }

    fn level(&self) -> Option<u8> {
        let paragraph = &self.state.paragraph;
        paragraph.outline.map_or_else(|| self.styles.level(paragraph.style), outline)
    }
}
