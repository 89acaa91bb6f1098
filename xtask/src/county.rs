//! `cargo xtask county`: a made-up county to try the program on.

use crate::project;
use anyhow::Result;
use std::path::Path;

/// Writes sixty units' reports on three years, the county's own, a list of units and the plan of it all into a folder.
pub(crate) fn county(folder: &Path) -> Result<()> {
    let folder = std::path::absolute(folder)?;
    let mut cargo = project::command("cargo")?;
    cargo.args(["run", "-q", "-p", "jiaohe-testkit", "--example", "county", "--"]).arg(folder);
    project::check(&mut cargo)
}
