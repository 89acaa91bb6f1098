//! The command line on a server: folders as they are found there, and output that goes nowhere.

use super::{READ, folder, jiaohe, said};
use jiaohe_testkit::county::Kind;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// A folder with a few reports of the county.
fn some(name: &str) -> PathBuf {
    let folder = folder(name);
    let reports = READ.county.files.iter().filter(|file| file.kind == Kind::Report && file.year == 2024);
    for (at, file) in reports.take(12).enumerate() {
        let end = file.path.rsplit('.').next().unwrap();
        fs::write(folder.join(format!("{at:02}.{end}")), &file.bytes).unwrap();
    }
    folder
}

#[test]
fn any_number_of_jobs_gives_the_same_in_the_same_order() {
    let folder = some("server-jobs");
    let path = folder.to_str().unwrap();
    let with = |jobs: &str| jiaohe(&["check", "--format", "json", "--jobs", jobs, path]);
    let one = with("1");
    assert!(one.stderr.is_empty(), "no progress where nobody looks: {}", said(&one.stderr));
    for jobs in ["2", "7", "64"] {
        assert_eq!(with(jobs).stdout, one.stdout, "{jobs}");
    }
    for wrong in ["0", "-1", "many"] {
        assert_eq!(with(wrong).status.code(), Some(64), "{wrong}");
    }
}

#[test]
fn one_file_that_fails_is_told_and_the_others_are_checked() {
    let folder = some("server-partial");
    fs::write(folder.join("05a.docx"), b"PK\x03\x04").unwrap();
    let run = jiaohe(&["check", "--format", "json", folder.to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(2));
    let found: Value = serde_json::from_slice(&run.stdout).unwrap();
    let files = found["files"].as_array().unwrap();
    assert_eq!(files.len(), 13);
    assert_eq!(files.iter().filter(|file| file["error"].is_object()).count(), 1);
    assert!(files[6]["name"].as_str().unwrap().ends_with("05a.docx"), "in its place");
}

#[test]
fn an_empty_folder_is_no_success_and_a_file_is_checked_once() {
    let folder = some("server-once");
    let empty = folder.join("empty");
    fs::create_dir_all(&empty).unwrap();
    fs::write(empty.join("~$lock.docx"), "x").unwrap();
    let run = jiaohe(&["check", empty.to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run.stdout).contains("没有可以核对的文件"), "{}", said(&run.stdout));
    let file = folder.join("00.docx");
    let file = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.is_file())
        .unwrap_or(file);
    let twice = jiaohe(&["check", "--format", "json", file.to_str().unwrap(), file.to_str().unwrap()]);
    let found: Value = serde_json::from_slice(&twice.stdout).unwrap();
    assert_eq!(found["files"].as_array().unwrap().len(), 1);
    assert!(said(&twice.stderr).contains("只核对一次"));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::io::Read as _;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;
    use std::process::{Command, Stdio};

    #[test]
    fn links_are_followed_and_what_leads_nowhere_is_told() {
        let folder = some("server-links");
        let outside = some("server-links-outside");
        let inside = folder.join("links");
        fs::create_dir_all(&inside).unwrap();
        symlink(&outside, inside.join("outside")).unwrap();
        symlink(&inside, inside.join("loop")).unwrap();
        symlink("nowhere", inside.join("dangling.docx")).unwrap();
        let run = jiaohe(&["check", "--format", "json", inside.to_str().unwrap()]);
        assert_eq!(run.status.code(), Some(2));
        let found: Value = serde_json::from_slice(&run.stdout).unwrap();
        let files = found["files"].as_array().unwrap();
        let failed: Vec<&str> = files
            .iter()
            .filter(|file| file["error"].is_object())
            .map(|file| file["name"].as_str().unwrap().rsplit('/').next().unwrap())
            .collect();
        assert_eq!(failed, ["dangling.docx", "loop"]);
        assert_eq!(files.len(), 12 + 2);
    }

    /// Root may read everything, so what is asked for is not there to be tested for it.
    #[test]
    fn a_folder_that_may_not_be_read_is_told() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = some("server-locked");
        let locked = folder.join("locked");
        fs::create_dir_all(&locked).unwrap();
        let allow = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
        allow(0o000);
        let is_root = fs::read_dir(&locked).is_ok();
        let run = jiaohe(&["check", folder.to_str().unwrap()]);
        allow(0o755);
        if is_root {
            println!("note: run as root, who may read everything");
        } else {
            assert_eq!(run.status.code(), Some(2));
            assert!(said(&run.stdout).contains("打不开这里"));
        }
    }

    #[test]
    fn names_need_not_be_text() {
        let folder = some("server-names");
        let odd = folder.join(OsStr::from_bytes(b"99-\xff\xfe.txt"));
        let report =
            READ.county.files.iter().find(|file| file.path.ends_with(".txt") && file.kind == Kind::Report);
        fs::write(&odd, &report.unwrap().bytes).unwrap();
        let run = jiaohe(&["check", "--format", "json", folder.to_str().unwrap()]);
        let found: Value = serde_json::from_slice(&run.stdout).unwrap();
        assert_eq!(found["files"].as_array().unwrap().last().unwrap()["error"], Value::Null);
        let out = folder.join("out");
        let run = jiaohe(&[
            "check",
            "--format",
            "report",
            "--out",
            out.to_str().unwrap(),
            folder.to_str().unwrap(),
        ]);
        assert_eq!(fs::read_dir(&out).unwrap().count(), 13, "{}", said(&run.stderr));
    }

    /// Neither a full disk nor a pipe that is closed ends in a panic, whose status is 101.
    #[test]
    fn output_that_goes_nowhere_is_told_or_left() {
        let folder = some("server-full");
        let check = || {
            let mut check = Command::new(env!("CARGO_BIN_EXE_jiaohe"));
            check.args(["check", "--format", "json", folder.to_str().unwrap()]);
            check
        };
        if let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") {
            let run = check().stdout(full.try_clone().unwrap()).stderr(Stdio::piped()).output().unwrap();
            assert_eq!(run.status.code(), Some(2));
            assert!(said(&run.stderr).contains("结果没有写完"), "{}", said(&run.stderr));
            let both =
                check().arg("nowhere.docx").stdout(full.try_clone().unwrap()).stderr(full).status().unwrap();
            assert_eq!(both.code(), Some(2), "nobody hears it, and it does not fail for that");
        }
        let mut closed = check().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(closed.stdout.take());
        let mut told = String::new();
        closed.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        let status = closed.wait().unwrap();
        assert!(matches!(status.code(), Some(0 | 1)), "{status}: {told}");
        assert!(!told.contains("panicked"), "{told}");
    }

    /// Who is interrupted ends at once by the signal, and leaves no half of a file under its name.
    #[test]
    fn an_interrupt_ends_it_without_halves() {
        let folder = some("server-interrupt");
        let out = folder.join("out");
        let mut child = Command::new(env!("CARGO_BIN_EXE_jiaohe"))
            .args(["check", "--format", "report", "--out", out.to_str().unwrap(), folder.to_str().unwrap()])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let id = child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status();
        let status = child.wait().unwrap();
        let mut told = String::new();
        child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert!(!told.contains("panicked"), "{told}");
        if sent.is_ok_and(|sent| sent.success()) {
            // It may have been ready before.
            assert!(status.code().is_none_or(|code| code < 3), "{status}");
        }
        for entry in fs::read_dir(&out).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "docx") {
                zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
            }
        }
    }
}
