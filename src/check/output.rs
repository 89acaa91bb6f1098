//! A checked report → the contract's shape.

use super::{Checked, own};
use crate::fnv::Fnv;
use crate::read::ReadError;
use crate::report::claims::{self, Comparison, Reading};
use crate::report::form::{CellId, TableKind};
use crate::report::{CellReading, CellState, Claim, Correction, Date, Report, TableState};
use crate::rules::{self, Finding, Outcome, Rule, Severity};
use crate::wire::{self, ClaimVerdict, Recognition, Sign};

pub(super) fn failure(error: ReadError) -> wire::Failure {
    wire::Failure { kind: error.kind, message: error.message(), hint: error.hint() }
}

/// The contract's part alone.
pub(super) fn contract(checked: &Checked<'_>) -> wire::Report {
    report(checked, |_| wire::Detail::default())
}

/// The contract's part, with what `detail` says of each finding beside.
pub(super) fn report(checked: &Checked<'_>, detail: impl Fn(&Finding) -> wire::Detail) -> wire::Report {
    let report = checked.facts.report;
    let findings = checked.findings();
    let mut told = wire::Report {
        reader: checked.document.format,
        notes: notes(checked),
        profile: checked.remark.clone(),
        recognition: recognition(checked),
        title: report.title.as_ref().map(|title| title.text.clone()),
        organ: organ(report),
        year: report.year,
        period: report.period.map(|period| wire::Period { from: date(period.from), to: date(period.to) }),
        forms: forms(report),
        sections: sections(report),
        cells: cells(report),
        corrections: report.corrected.iter().map(correction).collect(),
        claims: report.claims.iter().map(|claim| self::claim(checked, claim)).collect(),
        verdicts: checked.outcomes.iter().map(|(rule, outcome)| verdict(rule, outcome)).collect(),
        findings: findings
            .iter()
            .map(|(rule, finding)| self::finding(checked, rule, finding, detail(finding)))
            .collect(),
        summary: summary(checked),
    };
    own::add(checked, &mut told);
    told
}

fn correction(correction: &Correction) -> wire::Correction {
    wire::Correction {
        cell: correction.cell.to_string(),
        from: correction.from.clone(),
        to: correction.to.to_string(),
    }
}

/// What reading had to guess or leave out, what a person put right first.
fn notes(checked: &Checked<'_>) -> Vec<String> {
    let report = checked.facts.report;
    let change = |one: &Correction| match one.from.as_str() {
        "" => format!("{}原为空白，更正为 {}", one.label(), one.to),
        from => format!("{}读作“{from}”，更正为 {}", one.label(), one.to),
    };
    let corrected: Vec<String> = report.corrected.iter().map(change).collect();
    let lapsed: Vec<String> = report.lapsed.iter().map(Correction::label).collect();
    let corrections = [
        (!corrected.is_empty()).then(|| format!("人工更正 {} 处：{}", corrected.len(), corrected.join("；"))),
        (!lapsed.is_empty())
            .then(|| format!("人工更正失效 {} 处，读出的内容已变：{}", lapsed.len(), lapsed.join("、"))),
    ];
    let cut = report.cut.then(|| {
        let (claims, chars) = (claims::MOST / 10_000, claims::LONGEST_PASSAGE / 10_000);
        format!("正文过长：只核对了前 {claims} 万个数字，每段只核对了前 {chars} 万字")
    });
    corrections.into_iter().flatten().chain(checked.document.notes.iter().cloned()).chain(cut).collect()
}

/// The body whose report it is, if the title names one.
pub(super) fn organ(report: &Report<'_>) -> Option<String> {
    report.title.as_ref().map(|title| title.organ.clone()).filter(|organ| !organ.is_empty())
}

fn date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

pub(super) fn forms(report: &Report<'_>) -> wire::Forms {
    let tables = &report.tables;
    wire::Forms {
        table2: tables.table2.edition,
        table3: tables.table3.edition,
        table4: tables.table4.edition,
    }
}

fn sections(report: &Report<'_>) -> Vec<wire::Section> {
    let section = |section: &crate::report::Section| wire::Section {
        number: section.kind.number(),
        title: section.heading.as_ref().map_or_else(|| section.kind.title().to_owned(), |h| h.title.clone()),
        found: section.heading.is_some(),
    };
    report.sections.iter().map(section).collect()
}

fn cells(report: &Report<'_>) -> Vec<(String, wire::Cell)> {
    let tables = [&report.tables.table2, &report.tables.table3, &report.tables.table4];
    tables
        .iter()
        .flat_map(|table| &table.cells)
        .map(|(id, reading)| (id.to_string(), cell(reading)))
        .collect()
}

fn cell(reading: &CellReading) -> wire::Cell {
    let value = match reading.state {
        CellState::Number(value) => Some(value.to_string()),
        _ => None,
    };
    let text = reading.span.map(|_| reading.text.clone());
    wire::Cell { state: reading.state.kind(), value, text }
}

fn claim(checked: &Checked<'_>, claim: &Claim) -> wire::Claim {
    let (verdict, reason, reading) = match &claim.comparison {
        Comparison::Agrees(index) => {
            (ClaimVerdict::Agrees, "与表中一致".to_owned(), claim.readings.get(*index))
        }
        Comparison::Differs { doubt, .. } => {
            let reason = doubt.as_ref().map_or_else(|| "与表中不一致".to_owned(), ToString::to_string);
            (ClaimVerdict::Differs, reason, claim.readings.first())
        }
        Comparison::NotCompared(reason) => {
            (ClaimVerdict::NotCompared, reason.to_string(), claim.readings.first())
        }
    };
    let term = |cell: &CellId, sign| wire::ClaimTerm { cell: cell.to_string(), sign };
    let terms_of = |reading: &Reading| -> Vec<wire::ClaimTerm> {
        let plus = reading.plus.iter().map(|cell| term(cell, Sign::Plus));
        plus.chain(reading.minus.iter().map(|cell| term(cell, Sign::Minus))).collect()
    };
    let terms = reading.map_or_else(Vec::new, terms_of);
    let considered = claim.readings.iter().map(|reading| wire::ClaimReading {
        label: [reading.table().map_or("", TableKind::name), &reading.name()].concat(),
        terms: terms_of(reading),
        value: reading.value(&checked.facts.report.tables).map(|value| value.to_string()),
    });
    wire::Claim {
        text: claim.text.clone(),
        number: claim.number.to_string(),
        approximate: claim.approximate,
        meaning: claim.meaning.id(),
        cells: terms.iter().map(|term| term.cell.clone()).collect(),
        terms,
        verdict,
        reason,
        evidence: claim.evidence.clone(),
        considered: considered.collect(),
        doubts: claim.doubts.iter().map(ToString::to_string).collect(),
        place: checked.places.of_span(claim.span),
    }
}

fn verdict(rule: &Rule, outcome: &Outcome) -> wire::Verdict {
    let reason = match outcome {
        Outcome::NotJudged(reason) | Outcome::NotApplicable(reason) => Some(reason.clone()),
        Outcome::Passed | Outcome::Failed(_) => None,
    };
    wire::Verdict { rule: rule.id.to_owned(), outcome: outcome.kind(), reason }
}

fn finding(checked: &Checked<'_>, rule: &Rule, finding: &Finding, detail: wire::Detail) -> wire::Finding {
    let places = finding.places.iter().map(|place| {
        let wire::Place { line, column, length } = checked.places.of_span(place.span);
        let quote = checked.document.text(place.span).to_owned();
        wire::FindingPlace { line, column, length, quote, role: place.role }
    });
    let repairs = finding.repairs.iter().map(|repair| wire::Repair {
        changes: repair
            .changes
            .iter()
            .map(|(cell, from, to)| wire::Change {
                cell: cell.to_string(),
                from: from.to_string(),
                to: to.to_string(),
            })
            .collect(),
        reason: repair.reason.clone(),
    });
    wire::Finding {
        rule: rule.id.to_owned(),
        severity: finding.severity(),
        certainty: finding.certainty(),
        message: finding.message(),
        because: finding.because.clone(),
        todo: finding.todo.join("；"),
        basis: rules::basis(rule),
        cells: finding.cells.iter().map(ToString::to_string).collect(),
        places: places.collect(),
        repairs: repairs.collect(),
        fingerprint: fingerprint(checked, rule, finding),
        detail,
    }
}

/// The cells that errors speak of, each once, with what the likeliest repair makes of them.
pub(super) fn doubts(checked: &Checked<'_>) -> Vec<wire::Doubt> {
    let mut doubts: Vec<wire::Doubt> = Vec::new();
    let findings = checked.findings().into_iter().map(|(_, finding)| finding);
    for finding in findings.filter(|finding| finding.severity() == Severity::Error) {
        let changes = finding.repairs.first().map_or(&[][..], |repair| &repair.changes);
        for cell in finding.cells.iter().chain(changes.iter().map(|(cell, ..)| cell)) {
            let repair =
                changes.iter().find(|(changed, ..)| changed == cell).map(|(_, _, to)| to.to_string());
            let cell = cell.to_string();
            match doubts.iter_mut().find(|doubt| doubt.cell == cell) {
                None => doubts.push(wire::Doubt { cell, repair }),
                Some(known) => known.repair = known.repair.take().or(repair),
            }
        }
    }
    doubts
}

/// Nothing read is never success, and what was only read in part is not all.
pub(super) fn recognition(checked: &Checked<'_>) -> Recognition {
    let report = checked.facts.report;
    let states = || TableKind::ALL.into_iter().map(|kind| &report.tables.get(kind).state);
    let judged = !checked.outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::NotJudged(_)));
    if states().all(|state| *state == TableState::Read) && judged {
        return Recognition::Whole;
    }
    if states().any(|state| *state == TableState::Read) {
        return Recognition::Partial;
    }
    let found = report.sections.iter().filter(|section| section.heading.is_some()).count();
    let foreign =
        states().all(|state| *state == TableState::Absent) && report.title.is_none() && found < FEW_SECTIONS;
    if foreign { Recognition::Foreign } else { Recognition::Unrecognized }
}

/// Fewer headings of sections than this may stand in any text: 总体情况 alone does.
const FEW_SECTIONS: usize = 2;

pub(super) fn summary(checked: &Checked<'_>) -> wire::Summary {
    let mut summary = wire::Summary::default();
    for (_, finding) in checked.findings() {
        match finding.severity() {
            Severity::Error => summary.error += 1,
            Severity::Warning => summary.warning += 1,
            Severity::Hint => summary.hint += 1,
        }
    }
    for (_, outcome) in &checked.outcomes {
        match outcome {
            Outcome::Passed => summary.passed += 1,
            Outcome::Failed(_) => summary.failed += 1,
            Outcome::NotJudged(_) => summary.not_judged += 1,
            Outcome::NotApplicable(_) => summary.not_applicable += 1,
        }
    }
    own::count(checked, &mut summary);
    summary
}

/// Rule, cells and their values, and the quoted prose: FNV-1a over them, so that it changes when a number does and stays
/// when unrelated text moves.
pub(super) fn fingerprint(checked: &Checked<'_>, rule: &Rule, finding: &Finding) -> String {
    let mut hash = Fnv::default();
    hash.write(rule.id);
    let mut cells = finding.cells.clone();
    crate::sorted::sort_by_key(&mut cells, |&cell| cell);
    for cell in cells {
        hash.write(&cell.to_string());
        hash.write(checked.facts.report.tables.cell(cell).map_or("", |reading| reading.text.trim()));
    }
    if finding.cells.is_empty() {
        hash.write(&finding.title);
    }
    for place in &finding.places {
        hash.write(checked.document.text(place.span).trim());
    }
    hash.finish()
}
