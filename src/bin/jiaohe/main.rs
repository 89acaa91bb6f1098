//! The command line `jiaohe`: the same check over files and folders.

mod arguments;
mod files;
mod format;
mod inputs;

use arguments::{Arguments, Command};
use clap::Parser as _;
use jiaohe::export::{self, plain};
use jiaohe::wire::{ErrorKind, Extract, Failure, Output, Roster};
use std::io::Write as _;
use std::process::ExitCode;

/// Exit statuses that scripts rely on.
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
        Command::Rules { format } => print(&format::catalogue(format)),
        Command::Check { format, out, time, previous, roster, rules, paths } => {
            let what = format.deliverable();
            if what.is_some() && out.is_none() {
                eprintln!("jiaohe：这种格式是文件，请用 --out 指定写入的文件夹。");
                return ExitCode::from(status::USAGE);
            }
            let mut levels = jiaohe::Levels::default();
            for (rule, level) in rules {
                levels.set(&rule, level);
            }
            let previous = previous.map(|path| last_year(&path).map_err(|why| (path, why)));
            let known = previous.as_ref().and_then(|loaded| loaded.as_ref().ok());
            let mut checked = inputs::check_all(&paths, known, &levels, what.is_some());
            let output =
                Output::new(std::mem::take(&mut checked.files), std::mem::take(&mut checked.comparisons));
            let text = format::output(format, &output);
            let printed = match (&out, what) {
                (None, _) => print(&text),
                (Some(folder), what) => {
                    let time = time.unwrap_or_else(files::now);
                    let written = match what {
                        Some(what) => files::write(folder, what, &checked, &output, &levels, &time),
                        None => files::write_text(folder, format, &text),
                    };
                    written.map_or_else(|why| not_written(folder, &why), |()| ExitCode::SUCCESS)
                }
            };
            if printed != ExitCode::SUCCESS {
                return printed;
            }
            let mut unreadable = output.files.iter().any(|file| file.error.is_some());
            for file in &output.files {
                let why = file.report.as_ref().and_then(export::text::unchecked);
                if let Some(why) = why {
                    eprintln!("jiaohe：{} {why}", plain(&file.name));
                    unreadable = true;
                }
            }
            if let Some(Err((path, why))) = previous {
                let path = path.display().to_string();
                eprintln!("jiaohe：上年报告（{}）未能读取：{}{}", plain(&path), why.message, why.hint);
                unreadable = true;
            }
            if let Some(path) = roster {
                match std::fs::read_to_string(&path) {
                    Ok(list) => eprint!("{}", missing(&jiaohe::compare::roster(&list, &checked.extracts))),
                    Err(why) => {
                        eprintln!(
                            "jiaohe：名单（{}）打不开：{why}。请检查路径，名单应为 UTF-8 文本。",
                            plain(&path.display().to_string())
                        );
                        unreadable = true;
                    }
                }
            }
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

/// Last year's report: the first in its file.
fn last_year(path: &std::path::Path) -> Result<Extract, Failure> {
    let nothing = Failure { kind: ErrorKind::Empty, message: String::new(), hint: String::new() };
    inputs::load(path, false).first().map_or(Err(nothing), inputs::Loaded::extract)
}

/// Who of a list is missing, for standard error: standard output is for programs.
fn missing(roster: &Roster) -> String {
    let line = |words: &str, units: &[String]| match units {
        [] => String::new(),
        units => format!("jiaohe：{words}（{} 个）：{}\n", units.len(), plain(&units.join("、"))),
    };
    line("未报单位", &roster.missing)
        + &line("名单以外的报告", &roster.unlisted)
        + &line("同一年度不止一份报告的单位", &roster.repeated)
}

/// Says that the results could not be written.
fn not_written(folder: &std::path::Path, why: &std::io::Error) -> ExitCode {
    eprintln!(
        "jiaohe：不能写入文件夹（{}）：{why}。请检查路径和权限。",
        plain(&folder.display().to_string())
    );
    ExitCode::from(status::UNREADABLE)
}

/// Prints to standard output; a reader that has gone away is no failure.
fn print(text: &str) -> ExitCode {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::from(status::UNREADABLE),
        _ => ExitCode::SUCCESS,
    }
}
