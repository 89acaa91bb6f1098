//! Selectors as they are written.

use super::{Attribute, Compound, Relation, Selector, State};

/// Elements that a selector names one inside or behind the other.
const STEPS: usize = 8;
/// Selectors inside of selectors.
const DEPTH: usize = 4;

/// The selectors of a list, so deep inside of others.
pub(super) fn list(source: &str, depth: usize) -> Vec<Selector> {
    split(source).into_iter().filter_map(|part| parse(part, depth)).collect()
}

/// Cuts a list at its commas, outside of brackets and strings.
fn split(source: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth, mut quote) = (Vec::new(), 0, 0_usize, None);
    for (at, byte) in source.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) => quote = (byte != open).then_some(open),
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'(' | b'[') => depth += 1,
            (None, b')' | b']') => depth = depth.saturating_sub(1),
            (None, b',') if depth == 0 => {
                parts.extend(source.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(source.get(from..));
    parts
}

/// Reads a selector; `None` if it never fits or makes no sense.
fn parse(source: &str, depth: usize) -> Option<Selector> {
    let mut text = Text(source.trim());
    let mut unsure = false;
    // Each step with how it is found from the one to its right.
    let mut steps: Vec<(Relation, Compound)> = Vec::new();
    let mut relation = Relation::Ancestor;
    loop {
        steps.push((relation, text.compound(depth, &mut unsure)?));
        let blank = text.0.starts_with(|c: char| c.is_ascii_whitespace());
        text.0 = text.0.trim_start();
        relation = match text.0.chars().next() {
            None => break,
            Some('>') => Relation::Parent,
            Some('+') => Relation::Previous,
            Some('~') => Relation::Earlier,
            Some(_) if blank => Relation::Ancestor,
            Some(_) => return None,
        };
        if relation != Relation::Ancestor {
            text.0 = text.0.get(1..)?.trim_start();
        }
        if steps.len() >= STEPS {
            return None;
        }
    }
    let (mut relation, own) = steps.pop()?;
    let mut around = Vec::new();
    while let Some((next, step)) = steps.pop() {
        around.push((relation, step));
        relation = next;
    }
    Some(Selector { own, around, unsure })
}

/// What is left of a selector.
struct Text<'a>(&'a str);

impl<'a> Text<'a> {
    fn eat(&mut self, char: char) -> bool {
        let rest = self.0.strip_prefix(char);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// A name, with its escapes resolved; empty if there is none.
    fn name(&mut self) -> String {
        let mut name = String::new();
        let mut chars = self.0.chars();
        while let Some(char) = chars.clone().next() {
            match char {
                '\\' => {
                    chars.next();
                    let hex: String = chars.clone().take(6).take_while(char::is_ascii_hexdigit).collect();
                    if hex.is_empty() {
                        name.extend(chars.next());
                        continue;
                    }
                    chars.by_ref().take(hex.len()).for_each(drop);
                    name.extend(u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32));
                    if chars.clone().next() == Some(' ') {
                        chars.next();
                    }
                }
                _ if char.is_ascii_alphanumeric() || matches!(char, '-' | '_') || !char.is_ascii() => {
                    name.push(char);
                    chars.next();
                }
                _ => break,
            }
        }
        self.0 = chars.as_str();
        name
    }

    /// What stands between brackets, behind the opening one.
    fn inside(&mut self, close: u8) -> Option<&'a str> {
        let (mut depth, mut quote) = (1_usize, None);
        for (at, byte) in self.0.bytes().enumerate() {
            match (quote, byte) {
                (Some(open), _) => quote = (byte != open).then_some(open),
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'(' | b'[') => depth += 1,
                (None, b')' | b']') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let inside = self.0.get(..at).filter(|_| byte == close)?;
                self.0 = self.0.get(at + 1..)?;
                return Some(inside);
            }
        }
        None
    }

    fn compound(&mut self, depth: usize, unsure: &mut bool) -> Option<Compound> {
        let mut found = Compound::default();
        let before = self.0.len();
        if !self.eat('*') {
            found.element = self.name().to_ascii_lowercase();
        }
        loop {
            if self.eat('#') {
                found.id = self.name();
            } else if self.eat('.') {
                found.classes.push(self.name());
            } else if self.eat('[') {
                found.attributes.push(attribute(self.inside(b']')?)?);
            } else if self.eat(':') {
                self.state(&mut found, depth, unsure)?;
            } else {
                break;
            }
        }
        let named = found.classes.iter().all(|class| !class.is_empty());
        (self.0.len() < before && named).then_some(found)
    }

    /// A pseudo-class. `None` if no element of a page at rest has it, or if it is a pseudo-element.
    fn state(&mut self, found: &mut Compound, depth: usize, unsure: &mut bool) -> Option<()> {
        if self.0.starts_with(':') {
            return None;
        }
        let name = self.name().to_ascii_lowercase();
        let inside = if self.eat('(') { Some(self.inside(b')')?) } else { None };
        let mut selectors = || {
            let selectors = inside.filter(|_| depth < DEPTH).map(|inside| list(inside, depth + 1))?;
            *unsure |= selectors.iter().any(|selector| selector.unsure);
            Some(selectors)
        };
        let state = match name.as_str() {
            "is" | "where" | "matches" | "-webkit-any" | "-moz-any" => State::Is(selectors()?),
            "not" => State::Not(selectors()?),
            "first-child" => State::Child(0, 1),
            "last-child" => State::Last,
            "only-child" => {
                found.states.push(State::Child(0, 1));
                State::Last
            }
            "nth-child" => {
                let Some((step, first)) = nth(inside?) else {
                    *unsure = true;
                    return Some(());
                };
                State::Child(step, first)
            }
            "root" => State::Root,
            "empty" => State::Empty,
            "link" | "any-link" | "defined" | "enabled" | "scope" => return Some(()),
            "hover"
            | "focus"
            | "focus-within"
            | "focus-visible"
            | "active"
            | "target"
            | "visited"
            | "before"
            | "after"
            | "first-letter"
            | "first-line"
            | "selection"
            | "placeholder-shown"
            | "fullscreen"
            | "-webkit-scrollbar"
            | "-moz-placeholder"
            | "-ms-input-placeholder"
            | "modal"
            | "host" => {
                return None;
            }
            _ => {
                *unsure = true;
                return Some(());
            }
        };
        found.states.push(state);
        Some(())
    }
}

/// `2n+1`, `odd`, `3`: every so many, and the first.
fn nth(source: &str) -> Option<(i64, i64)> {
    let source: String = source.chars().filter(|char| !char.is_ascii_whitespace()).collect();
    let source = source.to_ascii_lowercase();
    match source.as_str() {
        "odd" => return Some((2, 1)),
        "even" => return Some((2, 0)),
        _ => {}
    }
    let Some((step, first)) = source.split_once('n') else { return Some((0, source.parse().ok()?)) };
    let step = match step {
        "" | "+" => 1,
        "-" => -1,
        step => step.parse().ok()?,
    };
    let first = if first.is_empty() { 0 } else { first.trim_start_matches('+').parse().ok()? };
    Some((step, first))
}

/// `lang`, `lang=zh`, `class^="old"`.
fn attribute(inside: &str) -> Option<Attribute> {
    let Some((name, value)) = inside.split_once('=') else {
        return Some(Attribute { name: inside.trim().to_ascii_lowercase(), how: ' ', value: String::new() });
    };
    let name = name.trim_end();
    let how = name.chars().next_back().filter(|how| matches!(how, '~' | '|' | '^' | '$' | '*'));
    let name = how.map_or(name, |how| name.trim_end_matches(how));
    let value = value.trim();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
    let value = match quote {
        Some(quote) => value.get(1..)?.split(quote).next()?,
        None => value.split_ascii_whitespace().next()?,
    };
    let name = name.trim().to_ascii_lowercase();
    Some(Attribute { name, how: how.unwrap_or('='), value: value.to_owned() })
}
