//! Numbers in prose against the tables. What a number may mean is decided in [`crate::report::claims`]; here the claims
//! that fit no reading become findings, one for each cause.

mod applicants;
mod change;
mod decisions;
mod documents;
mod fee;
mod repeated;
mod requests;
mod results;
mod review;
mod share;
mod subject;
mod sum;
mod year;

use super::words::quote;
use super::{Context, Equation, Finding, Judgement, Outcome, Place, Role, Rule, Severity, Term};
use super::{not_applicable, not_judged};
use crate::report::claims::{
    Certainty, Claim, Comparison, Doubt, Meaning, Quoted, Reading, Stage, Topic, Who,
};
use crate::report::form::CellId;
use crate::text::Decimal;
use std::collections::BTreeMap;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[
    &requests::RULE,
    &applicants::RULE,
    &results::RULE,
    &review::RULE,
    &documents::RULE,
    &decisions::RULE,
    &repeated::RULE,
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
    let mut findings: Vec<Finding> = Vec::new();
    // What was told of each number: its meaning, and which finding tells it.
    let mut told: BTreeMap<Decimal, Vec<(Meaning, usize)>> = BTreeMap::new();
    let mut differs = false;
    for claim in claims {
        let Comparison::Differs { certainty, doubt } = &claim.comparison else { continue };
        // A slip in a table that the arithmetic already shows is told there, with the prose as its witness.
        if super::cause::explains(context, claim) {
            differs = true;
            continue;
        }
        // The same number said twice has one cause.
        let told = told.entry(claim.number).or_default();
        let same = told.iter().find(|(meaning, _)| *meaning == claim.meaning);
        if let Some(finding) = same.and_then(|(_, index)| findings.get_mut(*index)) {
            finding.places.push(Place { span: claim.span, role: Role::Context });
        } else {
            told.push((claim.meaning, findings.len()));
            findings.push(finding(context, claim, *certainty, doubt.as_ref()));
        }
    }
    if findings.is_empty() && differs {
        return Err(Outcome::Failed(Vec::new()));
    }
    Ok(findings)
}

fn finding(context: &Context<'_>, claim: &Claim, certainty: Certainty, doubt: Option<&Doubt>) -> Finding {
    let most = match certainty {
        Certainty::Certain => Severity::Error,
        Certainty::Likely => Severity::Warning,
        Certainty::Possible => Severity::Hint,
    };
    // Readings that ask for the same number are told once, by the likeliest.
    let mut readings: Vec<(String, Decimal)> = Vec::new();
    for reading in &claim.readings {
        let Some(value) = reading.value(&context.report.tables) else { continue };
        if readings.iter().all(|(_, told)| *told != value) {
            readings.push((reading.name(), value));
        }
    }
    let mut cells: Vec<CellId> = Vec::new();
    for &cell in claim.readings.iter().flat_map(|reading| reading.plus.iter().chain(&reading.minus)) {
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    let title = title(claim, &readings, doubt);
    let finding = context
        .on_claim(claim, title)
        .at_most(most)
        .because(because(claim, &readings, doubt))
        .todo(if certainty == Certainty::Certain {
            "请核对台账，改正文或改表，以台账为准"
        } else {
            "请核对两处是否同一范围；不是的不必改，是的改正有误的一处"
        })
        .cells(&context.report.tables, cells);
    // Which of the two is wrong cannot be told: neither number is due.
    let equations = claim.readings.iter().map(|reading| equation(context, claim, reading));
    equations.fold(finding, Finding::equation)
}

/// The table that a claim is compared with.
fn table(claim: &Claim) -> &'static str {
    claim.readings.first().and_then(Reading::table).map_or("表格", crate::report::form::TableKind::name)
}

/// What differs: 收到申请：正文 12，表三 8 或 14. Neither side is called wrong.
fn title(claim: &Claim, readings: &[(String, Decimal)], doubt: Option<&Doubt>) -> String {
    let (subject, table) = (subject::subject(claim.meaning), table(claim));
    let unit = if claim.meaning == Meaning::Fees { " 万元" } else { "" };
    let values: Vec<String> = readings.iter().map(|(_, value)| format!("{value}{unit}")).collect();
    let values = match values.as_slice() {
        [a, b, c] => format!("{a}、{b} 或 {c}"),
        [a, b, _, ..] => format!("{a}、{b} 等"),
        few => few.join(" 或 "),
    };
    let in_words = claim.number.is_zero()
        && !claim.text.contains(|c: char| c.is_ascii_digit() || c == '０' || c == '零');
    match doubt {
        Some(Doubt::SumNear(sum)) => format!("{subject}：正文各项相加 {sum}，{table} {values}"),
        _ if claim.meaning == Meaning::Requests(Stage::AllSettled, Who::All) => {
            format!("正文{}，表三结转下年度 {values}", quote(&claim.text))
        }
        _ if in_words => format!("正文{}，{table}{subject} {values}", quote(&claim.text)),
        _ => format!("{subject}：正文 {}{unit}，{table} {values}", claim.number),
    }
}

/// The words of the prose, and what the table has.
fn because(claim: &Claim, readings: &[(String, Decimal)], doubt: Option<&Doubt>) -> String {
    /// So many readings are told.
    const TOLD: usize = 3;
    let told = readings.iter().take(TOLD).map(|(name, value)| format!("{name} {value}"));
    let told = told.collect::<Vec<_>>().join("，");
    let doubt = doubt.map(|doubt| format!("。{doubt}")).unwrap_or_default();
    format!("正文{}；{}{told}{doubt}", quote(&claim.text), table(claim))
}

fn equation(context: &Context<'_>, claim: &Claim, reading: &Reading) -> Equation {
    let plus = reading.plus.iter().map(|&cell| context.term(cell));
    let minus = reading.minus.iter().map(|&cell| context.term(cell).taken_away());
    context.equation(
        format!("{}＝正文", reading.name()),
        plus.chain(minus).collect(),
        vec![Term::said(claim)],
    )
}

/// The claims that are made of some figures.
fn claims_of<'c>(context: &'c Context<'_>, figures: &[&Quoted]) -> Vec<&'c Claim> {
    let indices = figures.iter().flat_map(|figure| figure.claims.iter().copied());
    indices.filter_map(|at| context.report.claims.get(at)).collect()
}

/// A sum with its numbers: `331 ＋ 61 ＝ 392`; of many parts the first few.
fn by_number(parts: &[&Quoted], total: Decimal) -> String {
    /// So many parts are told.
    const TOLD: usize = 8;
    let numbers: Vec<String> = parts.iter().take(TOLD).map(|part| part.number.to_string()).collect();
    let more = if parts.len() > TOLD { " ＋ …" } else { "" };
    if numbers.len() == 1 {
        format!("分项 {total}")
    } else {
        format!("{}{more} ＝ {total}", numbers.join(" ＋ "))
    }
}
