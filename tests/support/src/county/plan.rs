//! The plan as JSON, for tests in other languages.

use super::{County, Gap, Planned, PlannedYear};
use serde_json::{Value, json};

/// `files`: each with `path`, `kind`, `organ`, `year`, `fault`, `rule`; `years`: each with `missing`, `sum`, `county`, `gaps`.
pub(super) fn plan(county: &County) -> String {
    let plan = json!({
        "roster": county.roster.lines().collect::<Vec<_>>(),
        "files": county.files.iter().map(file).collect::<Vec<_>>(),
        "years": county.years.iter().map(year).collect::<Vec<_>>(),
    });
    format!("{plan:#}\n")
}

fn file(file: &Planned) -> Value {
    json!({
        "path": file.path,
        "kind": file.kind.id(),
        "organ": file.organ,
        "year": file.year,
        "fault": file.fault.map(super::Fault::id),
        "rule": file.fault.and_then(super::Fault::rule),
    })
}

fn year(year: &PlannedYear) -> Value {
    json!({
        "year": year.year,
        "missing": year.missing,
        "sum": year.sum,
        "county": year.county,
        "gaps": year.gaps.iter().map(gap).collect::<Vec<_>>(),
    })
}

fn gap(gap: &Gap) -> Value {
    json!({ "unit": gap.organ, "how": gap.how, "cells": gap.cells })
}
