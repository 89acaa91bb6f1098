//! The command line's promises: exit status, formats, standard input. Runs with `--features cli`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

mod contract;

use jiaohe_testkit::correct::Body;
use jiaohe_testkit::edit::Case;
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario, Style};
use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn jiaohe(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jiaohe"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments does not wait for input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(scenario: &Scenario) -> String {
    let Source::Text(text) = Layout::TabCells.write(scenario, Style::default()) else { unreachable!() };
    text
}

/// A test's own folder with a correct report, a wrong one, and a file that is no report.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let right = Scenario::base(Body::County);
    fs::write(folder.join("right.txt"), text(&right)).unwrap();
    fs::write(folder.join("wrong.txt"), text(&right.plus_one("t3.open.person"))).unwrap();
    fs::write(folder.join("empty.txt"), "").unwrap();
    folder
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|why| panic!("{why}: {output:?}"))
}

#[test]
fn the_exit_status_tells_the_outcome() {
    let folder = folder("cli-status");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let status = |arguments: &[&str]| jiaohe(arguments, "").status.code();
    assert_eq!(status(&["check", &path("right.txt")]), Some(0));
    assert_eq!(status(&["check", &path("wrong.txt")]), Some(1));
    assert_eq!(status(&["check", &path("empty.txt")]), Some(2));
    assert_eq!(status(&["check", &path("not-there.txt")]), Some(2));
    assert_eq!(status(&["check", "--format", "no-such-format", &path("right.txt")]), Some(64));
    assert_eq!(status(&["no-such-command"]), Some(64));
    assert_eq!(status(&["check", "--no-such-option"]), Some(64));
    assert_eq!(status(&["rules"]), Some(0));
}

/// A notice and a report whose tables are pictures are no success, and the file is named; a table alone is a part.
#[test]
fn nothing_read_is_never_success() {
    let folder = folder("cli-nothing");
    let report = Scenario::base(Body::County);
    let Source::Text(pictures) = Layout::Pictures.write(&report, Style::default()) else { unreachable!() };
    let whole = text(&report);
    let from = whole.find("（本列数据").unwrap();
    let table = &whole[from..whole.find("四、政府信息公开行政复议").unwrap()];
    let notice = "关于召开会议的通知\n各科室：\n定于本周五上午九时在三楼会议室开会，请准时参加。\n";
    for (name, text, recognition, status) in [
        ("notice.txt", notice, "foreign", 2),
        ("pictures.txt", pictures.as_str(), "unrecognized", 2),
        ("table.txt", table, "partial", 0),
        ("whole.txt", whole.as_str(), "whole", 0),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        let run = jiaohe(&["check", "--format", "json", path.to_str().unwrap()], "");
        assert_eq!(json(&run)["files"][0]["recognition"], recognition, "{name}");
        assert_eq!(run.status.code(), Some(status), "{name}");
        let said = String::from_utf8(run.stderr).unwrap();
        assert_eq!(said.contains(name), status == 2, "{name}: {said}");
    }
}

#[test]
fn standard_input_is_text() {
    let right = jiaohe(&["check", "--format", "json", "-"], &text(&Scenario::base(Body::Town)));
    assert_eq!(right.status.code(), Some(0));
    assert_eq!(json(&right)["files"][0]["organ"], "柳林镇人民政府");
    let wrong = Scenario::base(Body::Town).plus_one("t3.total.total");
    assert_eq!(jiaohe(&["check", "-"], &text(&wrong)).status.code(), Some(1));
}

#[test]
fn json_keeps_the_contract() {
    let folder = folder("cli-contract");
    let output = json(&jiaohe(&["check", "--format", "json", &folder.to_string_lossy()], ""));
    assert_eq!(output["schema"], 1);
    assert_eq!(output["engine"]["name"], "jiaohe");
    assert!(output["engine"]["version"].is_string() && output["comparisons"].is_array());
    let files = output["files"].as_array().unwrap();
    assert_eq!(files.len(), 3);
    for file in files {
        let violations = contract::violations(file);
        assert!(violations.is_empty(), "{violations:#?}");
    }
    let errors = files.iter().filter(|file| file["error"].is_object()).count();
    assert_eq!(errors, 1, "the empty file is the one that cannot be read");
}

#[test]
fn every_format_says_something() {
    let folder = folder("cli-formats");
    let path = folder.join("wrong.txt").to_string_lossy().into_owned();
    for format in ["text", "json", "csv", "html", "sarif"] {
        let output = jiaohe(&["check", "--format", format, &path], "");
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("予以公开"), "{format}: {said}");
        assert_eq!(output.status.code(), Some(1), "{format}");
    }
    for format in ["text", "json", "markdown"] {
        let said = String::from_utf8(jiaohe(&["rules", "--format", format], "").stdout).unwrap();
        assert!(jiaohe::rules::all().all(|rule| said.contains(rule.id)), "{format} leaves out a rule");
    }
    let sarif = json(&jiaohe(&["check", "--format", "sarif", &path], ""));
    assert_eq!(sarif["version"], "2.1.0");
}

#[test]
fn files_go_into_the_folder_asked_for() {
    let folder = folder("cli-files");
    let (out, given) = (folder.join("out"), folder.to_string_lossy().into_owned());
    let _ = fs::remove_dir_all(&out);
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let check = |format: &str, more: &[&str]| {
        let files = [path("right.txt"), path("wrong.txt"), path("empty.txt")];
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        jiaohe(&[&["check", "--format", format], more, &files].concat(), "")
    };
    for format in ["docx", "report", "report-html", "xlsx", "tables", "tables-html"] {
        let none = check(format, &[]);
        assert_eq!(none.status.code(), Some(64), "{format} is no text");
        assert!(String::from_utf8_lossy(&none.stderr).contains("--out"), "{format}");
        let run = check(format, &["--time", "2024-01-20", "--out", &out.to_string_lossy()]);
        assert_eq!(run.status.code(), Some(2), "one of the files is empty");
        assert!(run.stdout.is_empty(), "{format}");
    }
    assert_eq!(check("csv", &["--out", &out.to_string_lossy()]).status.code(), Some(2));
    let mut names: Vec<String> = fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut want: Vec<String> = vec!["问题清单.csv".into(), "问题清单.xlsx".into()];
    for stem in ["right", "wrong"] {
        let each = ["批注版.docx", "校验报告.docx", "校验报告.html", "三张表.xlsx", "三张表.html"];
        want.extend(each.map(|name| format!("{stem}-{name}")));
    }
    want.sort();
    assert_eq!(names, want);
    let page = fs::read_to_string(out.join("wrong-校验报告.html")).unwrap();
    assert!(page.contains("2024-01-20") && page.contains("wrong.txt") && !page.contains(&given), "{page}");
    // Two reports of one name are both kept; a folder that cannot be made is told.
    fs::create_dir_all(folder.join("again")).unwrap();
    fs::copy(folder.join("wrong.txt"), folder.join("again/wrong.txt")).unwrap();
    let twice = [path("wrong.txt"), path("again/wrong.txt")];
    let into = out.join("twice").to_string_lossy().into_owned();
    let run = jiaohe(&["check", "--format", "report", "--out", &into, &twice[0], &twice[1]], "");
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(fs::read_dir(&into).unwrap().count(), 2);
    let file = path("right.txt");
    let run = jiaohe(&["check", "--format", "report", "--out", &file, &file], "");
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("不能写入"));
}

#[cfg(unix)]
#[test]
fn a_name_that_acts_on_a_terminal_leaves_no_format_raw() {
    let folder = folder("escapes");
    let name = "=a\u{1b}]0;x\u{7}\u{9b}31m\u{202e}b\n  [不通过] 假.txt";
    let scenario = Scenario::base(Body::Town).plus_one("t3.open.person");
    fs::write(folder.join(name), text(&scenario)).unwrap();
    for format in ["text", "json", "csv", "html", "sarif"] {
        let run = jiaohe(&["check", "--format", format, folder.to_str().unwrap()], "");
        let said = String::from_utf8(run.stdout).unwrap();
        let raw = |c: &char| (c.is_control() && *c != '\n') || *c == '\u{202e}';
        assert_eq!(said.chars().find(raw), None, "{format}");
        assert!(!said.contains("\n  [不通过] 假"), "{format} lets a name forge a line");
        if format == "json" {
            let parsed: Value = serde_json::from_str(&said).unwrap();
            assert!(parsed["files"][0]["name"].as_str().unwrap().ends_with(name), "the value is the name");
        }
    }
}

/// A folder with two years of a county and two units that make up its last year.
fn related(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let case = Case::parse(
        "previous | t3.carried_out.person = 4\nprevious | t3.carried_out.total = 4\n\
         unit 青山镇人民政府 | t2.permits = 100\nrest | t2.permits = 18300",
    )
    .unwrap();
    let write = |name: &str, source: &Source| {
        let Source::Text(content) = source else { unreachable!() };
        fs::write(folder.join(name), content).unwrap();
    };
    write("2022.txt", &case.source());
    write("2021.txt", &case.previous().unwrap().unwrap());
    for (at, unit) in case.units().unwrap().iter().enumerate() {
        write(&format!("unit-{at}.txt"), unit);
    }
    fs::write(folder.join("roster"), "青山镇人民政府\n清河县人民政府\n水利局\n清河县人民政府办公室\n")
        .unwrap();
    folder
}

fn rules(file: &Value) -> Vec<&str> {
    file["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}

#[test]
fn last_years_report_may_be_named() {
    let folder = related("cli-previous");
    let (now, before) = (folder.join("2022.txt"), folder.join("2021.txt"));
    let (now, before) = (now.to_str().unwrap(), before.to_str().unwrap());
    let output = json(&jiaohe(&["check", "--format", "json", "--previous", before, now], ""));
    assert!(rules(&output["files"][0]).contains(&"years/carried_in"));
    assert_eq!(output["comparisons"][0]["kind"], "years");
    let alone = json(&jiaohe(&["check", "--format", "json", now], ""));
    assert!(!rules(&alone["files"][0]).contains(&"years/carried_in"));
    assert_eq!(alone["comparisons"], Value::Array(Vec::new()));
    let missing = jiaohe(&["check", "--previous", "nowhere.txt", now], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("上年报告（nowhere.txt）未能读取"));
}

#[test]
fn a_folder_pairs_years_and_adds_up_units_by_itself() {
    let folder = related("cli-folder");
    let roster = folder.join("roster");
    let inside = folder.join("reports");
    // What an earlier run has left would be one report more.
    let _ = fs::remove_dir_all(&inside);
    fs::create_dir_all(&inside).unwrap();
    for name in ["2022.txt", "2021.txt", "unit-0.txt", "unit-1.txt"] {
        fs::copy(folder.join(name), inside.join(name)).unwrap();
    }
    let arguments =
        ["check", "--format", "json", "--roster", roster.to_str().unwrap(), inside.to_str().unwrap()];
    let run = jiaohe(&arguments, "");
    let output = json(&run);
    let county = &output["files"][1];
    assert_eq!(county["year"], 2022);
    assert!(rules(county).contains(&"years/carried_in") && rules(county).contains(&"sum/cells"));
    let kinds: Vec<&str> =
        output["comparisons"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["years", "sum"]);
    let rows = output["comparisons"][1]["rows"].as_array().unwrap();
    let permits = rows.iter().find(|row| row["cell"] == "t2.permits").unwrap();
    assert_eq!((permits["difference"].as_str(), permits["sum"].as_str()), (Some("58"), Some("18400")));
    assert_eq!(permits["contributions"][0]["unit"], "清河县人民政府办公室");
    assert!(String::from_utf8_lossy(&run.stderr).contains("未报单位（1 个）：水利局"));
    // Another county's unit that lies beside them changes neither the findings nor the comparison.
    let unit = fs::read_to_string(inside.join("unit-0.txt")).unwrap();
    fs::write(inside.join("unit-2.txt"), unit.replace("青山镇人民政府", "安平县水利局")).unwrap();
    let beside = json(&jiaohe(&arguments, ""));
    assert_eq!(beside["files"][4]["organ"], "安平县水利局");
    assert_eq!(beside["comparisons"], output["comparisons"]);
    assert_eq!(beside["files"][1]["findings"], county["findings"]);
    let text = jiaohe(&["check", inside.to_str().unwrap()], "");
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("汇总比对") && text.contains("两年比对 清河县人民政府"));
}

#[test]
fn the_page_on_the_rules_is_what_the_program_prints() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let printed = String::from_utf8(jiaohe(&["rules", "--format", "markdown"], "").stdout).unwrap();
    let fresh = format!(
        "# 规则目录\n\n由各规则自己的说明生成（`cargo xtask accuracy`），不手改。\n\n{}",
        printed.trim_end()
    ) + "\n";
    if std::env::var_os("JIAOHE_DOCS").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == fresh, "docs/rules.md is out of date: `cargo xtask accuracy`");
}

#[test]
fn a_zip_of_reports_gives_one_entry_for_each() {
    let folder = folder("zip");
    let scenario = Scenario::base(Body::County);
    let inside =
        [("甲/right.txt", text(&scenario)), ("wrong.txt", text(&scenario.plus_one("t3.open.person")))];
    let parts: Vec<(&str, &str)> = inside.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let zip = folder.join("各单位.zip");
    fs::write(&zip, jiaohe_testkit::docx::pack(&parts)).unwrap();
    let output = jiaohe(&["check", "--format", "json", zip.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1), "one of them is wrong");
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let names: Vec<&str> =
        found["files"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert!(
        names[0].ends_with("各单位.zip/wrong.txt") && names[1].ends_with("各单位.zip/甲/right.txt"),
        "{names:?}"
    );
    assert_eq!(contract::violations(&found["files"][0]), Vec::<String>::new());
}
