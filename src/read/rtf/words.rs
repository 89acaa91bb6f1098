//! Control words and symbols: the few of two thousand that change what the text is or where it stands.

use super::charset::Charset;
use super::reader::Reader;
use super::rows::RowProperties;
use super::state::{Begun, Characters, Destination, Paragraph, Script};
use crate::read::ReadError;
use crate::read::block::Merge;

impl Reader<'_> {
    /// A control word. `optional` says that `\*` stands before it.
    pub(super) fn word(&mut self, name: &[u8], number: Option<i32>, optional: bool) -> Result<(), ReadError> {
        if self.state.destination == Destination::Skipped {
            // Only what frees a group from being skipped counts.
            if name == b"ud"
                && let Some(destination) = self.around().and_then(|around| around.unicode)
            {
                self.state.destination = destination;
            }
            return Ok(());
        }
        if self.destination(name) {
            return Ok(());
        }
        if optional {
            self.state.destination = Destination::Skipped;
            return Ok(());
        }
        if self.header(name, number) || self.property(name, number) || self.row_property(name, number) {
            return Ok(());
        }
        if let Some(text) = character(name) {
            // By the book any control word may stand in for a `\u`; writers use those that are characters.
            return if self.stands_in(1) { Ok(()) } else { self.text(text) };
        }
        match name {
            b"u" => return self.unicode(number.unwrap_or(0)),
            b"par" | b"sect" | b"cell" | b"nestcell" | b"row" | b"nestrow" => self.stop_skipping(),
            b"tab" => return self.text("\t"),
            b"line" | b"lbr" | b"page" | b"column" => return self.text("\n"),
            _ => return Ok(()),
        }
        match (self.state.destination, name) {
            (Destination::Text, b"par" | b"sect") => self.end_paragraph(),
            (Destination::Text, b"cell") => self.end_cell(1),
            (Destination::Text, b"nestcell") => self.end_cell(2),
            (Destination::Text, b"row") => self.end_row(1),
            (Destination::Text | Destination::RowProperties, b"nestrow") => self.end_row(2),
            _ => Ok(()),
        }
    }

    /// A control symbol.
    pub(super) fn symbol(&mut self, symbol: u8) -> Result<(), ReadError> {
        match symbol {
            b'\n' if self.state.destination == Destination::Text => self.end_paragraph(),
            b'\t' => self.text("\t"),
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("\u{2011}"),
            b'\\' => self.text("\\"),
            b'{' => self.text("{"),
            b'}' => self.text("}"),
            _ => Ok(()),
        }
    }

    /// A word that says where the text of its group goes; whether it is one.
    fn destination(&mut self, name: &[u8]) -> bool {
        let destination = match name {
            b"fonttbl" => Destination::Fonts,
            b"stylesheet" => Destination::Styles,
            b"colortbl" => Destination::Colours,
            b"listtext" | b"pntext" => Destination::Label,
            b"upr" => {
                self.state.unicode = Some(self.state.destination);
                Destination::Skipped
            }
            b"shpinst" | b"do" => Destination::Drawing,
            b"shp" | b"shpgrp" | b"shppict" | b"field" | b"fldrslt" | b"ud" | b"dptxbxtext" | b"shptxt"
            | b"footnote" | b"nesttableprops" | b"object" | b"result" => {
                return self.transparent(name);
            }
            b"ftnalt" if self.state.begun == Some(Begun::Footnote) => {
                self.state.begun = Some(Begun::Endnote);
                return true;
            }
            b"pict" => {
                self.counts.pictures += usize::from(!self.state.counted);
                Destination::Skipped
            }
            b"annotation" => {
                self.counts.comments += 1;
                Destination::Skipped
            }
            b"fldinst" => Destination::Code,
            b"info" | b"filetbl" | b"header" | b"headerl" | b"headerr" | b"headerf" | b"footer"
            | b"footerl" | b"footerr" | b"footerf" | b"ftnsep" | b"ftnsepc" | b"ftncn" | b"aftnsep"
            | b"aftnsepc" | b"aftncn" | b"nonesttables" | b"nonshppict" | b"shprslt" | b"objdata"
            | b"objclass" | b"objname" | b"xe" | b"tc" | b"tcn" | b"rxe" | b"bkmkstart" | b"bkmkend"
            | b"listtable" | b"listoverridetable" | b"pn" | b"falt" | b"panose" | b"fontemb" | b"fname"
            | b"keycode" => Destination::Skipped,
            _ => return false,
        };
        self.state.destination = destination;
        true
    }

    /// A word whose group is read where it stands, or begins a story of its own.
    fn transparent(&mut self, name: &[u8]) -> bool {
        match name {
            b"shptxt" | b"dptxbxtext" => {
                self.counts.boxes += 1;
                self.begin(Begun::Box);
            }
            b"footnote" => self.begin(Begun::Footnote),
            b"nesttableprops" => self.begin(Begun::RowProperties),
            b"object" => {
                self.counts.objects += 1;
                self.state.counted = true;
            }
            _ => {}
        }
        true
    }

    /// What the tables before the text say.
    fn header(&mut self, name: &[u8], number: Option<i32>) -> bool {
        let value = number.unwrap_or(0);
        match (self.state.destination, name) {
            (_, b"ansicpg") => self.fonts.file = Some(Charset::from_code_page(value)),
            (_, b"mac" | b"pc" | b"pca") => self.fonts.file = Some(Charset::Single),
            (_, b"deff") => self.default_font = value,
            (_, b"uc") => self.state.stand_in = usize::try_from(value).unwrap_or(0).min(64),
            (Destination::Fonts, b"f") => {
                self.fonts.add(value);
                self.state.entry = value;
                self.state.characters.font = Some(value);
            }
            (Destination::Fonts, b"fcharset") => self.fonts.set_charset(self.state.entry, value),
            (Destination::Fonts, b"cpg") => self.fonts.set_code_page(self.state.entry, value),
            (Destination::Colours, b"red") => self.colour = [number, None, None],
            (Destination::Colours, b"green") => self.colour[1] = number,
            (Destination::Colours, b"blue") => self.colour[2] = number,
            (Destination::Styles, b"s") => self.state.entry = value,
            // Styles of characters, sections and tables have numbers of their own.
            (Destination::Styles, b"cs" | b"ds" | b"ts") => self.state.destination = Destination::Skipped,
            (Destination::Styles, b"sbasedon") => self.styles.set_base(self.state.entry, value),
            (Destination::Styles, b"outlinelevel") => self.styles.set_level(self.state.entry, value),
            _ => return false,
        }
        true
    }

    /// Properties of characters and paragraphs.
    fn property(&mut self, name: &[u8], number: Option<i32>) -> bool {
        let on = number != Some(0);
        let value = number.unwrap_or(0);
        let at = usize::try_from(value).unwrap_or(usize::MAX);
        let characters = &mut self.state.characters;
        let marks = &mut characters.marks;
        let paragraph = &mut self.state.paragraph;
        match name {
            b"plain" => *characters = Characters::default(),
            b"f" => {
                characters.font = Some(value);
                // The font that the text is in goes before the associated ones.
                characters.script = Script::Other;
            }
            b"dbch" => characters.script = Script::EastAsian,
            b"loch" | b"hich" | b"ltrch" | b"rtlch" => characters.script = Script::Other,
            b"af" if characters.script == Script::EastAsian => characters.east_asian = number,
            b"v" => marks.hidden = Some(on),
            b"strike" | b"striked" => marks.struck = Some(on),
            b"super" | b"sub" => marks.raised = Some(on),
            b"fs" => marks.size = u16::try_from(value).ok().filter(|size| *size > 0),
            b"nosupersub" => marks.raised = None,
            b"up" | b"dn" => marks.raised = Some(number != Some(0)),
            // Squeezed to nothing.
            b"charscalex" if value <= 10 => marks.hidden = Some(true),
            b"cf" => marks.colour = self.colours.get(at).copied(),
            b"highlight" | b"cb" | b"chcbpat" => {
                marks.ground = self.colours.get(at).copied().filter(|_| value > 0);
            }
            b"cbpat" => paragraph.ground = self.colours.get(at).copied().filter(|_| value > 0),
            b"deleted" | b"mvf" => characters.deleted = on,
            b"revised" | b"mvt" => characters.inserted = on,
            b"pard" => *paragraph = Paragraph::default(),
            b"s" => paragraph.style = value,
            b"outlinelevel" => paragraph.outline = number,
            b"intbl" => paragraph.set_in_table(on),
            b"itap" => paragraph.set_depth(value),
            _ => return false,
        }
        true
    }

    /// Properties of rows and their cells.
    fn row_property(&mut self, name: &[u8], number: Option<i32>) -> bool {
        let row = &mut self.row;
        match name {
            b"trowd" => *row = RowProperties::default(),
            b"trleft" => row.left = number.unwrap_or(0),
            b"cellx" => row.end_cell(number.unwrap_or(0)),
            b"clmrg" => row.next.joins_left = true,
            b"clvmgf" => row.next.vertical = Merge::Restart,
            b"clvmrg" => row.next.vertical = Merge::Continue,
            b"cldel" => row.next.deleted = true,
            b"clcbpat" => {
                let at = number.and_then(|at| usize::try_from(at).ok()).filter(|at| *at > 0);
                row.next.ground = at.and_then(|at| self.colours.get(at)).copied();
            }
            _ => return false,
        }
        true
    }
}

/// The character that a control word is.
fn character(name: &[u8]) -> Option<&'static str> {
    Some(match name {
        b"emdash" => "—",
        b"endash" => "–",
        b"lquote" => "‘",
        b"rquote" => "’",
        b"ldblquote" => "“",
        b"rdblquote" => "”",
        b"bullet" => "•",
        b"emspace" => "\u{2003}",
        b"enspace" => "\u{2002}",
        b"qmspace" => "\u{2005}",
        _ => return None,
    })
}
