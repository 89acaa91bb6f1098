//! From the tree to paragraphs and tables, in document order, without recursion.

use super::flow::Flow;
use super::list;
use super::tables::{self, Table, Tables};
use super::tree::{Look, NodeId, ROOT, Tree};
use super::{is_hidden, is_skipped, style};
use crate::document::Builder;
use crate::read::grid::Grid;
use crate::read::omitted::{Marks, Omitted, Why};
use crate::text::shows;

/// A step of the walk.
#[derive(Debug, Clone, Copy)]
enum Step {
    Enter(NodeId),
    /// Ends a block; what held before it begins to hold again.
    Leave {
        level: Option<u8>,
        block: bool,
        item: bool,
        preformatted: bool,
        marks: Marks,
    },
}

struct Walker<'a> {
    tree: &'a Tree,
    tables: Tables,
    items: list::Counts,
    told: &'a mut Told,
    /// How many pages this one is in (`srcdoc`); `None` if others see to what is in frames.
    depth: Option<usize>,
}

/// What is left out of pages: those of one document are told together.
#[derive(Debug, Default)]
pub(in crate::read) struct Told {
    images: usize,
    deletions: usize,
    omitted: Omitted,
    /// Pages inside that are not read.
    frames: usize,
}

impl Told {
    /// Tells it.
    pub(in crate::read) fn notes(self, builder: &mut Builder) {
        self.omitted.note().into_iter().for_each(|note| builder.note(note));
        if self.frames > 0 {
            builder.note(format!("有 {} 个内嵌网页未读取", self.frames));
        }
        if self.deletions > 0 {
            builder
                .note(format!("含修订痕迹：已略去 {} 处删除的文字，按接受修订后的内容读取", self.deletions));
        }
        if self.images > 0 {
            builder.note(format!("有 {} 张图片未读取", self.images));
        }
    }
}

/// Pages in pages are read to this depth.
const FRAMES: usize = 3;

/// Adds what a page shows to a document, and what is left out of it to what is told.
pub(super) fn walk(tree: &Tree, depth: Option<usize>, told: &mut Told, builder: &mut Builder) {
    let mut walker = Walker { tree, tables: tables::find(tree), items: list::Counts::new(), told, depth };
    let mut flow = Flow::default();
    walker.run(ROOT, &mut flow, &mut Some(builder), Look::outside());
    drain(flow, &mut walker.told.omitted, builder);
    for _ in 0..walker.tables.hidden {
        walker.told.omitted.add(Why::Hidden);
    }
}

fn drain(flow: Flow, omitted: &mut Omitted, builder: &mut Builder) {
    for line in flow.finish(omitted) {
        builder.paragraph(line.text, line.level);
    }
}

impl Walker<'_> {
    /// Walks what is inside `root`. With a builder, data tables are built; without, as in cells, they are text.
    fn run(&mut self, root: NodeId, flow: &mut Flow, builder: &mut Option<&mut Builder>, marks: Marks) {
        let mut preformatted = false;
        let mut marks = marks;
        let mut stack = Vec::new();
        self.push_children(root, &mut stack);
        while let Some(step) = stack.pop() {
            let node = match step {
                Step::Enter(node) => node,
                Step::Leave { level, block, item, preformatted: before, marks: around } => {
                    marks = around;
                    if item {
                        flow.label = None;
                    }
                    if block {
                        flow.end();
                    }
                    flow.level = level;
                    preformatted = before;
                    continue;
                }
            };
            if let Some(text) = self.tree.text(node) {
                if preformatted {
                    flow.preformatted(text, marks);
                } else {
                    flow.text(text, marks);
                }
                continue;
            }
            if self.tree.name(node) == "iframe" && !is_hidden(self.tree, node) {
                self.frame(node, flow, builder);
                continue;
            }
            if let Some(builder) = builder.as_deref_mut()
                && self.tables.data(node).is_some()
                && !is_hidden(self.tree, node)
            {
                flow.end();
                drain(std::mem::take(flow), &mut self.told.omitted, builder);
                let grid = self.grid(node, builder);
                grid.emit(builder);
                continue;
            }
            if self.enter(node, flow, builder.is_none()) {
                let pre = self.is_preformatted(node).unwrap_or(preformatted);
                stack.push(Step::Leave {
                    level: flow.level,
                    block: is_block(self.tree.name(node)),
                    item: self.tree.name(node) == "li",
                    preformatted,
                    marks,
                });
                flow.level = self.level(node).or(flow.level);
                preformatted = pre;
                marks = self.tree.look(node).within(marks);
                self.push_children(node, &mut stack);
            }
        }
    }

    fn push_children(&self, node: NodeId, stack: &mut Vec<Step>) {
        let first = stack.len();
        stack.extend(self.tree.children(node).map(Step::Enter));
        stack.get_mut(first..).unwrap_or_default().reverse();
    }

    /// A page inside the page: that of `srcdoc` is read, one at another address cannot be.
    fn frame(&mut self, node: NodeId, flow: &mut Flow, builder: &mut Option<&mut Builder>) {
        let Some(depth) = self.depth else { return };
        let source = self.tree.attribute(node, "srcdoc");
        let page = (!source.is_empty() && depth < FRAMES).then(|| super::parse(source).ok()).flatten();
        match (page, builder) {
            (Some(page), Some(builder)) => {
                flow.end();
                drain(std::mem::take(flow), &mut self.told.omitted, builder);
                walk(&page, Some(depth + 1), self.told, builder);
            }
            // Pictures that count visits are frames without a size.
            (None, _) if source.is_empty() && matches!(self.tree.attribute(node, "height"), "0" | "1") => {}
            _ => self.told.frames += 1,
        }
    }

    /// The text of the chosen option of a list.
    fn chosen(&self, select: NodeId) -> String {
        let mut options = Vec::new();
        let mut stack = vec![select];
        while let Some(node) = stack.pop() {
            if self.tree.name(node) == "option" {
                options.push(node);
            }
            let first = stack.len();
            stack.extend(self.tree.children(node));
            stack.get_mut(first..).unwrap_or_default().reverse();
        }
        let chosen = options.iter().find(|option| self.tree.has_attribute(**option, "selected"));
        let texts = chosen.or(options.first()).map(|option| self.tree.children(*option));
        texts.into_iter().flatten().filter_map(|text| self.tree.text(text)).collect()
    }

    /// Begins an element; whether its content is to be read.
    fn enter(&mut self, node: NodeId, flow: &mut Flow, in_cell: bool) -> bool {
        let name = self.tree.name(node);
        if in_cell && matches!(name, "select" | "textarea") && !is_hidden(self.tree, node) {
            // Forms that are filled in on a page keep their numbers in fields.
            let text = match name {
                "select" => self.chosen(node),
                _ => self.tree.children(node).filter_map(|text| self.tree.text(text)).collect(),
            };
            flow.text(&text, Marks::default());
            return false;
        }
        if matches!(name, "rt" | "rtc") && !self.tree.shows_nothing(node) {
            self.told.omitted.add(Why::Ruby);
        }
        if is_skipped(self.tree, node) || is_hidden(self.tree, node) {
            return false;
        }
        match self.tree.name(node) {
            "" => return false,
            "br" => flow.end(),
            "img" => self.told.images += 1,
            "li" => {
                flow.end();
                flow.label = list::label(self.tree, node, &mut self.items);
            }
            "input" if in_cell && is_typed(self.tree.attribute(node, "type")) => {
                flow.text(self.tree.attribute(node, "value"), Marks::default());
            }
            "del" => return self.deleted(),
            _ if self.tree.attribute(node, "class").eq_ignore_ascii_case("msoDel") => return self.deleted(),
            name if is_block(name) => flow.end(),
            _ => {}
        }
        true
    }

    fn deleted(&mut self) -> bool {
        self.told.deletions += 1;
        false
    }

    fn level(&self, node: NodeId) -> Option<u8> {
        match self.tree.name(node) {
            "h1" => Some(1),
            "h2" => Some(2),
            "h3" => Some(3),
            "h4" => Some(4),
            "h5" => Some(5),
            "h6" => Some(6),
            "p" => style(self.tree, node, "mso-outline-level")?
                .parse()
                .ok()
                .filter(|level| (1..=9).contains(level)),
            _ => None,
        }
    }

    fn is_preformatted(&self, node: NodeId) -> Option<bool> {
        match style(self.tree, node, "white-space") {
            Some(value) => Some(value.starts_with("pre") || value.starts_with("break-spaces")),
            None => matches!(self.tree.name(node), "pre" | "listing" | "xmp" | "plaintext").then_some(true),
        }
    }

    /// What leaves out text in an element, but for its size: tables do not take that of the text around them in old pages.
    fn around(&self, node: NodeId) -> Marks {
        let outer = std::iter::successors(Some(node), |&node| self.tree.parent(node));
        let mut looks: Vec<_> = outer.map(|node| self.tree.look(node)).collect();
        looks.reverse();
        let marks = looks.into_iter().fold(Look::outside(), |marks, look| look.within(marks));
        Marks { size: Look::outside().size, ..marks }
    }

    /// The cells of a data table with their text; its captions become paragraphs before it.
    fn grid(&mut self, node: NodeId, builder: &mut Builder) -> Grid {
        let Some(Table { cells, captions, widths, .. }) = self.tables.data(node).cloned() else {
            return Grid::default();
        };
        for caption in captions {
            let mut flow = Flow::default();
            let marks = self.around(caption);
            self.run(caption, &mut flow, &mut None, marks);
            drain(flow, &mut self.told.omitted, builder);
        }
        let mut grid = Grid { cells: Vec::with_capacity(cells.len()), widths };
        let mut row: Option<(NodeId, Marks)> = None;
        for (at, cell) in cells {
            let mut flow = Flow::default();
            // Cells of a row stand in the same surroundings.
            let parent = self.tree.parent(cell);
            if row.is_none_or(|(known, _)| Some(known) != parent) {
                row = parent.map(|parent| (parent, self.around(parent)));
            }
            let marks = self.tree.look(cell).within(row.map_or_else(Look::outside, |(_, marks)| marks));
            self.run(cell, &mut flow, &mut None, marks);
            let lines = flow.finish(&mut self.told.omitted).into_iter().map(|line| line.text);
            let shown: Vec<_> = lines.filter(|line| shows(line)).collect();
            grid.cells.push((at, shown.join("\n")));
        }
        grid
    }
}

/// Whether a field of a form shows what is typed into it.
fn is_typed(kind: &str) -> bool {
    matches!(kind.to_ascii_lowercase().as_str(), "" | "text" | "number" | "tel" | "search" | "url" | "email")
}

/// Whether an element begins and ends a paragraph.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}
