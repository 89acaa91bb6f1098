//! Results as files in a folder.

use super::arguments::Format;
use super::inputs::{Checked, Loaded, Terms};
use super::say::say;
use jiaohe::deliver::{self, Made, Refusal, Told};
use jiaohe::export::{handover, plain};
use jiaohe::vocabulary::{Deliverable, ListFile};
use jiaohe::wire::Output;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes what was asked for: a file for each report, or one of all. Says on standard error what could not be made.
///
/// # Errors
/// The folder cannot be made, or a file in it cannot be written.
pub(super) fn write(
    folder: &Path,
    what: Deliverable,
    checked: &Checked,
    output: &Output,
    terms: Terms<'_>,
    time: &str,
) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for file in &output.files {
        if let Some(error) = &file.error {
            tell(&file.name, &[error.message.as_str(), &error.hint].concat());
        }
    }
    let mut taken = BTreeSet::new();
    if what == Deliverable::Issues {
        return save(folder, &mut taken, deliver::issues(what, output, &[]));
    }
    for (loaded, related) in &checked.opened {
        let Loaded::Opened(opened) = loaded else { continue };
        let options = terms.options(related);
        match deliver::make(what, opened, &options, &Told { time, confirmations: &[] }) {
            Ok(made) => {
                tell(&opened.name, &made.note);
                save(folder, &mut taken, made)?;
            }
            Err(Refusal::NotOffered(why)) => tell(&opened.name, &why),
            // Told above.
            Err(Refusal::Unreadable(_)) => {}
        }
    }
    Ok(())
}

/// Writes what is handed over of all reports in one file.
///
/// # Errors
/// As [`write`].
pub(super) fn hand_over(folder: &Path, what: ListFile, output: &Output) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let parts: Vec<_> = output.files.iter().map(|file| handover::of(file, &[])).collect();
    let made = deliver::hand_over(what, &parts);
    tell(what.word(), &made.note);
    save(folder, &mut BTreeSet::new(), made)
}

/// Writes the text of a format that would go to standard output.
///
/// # Errors
/// As [`write`].
pub(super) fn write_text(folder: &Path, format: Format, text: &str) -> io::Result<()> {
    let name = match format {
        Format::Csv => "问题清单.csv",
        Format::Json => "校核结果.json",
        Format::Html => "校核结果.html",
        Format::Sarif => "校核结果.sarif",
        _ => "校核结果.txt",
    };
    std::fs::create_dir_all(folder)?;
    put(folder, name, text.as_bytes())
}

fn tell(name: &str, sentence: &str) {
    if !sentence.is_empty() {
        say(format_args!("{}：{}", plain(name), plain(sentence)));
    }
}

/// Saves a file under its name, with a number if that is taken already.
pub(super) fn save(folder: &Path, taken: &mut BTreeSet<String>, made: Made) -> io::Result<()> {
    let Made { name: wanted, bytes, .. } = made;
    let (stem, end) = wanted.rsplit_once('.').unwrap_or((&wanted, ""));
    let numbered = |number: u32| match number {
        1 => wanted.clone(),
        _ => format!("{stem}-{number}.{end}"),
    };
    let free = (1..=u32::MAX).map(numbered).find(|name| !taken.contains(&name.to_lowercase()));
    let name = free.unwrap_or_default();
    taken.insert(name.to_lowercase());
    put(folder, &name, &bytes)
}

/// Writes a file under another name first: whoever is interrupted, or has no room left, leaves no half of a file behind.
fn put(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let part = folder.join(format!(".{name}.part"));
    let done = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, folder.join(name)));
    if done.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    done
}

/// Now in the time of Beijing, by minutes.
pub(super) fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    beijing(seconds)
}

/// A time in seconds since 1970 as Beijing's clocks show it.
fn beijing(seconds: u64) -> String {
    let minutes = (seconds + 8 * 3600) / 60;
    let (mut days, minute) = (minutes / (24 * 60), minutes % (24 * 60));
    let is_leap =
        |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02} {:02}:{:02}（北京时间）", days + 1, minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::beijing;

    #[test]
    fn the_calendar_is_right_at_its_corners() {
        for (seconds, want) in [
            (0, "1970-01-01 08:00"),
            (951_753_599, "2000-02-28 23:59"),
            (951_753_600, "2000-02-29 00:00"),
            (1_704_038_399, "2023-12-31 23:59"),
            (1_704_038_400, "2024-01-01 00:00"),
            (4_107_513_600, "2100-03-01 00:00"),
        ] {
            assert_eq!(beijing(seconds), format!("{want}（北京时间）"));
        }
    }
}
