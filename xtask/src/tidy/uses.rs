//! Which file uses which, from the modules of a crate.

use super::modules::{Module, Segments, of_crate};
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Names brought in from names brought in: deeper than any source goes.
const DEPTH: u32 = 16;

/// A crate's modules, ready to say where something is defined.
pub(super) struct Crate {
    modules: BTreeMap<Segments, Module>,
}

impl Crate {
    pub(super) fn read(root: &Path) -> Result<Self> {
        Ok(Self { modules: of_crate(root)? })
    }

    /// For each file the files whose items it uses.
    pub(super) fn uses(&self) -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
        let mut uses: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
        for (path, module) in &self.modules {
            let targets = module
                .mentions
                .iter()
                .filter_map(|mention| self.locate(&self.absolute(path, mention, 0)?, 0));
            let targets: Vec<PathBuf> = targets.filter(|file| *file != module.file).collect();
            uses.entry(module.file.clone()).or_default().extend(targets);
        }
        uses
    }

    /// The paths into another crate that a module of this one mentions, by file.
    pub(super) fn uses_of(&self, other: &str) -> BTreeMap<PathBuf, BTreeSet<Segments>> {
        let mut uses: BTreeMap<PathBuf, BTreeSet<Segments>> = BTreeMap::new();
        for module in self.modules.values() {
            let mentions =
                module.mentions.iter().filter(|path| path.first().is_some_and(|first| first == other));
            let inside = mentions.map(|path| path.iter().skip(1).cloned().collect());
            uses.entry(module.file.clone()).or_default().extend::<Vec<Segments>>(inside.collect());
        }
        uses
    }

    /// A path as written in a module, from the root of the crate; `None` if it leads out of the crate.
    fn absolute(&self, module: &[String], written: &[String], depth: u32) -> Option<Segments> {
        let (first, rest) = written.split_first()?;
        let join = |start: &[String], rest: &[String]| Some([start, rest].concat());
        match first.as_str() {
            "crate" => join(&[], rest),
            "self" => join(module, rest),
            "super" => {
                let (_, parent) = module.split_last()?;
                // The parent takes the rest as it stands, which may begin with `super` again.
                match rest.first().map(String::as_str) {
                    Some("super") => self.absolute(parent, rest, depth),
                    _ => join(parent, rest),
                }
            }
            _ if self.modules.contains_key(&[module, std::slice::from_ref(first)].concat()) => {
                join(module, written)
            }
            name => {
                let path = self.modules.get(module)?.uses.get(name).filter(|_| depth < DEPTH)?;
                // `use x::x` would look itself up.
                let inner = (path.first() != Some(first) || path.len() > 1).then_some(path)?;
                if inner.first() == Some(first) {
                    return None;
                }
                self.absolute(module, &[inner.as_slice(), rest].concat(), depth + 1)
            }
        }
    }

    /// The file that defines what a path from the root names; `None` for a module, and for what is not found.
    fn locate(&self, path: &[String], depth: u32) -> Option<PathBuf> {
        let modules = (0..=path.len()).rev();
        let mut splits = modules.into_iter().map(|end| path.split_at(end));
        let (start, rest) = splits.find(|(start, _)| self.modules.contains_key(*start))?;
        let module = self.modules.get(start)?;
        let (name, behind) = rest.split_first()?;
        if module.names.contains(name) {
            return Some(module.file.clone());
        }
        if depth >= DEPTH {
            return None;
        }
        let handed_on = module.uses.get(name).map(|written| [written.as_slice(), behind].concat());
        let all = module.globs.iter().map(|written| [written.as_slice(), rest].concat());
        let mut candidates = handed_on.into_iter().chain(all);
        candidates.find_map(|written| self.locate(&self.absolute(start, &written, 0)?, depth + 1))
    }
}
