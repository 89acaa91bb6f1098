//! `cargo xtask corpora`: public collections of files through the command line, one process each, so that a crash or an
//! endless loop is seen as what it is. The table goes to `docs/corpora.md`.

use crate::project::{command, root, run, say};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use std::{fs, thread};

/// Endings of files that a clerk might hand over.
const KINDS: [&str; 21] = [
    "doc", "docm", "docx", "et", "htm", "html", "md", "mht", "mhtml", "odp", "ods", "odt", "ofd", "pdf",
    "rtf", "txt", "wps", "xls", "xlsb", "xlsm", "xlsx",
];

/// As long as the page gives a file.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of a file.
enum Fate {
    /// It was read.
    Read,
    /// It was refused, with this kind of error.
    Refused(String),
    /// The program ended without an answer.
    Crashed,
    /// It did not end in time.
    Hung,
}

/// Files of one kind.
#[derive(Default)]
struct Tally {
    read: usize,
    refused: BTreeMap<String, usize>,
    crashed: Vec<PathBuf>,
    hung: Vec<PathBuf>,
    slowest: Duration,
}

/// Runs every collection, `PATH` or `NAME=PATH`, and writes the table.
pub(crate) fn corpora(collections: &[String]) -> Result<()> {
    ensure!(!collections.is_empty(), "name at least one folder of files, as PATH or NAME=PATH");
    say("building the command line");
    run("cargo build --release --quiet --features cli --bin jiaohe")?;
    let mut page = String::from(
        "# 公开文件集的读取结果\n\n由 `cargo xtask corpora 名称=路径 …` 生成，不手改。每个文件单独一个进程，限时 20 秒。\
         这些文件来自各公开仓库的测试集，多为有意做坏或做难的文件，几乎都不是年度报告；这里只看是否读出、因何不读、有无中断。\n",
    );
    let (mut crashed, mut hung) = (0, 0);
    for collection in collections {
        let (name, path) = collection.split_once('=').unwrap_or((collection, collection));
        let tallies = collect(Path::new(path))?;
        write!(
            page,
            "\n## {name}\n\n| 类型 | 文件 | 读出 | 不读（原因） | 中断 | 超时 | 最慢 |\n|---|---:|---:|---|---:|---:|---:|\n"
        )?;
        for (kind, tally) in &tallies {
            let refused: usize = tally.refused.values().sum();
            let reasons: Vec<String> = tally.refused.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
            writeln!(
                page,
                "| {kind} | {} | {} | {refused}（{}） | {} | {} | {} ms |",
                tally.read + refused + tally.crashed.len() + tally.hung.len(),
                tally.read,
                if reasons.is_empty() { "—".into() } else { reasons.join("，") },
                tally.crashed.len(),
                tally.hung.len(),
                tally.slowest.as_millis(),
            )?;
            crashed += tally.crashed.len();
            hung += tally.hung.len();
            for file in tally.crashed.iter().chain(&tally.hung) {
                println!("✗ {}", file.display());
            }
        }
    }
    // What other collections with known answers showed, measured by hand.
    page.push_str(include_str!("corpora.md"));
    print!("{page}");
    fs::write(root().join("docs/corpora.md"), page)?;
    ensure!(crashed + hung == 0, "{crashed} files crashed the program, {hung} did not end in time");
    Ok(())
}

/// The files below a folder, by kind.
fn collect(folder: &Path) -> Result<BTreeMap<String, Tally>> {
    let mut files = Vec::new();
    find(folder, &mut files).with_context(|| format!("{} cannot be listed", folder.display()))?;
    files.sort();
    say(&format!("{}: {} files", folder.display(), files.len()));
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for (kind, file) in files {
        let start = Instant::now();
        let fate = try_file(&file)?;
        let tally = tallies.entry(kind).or_default();
        tally.slowest = tally.slowest.max(start.elapsed());
        match fate {
            Fate::Read => tally.read += 1,
            Fate::Refused(why) => *tally.refused.entry(why).or_default() += 1,
            Fate::Crashed => tally.crashed.push(file),
            Fate::Hung => tally.hung.push(file),
        }
    }
    Ok(tallies)
}

fn find(folder: &Path, files: &mut Vec<(String, PathBuf)>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, files)?;
            continue;
        }
        let kind =
            path.extension().map(|kind| kind.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        if KINDS.contains(&kind.as_str()) {
            files.push((kind, path));
        }
    }
    Ok(())
}

fn try_file(file: &Path) -> Result<Fate> {
    let answer = root().join("target/corpora.json");
    let mut program = command(&root().join("target/release/jiaohe").to_string_lossy())?;
    program.args(["check", "--format", "json"]).arg(file);
    program.stdout(fs::File::create(&answer)?).stderr(Stdio::null());
    let mut child = program.spawn().context("the command line cannot be started")?;
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            return Ok(Fate::Hung);
        }
        thread::sleep(Duration::from_millis(1));
    };
    // Without an exit status a signal ended it: the release build aborts on a panic.
    if status.code().is_none_or(|code| code > 2) {
        return Ok(Fate::Crashed);
    }
    let answer: serde_json::Value =
        serde_json::from_slice(&fs::read(&answer)?).context("the answer is no JSON")?;
    let kind = answer.pointer("/files/0/error/kind").and_then(serde_json::Value::as_str).map(str::to_owned);
    Ok(kind.map_or(Fate::Read, Fate::Refused))
}
