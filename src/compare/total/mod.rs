//! 汇总表: what the units of a region come to in one year, cell by cell, and why a report that should be their sum is not.

mod explain;
mod roll;

use super::{drawn, ids, values};
use crate::report::form::{CellId, Edition, TableKind};
use crate::text::Decimal;
use crate::vocabulary::{CellStateKind, SumCause};
use crate::wire::{
    Choice, Explanation, ExplanationPart, Extract, Total, TotalCell, TotalOptions, TotalParent, TotalUnit,
};
use explain::Repair;
use roll::{Counted, Roll};
use std::collections::BTreeMap;
use std::ops::Range;

/// The sum of the units for each year that there are reports on, the earliest first, or only for the one asked for. Which
/// files are counted is told from title and year, `choices` (one for each, or none at all) and options; the order of the
/// files changes nothing.
pub fn totals(all: &[Extract], choices: &[Choice], options: &TotalOptions) -> Vec<Total> {
    let years = match options.year {
        Some(year) => vec![year],
        None => roll::years(all),
    };
    years.into_iter().map(|year| total(roll::call(all, choices, options, year), year)).collect()
}

/// A counted unit with its numbers.
struct Unit<'a> {
    counted: Counted<'a>,
    values: BTreeMap<CellId, Decimal>,
    /// The other numbers that may have been counted in their place.
    others: Vec<(SumCause, BTreeMap<CellId, Decimal>)>,
}

fn total(roll: Roll<'_>, year: u16) -> Total {
    let edition = Edition::for_year(year).unwrap_or(Edition::NEWEST);
    let ids = ids();
    let units: Vec<Unit<'_>> = roll.counted.into_iter().map(|counted| unit(counted, &ids)).collect();
    let parent = roll.parent.map(|parent| (parent, values(parent, &ids)));
    let of_table = |kind| CellId::of_table(kind, edition);
    let cells: Vec<CellId> = TableKind::ALL.into_iter().flat_map(of_table).collect();
    let said = |cell: &CellId| parent.as_ref().and_then(|(_, values)| values.get(cell)).copied();
    let mut rows: Vec<TotalCell> = cells.iter().map(|&cell| row(cell, &units, said(&cell))).collect();
    let strangers: Vec<_> = roll.strangers.iter().map(|one| (roll::shown(one), values(one, &ids))).collect();
    let explanations = explanations(&cells, &units, &strangers, &said, &mut rows);
    let sum = |cell: CellId| {
        let row = cells.iter().zip(&rows).find(|(other, _)| **other == cell);
        (CellStateKind::Number, row.map(|(_, row)| row.sum.clone()).unwrap_or_default(), None)
    };
    let tables = TableKind::ALL.map(|kind| drawn(kind, edition, &sum)).into();
    Total {
        year,
        region: roll.region,
        parent: roll
            .parent
            .map(|parent| TotalParent { organ: super::name(parent).to_owned(), file: parent.name.clone() }),
        units: units.iter().map(|unit| entry(unit, &cells)).collect(),
        left_out: roll.left_out,
        listed: roll.listed,
        missing: roll.missing,
        cells: rows,
        tables,
        explanations,
    }
}

fn unit<'a>(counted: Counted<'a>, ids: &BTreeMap<String, CellId>) -> Unit<'a> {
    let own = values(counted.report, ids);
    let mut others = Vec::new();
    if let Some(previous) = counted.previous {
        others.push((SumCause::Previous, values(previous, ids)));
    }
    others.extend(counted.versions.iter().map(|version| (SumCause::Version, values(version, ids))));
    let mut repaired = own.clone();
    for doubt in &counted.report.doubts {
        let value = doubt.repair.as_deref().and_then(Decimal::parse);
        if let Some((&cell, value)) = ids.get(&doubt.cell).zip(value) {
            repaired.insert(cell, value);
        }
    }
    if repaired != own {
        others.push((SumCause::Repair, repaired));
    }
    Unit { counted, values: own, others }
}

fn entry(unit: &Unit<'_>, cells: &[CellId]) -> TotalUnit {
    let count = |of: &dyn Fn(&CellId) -> bool| {
        u32::try_from(cells.iter().filter(|cell| of(cell)).count()).unwrap_or(u32::MAX)
    };
    TotalUnit {
        unit: unit.counted.unit.clone(),
        file: unit.counted.report.name.clone(),
        own: unit.counted.is_own,
        unread: count(&|cell| !unit.values.contains_key(cell)),
        open: count(&|cell| is_open(unit, &cell.to_string())),
    }
}

fn is_open(unit: &Unit<'_>, cell: &str) -> bool {
    unit.counted.report.doubts.iter().any(|doubt| doubt.cell == cell)
}

fn row(cell: CellId, units: &[Unit<'_>], parent: Option<Decimal>) -> TotalCell {
    let id = cell.to_string();
    let those = |of: &dyn Fn(&Unit<'_>) -> bool| -> Vec<String> {
        units.iter().filter(|unit| of(unit)).map(|unit| unit.counted.unit.clone()).collect()
    };
    let sum: Decimal = units.iter().filter_map(|unit| unit.values.get(&cell)).copied().sum();
    TotalCell {
        label: format!("{}{}", cell.table().name(), cell.name()),
        sum: sum.to_string(),
        unread: those(&|unit| !unit.values.contains_key(&cell)),
        open: those(&|unit| is_open(unit, &id)),
        parent: parent.map(|parent| parent.to_string()),
        difference: parent.map(|parent| (sum - parent).to_string()),
        explanation: None,
        cell: id,
    }
}

/// Explains the cells that can be compared, and says in each row by what it is explained.
fn explanations(
    cells: &[CellId],
    units: &[Unit<'_>],
    strangers: &[(String, BTreeMap<CellId, Decimal>)],
    said: &dyn Fn(&CellId) -> Option<Decimal>,
    rows: &mut [TotalCell],
) -> Vec<Explanation> {
    let comparable = |(place, cell): (usize, &CellId)| {
        rows.get(place).filter(|row| row.unread.is_empty())?;
        said(cell).map(|said| (place, *cell, said))
    };
    let compared: Vec<(usize, CellId, Decimal)> = cells.iter().enumerate().filter_map(comparable).collect();
    let sum =
        |cell: &CellId| -> Decimal { units.iter().filter_map(|unit| unit.values.get(cell)).copied().sum() };
    let differences: Vec<Decimal> = compared.iter().map(|(_, cell, said)| sum(cell) - *said).collect();
    if differences.iter().all(|difference| difference.is_zero()) {
        return Vec::new();
    }
    let known = units.iter().flat_map(|unit| unit.values.values()).chain(&differences);
    let scale = known.map(|value| value.decimals()).max().unwrap_or(0);
    let whole = |value: Decimal| value.times_ten_to(scale).unwrap_or(0);
    let mut repairs = Vec::new();
    let mut add = |number, cause, amount: &dyn Fn(&CellId) -> Decimal| {
        let amounts: Vec<i64> = compared.iter().map(|(_, cell, _)| whole(amount(cell))).collect();
        if amounts.iter().any(|&amount| amount != 0) {
            repairs.push(Repair { unit: number, cause, amounts });
        }
    };
    for (number, unit) in units.iter().enumerate() {
        let value = |cell: &CellId| unit.values.get(cell).copied().unwrap_or_default();
        add(number, SumCause::LeftOut, &value);
        add(number, SumCause::Twice, &|cell| -value(cell));
        for (cause, other) in &unit.others {
            // What the other report does not know is no number of its own.
            let amount = |cell: &CellId| other.get(cell).map_or(Decimal::ZERO, |other| value(cell) - *other);
            add(number, *cause, &amount);
        }
    }
    for (number, (_, values)) in (units.len()..).zip(strangers) {
        add(number, SumCause::Included, &|cell| -values.get(cell).copied().unwrap_or_default());
    }
    let wanted: Vec<i64> = differences.iter().map(|&difference| whole(difference)).collect();
    let table = |kind: TableKind| -> Range<usize> {
        let from = compared.partition_point(|(_, cell, _)| cell.table() < kind);
        from..compared.partition_point(|(_, cell, _)| cell.table() <= kind)
    };
    let found = explain::explain(&repairs, &wanted, &TableKind::ALL.map(table));
    let name = |number: usize| {
        let stranger = || strangers.get(number - units.len()).map(|(name, _)| name.clone());
        units.get(number).map(|unit| unit.counted.unit.clone()).or_else(stranger).unwrap_or_default()
    };
    let told = |(number, found): (usize, explain::Found)| {
        let parts: Vec<ExplanationPart> = found
            .repairs
            .iter()
            .filter_map(|&at| repairs.get(at))
            .map(|repair| ExplanationPart { unit: name(repair.unit), cause: repair.cause })
            .collect();
        for place in found.cells.iter().filter_map(|&at| compared.get(at)).map(|(place, ..)| *place) {
            if let Some(row) = rows.get_mut(place) {
                row.explanation = Some(number);
            }
        }
        let cells = found.cells.iter().filter_map(|&at| compared.get(at));
        let cells: Vec<String> = cells.map(|(_, cell, _)| cell.to_string()).collect();
        Explanation { text: sentence(&parts, cells.len(), found.others), parts, cells, others: found.others }
    };
    found.into_iter().enumerate().map(told).collect()
}

/// What a set of units says, as a supposition: nobody knows what the other side has done.
fn sentence(parts: &[ExplanationPart], cells: usize, others: u32) -> String {
    let clauses: Vec<String> = parts.iter().map(|part| part.cause.clause(&part.unit)).collect();
    let others = match others {
        0 => String::new(),
        99 => "；另有至少 99 种单位数相同的组合也能解释，不能据此认定".to_owned(),
        others => format!("；另有 {others} 种单位数相同的组合也能解释，不能据此认定"),
    };
    format!("如果汇总报告{}，则有 {cells} 格相符{others}。", clauses.join("，并"))
}
