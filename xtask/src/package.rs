//! The npm package `pkg/`: wasm-pack's output, with an entry for Node.js and one for pages and bundlers.

use crate::build::{self, wasm_pack};
use crate::project::{root, run, say};
use crate::tools;
use anyhow::Result;
use std::fs;

const NODE: &str = r#"// For Node.js: the module is read from beside this file.
import { readFileSync } from "node:fs";
import { initSync } from "./jiaohe.js";

initSync({ module: readFileSync(new URL("./jiaohe_bg.wasm", import.meta.url)) });
export * from "./jiaohe.js";
"#;

const WEB: &str = r#"// For pages and bundlers: ready when the import is. To load it yourself, `import init from "jiaohe/web"`.
import init from "./jiaohe.js";

await init();
export * from "./jiaohe.js";
"#;

/// Builds the package.
pub(crate) fn package() -> Result<()> {
    tools::for_build(build::compile)?;
    say("building the npm package (wasm-pack)");
    wasm_pack("web", "pkg", &["--no-pack"])?;
    let pkg = root().join("pkg");
    fs::write(pkg.join("node.js"), NODE)?;
    fs::write(pkg.join("browser.js"), WEB)?;
    let version = env!("CARGO_PKG_VERSION");
    let manifest = format!(
        r#"{{
  "name": "jiaohe",
  "version": "{version}",
  "description": "校核：政府信息公开工作年度报告的勾稽关系、文表数字与格式核对",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "types": "./jiaohe.d.ts",
  "exports": {{
    ".": {{ "types": "./jiaohe.d.ts", "node": "./node.js", "default": "./browser.js" }},
    "./web": {{ "types": "./jiaohe.d.ts", "default": "./jiaohe.js" }},
    "./jiaohe_bg.wasm": "./jiaohe_bg.wasm"
  }},
  "files": ["jiaohe.js", "jiaohe.d.ts", "jiaohe_bg.wasm", "jiaohe_bg.wasm.d.ts", "node.js", "browser.js"],
  "sideEffects": ["./node.js", "./browser.js"]
}}
"#
    );
    fs::write(pkg.join("package.json"), manifest)?;
    // wasm-pack ignores the whole folder; npm would then publish nothing.
    let ignore = pkg.join(".gitignore");
    if ignore.exists() {
        fs::remove_file(ignore)?;
    }
    say("pkg/ is ready: npm install ./pkg, then import { check } from \"jiaohe\"");
    Ok(())
}

/// Times the engine in Node.js.
pub(crate) fn bench() -> Result<()> {
    package()?;
    run("node tests/npm/bench.mjs")
}
