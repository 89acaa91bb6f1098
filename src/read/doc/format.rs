//! Properties of characters and paragraphs (MS-DOC 2.6) as far as they change what is read.

use super::sprm::Sprm;
use crate::read::bytes::{array, u16_at};
use crate::read::colour::Colour;
use crate::read::omitted::Marks;

/// What a run of characters is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent flags of the format")]
pub(super) struct Character {
    /// Deleted by a tracked change (`sprmCFRMarkDel`).
    pub(super) deleted: bool,
    /// Inserted by a tracked change (`sprmCFRMark`).
    pub(super) inserted: bool,
    /// Hidden (`sprmCFVanish`), struck (`sprmCFStrike`), raised (`sprmCIss`, `sprmCHpsPos`), white (`sprmCCv`, `sprmCIco`), and
    /// its size (`sprmCHps`).
    pub(super) marks: Marks,
    /// Its characters stand for something else (`sprmCFSpec`).
    pub(super) special: bool,
    /// A picture shows an embedded object (`sprmCFOle2`, `sprmCFObj`).
    pub(super) object: bool,
    /// A picture is no picture but the data of a field (`sprmCFData`).
    pub(super) data: bool,
    /// The number of a symbol font, and the character in it (`sprmCSymbol`).
    pub(super) symbol: Option<(u16, u16)>,
    /// The style of the run (`sprmCIstd`).
    pub(super) style: Option<u16>,
}

impl Character {
    /// Applies a property. `style` is what the style says of leaving out the text.
    pub(super) fn apply(&mut self, sprm: &Sprm<'_>, style: Marks) {
        let on = sprm.byte() != 0;
        // A toggle (2.2.5.1): 0x80 is as the style says, 0x81 the contrary.
        let toggle = |styled: Option<bool>| match sprm.byte() {
            0x80 => styled == Some(true),
            0x81 => styled != Some(true),
            value => value != 0,
        };
        let marks = &mut self.marks;
        match sprm.code {
            0x0800 => self.deleted = on,
            0x0801 => self.inserted = on,
            0x083c => marks.hidden = Some(toggle(style.hidden)),
            0x0837 => marks.struck = Some(toggle(style.struck)),
            0x2a53 => marks.struck = Some(on || marks.struck == Some(true)),
            0x2a48 => marks.raised = Some(on),
            0x4845 => marks.raised = Some(sprm.word() != 0),
            0x4a43 => marks.size = Some(sprm.word()),
            // Squeezed to nothing.
            0x4852 if sprm.word() <= 10 => marks.hidden = Some(true),
            0x2a42 => marks.colour = Some(palette(sprm.byte()).unwrap_or(Colour::Auto)),
            0x6870 => marks.colour = Some(array(sprm.operand, 0).map_or(Colour::Auto, rgb)),
            0x2a0c => marks.ground = palette(sprm.byte()),
            0x4866 if sprm.word() != 0 => marks.ground = Some(Colour::Auto),
            // Colours before and behind, and the pattern, which for none is the colour behind.
            0xca71 => {
                let pattern = u16_at(sprm.operand, 8).unwrap_or(0);
                let behind = array(sprm.operand, 4).map_or(Colour::Auto, rgb);
                marks.ground = match (pattern, behind) {
                    (0, Colour::Auto) => None,
                    (0, behind) => Some(behind),
                    _ => Some(Colour::Auto),
                };
            }
            0x0855 => self.special = on,
            0x080a | 0x0856 => self.object = on,
            0x0806 => self.data = on,
            0x6a09 => {
                self.symbol = u16_at(sprm.operand, 0).zip(u16_at(sprm.operand, 2));
                self.special = true;
            }
            0x4a30 => self.style = Some(sprm.word()),
            _ => {}
        }
    }
}

/// A colour by its number (`Ico`, 2.9.119); that of the number 0 is automatic.
fn palette(number: u8) -> Option<Colour> {
    const NAMES: [&str; 16] = [
        "black", "blue", "cyan", "lime", "magenta", "red", "yellow", "white", "navy", "teal", "green",
        "purple", "maroon", "olive", "gray", "silver",
    ];
    NAMES.get(usize::from(number).checked_sub(1)?).and_then(|name| Colour::named(name))
}

/// A colour by its parts (`COLORREF`, 2.9.43), or automatic.
fn rgb([red, green, blue, automatic]: [u8; 4]) -> Colour {
    if automatic == 0 { Colour::Of([red, green, blue]) } else { Colour::Auto }
}

/// The heading level that a paragraph or a style asks for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outline {
    /// Nothing is said.
    #[default]
    Unsaid,
    /// It is text, whatever its style is.
    Text,
    /// It is a heading of this level, from 1.
    Heading(u8),
}

impl Outline {
    fn of(value: u8) -> Self {
        if value < 9 { Self::Heading(value + 1) } else { Self::Text }
    }
}

/// What a paragraph is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent flags of the format")]
pub(super) struct Paragraph {
    /// Its style.
    pub(super) style: u16,
    /// In a table (`sprmPFInTable`).
    in_table: bool,
    /// How many tables it is in (`sprmPItap`).
    nesting: u32,
    /// The end of a row (`sprmPFTtp`).
    row_end: bool,
    /// The end of a cell of a table in a table (`sprmPFInnerTableCell`).
    pub(super) inner_cell: bool,
    /// The end of a row of a table in a table (`sprmPFInnerTtp`).
    inner_row_end: bool,
    /// The heading level that it asks for itself (`sprmPOutLvl`).
    pub(super) outline: Outline,
    /// Its list (`sprmPIlfo`).
    pub(super) list: Option<i16>,
    /// Its level in the list (`sprmPIlvl`).
    pub(super) list_level: Option<u8>,
}

impl Paragraph {
    /// Applies a property.
    pub(super) fn apply(&mut self, sprm: &Sprm<'_>) {
        let on = sprm.byte() != 0;
        match sprm.code {
            0x4600 => self.style = sprm.word(),
            0x2416 => self.in_table = on,
            0x2417 => self.row_end = on,
            0x6649 => self.nesting = number(sprm.operand),
            0x664a => self.nesting = self.nesting.wrapping_add(number(sprm.operand)),
            0x244b => self.inner_cell = on,
            0x244c => self.inner_row_end = on,
            // 0 to 8 are headings, 9 is body text.
            0x2640 => self.outline = Outline::of(sprm.byte()),
            0x260a => self.list_level = Some(sprm.byte()),
            0x460b => self.list = Some(i16::from_le_bytes(sprm.word().to_le_bytes())),
            _ => {}
        }
    }

    /// How many tables it is in.
    pub(super) fn depth(&self) -> usize {
        let nesting = if self.nesting > 0 { self.nesting } else { u32::from(self.in_table) };
        nesting as usize
    }

    /// Whether it ends a row.
    pub(super) fn ends_row(&self) -> bool {
        self.row_end || self.inner_row_end
    }
}

fn number(operand: &[u8]) -> u32 {
    array(operand, 0).map_or(0, u32::from_le_bytes)
}
