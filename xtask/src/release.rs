//! What lies beside the page in `dist/` for those who host and verify it: a README, and the sums of every file.

use crate::project::root;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use sm3::Sm3;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The lists of sums, in the format that `sha256sum -c` reads. The endings are for servers that hand out known ones only.
const LISTS: [(&str, Sum); 2] = [
    ("SHA256SUMS.txt", |bytes| hex(&Sha256::digest(bytes))),
    ("SM3SUMS.txt", |bytes| hex(&Sm3::digest(bytes))),
];

/// The README, with names in braces for what each build fills in.
const README: &str = include_str!("../../www/README.txt");

type Sum = fn(&[u8]) -> String;

/// Completes a finished folder with what is said of the engine in another.
pub(crate) fn write(dist: &Path, engine: &Path) -> Result<()> {
    fs::write(dist.join("README.txt"), readme(engine)?)?;
    for (list, sum) in LISTS {
        fs::write(dist.join(list), sums(dist, sum)?)?;
    }
    Ok(())
}

/// Whether the lists say what lies in the folder, no file more and none less.
pub(crate) fn verify(dist: &Path) -> Result<()> {
    for (list, sum) in LISTS {
        let said =
            fs::read_to_string(dist.join(list)).context("there is no dist/: run `cargo xtask build`")?;
        ensure!(said == sums(dist, sum)?, "{list} is not of the files beside it");
        println!("{list}: {} files", said.lines().count());
    }
    Ok(())
}

/// The README as old editors of Windows read it: with a mark of its encoding and their ends of lines.
fn readme(engine: &Path) -> Result<String> {
    let app = fs::read(root().join("target/app.wasm"))?;
    let engine = fs::read(engine.join("jiaohe_bg.wasm"))?;
    let filled = README
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{build}", &build_id(&app, &engine))
        .replace("{engine-sha256}", &hex(&Sha256::digest(&engine)))
        .replace("{engine-sm3}", &hex(&Sm3::digest(&engine)));
    ensure!(!filled.contains('{'), "www/README.txt names something that no build knows");
    Ok(format!("\u{feff}{}", filled.replace('\n', "\r\n")))
}

/// A line for each file but the lists themselves, by name.
fn sums(dist: &Path, sum: Sum) -> Result<String> {
    let mut files = BTreeMap::new();
    collect(dist, "", &mut files)?;
    let mut lines = String::new();
    for (name, bytes) in files {
        writeln!(lines, "{}  {name}", sum(&bytes))?;
    }
    Ok(lines)
}

fn collect(folder: &Path, inside: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a file's name is not UTF-8")?;
        let name = format!("{inside}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else if !LISTS.iter().any(|(list, _)| *list == name) {
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

/// Names a build by what was built: the beginning of the SHA-256 of both modules.
pub(crate) fn build_id(app: &[u8], engine: &[u8]) -> String {
    let digest = Sha256::new().chain_update(app).chain_update(engine).finalize();
    hex(&digest).chars().take(12).collect()
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{command, is_installed};

    /// A folder of our own with two files and their lists.
    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("jiaohe-release-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("static")).unwrap();
        fs::write(folder.join("index.html"), "abc").unwrap();
        fs::write(folder.join("static/页.css"), "").unwrap();
        for (list, sum) in LISTS {
            fs::write(folder.join(list), sums(&folder, sum).unwrap()).unwrap();
        }
        folder
    }

    #[test]
    fn lists_have_the_values_of_the_standards() {
        let folder = folder("values");
        let lists = LISTS.map(|(list, _)| fs::read_to_string(folder.join(list)).unwrap());
        // FIPS 180-4 and GB/T 32905, example 1 of each: "abc".
        assert!(
            lists[0].starts_with(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  index.html\n"
            )
        );
        assert!(
            lists[1].starts_with(
                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0  index.html\n"
            )
        );
        assert!(lists.iter().all(|list| list.contains("  static/页.css\n") && list.lines().count() == 2));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_changed_added_or_lost_is_noticed() {
        let folder = folder("changes");
        verify(&folder).unwrap();
        fs::write(folder.join("more.js"), "1").unwrap();
        assert!(verify(&folder).is_err());
        fs::remove_file(folder.join("more.js")).unwrap();
        verify(&folder).unwrap();
        fs::write(folder.join("index.html"), "abd").unwrap();
        assert!(verify(&folder).is_err());
        fs::remove_file(folder.join("index.html")).unwrap();
        assert!(verify(&folder).is_err());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn coreutils_take_the_list() {
        if !is_installed("sha256sum") {
            println!("skipped: sha256sum is not installed");
            return;
        }
        let folder = folder("coreutils");
        let check = || {
            let mut sum = command("sha256sum").unwrap();
            sum.args(["--check", "--strict", "--quiet", "SHA256SUMS.txt"]).current_dir(&folder);
            sum.status().unwrap().success()
        };
        assert!(check());
        fs::write(folder.join("static/页.css"), "a").unwrap();
        assert!(!check());
        fs::remove_dir_all(folder).unwrap();
    }
}
