//! How elements look, as far as it decides what is read of them: by their names and attributes, their `style` attribute, and
//! the style sheets of the page.

use super::css::{Rule, Sheet};
use super::{NodeId, Tree};
use crate::read::html::number;
use crate::read::omitted::{Marks, is_white};

/// How an element looks.
#[derive(Debug, Default, Clone, Copy)]
pub(in crate::read::html) struct Look {
    /// It is not shown.
    pub(in crate::read::html) hidden: bool,
    /// What it says of leaving out its text.
    pub(in crate::read::html) marks: Marks,
}

/// The looks of all nodes, by their index.
pub(in crate::read::html) fn all(tree: &Tree, sheet: &Sheet) -> Vec<Look> {
    tree.nodes()
        .map(|node| if tree.name(node).is_empty() { Look::default() } else { look(tree, node, sheet) })
        .collect()
}

fn look(tree: &Tree, node: NodeId, sheet: &Sheet) -> Look {
    let said = Said { own: tree.attribute(node, "style"), rules: sheet.rules(tree, node) };
    let name = tree.name(node);
    let mut look =
        if said.own.is_empty() && said.rules.is_empty() { Look::default() } else { said.look(name) };
    look.hidden |=
        tree.has_attribute(node, "hidden") || tree.attribute(node, "class") == "MsoCommentReference";
    match name {
        "s" | "strike" => look.marks.struck = Some(true),
        "sup" | "sub" => look.marks.raised = Some(true),
        "font" if look.marks.white.is_none() => {
            let colour = tree.attribute(node, "color");
            look.marks.white = (!colour.is_empty()).then(|| is_pale(colour));
        }
        _ => {}
    }
    look
}

/// What is said of an element in the language of style sheets.
struct Said<'a> {
    /// Its `style` attribute.
    own: &'a str,
    /// The rules that fit it.
    rules: Vec<&'a Rule>,
}

impl Said<'_> {
    /// The value of a property, in lower case.
    fn get(&self, property: &str) -> Option<String> {
        let best = self.rules.iter().filter(|rule| rule.property == property).max_by_key(|rule| rule.weight);
        let own = self.own.split(';').rev().find_map(|declaration| {
            let (name, value) = declaration.split_once(':')?;
            name.trim().eq_ignore_ascii_case(property).then(|| value.trim().to_ascii_lowercase())
        });
        match (own, best) {
            (Some(own), Some(rule)) if rule.weight.0 && !own.contains("!important") => {
                Some(rule.value.clone())
            }
            (Some(own), _) => Some(own),
            (None, best) => best.map(|rule| rule.value.clone()),
        }
    }

    fn look(&self, name: &str) -> Look {
        // Most attributes set margins and fonts only.
        let says = |word: &str| {
            self.rules.iter().any(|rule| rule.property.contains(word))
                || self
                    .own
                    .as_bytes()
                    .windows(word.len())
                    .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
        };
        let mut look = Look::default();
        if says("color") || says("background") {
            look.marks.white = self.white();
            look.hidden |= self.get("color").is_some_and(|colour| colour == "transparent");
        }
        if says("text-decoration") {
            let lines = self.get("text-decoration").or_else(|| self.get("text-decoration-line"));
            look.marks.struck = lines.is_some_and(|lines| lines.contains("line-through")).then_some(true);
        }
        // Cells are aligned, too, and that raises nothing.
        if says("vertical-align") && !matches!(name, "td" | "th" | "tr" | "img") {
            look.marks.raised = self.get("vertical-align").map(|align| match align.as_str() {
                "super" | "sub" | "text-top" => true,
                length => {
                    length.ends_with(char::is_alphabetic) && number(length.trim_start_matches('-')) > Some(0)
                }
            });
        }
        if says("font") {
            look.marks.size =
                self.get("font-size").or_else(|| self.get("font")).and_then(|size| half_points(&size));
        }
        if says("font-size") && look.marks.raised.is_none() {
            // Much smaller than the text around, as marks of notes are even where they are not raised.
            let small = self.get("font-size").is_some_and(|size| {
                let tenths = size
                    .strip_suffix("em")
                    .and_then(|size| size.strip_prefix('0').or(Some(size))?.strip_prefix('.'));
                size.ends_with('%') && number(&size).is_some_and(|share| share <= 70)
                    || tenths.is_some_and(|tenths| {
                        tenths.starts_with(['1', '2', '3', '4', '5', '6']) || tenths == "7"
                    })
            });
            look.marks.raised = small.then_some(true);
        }
        let is = |property: &str, hides: fn(&str) -> bool| {
            says(property) && self.get(property).is_some_and(|value| hides(&value))
        };
        // Text is moved off the page where only search engines are to find it.
        let far = |value: &str| value.strip_prefix('-').and_then(number).is_some_and(|length| length >= 900);
        look.hidden |= is("display", |value| value.starts_with("none"))
            || is("visibility", |value| value.starts_with("hidden") || value.starts_with("collapse"))
            || is("mso-hide", |value| value == "all")
            || is("mso-element", |value| value == "comment-list")
            || is("opacity", |value| value.starts_with('0') && value.trim_matches(['0', '.']).is_empty())
            || is("clip", |value| value.starts_with("rect(0") || value.starts_with("rect(1px"))
            || is("left", far)
            || is("text-indent", far);
        look
    }

    /// Whether the text is white, on no ground of its own. What has a ground of its own is seen.
    fn white(&self) -> Option<bool> {
        let ground = self.get("background").or_else(|| self.get("background-color"));
        let dark = ground.is_some_and(|ground| !is_pale(&ground) && !ground.starts_with("transparent"));
        self.get("color").map(|colour| is_pale(&colour) && !dark).or(dark.then_some(false))
    }
}

/// A size of `font-size` or in `font`, in half points. One that is relative to what is around says that the text is to be
/// read, and stands for a usual one.
fn half_points(value: &str) -> Option<u16> {
    const USUAL: u16 = 21;
    let of = |word: &str| {
        let word = word.split('/').next().unwrap_or(word);
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        // Half points in a hundred units.
        let per_hundred = match unit {
            "px" => 150,
            "pt" => 200,
            "" if !word.is_empty() && word.trim_matches(['0', '.']).is_empty() => 0,
            "em" | "rem" | "%" | "vw" | "larger" | "smaller" | "small" | "medium" | "large" | "x-small"
            | "xx-small" | "x-large" | "xx-large" => return Some(USUAL),
            _ => return None,
        };
        let (whole, tenth) = word.get(..word.len() - unit.len())?.split_once('.').map_or_else(
            || (number(word), 0),
            |(whole, part)| (number(whole).or(Some(0)), part.get(..1).and_then(number).unwrap_or(0)),
        );
        let tenths = whole?.min(1000) * 10 + tenth;
        u16::try_from(tenths * per_hundred / 1000).ok()
    };
    value.split_ascii_whitespace().find_map(of)
}

fn is_pale(colour: &str) -> bool {
    is_white(colour) || colour.replace(' ', "").starts_with("rgb(255,255,255")
}
