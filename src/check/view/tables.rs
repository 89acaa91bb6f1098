//! The prescribed tables rebuilt in the form's own shape, so that every layout looks the same to the clerk.

use crate::document::{Document, Table};
use crate::report::form::{
    Block4, Cell2, Cell2Of2019, CellId, Column3, Documents2, Edition, Item2, Item2Of2019, Outcome4, Row3,
    TableKind,
};
use crate::report::{Report, TableReading, TableState};
use crate::wire::{CellStateKind, TableCell, TableCellKind, TableView};

/// A prescribed table: rebuilt if it was read, else as it stands with the reason.
pub(super) fn prescribed(report: &Report<'_>, kind: TableKind) -> TableView {
    let table = report.tables.get(kind);
    let caption = format!("{} {}", kind.name(), kind.title());
    let (unreadable, rows) = match (&table.state, table.edition) {
        (TableState::Read, Some(edition)) => (String::new(), rebuilt(table, edition)),
        (TableState::Unreadable(why), _) => (why.clone(), lines(report.document, table)),
        _ => (String::new(), Vec::new()),
    };
    TableView { table: Some(kind), caption, unreadable, rows }
}

/// Any other table as it stands.
pub(super) fn as_read(document: &Document, table: &Table) -> TableView {
    let mut rows: Vec<Vec<TableCell>> = Vec::new();
    let mut current = None;
    for cell in &table.cells {
        if current != Some(cell.row) {
            rows.push(Vec::new());
            current = Some(cell.row);
        }
        let mut drawn = text(document.line(cell.line), TableCellKind::Plain);
        (drawn.row_span, drawn.column_span) = (cell.row_span, cell.column_span);
        if let Some(row) = rows.last_mut() {
            row.push(drawn);
        }
    }
    TableView { table: None, caption: String::new(), unreadable: String::new(), rows }
}

fn lines(document: &Document, table: &TableReading) -> Vec<Vec<TableCell>> {
    let shown = table.lines.iter().map(|line| document.line(*line).trim()).filter(|line| !line.is_empty());
    shown.map(|line| vec![text(line, TableCellKind::Plain)]).collect()
}

fn rebuilt(table: &TableReading, edition: Edition) -> Vec<Vec<TableCell>> {
    match (table.kind, edition) {
        (TableKind::Table2, Edition::F2021) => table2(table),
        (TableKind::Table2, Edition::F2019) => table2_of_2019(table),
        (TableKind::Table3, _) => table3(table, edition),
        (TableKind::Table4, _) => table4(table),
    }
}

fn text(text: &str, kind: TableCellKind) -> TableCell {
    TableCell { kind, text: text.to_owned(), row_span: 1, column_span: 1 }
}

fn head(label: &str, row_span: u32, column_span: u32) -> TableCell {
    TableCell { row_span, column_span, ..text(label, TableCellKind::Head) }
}

fn label(label: &str, row_span: u32, column_span: u32) -> TableCell {
    TableCell { row_span, column_span, ..text(label, TableCellKind::Label) }
}

fn value(table: &TableReading, id: CellId, column_span: u32) -> TableCell {
    let reading = table.cells.get(&id);
    let state = reading.map_or(CellStateKind::Missing, |reading| reading.state.kind());
    let text = reading.map(|reading| reading.text.clone()).unwrap_or_default();
    let kind = TableCellKind::Value { id: id.to_string(), state };
    TableCell { kind, text, row_span: 1, column_span }
}

/// The rows of a block of table 2: their labels and cells.
type Items<'a> = &'a [(&'a str, Cell2)];

fn table2(table: &TableReading) -> Vec<Vec<TableCell>> {
    let mut rows = vec![vec![head("第二十条第（一）项", 1, 4)]];
    let heads = std::iter::once("信息内容").chain(Documents2::ALL.map(Documents2::label));
    rows.push(heads.map(|text| head(text, 1, 1)).collect());
    for (item, name) in [(Item2::Rules, "规章"), (Item2::Documents, "行政规范性文件")] {
        let cells = Documents2::ALL.map(|column| value(table, CellId::T2(Cell2::Documents(item, column)), 1));
        rows.push(std::iter::once(label(name, 1, 1)).chain(cells).collect());
    }
    let blocks: [(&str, &str, Items<'_>); 3] = [
        ("第二十条第（五）项", "本年处理决定数量", &[("行政许可", Cell2::Permits)]),
        (
            "第二十条第（六）项",
            "本年处理决定数量",
            &[("行政处罚", Cell2::Penalties), ("行政强制", Cell2::Coercion)],
        ),
        ("第二十条第（八）项", "本年收费金额（单位：万元）", &[("行政事业性收费", Cell2::Fees)]),
    ];
    for (title, column, items) in blocks {
        rows.push(vec![head(title, 1, 4)]);
        rows.push(vec![head("信息内容", 1, 1), head(column, 1, 3)]);
        rows.extend(
            items.iter().map(|(name, cell)| vec![label(name, 1, 1), value(table, CellId::T2(*cell), 3)]),
        );
    }
    rows
}

fn table2_of_2019(table: &TableReading) -> Vec<Vec<TableCell>> {
    let mut rows = Vec::new();
    let mut columns_above: &[(&str, &str)] = &[];
    for item in Item2Of2019::ALL {
        let (_, name, columns) = item.layout();
        if columns != columns_above {
            rows.push(
                std::iter::once(head("信息内容", 1, 1))
                    .chain(columns.iter().map(|(_, text)| head(text, 1, 1)))
                    .collect(),
            );
            columns_above = columns;
        }
        let cells = (0..columns.len()).map(|column| {
            let column = u8::try_from(column).unwrap_or(0);
            value(table, CellId::T2Of2019(Cell2Of2019 { item, column }), 1)
        });
        rows.push(std::iter::once(label(name, 1, 1)).chain(cells).collect());
    }
    rows
}

fn table3(table: &TableReading, edition: Edition) -> Vec<Vec<TableCell>> {
    let note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
    let mut rows = vec![
        vec![head(note, 3, 3), head("申请人情况", 1, 7)],
        vec![head("自然人", 2, 1), head("法人或其他组织", 1, 5), head("总计", 2, 1)],
        Column3::ORGANISATIONS.map(|column| head(column.label(), 1, 1)).to_vec(),
    ];
    let all = Row3::of(edition);
    let inside = |row: &Row3| !matches!(row, Row3::Received | Row3::CarriedIn | Row3::CarriedOut);
    let count = |matches: &dyn Fn(&Row3) -> bool| {
        u32::try_from(all.iter().filter(|row| matches(row)).count()).unwrap_or(1)
    };
    let numerals =
        [("不予公开", "（三）"), ("无法提供", "（四）"), ("不予处理", "（五）"), ("其他处理", "（六）")];
    let mut previous_group = None;
    for row in all {
        let mut cells = Vec::new();
        if *row == Row3::Open {
            cells.push(label("三、本年度办理结果", count(&inside), 1));
        }
        match row.group() {
            Some(group) => {
                if previous_group != Some(group) {
                    let numeral =
                        numerals.iter().find(|(name, _)| *name == group.label()).map_or("", |(_, n)| n);
                    let name = format!("{numeral}{}", group.label());
                    cells.push(label(&name, count(&|other| other.group() == Some(group)), 1));
                }
                cells.push(label(row.label(), 1, 1));
            }
            None => cells.push(label(row.label(), 1, if inside(row) { 2 } else { 3 })),
        }
        previous_group = row.group();
        cells.extend(Column3::ALL.map(|column| value(table, CellId::T3(*row, column), 1)));
        rows.push(cells);
    }
    rows
}

fn table4(table: &TableReading) -> Vec<Vec<TableCell>> {
    let outcomes = |row_span| Outcome4::ALL.map(move |outcome| head(outcome.label(), row_span, 1));
    let second = outcomes(2).into_iter().chain([head("未经复议直接起诉", 1, 5), head("复议后起诉", 1, 5)]);
    let cells = Block4::ALL.iter().flat_map(|&block| Outcome4::ALL.map(|outcome| CellId::T4(block, outcome)));
    vec![
        vec![head("行政复议", 1, 5), head("行政诉讼", 1, 10)],
        second.collect(),
        outcomes(1).into_iter().chain(outcomes(1)).collect(),
        cells.map(|id| value(table, id, 1)).collect(),
    ]
}
