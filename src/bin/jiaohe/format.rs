//! The output in the format asked for.

use super::arguments::{CatalogueFormat, Format};
use jiaohe::export;
use jiaohe::wire::{Output, RuleCard};
use serde::Serialize;
use std::fmt::Write as _;

/// What goes to standard output; nothing for formats that are files.
pub(super) fn output(format: Format, output: &Output) -> String {
    match format {
        Format::Docx
        | Format::Report
        | Format::ReportHtml
        | Format::Xlsx
        | Format::Tables
        | Format::TablesHtml => String::new(),
        Format::Text => export::text::render(output),
        Format::Json => json(output),
        Format::Csv => export::csv::findings(output),
        Format::Html => export::html::render(output),
        Format::Sarif => json(&export::sarif::log(output, &jiaohe::rules::cards())),
    }
}

pub(super) fn catalogue(format: CatalogueFormat) -> String {
    let cards: Vec<RuleCard> = jiaohe::rules::cards();
    match format {
        CatalogueFormat::Text => export::catalogue::list(&cards),
        CatalogueFormat::Json => json(&cards),
        CatalogueFormat::Markdown => export::catalogue::markdown(&cards),
    }
}

/// Any output as JSON with a line end; plain data always serialises. What a terminal would obey and JSON allows, such as
/// a mark that turns the direction of writing, is written as `\u202e`: the same JSON, but harmless where it is shown.
fn json(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    // Outside of strings JSON has no such characters but the line ends that make it readable.
    let acts = |char: char| char != '\n' && export::is_active(char);
    let mut harmless = String::with_capacity(text.len() + 1);
    for piece in text.split_inclusive(acts) {
        match piece.chars().next_back().filter(|last| acts(*last)) {
            Some(last) => {
                harmless.push_str(piece.trim_end_matches(last));
                let _ = write!(harmless, "\\u{:04x}", u32::from(last));
            }
            None => harmless.push_str(piece),
        }
    }
    harmless.push('\n');
    harmless
}
