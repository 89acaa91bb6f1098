//! What style sheets hide or mark: their rules, as far as they change what a page shows.
//!
//! Only declarations that matter here are kept, so the long sheets of content management systems cost next to nothing.

mod media;
mod rules;
mod selector;
mod value;

use super::{NodeId, ROOT, Tree};
use selector::Selector;
use std::collections::BTreeMap;
pub(super) use value::{colour, length, part};

/// Properties that are looked at.
const PROPERTIES: [&str; 42] = [
    "background",
    "background-clip",
    "background-color",
    "background-image",
    "bottom",
    "clip",
    "clip-path",
    "color",
    "content-visibility",
    "display",
    "filter",
    "flex",
    "flex-grow",
    "font",
    "font-size",
    "font-variant-position",
    "height",
    "left",
    "margin-left",
    "margin-top",
    "max-height",
    "max-width",
    "min-height",
    "min-width",
    "mso-element",
    "mso-hide",
    "opacity",
    "overflow",
    "overflow-x",
    "overflow-y",
    "position",
    "right",
    "scale",
    "text-decoration",
    "text-decoration-line",
    "text-indent",
    "top",
    "transform",
    "vertical-align",
    "visibility",
    "-webkit-text-fill-color",
    "width",
];
/// Rules of a page that are looked at.
const RULES: usize = 4096;
/// Custom properties of a page.
const VARIABLES: usize = 1024;

/// The property of a name, if it is looked at.
pub(super) fn known(name: &str) -> Option<&'static str> {
    let name = name.trim();
    PROPERTIES.into_iter().find(|known| known.len() == name.len() && name.eq_ignore_ascii_case(known))
}

/// How much a declaration weighs: importance, ids, classes and attributes, elements, and its place.
pub(super) type Weight = (bool, usize, usize, usize, usize);

/// A declaration with its selector.
#[derive(Debug)]
pub(super) struct Rule {
    selector: Selector,
    pub(super) property: &'static str,
    pub(super) value: String,
    pub(super) weight: Weight,
}

impl Rule {
    /// Whether it cannot be told that the rule fits where it seems to.
    pub(super) fn is_unsure(&self) -> bool {
        self.selector.unsure
    }
}

/// The style sheets of a page.
#[derive(Debug, Default)]
pub(in crate::read::html) struct Sheet {
    /// Rules by the id, class or element that they cannot do without.
    rules: BTreeMap<String, Vec<Rule>>,
    /// Custom properties, whatever sets them.
    variables: BTreeMap<String, String>,
    count: usize,
    /// For each node the number of elements before it in its parent, if a rule counts them.
    places: Vec<u32>,
}

impl Sheet {
    /// Reads the sheets of a page.
    pub(in crate::read::html) fn of(tree: &Tree) -> Self {
        let mut sheet = Self::default();
        let mut stack = vec![ROOT];
        while let Some(node) = stack.pop() {
            if tree.name(node) == "style" && media::holds(tree.attribute(node, "media")) {
                for text in tree.children(node).filter_map(|child| tree.text(child)) {
                    rules::cut(text, &mut |selectors, declarations| sheet.rule(selectors, declarations));
                }
            }
            let first = stack.len();
            stack.extend(tree.children(node));
            stack.get_mut(first..).unwrap_or_default().reverse();
        }
        if sheet.rules.values().flatten().any(|rule| rule.selector.counts()) {
            sheet.places = places(tree);
        }
        sheet
    }

    fn rule(&mut self, selectors: &str, declarations: &[&str]) {
        let mut parsed: Option<Vec<Selector>> = None;
        for declaration in declarations {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            if let Some(name) = name.trim().strip_prefix("--")
                && self.variables.len() < VARIABLES
            {
                // Set to two values, under conditions that are not looked at, it has none that is known.
                let value = value.trim();
                let known = self.variables.entry(name.to_owned()).or_insert_with(|| value.to_owned());
                if known != value {
                    known.clear();
                }
            }
            let Some(property) = known(name) else { continue };
            let value = value.trim().to_ascii_lowercase();
            let important = value.contains("!important");
            let value = value.split('!').next().unwrap_or("").trim().to_owned();
            let parsed = parsed.get_or_insert_with(|| Selector::list(selectors));
            for selector in parsed.iter() {
                self.count += selector.size();
                if self.count > RULES {
                    return;
                }
                let (ids, classes, elements) = selector.specificity();
                let weight = (important, ids, classes, elements, self.count);
                let rule = Rule { selector: selector.clone(), property, value: value.clone(), weight };
                self.rules.entry(selector.key()).or_default().push(rule);
            }
        }
    }

    /// Whether there is no rule that matters.
    pub(in crate::read::html) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Drops what hides.
    pub(in crate::read::html) fn show_all(&mut self) {
        let marks = ["color", "background", "background-color", "text-decoration", "text-decoration-line"];
        let kept = |rule: &Rule| marks.contains(&rule.property) || rule.property == "vertical-align";
        self.rules.values_mut().for_each(|rules| rules.retain(kept));
    }

    /// The rules that fit an element.
    pub(super) fn rules(&self, tree: &Tree, node: NodeId) -> Vec<&Rule> {
        if self.rules.is_empty() {
            return Vec::new();
        }
        let classes =
            tree.attribute(node, "class").split_ascii_whitespace().map(|class| [".", class].concat());
        let id = Some(tree.attribute(node, "id")).filter(|id| !id.is_empty()).map(|id| ["#", id].concat());
        let named = classes.chain(id).filter_map(|key| self.rules.get(&key));
        let others = [tree.name(node), ""].into_iter().filter_map(|key| self.rules.get(key));
        named.chain(others).flatten().filter(|rule| rule.selector.fits(tree, &self.places, node)).collect()
    }

    /// A value with the custom properties that it names put in.
    pub(super) fn resolve(&self, value: &str) -> Option<String> {
        let (before, rest) = value.split_once("var(")?;
        let (inside, after) = rest.split_once(')')?;
        let (name, fallback) = inside.split_once(',').unwrap_or((inside, ""));
        let found = name.trim().strip_prefix("--").and_then(|name| self.variables.get(name));
        let found = found.map_or(fallback.trim(), String::as_str);
        Some([before, found, after].concat().to_ascii_lowercase())
    }
}

/// For each node the number of elements before it in its parent.
fn places(tree: &Tree) -> Vec<u32> {
    let mut places: Vec<u32> = tree.nodes().map(|_| 0).collect();
    for parent in tree.nodes() {
        let elements = tree.children(parent).filter(|child| tree.is_element(*child));
        for (at, child) in (0..).zip(elements) {
            places.get_mut(child.index() as usize).into_iter().for_each(|place| *place = at);
        }
    }
    places
}
