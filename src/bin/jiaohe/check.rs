//! `jiaohe check`.

use super::arguments::Check;
use super::say::{not_written, print, say, shown, status};
use super::work::Work;
use super::{files, format, inputs, profile, roster};
use jiaohe::export::{self, plain};
use jiaohe::wire::{ErrorKind, Extract, Failure, Output};
use std::path::Path;
use std::process::ExitCode;

pub(super) fn check(asked: Check) -> ExitCode {
    let Check { format, out, time, previous, roster, profile, rules, jobs, paths } = asked;
    let what = format.deliverable();
    if (what.is_some() || format.collection().is_some()) && out.is_none() {
        say(format_args!("这种格式是文件，请用 --out 指定写入的文件夹。"));
        return ExitCode::from(status::USAGE);
    }
    let profile = match profile::read(profile.as_deref()) {
        Ok(profile) => profile,
        Err(why) => {
            say(format_args!("{why}"));
            return ExitCode::from(status::UNREADABLE);
        }
    };
    let own = profile.as_ref().map(|asked| &asked.profile);
    let mut levels = jiaohe::Levels::default();
    // What is said on the command line goes before the profile.
    let from_profile = own.into_iter().flat_map(jiaohe::profile::Profile::levels);
    from_profile.for_each(|(rule, level)| levels.set(rule, level));
    for (rule, level) in rules {
        levels.set(&rule, level);
    }
    let terms = inputs::Terms { levels: &levels, profile: own };
    let previous = previous.map(|path| last_year(&path).map_err(|why| (path, why)));
    let known = previous.as_ref().and_then(|loaded| loaded.as_ref().ok());
    let mut checked = inputs::check_all(&paths, known, terms, what.is_some(), Work::new(jobs.jobs));
    let output = Output::new(std::mem::take(&mut checked.files), std::mem::take(&mut checked.comparisons));
    let text = format::output(format, &output);
    let printed = match (&out, what) {
        (None, _) => print(&text),
        (Some(folder), what) => {
            let time = time.unwrap_or_else(files::now);
            let written = match (what, format.collection()) {
                (Some(what), _) => files::write(folder, what, &checked, &output, terms, &time),
                (None, Some(what)) => files::hand_over(folder, what, &output),
                (None, None) => files::write_text(folder, format, &text),
            };
            written.map_or_else(|why| not_written(folder, &why), |()| ExitCode::SUCCESS)
        }
    };
    if printed != ExitCode::SUCCESS {
        return printed;
    }
    let mut unreadable = output.files.iter().any(|file| file.error.is_some())
        || profile.as_ref().is_some_and(|asked| asked.is_faulty);
    for file in &output.files {
        let why = file.report.as_ref().and_then(export::text::unchecked);
        if let Some(why) = why {
            say(format_args!("{} {why}", plain(&file.name)));
            unreadable = true;
        }
    }
    if let Some(Err((path, why))) = previous {
        say(format_args!("上年报告（{}）未能读取：{}{}", shown(&path), why.message, why.hint));
        unreadable = true;
    }
    let list: Result<String, String> = roster.map_or_else(
        || Ok(own.map(|profile| profile.roster().to_owned()).unwrap_or_default()),
        |path| roster::read_list(&path),
    );
    match list {
        Ok(list) if list.is_empty() => {}
        Ok(list) => roster::say_missing(&jiaohe::compare::roster(&list, &checked.extracts)),
        Err(why) => {
            say(format_args!("{why}"));
            unreadable = true;
        }
    }
    let error = output.files.iter().filter_map(|file| file.report.as_ref()).any(|r| r.summary.error > 0);
    match (unreadable, error) {
        (true, _) => ExitCode::from(status::UNREADABLE),
        (false, true) => ExitCode::from(status::FINDINGS),
        (false, false) => printed,
    }
}

/// Last year's report: the first in its file.
fn last_year(path: &Path) -> Result<Extract, Failure> {
    let nothing = Failure { kind: ErrorKind::Empty, message: String::new(), hint: String::new() };
    inputs::load(path, false).first().map_or(Err(nothing), inputs::Loaded::extract)
}
