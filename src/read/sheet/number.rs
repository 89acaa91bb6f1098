//! A number as a spreadsheet means it: fifteen decimal digits, without the noise of the binary fraction behind it.
//!
//! Excel computes with doubles but never shows more than fifteen digits; in a file 18.871 may be 18.870999999999999.
//! The standard library's routines for floats would weigh some 18 KB, so neither parsing nor printing uses them.

/// A number: `digits` × 10^`exponent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Number {
    pub(super) negative: bool,
    /// Below 10^15, and no multiple of ten.
    pub(super) digits: u64,
    pub(super) exponent: i32,
}

const MOST: u64 = 1_000_000_000_000_000;

impl Number {
    /// `digits` × 10^`exponent`, rounded to fifteen digits.
    pub(in crate::read) fn new(negative: bool, mut digits: u64, mut exponent: i32) -> Self {
        let mut power = 1;
        while digits / power >= MOST {
            power *= 10;
            exponent = exponent.saturating_add(1);
        }
        digits = digits / power + u64::from(digits % power >= power.div_ceil(2) && power > 1);
        while digits != 0 && digits.is_multiple_of(10) {
            digits /= 10;
            exponent = exponent.saturating_add(1);
        }
        if digits == 0 {
            exponent = 0;
        }
        Self { negative: negative && digits != 0, digits, exponent }
    }

    /// Whether it is 0.
    pub(in crate::read) fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// Reads a decimal number as XML writes it (`xsd:double`).
    pub(in crate::read) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, power) = match rest.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok()?),
            None => (rest, 0),
        };
        let (mut digits, mut exponent, mut after, mut any) = (0_u64, power.clamp(-400, 400), false, false);
        for c in mantissa.chars() {
            if c == '.' && !after {
                after = true;
                continue;
            }
            let digit = c.to_digit(10)?;
            any = true;
            if digits < 10 * MOST {
                digits = digits * 10 + u64::from(digit);
                exponent = exponent.saturating_sub(i32::from(after));
            } else {
                exponent = exponent.saturating_add(i32::from(!after));
            }
        }
        any.then(|| Self::new(negative, digits, exponent))
    }

    /// The nearest number of fifteen digits to a double; none for what is no number.
    pub(in crate::read) fn from_f64(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let (mut size, mut exponent) = (value.abs(), 0_i32);
        // Steps of ten powers that a double holds exactly; each adds less than the sixteenth digit.
        while size >= 1e22 {
            size /= 1e10;
            exponent += 10;
        }
        while size > 0.0 && size < 1e-5 {
            size *= 1e10;
            exponent -= 10;
        }
        // size = mantissa × 2^-shift, exactly; times 10^power it has seventeen digits before the point at least.
        let bits = size.to_bits();
        let mantissa = u128::from(bits & ((1 << 52) - 1) | 1 << 52);
        let shift = 1075 - i32::try_from(bits >> 52).unwrap_or(0);
        let (power, factor) = if size < 1.0 { (22, 10_u128.pow(22)) } else { (17, 10_u128.pow(17)) };
        let mut scaled = match u32::try_from(shift) {
            _ if size == 0.0 => 0,
            Ok(shift) => (mantissa * factor).checked_shr(shift).unwrap_or(0),
            // Whole numbers above 2^53, below 10^22: 73 bits and 57 more do not fit, so these go unscaled.
            Err(_) => mantissa << shift.unsigned_abs().min(64),
        };
        if shift >= 0 {
            exponent -= power;
        }
        while scaled >= 1_000_000_000_000_000_000 {
            scaled /= 10;
            exponent += 1;
        }
        Some(Self::new(value < 0.0, u64::try_from(scaled).unwrap_or(0), exponent))
    }

    /// The digits before and after the point, rounded to so many decimal places; without leading zeros before it.
    pub(super) fn fixed(self, places: u32) -> (String, String) {
        let places = i32::try_from(places.min(60)).unwrap_or(60);
        let mut digits = self.digits;
        let mut exponent = self.exponent;
        if exponent < -places {
            let drop = u32::try_from(-places - exponent).unwrap_or(0);
            let power = 10_u64.checked_pow(drop).filter(|_| drop < 19);
            digits = power.map_or(0, |power| digits / power + u64::from(digits % power >= power / 2));
            exponent = -places;
        }
        let mut text = if digits == 0 { String::new() } else { digits.to_string() };
        for _ in -places..exponent.min(400) {
            text.push('0');
        }
        let places = usize::try_from(places).unwrap_or(0);
        while text.len() < places {
            text.insert(0, '0');
        }
        let fraction = text.split_off(text.len() - places);
        (text.trim_start_matches('0').into(), fraction)
    }

    /// As the format "General" shows it.
    pub(in crate::read) fn general(self) -> String {
        let mut text = String::from(if self.negative { "-" } else { "" });
        if self.exponent > 6 || self.exponent < -30 {
            // Twenty-one digits are more than any report counts; what is beyond shows as Excel shows it.
            let digits = self.digits.to_string();
            let (first, rest) = digits.split_at(1);
            let power = self.exponent.saturating_add(i32::try_from(rest.len()).unwrap_or(0));
            if !(0..21).contains(&power) {
                let point = if rest.is_empty() { "" } else { "." };
                let sign = if power < 0 { "-" } else { "+" };
                text.extend([first, point, rest, "E", sign, &power.unsigned_abs().to_string()]);
                return text;
            }
        }
        let (whole, fraction) = self.fixed(u32::try_from(-self.exponent).unwrap_or(0));
        text.push_str(if whole.is_empty() { "0" } else { &whole });
        if !fraction.is_empty() {
            text.extend([".", &fraction]);
        }
        text
    }

    /// Its thousandths, rounded; none for a negative number or one too large.
    pub(in crate::read) fn thousandths(self) -> Option<u64> {
        let (whole, fraction) = self.fixed(3);
        (whole + &fraction).parse().ok().filter(|_| !self.negative)
    }

    /// Compares two numbers.
    pub(super) fn compare(self, other: Self) -> std::cmp::Ordering {
        // The place of the first digit, then all fifteen.
        let size = |number: Self| {
            let length = number.digits.checked_ilog10().map_or(0, |length| length + 1);
            let first = i32::try_from(length).unwrap_or(0).saturating_add(number.exponent);
            let first = if length == 0 { i32::MIN } else { first };
            (first, number.digits.saturating_mul(10_u64.pow(15_u32.saturating_sub(length))))
        };
        let (left, right) = (size(self), size(other));
        match (self.negative, other.negative) {
            (false, false) => left.cmp(&right),
            (true, true) => right.cmp(&left),
            (negative, _) => {
                if negative {
                    std::cmp::Ordering::Less
                } else {
                    std::cmp::Ordering::Greater
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        Number::parse(text).map(Number::general)
    }

    #[test]
    fn decimal_text_loses_its_noise() {
        for (text, want) in [
            ("18.870999999999999", "18.871"),
            ("10465", "10465"),
            ("-0.5", "-0.5"),
            ("1E3", "1000"),
            ("1.5e-3", "0.0015"),
            ("0.10000000000000001", "0.1"),
            ("-0", "0"),
            ("000.50", "0.5"),
            ("123456789012345678", "123456789012346000"),
            ("1E+25", "1E+25"),
            ("1.25E-40", "1.25E-40"),
            ("5e999999", "5E+400"),
            ("999999999999999.9", "1000000000000000"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(want), "{text}");
        }
        for text in ["", "-", ".", "1.2.3", "1e", "NaN", "12件"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn doubles_show_as_the_standard_library_rounds_them() {
        let mut values = vec![0.0, 18.871, 0.1 + 0.2, 72.79, 1.0 / 3.0, 1e15, 123_456_789.123, 2.5e-7, 1e-5];
        values.extend([9_007_199_254_740_993.0, 1e21, -44.7, 999_999_999_999_999.9, 4.35, 1e22, 3.7e-11]);
        let mut seed = 1_u64;
        for _ in 0..5_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let high = f64::from(u32::try_from(seed >> 32).unwrap_or(0));
            values.push(high * 4_294_967_295.0 / if seed & 1 << 20 == 0 { 1e9 } else { 7.0 });
        }
        for value in values {
            let want = shown(&format!("{value:.40e}"));
            assert_eq!(Number::from_f64(value).map(Number::general), want, "{value:e}");
        }
        assert_eq!(Number::from_f64(f64::NAN), None);
        assert!(Number::from_f64(f64::MIN_POSITIVE / 8.0).is_some() && Number::from_f64(f64::MAX).is_some());
    }

    #[test]
    fn numbers_compare_by_value() {
        let order = ["-20", "-3.5", "-0.001", "0", "0.001", "0.5", "9", "10", "1e5"];
        for (at, a) in order.iter().enumerate() {
            for (other, b) in order.iter().enumerate() {
                let got = Number::parse(a).zip(Number::parse(b)).map(|(a, b)| a.compare(b));
                assert_eq!(got, Some(at.cmp(&other)), "{a} {b}");
            }
        }
    }
}
