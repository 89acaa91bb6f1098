//! The pinned tools: installed once, into the clone or a shared folder, and reused.

use crate::project::{check, command, is_installed, root, run, say, tools};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{fs, thread};

/// A program from crates.io: name, version, further arguments of `cargo install`.
struct Crate(&'static str, &'static str, &'static [&'static str]);

// Built without optimisation: a tool is installed far more often than its speed is felt.
const TRUNK: Crate = Crate("trunk", "0.21.14", &["--locked", "--no-default-features"]);
// Must equal the workspace's `wasm-bindgen`. Its own lock file names releases that are no longer served.
const WASM_BINDGEN: Crate = Crate("wasm-bindgen-cli", "0.2.130", &[]);
const WASM_PACK: Crate = Crate("wasm-pack", "0.15.1", &["--locked"]);
const CARGO_FUZZ: Crate = Crate("cargo-fuzz", "0.13.2", &["--locked"]);
const CARGO_DENY: Crate = Crate("cargo-deny", "0.20.2", &["--locked", "--no-default-features"]);
/// wasm-opt. Debian's release refuses the output of current compilers.
const BINARYEN: &str = "132";

/// The programs from crates.io that a build needs.
const OF_BUILD: [&Crate; 3] = [&TRUNK, &WASM_BINDGEN, &WASM_PACK];

/// Everything a build needs. Where something is missing, `meanwhile` is done beside installing it: most of both is waiting
/// for one compiler at the end of its work.
pub(crate) fn for_build(meanwhile: impl FnOnce() -> Result<()>) -> Result<()> {
    wasm_target()?;
    let missing = OF_BUILD.iter().any(|tool| !tool.is_there()) || !is_done(&binaryen_stamp(), BINARYEN);
    if !missing {
        return Ok(());
    }
    fs::create_dir_all(tools())?;
    thread::scope(|scope| {
        // cargo installs one after the other, since they share what they compile.
        let crates = scope.spawn(|| OF_BUILD.into_iter().try_for_each(install));
        let optimiser = scope.spawn(binaryen);
        let built = meanwhile();
        let installed = [crates, optimiser].map(join).into_iter().collect::<Result<()>>();
        installed.and(built)
    })
}

fn join(thread: thread::ScopedJoinHandle<'_, Result<()>>) -> Result<()> {
    thread.join().unwrap_or_else(|_| bail!("installing broke off"))
}

/// `cargo fuzz`.
pub(crate) fn for_fuzz() -> Result<()> {
    install(&CARGO_FUZZ)
}

/// `cargo deny`.
pub(crate) fn for_deny() -> Result<()> {
    install(&CARGO_DENY)
}

/// The browser tests' packages.
pub(crate) fn for_browser_tests() -> Result<()> {
    packages("tests/e2e")
}

/// The readers in JavaScript that the engine is timed beside.
pub(crate) fn for_peers() -> Result<()> {
    packages("benches/peers")
}

/// The npm packages of a folder, at the versions of its lock file.
fn packages(folder: &str) -> Result<()> {
    need_node()?;
    let what = format!("node_modules of {folder}");
    let folder = root().join(folder);
    let lock = fs::read_to_string(folder.join("package-lock.json"))?;
    once(&what, &folder.join("node_modules/.stamp"), &lock, || {
        // No install scripts: none of the packages needs one, and an old browser's would fetch more.
        check(
            command("npm")?.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder),
        )
    })
}

/// Rust's target of the page and the engine.
pub(crate) fn wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let sysroot = command("rustc")?.args(["--print", "sysroot"]).output().context("rustc is not on PATH")?;
    let sysroot = String::from_utf8(sysroot.stdout)?;
    if fs::exists(format!("{}/lib/rustlib/{target}", sysroot.trim()))? {
        return Ok(());
    }
    if !is_installed("rustup") {
        bail!(
            "this Rust has no target {target} and there is no rustup to add it; install Rust from rustup.rs"
        );
    }
    say("adding the Rust target wasm32-unknown-unknown");
    run(&format!("rustup target add {target}"))
}

impl Crate {
    fn stamp(&self) -> PathBuf {
        tools().join(format!("{}.stamp", self.0))
    }

    fn is_there(&self) -> bool {
        is_done(&self.stamp(), self.1)
    }
}

fn install(tool: &Crate) -> Result<()> {
    let tools = tools();
    let Crate(name, version, arguments) = tool;
    once(name, &tool.stamp(), version, || {
        if fetch_built(name, version) {
            return Ok(());
        }
        let mut install = command("cargo")?;
        install
            .args(["install", "--debug", "--quiet", "--force", name, "--version"])
            .arg(format!("={version}"));
        install.args(*arguments).arg("--root").arg(&tools);
        // One target folder for all of them: what they have in common is compiled once.
        install.env("CARGO_TARGET_DIR", tools.join("build"));
        install.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
        check(&mut install).with_context(|| {
            format!("{name} {version} could not be installed; is the crates.io registry within reach?")
        })
    })
}

/// Gets a program built by its makers, where cargo-binstall is there to do so; else it is compiled.
fn fetch_built(name: &str, version: &str) -> bool {
    // Its `--version` is that of what it shall install.
    let is_there =
        command("cargo-binstall").is_ok_and(|mut c| c.arg("-V").output().is_ok_and(|o| o.status.success()));
    is_there
        && command("cargo").is_ok_and(|mut binstall| {
            binstall.args(["binstall", "--no-confirm", "--force", "--log-level", "error"]);
            binstall.args(["--disable-strategies", "compile", "--version", &format!("={version}"), "--root"]);
            binstall.arg(tools()).arg(name).status().is_ok_and(|status| status.success())
        })
}

fn binaryen_stamp() -> PathBuf {
    tools().join("binaryen.stamp")
}

fn binaryen() -> Result<()> {
    let tools = tools();
    once("binaryen (wasm-opt)", &binaryen_stamp(), BINARYEN, || {
        need_node()?;
        let mut install = command("npm")?;
        install.args(["install", "--no-audit", "--no-fund", "--no-save", &format!("binaryen@{BINARYEN}")]);
        check(install.arg("--prefix").arg(&tools)).context("is the npm registry within reach?")
    })
}

fn need_node() -> Result<()> {
    if is_installed("node") && is_installed("npm") {
        return Ok(());
    }
    bail!("Node.js 18 or newer with npm is needed (Debian: apt-get install nodejs npm)")
}

/// Whether a stamp says that something was done for this version.
fn is_done(stamp: &Path, version: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|done| done == version)
}

/// Does something unless the stamp says that it was done for this version.
fn once(what: &str, stamp: &Path, version: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    if is_done(stamp, version) {
        return Ok(());
    }
    let start = Instant::now();
    say(&format!("installing {what}, once; this can take some minutes"));
    fs::create_dir_all(tools())?;
    work()?;
    fs::write(stamp, version)?;
    say(&format!("installed {what} in {} s", start.elapsed().as_secs()));
    Ok(())
}
