//! What is looked for in the text of files: length, paths that lead out, words that the core does without.

use crate::project::{command, root};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// No file of code is longer. CONTRIBUTING says what to aim at.
const LONGEST: usize = 400;

/// Floats are for geometry and for numbers that files hold as such; what is counted never becomes one.
const FLOATS: [&str; 7] = ["read/page", "read/pdf", "read/ofd", "read/sheet", "read/xls", "read/html", "js"];

/// Words that the core does without, and why.
const WORDS: [(&str, &str); 9] = [
    ("HashMap", "its order is by chance"),
    ("HashSet", "its order is by chance"),
    ("Instant", "the core has no clock"),
    ("SystemTime", "the core has no clock"),
    ("std::fs", "the core sees no files"),
    ("std::env", "the core sees no environment"),
    ("std::net", "the core sees no network"),
    ("std::process", "the core starts nothing"),
    ("println!", "the core prints nothing"),
];

/// Made files that try to reach out: the paths in them are what is tested.
const HOSTILE: &str = "tests/hostile";

/// A file under version control.
pub(super) struct Source {
    path: PathBuf,
    text: String,
}

/// Every text file under version control, those that are new but not yet added too.
pub(super) fn sources() -> Result<Vec<Source>> {
    let listed =
        command("git")?.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).output()?;
    ensure!(listed.status.success(), "git does not say which files there are");
    let names = String::from_utf8(listed.stdout).context("a file's name is not UTF-8")?;
    let paths = names.split_terminator('\0').map(PathBuf::from);
    // What is no text, and what was just deleted, has nothing to be looked for.
    let read = |path: PathBuf| Some(Source { text: fs::read_to_string(root().join(&path)).ok()?, path });
    Ok(paths.filter_map(read).collect())
}

/// Everything that is out of order in a file; `core` are the files of the core without those of its tests.
pub(super) fn faults(source: &Source, core: &BTreeSet<PathBuf>) -> Vec<String> {
    let Source { path, text } = source;
    let name = path.display();
    let is = |end: &str| path.extension().is_some_and(|extension| extension == end);
    let program = is("rs") || is("mjs") || is("js");
    let mut faults = Vec::new();
    let lines = text.lines().count();
    if program && lines > LONGEST {
        faults.push(format!("{name} has {lines} lines, {LONGEST} is the limit: one subject a file"));
    }
    if (program || is("md") || is("toml")) && !path.starts_with(HOSTILE) {
        faults.extend(
            leads_out(path, text).map(|found| format!("{name} names {found}, outside of the repository")),
        );
    }
    if let Ok(inside) = path.strip_prefix("src")
        && core.contains(path)
    {
        let own = before_tests(text);
        faults.extend(words(inside, own).map(|(word, why)| format!("{name} says {word}: {why}")));
    }
    faults
}

/// A path in the text that leads out of the repository: to a folder of the machine, or up beyond the root.
fn leads_out(path: &Path, text: &str) -> Option<String> {
    let machine = ["home", "root", "work", "Users", "tmp"];
    let ends = |c: char| c.is_whitespace() || "\"'`()<>[]{},;".contains(c);
    text.split(ends)
        .find(|word| {
            let absolute = word.strip_prefix('/').is_some_and(|rest| {
                rest.split_once('/')
                    .is_some_and(|(folder, below)| machine.contains(&folder) && !below.is_empty())
            });
            absolute || (word.starts_with("../") && leads_above(path, word))
        })
        .map(str::to_owned)
}

/// Whether a relative path goes beyond the root, seen from the folder of a file.
fn leads_above(path: &Path, relative: &str) -> bool {
    let mut depth = path.components().count().saturating_sub(1);
    for part in Path::new(relative).components() {
        match part {
            Component::ParentDir if depth == 0 => return true,
            Component::ParentDir => depth -= 1,
            _ => depth += 1,
        }
    }
    false
}

/// A file of the core without its tests, which may use what they like.
fn before_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]\nmod").map_or(text, |(own, _)| own)
}

/// The forbidden words in the code of a file of the core.
fn words(inside: &Path, text: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
    let code: Vec<&str> = lines.collect();
    let floats = !FLOATS.iter().any(|room| inside.with_extension("").starts_with(room));
    let forbidden =
        ["f32", "f64"].into_iter().filter(move |_| floats).map(|word| (word, "what is counted is exact"));
    let has = move |word: &str| code.iter().any(|line| contains_word(line, word));
    let printing = (inside.starts_with("export") && has("std::io"))
        .then_some(("std::io", "an export runs in a worker too"));
    WORDS.into_iter().chain(forbidden).filter(move |(word, _)| has(word)).chain(printing)
}

/// Whether a word stands in a line, not as a part of a longer one.
fn contains_word(line: &str, word: &str) -> bool {
    let inner = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let (before, from) = line.split_at(at);
        !inner(before.chars().next_back()) && !inner(from.chars().nth(word.chars().count()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        let core = BTreeSet::from([PathBuf::from(path)]);
        faults(&Source { path: path.into(), text: text.into() }, &core)
    }

    #[test]
    fn what_is_out_of_order_is_told() {
        assert_eq!(found("src/report/a.rs", "let x: f64 = 1.0;").len(), 1);
        assert_eq!(found("src/read/page/a.rs", "let x: f64 = 1.0;\n// HashMap\nlet my_f32x = 2;").len(), 0);
        assert_eq!(found("src/export/a.rs", "use std::io::Write;").len(), 1);
        assert_eq!(
            found("src/text/a.rs", "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n").len(),
            0
        );
        assert_eq!(found("src/a.rs", &"x\n".repeat(401)).len(), 1);
    }

    #[test]
    fn paths_stay_inside_of_the_repository() {
        let machine = ["", "home", "someone", "x"].join("/");
        assert_eq!(found("docs/a.md", &format!("see `{machine}`")).len(), 1);
        assert_eq!(found("docs/a.md", "see (../README.md) and https://example.org/home/x").len(), 0);
        assert_eq!(found("docs/a.md", concat!("see (../", "../shared/x.md)")).len(), 1);
        assert_eq!(found("tests/read/a.rs", "include_str!(\"../../docs/x.md\")").len(), 0);
    }
}
