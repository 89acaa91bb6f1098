//! Numbers packed into 32 bits.

use crate::read::sheet::Number;

/// A number packed into 32 bits (2.5.217): whole or a fraction, perhaps divided by a hundred.
pub(super) fn rk(packed: u32) -> Option<Number> {
    let is_hundredth = packed & 1 != 0;
    if packed & 2 != 0 {
        let whole = i32::from_le_bytes(packed.to_le_bytes()) >> 2;
        return Some(Number::new(whole < 0, whole.unsigned_abs().into(), if is_hundredth { -2 } else { 0 }));
    }
    let value = f64::from_bits(u64::from(packed & !3) << 32);
    Number::from_f64(if is_hundredth { value / 100.0 } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers() {
        let cases = [
            (0x3ff0_0000, "1"),
            (0x3ff0_0001, "0.01"),
            (0x004b_5646, "1234321"),
            (0x004b_5647, "12343.21"),
            (0xffff_ffee, "-5"),
        ];
        for (packed, want) in cases {
            assert_eq!(rk(packed).map(Number::general).as_deref(), Some(want));
        }
    }
}
