//! Snapshots that no test looks at any more.

use crate::project::root;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The variable that names the file to which the tests add every snapshot that they look at.
const VARIABLE: &str = "INSTA_SNAPSHOT_REFERENCES_FILE";

fn list() -> PathBuf {
    root().join("target/snapshots.txt")
}

/// Runs tests, handing them the variable under which they note their snapshots.
pub(crate) fn note_references<T>(tests: impl FnOnce((&str, &str)) -> Result<T>) -> Result<T> {
    let list = list();
    fs::create_dir_all(root().join("target"))?;
    fs::write(&list, "")?;
    tests((VARIABLE, &list.to_string_lossy()))
}

/// Fails if there is a snapshot that the last run of the tests has not looked at.
pub(crate) fn unreferenced() -> Result<()> {
    let noted = fs::read_to_string(list()).context("the tests have not been run: `cargo xtask test Rust`")?;
    let used: BTreeSet<PathBuf> = noted.lines().filter_map(|path| fs::canonicalize(path).ok()).collect();
    let mut found = Vec::new();
    find(&root().join("tests"), &mut found)?;
    find(&root().join("src"), &mut found)?;
    let unused: Vec<String> = found
        .iter()
        .filter(|snapshot| !fs::canonicalize(snapshot).is_ok_and(|path| used.contains(&path)))
        .map(|snapshot| snapshot.display().to_string())
        .collect();
    ensure!(unused.is_empty(), "no test looks at {}", unused.join(", "));
    println!("{} snapshots, each looked at by a test", found.len());
    Ok(())
}

/// The snapshots below a folder.
fn find(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("node_modules") {
            find(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "snap") {
            found.push(path);
        }
    }
    Ok(())
}
