//! Colours, as far as they decide whether text can be told from its ground.

/// A colour, or what stands in the place of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    /// Red, green and blue.
    Of([u8; 3]),
    /// Whatever can be read on its ground; as a ground, one that is not known.
    Auto,
    /// Transparent.
    Clear,
}

/// Two colours that differ by no more than this in each of their parts are one to the eye.
const NEAR: u8 = 8;

impl Colour {
    pub(super) const WHITE: Self = Self::Of([255; 3]);
    pub(super) const BLACK: Self = Self::Of([0; 3]);

    /// The colour of six or three hexadecimal digits, as office programs write it; `auto` and the like are none.
    pub(super) fn hex(value: &str) -> Option<Self> {
        let digits = value.trim().trim_start_matches('#');
        let parse = |digits: &str| u8::from_str_radix(digits, 16).ok();
        let part = |at: usize| match digits.len() {
            3 => parse(digits.get(at..=at)?).map(|part| part * 17),
            6 => parse(digits.get(2 * at..2 * at + 2)?),
            _ => None,
        };
        Some(Self::Of([part(0)?, part(1)?, part(2)?]))
    }

    /// The colours that office programs know by a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name.trim().to_ascii_lowercase().as_str() {
            "white" => Self::WHITE,
            "black" => Self::BLACK,
            "red" => Self::Of([255, 0, 0]),
            "green" => Self::Of([0, 128, 0]),
            "blue" => Self::Of([0, 0, 255]),
            "yellow" => Self::Of([255, 255, 0]),
            "lime" => Self::Of([0, 255, 0]),
            "cyan" | "aqua" => Self::Of([0, 255, 255]),
            "magenta" | "fuchsia" => Self::Of([255, 0, 255]),
            "gray" | "grey" => Self::Of([128; 3]),
            "silver" => Self::Of([192; 3]),
            "lightgray" | "lightgrey" => Self::Of([211; 3]),
            "darkgray" | "darkgrey" => Self::Of([169; 3]),
            "whitesmoke" => Self::Of([245; 3]),
            "snow" => Self::Of([255, 250, 250]),
            "ivory" => Self::Of([255, 255, 240]),
            "navy" | "darkblue" => Self::Of([0, 0, 128]),
            "maroon" => Self::Of([128, 0, 0]),
            "purple" => Self::Of([128, 0, 128]),
            "teal" => Self::Of([0, 128, 128]),
            "olive" => Self::Of([128, 128, 0]),
            "orange" => Self::Of([255, 165, 0]),
            "darkred" => Self::Of([139, 0, 0]),
            "darkgreen" => Self::Of([0, 100, 0]),
            _ => return None,
        })
    }

    /// Whether the eye takes both for the same.
    pub(super) fn is_near(self, other: Self) -> bool {
        match (self, other) {
            (Self::Of(one), Self::Of(other)) => {
                one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= NEAR)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_names() {
        for (value, want) in [
            ("#ffffff", Some(Colour::WHITE)),
            ("FFF", Some(Colour::WHITE)),
            ("102030", Some(Colour::Of([16, 32, 48]))),
            ("auto", None),
            ("公", None),
            ("", None),
        ] {
            assert_eq!(Colour::hex(value), want, "{value}");
        }
        assert!(Colour::WHITE.is_near(Colour::Of([250; 3])) && !Colour::WHITE.is_near(Colour::Of([240; 3])));
        assert!(!Colour::Auto.is_near(Colour::Auto));
    }
}
