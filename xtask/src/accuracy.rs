//! `cargo xtask accuracy`: the page on what each rule finds and what it finds wrongly.

use crate::project;
use anyhow::Result;

/// Writes `docs/accuracy.md`; the test that holds it against a fresh run is the generator.
pub(crate) fn accuracy() -> Result<()> {
    project::say("holding every rule against what is known to be wrong");
    let mut cargo = project::command("cargo")?;
    cargo.args(["test", "--all-features", "--test", "accuracy"]).env("JIAOHE_ACCURACY", "write");
    project::check(&mut cargo)?;
    project::say("docs/accuracy.md is written");
    Ok(())
}
