//! The rule catalogue, from the rules' own declarations.

use super::arguments::CatalogueFormat;
use jiaohe::rules;
use jiaohe::wire::RuleCard;
use serde::Serialize;
use std::fmt::Write as _;

pub(super) fn render(format: CatalogueFormat) -> String {
    let cards: Vec<RuleCard> = rules::cards();
    match format {
        CatalogueFormat::Text => cards.iter().fold(String::new(), |mut list, card| {
            let _ = writeln!(list, "{}\t{}\t{}", card.id, card.severity.word(), card.title);
            list
        }),
        CatalogueFormat::Json => json(&cards),
        CatalogueFormat::Markdown => cards.iter().map(markdown).collect(),
    }
}

/// Any output as JSON with a line end. Plain data always serialises.
pub(super) fn json(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn markdown(card: &RuleCard) -> String {
    let mut page =
        format!("## {}（{}）\n\n`{}`\n\n{}\n\n", card.title, card.severity.word(), card.id, card.what);
    let _ = write!(page, "**为什么**：{}\n\n", card.why);
    for basis in &card.basis {
        let _ = write!(page, "**依据**：{} {}\n\n", basis.norm, basis.clause);
    }
    let _ = write!(page, "**适用**：{} 年版格式起\n\n", card.since);
    for example in &card.examples {
        let name = if example.right { "正确" } else { "有问题" };
        let text = if example.text.is_empty() { "（原样）\n" } else { &example.text };
        let _ = write!(page, "**{name}示例**\n\n```text\n{text}```\n\n");
    }
    page
}
