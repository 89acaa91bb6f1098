//! The command line `jiaohe`: the same check over files and folders.

mod arguments;
mod check;
mod files;
mod format;
mod inputs;
mod paths;
mod profile;
mod roster;
mod say;
mod total;
mod work;

use arguments::{Arguments, Command};
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let wrong = error.use_stderr();
            let _ = error.print();
            return if wrong { ExitCode::from(say::status::USAGE) } else { ExitCode::SUCCESS };
        }
    };
    match arguments.command {
        Command::Rules { format } => say::print(&format::catalogue(format)),
        Command::Check(asked) => check::check(asked),
        Command::Sum(asked) => total::sum(&asked),
        Command::Missing(asked) => roster::missing(asked),
    }
}
