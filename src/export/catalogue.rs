//! The catalogue of rules, for reading and for the documentation.

use crate::wire::RuleCard;
use std::fmt::Write as _;

/// One rule a line: id, highest severity, name.
pub fn list(cards: &[RuleCard]) -> String {
    cards.iter().fold(String::new(), |mut list, card| {
        let _ = writeln!(list, "{}\t{}\t{}", card.id, card.severity.word(), card.title);
        list
    })
}

/// Each rule with its reasons and examples, in Markdown.
pub fn markdown(cards: &[RuleCard]) -> String {
    cards.iter().map(page).collect()
}

fn page(card: &RuleCard) -> String {
    let mut page =
        format!("## {}（{}）\n\n`{}`\n\n{}\n\n", card.title, card.severity.word(), card.id, card.what);
    let _ = write!(page, "**为什么**：{}\n\n", card.why);
    for basis in &card.basis {
        let _ = write!(page, "**依据**：{} {}\n\n", basis.norm, basis.clause);
    }
    let _ = write!(page, "**适用**：{} 年版格式起\n\n", card.since);
    for example in &card.examples {
        let name = if example.right { "正确" } else { "有问题" };
        let text = &example.text;
        let _ = write!(page, "**{name}示例**\n\n```text\n{text}```\n\n");
    }
    page
}
