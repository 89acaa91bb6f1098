//! One number beside the tables.

use super::weigh::{differs, weigh};
use crate::report::Tables;
use crate::report::claims::doubt::{Bearing, Doubt};
use crate::report::claims::meaning::{Meaning, Outcome, ResultKind, Stage, Suit, Who};
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

/// Compares a number with the tables: the readings that its words allow, and what came of it.
pub(in crate::report::claims) fn compare(draft: &Draft, tables: &Tables) -> (Vec<Reading>, Comparison) {
    let Readings { plain, loose } = readings(draft, tables);
    if let (Some(doubt), Some(Bearing::Apart)) = (draft.doubts.strongest(), draft.doubts.bearing()) {
        return (plain, Comparison::NotCompared(doubt.clone()));
    }
    let Some(likeliest) = plain.first() else {
        return (plain, Comparison::NotCompared(Doubt::NoCell));
    };
    let kind = likeliest.table().unwrap_or(TableKind::Table3);
    let known = |reading: &Reading| reading.value_by(&|cell| value(tables, cell));
    let values: Vec<Decimal> = plain.iter().filter_map(known).collect();
    let readings: Vec<Reading> = plain.iter().filter(|reading| known(reading).is_some()).cloned().collect();
    let fits = |reading: &Reading| {
        known(reading).is_some_and(|exact| {
            draft.number == exact
                || (draft.meaning == Meaning::Fees && draft.number.prints_to(draft.place, exact))
        })
    };
    if let Some(index) = readings.iter().position(fits) {
        return (readings, Comparison::Agrees(index));
    }
    // What could not be read may be what the number agrees with.
    if readings.len() < plain.len() {
        return (plain, Comparison::NotCompared(Doubt::Unread(kind)));
    }
    // 撤回的申请: offices differ in whether they count them at all.
    let without =
        |reading: &Reading| known(reading).is_some_and(|exact| exact + draft.withdrawn == draft.number);
    if !draft.withdrawn.is_zero() && readings.iter().any(without) {
        return (readings, differs(Some(Doubt::Withdrawn)));
    }
    let firm = draft.doubts.bearing() <= Some(Bearing::Faint);
    if firm && !draft.strict {
        let loosely = loose.into_iter().find(|(reading, _)| fits(reading)).map(|(_, excuse)| excuse);
        let excuse = loosely
            .or_else(|| settled_in_part(draft, tables))
            .or_else(|| takes_unlisted(draft, known(likeliest)?));
        if excuse == Some(Doubt::MayIncludeCarriedIn) {
            return (readings, Comparison::Differs { certainty: Certainty::Likely, doubt: excuse });
        }
        if excuse.is_some() {
            return (readings, differs(excuse));
        }
    }
    (readings, weigh(draft.number, &draft.doubts, &values))
}

/// The readings of all meanings that the words allow, the likeliest first.
fn readings(draft: &Draft, tables: &Tables) -> Readings {
    let of = |meaning| Readings::of(meaning, tables.table2.edition, tables.table3.edition);
    let Readings { mut plain, mut loose } = of(draft.meaning);
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
    // None of them means none of either half.
    if draft.number.is_zero() && matches!(draft.meaning, Meaning::Suit(Suit::Litigation, Outcome::Total)) {
        plain.truncate(1);
    }
    if !draft.with.is_empty() {
        let firsts = std::iter::once(plain.first().cloned())
            .chain(draft.with.iter().map(|&meaning| of(meaning).plain.into_iter().next()));
        let all = firsts.collect::<Option<Vec<Reading>>>().unwrap_or_default();
        let plus = all.into_iter().flat_map(|reading| reading.plus).collect();
        return Readings { plain: vec![Reading { plus, minus: Vec::new() }], loose: Vec::new() };
    }
    for reading in draft.also.iter().flat_map(|&meaning| of(meaning).plain) {
        if !plain.contains(&reading) {
            plain.push(reading);
        }
    }
    Readings { plain, loose }
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
