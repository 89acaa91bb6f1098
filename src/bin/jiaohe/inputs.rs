//! Paths → checked files, each in the light of the others.

use jiaohe::compare::{comparisons, relations};
use jiaohe::read::Input;
use jiaohe::wire::{Comparison, ErrorKind, Extract, Failure, File, Related};
use jiaohe::{Levels, Opened, Options, open};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use walkdir::WalkDir;

/// A report in a file, or the file that cannot be opened.
pub(super) enum Loaded {
    Opened(Opened),
    NotAccessible(String, Failure),
}

/// Files that office programs and systems leave beside the real ones.
fn is_noise(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.starts_with("~$")
        || name.starts_with('.')
        || path.extension().is_some_and(|end| end.eq_ignore_ascii_case("tmp"))
        || name == "Thumbs.db"
}

/// Checks every path in the order given; a folder stands for the files in it, by name. `previous` is the report on the
/// year before, where it was named; among several files, pairs are found by title and year.
/// `keep` says whether files will be made of the reports.
pub(super) fn check_all(
    paths: &[PathBuf],
    previous: Option<&Extract>,
    levels: &Levels,
    keep: bool,
) -> Checked {
    let paths: Vec<PathBuf> = paths.iter().flat_map(|path| expand(path)).collect();
    let loaded = on_all_cores(&paths, |path| load(path, keep));
    let mut loaded: Vec<Loaded> = loaded.into_iter().flatten().collect();
    if loaded.len() == 1
        && let Some(only) = loaded.pop()
    {
        return check_one(only, previous, levels);
    }
    let extracts: Vec<Option<Extract>> = on_all_cores(&loaded, |file| file.extract().ok());
    let known: Vec<Extract> = extracts.iter().flatten().chain(previous).cloned().collect();
    let related = relations(&known, &[]);
    let comparisons = comparisons(&known, &related);
    // Those that could not be read are related to nothing.
    let mut of_read = related.into_iter();
    let related_to =
        |extract: &Option<Extract>| extract.as_ref().and_then(|_| of_read.next()).unwrap_or_default();
    let of_each: Vec<Related> = extracts.iter().map(related_to).collect();
    let opened: Vec<(Loaded, Related)> = loaded.into_iter().zip(of_each).collect();
    let files = on_all_cores(&opened, |(file, related)| file.check(related, levels).0);
    Checked { files, comparisons, extracts: extracts.into_iter().flatten().collect(), opened }
}

/// Checks a single report, which is lifted once. Who names last year's report means that file, even if the body's name has
/// changed.
fn check_one(file: Loaded, previous: Option<&Extract>, levels: &Levels) -> Checked {
    let related = Related { previous: previous.cloned(), units: Vec::new() };
    let (checked, extract) = file.check(&related, levels);
    let known: Vec<Extract> = extract.iter().chain(previous).cloned().collect();
    // Last year's report comes behind it and is compared with nothing.
    let comparisons = comparisons(&known, std::slice::from_ref(&related));
    let extracts = extract.into_iter().collect();
    Checked { files: vec![checked], comparisons, extracts, opened: vec![(file, related)] }
}

/// Works on every item, on all cores; the results are in the order of the items.
fn on_all_cores<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(items.len());
    let next = AtomicUsize::new(0);
    let some = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut done: Vec<(usize, R)> = if cores < 2 {
        some()
    } else {
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..cores).map(|_| scope.spawn(some)).collect();
            let join = |thread: std::thread::ScopedJoinHandle<'_, Vec<(usize, R)>>| match thread.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            };
            threads.into_iter().flat_map(join).collect()
        })
    };
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Everything that checking several paths gives.
pub(super) struct Checked {
    pub(super) files: Vec<File>,
    pub(super) comparisons: Vec<Comparison>,
    pub(super) extracts: Vec<Extract>,
    /// Each file with what it was checked against.
    pub(super) opened: Vec<(Loaded, Related)>,
}

fn expand(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = WalkDir::new(path).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.filter(|path| !is_noise(path)).collect()
}

/// The reports in a file, or in standard input for `-`.
pub(super) fn load(path: &Path, keep: bool) -> Vec<Loaded> {
    let standard_input = path.as_os_str() == "-";
    let name = if standard_input { "-".to_owned() } else { path.display().to_string() };
    let bytes = if standard_input {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    match bytes {
        Ok(bytes) => {
            let opened =
                open(&name, Input::Bytes(&bytes), &Options { keep_source: keep, ..Options::default() });
            opened.into_iter().map(Loaded::Opened).collect()
        }
        Err(error) => {
            let failure = Failure {
                kind: ErrorKind::NotAccessible,
                message: format!("打不开这个文件：{error}。"),
                hint: ErrorKind::NotAccessible.step().into(),
            };
            vec![Loaded::NotAccessible(name, failure)]
        }
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

    /// The outcome of its check, and what other reports need to know of it.
    fn check(&self, related: &Related, levels: &Levels) -> (File, Option<Extract>) {
        match self {
            Self::Opened(report) => {
                let options = Options { related: Some(related), levels: Some(levels), ..Options::default() };
                report.check_and_extract(&options)
            }
            Self::NotAccessible(name, failure) => {
                (File { name: name.clone(), error: Some(failure.clone()), report: None }, None)
            }
        }
    }
}
