//! Selectors (Selectors Level 4), as far as a page at rest can tell whether they fit.

mod parse;

use super::super::{NodeId, Tree};

/// Elements that are looked at for one that stands before.
const SIBLINGS: usize = 256;

/// How an element is found from the one that the step before it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Ancestor,
    Parent,
    /// Right before it.
    Previous,
    /// Somewhere before it.
    Earlier,
}

/// A selector: the element itself, then those around and before it.
#[derive(Debug, Clone, Default)]
pub(super) struct Selector {
    own: Compound,
    around: Vec<(Relation, Compound)>,
    /// A part of it is not understood, and taken to fit.
    pub(super) unsure: bool,
}

/// What is asked of one element: `td.old#x[lang=zh]:first-child`.
#[derive(Debug, Clone, Default)]
struct Compound {
    element: String,
    id: String,
    classes: Vec<String>,
    attributes: Vec<Attribute>,
    states: Vec<State>,
}

/// An attribute with how its value is compared, and with what.
#[derive(Debug, Clone)]
struct Attribute {
    name: String,
    /// `=`, `~`, `|`, `^`, `$`, `*`, or a blank if it only has to be there.
    how: char,
    value: String,
}

/// What is asked of the place of an element.
#[derive(Debug, Clone)]
enum State {
    Is(Vec<Selector>),
    Not(Vec<Selector>),
    /// The n-th child, of every so many from so many on.
    Child(i64, i64),
    Last,
    Root,
    Empty,
}

impl Selector {
    /// The selectors of a list. Those that never fit a page at rest (`:hover`, `::before`) are left out.
    pub(super) fn list(source: &str) -> Vec<Self> {
        parse::list(source, 0)
    }

    /// How many ids, classes or attributes, and elements it names.
    pub(super) fn specificity(&self) -> (usize, usize, usize) {
        let steps = std::iter::once(&self.own).chain(self.around.iter().map(|(_, step)| step));
        steps.fold((0, 0, 0), |sum, step| {
            let own = step.specificity();
            (sum.0 + own.0, sum.1 + own.1, sum.2 + own.2)
        })
    }

    /// What an element must have for the rule to fit: an id, a class, its name or nothing.
    pub(super) fn key(&self) -> String {
        match (self.own.id.as_str(), self.own.classes.first()) {
            ("", Some(class)) => [".", class].concat(),
            ("", None) => self.own.element.clone(),
            (id, _) => ["#", id].concat(),
        }
    }

    /// How many selectors it is, with those inside of it.
    pub(super) fn size(&self) -> usize {
        let steps = std::iter::once(&self.own).chain(self.around.iter().map(|(_, step)| step));
        let inside = steps.flat_map(|step| &step.states).map(|state| match state {
            State::Is(inside) | State::Not(inside) => inside.iter().map(Self::size).sum(),
            _ => 0,
        });
        1 + inside.sum::<usize>()
    }

    /// Whether it asks for the place of an element among its siblings.
    pub(super) fn counts(&self) -> bool {
        let steps = std::iter::once(&self.own).chain(self.around.iter().map(|(_, step)| step));
        steps.flat_map(|step| &step.states).any(|state| match state {
            State::Is(inside) | State::Not(inside) => inside.iter().any(Self::counts),
            State::Child(..) => true,
            _ => false,
        })
    }

    /// Whether it fits an element. `places` has the number of elements before each.
    pub(super) fn fits(&self, tree: &Tree, places: &[u32], node: NodeId) -> bool {
        let mut node = node;
        self.own.fits(tree, places, node)
            && self.around.iter().all(|(relation, step)| {
                let fits = |found: &NodeId| step.fits(tree, places, *found);
                let mut outer = std::iter::successors(tree.parent(node), |&node| tree.parent(node));
                let before =
                    std::iter::successors(tree.previous_sibling(node), |&node| tree.previous_sibling(node));
                let mut before = before.take(SIBLINGS).filter(|found| tree.is_element(*found));
                let found = match relation {
                    Relation::Ancestor => outer.find(fits),
                    Relation::Parent => outer.next().filter(fits),
                    Relation::Previous => before.next().filter(fits),
                    Relation::Earlier => before.find(fits),
                };
                found.inspect(|&found| node = found).is_some()
            })
    }
}

impl Attribute {
    fn fits(&self, tree: &Tree, node: NodeId) -> bool {
        let (own, value) = (tree.attribute(node, &self.name), self.value.as_str());
        tree.has_attribute(node, &self.name)
            && match self.how {
                ' ' => true,
                '~' => own.split_ascii_whitespace().any(|word| word == value),
                '|' => own.strip_prefix(value).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')),
                _ if self.how != '=' && value.is_empty() => false,
                '^' => own.starts_with(value),
                '$' => own.ends_with(value),
                '*' => own.contains(value),
                _ => own == value,
            }
    }
}

impl Compound {
    fn specificity(&self) -> (usize, usize, usize) {
        let mut sum = (
            usize::from(!self.id.is_empty()),
            self.classes.len() + self.attributes.len(),
            usize::from(!self.element.is_empty()),
        );
        for state in &self.states {
            let own = match state {
                State::Is(inside) | State::Not(inside) => {
                    inside.iter().map(Selector::specificity).max().unwrap_or_default()
                }
                _ => (0, 1, 0),
            };
            sum = (sum.0 + own.0, sum.1 + own.1, sum.2 + own.2);
        }
        sum
    }

    fn fits(&self, tree: &Tree, places: &[u32], node: NodeId) -> bool {
        let class = tree.attribute(node, "class");
        (self.element.is_empty() || self.element == tree.name(node))
            && (self.id.is_empty() || self.id == tree.attribute(node, "id"))
            && self.classes.iter().all(|wanted| class.split_ascii_whitespace().any(|own| own == wanted))
            && self.attributes.iter().all(|attribute| attribute.fits(tree, node))
            && self.states.iter().all(|state| state.fits(tree, places, node))
    }
}

impl State {
    fn fits(&self, tree: &Tree, places: &[u32], node: NodeId) -> bool {
        match self {
            Self::Is(inside) => inside.iter().any(|selector| selector.fits(tree, places, node)),
            // What is taken to fit, though it cannot be told, must not let another rule pass for certain.
            Self::Not(inside) => {
                !inside.iter().any(|selector| !selector.unsure && selector.fits(tree, places, node))
            }
            Self::Child(step, first) => {
                let place = places.get(node.index() as usize).map_or(0, |place| i64::from(*place)) + 1;
                let over = place.saturating_sub(*first);
                match (over.checked_rem(*step), over.checked_div(*step)) {
                    (Some(0), Some(times)) => times >= 0,
                    _ => *step == 0 && over == 0,
                }
            }
            Self::Last => {
                let mut after =
                    std::iter::successors(tree.next_sibling(node), |&node| tree.next_sibling(node));
                !after.any(|node| tree.is_element(node))
            }
            Self::Root => tree.name(node) == "html",
            Self::Empty => tree.children(node).next().is_none(),
        }
    }
}
