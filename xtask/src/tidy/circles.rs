//! Circles: files that use each other, directly or through others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The groups of files each of which can be reached from each other one.
pub(super) fn circles(uses: &BTreeMap<PathBuf, BTreeSet<PathBuf>>) -> Vec<Vec<&PathBuf>> {
    let reach: BTreeMap<&PathBuf, BTreeSet<&PathBuf>> =
        uses.keys().map(|file| (file, reachable(file, uses))).collect();
    let mut found: Vec<Vec<&PathBuf>> = Vec::new();
    for (file, reached) in &reach {
        let known = found.iter().any(|circle| circle.contains(file));
        if known || !reached.contains(*file) {
            continue;
        }
        let back = |other: &&PathBuf| reach.get(*other).is_some_and(|reached| reached.contains(*file));
        found.push(reached.iter().copied().filter(back).collect());
    }
    found
}

/// Every file that can be reached by one step or more.
fn reachable<'u>(file: &PathBuf, uses: &'u BTreeMap<PathBuf, BTreeSet<PathBuf>>) -> BTreeSet<&'u PathBuf> {
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<&PathBuf> = uses.get(file).into_iter().flatten().collect();
    while let Some(next) = ahead.pop() {
        if reached.insert(next) {
            ahead.extend(uses.get(next).into_iter().flatten());
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(lines: &[(&str, &[&str])]) -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
        let all = |names: &&[&str]| names.iter().map(PathBuf::from).collect();
        lines.iter().map(|(file, used)| (PathBuf::from(file), all(used))).collect()
    }

    #[test]
    fn only_files_that_reach_each_other_are_a_circle() {
        let straight = uses(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])]);
        assert!(circles(&straight).is_empty());
        let round = uses(&[("a", &["b"]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &[]), ("e", &["a"])]);
        let names: Vec<Vec<String>> = circles(&round)
            .iter()
            .map(|circle| circle.iter().map(|file| file.display().to_string()).collect())
            .collect();
        assert_eq!(names, [["b", "c"]]);
    }
}
