//! Number formats (ECMA-376-1, 18.8.30 and 18.8.31): the code, and what is in it.

use super::Number;

/// Characters of a code that are looked at; no program accepts more.
const MOST: usize = 255;

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Shown as it is.
    Text(char),
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `/` between digits, or an exponent: not rendered but shown as "General".
    Special,
    General,
    /// `@`: the text itself.
    Itself,
    /// A part of a date: its letter and how often it stands there.
    Date(char, usize),
    /// `[h]`: hours, minutes or seconds in all.
    Elapsed(char),
    /// Before or after noon, in Chinese or not.
    Noon(bool),
}

/// What a section demands of a number: less, equal, greater (or two of them) than the given one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) less: bool,
    pub(super) equal: bool,
    pub(super) greater: bool,
    pub(super) than: Number,
}

/// One of the sections that semicolons divide a code into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) condition: Option<Condition>,
    pub(super) tokens: Vec<Token>,
}

/// A number format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::read) struct Format {
    pub(super) sections: Vec<Section>,
}

impl Format {
    /// Reads a code such as `#,##0;-#,##0;"-"`. Any text is a code; what makes no sense shows as itself.
    pub(in crate::read) fn parse(code: &str) -> Self {
        let mut sections = vec![Section::default()];
        let mut rest = code.chars().take(MOST).collect::<String>();
        if rest.eq_ignore_ascii_case("general") || rest.is_empty() {
            return Self::default();
        }
        rest = rest.replace("G/通用格式", "General");
        let mut chars = rest.chars();
        while let Some(c) = chars.next() {
            if c == ';' {
                sections.push(Section::default());
                continue;
            }
            let Some(section) = sections.last_mut() else { break };
            let tokens = &mut section.tokens;
            match c {
                '"' => tokens.extend(chars.by_ref().take_while(|&c| c != '"').map(Token::Text)),
                '\\' | '!' => tokens.extend(chars.next().map(Token::Text)),
                // A blank as wide as the next character, and filling with it.
                '_' | '*' => drop(chars.next()),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|&c| c != ']').collect();
                    bracket(&inside, section);
                }
                '0' | '#' | '?' => tokens.push(Token::Digit(c)),
                '.' => tokens.push(Token::Point),
                ',' => tokens.push(Token::Comma),
                '%' => tokens.push(Token::Percent),
                '@' => tokens.push(Token::Itself),
                '/' if matches!(tokens.last(), Some(Token::Digit(_))) => tokens.push(Token::Special),
                'E' | 'e' if chars.as_str().starts_with(['+', '-']) => tokens.push(Token::Special),
                _ => {
                    let here = || -> String { std::iter::once(c).chain(chars.clone()).collect() };
                    let mut skip = 0;
                    match c.to_ascii_lowercase() {
                        'g' if begins(&here(), "general") => {
                            skip = 6;
                            tokens.push(Token::General);
                        }
                        'a' if begins(&here(), "am/pm") => {
                            skip = 4;
                            tokens.push(Token::Noon(false));
                        }
                        'a' if begins(&here(), "a/p") => {
                            skip = 2;
                            tokens.push(Token::Noon(false));
                        }
                        '上' if begins(&here(), "上午/下午") => {
                            skip = 4;
                            tokens.push(Token::Noon(true));
                        }
                        letter @ ('y' | 'e' | 'm' | 'd' | 'h' | 's' | 'a') => match tokens.last_mut() {
                            Some(Token::Date(last, times)) if *last == letter => *times += 1,
                            _ => tokens.push(Token::Date(letter, 1)),
                        },
                        _ => tokens.push(Token::Text(c)),
                    }
                    for _ in 0..skip {
                        chars.next();
                    }
                }
            }
        }
        Self { sections }
    }

    /// A built-in format by its number, as Chinese Excel and WPS show it (18.8.30, the lists for `zh-cn`).
    pub(in crate::read) fn built_in(id: u32) -> Self {
        Self::parse(match id {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            5 | 6 => "\"¥\"#,##0;\"¥\"-#,##0",
            7 | 8 => "\"¥\"#,##0.00;\"¥\"-#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14 => "yyyy/m/d",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 => "h:mm AM/PM",
            19 => "h:mm:ss AM/PM",
            20 => "h:mm",
            21 => "h:mm:ss",
            22 => "yyyy/m/d h:mm",
            27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
            28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
            30 => "m-d-yy",
            31 => "yyyy\"年\"m\"月\"d\"日\"",
            32 => "h\"时\"mm\"分\"",
            33 => "h\"时\"mm\"分\"ss\"秒\"",
            34 | 55 => "上午/下午h\"时\"mm\"分\"",
            35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
            37 | 38 => "#,##0;-#,##0",
            39 | 40 => "#,##0.00;-#,##0.00",
            41 => "#,##0;-#,##0;\"-\";@",
            42 => "\"¥\"#,##0;\"¥\"-#,##0;\"¥\"\"-\";@",
            43 => "#,##0.00;-#,##0.00;\"-\"??;@",
            44 => "\"¥\"#,##0.00;\"¥\"-#,##0.00;\"¥\"\"-\"??;@",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mm:ss.0",
            49 => "@",
            _ => "",
        })
    }
}

fn begins(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// What stands in brackets: a condition, a currency, elapsed time; colours and languages mean nothing here.
fn bracket(inside: &str, section: &mut Section) {
    if let Some(currency) = inside.strip_prefix('$') {
        let symbol = currency.split('-').next().unwrap_or("");
        section.tokens.extend(symbol.chars().map(Token::Text));
        return;
    }
    let number = inside.trim_start_matches(['<', '>', '=']);
    if number.len() < inside.len() {
        let signs = inside.get(..inside.len() - number.len()).unwrap_or("");
        let (less, greater) = (signs.contains('<'), signs.contains('>'));
        let equal = signs.contains('=');
        section.condition = Number::parse(number).map(|than| Condition { less, equal, greater, than });
        return;
    }
    let mut letters = inside.chars().map(|c| c.to_ascii_lowercase());
    if let Some(letter @ ('h' | 'm' | 's')) = letters.next()
        && letters.all(|other| other == letter)
    {
        section.tokens.push(Token::Elapsed(letter));
    }
}
