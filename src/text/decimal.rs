use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Neg, Sub};

/// A fixed decimal: exact, with the decimals it was written with. Counts have none; money has up to nine.
///
/// Sums saturate at the ends of `i64` rather than wrap; no report comes near them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };
    const MAX_SCALE: u8 = 9;

    /// `mantissa` divided by ten to the power of `scale`; `None` beyond nine decimals.
    pub fn new(mantissa: i64, scale: u8) -> Option<Self> {
        (scale <= Self::MAX_SCALE).then_some(Self { mantissa, scale })
    }

    /// Parses ASCII digits with at most one point and an optional sign; `None` if it is anything else or too long.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let point = digits.len() > whole.len();
        if whole.is_empty() || (point && fraction.is_empty()) {
            return None;
        }
        let mut mantissa: i64 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return None;
            }
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
        }
        Self::new(if negative { -mantissa } else { mantissa }, u8::try_from(fraction.len()).ok()?)
    }

    /// The value times ten to the power of `exponent`; `None` if it would not fit.
    pub fn scaled(self, exponent: i8) -> Option<Self> {
        let scale = i32::from(self.scale) - i32::from(exponent);
        match u8::try_from(scale) {
            Ok(scale) => Self::new(self.mantissa, scale),
            Err(_) => Self::new(self.mantissa.checked_mul(10_i64.checked_pow(scale.unsigned_abs())?)?, 0),
        }
    }

    /// One in the last decimal that it is printed with: 0.01 for 18.90.
    #[must_use]
    pub fn last_place(self) -> Self {
        Self { mantissa: 1, scale: self.scale }
    }

    /// Whether this, a printed figure, is `exact` rounded or cut off at the decimals it is printed with.
    pub fn prints(self, exact: Self) -> bool {
        self.prints_to(self.last_place(), exact)
    }

    /// Whether this is `exact` rounded or cut off at `place`: 1.86 hundred millions are 18,600 to a hundred.
    pub fn prints_to(self, place: Self, exact: Self) -> bool {
        let gap = (self - exact).abs();
        gap < place && (self.abs() <= exact.abs() || gap + gap <= place)
    }

    /// What percentage of `whole` this is, cut off after `places` decimals; `None` where `whole` is zero or it would not fit.
    pub fn percent_of(self, whole: Self, places: u8) -> Option<Self> {
        let scale = self.scale.max(whole.scale);
        let factor = 10_i128.checked_pow(u32::from(places) + 2)?;
        let exact = self.at_scale(scale).checked_mul(factor)?.checked_div(whole.at_scale(scale))?;
        Self::new(i64::try_from(exact).ok()?, places)
    }

    /// [`Self::percent_of`], rounded to `places` decimals as a report prints it.
    pub fn percent_rounded(self, whole: Self, places: u8) -> Option<Self> {
        let exact = self.percent_of(whole, places.checked_add(1)?)?;
        let half = if exact.mantissa < 0 { -5 } else { 5 };
        Self::new(exact.mantissa.checked_add(half)? / 10, places)
    }

    /// How many decimals it was written with.
    pub fn decimals(self) -> u8 {
        self.scale
    }

    /// The value times ten to the power of `scale` as an integer; `None` if it is none or would not fit.
    pub fn times_ten_to(self, scale: u8) -> Option<i64> {
        (self.scale <= scale).then(|| i64::try_from(self.at_scale(scale)).ok()).flatten()
    }

    /// Whether it has no fraction other than zeros.
    pub fn is_integer(self) -> bool {
        self.mantissa % 10_i64.pow(u32::from(self.scale)) == 0
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The value without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { mantissa: self.mantissa.saturating_abs(), scale: self.scale }
    }

    /// Mantissa at the given scale, which is not below its own.
    fn at_scale(self, scale: u8) -> i128 {
        i128::from(self.mantissa) * 10_i128.pow(u32::from(scale.saturating_sub(self.scale)))
    }

    fn combine(self, other: Self, with: impl Fn(i128, i128) -> i128) -> Self {
        let scale = self.scale.max(other.scale);
        let sum = with(self.at_scale(scale), other.at_scale(scale));
        let mantissa = i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN + 1 } else { i64::MAX });
        Self { mantissa, scale }
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self { mantissa: i64::from(value), scale: 0 }
    }
}

impl Add for Decimal {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.combine(other, |a, b| a + b)
    }
}

impl Sub for Decimal {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.combine(other, |a, b| a - b)
    }
}

impl Neg for Decimal {
    type Output = Self;
    fn neg(self) -> Self {
        Self { mantissa: self.mantissa.saturating_neg(), scale: self.scale }
    }
}

impl std::iter::Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at_scale(scale).cmp(&other.at_scale(scale))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let magnitude = self.mantissa.unsigned_abs();
        let unit = 10_u64.pow(u32::from(self.scale));
        if self.scale == 0 && sign.is_empty() {
            magnitude.fmt(f)
        } else if self.scale == 0 {
            write!(f, "{sign}{magnitude}")
        } else {
            write!(
                f,
                "{sign}{}.{:0width$}",
                magnitude / unit,
                magnitude % unit,
                width = usize::from(self.scale)
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_decimals_it_was_written_with() {
        for text in ["0", "7", "104.133", "18.8710", "-11", "0.05"] {
            assert_eq!(Decimal::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for text in ["", ".", "1.", ".5", "1.2.3", "一", "1 2", "99999999999999999999"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn scales_and_rounds() {
        let parse = |text| Decimal::parse(text).unwrap_or_default();
        assert_eq!(parse("1.6").scaled(4).map(|d| d.to_string()).as_deref(), Some("16000"));
        assert_eq!(parse("251000").scaled(-4), Some(parse("25.1")));
        assert_eq!(parse("3").scaled(30), None);
        assert!(parse("104.13").prints(parse("104.133")) && parse("18.9").prints(parse("18.871")));
        assert!(parse("18.8").prints(parse("18.871")) && !parse("18.7").prints(parse("18.871")));
        assert!(!parse("19.0").prints(parse("18.871")) && parse("5").prints(parse("5")));
        let printed = parse("18600");
        assert!(printed.prints_to(parse("100"), parse("18643.25")) && !printed.prints(parse("18643.25")));
        assert!(
            !printed.prints_to(parse("100"), parse("18701")) && parse("18.90").last_place() == parse("0.01")
        );
    }

    #[test]
    fn percentages_are_cut_off() {
        let parse = |text| Decimal::parse(text).unwrap_or_default();
        assert_eq!(parse("38").percent_of(parse("39"), 2), Some(parse("97.43")));
        assert_eq!(parse("-9").percent_of(parse("31"), 1), Some(parse("-29.0")));
        assert_eq!(parse("5").percent_of(Decimal::ZERO, 1), None);
    }

    #[test]
    fn adds_and_compares_across_scales() {
        let parse = |text| Decimal::parse(text).unwrap_or_default();
        assert_eq!(parse("1.5") + parse("0.25"), parse("1.75"));
        assert_eq!(parse("2") - parse("5"), parse("-3"));
        assert_eq!(parse("1.50"), parse("1.5"));
        assert!(!parse("1.50").is_integer() && parse("3.00").is_integer());
    }
}
