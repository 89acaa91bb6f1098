//! The sizes of both modules, kept in a sheet under version control, and their budgets.

use crate::build::engine_folder;
use crate::project::root;
use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::{fs, io};

/// Modules and their budgets in bytes of brotli -11.
const BUDGETS: [(&str, usize); 2] = [("app", 150 * 1024), ("engine", 410 * 1024)];

/// How far a size may drift from the sheet before the sheet must be renewed, in per cent.
const DRIFT: usize = 3;

/// The module as built by `cargo xtask build`.
pub(crate) fn module(name: &str) -> PathBuf {
    match name {
        "app" => root().join("target/app.wasm"),
        _ => engine_folder().join("jiaohe_bg.wasm"),
    }
}

/// Prints the sizes, compares them with the budgets and with the sheet, or renews it.
pub(crate) fn sizes(update: bool) -> Result<()> {
    let mut sheet = String::from("module        raw    gzip -9  brotli -11     budget\n");
    let mut faults = Vec::new();
    let path = root().join("tests/sizes.txt");
    let before = fs::read_to_string(&path).unwrap_or_default();
    for (name, budget) in BUDGETS {
        let wasm = fs::read(module(name)).context("there is no build to measure: run `cargo xtask build`")?;
        let brotli = brotli_size(&wasm)?;
        writeln!(sheet, "{name:6} {:>10} {:>10} {brotli:>11} {budget:>10}", wasm.len(), gzip_size(&wasm)?)?;
        if brotli > budget {
            faults.push(format!("{name} is {brotli} bytes, above its budget of {budget}"));
        }
        if brotli.abs_diff(recorded(&before, name)) * 100 > brotli * DRIFT {
            faults.push(format!("{name} is not what tests/sizes.txt says: `cargo xtask sizes --update`"));
        }
    }
    print!("{sheet}");
    if update {
        fs::write(path, sheet)?;
        faults.retain(|fault| fault.contains("budget"));
    }
    if !faults.is_empty() {
        bail!(faults.join("; "));
    }
    Ok(())
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
