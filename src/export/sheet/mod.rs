//! Results as plain tables ([`Sheet`]: title, notes, columns, rows), for spreadsheets, for printing and for the page.

mod comparison;

pub use comparison::comparison;

use crate::wire::{Confirmation, File, Output, Sheet, SheetRow};

/// Every finding of every file, one a row; a file that could not be read has a row that says so.
/// With confirmations there is a column more, with what the clerk says to each.
pub fn findings(output: &Output, confirmations: &[Confirmation]) -> Sheet {
    let mut names =
        columns(&["单位", "年度", "文件", "结论", "把握", "规则", "问题", "原因", "请核对", "行"]);
    names.extend((!confirmations.is_empty()).then(|| "经办人说明".to_owned()));
    Sheet {
        relation: None,
        title: "问题清单".into(),
        notes: output.files.iter().filter_map(corrected).collect(),
        columns: names,
        rows: output.files.iter().flat_map(|file| of_file(file, confirmations)).collect(),
    }
}

/// What a person put right in the reading of a file.
fn corrected(file: &File) -> Option<String> {
    file.report.as_ref()?.corrected().map(|told| format!("{}：{told}。", file.name))
}

fn of_file(file: &File, confirmations: &[Confirmation]) -> Vec<SheetRow> {
    let explained = |cells: [String; 10], mark: &str| {
        let reason = || {
            let own = confirmations.iter().find(|one| one.fingerprint == mark);
            own.map(|one| one.reason.clone()).unwrap_or_default()
        };
        cells.into_iter().chain((!confirmations.is_empty()).then(reason)).collect::<Vec<_>>()
    };
    let failure = file.error.iter().map(|error| {
        let cells =
            ["", "", &file.name, "未能读取", "", error.kind.id(), &error.message, "", &error.hint, ""];
        explained(cells.map(str::to_owned), "")
    });
    let findings = file.report.iter().flat_map(|report| {
        report.findings.iter().map(|finding| {
            let cells = [
                report.organ.clone().unwrap_or_default(),
                report.year.map(|year| year.to_string()).unwrap_or_default(),
                file.name.clone(),
                finding.severity.word().to_owned(),
                finding.certainty.word().to_owned(),
                finding.rule.clone(),
                finding.message.clone(),
                finding.because.clone(),
                finding.todo.clone(),
                finding.places.first().map(|place| place.line.to_string()).unwrap_or_default(),
            ];
            explained(cells, &finding.fingerprint)
        })
    });
    failure.chain(findings).map(|cells| SheetRow { cells, marked: false }).collect()
}

/// A sheet of a workbook: the title, the notes, then the table with its headings in view.
#[cfg(feature = "engine")]
pub fn page(sheet: &Sheet) -> super::office::xlsx::Page {
    use super::office::xlsx::{Cell, Look, Page};
    let cell = |text: &String, look| Cell { text: text.clone(), look, rows: 1, columns: 1 };
    let above =
        std::iter::once((&sheet.title, Look::Title)).chain(sheet.notes.iter().map(|note| (note, Look::Note)));
    let mut rows: Vec<Vec<Cell>> = above.map(|(text, look)| vec![cell(text, look)]).collect();
    rows.push(sheet.columns.iter().map(|name| cell(name, Look::Head)).collect());
    let frozen = rows.len();
    rows.extend(sheet.rows.iter().map(|row| row.cells.iter().map(|text| cell(text, Look::Body)).collect()));
    // As wide as the longest text, within reason; the lines above the table reach beyond their column.
    let table = rows.get(frozen - 1..).unwrap_or_default();
    let widths = super::paper::widths(&super::paper::placed(table, |_| (1, 1)), |cell| &cell.text, (8, 50));
    Page {
        name: sheet.title.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect(),
        widths,
        frozen,
        rows,
    }
}

fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
