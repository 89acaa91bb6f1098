//! A map from ranges of codes to numbers, the one kind of map that fonts need: of widths, glyphs, characters and texts.

/// Ranges of codes.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    /// Last code, first code, value; sorted by the last code once finished.
    list: Vec<(u32, u32, u32)>,
}

/// How many ranges that end behind a code are looked at: few overlap.
const LOOK: usize = 8;

impl Ranges {
    /// Adds a range.
    pub(super) fn add(&mut self, first: u32, last: u32, value: u32) {
        self.list.push((last, first, value));
    }

    /// How many ranges there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Makes it ready for [`Self::get`]. Of ranges with the same end, the one that begins last comes first.
    pub(super) fn finish(&mut self) {
        self.list.sort_unstable_by_key(|(last, first, _)| (*last, u32::MAX - first));
    }

    /// The value of the range that a code lies in, and how far in.
    pub(super) fn get(&self, code: u32) -> Option<(u32, u32)> {
        let at = self.list.partition_point(|(last, ..)| *last < code);
        let (_, first, value) = self.list.iter().skip(at).take(LOOK).find(|(_, first, _)| *first <= code)?;
        Some((*value, code - first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_finds_its_range() {
        let mut ranges = Ranges::default();
        ranges.add(10, 20, 1);
        ranges.add(15, 15, 2);
        ranges.add(30, 30, 3);
        ranges.finish();
        assert_eq!(
            [12, 15, 16, 30, 31, 9].map(|code| ranges.get(code)),
            [Some((1, 2)), Some((2, 0)), Some((1, 6)), Some((3, 0)), None, None]
        );
    }
}
