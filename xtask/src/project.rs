//! Where things are, and running other programs.

use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where tools are installed: `JIAOHE_TOOLS`, or `.tools` in the clone. Several clones can share one folder.
pub(crate) fn tools() -> PathBuf {
    env::var_os("JIAOHE_TOOLS").map_or_else(|| root().join(".tools"), PathBuf::from)
}

/// A command that runs in the workspace and finds the installed tools first.
pub(crate) fn command(program: &str) -> Result<Command> {
    let tools = tools();
    let mut path = vec![tools.join("bin"), tools.join("node_modules/.bin")];
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", env::join_paths(path)?);
    // What `cargo run` sets for this program is no business of the programs it starts; nor do backtraces help.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_PKG_VERSION", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    Ok(command)
}

/// Runs a program and its arguments, split at blanks.
pub(crate) fn run(line: &str) -> Result<()> {
    let mut words = line.split_whitespace();
    let program = words.next().context("an empty command line")?;
    check(command(program)?.args(words))
}

/// Runs a command, whose output goes where ours goes, and fails unless it succeeds.
pub(crate) fn check(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("`{name}` could not be started; is it installed and on PATH?"))?;
    if !status.success() {
        bail!("`{name}` ended with {status}; its own message is above");
    }
    Ok(())
}

/// Whether a program of that name can be started.
pub(crate) fn is_installed(program: &str) -> bool {
    command(program).is_ok_and(|mut c| c.arg("--version").output().is_ok_and(|o| o.status.success()))
}

/// Says what is being done.
pub(crate) fn say(text: &str) {
    println!("• {text}");
}
