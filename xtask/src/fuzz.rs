//! Fuzzing with cargo-fuzz on the stable compiler.

use crate::project::{check, command, root, say};
use crate::tools;
use anyhow::{Context, Result, bail, ensure};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::{env, io};

/// The step of the full run.
pub(crate) const SMOKE: &str = "fuzz smoke";

/// The names of the targets in `fuzz/fuzz_targets`, sorted.
pub(crate) fn targets() -> Vec<String> {
    let files = fs::read_dir(root().join("fuzz/fuzz_targets")).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        files.filter_map(|f| f.path().file_stem().map(|s| s.to_string_lossy().into_owned())).collect();
    names.sort();
    names
}

/// Fuzzes one target, or all of them, for some seconds each.
pub(crate) fn fuzz(target: &str, seconds: u32) -> Result<()> {
    let known = targets();
    let chosen: Vec<&String> = known.iter().filter(|name| target == "all" || *name == target).collect();
    if chosen.is_empty() {
        bail!("there is no fuzz target `{target}`; there are: {}", known.join(", "));
    }
    tools::for_fuzz()?;
    for name in chosen {
        say(&format!("fuzzing {name} for {seconds} s"));
        let mut fuzz = command("cargo")?;
        // The sanitizer flags are unstable; this lets the stable compiler take them. The address sanitizer guards
        // against unsafe code, of which the core has none: without it, twice the executions fit in the time.
        fuzz.env("RUSTC_BOOTSTRAP", "1").args(["fuzz", "run", "--sanitizer", "none", name]);
        let seeds = format!("fuzz/seeds/{name}");
        fs::create_dir_all(root().join(format!("fuzz/corpus/{name}")))?;
        fuzz.arg(format!("fuzz/corpus/{name}"));
        if root().join(&seeds).exists() {
            fuzz.arg(seeds);
        }
        fuzz.args(["--", &format!("-max_total_time={seconds}"), "-timeout=10", "-rss_limit_mb=2048"]);
        check(fuzz.args(["-max_len=65536", "-print_final_stats=1", "-verbosity=0", "-print_funcs=0"]))
            .with_context(|| format!("{name}: the input that did it is in fuzz/artifacts/{name}"))?;
    }
    Ok(())
}

/// Fuzzing beside other work, in a process of its own whose output is kept until it is asked for.
pub(crate) struct Beside {
    child: Child,
    log: PathBuf,
}

impl Beside {
    /// Starts all targets, so many seconds each.
    pub(crate) fn start(seconds: u32) -> Result<Self> {
        let log = root().join("target/fuzz.log");
        fs::create_dir_all(root().join("target"))?;
        let file = File::create(&log)?;
        let mut fuzz = Command::new(env::current_exe()?);
        fuzz.args(["fuzz", "all", &seconds.to_string()]).stdout(file.try_clone()?).stderr(file);
        let child = fuzz.spawn().context("fuzzing could not be started")?;
        say(&format!("fuzzing goes on beside the first steps; what it says is in {}", log.display()));
        Ok(Self { child, log })
    }

    /// Waits until it is over and shows what it said: all of it if it failed, else which targets it ran.
    pub(crate) fn end(mut self) -> Result<()> {
        let status = self.child.wait()?;
        let said = fs::read(&self.log)?;
        if !status.success() {
            io::copy(&mut said.as_slice(), &mut io::stdout())?;
        }
        String::from_utf8_lossy(&said)
            .lines()
            .filter(|line| line.starts_with('•'))
            .for_each(|line| println!("{line}"));
        ensure!(status.success(), "fuzzing ended with {status}; its own message is above");
        Ok(())
    }
}

impl Drop for Beside {
    /// Where the run is broken off, nothing goes on behind it.
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// Lints the fuzz targets, which are a workspace of their own.
pub(crate) fn lints() -> Result<()> {
    let mut clippy = command("cargo")?;
    clippy.args(["clippy", "--quiet", "--manifest-path", "fuzz/Cargo.toml", "--all-targets"]);
    // Nothing is linked here, so libFuzzer, which is a minute of C++, need not be built: any file stands for it.
    clippy.env("CUSTOM_LIBFUZZER_PATH", root().join("fuzz/Cargo.toml"));
    check(clippy.args(["--", "-D", "warnings"]))
}
