//! A profile for the command line: it holds, it is named in what is made under it, and what is wrong with it is told.

use super::{READ, folder, jiaohe, said};
use jiaohe_testkit::county::Kind;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const PROFILE: &str = r#"{
  "name": "清河县试点",
  "levels": { "table3/row_total": "hint" },
  "roster": ["水利局", "林业局", "司法局"],
  "rules": [
    { "id": "fee_words", "title": "第六部分没有写本年度", "level": "warning", "must": "s6 contains \"本年度某某\"", "todo": "请补充" },
    { "id": "penalties", "title": "行政处罚多于行政许可", "must": "t2.penalties <= t2.permits" },
    { "id": "towns", "title": "只看乡镇", "when": "organ contains \"镇\"", "must": "t2.permits > 999999" },
    { "id": "unknown", "title": "旧版表格的单元格", "must": "t2_2019.permits.decisions = 0" }
  ]
}"#;

fn report(folder: &Path, organ: &str) -> PathBuf {
    let file = READ
        .county
        .files
        .iter()
        .find(|file| file.kind == Kind::Report && file.organ == organ && file.year == 2022);
    let file = file.unwrap();
    let path = folder.join(file.path.rsplit('/').next().unwrap());
    fs::write(&path, &file.bytes).unwrap();
    path
}

#[test]
fn a_profile_holds_and_is_named_in_whatever_is_made() {
    let folder = folder("county-profile");
    // This one has a sum that does not hold, which the profile lowers.
    let path = report(&folder, "清河县民政局");
    let profile = folder.join("profile.json");
    fs::write(&profile, PROFILE).unwrap();
    let check = |more: &[&str]| {
        let first = ["check", "--profile", profile.to_str().unwrap()];
        jiaohe(&[&first, more, &[path.to_str().unwrap()]].concat())
    };
    let run = check(&["--format", "json"]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run.stderr));
    assert!(said(&run.stderr).contains("未报单位（3 个）：水利局、林业局、司法局"), "{}", said(&run.stderr));
    let found: Value = serde_json::from_slice(&run.stdout).unwrap();
    let file = &found["files"][0];
    let verdict = |rule: &str| {
        let verdicts = file["verdicts"].as_array().unwrap();
        verdicts.iter().find(|verdict| verdict["rule"] == rule).unwrap()["outcome"].as_str().unwrap()
    };
    assert_eq!(
        ["own/fee_words", "own/penalties", "own/towns", "own/unknown"].map(verdict),
        ["failed", "passed", "not_applicable", "not_judged"]
    );
    let findings = file["findings"].as_array().unwrap();
    let own = findings.iter().find(|finding| finding["rule"] == "own/fee_words").unwrap();
    assert_eq!(
        (own["severity"].as_str(), own["message"].as_str()),
        (Some("warning"), Some("第六部分没有写本年度。"))
    );
    assert_eq!(own["because"], "第六部分没有“本年度某某”");
    let lowered = findings.iter().find(|finding| finding["rule"] == "table3/row_total").unwrap();
    assert_eq!(lowered["severity"], "hint");
    let count = |severity: &str| findings.iter().filter(|finding| finding["severity"] == severity).count();
    assert_eq!(file["summary"]["warning"], count("warning"));
    assert_eq!(file["summary"]["hint"], count("hint"));
    // The command line goes before the profile.
    let raised = check(&["--format", "json", "--rule", "table3/row_total=warning"]);
    let raised: Value = serde_json::from_slice(&raised.stdout).unwrap();
    let raised = raised["files"][0]["findings"].as_array().unwrap().clone();
    assert!(raised.iter().any(|one| one["rule"] == "table3/row_total" && one["severity"] == "warning"));
    for format in ["text", "json", "html", "sarif"] {
        assert!(said(&check(&["--format", format]).stdout).contains("清河县试点"), "{format}");
    }
    let out = folder.join("out");
    for format in ["report", "report-html", "xlsx", "lists-docx", "matrix"] {
        let run = check(&["--format", format, "--out", out.to_str().unwrap()]);
        assert_eq!(run.status.code(), Some(0), "{format}: {}", said(&run.stderr));
    }
    for entry in fs::read_dir(&out).unwrap() {
        let path = entry.unwrap().path();
        let run = jiaohe::open(
            "x",
            jiaohe::read::Input::Bytes(&fs::read(&path).unwrap()),
            &jiaohe::Options::default(),
        );
        let text = format!("{run:?}");
        assert!(text.contains("清河县试点"), "{} does not name it", path.display());
    }
}

#[test]
fn what_is_wrong_with_a_profile_is_told() {
    let folder = folder("county-profiles");
    let path = report(&folder, "清河县司法局");
    let run = |name: &str, text: &str| {
        let profile = folder.join(name);
        fs::write(&profile, text).unwrap();
        let run = jiaohe(&["check", "--profile", profile.to_str().unwrap(), path.to_str().unwrap()]);
        (run.status.code(), said(&run.stderr), said(&run.stdout))
    };
    for (text, words) in [
        ("{", "第 1 行"),
        ("{ \"nam\": 1 }", "nam"),
        ("{ \"levels\": { \"form/title\": \"error\" } }", "error"),
        ("{ \"rules\": [ { \"id\": \"a\" } ] }", "title"),
    ] {
        let (status, told, printed) = run("broken.json", text);
        assert_eq!((status, printed.as_str()), (Some(2), ""), "{text}: nothing is checked");
        assert!(told.contains("没有启用") && told.contains(words), "{text}: {told}");
    }
    let faulty = r#"{ "levels": { "form/titel": "off" }, "rules": [
        { "id": "a", "title": "一", "must": "t3.recieved.total > 0" },
        { "id": "a b", "title": "二", "must": "year > 0" },
        { "id": "c", "title": "三", "must": "year = 1" } ] }"#;
    let (status, told, printed) = run("faulty.json", faulty);
    assert_eq!(status, Some(2));
    for words in ["levels[\"form/titel\"]", "rules[0].must 第 1 字处没有这个单元格", "rules[1].id"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(printed.contains("三。（own/c）"), "the rest of it is in force: {printed}");
    let absent = jiaohe(&["check", "--profile", "nowhere.json", path.to_str().unwrap()]);
    assert_eq!(absent.status.code(), Some(2));
    assert!(said(&absent.stderr).contains("本地配置（nowhere.json）没有启用"));
    // The script that the page loads is the same profile.
    let script = format!("// 本地配置\nwindow.jiaoheProfile = {PROFILE};\n");
    assert!(run("profile.js", &script).2.contains("清河县试点"));
}

/// A region's own last day: a report dated behind it is told, one in time is not, and one without a date neither.
#[test]
fn last_days_of_a_region_hold() {
    let folder = folder("county-deadlines");
    let profile = folder.join("profile.json");
    fs::write(&profile, r#"{ "deadlines": { "town": "01-20", "department": "13-01" } }"#).unwrap();
    let file = READ.county.files.iter().find(|file| {
        file.kind == Kind::Report
            && file.organ.ends_with("镇人民政府")
            && file.path.ends_with(".md")
            && file.fault.is_none()
    });
    let file = file.unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let outcome = |date: &str| {
        let path = folder.join("报告.md");
        fs::write(&path, text.replacen("\n\n", &format!("\n\n{date}\n\n"), 1)).unwrap();
        let arguments =
            ["check", "--format", "json", "--profile", profile.to_str().unwrap(), path.to_str().unwrap()];
        let run = jiaohe(&arguments);
        assert!(said(&run.stderr).contains("deadlines.department"), "{}", said(&run.stderr));
        let found: Value = serde_json::from_slice(&run.stdout).unwrap();
        let verdicts = found["files"][0]["verdicts"].as_array().unwrap().clone();
        let verdict = verdicts.into_iter().find(|verdict| verdict["rule"] == "own/deadline").unwrap();
        verdict["outcome"].as_str().unwrap().to_owned()
    };
    let next = file.year + 1;
    assert_eq!(outcome(&format!("发布日期：{next}年1月21日")), "failed");
    assert_eq!(outcome(&format!("发布日期：{next}年1月20日")), "passed");
    assert_eq!(outcome(""), "not_applicable");
}

/// The example in the documentation is a profile.
#[test]
fn the_example_in_the_documentation_is_right() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs");
    let example = fs::read_to_string(root.join("profile.json")).unwrap();
    let written: jiaohe::wire::Profile = serde_json::from_str(&example).unwrap();
    let (profile, faults) = jiaohe::profile::Profile::of(&written);
    assert_eq!(faults, []);
    assert!(!profile.roster().is_empty() && written.rules.len() > 2);
    let page = fs::read_to_string(root.join("profile.md")).unwrap();
    assert!(page.contains(example.trim()), "docs/profile.md shows docs/profile.json");
}
