//! The page's folder `dist/`, and the engine in the form its workers run.

use crate::project::{check, command, root, run, say};
use crate::tools;
use anyhow::Result;
use std::path::PathBuf;

/// Builds `dist/`: the engine by wasm-pack, the app by Trunk, whose last step packs both (see [`crate::pack`]).
pub(crate) fn site() -> Result<()> {
    tools::for_build()?;
    say("building the engine (wasm-pack)");
    wasm_pack("no-modules", "target/engine", &["--no-typescript", "--no-pack"])?;
    say("building the page (Trunk)");
    let mut trunk = command("trunk")?;
    // Some environments set NO_COLOR=1, which Trunk does not take for a yes.
    trunk.args(["build", "--skip-version-check"]).env_remove("NO_COLOR");
    check(&mut trunk)?;
    say("dist/ is ready");
    Ok(())
}

/// Runs wasm-pack on the core for one kind of consumer.
pub(crate) fn wasm_pack(target: &str, folder: &str, more: &[&str]) -> Result<()> {
    let mut wasm_pack = command("wasm-pack")?;
    wasm_pack.args(["--log-level", "warn", "build", "--mode", "no-install", "--release"]);
    wasm_pack.args(["--target", target, "--out-dir", folder, "--out-name", "jiaohe"]).args(more);
    check(wasm_pack.args(["--", "--no-default-features", "--features", "js"]))
}

/// Where [`site`] leaves the engine: the glue `jiaohe.js` and `jiaohe_bg.wasm`.
pub(crate) fn engine_folder() -> PathBuf {
    root().join("target/engine")
}

/// The finished page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Times the engine in Node.js.
pub(crate) fn wasm_bench() -> Result<()> {
    crate::package::package()?;
    run("node tests/npm/bench.mjs")
}
