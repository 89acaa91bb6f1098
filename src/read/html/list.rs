//! The labels of ordered lists, which pages show and do not hold: `<ol>`, and the lists of the editor `UEditor`.

use super::tree::{NodeId, Tree};
use super::{number, style};
use crate::read::numbering::{self, apart};
use crate::read::numeral::format_number;
use std::collections::BTreeMap;

/// How many items each list has had.
pub(super) type Counts = BTreeMap<u32, numbering::Counts>;

/// The label of an item of an ordered list, with what keeps it off the text. Items come in the order of the page.
pub(super) fn label(tree: &Tree, item: NodeId, counts: &mut Counts) -> Option<String> {
    let list = tree.parent(item).filter(|&list| tree.name(list) == "ol")?;
    let first = |_| number(tree.attribute(list, "start")).unwrap_or(1);
    let own = number(tree.attribute(item, "value"));
    let count = counts.entry(list.index()).or_default().count(0, own, first);
    let class = tree.attribute(list, "class");
    let kind = class.split_ascii_whitespace().find_map(|name| name.strip_prefix("custom_"));
    let own = style(tree, list, "list-style-type").or_else(|| style(tree, list, "list-style"));
    let chinese = || format_number(count, "chineseCounting");
    let label = match (kind, own.as_deref(), tree.attribute(list, "type")) {
        (Some("cn"), ..) => chinese(),
        (Some("cn1"), ..) => chinese() + "）",
        (Some("cn2"), ..) => format!("（{}）", chinese()),
        (Some("num1"), ..) => format!("{count})"),
        (Some("num2"), ..) => format!("({count})"),
        (
            _,
            Some("cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal" | "cjk-decimal"),
            _,
        ) => chinese() + "、",
        (_, Some("decimal"), _) | (_, None, "" | "1") => format!("{count}."),
        // None at all, or letters and Roman numbers, which say nothing that a rule asks for.
        _ => return None,
    };
    Some(apart(label, "tab"))
}
