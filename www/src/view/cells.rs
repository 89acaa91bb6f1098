//! What is known of each table cell: findings, checks it takes part in, and its part in the active finding.

use jiaohe::wire::{Block, CheckedReport, Equation, Severity, Sign, TableCellKind, Term};
use std::collections::HashMap;

/// What is known of one cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CellFacts {
    /// Its name in words, as equations call it.
    pub(crate) label: String,
    /// Findings that speak of it, as indices.
    pub(crate) findings: Vec<usize>,
    /// Equations it takes part in.
    pub(crate) checks: u32,
    /// How many of them do not hold.
    pub(crate) broken: u32,
}

/// Facts by cell id.
pub(crate) type Facts = HashMap<String, CellFacts>;

/// Gathers the facts of all cells.
pub(crate) fn facts(checked: &CheckedReport) -> Facts {
    let mut facts = Facts::new();
    for equation in &checked.equations {
        for (term, cell) in terms(equation).filter_map(|term| Some((term, term.cell.as_ref()?))) {
            let cell = facts.entry(cell.id.clone()).or_default();
            cell.checks += 1;
            cell.broken += u32::from(!equation.holds);
            if cell.label.is_empty() {
                cell.label.clone_from(&term.label);
            }
        }
    }
    for (index, finding) in checked.report.findings.iter().enumerate() {
        for id in &finding.cells {
            facts.entry(id.clone()).or_default().findings.push(index);
        }
    }
    for cell in facts.values_mut() {
        // Findings come most important first; keep that order, each once.
        cell.findings.dedup();
    }
    facts
}

/// A cell's table, row and column in words; its id where no table of the document has it.
pub(crate) fn label_of<'a>(checked: &'a CheckedReport, cell: &'a str) -> &'a str {
    let tables = checked.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    let mut kinds = tables.flatten().flatten().map(|cell| &cell.kind);
    let label = kinds.find_map(|kind| match kind {
        TableCellKind::Value { id, label, .. } if id == cell => Some(label.as_str()),
        _ => None,
    });
    label.unwrap_or(cell)
}

impl CellFacts {
    /// The gravest severity among its findings.
    pub(crate) fn severity(&self, checked: &CheckedReport) -> Option<Severity> {
        let findings = self.findings.iter().filter_map(|index| checked.report.findings.get(*index));
        findings.map(|finding| finding.severity).max()
    }
}

/// Signs by cell. An equation has few cells: no map is worth its kilobytes here.
#[derive(Default)]
pub(crate) struct Signs(Vec<(String, &'static str)>);

impl Signs {
    /// The sign of a cell; empty for a cell that is lit without one.
    pub(crate) fn get(&self, cell: &str) -> Option<&'static str> {
        self.0.iter().find(|(id, _)| id == cell).map(|(_, sign)| *sign)
    }

    /// Gives a cell its sign; the first one stays.
    fn add(&mut self, cell: &str, sign: &'static str) {
        if self.get(cell).is_none() {
            self.0.push((cell.to_owned(), sign));
        }
    }
}

/// The sign each cell of a finding's equations carries: ＋ － before a term, ＝ or ≠ where the right side begins.
pub(crate) fn signs(checked: &CheckedReport, finding: usize) -> Signs {
    let mut signs = Signs::default();
    let Some(finding) = checked.report.findings.get(finding) else { return signs };
    for equation in &finding.detail.equations {
        let relation = if equation.holds { "＝" } else { "≠" };
        for (side, first) in [(&equation.left, ""), (&equation.right, relation)] {
            for (index, term) in side.iter().enumerate() {
                if let Some(cell) = &term.cell {
                    signs.add(&cell.id, if index == 0 { first } else { sign(term) });
                }
            }
        }
    }
    for id in &finding.cells {
        signs.add(id, "");
    }
    signs
}

/// The sign before a term.
pub(crate) fn sign(term: &Term) -> &'static str {
    match term.sign {
        Sign::Plus => "＋",
        Sign::Minus => "－",
    }
}

/// All terms of an equation, left side first.
pub(crate) fn terms(equation: &Equation) -> impl Iterator<Item = &Term> {
    equation.left.iter().chain(&equation.right)
}
