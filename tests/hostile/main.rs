//! Hostile files of every format, each made here byte by byte, with the answer that it has to give: soon, in words, and
//! without taking anything else down. `cargo test --test hostile -- --nocapture` prints the table; `JIAOHE_HOSTILE=full` makes the
//! files of `growing.rs` as large as they may be, and `JIAOHE_HOSTILE_OUT=folder` only writes all files there, for other programs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    reason = "fixtures may be simple, and a test may fail loudly"
)]

mod case;
mod compound;
mod containers;
mod floods;
mod growing;
mod held;
mod noise;
mod pack;
mod packages;
mod pages;
mod portable;
mod rich;
mod tables;
mod xml;

use case::Case;
use jiaohe::read::Input;
use jiaohe::{Options, check};
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario, Style};
use std::collections::BTreeMap;
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Long after what any file takes; only there so that an endless loop fails the test instead of stopping it.
const WATCHDOG: Duration = Duration::from_secs(20);

/// What a check should hold at most: so many times the file, and so many bytes beside.
const TIMES: usize = 10;
const BESIDE: usize = 64 << 20;
/// What holds so many bytes more fails; what lies between is printed.
const BEYOND: usize = 256 << 20;

/// Writes the files, each by its number.
fn write(folder: &str, cases: &[Case]) {
    std::fs::create_dir_all(folder).unwrap();
    for (at, case) in cases.iter().enumerate() {
        let what: String =
            case.what.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(60).collect();
        std::fs::write(format!("{folder}/{at:04}-{what}.{}", case.format), (case.make)()).unwrap();
    }
}

fn all() -> Vec<Case> {
    [
        containers::cases(),
        xml::cases(),
        tables::cases(),
        pages::cases(),
        rich::cases(),
        compound::cases(),
        portable::cases(),
        noise::cases(),
        floods::cases(),
        growing::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The outcome of a file, and how long it took; in a thread of its own, so that one that hangs or falls is told.
fn outcome(name: String, bytes: Vec<u8>) -> (String, Duration) {
    let (send, receive) = mpsc::channel();
    let start = Instant::now();
    // The page's workers have the stack of the browser; a megabyte is less than any gives.
    let reader = std::thread::Builder::new().stack_size(1 << 20).spawn(move || {
        let files = check(&name, Input::Bytes(&bytes), &Options::default());
        let error = files.into_iter().next().and_then(|file| file.error);
        drop(send.send(error.map_or_else(|| "read".to_owned(), |error| error.kind.to_string())));
    });
    let found = match receive.recv_timeout(WATCHDOG) {
        Ok(found) => found,
        Err(mpsc::RecvTimeoutError::Timeout) => return ("HANGS".into(), WATCHDOG),
        Err(mpsc::RecvTimeoutError::Disconnected) => "PANICS".into(),
    };
    drop(reader.unwrap().join());
    (found, start.elapsed())
}

/// Twenty good files: reports in different layouts.
fn good() -> Vec<(String, Vec<u8>)> {
    let report = |at: usize| {
        let scenario = Scenario::correct(at as u64);
        [
            match Layout::ALL[at % Layout::ALL.len()].write(&scenario, Style::default()) {
                Source::Text(text) => (format!("{at}.txt"), text.into_bytes()),
                Source::Bytes(bytes) => (format!("{at}.bin"), bytes),
            },
            (format!("{at}.docx"), jiaohe_testkit::docx::write(&scenario, Style::default())),
        ]
    };
    (0..10).flat_map(report).collect()
}

fn json(name: &str, bytes: &[u8]) -> String {
    serde_json::to_string(&check(name, Input::Bytes(bytes), &Options::default())).unwrap()
}

#[test]
fn every_hostile_file_is_answered_and_good_ones_stay_as_they_are() {
    let good = good();
    assert_eq!(good.len(), 20);
    let alone: Vec<String> = good.iter().map(|(name, bytes)| json(name, bytes)).collect();
    let cases = all();
    assert!(cases.len() >= 400, "only {} files", cases.len());
    if let Ok(folder) = std::env::var("JIAOHE_HOSTILE_OUT") {
        return write(&folder, &cases);
    }
    let mut table: BTreeMap<&str, BTreeMap<String, u32>> = BTreeMap::new();
    let mut times: Vec<(Duration, String)> = Vec::new();
    let (mut wrong, mut large) = (Vec::new(), Vec::new());
    for (at, case) in cases.iter().enumerate() {
        let bytes = (case.make)();
        let bound = BESIDE + TIMES * bytes.len();
        let ((found, time), held) = held::at_most(|| outcome(case.name.clone(), bytes));
        if held > bound {
            large.push((held, format!("{} with {}", case.format, case.what)));
        }
        if held > bound + BEYOND {
            wrong.push(format!("{} with {}: {} MB held", case.format, case.what, held >> 20));
        }
        let right = case.want.contains(&found.as_str()) || case.want == case::ANY;
        if !right || found == "HANGS" || found == "PANICS" {
            wrong.push(format!("{} with {}: {found}, wanted {:?}", case.format, case.what, case.want));
        }
        *table.entry(case.format).or_default().entry(found).or_default() += 1;
        times.push((time, format!("{} with {}", case.format, case.what)));
        // A good file in between gives what it gave alone.
        let (name, bytes) = &good[at % good.len()];
        if at % 25 < 20 && at < 500 {
            assert_eq!(json(name, bytes), alone[at % good.len()], "{name} after {}", case.what);
        }
    }
    println!("{} hostile files", cases.len());
    for (format, outcomes) in &table {
        let outcomes: Vec<_> = outcomes.iter().map(|(outcome, count)| format!("{outcome} {count}")).collect();
        println!("{format:>5}  {}", outcomes.join(", "));
    }
    large.sort();
    println!("largest, of those beyond {TIMES} times the file and {} MB:", BESIDE >> 20);
    for (held, what) in large.iter().rev() {
        println!("{:>6} MB  {what}", held >> 20);
    }
    times.sort();
    println!("slowest:");
    for (time, what) in times.iter().rev().take(15) {
        println!("{:>6} ms  {what}", time.as_millis());
    }
    assert!(wrong.is_empty(), "{} wrong answers:\n{}", wrong.len(), wrong.join("\n"));
}
