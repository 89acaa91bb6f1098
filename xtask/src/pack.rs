//! Trunk's last step: both programs become scripts.
//!
//! A page that loads WebAssembly by `fetch` must be allowed to call its server. This one is not (`connect-src 'none'`):
//! each program is gzip in base64 inside a script that hands it to `static/boot.js`. It also makes the folder work by
//! double click, and on servers that know no MIME type for `.wasm`.

use crate::build::{engine_folder, wasm_pack};
use crate::project::root;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use flate2::{Compression, write::GzEncoder};
use std::hash::{DefaultHasher, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// wasm-bindgen's only way to a network: loading the module from an address, which is never given one here.
const FETCH: &str = "module_or_path = fetch(module_or_path);";

/// Packs the folder Trunk is about to publish.
pub(crate) fn pack() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").context("to be run by Trunk: use `cargo xtask build`")?;
    let staging = PathBuf::from(staging);
    let engine = engine_folder();
    if !engine.join("jiaohe_bg.wasm").exists() {
        wasm_pack("no-modules", "target/engine", &["--no-typescript", "--no-pack"])?;
    }

    let app_wasm = staging.join("jiaohe-www_bg.wasm");
    fs::copy(&app_wasm, root().join("target/app.wasm"))?; // for the guards and the size sheet
    let app = fs::read(&app_wasm)?;
    fs::remove_file(&app_wasm)?;
    fs::write(staging.join("app.js"), format!("jiaoheBoot.app(\"{}\");\n", base64_gzip(&app)?))?;
    let glue = staging.join("jiaohe-www.js");
    fs::write(&glue, without_fetch(&fs::read_to_string(&glue)?)?)?;

    // The worker's source travels as a string: a worker made from it is bound by the page's policy, one loaded by
    // address would not be.
    let worker = staging.join("static/worker.js");
    let source =
        without_fetch(&fs::read_to_string(engine.join("jiaohe.js"))?)? + &fs::read_to_string(&worker)?;
    fs::remove_file(worker)?;
    let wasm = base64_gzip(&fs::read(engine.join("jiaohe_bg.wasm"))?)?;
    let script = format!("jiaoheBoot.engine(\"{wasm}\", {});\n", string_literal(&source));
    fs::write(staging.join("engine.js"), script)?;

    add_versions(&staging)
}

fn without_fetch(glue: &str) -> Result<String> {
    ensure!(
        glue.matches("fetch(").count() == 1 && glue.contains(FETCH),
        "wasm-bindgen's glue no longer contains exactly the one known `fetch(`; look at it and adapt xtask/src/pack.rs"
    );
    Ok(glue.replace(FETCH, "throw new Error('this page loads nothing');"))
}

fn base64_gzip(bytes: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(base64::engine::general_purpose::STANDARD.encode(gzip.finish()?))
}

/// The text as a JavaScript expression, a line for each of its lines, so that the file can still be read.
fn string_literal(text: &str) -> String {
    // Rust's escapes in text without control characters are JavaScript's as well. Comments stay in the repository.
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let lines: Vec<String> = code.map(|line| format!("{line:?}")).collect();
    format!("[\n{}\n].join(\"\\n\")", lines.join(",\n"))
}

/// Adds `?v=hash` to every script and style sheet the page names: an old copy in a cache never meets a new page.
fn add_versions(staging: &Path) -> Result<()> {
    let page = staging.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    for (attribute, end) in [("src=\"", ".js\""), ("rel=\"stylesheet\" href=\"", ".css\"")] {
        let mut from = 0;
        while let Some(start) = html.get(from..).and_then(|rest| rest.find(attribute)) {
            let start = from + start + attribute.len();
            let Some(length) = html.get(start..).and_then(|rest| rest.find('"')) else { break };
            let name = html.get(start..start + length).unwrap_or_default().to_owned();
            if !format!("{name}\"").ends_with(end) {
                bail!("the page names `{name}`, which this build does not know");
            }
            let content = fs::read(staging.join(&name)).with_context(|| format!("the page names {name}"))?;
            let mut hash = DefaultHasher::new();
            hash.write(&content);
            let versioned = format!("{name}?v={:08x}", hash.finish() & 0xffff_ffff);
            html.replace_range(start..start + length, &versioned);
            from = start + versioned.len();
        }
    }
    fs::write(page, html)?;
    Ok(())
}
