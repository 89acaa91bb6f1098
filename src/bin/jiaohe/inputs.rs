//! Paths → checked files, each in the light of the others.

use jiaohe::compare::{comparisons, relations};
use jiaohe::read::Input;
use jiaohe::wire::{Comparison, ErrorKind, Extract, Failure, File, Related};
use jiaohe::{Levels, Opened, Options, open};
use std::io::Read as _;
use std::path::{Path, PathBuf};
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
    let loaded: Vec<Loaded> =
        paths.iter().flat_map(|path| expand(path)).flat_map(|path| load(&path, keep)).collect();
    let extracts: Vec<Option<Extract>> = loaded.iter().map(|file| file.extract().ok()).collect();
    let known: Vec<Extract> = extracts.iter().flatten().chain(previous).cloned().collect();
    let alone = loaded.len() == 1;
    let mut related = relations(&known, &[]);
    // Who names last year's report of a single file means that file, even if the body's name has changed.
    if alone && let (Some(previous), Some(first)) = (previous, related.first_mut()) {
        first.previous = Some(previous.clone());
    }
    // Those that could not be read are related to nothing.
    let (nothing, mut of_read) = (Related::default(), related.iter());
    let of_each: Vec<Related> = extracts
        .iter()
        .map(|extract| extract.as_ref().and_then(|_| of_read.next()).unwrap_or(&nothing).clone())
        .collect();
    let files = loaded.iter().zip(&of_each).map(|(file, related)| file.check(related, levels)).collect();
    let comparisons = comparisons(&known, &related);
    let extracts = extracts.into_iter().flatten().collect();
    Checked { files, comparisons, extracts, opened: loaded.into_iter().zip(of_each).collect() }
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

    fn check(&self, related: &Related, levels: &Levels) -> File {
        match self {
            Self::Opened(report) => {
                report.check(&Options { related: Some(related), levels: Some(levels), ..Options::default() })
            }
            Self::NotAccessible(name, failure) => {
                File { name: name.clone(), error: Some(failure.clone()), report: None }
            }
        }
    }
}
