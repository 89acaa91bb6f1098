//! The tree that `html5ever` builds: an arena of nodes, linked by index, so that no depth of nesting can overflow a
//! stack and dropping it is one step.

mod css;
mod look;

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use crate::read::limits::{self, Budget};
use crate::read::{ErrorKind, ReadError};
pub(super) use css::Sheet;
pub(super) use look::{Look, all as looks};

/// Index of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeId(u32);

impl NodeId {
    /// Its place in the arena, which is the order of start tags.
    pub(super) fn index(self) -> u32 {
        self.0
    }
}

/// The document itself, parent of all.
pub(super) const ROOT: NodeId = NodeId(0);

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    /// The document, a comment or anything else that shows nothing.
    Other,
    /// A piece of text.
    Text(String),
    /// An element.
    Element { name: QualName, attributes: Vec<Attribute> },
}

#[derive(Debug)]
struct Node {
    data: Data,
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
}

/// All nodes of a page.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// How its nodes look, once it is whole.
    pub(super) looks: Vec<Look>,
}

impl Tree {
    fn new() -> Self {
        let mut tree = Self { nodes: Vec::new(), looks: Vec::new() };
        tree.add(Data::Other);
        tree
    }

    fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0 as usize)
    }

    fn change(&mut self, id: NodeId, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            change(node);
        }
    }

    fn add(&mut self, data: Data) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { data, parent: None, previous: None, next: None, first: None, last: None });
        id
    }

    /// All nodes, in the order of their index.
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeId> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// How a node looks.
    pub(super) fn look(&self, id: NodeId) -> Look {
        self.looks.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// What a node is.
    pub(super) fn data(&self, id: NodeId) -> &Data {
        self.node(id).map_or(&Data::Other, |node| &node.data)
    }

    /// The first child.
    pub(super) fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.first
    }

    /// The next sibling.
    pub(super) fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.next
    }

    /// The sibling before.
    fn previous_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.previous
    }

    /// Whether a node is an element.
    fn is_element(&self, id: NodeId) -> bool {
        matches!(self.data(id), Data::Element { .. })
    }

    /// The parent.
    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.parent
    }

    /// The children in order.
    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    /// The local name of an HTML element; empty for anything else.
    pub(super) fn name(&self, id: NodeId) -> &str {
        match self.data(id) {
            Data::Element { name, .. } if name.ns == ns!(html) => &name.local,
            _ => "",
        }
    }

    /// The value of an attribute; empty if there is none.
    pub(super) fn attribute(&self, id: NodeId, name: &str) -> &str {
        match self.data(id) {
            Data::Element { attributes, .. } => {
                attributes.iter().find(|a| &*a.name.local == name).map_or("", |a| &a.value)
            }
            _ => "",
        }
    }

    /// Whether an attribute is there.
    pub(super) fn has_attribute(&self, id: NodeId, name: &str) -> bool {
        match self.data(id) {
            Data::Element { attributes, .. } => attributes.iter().any(|a| &*a.name.local == name),
            _ => false,
        }
    }

    /// The text of a text node.
    pub(super) fn text(&self, id: NodeId) -> Option<&str> {
        match self.data(id) {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a node is an element of SVG or `MathML`.
    pub(super) fn is_foreign(&self, id: NodeId) -> bool {
        matches!(self.data(id), Data::Element { name, .. } if name.ns != ns!(html))
    }

    /// Whether there is no text but blanks below a node.
    pub(super) fn shows_nothing(&self, id: NodeId) -> bool {
        let mut stack = vec![id];
        while let Some(node) = stack.pop() {
            if self.text(node).is_some_and(crate::text::shows) {
                return false;
            }
            stack.extend(self.children(node));
        }
        true
    }

    fn detach(&mut self, id: NodeId) {
        let Some(node) = self.nodes.get_mut(id.0 as usize) else { return };
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        match (previous, parent) {
            (Some(previous), _) => self.change(previous, |node| node.next = next),
            (None, Some(parent)) => self.change(parent, |node| node.first = next),
            (None, None) => {}
        }
        match (next, parent) {
            (Some(next), _) => self.change(next, |node| node.previous = previous),
            (None, Some(parent)) => self.change(parent, |node| node.last = previous),
            (None, None) => {}
        }
    }

    /// Puts a detached node under `parent`, before `next` or last.
    fn insert(&mut self, parent: NodeId, id: NodeId, next: Option<NodeId>) {
        self.detach(id);
        let previous = match next {
            Some(next) => self.node(next).and_then(|node| node.previous),
            None => self.node(parent).and_then(|node| node.last),
        };
        self.change(id, |node| (node.parent, node.previous, node.next) = (Some(parent), previous, next));
        match previous {
            Some(previous) => self.change(previous, |node| node.next = Some(id)),
            None => self.change(parent, |node| node.first = Some(id)),
        }
        match next {
            Some(next) => self.change(next, |node| node.previous = Some(id)),
            None => self.change(parent, |node| node.last = Some(id)),
        }
    }

    fn insert_text(&mut self, parent: NodeId, text: &str, next: Option<NodeId>) {
        let neighbour = match next {
            Some(next) => self.node(next).and_then(|node| node.previous),
            None => self.node(parent).and_then(|node| node.last),
        };
        if let Some(neighbour) = neighbour
            && let Some(Node { data: Data::Text(before), .. }) = self.nodes.get_mut(neighbour.0 as usize)
        {
            before.push_str(text);
            return;
        }
        let id = self.add(Data::Text(text.into()));
        self.insert(parent, id, next);
    }

    fn depth(&self, id: NodeId) -> usize {
        std::iter::successors(self.parent(id), |&id| self.parent(id))
            .take(limits::DEPTH.saturating_add(1))
            .count()
    }
}

/// Receives what the parser builds and stops taking it once a limit is passed.
#[derive(Debug)]
pub(super) struct Sink {
    tree: RefCell<Tree>,
    budget: RefCell<Budget>,
    refused: Cell<Option<ReadError>>,
}

impl Sink {
    pub(super) fn new() -> Self {
        Self { tree: RefCell::new(Tree::new()), budget: RefCell::default(), refused: Cell::new(None) }
    }

    /// The limit that was passed, if any.
    pub(super) fn refused(&self) -> Option<ReadError> {
        self.refused.get()
    }

    fn check(&self, result: Result<(), ReadError>) -> bool {
        if let Err(error) = result {
            self.refused.set(self.refused.get().or(Some(error)));
        }
        self.refused.get().is_none()
    }

    fn put(&self, parent: NodeId, child: NodeOrText<NodeId>, next: Option<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(id) => {
                tree.insert(parent, id, next);
                let depth = tree.depth(id);
                self.check(limits::within(depth, limits::DEPTH, ErrorKind::TooDeep));
            }
            NodeOrText::AppendText(text) => {
                let counted = self.budget.borrow_mut().text(&text);
                if self.check(counted) {
                    tree.insert_text(parent, &text, next);
                }
            }
        }
    }
}

/// An element's name, owned because the arena is behind a `RefCell`. Names of the HTML vocabulary are integers inside.
#[derive(Debug)]
pub(super) struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Result<Tree, ReadError>;
    type ElemName<'a> = Name;

    fn finish(self) -> Self::Output {
        self.refused.get().map_or_else(|| Ok(self.tree.into_inner()), Err)
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name {
        Name(match self.tree.borrow().data(*target) {
            Data::Element { name, .. } => name.clone(),
            _ => QualName::new(None, ns!(), LocalName::default()),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        let counted = self.budget.borrow_mut().node();
        self.check(counted);
        self.check(limits::within(attributes.len(), limits::ATTRIBUTES, ErrorKind::TooManyAttributes));
        self.tree.borrow_mut().add(Data::Element { name, attributes })
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        let counted = self.budget.borrow_mut().node();
        self.check(counted);
        self.tree.borrow_mut().add(Data::Other)
    }

    fn create_pi(&self, target: StrTendril, _: StrTendril) -> NodeId {
        self.create_comment(target)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.put(*parent, child, None);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.tree.borrow().parent(*element);
        match parent {
            Some(parent) => self.put(parent, child, Some(*element)),
            None => self.put(*previous, child, None),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.tree.borrow().parent(*sibling);
        if let Some(parent) = parent {
            self.put(parent, child, Some(*sibling));
        }
    }

    /// A second `html` or `body` adds to the first, so that many of them could make it grow beyond the limit.
    fn add_attrs_if_missing(&self, target: &NodeId, new: Vec<Attribute>) {
        let mut count = 0;
        self.tree.borrow_mut().change(*target, |node| {
            if let Data::Element { attributes, .. } = &mut node.data {
                for attribute in new {
                    if attributes.iter().all(|old| old.name != attribute.name) {
                        attributes.push(attribute);
                    }
                }
                count = attributes.len();
            }
        });
        self.check(limits::within(count, limits::ATTRIBUTES, ErrorKind::TooManyAttributes));
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.first_child(*node) {
            tree.insert(*new_parent, child, None);
        }
    }

    fn allow_declarative_shadow_roots(&self, _: &NodeId) -> bool {
        false
    }
}
