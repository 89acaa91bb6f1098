//! Which reports are counted in a sum, which are not, and why.

use super::super::{name, names};
use crate::formats::file_of;
use crate::report::Organ;
use crate::report::organ::{Kind, Level, Place};
use crate::sorted::{self, sort_by_key};
use crate::vocabulary::Uncounted;
use crate::wire::{Choice, Extract, LeftOut, PreviousChoice, SumRole, TotalOptions};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The reports of one year as a sum sees them.
pub(super) struct Roll<'a> {
    /// Those that are counted, each unit once.
    pub(super) counted: Vec<Counted<'a>>,
    /// Those that are not.
    pub(super) left_out: Vec<LeftOut>,
    /// Those among them whose figures may have been counted all the same.
    pub(super) strangers: Vec<&'a Extract>,
    /// The report that should be the sum.
    pub(super) parent: Option<&'a Extract>,
    /// The region whose units are counted.
    pub(super) region: Option<String>,
    /// Whether there was a list of units.
    pub(super) listed: bool,
    /// Units of the list without a report.
    pub(super) missing: Vec<String>,
}

/// A unit that is counted.
pub(super) struct Counted<'a> {
    /// Its name, else its file's without folders.
    pub(super) unit: String,
    /// Its place among all reports.
    at: usize,
    pub(super) report: &'a Extract,
    /// Whether it is the region's own organ.
    pub(super) is_own: bool,
    /// Other reports of the same unit and year with other figures.
    pub(super) versions: Vec<&'a Extract>,
    /// Its report on the year before.
    pub(super) previous: Option<&'a Extract>,
}

/// A report of the year that may be counted.
#[derive(Clone, Copy)]
struct Candidate<'a> {
    at: usize,
    report: &'a Extract,
}

/// The reports of a year, by what they are to its sum.
pub(super) fn call<'a>(
    all: &'a [Extract],
    choices: &[Choice],
    options: &TotalOptions,
    year: u16,
) -> Roll<'a> {
    let chosen = |at: usize| choices.get(at).and_then(|choice| choice.role);
    let organs: Vec<Organ> =
        all.iter().map(|report| Organ::of(report.organ.as_deref().unwrap_or(""))).collect();
    let of_year = |at: &usize| all.get(*at).is_some_and(|report| report.year == Some(year));
    let named = (0..all.len()).find(|at| chosen(*at) == Some(SumRole::Sum) && of_year(at));
    let region = named.and_then(|at| organs.get(at)?.places().pop());
    let region = region.or_else(|| {
        names::region(organs.iter().enumerate().filter(|(at, _)| of_year(at)).map(|(_, organ)| organ))
    });
    let mut roll = Roll {
        counted: Vec::new(),
        left_out: Vec::new(),
        strangers: Vec::new(),
        parent: None,
        region,
        listed: false,
        missing: Vec::new(),
    };
    let (mut sums, mut units) = (Vec::new(), Vec::new());
    for ((at, report), organ) in all.iter().enumerate().zip(&organs) {
        let is_report = report.organ.is_some() || !report.values.is_empty();
        let candidate = Candidate { at, report };
        match (chosen(at), report.year) {
            (_, Some(other)) if other != year => {}
            _ if !is_report => roll.leave(report, Uncounted::Foreign, None),
            (Some(SumRole::Out), _) => roll.leave(report, Uncounted::Chosen, None),
            (_, None) => roll.leave(report, Uncounted::NoYear, None),
            (Some(SumRole::Sum), _) => sums.push(candidate),
            _ if options.own == Some(at) => units.push(candidate),
            _ => match roll.place(organ) {
                Where::Elsewhere => roll.leave(report, Uncounted::Elsewhere, None),
                // Who named a report as the sum says that no other is.
                Where::Whole if named.is_some() => roll.leave(report, Uncounted::Sum, None),
                Where::Whole => sums.push(candidate),
                Where::Own if options.without_own => roll.leave(report, Uncounted::Own, None),
                Where::Own | Where::Unit => units.push(candidate),
            },
        }
    }
    for file in &options.unreadable {
        roll.left_out.push(LeftOut {
            file: file.clone(),
            organ: None,
            reason: Uncounted::Unreadable,
            instead: None,
        });
    }
    roll.parent = roll.best(&mut sums).map(|(best, _)| best.report);
    let order = roll.listed(&mut units, &options.roster, options.own);
    roll.count(units, &organs, options, &order);
    roll.look_back(all, &organs, choices, year.checked_sub(1));
    sort_by_key(&mut roll.left_out, |one| (one.file.clone(), one.reason));
    sort_by_key(&mut roll.strangers, |one| one.name.clone());
    roll
}

/// What a body is to a region.
enum Where {
    /// It speaks for it.
    Whole,
    /// It is the own organ of its government.
    Own,
    Unit,
    Elsewhere,
}

impl<'a> Roll<'a> {
    fn leave(&mut self, report: &'a Extract, reason: Uncounted, instead: Option<&Extract>) {
        if matches!(reason, Uncounted::Chosen | Uncounted::Elsewhere | Uncounted::Own | Uncounted::Unlisted) {
            self.strangers.push(report);
        }
        self.left_out.push(LeftOut {
            file: report.name.clone(),
            organ: report.organ.clone(),
            reason,
            instead: instead.map(|report| report.name.clone()),
        });
    }

    /// Finds the report on the year before of each unit: the one that was chosen, else the only one of the region with its name.
    fn look_back(&mut self, all: &'a [Extract], organs: &[Organ], choices: &[Choice], before: Option<u16>) {
        let region = self.region.as_deref();
        let earlier: Vec<(String, &Extract)> = all
            .iter()
            .zip(organs)
            .filter(|(report, organ)| {
                let is_here = !matches!(self.place(organ), Where::Elsewhere);
                report.year.is_some() && report.year == before && is_here
            })
            .map(|(report, organ)| (key(report, organ, region), report))
            .collect();
        let only = |at: usize, report: &Extract| {
            let own = key(report, organs.get(at)?, region);
            let mut found = earlier.iter().filter(|(key, _)| *key == own);
            // With two to choose from, neither is certain.
            found.next().map(|(_, report)| *report).filter(|_| found.next().is_none())
        };
        let found = self.counted.iter().map(|counted| {
            match choices.get(counted.at).and_then(|choice| choice.previous) {
                Some(PreviousChoice::Nothing) => None,
                Some(PreviousChoice::Report(chosen)) => all.get(chosen),
                None => only(counted.at, counted.report),
            }
        });
        let found: Vec<Option<&'a Extract>> = found.collect();
        for (counted, previous) in self.counted.iter_mut().zip(found) {
            counted.previous = previous;
        }
    }

    fn place(&self, organ: &Organ) -> Where {
        let Some(region) = &self.region else {
            return if organ.region().is_some() { Where::Whole } else { Where::Unit };
        };
        let is_its = organ.places().pop().as_ref() == Some(region);
        match (organ.place_in(region), organ.kind()) {
            (Place::Elsewhere, _) => Where::Elsewhere,
            _ if organ.region().is_some() && is_its => Where::Whole,
            (_, Kind::Office) if is_its && organ.level() != Level::Town => Where::Own,
            _ => Where::Unit,
        }
    }

    /// The report that stands for several of one body: the one of which most is known and least is doubted. The others are
    /// left out.
    fn best(&mut self, several: &mut [Candidate<'a>]) -> Option<(Candidate<'a>, Vec<&'a Extract>)> {
        sort_by_key(several, |one| {
            let name = one.report.name.clone();
            (Reverse(one.report.values.len()), is_draft(&name), one.report.doubts.len(), name)
        });
        let (best, others) = several.split_first()?;
        let mut versions = Vec::new();
        for other in others {
            let same = other.report.values == best.report.values;
            self.leave(
                other.report,
                if same { Uncounted::Copy } else { Uncounted::Version },
                Some(best.report),
            );
            if !same {
                versions.push(other.report);
            }
        }
        Some((*best, versions))
    }

    /// Leaves out who is not on the list, if there is one. Gives the names of files in the list's order.
    fn listed(&mut self, units: &mut Vec<Candidate<'a>>, roster: &str, own: Option<usize>) -> Vec<String> {
        let list = names::lines(roster);
        if list.is_empty() {
            return Vec::new();
        }
        self.listed = true;
        let organs: Vec<Organ> = units.iter().map(|unit| Organ::of(name(unit.report))).collect();
        let mut order = Vec::new();
        for (unit, found) in list.iter().zip(names::assign(&list, &organs)) {
            match found {
                Some((places, _)) => order.extend(places),
                None => self.missing.push(unit.clone()),
            }
        }
        let files =
            order.iter().filter_map(|&at| units.get(at)).map(|unit| unit.report.name.clone()).collect();
        let mut kept = Vec::new();
        for (at, unit) in std::mem::take(units).into_iter().enumerate() {
            if order.contains(&at) || own == Some(unit.at) {
                kept.push(unit);
            } else {
                self.leave(unit.report, Uncounted::Unlisted, None);
            }
        }
        *units = kept;
        files
    }

    /// Counts each unit once.
    fn count(
        &mut self,
        units: Vec<Candidate<'a>>,
        organs: &[Organ],
        options: &TotalOptions,
        order: &[String],
    ) {
        let mut by_unit: BTreeMap<String, Vec<Candidate<'a>>> = BTreeMap::new();
        for unit in units {
            let region = self.region.as_deref();
            let key = organs.get(unit.at).map(|organ| key(unit.report, organ, region)).unwrap_or_default();
            by_unit.entry(key).or_default().push(unit);
        }
        for mut several in by_unit.into_values() {
            let named = several.iter().any(|unit| options.own == Some(unit.at));
            let Some((best, versions)) = self.best(&mut several) else { continue };
            let organ = organs.get(best.at);
            let told =
                options.own.is_none() && organ.is_some_and(|organ| matches!(self.place(organ), Where::Own));
            self.counted.push(Counted {
                unit: shown(best.report),
                at: best.at,
                report: best.report,
                is_own: named || told,
                versions,
                previous: None,
            });
        }
        let place = |file: &String| order.iter().position(|other| other == file).unwrap_or(order.len());
        sort_by_key(&mut self.counted, |one| {
            (place(&one.report.name), one.unit.clone(), one.report.name.clone())
        });
    }
}

/// Whether the name of a file says that another one is the real one.
fn is_draft(name: &str) -> bool {
    ["副本", "初稿", "草稿", "作废", "旧版", "修改前"].iter().any(|word| name.contains(word))
}

/// The years that there are reports on.
pub(super) fn years(all: &[Extract]) -> Vec<u16> {
    let reports = all.iter().filter(|report| report.organ.is_some() || !report.values.is_empty());
    sorted::set(reports.filter_map(|report| report.year)).into_iter().collect()
}

/// By what a unit is told from the others; a report that names no body stands for itself. Within a region its name may be
/// left out, among units of several it may not.
fn key(report: &Extract, organ: &Organ, region: Option<&str>) -> String {
    match (organ.name(), region) {
        ("", _) => format!("\n{}", report.name),
        (named, Some(_)) => names::Name::of(named).key().to_owned(),
        (named, None) => named.to_owned(),
    }
}

/// The body, else the file without its folders.
pub(super) fn shown(report: &Extract) -> String {
    let name = name(report);
    if report.organ.is_some() { name } else { file_of(name) }.to_owned()
}
