//! Floors: which room of the core may use which.

use super::Uses;
use super::modules::Segments;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The rooms from the ground up, each with those that it may use; a room that holds others stands for them too. A room inside
/// of another is named where it knows less than the whole; what is not named here belongs to the room around it.
const FLOORS: [(&str, &[&str]); 21] = [
    ("sorted", &[]),
    ("fnv", &[]),
    ("crc", &[]),
    ("member", &[]),
    ("vocabulary", &[]),
    ("formats", &[]),
    ("wire", &["formats", "vocabulary"]),
    ("export", &["wire", "formats", "vocabulary", "sorted", "crc", "member"]),
    ("document", &["sorted", "vocabulary"]),
    ("text", &["document", "sorted"]),
    ("read", &["text", "document", "formats", "sorted", "crc", "member", "vocabulary"]),
    ("report", &["text", "document", "sorted", "vocabulary"]),
    ("report/form", &["text", "vocabulary"]),
    ("report/organ", &["text"]),
    ("compare", &["report", "text", "document", "formats", "sorted", "fnv", "wire", "vocabulary"]),
    ("rules", &["compare", "report", "text", "document", "sorted", "wire", "vocabulary"]),
    ("profile", &["rules", "report", "text", "document", "wire", "vocabulary"]),
    (
        "check",
        &[
            "rules",
            "profile",
            "compare",
            "report",
            "read",
            "text",
            "document",
            "formats",
            "sorted",
            "fnv",
            "wire",
            "vocabulary",
        ],
    ),
    ("deliver", &["check", "rules", "export", "read", "formats", "wire", "vocabulary", "member"]),
    (
        "js",
        &[
            "deliver",
            "check",
            "profile",
            "rules",
            "report",
            "compare",
            "export",
            "read",
            "formats",
            "wire",
            "vocabulary",
        ],
    ),
    ("lib", &[]),
];

/// What the page may use of the core.
const OF_PAGE: [&str; 4] = ["wire", "export", "formats", "vocabulary"];

/// The room that a file belongs to: the longest name that fits.
fn room(file: &Path) -> &'static str {
    let inside = file.strip_prefix("src").unwrap_or(file).with_extension("");
    let rooms = FLOORS.iter().map(|(room, _)| *room).filter(|room| inside.starts_with(room));
    rooms.max_by_key(|room| room.len()).unwrap_or("")
}

/// Whether a room may use another: its own, one that it holds, or one that is allowed, with all that those hold.
fn may_use(own: &str, allowed: &[&str], other: &str) -> bool {
    [own].iter().chain(allowed).any(|room| Path::new(other).starts_with(room))
}

/// Every use of a room that is not allowed, and every file that belongs to none.
pub(super) fn faults(uses: &Uses) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, used) in uses {
        let own = room(file);
        let Some((_, allowed)) = FLOORS.iter().find(|(name, _)| *name == own) else {
            faults.push(format!("{} belongs to no room of xtask/src/tidy/floors.rs", file.display()));
            continue;
        };
        for other in used.iter().filter(|other| !may_use(own, allowed, room(other))) {
            let (file, other_file) = (file.display(), other.display());
            faults.push(format!("{file} uses {other_file}: {own} may not use {}", room(other)));
        }
    }
    faults
}

/// Every use that the page makes of more than it may.
pub(super) fn faults_of_page(uses: &BTreeMap<PathBuf, BTreeSet<Segments>>) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, paths) in uses {
        for path in
            paths.iter().filter(|path| path.first().is_some_and(|room| !OF_PAGE.contains(&room.as_str())))
        {
            faults.push(format!(
                "{} uses jiaohe::{}, of which the page knows nothing",
                file.display(),
                path.join("::")
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_uses_what_stands_above() {
        let uses = |file: &str, used: &str| {
            let one = [(PathBuf::from(file), BTreeSet::from([PathBuf::from(used)]))];
            faults(&BTreeMap::from(one)).len()
        };
        assert_eq!(uses("src/rules/form/title.rs", "src/report/organ/kind.rs"), 0);
        assert_eq!(
            uses("src/report/mod.rs", "src/report/form/cell.rs"),
            0,
            "a room uses those that it holds"
        );
        assert_eq!(uses("src/report/form/cell.rs", "src/report/mod.rs"), 1, "but they do not use it");
        assert_eq!(uses("src/report/mod.rs", "src/rules/finding.rs"), 1);
        assert_eq!(uses("src/export/text.rs", "src/check/view.rs"), 1);
        assert_eq!(uses("src/wire.rs", "src/wire/page.rs"), 0);
        assert_eq!(uses("src/attic.rs", "src/wire.rs"), 1, "a new room has to be named");
    }
}
