//! What rules of one's own say, in the contract's shape.

use super::Checked;
use crate::document::Span;
use crate::fnv::Fnv;
use crate::profile::{Told, Verdict};
use crate::report::form::CellId;
use crate::rules::Certainty;
use crate::sorted::sort_by_key;
use crate::vocabulary::{OutcomeKind, Role, Severity};
use crate::wire;
use std::cmp::Reverse;

/// Puts verdicts and findings behind those of the catalogue, the most important findings first.
pub(super) fn add(checked: &Checked<'_>, report: &mut wire::Report) {
    report.verdicts.extend(checked.own.iter().map(|verdict| wire::Verdict {
        rule: verdict.rule.clone(),
        outcome: verdict.outcome,
        reason: verdict.reason.clone(),
    }));
    let told = checked.own.iter().filter_map(|verdict| Some((verdict, verdict.told.as_ref()?)));
    report.findings.extend(told.map(|(verdict, told)| finding(checked, verdict, told)));
    // Those of the catalogue are in this order already and stay so.
    sort_by_key(&mut report.findings, |finding| (Reverse(finding.severity), Reverse(finding.certainty)));
}

/// What the page shows of them beyond the contract.
pub(super) fn detail(report: &mut wire::Report) {
    for finding in report.findings.iter_mut().filter(|finding| finding.rule.starts_with("own/")) {
        finding.detail = wire::Detail {
            title: finding.message.trim_end_matches('。').to_owned(),
            location: "自定规则".into(),
            candidates: Some(finding.todo.clone()).filter(|todo| !todo.is_empty()).into_iter().collect(),
            ..wire::Detail::default()
        };
    }
}

/// Counts them.
pub(super) fn count(checked: &Checked<'_>, summary: &mut wire::Summary) {
    for verdict in &checked.own {
        match verdict.outcome {
            OutcomeKind::Passed => summary.passed += 1,
            OutcomeKind::Failed => summary.failed += 1,
            OutcomeKind::NotJudged => summary.not_judged += 1,
            OutcomeKind::NotApplicable => summary.not_applicable += 1,
        }
        match verdict.told.as_ref().map(|told| told.severity) {
            Some(Severity::Warning) => summary.warning += 1,
            Some(Severity::Hint) => summary.hint += 1,
            Some(Severity::Error) | None => {}
        }
    }
}

/// What a list shows of them.
pub(super) fn brief(checked: &Checked<'_>) -> Vec<wire::FindingBrief> {
    let told = checked.own.iter().filter_map(|verdict| Some((verdict, verdict.told.as_ref()?)));
    told.map(|(verdict, told)| wire::FindingBrief {
        rule: verdict.rule.clone(),
        fingerprint: fingerprint(verdict, told),
        severity: told.severity,
        title: told.title.clone(),
    })
    .collect()
}

fn finding(checked: &Checked<'_>, verdict: &Verdict, told: &Told) -> wire::Finding {
    let span = |cell: &CellId| checked.facts.report.tables.cell(*cell)?.span;
    let place = |span: Span| {
        let wire::Place { line, column, length } = checked.places.of_span(span);
        let quote = checked.document.text(span).to_owned();
        wire::FindingPlace { line, column, length, quote, role: Role::Context }
    };
    let spans = told.cells.iter().filter_map(span).chain(told.span);
    let mut places: Vec<wire::FindingPlace> = spans.map(place).collect();
    if let Some(first) = places.first_mut() {
        first.role = Role::Primary;
    }
    wire::Finding {
        rule: verdict.rule.clone(),
        severity: told.severity,
        certainty: Certainty::of(told.severity),
        message: format!("{}。", told.title),
        because: told.because.clone(),
        todo: told.todo.clone(),
        basis: vec![wire::Basis { norm: "本地配置".into(), clause: "自定规则".into() }],
        cells: told.cells.iter().map(ToString::to_string).collect(),
        places,
        repairs: Vec::new(),
        fingerprint: fingerprint(verdict, told),
        detail: wire::Detail::default(),
    }
}

/// It stays while the rule's words and what they were told by stay.
fn fingerprint(verdict: &Verdict, told: &Told) -> String {
    let mut hash = Fnv::default();
    for text in [&verdict.rule, &told.title, &told.because] {
        hash.write(text);
    }
    hash.finish()
}
