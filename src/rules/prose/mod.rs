//! Numbers in prose against the tables. What a number may mean is decided in [`crate::report::claims`]; here the claims
//! that fit no reading become findings, one for each cause.

mod applicants;
mod change;
mod decisions;
mod documents;
mod fee;
mod requests;
mod results;
mod review;
mod share;
mod sum;
mod year;

use super::{Context, Equation, Finding, Judgement, Outcome, Place, Role, Rule, Severity, Term};
use super::{not_applicable, not_judged};
use crate::report::claims::{Certainty, Claim, Comparison, Doubt, Quoted, Reading, Topic};
use crate::report::form::CellId;
use crate::text::Decimal;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[
    &requests::RULE,
    &applicants::RULE,
    &results::RULE,
    &review::RULE,
    &documents::RULE,
    &decisions::RULE,
    &sum::RULE,
    &share::RULE,
    &change::RULE,
    &fee::RULE,
    &year::RULE,
];

/// The outcome over all claims that are about one of `topics`; `what` names them for the clerk.
fn judge(context: &Context<'_>, what: &str, topics: &[Topic]) -> Judgement {
    let of_rule = |claim: &&Claim| topics.contains(&claim.meaning.topic());
    let claims: Vec<&Claim> = context.report.claims.iter().filter(of_rule).collect();
    let compared = claims.iter().any(|claim| !matches!(claim.comparison, Comparison::NotCompared(_)));
    if !compared {
        let left_alone = claims.iter().find_map(|claim| match &claim.comparison {
            Comparison::NotCompared(reason) if !claim.readings.is_empty() => Some(reason.to_string()),
            _ => None,
        });
        return Err(match left_alone {
            Some(reason) => not_judged(reason),
            None => not_applicable(format!("正文没有写到可与表格比较的{what}。")),
        });
    }
    let mut findings: Vec<(&Claim, Finding)> = Vec::new();
    let mut differs = false;
    for claim in claims {
        let Comparison::Differs { certainty, doubt } = &claim.comparison else { continue };
        // A slip in a table that the arithmetic already shows is told there, with the prose as its witness.
        if super::cause::explains(context, claim) {
            differs = true;
            continue;
        }
        // The same number said twice has one cause.
        let same = |(other, _): &&mut (&Claim, Finding)| {
            other.meaning == claim.meaning && other.number == claim.number
        };
        match findings.iter_mut().find(same) {
            Some((_, finding)) => {
                finding.places.push(Place { span: claim.span, role: Role::Context });
            }
            None => findings.push((claim, finding(context, claim, *certainty, doubt.as_ref()))),
        }
    }
    if findings.is_empty() && differs {
        return Err(Outcome::Failed(Vec::new()));
    }
    Ok(findings.into_iter().map(|(_, finding)| finding).collect())
}

fn finding(context: &Context<'_>, claim: &Claim, certainty: Certainty, doubt: Option<&Doubt>) -> Finding {
    let most = match certainty {
        Certainty::Certain => Severity::Error,
        Certainty::Likely => Severity::Warning,
        Certainty::Possible => Severity::Hint,
    };
    let readings: Vec<(String, Decimal)> = claim
        .readings
        .iter()
        .filter_map(|reading| Some((reading.label(), reading.value(&context.report.tables)?)))
        .collect();
    let table =
        claim.readings.first().and_then(Reading::table).map_or("表格", crate::report::form::TableKind::name);
    // Readings that ask for the same number are told once, by the likeliest.
    let mut told: Vec<Decimal> = Vec::new();
    let mut fresh = |value: &Decimal| {
        !told.contains(value) && {
            told.push(*value);
            true
        }
    };
    let distinct: Vec<String> = readings
        .iter()
        .filter(|(_, value)| fresh(value))
        .map(|(words, value)| format!("{words}为 {value}"))
        .collect();
    let in_table = distinct.join("；");
    let number = claim.number;
    let message = format!("正文写“{}”，与{table}不一致：正文 {number}，表中{in_table}。", claim.text);
    let because = match doubt {
        Some(doubt) => format!("表中{in_table}。{doubt}"),
        None if distinct.len() > 1 => format!("正文的 {number} 与各种可能的口径都不相符：{in_table}"),
        None => format!("正文 {number}，表中{in_table}"),
    };
    let mut cells: Vec<CellId> = Vec::new();
    for &cell in claim.readings.iter().flat_map(|reading| reading.plus.iter().chain(&reading.minus)) {
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    let finding = context
        .on_claim(claim, format!("正文与{table}不一致：正文 {number}"), message)
        .at_most(most)
        .because(because)
        .todo("请核对台账，改正正文或表格中有误的一处")
        .cells(&context.report.tables, cells);
    let finding = claim
        .readings
        .iter()
        .fold(finding, |finding, reading| finding.equation(equation(context, claim, reading)));
    // 应为 is only said where every reading asks for the same number.
    match readings.first() {
        Some(&(_, first)) if readings.iter().all(|(_, value)| *value == first) => finding.due(first, number),
        _ => finding,
    }
}

fn equation(context: &Context<'_>, claim: &Claim, reading: &Reading) -> Equation {
    let plus = reading.plus.iter().map(|&cell| context.term(cell));
    let minus = reading.minus.iter().map(|&cell| context.term(cell).taken_away());
    context.equation(
        format!("{}＝正文", reading.label()),
        plus.chain(minus).collect(),
        vec![Term::said(claim)],
    )
}

/// The claims that are made of some figures.
fn claims_of<'c>(context: &'c Context<'_>, figures: &[&Quoted]) -> Vec<&'c Claim> {
    let indices = figures.iter().flat_map(|figure| figure.claims.iter().copied());
    indices.filter_map(|at| context.report.claims.get(at)).collect()
}

/// A sum with its numbers: `331 ＋ 61 ＝ 392`.
fn by_number(parts: &[&Quoted], total: Decimal) -> String {
    let numbers: Vec<String> = parts.iter().map(|part| part.number.to_string()).collect();
    if numbers.len() == 1 {
        format!("分项 {total}")
    } else {
        format!("{} ＝ {total}", numbers.join(" ＋ "))
    }
}
