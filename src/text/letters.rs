//! Which characters a text has, and which pairs of neighbours: enough to tell of most words that they stand nowhere in it.

/// The characters of some lines and their pairs of neighbours, by hash. What is there is never missed; now and then something seems
/// to be there that is not.
#[derive(Debug, Clone)]
pub struct Letters {
    singles: Vec<u64>,
    pairs: Vec<u64>,
}

/// Bits of a hash, and so the size of a set: 65 536 places, of which a report takes a tenth.
const BITS: u32 = 16;

impl Letters {
    /// Those of lines.
    pub fn of<'t>(lines: impl IntoIterator<Item = &'t str>) -> Self {
        let empty = || vec![0; 1 << (BITS - 6)];
        let mut letters = Self { singles: empty(), pairs: empty() };
        for line in lines {
            let mut before = None;
            for char in line.chars() {
                insert(&mut letters.singles, single(char));
                if let Some(before) = before {
                    insert(&mut letters.pairs, pair(before, char));
                }
                before = Some(char);
            }
        }
        letters
    }

    /// Whether a word may stand in one of the lines.
    pub fn may_have(&self, word: &str) -> bool {
        let follow = word.chars().skip(1);
        word.chars().all(|char| has(&self.singles, single(char)))
            && word.chars().zip(follow).all(|(before, char)| has(&self.pairs, pair(before, char)))
    }

    /// Whether one of some words may.
    pub fn may_have_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.may_have(word))
    }
}

fn single(char: char) -> u32 {
    u32::from(char)
}

fn pair(before: char, char: char) -> u32 {
    (u32::from(before).wrapping_mul(0x9E37_79B1) >> 11) ^ u32::from(char).wrapping_mul(0x0101)
}

fn place(hash: u32) -> (usize, u64) {
    let hash = hash & ((1 << BITS) - 1);
    ((hash >> 6) as usize, 1 << (hash & 63))
}

fn insert(set: &mut [u64], hash: u32) {
    let (at, bit) = place(hash);
    if let Some(word) = set.get_mut(at) {
        *word |= bit;
    }
}

fn has(set: &[u64], hash: u32) -> bool {
    let (at, bit) = place(hash);
    set.get(at).is_some_and(|word| word & bit != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_found_and_most_else_is_not() {
        let letters = Letters::of(["主动公开政府信息", "依申请𠮷a"]);
        for word in ["主动", "公开", "动公", "信息", "依申请", "𠮷a", "府", ""] {
            assert!(letters.may_have(word), "{word}");
        }
        // Neighbours of two lines are none.
        for word in ["开公", "息依", "X", "信公"] {
            assert!(!letters.may_have(word), "{word}");
        }
        assert!(letters.may_have_any(&["X", "主动"]) && !letters.may_have_any(&["X", "开公"]));
    }
}
