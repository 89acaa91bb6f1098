use super::guard::Guard;
use super::meaning::{Meaning, ResultKind, Stage, Who};
use super::readings::Readings;
use super::understand::{CarriedIn, Draft};
use super::{Comparison, Reading};
use crate::report::Tables;
use crate::report::form::{CellId, Column3, Row3, TableKind};
use crate::report::tables::TableState;
use crate::text::Decimal;

/// The value of a cell, if its table can be relied on.
fn value(tables: &Tables, cell: CellId) -> Option<Decimal> {
    let table = tables.get(cell.table());
    (table.state == TableState::Read).then(|| tables.value(cell)).flatten()
}

/// Compares a draft with the tables.
pub(super) fn compare(draft: &Draft, tables: &Tables) -> (Vec<Reading>, Comparison) {
    let Readings { mut plain, mut loose } =
        Readings::of(draft.meaning, tables.table2.edition, tables.table3.edition);
    // 收到 means 新收, or both where nothing is said; a sentence that names the carried-in settles it.
    match draft.carried_in {
        CarriedIn::Unsaid => {}
        CarriedIn::Beside => {
            loose.extend(plain.drain(1..).map(|reading| (reading, "可能已含上年结转的申请")));
        }
        CarriedIn::Within => {
            loose.extend(plain.drain(..1).map(|reading| (reading, "可能只计本年新收的申请")));
        }
    }
    if draft.strict && matches!(draft.meaning, Meaning::Result(ResultKind::Group(_) | ResultKind::Rest, _)) {
        plain.truncate(1);
    }
    let not_compared = |reason: &str| Comparison::NotCompared(reason.to_owned());
    if let Guard::Silent(reason) = &draft.guard {
        return (plain, not_compared(reason));
    }
    let Some(likeliest) = plain.first() else {
        return (plain, not_compared("表中没有对应"));
    };
    let kind = likeliest.plus.first().map_or(TableKind::Table3, |cell| cell.table());
    let known = |reading: &Reading| reading.value_by(&|cell| value(tables, cell));
    let readings: Vec<Reading> = plain.iter().filter(|reading| known(reading).is_some()).cloned().collect();
    let fits = |reading: &Reading| {
        known(reading).is_some_and(|exact| {
            draft.number == exact || (draft.meaning == Meaning::Fees && draft.number.prints(exact))
        })
    };
    if let Some(index) = readings.iter().position(fits) {
        return (readings, Comparison::Agrees(index));
    }
    // What could not be read may be what the number agrees with.
    if readings.len() < plain.len() {
        return (plain, not_compared(&format!("{}未能可靠读出", kind.name())));
    }
    let comparison = match &draft.guard {
        Guard::Soft(reason) => not_compared(reason),
        Guard::Doubt(reason) => Comparison::Differs { doubt: Some(reason.clone()) },
        _ if draft.strict => Comparison::Differs { doubt: None },
        _ => {
            let excuse =
                loose.iter().find(|(reading, _)| fits(reading)).map(|(_, excuse)| (*excuse).to_owned());
            let excuse = excuse.or_else(|| settled_in_part(draft, tables));
            Comparison::Differs { doubt: excuse.or_else(|| takes_unlisted(draft, known(likeliest)?)) }
        }
    };
    (readings, comparison)
}

/// 维持3件、驳回1件: the form has no column for the latter, so it may be counted among the former.
fn takes_unlisted(draft: &Draft, exact: Decimal) -> Option<String> {
    let more = exact - draft.number;
    let possible = !more.is_negative() && more <= draft.unlisted;
    possible.then(|| "同一句另有表中没有单列的一类，可能计入了这一项".to_owned())
}

/// 全部办结 may speak of this year's requests alone: then what is left over came in earlier.
fn settled_in_part(draft: &Draft, tables: &Tables) -> Option<String> {
    let all_settled = draft.meaning == Meaning::Requests(Stage::AllSettled, Who::All);
    let total = |row| value(tables, CellId::T3(row, Column3::Total));
    let possible = total(Row3::CarriedOut)? <= total(Row3::CarriedIn)?;
    (all_settled && possible).then(|| "可能只指本年新收的申请".to_owned())
}
