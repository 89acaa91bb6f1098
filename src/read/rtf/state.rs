//! What a group may change, and what holds again after it.

use crate::read::colour::Colour;
use crate::read::omitted::Marks;

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    /// The story that is being read.
    Text,
    /// The label of the paragraph (`\listtext`, `\pntext`).
    Label,
    /// Nowhere.
    Skipped,
    /// Nowhere, but text boxes and pictures inside count (`\shpinst`, `\do`).
    Drawing,
    /// Nowhere, but the properties of rows count (`\nesttableprops`).
    RowProperties,
    /// The code of a field.
    Code,
    /// The name of a font.
    Fonts,
    /// The table of colours.
    Colours,
    /// The name of a style.
    Styles,
}

/// Which of its fonts a text of mixed scripts uses (RTF 1.9.1, "Associated Character Properties").
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// `\loch`, `\hich`, or not said.
    #[default]
    Other,
    /// `\dbch`: East Asian.
    EastAsian,
}

/// The properties of characters, which `\plain` resets.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Characters {
    /// `\f`; `None` is the default font.
    pub(super) font: Option<i32>,
    /// `\dbch\af`.
    pub(super) east_asian: Option<i32>,
    /// The script of the text.
    pub(super) script: Script,
    /// `\v`, `\strike`, `\super` and the like, and its colours.
    pub(super) marks: Marks,
    /// `\deleted`, `\mvf`.
    pub(super) deleted: bool,
    /// `\revised`, `\mvt`.
    pub(super) inserted: bool,
}

/// The properties of a paragraph, which `\pard` resets.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Paragraph {
    /// `\s`.
    pub(super) style: i32,
    /// `\outlinelevel`, which goes before that of the style.
    pub(super) outline: Option<i32>,
    /// `\intbl`.
    in_table: bool,
    /// `\itap`.
    depth: Option<usize>,
    /// `\cbpat`: its ground.
    pub(super) ground: Option<Colour>,
}

impl Paragraph {
    /// `\intbl`.
    pub(super) fn set_in_table(&mut self, on: bool) {
        self.in_table = on;
    }

    /// `\itapN`.
    pub(super) fn set_depth(&mut self, depth: i32) {
        self.depth = usize::try_from(depth).ok();
    }

    /// How many tables the paragraph is in.
    pub(super) fn depth(&self) -> usize {
        match self.depth {
            // Word writes `\itap0` outside and nothing in tables of the first level.
            Some(depth) if depth > 0 => depth,
            _ => usize::from(self.in_table),
        }
    }
}

/// What a group begins, so that its end ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begun {
    /// A text box.
    Box,
    /// A footnote.
    Footnote,
    /// An endnote.
    Endnote,
    /// The properties of a row of a nested table.
    RowProperties,
}

/// A group.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// Where its text goes.
    pub(super) destination: Destination,
    /// Where the text of `\ud` goes, in a group `\upr` whose other text is for readers that know no Unicode.
    pub(super) unicode: Option<Destination>,
    /// The properties of characters.
    pub(super) characters: Characters,
    /// The properties of the paragraph.
    pub(super) paragraph: Paragraph,
    /// `\uc`: how many bytes stand in for a `\u`.
    pub(super) stand_in: usize,
    /// The font whose table entry, or the style whose entry is being read.
    pub(super) entry: i32,
    /// The pictures inside stand for something that is counted itself.
    pub(super) counted: bool,
    /// What the group begins.
    pub(super) begun: Option<Begun>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            destination: Destination::Text,
            unicode: None,
            characters: Characters::default(),
            paragraph: Paragraph::default(),
            stand_in: 1,
            entry: 0,
            counted: false,
            begun: None,
        }
    }
}
