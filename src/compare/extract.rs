//! A report → what other reports need to know of it.

use crate::document::{LineId, Span};
use crate::fnv::Fnv;
use crate::report::{Report, TableState};
use crate::text::compact;
use crate::wire;

/// Sentences shorter than this, in characters, are the same everywhere and prove nothing.
const SHORTEST: usize = 14;

/// What other reports need to know of a report.
pub(crate) fn extract(name: &str, report: &Report<'_>) -> wire::Extract {
    let tables = [&report.tables.table2, &report.tables.table3, &report.tables.table4];
    let values = tables
        .iter()
        .filter(|table| table.state == TableState::Read)
        .flat_map(|table| table.cells.keys().map(|&cell| (cell, table.value(cell))))
        .filter_map(|(cell, value)| Some((cell.to_string(), value?.to_string())));
    wire::Extract {
        name: name.to_owned(),
        organ: report.title.as_ref().map(|title| title.organ.clone()).filter(|organ| !organ.is_empty()),
        year: report.year,
        values: values.collect(),
        sentences: sentences(report).into_iter().map(|(text, _)| text).collect(),
        parts: parts(report),
        doubts: Vec::new(),
    }
}

/// Another text whenever an extract is another: whoever was checked beside it has to be checked again.
pub(crate) fn mark(extract: &wire::Extract) -> String {
    let mut hash = Fnv::default();
    hash.write(&extract.name);
    hash.write(extract.organ.as_deref().unwrap_or(""));
    hash.write(&extract.year.map(|year| year.to_string()).unwrap_or_default());
    for (cell, value) in &extract.values {
        hash.write(cell);
        hash.write(value);
    }
    for sentence in &extract.sentences {
        hash.write(sentence);
    }
    hash.finish()
}

/// The sentences of the sections' prose that are long enough to be told from others, blanks left out, with their lines.
pub(crate) fn sentences(report: &Report<'_>) -> Vec<(String, Span)> {
    let lines = report.sections.iter().flat_map(|section| &section.prose);
    lines.flat_map(|&line| of_line(report, line)).collect()
}

/// How many such sentences each section has.
fn parts(report: &Report<'_>) -> Vec<u32> {
    let count = |section: &crate::report::Section| {
        let lines = section.prose.iter().map(|&line| of_line(report, line).len());
        u32::try_from(lines.sum::<usize>()).unwrap_or(u32::MAX)
    };
    report.sections.iter().map(count).collect()
}

fn of_line(report: &Report<'_>, line: LineId) -> Vec<(String, Span)> {
    let text = report.document.line(line);
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(['。', '；', '！']) {
        let plain = compact(piece);
        if plain.chars().count() >= SHORTEST {
            let from = start + (piece.len() - piece.trim_start().len());
            found.push((plain, Span::new(line, from, start + piece.trim_end().len())));
        }
        start += piece.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::wire::Extract;

    #[test]
    fn another_number_is_another_mark() {
        let with = |value: &str| Extract {
            values: vec![("t3.received.total".into(), value.into())],
            ..Extract::default()
        };
        assert_eq!(mark(&with("5")), mark(&with("5")));
        assert_ne!(mark(&with("5")), mark(&with("6")));
    }
}
