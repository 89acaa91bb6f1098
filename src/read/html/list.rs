//! The labels of ordered lists, which pages show and do not hold: `<ol>`, and the lists of the editor `UEditor`.

use super::tree::{NodeId, Tree};
use super::{number, style};
use std::collections::BTreeMap;

/// How many items each list has had.
pub(super) type Counts = BTreeMap<u32, u32>;

/// The label of an item of an ordered list, with what keeps it off the text. Items come in the order of the page.
pub(super) fn label(tree: &Tree, item: NodeId, counts: &mut Counts) -> Option<String> {
    let list = tree.parent(item).filter(|&list| tree.name(list) == "ol")?;
    let before = counts
        .entry(list.index())
        .or_insert_with(|| number(tree.attribute(list, "start")).unwrap_or(1).saturating_sub(1));
    let count = number(tree.attribute(item, "value")).unwrap_or(before.saturating_add(1));
    *before = count;
    let class = tree.attribute(list, "class");
    let kind = class.split_ascii_whitespace().find_map(|name| name.strip_prefix("custom_"));
    let own = style(tree, list, "list-style-type").or_else(|| style(tree, list, "list-style"));
    Some(match (kind, own.as_deref(), tree.attribute(list, "type")) {
        (Some("cn"), ..) => chinese(count)?,
        (Some("cn1"), ..) => format!("{}）", chinese(count)?),
        (Some("cn2"), ..) => format!("（{}）", chinese(count)?),
        (Some("num1"), ..) => format!("{count}) "),
        (Some("num2"), ..) => format!("({count}) "),
        (
            _,
            Some("cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal" | "cjk-decimal"),
            _,
        ) => {
            format!("{}、", chinese(count)?)
        }
        (_, Some("decimal"), _) | (_, None, "" | "1") => format!("{count}. "),
        // None at all, or letters and Roman numbers, which say nothing that a rule asks for.
        _ => return None,
    })
}

/// 1 to 99 in Chinese numerals.
fn chinese(count: u32) -> Option<String> {
    let digit =
        |count: u32| count.checked_sub(1).and_then(|at| "一二三四五六七八九".chars().nth(at as usize));
    let (tens, ones) = (count / 10, count % 10);
    if !(1..100).contains(&count) {
        return None;
    }
    let tens: String = match tens {
        0 => String::new(),
        1 => "十".into(),
        _ => digit(tens).into_iter().chain(['十']).collect(),
    };
    Some(tens.chars().chain(digit(ones)).collect())
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn numerals() {
        let all: Vec<_> =
            [0, 1, 10, 11, 20, 99, 100].map(|count| chinese(count).unwrap_or_default()).to_vec();
        assert_eq!(all, ["", "一", "十", "十一", "二十", "九十九", ""]);
    }
}
