//! What is said on standard output and standard error. Neither has to be there: a pipe may be closed, a disk full.

use jiaohe::export::plain;
use std::fmt::Arguments;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// Exit statuses that scripts rely on.
pub(super) mod status {
    pub(in super::super) const FINDINGS: u8 = 1;
    pub(in super::super) const UNREADABLE: u8 = 2;
    pub(in super::super) const USAGE: u8 = 64;
}

/// Says something on standard error. Whoever does not listen misses it; `eprintln!` would panic.
pub(super) fn say(words: Arguments<'_>) {
    let _ = writeln!(std::io::stderr(), "jiaohe：{words}");
}

/// Prints to standard output; a reader that has gone away is no failure, a full disk is.
pub(super) fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(why) if why.kind() != ErrorKind::BrokenPipe => {
            say(format_args!("结果没有写完：{why}。请检查磁盘空间和输出位置。"));
            ExitCode::from(status::UNREADABLE)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// A path as it may be shown.
pub(super) fn shown(path: &Path) -> String {
    plain(&path.display().to_string()).into_owned()
}

/// Says that the results could not be written.
pub(super) fn not_written(folder: &Path, why: &std::io::Error) -> ExitCode {
    say(format_args!("不能写入文件夹（{}）：{why}。请检查路径、权限和磁盘空间。", shown(folder)));
    ExitCode::from(status::UNREADABLE)
}
