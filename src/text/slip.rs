//! How a number is mistyped: whether of two numbers that should be one the first is the second with a slip of the hand.

use super::Decimal;

/// A slip of the hand that makes one number of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// One more or one less.
    OffByOne,
    /// Two neighbouring digits changed places: 1324 for 1234.
    Swapped,
    /// A digit left out or doubled: 124 for 1234, 12334 for 1234.
    Dropped,
    /// One digit is another: 1284 for 1234.
    Replaced,
    /// 万 written where the number already counts ones, or left out: 75656万 for 75656.
    TenThousandfold,
}

impl Slip {
    /// The slip that makes `said` of `due`; `None` where they are equal or no single slip leads from one to the other.
    pub fn between(said: Decimal, due: Decimal) -> Option<Self> {
        let gap = (said - due).abs();
        if gap.is_zero() || !said.is_integer() || !due.is_integer() {
            return None;
        }
        if gap == Decimal::from(1) {
            return Some(Self::OffByOne);
        }
        if said.scaled(4) == Some(due) || due.scaled(4) == Some(said) {
            return Some(Self::TenThousandfold);
        }
        let (said, due) = (digits(said), digits(due));
        let (short, long) = if said.len() < due.len() { (&said, &due) } else { (&due, &said) };
        if short.len() + 1 == long.len() {
            let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
            return (short.get(same..) == long.get(same + 1..)).then_some(Self::Dropped);
        }
        if short.len() != long.len() {
            return None;
        }
        let odd: Vec<(usize, u8, u8)> = said
            .iter()
            .zip(&due)
            .enumerate()
            .filter(|(_, (said, due))| said != due)
            .map(|(at, (said, due))| (at, *said, *due))
            .collect();
        match odd.as_slice() {
            [_] => Some(Self::Replaced),
            [(at, one, other), (next, said, due)] if at + 1 == *next && (one, other) == (due, said) => {
                Some(Self::Swapped)
            }
            _ => None,
        }
    }

    /// [`Self::between`], where numbers of this size are hardly so near by chance.
    pub fn telling(said: Decimal, due: Decimal) -> Option<Self> {
        Self::between(said, due).filter(|slip| slip.is_telling(due))
    }

    /// Whether two numbers of this size that have nothing to do with each other are so near by chance only seldom, less
    /// than once in some twenty cases.
    pub fn is_telling(self, due: Decimal) -> bool {
        let least = match self {
            Self::OffByOne => 50,
            Self::Swapped | Self::Dropped | Self::TenThousandfold => 100,
            Self::Replaced => 1000,
        };
        due >= Decimal::from(least)
    }
}

fn digits(number: Decimal) -> Vec<u8> {
    number.to_string().bytes().take_while(u8::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_apart() {
        let between = |said: u32, due: u32| Slip::between(Decimal::from(said), Decimal::from(due));
        assert_eq!(between(76, 77), Some(Slip::OffByOne));
        assert_eq!(between(99, 100), Some(Slip::OffByOne));
        assert_eq!(between(1324, 1234), Some(Slip::Swapped));
        assert_eq!(between(124, 1234), Some(Slip::Dropped));
        assert_eq!(between(12334, 1234), Some(Slip::Dropped));
        assert_eq!(between(372, 392), Some(Slip::Replaced));
        assert_eq!(between(1_200_000, 120), Some(Slip::TenThousandfold));
        for (said, due) in [(60, 51), (5, 5), (372, 381), (1234, 4321)] {
            assert_eq!(between(said, due), None, "{said} for {due}");
        }
    }

    #[test]
    fn small_numbers_are_near_by_chance() {
        assert!(Slip::OffByOne.is_telling(Decimal::from(6428)));
        assert!(!Slip::OffByOne.is_telling(Decimal::from(7)));
        assert!(!Slip::Replaced.is_telling(Decimal::from(372)));
    }
}
