//! Fields of the kind EQ (ISO/IEC 29500-1, 17.16.5.17), which have no result: what they set, they show. Office programs write
//! ruby so where the format has none: `EQ \* jc2 \* hps10 \o\ad(\s\up 9(注音),字)`.

use std::ops::Range;

/// No longer code is kept of a field.
pub(super) const LONGEST: usize = 2_000;

/// What an EQ field shows, and whether something above it was left out; `None` if the code is that of another field. Of an
/// equation that is none of ruby, the code itself is shown: it is no number, and nothing is lost.
pub(super) fn shown(code: &str) -> Option<(&str, bool)> {
    match base(code)? {
        Some(range) => Some((code.get(range).unwrap_or_default(), true)),
        None => Some((code.trim(), false)),
    }
}

/// Where in the code the text is that others are set above; `None` inside where it is another equation.
#[expect(clippy::option_option, reason = "no equation at all, and none with text above")]
pub(super) fn base(code: &str) -> Option<Option<Range<usize>>> {
    let start = code.trim_start();
    if !start.get(..2)?.eq_ignore_ascii_case("EQ") || start.chars().nth(2).is_some_and(char::is_alphanumeric)
    {
        return None;
    }
    Some(overstruck(code))
}

/// The argument of `\o` that is not raised, if it is one only.
fn overstruck(code: &str) -> Option<Range<usize>> {
    let open = code.find("\\o").and_then(|at| Some(at + code.get(at..)?.find('(')?))?;
    let mut depth = 0_usize;
    let mut from = open + 1;
    let mut arguments = Vec::new();
    let mut escaped = false;
    for (at, char) in code.char_indices().skip_while(|(at, _)| *at < open) {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = !code.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphabetic)),
            '(' => depth += 1,
            ')' if depth == 1 => {
                arguments.push(from..at);
                break;
            }
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 1 => {
                arguments.push(from..at);
                from = at + 1;
            }
            _ => {}
        }
    }
    let is_raised = |range: &Range<usize>| {
        code.get(range.clone()).is_some_and(|text| text.trim_start().starts_with("\\s"))
    };
    let (raised, plain): (Vec<_>, Vec<_>) = arguments.into_iter().partition(is_raised);
    match plain.as_slice() {
        [only] if !raised.is_empty() => Some(only.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ruby_is_left_out_and_other_equations_show_their_code() {
        for (code, want) in [
            (" EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(9),12)", Some(("12", true))),
            ("eq \\o(\\s\\up 9(a(b),c);12)", Some(("12", true))),
            ("EQ \\f(1,2)", Some(("EQ \\f(1,2)", false))),
            ("EQ \\o(○,1)", Some(("EQ \\o(○,1)", false))),
            ("EQ \\o(\\s\\up 9(9)", Some(("EQ \\o(\\s\\up 9(9)", false))),
            ("EQUAL", None),
            ("PAGE", None),
            ("", None),
        ] {
            assert_eq!(shown(code), want, "{code}");
        }
    }
}
