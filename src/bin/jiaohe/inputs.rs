//! Paths → checked files, each in the light of the others.

use super::paths::{Found, bytes, expand};
use super::work::Work;
use jiaohe::compare::{comparisons, relations};
use jiaohe::profile::Profile;
use jiaohe::read::Input;
use jiaohe::wire::{Comparison, Extract, Failure, File, Related};
use jiaohe::{Levels, Opened, Options, open};
use std::path::{Path, PathBuf};

/// A report in a file, or the file that cannot be opened.
pub(super) enum Loaded {
    Opened(Opened),
    NotAccessible(String, Failure),
}

/// On what terms reports are checked.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    pub(super) levels: &'a Levels,
    pub(super) profile: Option<&'a Profile>,
}

/// Everything that checking several paths gives.
pub(super) struct Checked {
    pub(super) files: Vec<File>,
    pub(super) comparisons: Vec<Comparison>,
    pub(super) extracts: Vec<Extract>,
    /// Each file with what it was checked against.
    pub(super) opened: Vec<(Loaded, Related)>,
}

/// Checks every path in the order given; a folder stands for the files in it, by name. `previous` is the report on the
/// year before, where it was named; among several files, pairs are found by title and year.
/// `keep` says whether files will be made of the reports.
pub(super) fn check_all(
    paths: &[PathBuf],
    previous: Option<&Extract>,
    terms: Terms<'_>,
    keep: bool,
    work: Work,
) -> Checked {
    let mut loaded = load_all(paths, keep, work);
    if loaded.len() == 1
        && let Some(only) = loaded.pop()
    {
        return check_one(only, previous, terms);
    }
    let extracts: Vec<Option<Extract>> = work.each("比对", &loaded, |file| file.extract().ok());
    let known: Vec<Extract> = extracts.iter().flatten().chain(previous).cloned().collect();
    let related = relations(&known, &[]);
    let comparisons = comparisons(&known, &related);
    // Those that could not be read are related to nothing.
    let mut of_read = related.into_iter();
    let related_to =
        |extract: &Option<Extract>| extract.as_ref().and_then(|_| of_read.next()).unwrap_or_default();
    let of_each: Vec<Related> = extracts.iter().map(related_to).collect();
    let opened: Vec<(Loaded, Related)> = loaded.into_iter().zip(of_each).collect();
    let files = work.each("核对", &opened, |(file, related)| file.check(related, terms).0);
    Checked { files, comparisons, extracts: extracts.into_iter().flatten().collect(), opened }
}

/// Checks a single report, which is lifted once. Who names last year's report means that file, even if the body's name has
/// changed.
fn check_one(file: Loaded, previous: Option<&Extract>, terms: Terms<'_>) -> Checked {
    let related = Related { previous: previous.cloned(), units: Vec::new() };
    let (checked, extract) = file.check(&related, terms);
    let known: Vec<Extract> = extract.iter().chain(previous).cloned().collect();
    // Last year's report comes behind it and is compared with nothing.
    let comparisons = comparisons(&known, std::slice::from_ref(&related));
    let extracts = extract.into_iter().collect();
    Checked { files: vec![checked], comparisons, extracts, opened: vec![(file, related)] }
}

/// The reports at the paths.
fn load_all(paths: &[PathBuf], keep: bool, work: Work) -> Vec<Loaded> {
    let found = expand(paths);
    work.each("读取", &found, |found| load_found(found, keep)).into_iter().flatten().collect()
}

fn load_found(found: &Found, keep: bool) -> Vec<Loaded> {
    match found {
        Ok(path) => load(path, keep),
        Err((path, failure)) => vec![Loaded::NotAccessible(path.display().to_string(), failure.clone())],
    }
}

/// The reports in a file, or in standard input for `-`.
pub(super) fn load(path: &Path, keep: bool) -> Vec<Loaded> {
    let name = path.display().to_string();
    match bytes(path) {
        Ok(bytes) => {
            let options = Options { keep_source: keep, ..Options::default() };
            open(&name, Input::Bytes(&bytes), &options).into_iter().map(Loaded::Opened).collect()
        }
        Err(failure) => vec![Loaded::NotAccessible(name, failure)],
    }
}

/// What other reports need to know of each report, in the order of the paths, and the files that could not be read.
pub(super) struct Gathered {
    pub(super) extracts: Vec<Extract>,
    pub(super) unreadable: Vec<(String, Failure)>,
}

/// Reads every path; `in_full` also checks the reports, so that it is known of which cells errors speak.
pub(super) fn gather(paths: &[PathBuf], in_full: bool, work: Work) -> Gathered {
    let found = expand(paths);
    let each = work.each("读取", &found, |found| {
        let extract = |file: Loaded| {
            let (name, extract) = file.told(in_full);
            extract.map_err(|failure| (name, failure))
        };
        load_found(found, false).into_iter().map(extract).collect::<Vec<_>>()
    });
    let mut gathered = Gathered { extracts: Vec::new(), unreadable: Vec::new() };
    for one in each.into_iter().flatten() {
        match one {
            Ok(extract) => gathered.extracts.push(extract),
            Err(failed) => gathered.unreadable.push(failed),
        }
    }
    gathered
}

impl<'a> Terms<'a> {
    /// The options of a check beside these reports.
    pub(super) fn options(self, related: &'a Related) -> Options<'a> {
        let Self { levels, profile } = self;
        Options { related: Some(related), levels: Some(levels), profile, ..Options::default() }
    }
}

impl Loaded {
    /// What other reports need to know of it.
    pub(super) fn extract(&self) -> Result<Extract, Failure> {
        match self {
            Self::Opened(report) => report.extract(),
            Self::NotAccessible(_, failure) => Err(failure.clone()),
        }
    }

    /// Its name and the same, after a check if it is asked for.
    fn told(self, in_full: bool) -> (String, Result<Extract, Failure>) {
        match self {
            Self::NotAccessible(name, failure) => (name, Err(failure)),
            Self::Opened(report) if in_full => {
                let extract = match report.check_and_extract(&Options::default()) {
                    (_, Some(extract)) => Ok(extract),
                    // Who was not read has no extract, and says why in the same words.
                    (_, None) => report.extract(),
                };
                (report.name, extract)
            }
            Self::Opened(report) => {
                let extract = report.extract();
                (report.name, extract)
            }
        }
    }

    /// The outcome of its check, and what other reports need to know of it.
    fn check(&self, related: &Related, terms: Terms<'_>) -> (File, Option<Extract>) {
        match self {
            Self::Opened(report) => {
                let options = terms.options(related);
                report.check_and_extract(&options)
            }
            Self::NotAccessible(name, failure) => {
                (File { name: name.clone(), error: Some(failure.clone()), report: None }, None)
            }
        }
    }
}
