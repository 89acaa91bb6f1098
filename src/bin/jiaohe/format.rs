//! The output in the format asked for.

use super::arguments::{CatalogueFormat, Format};
use jiaohe::export;
use jiaohe::wire::{Output, RuleCard};
use serde::Serialize;

/// What goes to standard output; nothing for formats that are files.
pub(super) fn output(format: Format, output: &Output) -> String {
    match format {
        Format::Docx
        | Format::Report
        | Format::ReportHtml
        | Format::Xlsx
        | Format::Tables
        | Format::TablesHtml
        | Format::ListsDocx
        | Format::Letters
        | Format::Matrix => String::new(),
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

/// Any output as JSON with a line end; plain data always serialises.
pub(super) fn json(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    export::harmless_json(text) + "\n"
}
