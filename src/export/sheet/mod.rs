//! Results as plain tables ([`Sheet`]: title, notes, columns, rows), for spreadsheets, for printing and for the page.

mod comparison;

pub use comparison::comparison;

use crate::wire::{File, Output, Roster, Sheet, SheetRow};

/// Every finding of every file, one a row; a file that could not be read has a row that says so.
pub fn findings(output: &Output) -> Sheet {
    Sheet {
        relation: None,
        title: "问题清单".into(),
        notes: Vec::new(),
        columns: columns(&["单位", "年度", "文件", "结论", "规则", "问题", "原因", "请核对", "行"]),
        rows: output.files.iter().flat_map(of_file).collect(),
    }
}

fn of_file(file: &File) -> Vec<SheetRow> {
    let failure = file.error.iter().map(|error| {
        ["", "", &file.name, "未能读取", error.kind.id(), &error.message, "", &error.hint, ""]
            .map(str::to_owned)
    });
    let findings = file.report.iter().flat_map(|report| {
        report.findings.iter().map(|finding| {
            [
                report.organ.clone().unwrap_or_default(),
                report.year.map(|year| year.to_string()).unwrap_or_default(),
                file.name.clone(),
                finding.severity.word().to_owned(),
                finding.rule.clone(),
                finding.message.clone(),
                finding.because.clone(),
                finding.todo.clone(),
                finding.places.first().map(|place| place.line.to_string()).unwrap_or_default(),
            ]
        })
    });
    failure.chain(findings).map(|cells| SheetRow { cells: cells.to_vec(), marked: false }).collect()
}

/// Who of a list is missing, is not on it, or has reported twice.
pub fn roster(roster: &Roster) -> Sheet {
    let parts =
        [("未报", &roster.missing), ("名单以外", &roster.unlisted), ("同一年度不止一份", &roster.repeated)];
    let row =
        |(what, unit): (&str, &String)| SheetRow { cells: vec![unit.clone(), what.into()], marked: false };
    Sheet {
        relation: None,
        title: "报送情况".into(),
        notes: Vec::new(),
        columns: columns(&["单位", "情况"]),
        rows: parts
            .into_iter()
            .flat_map(|(what, units)| units.iter().map(move |unit| row((what, unit))))
            .collect(),
    }
}

fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
