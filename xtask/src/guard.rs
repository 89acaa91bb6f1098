//! Promises about what is shipped, read from what was built.

use crate::build::{dist, engine_folder};
use crate::project::root;
use crate::sizes::module;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use wasmparser::{Parser, Payload, Validator, WasmFeatures};

/// What Chromium 86 knows, and nothing later.
fn floor() -> WasmFeatures {
    WasmFeatures::BULK_MEMORY
        | WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::FLOATS
        | WasmFeatures::GC_TYPES
}

/// The same, as the compiler's `target_features` section names it.
const FEATURES: [&str; 5] =
    ["bulk-memory", "bulk-memory-opt", "mutable-globals", "nontrapping-fptoint", "sign-ext"];

/// 512 MiB in pages of 64 KiB: above it an allocation fails instead of driving the machine into swapping.
const MAX_PAGES: u64 = 8192;

/// Lines of hand-written JavaScript: what an auditor reads in half an hour.
const SCRIPTS: usize = 470;

/// Words that no import of the programs may contain: each is a way out of the page.
const FORBIDDEN: [&str; 11] = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTC",
    "open_",
    "location",
    "import",
    "submit",
    "WorkerGlobalScope_",
];

/// Words that hand-written scripts may not contain.
const FORBIDDEN_IN_SCRIPTS: [&str; 10] = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeer",
    "location",
    "import(",
    "innerHTML",
    "eval(",
];

/// The compiler's own word on what the modules need, and a validation of the finished ones with nothing more switched on.
pub(crate) fn floor_of_features() -> Result<()> {
    for (name, profile) in [("jiaohe", "release"), ("jiaohe-www", "release")] {
        let path = root().join(format!("target/wasm32-unknown-unknown/{profile}/{name}.wasm"));
        let wasm = fs::read(&path).with_context(|| format!("{} is missing", path.display()))?;
        let declared = declared_features(&wasm)?;
        ensure!(
            declared.iter().all(|feature| FEATURES.contains(&feature.as_str())),
            "{name} declares {declared:?}, of which only {FEATURES:?} are allowed; see .cargo/config.toml"
        );
        println!("{name} declares {declared:?}");
    }
    for name in ["app", "engine"] {
        let wasm = fs::read(module(name))?;
        Validator::new_with_features(floor())
            .validate_all(&wasm)
            .with_context(|| format!("{name} needs more than Chromium 86 has"))?;
        println!("{name} validates with the features of Chromium 86 only");
    }
    Ok(())
}

/// The names in the `target_features` section: a count, then for each a sign, a length and the name.
fn declared_features(wasm: &[u8]) -> Result<Vec<String>> {
    let mut features = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CustomSection(section) = payload?
            && section.name() == "target_features"
        {
            let mut reader = wasmparser::BinaryReader::new(section.data(), 0);
            for _ in 0..reader.read_var_u32()? {
                reader.read_u8()?;
                features.push(reader.read_string()?.to_owned());
            }
        }
    }
    features.sort();
    Ok(features)
}

/// Whether both modules' memories are capped.
pub(crate) fn memory_cap() -> Result<()> {
    for name in ["app", "engine"] {
        let wasm = fs::read(module(name))?;
        for payload in Parser::new(0).parse_all(&wasm) {
            if let Payload::MemorySection(memories) = payload? {
                for memory in memories {
                    let maximum = memory?.maximum.unwrap_or(u64::MAX);
                    ensure!(maximum <= MAX_PAGES, "{name} may grow to {maximum} pages, above {MAX_PAGES}");
                }
            }
        }
    }
    Ok(())
}

/// What the programs can call at all: on the checked-in list, and on no way out of the page.
pub(crate) fn imports() -> Result<()> {
    let list = root().join("tests/imports.txt");
    let allowed = fs::read_to_string(&list)?;
    let mut found = Vec::new();
    for name in ["app", "engine"] {
        let wasm = fs::read(module(name))?;
        for payload in Parser::new(0).parse_all(&wasm) {
            if let Payload::ImportSection(imports) = payload? {
                for import in imports.into_imports() {
                    found.push(format!("{name} {}", without_hash(import?.name)));
                }
            }
        }
    }
    found.sort();
    found.dedup();
    let way_out = found.iter().find(|import| {
        let name = import.split(' ').nth(1).unwrap_or_default();
        FORBIDDEN.iter().any(|word| name.contains(word))
    });
    if let Some(import) = way_out {
        bail!("`{import}` is a way out of the page");
    }
    // Module and name; what stands behind them is what the page says that it is for.
    let allowed: BTreeSet<Vec<&str>> =
        allowed.lines().map(|line| line.split(' ').take(2).collect()).collect();
    let new: Vec<&str> = found
        .iter()
        .map(String::as_str)
        .filter(|import| !allowed.contains(&import.split(' ').collect::<Vec<_>>()))
        .collect();
    println!("{} imports, {} of them not on the list", found.len(), new.len());
    ensure!(
        new.is_empty(),
        "the programs can call more than tests/imports.txt says; if each of these is harmless, add it and what it is for:\n{}",
        new.join("\n")
    );
    Ok(())
}

/// `__wbg_keys_a5e4bd3b0d7b6f5c` without the hash, which changes with the compiler.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((stem, hash)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => stem,
        _ => name,
    }
}

/// Hand-written JavaScript stays small, and free of every way out.
pub(crate) fn scripts() -> Result<()> {
    let mut lines = 0;
    for name in ["static/boot.js", "static/worker.js"] {
        let text = fs::read_to_string(root().join(name))?;
        lines += text.lines().count();
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        if let Some(word) = FORBIDDEN_IN_SCRIPTS.iter().find(|word| code.contains(**word)) {
            bail!("{name} contains `{word}`");
        }
    }
    println!("{lines} lines of hand-written JavaScript");
    ensure!(lines <= SCRIPTS, "more than {SCRIPTS} lines of hand-written JavaScript");
    Ok(())
}

/// What is shipped names no other host and loads nothing at run time.
pub(crate) fn shipped() -> Result<()> {
    let glue = fs::read_to_string(engine_folder().join("jiaohe.js"))?;
    ensure!(glue.matches("fetch(").count() == 1, "wasm-bindgen's glue has changed: see xtask/src/pack.rs");
    let mut files = 0;
    no_hosts(&dist(), &mut files)?;
    println!("{files} files name no other host");
    for name in ["app", "engine"] {
        let bytes = fs::read(module(name))?;
        let own = root().display().to_string();
        let names = |path: &str| bytes.windows(path.len()).any(|window| window == path.as_bytes());
        ensure!(
            !names(&own) && !names("/registry/src/"),
            "the {name} names paths of the machine it was built on"
        );
    }
    Ok(())
}

fn no_hosts(folder: &Path, files: &mut usize) -> Result<()> {
    for entry in fs::read_dir(folder).context("there is no dist/: run `cargo xtask build`")? {
        let path = entry?.path();
        if path.is_dir() {
            no_hosts(&path, files)?;
            continue;
        }
        *files += 1;
        let bytes = fs::read(&path)?;
        // Comments load nothing; wasm-bindgen's name their sources.
        let text = String::from_utf8_lossy(&bytes);
        let text: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let script = path.extension().is_some_and(|e| e == "js");
        for word in ["http://", "https://", "\"//", "'//", "url(//"] {
            // Names of XML vocabularies are no addresses: nothing is loaded from them.
            let text = text.replace("http://www.w3.org/", "").replace("https://jakarta.ee/xml/", "");
            ensure!(!text.contains(word), "{} contains `{word}`", path.display());
        }
        ensure!(!script || !text.contains("fetch("), "{} contains `fetch(`", path.display());
    }
    Ok(())
}
