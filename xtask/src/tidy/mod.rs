//! `cargo xtask tidy`: what the compiler does not see of the order of the house.

mod circles;
mod floors;
mod modules;
pub(crate) mod snapshots;
mod text;
mod uses;

use crate::project::root;
use crate::sizes;
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Which file uses which; the paths are those inside of the repository.
type Uses = BTreeMap<PathBuf, BTreeSet<PathBuf>>;

/// The root files of the crates, with the name by which others know them.
const CRATES: [(&str, &str); 5] = [
    ("jiaohe", "src/lib.rs"),
    ("the command line", "src/bin/jiaohe/main.rs"),
    ("the page", "www/src/main.rs"),
    ("xtask", "xtask/src/main.rs"),
    ("the tests' generator", "tests/support/src/lib.rs"),
];

/// Checks everything and tells all that is out of order.
pub(crate) fn tidy() -> Result<()> {
    let mut faults = Vec::new();
    let (mut files, mut core) = (0, None);
    for (name, root_file) in CRATES {
        let read = uses::Crate::read(&root().join(root_file))?;
        let uses = within(&read.uses());
        files += uses.len();
        for circle in circles::circles(&without_faces(&uses)) {
            let names: Vec<String> = circle.iter().map(|file| file.display().to_string()).collect();
            faults.push(format!("{name}: {} use each other in a circle", names.join(", ")));
        }
        match name {
            "jiaohe" => {
                faults.extend(floors::faults(&uses));
                core = Some(uses.into_keys());
            }
            "the page" => faults.extend(floors::faults_of_page(&read.uses_of("jiaohe"))),
            _ => {}
        }
    }
    let core: BTreeSet<PathBuf> = core.into_iter().flatten().collect();
    faults.extend(sizes::unnamed_growth());
    let sources = text::sources()?;
    for source in &sources {
        faults.extend(text::faults(source, &core));
    }
    for fault in &faults {
        println!("✗ {fault}");
    }
    ensure!(faults.is_empty(), "{} things are out of order", faults.len());
    println!(
        "{files} files of five crates know only whom they may; {} files are read for words",
        sources.len()
    );
    Ok(())
}

/// The same with paths inside of the repository.
fn within(uses: &Uses) -> Uses {
    let short = |path: &PathBuf| path.strip_prefix(root()).unwrap_or(path).to_owned();
    uses.iter().map(|(file, used)| (short(file), used.iter().map(short).collect())).collect()
}

/// Leaves out what a file uses of the face of its own folder (`mod.rs`, or `x.rs` beside `x/`): the two are one subject,
/// written in several files.
fn without_faces(uses: &Uses) -> Uses {
    let folder = |face: &Path| match face.file_name() {
        Some(name) if name == "mod.rs" => face.parent().map(Path::to_owned),
        _ => Some(face.with_extension("")),
    };
    let is_face = |face: &PathBuf, file: &Path| folder(face).is_some_and(|folder| file.starts_with(folder));
    let others = |file: &PathBuf, used: &BTreeSet<PathBuf>| {
        used.iter().filter(|face| !is_face(face, file)).cloned().collect()
    };
    uses.iter().map(|(file, used)| (file.clone(), others(file, used))).collect()
}
