//! How elements look, as far as it decides what is read of them: by their names and attributes, their `style` attribute, and
//! the style sheets of the page.

use super::css::{self, Rule, Sheet, colour, length, part};
use super::{NodeId, Tree};
use crate::read::colour::Colour;
use crate::read::omitted::Marks;

/// How an element looks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(in crate::read::html) struct Look {
    /// It is not shown.
    pub(in crate::read::html) hidden: bool,
    /// What it says of leaving out its text.
    marks: Marks,
    /// The size of its text in hundredths of that around it.
    scale: Option<u16>,
}

/// The size of text where nothing is said: 16 px in half points.
const USUAL: u16 = 24;

impl Look {
    /// What leaves out text in it, by what leaves out text around it.
    pub(in crate::read::html) fn within(&self, around: Marks) -> Marks {
        let mut marks = self.marks.or(around);
        if let Some(scale) = self.scale {
            let size = u32::from(around.size.unwrap_or(USUAL)) * u32::from(scale) / 100;
            marks.size = u16::try_from(size).ok();
        }
        marks
    }

    /// What holds outside of all elements.
    pub(in crate::read::html) fn outside() -> Marks {
        Marks { size: Some(USUAL), ..Marks::default() }
    }

    /// Whether it and all text in it that says nothing else is not shown.
    pub(in crate::read::html) fn is_unseen(&self) -> bool {
        self.hidden || self.marks.hidden == Some(true)
    }
}

/// The looks of all nodes, by their index.
pub(in crate::read::html) fn all(tree: &Tree, sheet: &Sheet) -> Vec<Look> {
    tree.nodes()
        .map(|node| if tree.name(node).is_empty() { Look::default() } else { look(tree, node, sheet) })
        .collect()
}

fn look(tree: &Tree, node: NodeId, sheet: &Sheet) -> Look {
    let (own, rules) = (tree.attribute(node, "style"), sheet.rules(tree, node));
    let name = tree.name(node);
    let mut look = Look::default();
    if !own.is_empty() || !rules.is_empty() {
        let sure = rules.iter().copied().filter(|rule| !rule.is_unsure());
        look = Said::of(own, sure, sheet).look(name);
        if rules.iter().any(|rule| rule.is_unsure()) {
            let all = Said::of(own, rules.iter().copied(), sheet).look(name);
            let differs =
                all.is_unseen() != look.is_unseen() || all.marks.is_plain() != look.marks.is_plain();
            look.marks.unsure = look.marks.unsure.or(differs.then_some(true));
        }
    }
    look.hidden |=
        tree.has_attribute(node, "hidden") || tree.attribute(node, "class") == "MsoCommentReference";
    match name {
        "s" | "strike" => look.marks.struck = Some(true),
        "sup" | "sub" => look.marks.raised = Some(true),
        "dialog" => look.hidden |= !tree.has_attribute(node, "open"),
        "small" => look.scale = look.scale.or(look.marks.size.is_none().then_some(83)),
        "font" => {
            look.marks.colour = look.marks.colour.or_else(|| coloured(tree.attribute(node, "color")));
            let size = tree.attribute(node, "size");
            let sizes = [USUAL, 15, 20, 24, 27, 36, 48, 72];
            let found = size.parse().ok().and_then(|size: usize| sizes.get(size)).copied();
            look.marks.size = look.marks.size.or(found);
        }
        "table" | "tr" | "td" | "th" | "body" | "tbody" | "thead" | "tfoot" => {
            look.marks.ground = look.marks.ground.or_else(|| coloured(tree.attribute(node, "bgcolor")));
        }
        _ => {}
    }
    look
}

/// A colour of an attribute, which may lack its `#`.
fn coloured(value: &str) -> Option<Colour> {
    if value.is_empty() {
        return None;
    }
    colour(&value.to_ascii_lowercase()).or_else(|| Colour::hex(value)).or(Some(Colour::Auto))
}

/// What is said of an element in the language of style sheets: each property with its value.
struct Said(Vec<(&'static str, String, css::Weight)>);

impl Said {
    fn of<'a>(own: &str, rules: impl Iterator<Item = &'a Rule>, sheet: &Sheet) -> Self {
        let mut said = Self(Vec::new());
        for (at, declaration) in own.split(';').enumerate() {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            if let Some(property) = css::known(name) {
                let value = value.trim().to_ascii_lowercase();
                let important = value.contains("!important");
                let value = value.split('!').next().unwrap_or("").trim().to_owned();
                said.put(property, value, (important, usize::MAX, 0, 0, at));
            }
        }
        for rule in rules {
            said.put(rule.property, rule.value.clone(), rule.weight);
        }
        for (_, value, _) in &mut said.0 {
            if value.contains("var(") {
                *value = sheet.resolve(value).unwrap_or_default();
            }
        }
        said
    }

    fn put(&mut self, property: &'static str, value: String, weight: css::Weight) {
        match self.0.iter_mut().find(|(name, ..)| *name == property) {
            Some(known) if known.2 <= weight => *known = (property, value, weight),
            Some(_) => {}
            None => self.0.push((property, value, weight)),
        }
    }

    /// The value of a property, in lower case.
    fn get(&self, property: &str) -> Option<&str> {
        self.0.iter().find(|(name, ..)| *name == property).map(|(_, value, _)| value.as_str())
    }

    fn look(&self, name: &str) -> Look {
        let mut look = Look::default();
        if self.0.is_empty() {
            return look;
        }
        let marks = &mut look.marks;
        marks.ground = self.ground();
        marks.colour = self.get("-webkit-text-fill-color").or_else(|| self.get("color")).and_then(colour);
        if marks.colour == Some(Colour::Clear) && self.get("background-clip").is_some() {
            // The ground shows through the letters.
            marks.colour = None;
        }
        let lines = self.get("text-decoration").or_else(|| self.get("text-decoration-line"));
        marks.struck = lines.is_some_and(|lines| lines.contains("line-through")).then_some(true);
        marks.raised = self.raised(name);
        // Moved by a style, digits may be a mark or only be set so: kept apart from the number, never dropped.
        marks.unsure = self.is_moved(name).then_some(true);
        let size = self.get("font-size").or_else(|| self.get("font"));
        match size.and_then(|size| size.split_ascii_whitespace().find_map(sized)) {
            Some(Size::Half(size)) => marks.size = Some(size),
            Some(Size::Share(share)) => look.scale = Some(share),
            None => {}
        }
        let visibility = self.get("visibility");
        marks.hidden = match visibility {
            Some("hidden") => Some(true),
            Some("visible") => Some(false),
            _ => None,
        };
        look.hidden = visibility.is_some_and(|value| value == "collapse") || self.hides(name);
        look
    }

    /// The colour of the ground; what shows through says nothing.
    fn ground(&self) -> Option<Colour> {
        if self.get("background-image").is_some_and(|image| image != "none") {
            return Some(Colour::Auto);
        }
        let ground = self.get("background-color").or_else(|| self.get("background"))?;
        let found = if ground.contains("url(") || ground.contains("gradient") {
            Some(Colour::Auto)
        } else {
            colour(ground).or_else(|| ground.split_ascii_whitespace().find_map(colour))
        };
        // A colour that is not known is no white one.
        let says_none = matches!(ground, "none" | "inherit" | "initial" | "unset" | "revert" | "transparent");
        found.or((!says_none).then_some(Colour::Auto)).filter(|ground| *ground != Colour::Clear)
    }

    fn raised(&self, name: &str) -> Option<bool> {
        if matches!(self.get("font-variant-position"), Some("super" | "sub")) {
            return Some(true);
        }
        // Cells are aligned, too, and that raises nothing.
        if matches!(name, "td" | "th" | "tr" | "img") {
            return None;
        }
        self.get("vertical-align").map(|align| match align {
            "super" | "sub" | "text-top" => true,
            align => length(align).is_some_and(|length| length.abs() >= 2000),
        })
    }

    /// Whether a piece of a line is moved up or down. Boxes are moved as a whole, with their numbers.
    fn is_moved(&self, name: &str) -> bool {
        let inline = matches!(
            name,
            "span" | "font" | "a" | "b" | "i" | "u" | "em" | "strong" | "small" | "big" | "label" | "mark"
        );
        let far = |side: &str| {
            let value = self.get(side).filter(|value| !value.ends_with('%'));
            value.and_then(length).is_some_and(|length| length.abs() >= 3000)
        };
        inline && self.get("position") == Some("relative") && (far("top") || far("bottom"))
    }

    /// Whether what does not fit into an element is cut off, from side to side or from top to bottom.
    fn is_clipped(&self, own: &str, second: bool) -> bool {
        let both = self.get("overflow").map(|value| {
            let mut axes = value.split_ascii_whitespace();
            let first = axes.next().unwrap_or_default();
            if second { axes.next().unwrap_or(first) } else { first }
        });
        self.get(own).or(both).is_some_and(|value| matches!(value, "hidden" | "clip"))
    }

    /// Whether nothing of the element is shown, by whatever trick.
    fn hides(&self, name: &str) -> bool {
        let is = |property: &str, hides: fn(&str) -> bool| self.get(property).is_some_and(hides);
        // Text is moved off the page where only search engines are to find it.
        let far = |value: &str| length(value).is_some_and(|length| length <= -900_000);
        let off = |value: &str| far(value) || value.starts_with("-100v");
        let no_room = |side: &str| {
            let value = self.get(side);
            value.and_then(length).is_some_and(|length| {
                // A share of what is not known is little only if it is none.
                let most = if value.is_some_and(|value| value.ends_with('%')) { 0 } else { 1000 };
                (0..=most).contains(&length)
            })
        };
        // What grows or has a least size is as large as its content or its surroundings.
        let grows = ["flex", "flex-grow", "min-width", "min-height"]
            .iter()
            .any(|property| self.get(property).is_some());
        let (across, down) = (self.is_clipped("overflow-x", false), self.is_clipped("overflow-y", true));
        let in_no_room = !grows
            && !matches!(name, "td" | "th" | "tr" | "table" | "body" | "html")
            && (across && (no_room("width") || no_room("max-width"))
                || down && (no_room("height") || no_room("max-height"))
                || (across || down)
                    && is("text-indent", |value| value.ends_with('%') && length(value) >= Some(100_000)));
        let clip = |value: &str| {
            let inside = value.split_once('(').map_or("", |(_, inside)| inside).trim_end_matches(')');
            let shape = value.split('(').next().unwrap_or_default().trim();
            let mut parts = inside.split([',', ' ']).filter(|part| !part.is_empty()).map(length);
            match shape {
                "rect" => parts.all(|part| part.is_some_and(|part| part <= 1000)),
                "inset" => parts.next().flatten().is_some_and(|part| part >= 50_000) && inside.contains('%'),
                "circle" | "ellipse" => parts.next().flatten() == Some(0),
                _ => false,
            }
        };
        is("display", |value| value.starts_with("none"))
            || is("mso-hide", |value| value == "all")
            || is("mso-element", |value| value == "comment-list")
            || is("opacity", |value| {
                part(value).is_some_and(|(part, unit)| part < if unit == "%" { 5000 } else { 50 })
            })
            || is("filter", |value| {
                let alpha = value.split_once("opacity(").and_then(|(_, alpha)| part(alpha));
                alpha.is_some_and(|(alpha, _)| alpha < 50)
            })
            || is("content-visibility", |value| value == "hidden")
            || is("clip", clip)
            || is("clip-path", clip)
            || is("scale", |value| part(value).is_some_and(|(scale, _)| scale == 0))
            || is("transform", |value| {
                let inside = |name: &str| value.split_once(name).and_then(|(_, rest)| rest.split_once('('));
                inside("scale").is_some_and(|(_, scale)| part(scale).is_some_and(|(scale, _)| scale < 10))
                    || inside("translate").is_some_and(|(_, moved)| {
                        moved.split([',', ')']).filter_map(length).any(|moved| moved <= -900_000)
                    })
            })
            || in_no_room
            || ["left", "top", "right", "bottom", "margin-left", "margin-top", "text-indent"]
                .into_iter()
                .any(|property| self.get(property).is_some_and(off))
    }
}

/// A size of text.
enum Size {
    /// In half points.
    Half(u16),
    /// In hundredths of that around.
    Share(u16),
}

/// A size of `font-size` or in `font`.
fn sized(value: &str) -> Option<Size> {
    let value = value.split('/').next().unwrap_or(value);
    let name = |px: u16| Some(Size::Half(px * 3 / 2));
    match value {
        "xx-small" => return name(9),
        "x-small" => return name(10),
        "small" => return name(13),
        "medium" => return name(16),
        "large" => return name(18),
        "x-large" => return name(24),
        "xx-large" => return name(32),
        "smaller" => return Some(Size::Share(83)),
        "larger" => return Some(Size::Share(120)),
        _ => {}
    }
    let (number, unit) = part(value)?;
    let number = number.clamp(0, 1_000_000);
    let half = |number: i64| u16::try_from(number / 1000).ok().map(Size::Half);
    match unit {
        "px" => half(number * 3 / 2),
        "pt" => half(number * 2),
        "" if number == 0 => Some(Size::Half(0)),
        "rem" => half(number * i64::from(USUAL)),
        "em" => u16::try_from(number / 10).ok().map(Size::Share),
        "%" => u16::try_from(number / 1000).ok().map(Size::Share),
        _ => None,
    }
}
