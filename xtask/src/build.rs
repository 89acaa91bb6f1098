//! The page's folder `dist/`, and the engine in the form its workers run.

use crate::project::{check, command, root, say};
use crate::{release, single, tools};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

/// Builds `dist/`: the engine by wasm-pack, the app by Trunk, whose last step packs both (see [`crate::pack`]).
pub(crate) fn site() -> Result<()> {
    tools::for_build(compile)?;
    say("building the engine (wasm-pack)");
    wasm_pack("no-modules", "target/engine", &["--no-typescript", "--no-pack"])?;
    say("building the page (Trunk)");
    let mut trunk = command("trunk")?;
    // Some environments set NO_COLOR=1, which Trunk does not take for a yes.
    trunk.args(["build", "--skip-version-check"]).env_remove("NO_COLOR");
    check(without_own_paths(&mut trunk))?;
    single::write(&dist())?;
    release::write(&dist(), &engine_folder())?;
    say("dist/ is ready: the folder for a server, jiaohe.html, the same in one file, and the sums of both");
    Ok(())
}

/// Compiles engine and app as wasm-pack and Trunk will ask for it, so that they find it done.
pub(crate) fn compile() -> Result<()> {
    say("compiling engine and page meanwhile");
    for arguments in [
        ["--lib", "--package", "jiaohe", "--no-default-features", "--features=js"].as_slice(),
        &["--package", "jiaohe-www"],
    ] {
        let mut cargo = command("cargo")?;
        cargo.args(["build", "--quiet", "--release", "--target", "wasm32-unknown-unknown"]).args(arguments);
        check(without_own_paths(&mut cargo))?;
    }
    Ok(())
}

/// Runs wasm-pack on the core for one kind of consumer.
pub(crate) fn wasm_pack(target: &str, folder: &str, more: &[&str]) -> Result<()> {
    let mut wasm_pack = command("wasm-pack")?;
    wasm_pack.args(["--log-level", "warn", "build", "--mode", "no-install", "--release"]);
    wasm_pack.args(["--target", target, "--out-dir", folder, "--out-name", "jiaohe"]).args(more);
    wasm_pack.args(["--", "--no-default-features", "--features", "js"]);
    check(without_own_paths(&mut wasm_pack))
}

/// Keeps the paths of this machine out of what is shipped: panics name their source. So two machines build the same bytes.
fn without_own_paths(command: &mut Command) -> &mut Command {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let sources = home.map(|home| home.join("registry/src")).and_then(|sources| fs::read_dir(sources).ok());
    let registries = sources.into_iter().flatten().flatten().map(|entry| (entry.path(), "crates"));
    let flags: Vec<String> = registries
        .chain([(root(), ".")])
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
        .filter(|flag| !flag.contains(' '))
        .collect();
    // Cargo joins these with the flags of .cargo/config.toml.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "))
}

/// Where [`site`] leaves the engine: the glue `jiaohe.js` and `jiaohe_bg.wasm`.
pub(crate) fn engine_folder() -> PathBuf {
    root().join("target/engine")
}

/// The finished page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}
