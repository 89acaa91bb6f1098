//! Queries of media: whether what they guard is shown on the screen of a desk.

use super::value::part;

/// The width of a window on a desk.
const WIDTH: i64 = 1280;
const HEIGHT: i64 = 800;

/// Whether a list of queries holds. One that is not understood does not.
pub(super) fn holds(queries: &str) -> bool {
    let queries = queries.trim().to_ascii_lowercase();
    queries.is_empty() || queries.split(',').any(query)
}

fn query(query: &str) -> bool {
    let query = query.trim();
    if let Some(rest) = query.strip_prefix("not ") {
        return !self::query(rest);
    }
    let query = query.strip_prefix("only ").unwrap_or(query);
    query.split(" and ").all(|condition| match condition.trim() {
        "screen" | "all" => true,
        condition => {
            condition.strip_prefix('(').and_then(|condition| condition.strip_suffix(')')).is_some_and(feature)
        }
    })
}

fn feature(feature: &str) -> bool {
    let Some((name, value)) = feature.split_once(':') else {
        return matches!(feature.trim(), "color" | "hover" | "width" | "height");
    };
    let (name, value) = (name.trim(), value.trim());
    // Points of the screen; other units as if they were as many letters.
    let length = || {
        let (number, unit) = part(value)?;
        Some(number / 1000 * if matches!(unit, "em" | "rem") { 16 } else { 1 })
    };
    match name {
        "min-width" | "min-device-width" => length().is_some_and(|least| WIDTH >= least),
        "max-width" | "max-device-width" => length().is_some_and(|most| WIDTH <= most),
        "min-height" | "min-device-height" => length().is_some_and(|least| HEIGHT >= least),
        "max-height" | "max-device-height" => length().is_some_and(|most| HEIGHT <= most),
        "orientation" => value == "landscape",
        "prefers-color-scheme" => value == "light",
        "hover" | "any-hover" => value == "hover",
        "pointer" | "any-pointer" => value == "fine",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_on_a_desk() {
        for (queries, want) in [
            ("", true),
            ("screen", true),
            ("print", false),
            ("not print", true),
            ("print, screen", true),
            ("only screen and (min-width: 600px)", true),
            ("(max-width:600px)", false),
            ("screen and (min-width:20em) and (orientation:portrait)", false),
            ("speech", false),
        ] {
            assert_eq!(holds(queries), want, "{queries}");
        }
    }
}
