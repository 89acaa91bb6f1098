//! Lists of units, and `jiaohe missing`.

use super::arguments::{Missing, MissingFormat};
use super::say::{print, say, shown, status};
use super::work::Work;
use super::{format, inputs, paths};
use jiaohe::export::{plain, text};
use jiaohe::read::{Input, read};
use jiaohe::wire::Roster;
use std::path::Path;
use std::process::ExitCode;

/// The names in a file, one a line: a text in any encoding, or any document with them in its paragraphs or cells.
pub(super) fn read_list(path: &Path) -> Result<String, String> {
    let told = |why: &str| format!("名单（{}）未能读取：{why}", shown(path));
    let bytes = paths::bytes(path).map_err(|why| told(&format!("{}{}", why.message, why.hint)))?;
    let document = read(&path.display().to_string(), Input::Bytes(&bytes));
    let document = document.map_err(|why| told(&format!("{}{}", why.message(), why.hint())))?;
    let list = document.lines().join("\n");
    if list.trim().is_empty() { Err(told("里面没有单位名称。")) } else { Ok(list) }
}

pub(super) fn missing(asked: Missing) -> ExitCode {
    let Missing { format, jobs, roster, paths } = asked;
    let list = match read_list(&roster) {
        Ok(list) => list,
        Err(why) => {
            say(format_args!("{why}"));
            return ExitCode::from(status::UNREADABLE);
        }
    };
    let gathered = inputs::gather(&paths, false, Work::new(jobs.jobs));
    for (name, why) in &gathered.unreadable {
        say(format_args!("{} 未能读取：{}{}", plain(name), why.message, why.hint));
    }
    let found = jiaohe::compare::roster(&list, &gathered.extracts);
    let printed = print(&match format {
        MissingFormat::Text => text::roster(&found),
        MissingFormat::Json => format::json(&found),
    });
    let is_missing = found.years.iter().any(|year| !year.missing.is_empty()) || !found.missing.is_empty();
    match (printed == ExitCode::SUCCESS, gathered.unreadable.is_empty(), is_missing) {
        (false, ..) => printed,
        (true, false, _) => ExitCode::from(status::UNREADABLE),
        (true, true, true) => ExitCode::from(status::FINDINGS),
        (true, true, false) => ExitCode::SUCCESS,
    }
}

/// Says who of a list is missing on standard error: standard output is for programs.
pub(super) fn say_missing(roster: &Roster) {
    let line = |words: &str, units: &[String]| {
        if !units.is_empty() {
            say(format_args!("{words}（{} 个）：{}", units.len(), plain(&units.join("、"))));
        }
    };
    line("未报单位", &roster.missing);
    for year in roster.years.iter().filter(|_| roster.years.len() > 1) {
        line(&format!("{} 年未报单位", year.year), &year.missing);
    }
    line("名单以外的报告", &roster.unlisted);
    line("同一年度不止一份报告的单位", &roster.repeated);
}
