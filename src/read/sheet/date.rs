//! Dates and times: days since the end of 1899, or since 1904.

use super::Number;

/// A point in time, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// Seconds since the beginning of day 0.
    pub(super) total: u64,
    pub(super) year: u64,
    pub(super) month: u64,
    pub(super) day: u64,
    /// 0 is a Sunday.
    pub(super) weekday: u64,
    pub(super) hour: u64,
    pub(super) minute: u64,
    pub(super) second: u64,
}

/// Days that a date may have: up to the end of the year 9999.
const DAYS: u64 = 2_958_466;

impl Moment {
    /// The moment of a serial number; none if it is none that can be shown.
    pub(super) fn of(serial: Number, since_1904: bool) -> Option<Self> {
        if serial.negative || serial.exponent > 6 {
            return None;
        }
        let seconds = u128::from(serial.digits) * 86_400;
        let total = if serial.exponent >= 0 {
            seconds * 10_u128.pow(serial.exponent.unsigned_abs())
        } else {
            match 10_u128.checked_pow(serial.exponent.unsigned_abs()) {
                Some(power) => (seconds + power / 2) / power,
                None => 0,
            }
        };
        let total = u64::try_from(total).ok().filter(|total| total / 86_400 < DAYS)?;
        let serial = total / 86_400 + if since_1904 { 1_462 } else { 0 };
        // Excel takes 1900 for a leap year, so its days before the 1st of March are one behind.
        let days = if serial < 60 && !since_1904 { serial + 1 } else { serial };
        // Days since the 1st of March of the year 0, in eras of 400 years: leap days come last.
        let days = days + 693_899;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let of_years = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * of_years + of_years / 4 - of_years / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = of_years + era * 400 + u64::from(month < 3);
        let of_day = total % 86_400;
        Some(Self {
            total,
            year,
            month,
            day,
            weekday: (serial + 6) % 7,
            hour: of_day / 3600,
            minute: of_day / 60 % 60,
            second: of_day % 60,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_are_days() {
        for (serial, since_1904, want) in [
            ("1", false, (1900, 1, 1, 0, 0)),
            ("59", false, (1900, 2, 28, 0, 0)),
            ("61", false, (1900, 3, 1, 0, 0)),
            ("44927", false, (2023, 1, 1, 0, 0)),
            ("45351.75", false, (2024, 2, 29, 18, 0)),
            ("43465", true, (2023, 1, 1, 0, 0)),
            ("2958465", false, (9999, 12, 31, 0, 0)),
        ] {
            let got = Number::parse(serial).and_then(|serial| Moment::of(serial, since_1904));
            let got = got.map(|at| (at.year, at.month, at.day, at.hour, at.minute));
            assert_eq!(got, Some(want), "{serial}");
        }
        for serial in ["-1", "2958466", "1e300"] {
            assert_eq!(Number::parse(serial).and_then(|serial| Moment::of(serial, false)), None);
        }
        let sunday = Number::parse("44927").and_then(|serial| Moment::of(serial, false));
        assert_eq!(sunday.map(|at| at.weekday), Some(0));
    }
}
