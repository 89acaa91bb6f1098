//! Paths → checked files.

use jiaohe::read::Input;
use jiaohe::wire::{Failure, File};
use jiaohe::{Options, check};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Files that office programs and systems leave beside the real ones.
fn is_noise(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.starts_with("~$")
        || name.starts_with('.')
        || path.extension().is_some_and(|end| end.eq_ignore_ascii_case("tmp"))
        || name == "Thumbs.db"
}

/// Checks every path in the order given; a folder stands for the files in it, by name.
pub(super) fn check_all(paths: &[PathBuf]) -> Vec<File> {
    paths.iter().flat_map(|path| expand(path)).map(|path| check_one(&path)).collect()
}

fn expand(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = WalkDir::new(path).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.filter(|path| !is_noise(path)).collect()
}

fn check_one(path: &Path) -> File {
    let standard_input = path.as_os_str() == "-";
    let name = if standard_input { "-".to_owned() } else { path.display().to_string() };
    let bytes = if standard_input {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    match bytes {
        Ok(bytes) => check(&name, Input::Bytes(&bytes), &Options::default()),
        Err(error) => {
            let failure = Failure {
                kind: "not_accessible".into(),
                message: format!("打不开这个文件：{error}。"),
                hint: "请检查路径和读取权限。".into(),
            };
            File { name, error: Some(failure), report: None }
        }
    }
}
