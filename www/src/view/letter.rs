//! Text that leaves the page by copying: 修改意见 for the clerk's own letter, and diagnoses without content.

use crate::state::{Death, Report};
use jiaohe::export::letter;
use jiaohe::wire::{Block, CheckedReport, Edition, TableKind};

/// All open findings as 修改意见, with a heading that names unit and year.
pub(crate) fn all_advice(report: &Report, checked: &CheckedReport) -> String {
    let open =
        checked.report.findings.iter().filter(|finding| report.decision(&finding.fingerprint).is_none());
    letter::report(&checked.report, open)
}

/// What a developer needs to know of a misreading, without a word or figure of the report.
pub(crate) fn misreading(checked: &CheckedReport, finding: usize) -> String {
    let Some(found) = checked.report.findings.get(finding) else { return String::new() };
    let forms = &checked.report.forms;
    let form = |form: Option<Edition>| form.map_or("-", Edition::id);
    let mut lines = vec![
        format!("jiaohe {}", env!("CARGO_PKG_VERSION")),
        format!("reader: {}", checked.report.reader.id()),
        format!("forms: {} {} {}", form(forms.table2), form(forms.table3), form(forms.table4)),
        format!("rule: {} ({})", found.rule, found.severity),
    ];
    for block in &checked.blocks {
        if let Block::Table(table) = block {
            let widths: Vec<_> = table.rows.iter().map(|row| row.len().to_string()).collect();
            lines.push(format!("table {}: {}", table.table.map_or("?", TableKind::id), widths.join(" ")));
        }
    }
    for id in &found.cells {
        let state =
            checked.report.cells.iter().find(|(cell, _)| cell == id).map_or("?", |(_, cell)| cell.state.id());
        lines.push(format!("cell: {id} {state}"));
    }
    lines.join("\n")
}

/// What a developer needs to know of a death: kinds and places in the program, never content or the file's name.
pub(crate) fn obituary(report: &Report, death: &Death) -> String {
    let kind = report.name.rsplit_once('.').map_or("", |(_, kind)| kind);
    format!(
        "jiaohe {}\ncause: {:?}\nphase: {}\nwhere: {}\nkind: {}\nsize: {}\ndeaths: {}",
        env!("CARGO_PKG_VERSION"),
        death.cause,
        death.phase,
        death.place,
        kind,
        report.source.size,
        report.deaths,
    )
}
