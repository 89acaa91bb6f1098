//! `jiaohe sum`: 汇总表.

use super::arguments::{Sum, SumFormat};
use super::say::{not_written, print, say, status};
use super::work::Work;
use super::{files, format, inputs, profile, roster};
use jiaohe::deliver;
use jiaohe::export::{plain, text};
use jiaohe::vocabulary::{SumFile, SumRole};
use jiaohe::wire::{Choice, Total, TotalOptions};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(super) fn sum(asked: &Sum) -> ExitCode {
    let what = match asked.format {
        SumFormat::Text | SumFormat::Json => None,
        SumFormat::Xlsx => Some(SumFile::Workbook),
        SumFormat::Docx => Some(SumFile::Paper),
        SumFormat::Html => Some(SumFile::Page),
    };
    if what.is_some() && asked.out.is_none() {
        say(format_args!("这种格式是文件，请用 --out 指定写入的文件夹。"));
        return ExitCode::from(status::USAGE);
    }
    let list = asked.roster.as_deref().map_or_else(
        || {
            let profile = profile::read(asked.profile.as_deref())?;
            Ok(profile.map(|asked| asked.profile.roster().to_owned()).unwrap_or_default())
        },
        roster::read_list,
    );
    let list = match list {
        Ok(list) => list,
        Err(why) => {
            say(format_args!("{why}"));
            return ExitCode::from(status::UNREADABLE);
        }
    };
    let named = asked.own.iter().chain(&asked.county);
    let paths: Vec<PathBuf> = named.chain(&asked.paths).cloned().collect();
    let gathered = inputs::gather(&paths, true, Work::new(asked.jobs.jobs));
    for (name, why) in &gathered.unreadable {
        say(format_args!("{} 未能读取：{}{}", plain(name), why.message, why.hint));
    }
    let place = |path: &PathBuf| {
        let name = path.display().to_string();
        gathered.extracts.iter().position(|extract| extract.name == name)
    };
    for path in asked.own.iter().chain(&asked.county) {
        if place(path).is_none() {
            say(format_args!(
                "{} 不能用作汇总报告或本级报告：没有读出，或其中不止一份报告。请指定只有一份报告的文件。",
                plain(&path.display().to_string())
            ));
            return ExitCode::from(status::UNREADABLE);
        }
    }
    let county = asked.county.as_ref().and_then(place);
    let choice = |at| Choice { role: (county == Some(at)).then_some(SumRole::Sum), ..Choice::default() };
    let choices: Vec<Choice> = (0..gathered.extracts.len()).map(choice).collect();
    let year = county.and_then(|at| gathered.extracts.get(at)).and_then(|county| county.year);
    let options = TotalOptions {
        year: asked.year.or(year),
        own: asked.own.as_ref().and_then(place),
        without_own: asked.no_own,
        roster: list,
        unreadable: gathered.unreadable.iter().map(|(name, _)| name.clone()).collect(),
    };
    let totals = jiaohe::compare::totals(&gathered.extracts, &choices, &options);
    let printed = match (&asked.out, what) {
        (Some(folder), Some(what)) => write(folder, what, &totals),
        _ => print(&match asked.format {
            SumFormat::Json => format::json(&totals),
            _ => totals.iter().map(text::total).collect::<Vec<_>>().join("\n"),
        }),
    };
    if printed != ExitCode::SUCCESS {
        return printed;
    }
    let nothing = totals.iter().all(|total| total.units.is_empty());
    if nothing {
        say(format_args!("没有可以相加的报告。"));
    }
    if nothing || !gathered.unreadable.is_empty() {
        ExitCode::from(status::UNREADABLE)
    } else if totals.iter().flat_map(|total| &total.cells).any(jiaohe::export::sheet::differs) {
        ExitCode::from(status::FINDINGS)
    } else {
        ExitCode::SUCCESS
    }
}

fn write(folder: &Path, what: SumFile, totals: &[Total]) -> ExitCode {
    let mut taken = BTreeSet::new();
    let written = std::fs::create_dir_all(folder).and_then(|()| {
        totals.iter().try_for_each(|total| files::save(folder, &mut taken, deliver::sum(what, total)))
    });
    written.map_or_else(|why| not_written(folder, &why), |()| ExitCode::SUCCESS)
}
