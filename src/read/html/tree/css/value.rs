//! Values: colours and lengths.

use crate::read::colour::Colour;

/// A number in thousandths, and what follows it.
pub(in crate::read::html::tree) fn part(value: &str) -> Option<(i64, &str)> {
    let value = value.trim();
    let (sign, digits) = match value.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let (number, unit) = digits.split_at_checked(end)?;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().unwrap_or(1 << 40) };
    let mut thousandths = 0;
    for at in 0..3 {
        let digit = fraction.as_bytes().get(at).map_or(0, |byte| i64::from(byte.wrapping_sub(b'0')));
        thousandths = thousandths * 10 + digit;
    }
    Some((sign * (whole.min(1 << 40) * 1000 + thousandths), unit.trim()))
}

/// A length in thousandths of a point of the screen. One that is relative to the window or to what is around is taken as if
/// that had a hundred points.
pub(in crate::read::html::tree) fn length(value: &str) -> Option<i64> {
    let (number, unit) = part(value)?;
    Some(match unit {
        "" | "px" | "%" => number,
        "pt" => number * 4 / 3,
        "pc" | "em" | "rem" | "ch" | "ex" => number * 16,
        "in" => number * 96,
        "cm" => number * 38,
        "mm" => number * 4,
        "vw" | "vh" | "vmin" | "vmax" => number * 10,
        _ => return None,
    })
}

/// A colour. `None` for what says none, such as `inherit`.
pub(in crate::read::html::tree) fn colour(value: &str) -> Option<Colour> {
    let value = value.trim();
    if let Some(digits) = value.strip_prefix('#') {
        let opaque = match digits.len() {
            4 | 8 => {
                let (colour, alpha) = digits.split_at_checked(digits.len() / 4 * 3)?;
                if alpha.trim_matches('0').is_empty() {
                    return Some(Colour::Clear);
                }
                colour
            }
            _ => digits,
        };
        return Colour::hex(opaque);
    }
    if value == "transparent" {
        return Some(Colour::Clear);
    }
    let Some((name, inside)) = value.split_once('(') else { return Colour::named(value) };
    let inside = inside.trim_end_matches(')').replace([',', '/'], " ");
    let parts: Vec<(i64, &str)> = inside.split_ascii_whitespace().filter_map(part).collect();
    let [first, second, third, rest @ ..] = parts.as_slice() else { return None };
    if rest.first().is_some_and(|(alpha, _)| *alpha < 50) {
        return Some(Colour::Clear);
    }
    let byte = |value: i64| u8::try_from(value.clamp(0, 255)).unwrap_or(0);
    match name.trim() {
        "rgb" | "rgba" => {
            let part = |(number, unit): &(i64, &str)| {
                byte(if *unit == "%" { number * 255 / 100_000 } else { number / 1000 })
            };
            Some(Colour::Of([part(first), part(second), part(third)]))
        }
        "hsl" | "hsla" => {
            let percent = |(number, _): &(i64, &str)| (*number).clamp(0, 100_000);
            let (hue, saturation, light) = (first.0 / 1000, percent(second), percent(third));
            // CSS Color 4, 7.1, in hundred thousandths.
            let spread = saturation * light.min(100_000 - light) / 100_000;
            let part = |shift: i64| {
                let at = (shift * 1000 + hue.rem_euclid(360) * 1000 / 30).rem_euclid(12_000);
                let slope = (at - 3000).min(9000 - at).clamp(-1000, 1000);
                byte((light - spread * slope / 1000) * 255 / 100_000)
            };
            Some(Colour::Of([part(0), part(8), part(4)]))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours() {
        for (value, want) in [
            ("#fff", Some(Colour::WHITE)),
            ("#ffffff80", Some(Colour::WHITE)),
            ("#0000", Some(Colour::Clear)),
            ("rgb(255 255 255)", Some(Colour::WHITE)),
            ("rgba(0,0,0,0)", Some(Colour::Clear)),
            ("rgb(100%, 100%, 100%)", Some(Colour::WHITE)),
            ("hsl(0deg 0% 100%)", Some(Colour::WHITE)),
            ("hsl(120, 100%, 50%)", Some(Colour::Of([0, 255, 0]))),
            ("inherit", None),
        ] {
            assert_eq!(colour(value), want, "{value}");
        }
    }

    #[test]
    fn lengths() {
        for (value, want) in [
            ("1px", Some(1000)),
            (".5em", Some(8000)),
            ("-9999px", Some(-9_999_000)),
            ("0", Some(0)),
            ("auto", None),
        ] {
            assert_eq!(length(value), want, "{value}");
        }
    }
}
