//! Single property modifiers (MS-DOC 2.2.5.1): an operation, and an operand whose size the operation tells.

use crate::read::bytes::{size_at, slice, u16_at};

/// A property and its new value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sprm<'a> {
    /// Which property.
    pub(super) code: u16,
    /// The value; of variable ones without their count.
    pub(super) operand: &'a [u8],
}

impl Sprm<'_> {
    /// The value as a byte.
    pub(super) fn byte(&self) -> u8 {
        self.operand.first().copied().unwrap_or(0)
    }

    /// The value as a number of 16 bits.
    pub(super) fn word(&self) -> u16 {
        u16_at(self.operand, 0).unwrap_or(0)
    }
}

/// The modifiers of a list, up to the first that is cut short.
#[derive(Debug, Clone)]
pub(super) struct Sprms<'a>(pub(super) &'a [u8]);

impl<'a> Iterator for Sprms<'a> {
    type Item = Sprm<'a>;

    fn next(&mut self) -> Option<Sprm<'a>> {
        let code = u16_at(self.0, 0)?;
        let rest = self.0.get(2..)?;
        // Three bits give the size of the operand (spra).
        let (skip, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ => variable(code, rest)?,
        };
        let operand = slice(rest, skip, length)?;
        self.0 = rest.get(skip + length..)?;
        Some(Sprm { code, operand })
    }
}

/// The sizes of the count and of the value that it counts.
fn variable(code: u16, rest: &[u8]) -> Option<(usize, usize)> {
    match code {
        // sprmTDefTable and its older form: a table's row may need more than a byte can count.
        0xd608 | 0xd606 => Some((2, usize::from(u16_at(rest, 0)?).saturating_sub(1))),
        // sprmPChgTabs beyond 254 bytes counts tabs instead.
        0xc615 if rest.first() == Some(&255) => {
            let deleted = usize::from(*rest.get(1)?) * 4;
            let added = usize::from(*rest.get(2 + deleted)?) * 3;
            Some((1, 2 + deleted + added))
        }
        _ => Some((1, usize::from(*rest.first()?))),
    }
}

/// A paragraph's modifiers; those that only say where in the stream `Data` the real ones are
/// (`sprmPHugePapx`, `sprmPTableProps`) are replaced by them. Rows of many columns do not fit a page of formats.
pub(super) fn expand<'a>(list: &'a [u8], data: &'a [u8], into: &mut Vec<Sprm<'a>>) {
    for sprm in Sprms(list) {
        if matches!(sprm.code, 0x6645 | 0x6646 | 0x646b) {
            let at = size_at(sprm.operand, 0);
            let list = at.and_then(|at| slice(data, at.checked_add(2)?, u16_at(data, at)?.into()));
            into.extend(Sprms(list.unwrap_or_default()));
        } else {
            into.push(sprm);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_have_their_sizes_and_the_cut_one_is_left_out() {
        let list = [
            0x16, 0x24, 1, // sprmPFInTable
            0x0b, 0x46, 2, 0, // sprmPIlfo
            0x49, 0x66, 3, 0, 0, 0, // sprmPItap
            0x08, 0xd6, 4, 0, 1, 2, 3, // sprmTDefTable of three bytes
            0x15, 0xc6, 2, 0, 0, // sprmPChgTabs
            0x15, 0xc6, 255, 1, 9, 9, 9, 9, 1, 8, 8, 8, // the long one
            0x2b, 0xd6, 9, 0, // cut
        ];
        let got: Vec<_> = Sprms(&list).map(|sprm| (sprm.code, sprm.operand.len(), sprm.byte())).collect();
        let want =
            [(0x2416, 1, 1), (0x460b, 2, 2), (0x6649, 4, 3), (0xd608, 3, 1), (0xc615, 2, 0), (0xc615, 9, 1)];
        assert_eq!(got, want);
    }

    #[test]
    fn huge_lists_are_taken_from_data_once() {
        let data = [9, 9, 7, 0, 0x17, 0x24, 1, 0x46, 0x66, 2, 0, 0, 0];
        let mut got = Vec::new();
        expand(&[0x46, 0x66, 2, 0, 0, 0], &data, &mut got);
        assert_eq!(got.iter().map(|sprm| sprm.code).collect::<Vec<_>>(), [0x2417]);
        expand(&[0x46, 0x66, 0xff, 0xff, 0xff, 0xff], &data, &mut got);
        assert_eq!(got.len(), 1);
    }
}
