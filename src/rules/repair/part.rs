//! One cause for each repair: groups that the same changes would repair are one, and changes that have nothing to do with each
//! other are several.

use super::{Cause, Change, Entry, Finder, Lead};
use crate::report::form::CellId;
use crate::rules::{Arithmetic, Status};

/// Joins causes whose first repair is the same set of changes, such as two cells that were swapped.
pub(super) fn join(causes: Vec<Cause>, finder: &mut Finder<'_, '_>) -> Vec<Cause> {
    let mut joined: Vec<Cause> = Vec::new();
    for cause in causes {
        let same = |other: &&mut Cause| other.first().is_some() && other.first() == cause.first();
        let whole = joined.iter_mut().find(same).and_then(|other| {
            let entries: Vec<Entry> = other.equations.iter().chain(&cause.equations).cloned().collect();
            let whole = finder.cause(entries, &[], &[]);
            (whole.first() == cause.first()).then_some((other, whole))
        });
        match whole {
            Some((other, whole)) => *other = whole,
            None => joined.push(cause),
        }
    }
    joined
}

/// Parts a cause whose first repair is several slips that share no more than a total: each is told by the equations that no
/// other slip touches. It stays whole where anything is open.
pub(super) fn divide(cause: Cause, arithmetic: &Arithmetic, finder: &mut Finder<'_, '_>) -> Vec<Cause> {
    let Some(changes) = cause.first().filter(|_| cause.lead != Lead::Open) else { return vec![cause] };
    let slips = slips(changes, arithmetic);
    if slips.len() < 2 {
        return vec![cause];
    }
    let part = |slip: &Vec<Change>| -> Option<Cause> {
        let others: Vec<Change> = changes.iter().filter(|change| !slip.contains(change)).copied().collect();
        let touched = |by: &[Change], entry: &&Entry| by.iter().any(|change| is_in(change.0, entry));
        let (shared, own): (Vec<&Entry>, Vec<&Entry>) = cause
            .equations
            .iter()
            .filter(|entry| touched(slip, entry))
            .partition(|entry| touched(&others, entry));
        if own.is_empty() {
            return None;
        }
        let part = finder.cause(own.into_iter().cloned().collect(), &shared, &others);
        (part.lead != Lead::Open && part.first() == Some(slip)).then_some(part)
    };
    let parts: Option<Vec<Cause>> = slips.iter().map(part).collect();
    parts.unwrap_or_else(|| vec![cause])
}

/// The changes by slip. Two are one slip if their values were swapped, if they are in one row, or if they make up for each other
/// in an equation that holds.
fn slips(changes: &[Change], arithmetic: &Arithmetic) -> Vec<Vec<Change>> {
    let mut slips: Vec<Vec<Change>> = Vec::new();
    for change in changes {
        let (linked, mut apart): (Vec<_>, Vec<_>) =
            slips.into_iter().partition(|slip| slip.iter().any(|other| are_one(change, other, arithmetic)));
        let mut merged: Vec<Change> = linked.into_iter().flatten().collect();
        merged.push(*change);
        apart.push(merged);
        slips = apart;
    }
    for slip in &mut slips {
        crate::sorted::sort_by_key(slip, |change| change.0);
    }
    slips
}

fn are_one(a: &Change, b: &Change, arithmetic: &Arithmetic) -> bool {
    let swapped = a.1 == b.2 && a.2 == b.1;
    let row = |cell: CellId| (cell.table(), cell.row_id());
    swapped
        || row(a.0) == row(b.0)
        || arithmetic
            .equations
            .iter()
            .any(|entry| entry.1.status == Status::Holds && is_in(a.0, entry) && is_in(b.0, entry))
}

fn is_in(cell: CellId, (_, equation): &Entry) -> bool {
    equation.cells().contains(&cell)
}
