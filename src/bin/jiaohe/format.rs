//! The output in the format asked for.

mod csv;
mod html;
mod sarif;
mod text;

use super::arguments::Format;
use jiaohe::wire::Output;

pub(super) fn render(format: Format, output: &Output) -> String {
    match format {
        Format::Text => text::render(output),
        Format::Json => super::catalogue::json(output),
        Format::Csv => csv::render(output),
        Format::Html => html::render(output),
        Format::Sarif => super::catalogue::json(&sarif::log(output)),
    }
}
