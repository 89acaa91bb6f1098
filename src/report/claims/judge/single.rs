use crate::report::Tables;
use crate::report::claims::doubt::{Bearing, Doubt};
use crate::report::claims::meaning::{Meaning, ResultKind, Stage, Who};
use crate::report::claims::readings::Readings;
use crate::report::claims::understand::{CarriedIn, Draft};
use crate::report::claims::{Certainty, Comparison, Reading};
use crate::report::form::{CellId, Column3, Row3, TableKind};
use crate::report::tables::TableState;
use crate::text::Decimal;

/// The value of a cell, if its table can be relied on.
fn value(tables: &Tables, cell: CellId) -> Option<Decimal> {
    let table = tables.get(cell.table());
    (table.state == TableState::Read).then(|| tables.value(cell)).flatten()
}

/// Compares a draft with the tables.
pub(in crate::report::claims) fn compare(draft: &Draft, tables: &Tables) -> (Vec<Reading>, Comparison) {
    let Readings { mut plain, mut loose } =
        Readings::of(draft.meaning, tables.table2.edition, tables.table3.edition);
    // 收到 means 新收, or both where nothing is said; a sentence that names the carried-in settles it.
    match draft.carried_in {
        CarriedIn::Unsaid => {}
        CarriedIn::Beside => {
            loose.extend(plain.drain(1..).map(|reading| (reading, Doubt::MayIncludeCarriedIn)));
        }
        CarriedIn::Within => {
            loose.extend(plain.drain(..1).map(|reading| (reading, Doubt::MayBeNewOnly)));
        }
    }
    if draft.strict && matches!(draft.meaning, Meaning::Result(ResultKind::Group(_) | ResultKind::Rest, _)) {
        plain.truncate(1);
    }
    let (strongest, bearing) = (draft.doubts.strongest(), draft.doubts.bearing());
    if let (Some(doubt), Some(Bearing::Apart)) = (strongest, bearing) {
        return (plain, Comparison::NotCompared(doubt.clone()));
    }
    let Some(likeliest) = plain.first() else {
        return (plain, Comparison::NotCompared(Doubt::NoCell));
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
        return (plain, Comparison::NotCompared(Doubt::Unread(kind)));
    }
    let comparison = match (strongest, bearing) {
        (Some(doubt), Some(Bearing::Open)) => Comparison::NotCompared(doubt.clone()),
        (Some(doubt), _) => differs(Some(doubt.clone())),
        _ if draft.strict => differs(None),
        _ => {
            let excuse = loose.into_iter().find(|(reading, _)| fits(reading)).map(|(_, excuse)| excuse);
            let excuse = excuse.or_else(|| settled_in_part(draft, tables));
            differs(excuse.or_else(|| takes_unlisted(draft, known(likeliest)?)))
        }
    };
    (readings, comparison)
}

fn differs(doubt: Option<Doubt>) -> Comparison {
    let certainty = if doubt.is_some() { Certainty::Possible } else { Certainty::Certain };
    Comparison::Differs { certainty, doubt }
}

/// 维持3件、驳回1件: the form has no column for the latter, so it may be counted among the former.
fn takes_unlisted(draft: &Draft, exact: Decimal) -> Option<Doubt> {
    let more = exact - draft.number;
    let possible = !more.is_negative() && more <= draft.unlisted;
    possible.then_some(Doubt::MayTakeInUnlisted)
}

/// 全部办结 may speak of this year's requests alone: then what is left over came in earlier.
fn settled_in_part(draft: &Draft, tables: &Tables) -> Option<Doubt> {
    let all_settled = draft.meaning == Meaning::Requests(Stage::AllSettled, Who::All);
    let total = |row| value(tables, CellId::T3(row, Column3::Total));
    let possible = total(Row3::CarriedOut)? <= total(Row3::CarriedIn)?;
    (all_settled && possible).then_some(Doubt::MayBeSettledOfNew)
}
