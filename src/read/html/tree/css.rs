//! What style sheets hide or mark: rules with simple selectors, as far as they change what a page shows.
//!
//! Only declarations that matter here are kept, so the long sheets of content management systems cost next to nothing.

use super::{NodeId, ROOT, Tree};
use std::collections::BTreeMap;

/// Properties that are looked at.
const PROPERTIES: [&str; 14] = [
    "display",
    "visibility",
    "text-decoration",
    "text-decoration-line",
    "vertical-align",
    "color",
    "background",
    "background-color",
    "font",
    "font-size",
    "opacity",
    "left",
    "text-indent",
    "clip",
];
/// Rules of a page that are looked at.
const RULES: usize = 4096;
/// Elements that a selector names one inside the other.
const STEPS: usize = 8;

/// One element of a selector: `td.old#x[lang=zh]`.
#[derive(Debug, Default)]
struct Compound {
    element: String,
    id: String,
    classes: Vec<String>,
    /// Attributes, with the value that they must have.
    attributes: Vec<(String, Option<String>)>,
}

/// A selector, the element itself first, then what is around it, and whether that is its parent.
#[derive(Debug, Default)]
struct Selector(Vec<(Compound, bool)>);

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

/// The style sheets of a page.
#[derive(Debug, Default)]
pub(in crate::read::html) struct Sheet {
    /// Rules by the id, class or element that they cannot do without.
    rules: BTreeMap<String, Vec<Rule>>,
    count: usize,
}

impl Sheet {
    /// Reads the sheets of a page.
    pub(in crate::read::html) fn of(tree: &Tree) -> Self {
        let mut sheet = Self::default();
        let mut stack = vec![ROOT];
        while let Some(node) = stack.pop() {
            if tree.name(node) == "style" {
                for text in tree.children(node).filter_map(|child| tree.text(child)) {
                    sheet.read(text);
                }
            }
            let first = stack.len();
            stack.extend(tree.children(node));
            stack.get_mut(first..).unwrap_or_default().reverse();
        }
        sheet
    }

    fn read(&mut self, source: &str) {
        let source = without_comments(source);
        let mut rest = source.as_str();
        while let Some((head, body)) = rest.split_once('{') {
            // What stands before the selectors: statements such as `@charset "gbk";`.
            let head = head.rsplit(['}', ';']).next().unwrap_or(head).trim();
            if head.starts_with('@') {
                // Rules for the screen are read as if they stood outside; others do not count.
                let inside = ["@media screen", "@media all", "@media only screen", "@supports", "@layer"];
                let lower = head.to_ascii_lowercase();
                rest = if inside.iter().any(|start| lower.starts_with(start)) { body } else { behind(body) };
                continue;
            }
            let (declarations, after) = body.split_once('}').unwrap_or((body, ""));
            rest = after;
            self.rule(head, declarations);
        }
    }

    fn rule(&mut self, selectors: &str, declarations: &str) {
        for declaration in declarations.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let Some(property) = PROPERTIES.iter().find(|known| name.trim().eq_ignore_ascii_case(known))
            else {
                continue;
            };
            let value = value.trim().to_ascii_lowercase();
            let important = value.contains("!important");
            let value = value.split('!').next().unwrap_or("").trim().to_owned();
            for selector in selectors.split(',').filter_map(Selector::parse) {
                self.count += 1;
                if self.count > RULES {
                    return;
                }
                let (ids, classes, elements) = selector.specificity();
                let weight = (important, ids, classes, elements, self.count);
                let key = selector.key();
                let rule = Rule { selector, property, value: value.clone(), weight };
                self.rules.entry(key).or_default().push(rule);
            }
        }
    }

    /// Whether there is no rule that matters.
    pub(in crate::read::html) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Drops what hides.
    pub(in crate::read::html) fn show_all(&mut self) {
        let hides = ["display", "visibility", "font-size", "opacity", "left", "text-indent", "clip"];
        self.rules.values_mut().for_each(|rules| rules.retain(|rule| !hides.contains(&rule.property)));
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
        named.chain(others).flatten().filter(|rule| rule.selector.fits(tree, node)).collect()
    }
}

/// A sheet without its comments and without the marks that hide it from old browsers.
fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace("<!--", "").replace("-->", "")
}

/// What follows a block of which the opening brace is behind us.
fn behind(body: &str) -> &str {
    let mut depth = 1_usize;
    for (at, byte) in body.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return body.get(at + 1..).unwrap_or("");
        }
    }
    ""
}

impl Selector {
    /// Reads a selector of elements, classes, ids and attributes; any other is none, as are those of states (`:hover`).
    fn parse(source: &str) -> Option<Self> {
        let spaced = source.trim().replace('>', " > ");
        let mut steps: Vec<(Compound, bool)> = Vec::new();
        let mut parent = false;
        for word in spaced.split_ascii_whitespace().rev() {
            if word == ">" {
                parent = true;
                continue;
            }
            steps.push((Compound::parse(word)?, std::mem::take(&mut parent)));
            if steps.len() > STEPS {
                return None;
            }
        }
        // The mark stands between two: it tells how the outer one, which comes later here, is found.
        (!steps.is_empty()).then_some(Self(steps))
    }

    fn specificity(&self) -> (usize, usize, usize) {
        self.0.iter().fold((0, 0, 0), |(ids, classes, elements), (step, _)| {
            (
                ids + usize::from(!step.id.is_empty()),
                classes + step.classes.len() + step.attributes.len(),
                elements + usize::from(!step.element.is_empty()),
            )
        })
    }

    /// What an element must have for the rule to fit: an id, a class, its name or nothing.
    fn key(&self) -> String {
        let Some((step, _)) = self.0.first() else { return String::new() };
        match (step.id.as_str(), step.classes.first()) {
            ("", Some(class)) => [".", class].concat(),
            ("", None) => step.element.clone(),
            (id, _) => ["#", id].concat(),
        }
    }

    fn fits(&self, tree: &Tree, node: NodeId) -> bool {
        let Some(((own, _), around)) = self.0.split_first() else { return false };
        let mut node = node;
        own.fits(tree, node)
            && around.iter().all(|(step, is_parent)| {
                let mut outer = std::iter::successors(tree.parent(node), |&node| tree.parent(node));
                let found = if *is_parent {
                    outer.next().filter(|&outer| step.fits(tree, outer))
                } else {
                    outer.find(|&outer| step.fits(tree, outer))
                };
                found.inspect(|&outer| node = outer).is_some()
            })
    }
}

impl Compound {
    fn parse(word: &str) -> Option<Self> {
        let mut found = Self::default();
        let (word, attributes) = word.split_once('[').map_or((word, ""), |(word, rest)| (word, rest));
        for attribute in attributes.split('[').filter(|part| !part.is_empty()) {
            let inner = attribute.strip_suffix(']')?;
            let (name, value) =
                inner.split_once('=').map_or((inner, None), |(name, value)| (name, Some(value)));
            if name.ends_with(['~', '^', '$', '*', '|']) {
                return None;
            }
            let value = value.map(|value| value.trim_matches(['"', '\'']).to_owned());
            found.attributes.push((name.to_ascii_lowercase(), value));
        }
        if word.contains([':', '+', '~', '\\', '(']) {
            return None;
        }
        let mut rest = word;
        let end = rest.find(['.', '#']).unwrap_or(rest.len());
        let (element, parts) = rest.split_at_checked(end)?;
        found.element = if element == "*" { String::new() } else { element.to_ascii_lowercase() };
        rest = parts;
        while let Some(mark) = rest.chars().next() {
            let part = rest.get(1..)?;
            let end = part.find(['.', '#']).unwrap_or(part.len());
            let (name, after) = part.split_at_checked(end)?;
            if name.is_empty() {
                return None;
            }
            if mark == '#' {
                name.clone_into(&mut found.id);
            } else {
                found.classes.push(name.to_owned());
            }
            rest = after;
        }
        Some(found)
    }

    fn fits(&self, tree: &Tree, node: NodeId) -> bool {
        let class = tree.attribute(node, "class");
        (self.element.is_empty() || self.element == tree.name(node))
            && (self.id.is_empty() || self.id == tree.attribute(node, "id"))
            && self.classes.iter().all(|wanted| class.split_ascii_whitespace().any(|own| own == wanted))
            && self.attributes.iter().all(|(name, value)| {
                tree.has_attribute(node, name)
                    && value.as_ref().is_none_or(|value| value == tree.attribute(node, name))
            })
    }
}
