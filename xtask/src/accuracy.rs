//! `cargo xtask accuracy`: the pages on the rules: what each is, what it finds and what it finds wrongly.

use crate::project;
use anyhow::Result;

/// Writes `docs/accuracy.md` and `docs/rules.md`; the tests that hold them against a fresh run are the generators.
pub(crate) fn accuracy() -> Result<()> {
    project::say("holding every rule against what is known to be wrong");
    let mut cargo = project::command("cargo")?;
    cargo.args(["test", "--all-features", "--test", "accuracy", "--test", "cli"]).env("JIAOHE_DOCS", "write");
    project::check(&mut cargo)?;
    project::say("docs/accuracy.md and docs/rules.md are written");
    Ok(())
}
