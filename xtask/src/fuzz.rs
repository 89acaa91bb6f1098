//! Fuzzing with cargo-fuzz on the stable compiler.

use crate::project::{check, command, root, say};
use crate::tools;
use anyhow::{Context, Result, bail};
use std::fs;

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
