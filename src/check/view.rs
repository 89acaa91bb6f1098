//! A checked report → what the page shows: the document with its tables rebuilt, places, equations.

mod names;
mod tables;

use super::places::Places;
use super::{Checked, output};
use crate::document::{Block, Document, LineId};
use crate::report::form::TableKind;
use crate::report::{Report, TableState};
use crate::rules::{self, Finding, Rule};
use crate::sorted::sort_by_key;
use crate::wire;
use std::collections::BTreeMap;

pub(super) fn checked_report(checked: &Checked<'_>) -> wire::CheckedReport {
    let report = checked.facts.report;
    let mut told = output::report(checked, |finding| detail(&checked.places, finding));
    super::own::detail(&mut told);
    wire::CheckedReport {
        report: told,
        lines: lines(checked.document),
        blocks: blocks(report, &checked.places),
        equations: checked
            .facts
            .arithmetic
            .equations
            .iter()
            .filter(|(_, equation)| equation.status != rules::Status::Unknown)
            .map(|(_, equation)| self::equation(&checked.places, equation))
            .collect(),
        unread: unread(report),
    }
}

/// The lines by their number; before those of a part stand empty ones.
fn lines(document: &Document) -> Vec<String> {
    let before = (0..document.first_line().0).map(|_| String::new());
    before.chain(document.lines().iter().cloned()).collect()
}

/// What a list shows of a report.
pub(super) fn brief(checked: &Checked<'_>) -> wire::Brief {
    let report = checked.facts.report;
    let finding = |(rule, finding): &(&Rule, &Finding)| wire::FindingBrief {
        rule: rule.id.to_owned(),
        fingerprint: output::fingerprint(checked, rule, finding),
        severity: finding.severity(),
        title: finding.title.clone(),
    };
    let mut findings: Vec<wire::FindingBrief> = checked.findings().iter().map(finding).collect();
    findings.extend(super::own::brief(checked));
    sort_by_key(&mut findings, |finding| std::cmp::Reverse(finding.severity));
    wire::Brief {
        organ: output::organ(report),
        year: report.year,
        recognition: output::recognition(checked),
        forms: output::forms(report),
        summary: output::summary(checked),
        findings,
    }
}

fn unread(report: &Report<'_>) -> Vec<String> {
    TableKind::ALL
        .into_iter()
        .filter_map(|kind| match &report.tables.get(kind).state {
            TableState::Read => None,
            TableState::Unreadable(why) => Some(why.clone()),
            TableState::Absent => Some(format!("没有找到{}（{}）。", kind.name(), kind.title())),
        })
        .collect()
}

/// The blocks in reading order. Every stretch that a prescribed table takes up becomes that table, once.
fn blocks(report: &Report<'_>, places: &Places<'_>) -> Vec<wire::Block> {
    let document = report.document;
    let mut owner: BTreeMap<LineId, TableKind> = BTreeMap::new();
    for kind in TableKind::ALL {
        owner.extend(report.tables.get(kind).lines.iter().map(|line| (*line, kind)));
    }
    let mut shown: Vec<TableKind> = Vec::new();
    let mut blocks = Vec::new();
    for block in &document.blocks {
        let first = match block {
            Block::Paragraph(paragraph) => Some(paragraph.line),
            Block::Table(table) => {
                table.cells.iter().map(|cell| cell.line).find(|line| owner.contains_key(line))
            }
        };
        if let Some(&kind) = first.and_then(|line| owner.get(&line)) {
            if !shown.contains(&kind) {
                shown.push(kind);
                blocks.push(wire::Block::Table(tables::prescribed(report, kind, places)));
            }
            continue;
        }
        match block {
            Block::Paragraph(paragraph) => {
                blocks.extend(self::paragraph(report, paragraph.line, paragraph.level));
            }
            Block::Table(table) => blocks.push(wire::Block::Table(tables::as_read(document, table))),
        }
    }
    blocks
}

fn paragraph(report: &Report<'_>, line: LineId, level: Option<u8>) -> Option<wire::Block> {
    let text = report.document.line(line);
    if text.trim().is_empty() {
        return None;
    }
    if report.title.as_ref().is_some_and(|title| title.lines.contains(&line)) {
        return Some(wire::Block::Title { line: line.0 });
    }
    let section = report.sections.iter().filter_map(|section| section.heading.as_ref());
    if section.into_iter().any(|heading| heading.span.line == line) {
        return Some(wire::Block::Heading { line: line.0, level: 1 });
    }
    let short = text.trim().chars().count() <= 30 && !text.trim_end().ends_with(['。', '；', '，']);
    let bracketed = text.trim_start().starts_with(['（', '(']) && short;
    Some(match level {
        Some(level) => wire::Block::Heading { line: line.0, level: level.clamp(2, 4) },
        None if bracketed => wire::Block::Heading { line: line.0, level: 2 },
        None => wire::Block::Paragraph { line: line.0 },
    })
}

fn detail(places: &Places<'_>, finding: &Finding) -> wire::Detail {
    let (expected, actual, difference) = finding.due.map_or_else(Default::default, |(expected, actual)| {
        (expected.to_string(), actual.to_string(), (expected - actual).abs().to_string())
    });
    wire::Detail {
        title: finding.title.clone(),
        expected,
        actual,
        difference,
        location: finding.location.clone(),
        candidates: finding.todo.clone(),
        equations: finding.equations.iter().map(|equation| self::equation(places, equation)).collect(),
    }
}

fn equation(places: &Places<'_>, equation: &rules::Equation) -> wire::Equation {
    let side = |side: &rules::Side| -> Vec<wire::Term> {
        side.terms.iter().map(|term| self::term(places, term)).collect()
    };
    wire::Equation {
        rule: equation.rule.into(),
        label: equation.label(),
        left: side(&equation.left),
        right: side(&equation.right),
        left_value: equation.left.value.to_string(),
        right_value: equation.right.value.to_string(),
        holds: equation.status == rules::Status::Holds,
    }
}

fn term(places: &Places<'_>, term: &rules::Term) -> wire::Term {
    wire::Term {
        sign: if term.minus { wire::Sign::Minus } else { wire::Sign::Plus },
        cell: term.cell.map(names::cell),
        label: term.label(),
        value: term.value.map(|value| value.to_string()).unwrap_or_default(),
        place: term.span.map(|span| places.of_span(span)),
    }
}
