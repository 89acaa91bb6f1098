//! Paths as given → files, each once, with what is wrong with the others.

use super::say::{say, shown};
use jiaohe::wire::{ErrorKind, Failure};
use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// More bytes than this no input has: a zip may hold so many, a document far fewer.
const MOST_BYTES: u64 = jiaohe::read::limits::TOTAL_BYTES as u64;

/// A file to be read, or why there is none at a path.
pub(super) type Found = Result<PathBuf, (PathBuf, Failure)>;

/// The files at the paths, in the order given; a folder stands for those in it, by name, links followed. A file that is
/// reached twice is read once.
pub(super) fn expand(paths: &[PathBuf]) -> Vec<Found> {
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for one in paths.iter().flat_map(|path| below(path)) {
        // Standard input, or what cannot be resolved, is itself only.
        let real = one.as_ref().ok().and_then(|path| fs::canonicalize(path).ok());
        let again = real.is_some_and(|real| !known.insert(real));
        match one {
            Ok(path) if again => say(format_args!("{} 是前面已有的文件，只核对一次。", shown(&path))),
            one => found.push(one),
        }
    }
    found
}

fn below(path: &Path) -> Vec<Found> {
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let entries = WalkDir::new(path).follow_links(true).sort_by_file_name();
    let file = |entry: walkdir::Result<walkdir::DirEntry>| match entry {
        Ok(entry) if entry.file_type().is_file() && !is_noise(entry.path()) => Some(Ok(entry.into_path())),
        Ok(_) => None,
        Err(why) => {
            let place = why.path().unwrap_or(path).to_owned();
            let cause = match why.loop_ancestor() {
                Some(_) => "链接指回了上层文件夹".to_owned(),
                None => why.io_error().map_or_else(|| "未知原因".to_owned(), ToString::to_string),
            };
            Some(Err((place, not_accessible(&format!("打不开这里：{cause}。")))))
        }
    };
    let found: Vec<Found> = entries.into_iter().filter_map(file).collect();
    if found.is_empty() {
        let empty = not_accessible("这个文件夹里没有可以核对的文件。");
        return vec![Err((path.to_owned(), empty))];
    }
    found
}

/// Files that office programs and systems leave beside the real ones.
fn is_noise(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.starts_with("~$")
        || name.starts_with('.')
        || path.extension().is_some_and(|end| end.eq_ignore_ascii_case("tmp"))
        || name == "Thumbs.db"
}

/// The bytes of a file, or of standard input for `-`; never more than any input may have.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = || {
        let mut bytes = Vec::new();
        if path.as_os_str() == "-" {
            std::io::stdin().take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        } else {
            fs::File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        }
        Ok::<_, std::io::Error>(bytes)
    };
    let is_larger = path.metadata().is_ok_and(|file| file.len() > MOST_BYTES);
    let bytes = if is_larger { None } else { Some(read()) };
    match bytes {
        Some(Ok(bytes)) if bytes.len() as u64 <= MOST_BYTES => Ok(bytes),
        Some(Err(why)) => Err(not_accessible(&format!("打不开这个文件：{why}。"))),
        _ => Err(failure(ErrorKind::TooLarge, ErrorKind::TooLarge.cause())),
    }
}

fn not_accessible(message: &str) -> Failure {
    failure(ErrorKind::NotAccessible, message)
}

fn failure(kind: ErrorKind, message: &str) -> Failure {
    Failure { kind, message: message.into(), hint: kind.step().into() }
}
