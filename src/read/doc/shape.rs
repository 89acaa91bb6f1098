//! The shape of a row (MS-DOC 2.6.3): where its cells begin and end, and which of them are merged.

use super::sprm::Sprm;
use crate::read::bytes::{i16_at, slice, u16_at};

/// Bytes of the description of a cell (2.9.321 `TC80`).
const CELL: usize = 20;

/// The shape of a row.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// Where cells begin and end, in twips.
    pub(super) edges: Vec<i32>,
    /// For each cell its flags of merging (2.9.327 `TCGRF`).
    pub(super) flags: Vec<u16>,
    /// Half the gap between cells.
    pub(super) gap: i32,
}

impl Shape {
    /// The shape that the properties of a row's end give.
    pub(super) fn of(sprms: &[Sprm<'_>]) -> Self {
        let mut shape = Self::default();
        for sprm in sprms {
            shape.apply(sprm);
        }
        shape
    }

    fn apply(&mut self, sprm: &Sprm<'_>) -> Option<()> {
        let operand = sprm.operand;
        let byte = |at: usize| operand.get(at).copied().map(usize::from);
        match sprm.code {
            // sprmTDefTable
            0xd608 | 0xd606 => {
                let count = byte(0)?;
                let edge = |at| i16_at(operand, 1 + at * 2).map(i32::from);
                self.edges = (0..=count).map(edge).collect::<Option<_>>()?;
                let flags = |at| {
                    slice(operand, 1 + (count + 1) * 2 + at * CELL, 2)
                        .and_then(|two| u16_at(two, 0))
                        .unwrap_or(0)
                };
                self.flags = (0..count).map(flags).collect();
            }
            // sprmTDxaLeft, sprmTDxaGapHalf: the first edge lies half a gap before the text.
            0x9601 => {
                let by = i32::from(i16_at(operand, 0)?) - (self.edges.first()? + self.gap);
                self.edges.iter_mut().for_each(|edge| *edge += by);
            }
            0x9602 => {
                let gap = i32::from(i16_at(operand, 0)?);
                if let Some(edge) = self.edges.first_mut() {
                    *edge += self.gap - gap;
                }
                self.gap = gap;
            }
            // sprmTInsert: so many cells of a width.
            0x7621 => {
                let (first, count, width) =
                    (byte(0)?.min(self.flags.len()), byte(1)?, i32::from(i16_at(operand, 2)?));
                if count + self.flags.len() > 64 || self.edges.is_empty() {
                    return None;
                }
                for _ in 0..count {
                    let at = *self.edges.get(first)?;
                    self.edges.iter_mut().skip(first + 1).for_each(|edge| *edge = edge.saturating_add(width));
                    self.edges.insert(first + 1, at.saturating_add(width));
                    self.flags.insert(first, 0);
                }
            }
            // sprmTDelete
            0x5622 => {
                let (first, limit) = (byte(0)?, byte(1)?.min(self.flags.len()));
                let width = self.edges.get(limit)? - self.edges.get(first)?;
                if first < limit {
                    self.edges.drain(first + 1..=limit);
                    self.flags.drain(first..limit);
                    self.edges.iter_mut().skip(first + 1).for_each(|edge| *edge -= width);
                }
            }
            // sprmTDxaCol: cells first to limit get a width.
            0x7623 => {
                let (first, limit, width) = (byte(0)?, byte(1)?, i32::from(i16_at(operand, 2)?));
                for cell in first..limit.min(self.flags.len()) {
                    let by = self.edges.get(cell)?.saturating_add(width) - self.edges.get(cell + 1)?;
                    self.edges.iter_mut().skip(cell + 1).for_each(|edge| *edge = edge.saturating_add(by));
                }
            }
            // sprmTMerge, sprmTSplit
            0x5624 | 0x5625 => {
                let (first, limit) = (byte(0)?, byte(1)?);
                for (at, flags) in self.flags.iter_mut().enumerate().take(limit).skip(first) {
                    let merged = if at == first { 1 } else { 2 };
                    *flags = (*flags & !3) | if sprm.code == 0x5624 { merged } else { 0 };
                }
            }
            // sprmTVertMerge
            0xd62b => {
                let flags = self.flags.get_mut(byte(0)?)?;
                *flags = (*flags & !0x60) | (u16::try_from(byte(1)?).ok()? & 3) << 5;
            }
            _ => {}
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_properties_change_the_shape() {
        let mut operand = vec![2, 0, 0, 0xe8, 3, 0xd0, 7];
        operand.resize(7 + 2 * CELL, 0);
        let sprm = |code, operand: &'static [u8]| Sprm { code, operand };
        let list = [
            Sprm { code: 0xd608, operand: &operand },
            sprm(0x7621, &[1, 1, 100, 0]),
            sprm(0x7623, &[0, 1, 50, 0]),
            sprm(0x5624, &[0, 2]),
            sprm(0xd62b, &[2, 3]),
            sprm(0x9601, &[10, 0]),
        ];
        let got = Shape::of(&list);
        assert_eq!((got.edges, got.flags), (vec![10, 60, 160, 1160], vec![1, 2, 0x60]));
        let got = Shape::of(&[list[0], list[1], sprm(0x5622, &[0, 2])]);
        assert_eq!((got.edges, got.flags), (vec![0, 1000], vec![0]));
    }
}
