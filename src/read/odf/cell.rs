//! A cell of a sheet, and what of a sheet the clerk is told.

use crate::read::omitted::Omitted;
use crate::read::sheet::{Format, Number};
use crate::read::xml::Element;

/// How often something was met that the clerk is told of.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Formulas without a value.
    pub(super) unsaved: usize,
    /// Comments.
    pub(super) comments: usize,
    /// Pictures.
    pub(super) pictures: usize,
    /// Embedded objects, such as a chart.
    pub(super) objects: usize,
    /// What is no part of the text of its cell.
    pub(super) omitted: Omitted,
}

impl Counts {
    /// Sentences for the clerk.
    pub(super) fn notes(&self) -> Vec<String> {
        let counted = [
            (self.unsaved, "个公式没有保存计算结果，按空白读取；请在 WPS 或 LibreOffice 中打开并保存后再试"),
            (self.comments, "条批注未读取"),
            (self.pictures, "张图片未读取"),
            (self.objects, "个嵌入对象未读取"),
        ];
        let met = counted.into_iter().filter(|(count, _)| *count > 0);
        met.map(|(count, what)| format!("有 {count} {what}")).chain(self.omitted.note()).collect()
    }
}

/// A cell that is being read.
#[derive(Debug, Default, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of the cell")]
pub(super) struct Cell {
    /// Rows covered.
    pub(super) rows: u32,
    /// Columns covered.
    pub(super) columns: u32,
    /// How often it comes.
    pub(super) times: u32,
    /// Under a merged cell.
    pub(super) covered: bool,
    /// It has a border.
    pub(super) drawn: bool,
    /// A formula without a value.
    pub(super) formula: bool,
    /// Its value, for a cell without text.
    pub(super) value: String,
    /// Its paragraphs; none at all is something else than one that is empty.
    pub(super) text: Option<String>,
    /// Whether any text came in it, left out or not.
    pub(super) written: bool,
}

/// The value of a cell (19.385), as it is shown if the cell has no text.
pub(super) fn value(element: &Element<'_>) -> String {
    let get = |name: &str| element.attribute(name);
    match get("value-type").as_deref() {
        None => String::new(),
        Some("percentage") => get("value")
            .and_then(|value| Number::parse(&value))
            .map_or_else(String::new, |value| Format::parse("0.##%").number(value, false)),
        Some("boolean") => get("boolean-value").unwrap_or_default().to_uppercase(),
        Some("date") => get("date-value").unwrap_or_default(),
        Some("time") => get("time-value").unwrap_or_default(),
        Some("string") => get("string-value").unwrap_or_default(),
        Some(_) => {
            let value = get("value").unwrap_or_default();
            Number::parse(&value).map_or(value, Number::general)
        }
    }
}

/// A count, at least 1.
pub(super) fn number(element: &Element<'_>, name: &str) -> u32 {
    element.attribute(name).and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}

/// Whether a row or column is hidden, by hand or by a filter.
pub(super) fn is_hidden(element: &Element<'_>) -> bool {
    element.attribute("visibility").is_some_and(|visibility| visibility != "visible")
}
