//! A piece of prose beside tables, for tests of what is understood.

use jiaohe::document::{Builder, Document, Format, LineId};
use jiaohe::report::claims::{Claim, find};
use jiaohe::report::form::{CellId, Edition, SectionKind, TableKind};
use jiaohe::report::{CellReading, CellState, Organ, Section, TableReading, TableState, Tables};
use jiaohe::text::Decimal;

/// One case of a file.
#[derive(Debug, Default, Clone)]
pub(crate) struct Case {
    pub(crate) title: String,
    pub(crate) organ: String,
    pub(crate) year: u16,
    pub(crate) section: u8,
    pub(crate) edition2019: bool,
    pub(crate) unreadable: bool,
    pub(crate) cells: Vec<(String, String)>,
    pub(crate) lines: Vec<String>,
    pub(crate) expected: Vec<String>,
}

impl Case {
    /// Takes settings such as `organ=清河县水利局 received=5`.
    pub(crate) fn set(&mut self, settings: &str) {
        for part in settings.split_whitespace() {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            match name {
                "organ" => self.organ = value.into(),
                "year" => self.year = value.parse().unwrap_or(0),
                "section" => self.section = value.parse().unwrap_or(0),
                "edition" => self.edition2019 = value == "2019",
                "unreadable" => self.unreadable = true,
                cell => self.cells.push((cell.into(), value.into())),
            }
        }
    }
}

/// `received=5` stands for the cells 自然人 and 总计 of that row; `t4.review.upheld=1` for itself.
fn tables(case: &Case) -> Tables {
    let edition = if case.edition2019 { Edition::F2019 } else { Edition::F2021 };
    let table = |kind| {
        let reading = |cell: CellId| {
            let id = cell.to_string();
            let named = case.cells.iter().rev().find(|(name, _)| {
                *name == id || [".person", ".total"].iter().any(|column| id == format!("t3.{name}{column}"))
            });
            let value = named.map_or("0", |(_, value)| value);
            let state = match Decimal::parse(value) {
                Some(value) => CellState::Number(value),
                None => CellState::Unreadable,
            };
            (cell, CellReading { state, text: value.into(), span: None })
        };
        let cells = CellId::of_table(kind, edition).into_iter().map(reading).collect();
        let state =
            if case.unreadable { TableState::Unreadable("行列不清".into()) } else { TableState::Read };
        TableReading { kind, state, edition: Some(edition), cells, lines: Vec::new(), signs: Vec::new() }
    };
    let tables = Tables {
        table2: table(TableKind::Table2),
        table3: table(TableKind::Table3),
        table4: table(TableKind::Table4),
    };
    for (name, _) in &case.cells {
        let known = CellId::parse(name).is_some() || CellId::parse(&format!("t3.{name}.total")).is_some();
        let of2019 = case.edition2019 && name.starts_with("t2_2019.");
        assert!(known || of2019, "{}: no such cell: {name}", case.title);
    }
    tables
}

fn document(lines: &[String]) -> (Document, Vec<LineId>) {
    let mut builder = Builder::new(Format::Text);
    for line in lines {
        builder.paragraph(line.clone(), None);
    }
    (builder.finish(), (0..).take(lines.len()).map(LineId).collect())
}

/// Its document and the claims in it.
pub(crate) fn claims_of(case: &Case) -> (Document, Vec<Claim>) {
    let (document, lines) = document(&case.lines);
    let Some(kind) = SectionKind::numbered(case.section) else {
        panic!("section {} is none of the six", case.section)
    };
    let section = Section { kind, heading: None, prose: lines };
    let claims =
        find(&document, &Organ::of(&case.organ), &[], &[section], Some(case.year), &tables(case)).claims;
    (document, claims)
}
