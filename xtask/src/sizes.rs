//! The sizes of both modules, kept in a sheet under version control, their budgets, and what made them grow.

use crate::build::engine_folder;
use crate::project::root;
use anyhow::{Context, Result, bail, ensure};
use flate2::{Compression, write::GzEncoder};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::{fs, io};

/// Modules and their budgets in bytes of brotli -11. The page is seen without either; at the slow end of an office network,
/// 1 MB/s, both are there in a second. 270 KB hold the desks of a clerk and of a reviewer with 500 reports; 820 KB hold every
/// reader, rule and export and the county's tables.
const BUDGETS: [(&str, usize); 2] = [("app", 270 * 1024), ("engine", 820 * 1024)];

/// How far a size may drift from the sheet before the sheet must be renewed, in per cent.
const DRIFT: usize = 3;

/// The head of the second part of the sheet.
const LEDGER: &str = "where it comes from, in bytes of brotli -11";

/// The module as built by `cargo xtask build`.
pub(crate) fn module(name: &str) -> PathBuf {
    match name {
        "app" => root().join("target/app.wasm"),
        _ => engine_folder().join("jiaohe_bg.wasm"),
    }
}

fn path() -> PathBuf {
    root().join("tests/sizes.txt")
}

/// Prints the sizes and compares them with the budgets and with the sheet; or renews it, where a module that has grown takes
/// the name of the feature that it grew for.
pub(crate) fn sizes(update: bool, feature: Option<&str>) -> Result<()> {
    let before = fs::read_to_string(path()).unwrap_or_default();
    let mut sheet = String::from("module        raw    gzip -9  brotli -11     budget\n");
    let mut ledger: Vec<String> = ledger(&before).map(str::to_owned).collect();
    let mut faults = Vec::new();
    for (name, budget) in BUDGETS {
        let wasm = fs::read(module(name)).context("there is no build to measure: run `cargo xtask build`")?;
        let brotli = brotli_size(&wasm)?;
        writeln!(sheet, "{name:6} {:>10} {:>10} {brotli:>11} {budget:>10}", wasm.len(), gzip_size(&wasm)?)?;
        if brotli > budget {
            faults.push(format!("{name} is {brotli} bytes, above its budget of {budget}"));
        }
        if !update && brotli.abs_diff(recorded(&before, name)) * 100 > brotli * DRIFT {
            faults.push(format!("{name} is not what tests/sizes.txt says: `cargo xtask sizes --update`"));
        }
        let grown = brotli.saturating_sub(named(&before, name));
        match feature {
            _ if !update || grown == 0 => {}
            Some(feature) => ledger.push(format!("{name:6} {grown:>10}  {feature}")),
            None => {
                bail!("{name} has grown by {grown} bytes; for what? `cargo xtask sizes --update --for NAME`")
            }
        }
    }
    print!("{sheet}");
    if update {
        fs::write(path(), format!("{sheet}\n{LEDGER}\n{}\n", ledger.join("\n")))?;
    }
    ensure!(faults.is_empty(), "{}", faults.join("; "));
    Ok(())
}

/// Whether the sheet says for every byte of a module what it is for.
pub(crate) fn unnamed_growth() -> Vec<String> {
    let sheet = fs::read_to_string(path()).unwrap_or_default();
    BUDGETS.iter().filter_map(|(name, _)| unnamed(&sheet, name)).collect()
}

fn unnamed(sheet: &str, module: &str) -> Option<String> {
    let grown = recorded(sheet, module).saturating_sub(named(sheet, module));
    (grown > 0).then(|| format!("tests/sizes.txt does not say for what {module} has grown by {grown} bytes"))
}

/// The lines of the ledger: module, bytes, what for.
fn ledger(sheet: &str) -> impl Iterator<Item = &str> {
    sheet.lines().skip_while(|line| *line != LEDGER).skip(1).filter(|line| !line.trim().is_empty())
}

/// The bytes of a module that the ledger names.
fn named(sheet: &str, module: &str) -> usize {
    let bytes = ledger(sheet).filter_map(|line| {
        let mut words = line.split_whitespace();
        (words.next()? == module).then(|| words.next())?.and_then(|bytes| bytes.parse::<usize>().ok())
    });
    bytes.sum()
}

/// The brotli size a sheet records for a module.
fn recorded(sheet: &str, name: &str) -> usize {
    let line = sheet.lines().find(|line| line.split_whitespace().next() == Some(name));
    line.and_then(|line| line.split_whitespace().nth(3)).and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn gzip_size(bytes: &[u8]) -> io::Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?.len())
}

fn brotli_size(bytes: &[u8]) -> io::Result<usize> {
    let mut out = Vec::new();
    io::copy(&mut brotli::CompressorReader::new(bytes, 1 << 16, 11, 22), &mut out)?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_needs_a_name() {
        let sheet = |app: u32, line: &str| {
            format!("module raw gzip brotli budget\napp 9 9 {app} 99\n\n{LEDGER}\napp 10 a page\n{line}")
        };
        assert_eq!(unnamed(&sheet(10, ""), "app"), None);
        assert_eq!(unnamed(&sheet(8, ""), "app"), None, "what has shrunk needs none");
        assert!(unnamed(&sheet(15, ""), "app").is_some());
        assert_eq!(unnamed(&sheet(15, "app 5 a desk\n"), "app"), None);
        assert!(unnamed(&sheet(15, "engine 5 a reader\n"), "app").is_some());
    }
}
