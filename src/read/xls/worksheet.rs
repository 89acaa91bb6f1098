//! A worksheet (MS-XLS 2.1.7.20.5): its cells, what is merged and what is hidden.

use super::codes;
use super::packed::rk;
use super::records::{Record, Records};
use super::workbook::Workbook;
use crate::read::bytes::{array, u16_at, u32_at};
use crate::read::cfb::pictures;
use crate::read::limits::Budget;
use crate::read::omitted::Omitted;
use crate::read::sheet::{Book, Merge, Number};
use crate::read::{ErrorKind, ReadError};

/// `dt` of `BOF`: a worksheet, or a dialogue.
const WORKSHEET: u16 = 0x0010;

/// The kind of shape of a comment (2.5.143 `ot`).
const COMMENT: u16 = 0x0019;

/// What is in a sheet beside its cells.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Formulas whose result is a text of no characters: what a library writes that computes nothing.
    pub(super) blank_formulas: usize,
    /// Formulas with any other result.
    pub(super) formulas: usize,
    /// Comments.
    pub(super) comments: usize,
    /// Pictures.
    pub(super) pictures: usize,
    /// Values that are struck out.
    pub(super) omitted: Omitted,
}

/// A place, and how what is there is shown.
#[derive(Debug, Clone, Copy)]
struct At {
    row: u16,
    column: u16,
    xf: u16,
}

/// Reads a sheet.
pub(super) struct Reader<'a> {
    workbook: &'a Workbook<'a>,
    book: &'a mut Book,
    found: &'a mut Found,
    /// The last shape is that of a comment.
    is_comment: bool,
}

/// Puts the sheet at a place of the stream into the book. Nothing if there is something else than a worksheet.
pub(super) fn read<'a>(
    stream: &[u8],
    start: usize,
    workbook: &'a Workbook<'a>,
    book: &'a mut Book,
    found: &'a mut Found,
    budget: &mut Budget,
) -> Result<(), ReadError> {
    let mut records = Records::from(stream, start);
    let first = records.next()?.filter(|record| record.kind == codes::BOF);
    let first = first.ok_or(ReadError::new(ErrorKind::Damaged))?;
    if first.word(2) != Some(WORKSHEET) {
        return Ok(());
    }
    let mut reader = Reader { workbook, book, found, is_comment: false };
    // Charts inside the sheet have records of the same kinds.
    let mut depth = 0_usize;
    // Where a formula's text belongs, which comes in a record of its own.
    let mut pending = None;
    while let Some(record) = records.next()? {
        budget.node()?;
        match record.kind {
            codes::BOF => depth = depth.saturating_add(1),
            codes::EOF if depth == 0 => break,
            codes::EOF => depth -= 1,
            _ if depth > 0 => {}
            codes::STRING => {
                if let Some(at) = pending.take() {
                    let text = workbook.string(&record, 0, false)?;
                    reader.text(at, &text)?;
                }
            }
            _ => {
                reader.record(&record, &mut pending)?;
            }
        }
    }
    Ok(())
}

impl Reader<'_> {
    /// Handles a record; `None` if it is too short for what it should hold, which is passed over.
    fn record(&mut self, record: &Record<'_>, pending: &mut Option<At>) -> Result<Option<()>, ReadError> {
        let data = record.data;
        let word = |at: usize| u16_at(data, at);
        let place = || Some(At { row: word(0)?, column: word(2)?, xf: word(4)? });
        match record.kind {
            codes::ROW => {
                // fDyZero: hidden, by a filter too.
                if let (Some(row), Some(flags)) = (word(0), word(12))
                    && flags & 0x20 != 0
                {
                    self.book.hide_rows(row.into(), 1);
                }
            }
            codes::COL_INFO => {
                if let (Some(first), Some(last), Some(width), Some(flags)) =
                    (word(0), word(2), word(4), word(8))
                    && (flags & 1 != 0 || width == 0)
                {
                    self.book.hide_columns(first.into(), u32::from(last.saturating_sub(first)) + 1);
                }
            }
            codes::MERGE_CELLS => {
                for merge in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    self.merge(merge);
                }
            }
            codes::NOTE => self.found.comments += 1,
            // The kind of the shape whose text may follow (2.4.181 `Obj`, 2.5.143).
            codes::OBJ => self.is_comment = word(4) == Some(COMMENT),
            codes::TXO if !self.is_comment => {
                if let Some(text) = box_text(record) {
                    self.book.text_box(text.split(['\n', '\r']).map(str::to_owned).collect())?;
                }
            }
            codes::MSO_DRAWING => self.found.pictures += pictures(data),
            codes::MUL_RK | codes::MUL_BLANK => return self.several(record),
            kind => {
                let Some(at) = place() else { return Ok(None) };
                match kind {
                    codes::LABEL_SST => {
                        let index = u32_at(data, 6).map_or(usize::MAX, |index| index as usize);
                        let text =
                            self.workbook.strings.get(index).ok_or(ReadError::new(ErrorKind::Damaged))?;
                        let text = self.workbook.shown(text, at.xf, &mut self.found.omitted);
                        let shown =
                            self.workbook.format(at.xf).map_or(text.clone(), |format| format.text(&text));
                        if shown.is_empty() {
                            self.blank(at);
                        } else {
                            self.book.put(at.row.into(), at.column.into(), shown)?;
                        }
                    }
                    codes::LABEL | codes::R_STRING => {
                        let text = self.workbook.string(record, 6, false)?;
                        self.text(at, &text)?;
                    }
                    codes::RK => self.number(at, u32_at(data, 6).and_then(rk))?,
                    codes::NUMBER => {
                        self.number(
                            at,
                            array(data, 6).and_then(|bits| Number::from_f64(f64::from_le_bytes(bits))),
                        )?;
                    }
                    codes::BOOL_ERR => {
                        let value = word(6).unwrap_or(0).to_le_bytes();
                        self.value(at, value)?;
                    }
                    codes::BLANK => self.blank(at),
                    codes::FORMULA => *pending = self.formula(at, data)?,
                    _ => {}
                }
            }
        }
        Ok(Some(()))
    }

    /// `Formula` (2.4.127) with its last result (2.5.133). Returns its place if the result is a text, which follows.
    fn formula(&mut self, at: At, data: &[u8]) -> Result<Option<At>, ReadError> {
        let Some(result) = array::<8>(data, 6) else { return Ok(None) };
        if let [kind, _, value, _, _, _, 0xff, 0xff] = result {
            match kind {
                3 => {
                    self.found.blank_formulas += 1;
                    self.book.drawn(at.row.into(), at.column.into());
                    return Ok(None);
                }
                0 => {
                    self.found.formulas += 1;
                    return Ok(Some(at));
                }
                _ => self.value(at, [value, u8::from(kind == 2)])?,
            }
        } else {
            self.number(at, Number::from_f64(f64::from_le_bytes(result)))?;
        }
        self.found.formulas += 1;
        Ok(None)
    }

    /// `MulRk` (2.4.175) and `MulBlank` (2.4.174): a row's cells side by side.
    fn several(&mut self, record: &Record<'_>) -> Result<Option<()>, ReadError> {
        let (Some(row), Some(first)) = (record.word(0), record.word(2)) else { return Ok(None) };
        // The last column stands at the end.
        let cells = record.data.get(4..record.data.len().saturating_sub(2)).unwrap_or_default();
        let width = if record.kind == codes::MUL_RK { 6 } else { 2 };
        for (column, cell) in (first..=u16::MAX).zip(cells.chunks_exact(width)) {
            let at = At { row, column, xf: u16_at(cell, 0).unwrap_or(0) };
            match u32_at(cell, 2) {
                Some(number) => self.number(at, rk(number))?,
                None => self.blank(at),
            }
        }
        Ok(Some(()))
    }

    fn merge(&mut self, range: &[u8]) -> Option<()> {
        let [top, bottom, left, right] = [0, 2, 4, 6].map(|at| u16_at(range, at).map(u32::from));
        let (row, column) = (top?, left?);
        let rows = bottom?.checked_sub(row)? + 1;
        let columns = right?.checked_sub(column)? + 1;
        self.book.merge(Merge { row, column, rows, columns });
        Some(())
    }

    fn blank(&mut self, at: At) {
        if self.workbook.draws(at.xf) {
            self.book.drawn(at.row.into(), at.column.into());
        }
    }

    fn text(&mut self, at: At, text: &str) -> Result<(), ReadError> {
        let shown = self.workbook.format(at.xf).map_or_else(|| text.to_owned(), |format| format.text(text));
        self.put(at, shown)
    }

    /// Puts a number, or nothing if it is none.
    fn number(&mut self, at: At, number: Option<Number>) -> Result<(), ReadError> {
        let Some(number) = number else { return Ok(()) };
        let shown = match self.workbook.format(at.xf) {
            Some(format) => {
                let shown = format.number(number, self.workbook.since_1904);
                self.found.omitted.unshown(&shown, number.is_zero());
                shown
            }
            None => number.general(),
        };
        self.put(at, shown)
    }

    /// A truth value, or an error (2.5.10).
    fn value(&mut self, at: At, [value, is_error]: [u8; 2]) -> Result<(), ReadError> {
        let shown = match (is_error, value) {
            (0, 0) => "FALSE",
            (0, _) => "TRUE",
            (_, 0x00) => "#NULL!",
            (_, 0x07) => "#DIV/0!",
            (_, 0x0f) => "#VALUE!",
            (_, 0x17) => "#REF!",
            (_, 0x1d) => "#NAME?",
            (_, 0x24) => "#NUM!",
            _ => "#N/A",
        };
        self.put(at, shown.into())
    }

    fn put(&mut self, at: At, shown: String) -> Result<(), ReadError> {
        if let Some(why) = self.workbook.why(at.xf) {
            self.found.omitted.part();
            self.found.omitted.add_text(why, &shown);
            self.book.drawn(at.row.into(), at.column.into());
            return Ok(());
        }
        if shown.is_empty() {
            self.blank(at);
            return Ok(());
        }
        self.book.put(at.row.into(), at.column.into(), shown)
    }
}

/// The text of a shape (2.4.329 `TxO`), which stands in the record after it.
fn box_text(record: &Record<'_>) -> Option<String> {
    let length = record.word(10).filter(|&length| length > 0)?;
    let mut text = record.continued(record.data.len());
    let wide = text.byte()? & 1 != 0;
    text.characters(length.into(), wide)
}
