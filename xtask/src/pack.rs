//! Trunk's last step: both programs become scripts.
//!
//! A page that loads WebAssembly by `fetch` must be allowed to call its server. This one is not (`connect-src 'none'`):
//! each program is gzip in base64 inside a script that hands it to `static/boot.js`. It also makes the folder work by
//! double click, and on servers that know no MIME type for `.wasm`.

use crate::build::{engine_folder, wasm_pack};
use crate::project::root;
use crate::release::{build_id, hex};
use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};
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
    let packed_app = base64_gzip(&app)?;
    fs::write(staging.join("app.js"), format!("{NO_BOOT}\njiaoheBoot.app(\"{packed_app}\");\n"))?;
    let glue_path = staging.join("jiaohe-www.js");
    let glue = without_fetch(&fs::read_to_string(&glue_path)?)?;
    let glue_sum = sum(&glue);
    fs::write(&glue_path, format!("{glue}\njiaoheBoot.glue(\"{glue_sum}\");\n"))?;

    // The worker's source travels as a string: a worker made from it is bound by the page's policy, one loaded by
    // address would not be.
    let worker = staging.join("static/worker.js");
    let source =
        without_fetch(&fs::read_to_string(engine.join("jiaohe.js"))?)? + &fs::read_to_string(&worker)?;
    fs::remove_file(worker)?;
    let source = without_comments(&source);
    let engine = fs::read(engine.join("jiaohe_bg.wasm"))?;
    let packed_engine = base64_gzip(&engine)?;
    let script = format!("jiaoheBoot.engine(\"{packed_engine}\", {});\n", string_literal(&source));
    fs::write(staging.join("engine.js"), script)?;

    let parts = format!(
        "jiaohe-www.js:{glue_sum} app.js:{} engine.js:{}",
        sum(&packed_app),
        sum(&(packed_engine + &source))
    );
    let stamps =
        [("parts", parts), ("build", build_id(&app, &engine)), ("engine", hex(&Sha256::digest(&engine)))];
    stamp(&staging.join("index.html"), &stamps)?;
    add_versions(&staging)
}

/// The first line of the program: says so where the script that would say so is not there.
const NO_BOOT: &str = "if (!window.jiaoheBoot) document.getElementById(\"boot-status\").textContent = \
     \"校核程序没有启动。原因：程序文件 static/boot.js 没有载入或不完整。请重新下载并整个拷贝（连同 static 文件夹），再按 Ctrl+F5 刷新。\";";

/// Writes into the head of the page what its parts have to be (`static/boot.js` looks), and what it was built from.
fn stamp(page: &Path, stamps: &[(&str, String)]) -> Result<()> {
    let mut html = fs::read_to_string(page)?;
    for (name, content) in stamps {
        let place = format!("<meta name=\"jiaohe-{name}\" content=\"\">");
        ensure!(html.matches(&place).count() == 1, "the page has no {place}");
        html = html.replace(&place, &format!("<meta name=\"jiaohe-{name}\" content=\"{content}\">"));
    }
    fs::write(page, html)?;
    Ok(())
}

/// FNV-1a of a text as JavaScript has it, in UTF-16: the page reckons it anew at each start, so it has to be quick. It tells
/// damage and mixed releases; what tells ill will is the SHA-256 beside the folder.
fn sum(text: &str) -> String {
    let hash = text
        .encode_utf16()
        .fold(0x811c_9dc5_u32, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193));
    format!("{hash:x}")
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

/// Comments stay in the repository.
fn without_comments(source: &str) -> String {
    let code: Vec<&str> = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    code.join("\n")
}

/// The text as a JavaScript expression, a line for each of its lines, so that the file can still be read.
fn string_literal(text: &str) -> String {
    // Rust's escapes in text without control characters are JavaScript's as well.
    let lines: Vec<String> = text.lines().map(|line| format!("{line:?}")).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_boot_script() {
        // The known values of FNV-1a for texts of single bytes; other characters count as UTF-16 has them.
        assert_eq!(sum(""), "811c9dc5");
        assert_eq!(sum("a"), "e40c292c");
        assert_eq!(sum("foobar"), "bf9cf968");
        assert_ne!(sum("校核"), sum("核校"));
    }

    #[test]
    fn what_a_worker_gets_is_what_was_summed() {
        let source = without_comments("// why\nvar a = \"\\n\";\n  // more\nvar 校 = 1;\n");
        assert_eq!(source, "var a = \"\\n\";\nvar 校 = 1;");
        assert_eq!(
            string_literal(&source),
            "[\n\"var a = \\\"\\\\n\\\";\",\n\"var 校 = 1;\"\n].join(\"\\n\")"
        );
    }
}
