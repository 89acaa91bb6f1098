//! The command line `jiaohe`: the same check over files and folders.

mod arguments;
mod catalogue;
mod format;
mod inputs;

use arguments::{Arguments, Command};
use clap::Parser as _;
use jiaohe::wire::Output;
use std::io::Write as _;
use std::process::ExitCode;

/// Exit statuses that scripts rely on (contract §3).
mod status {
    pub(super) const FINDINGS: u8 = 1;
    pub(super) const UNREADABLE: u8 = 2;
    pub(super) const USAGE: u8 = 64;
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let wrong = error.use_stderr();
            let _ = error.print();
            return if wrong { ExitCode::from(status::USAGE) } else { ExitCode::SUCCESS };
        }
    };
    match arguments.command {
        Command::Rules { format } => print(&catalogue::render(format)),
        Command::Check { format, previous, paths } => {
            if let Some(previous) = previous {
                eprintln!("jiaohe：本版本还不能与上年报告（{}）比对，只核对本年报告。", previous.display());
            }
            let output = Output::new(inputs::check_all(&paths));
            let printed = print(&format::render(format, &output));
            let unreadable = output.files.iter().any(|file| file.error.is_some());
            let error =
                output.files.iter().filter_map(|file| file.report.as_ref()).any(|r| r.summary.error > 0);
            match (unreadable, error) {
                (true, _) => ExitCode::from(status::UNREADABLE),
                (false, true) => ExitCode::from(status::FINDINGS),
                (false, false) => printed,
            }
        }
    }
}

/// Prints to standard output; a reader that has gone away is no failure.
fn print(text: &str) -> ExitCode {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::from(status::UNREADABLE),
        _ => ExitCode::SUCCESS,
    }
}
