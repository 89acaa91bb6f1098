//! This year's report against last year's. Everything is worth a look and nothing an error: bodies merge and split, scopes
//! change, and last year's report may have been corrected after it was published.

mod carried_in;
mod copied;
mod jump;
mod stock;

use super::outcome::{Needed as _, not_applicable};
use super::{Context, Outcome, Rule};
use crate::compare::Known;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[&carried_in::RULE, &stock::RULE, &jump::RULE, &copied::RULE];

/// Why two years may legitimately not fit; the last sentence of every `todo`.
const REASONS: &str = "机构调整、范围变化、上年更正、申请移送等造成的请说明";

/// Last year's report; or the outcome that there is nothing to compare with.
fn previous<'r>(context: &Context<'r>) -> Result<&'r Known, Outcome> {
    let previous = context.others.previous.as_ref().or_not_applicable("没有载入上年报告。")?;
    match previous.year.zip(context.report.year) {
        Some((before, year)) if before.checked_add(1) == Some(year) => Ok(previous),
        Some((before, year)) => {
            Err(not_applicable(format!("载入的是 {before} 年的报告，不是 {year} 年的上一年度。")))
        }
        None => Err(not_applicable("两份报告中有一份看不出年度。")),
    }
}
