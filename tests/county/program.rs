//! The command line over the county: sums, who is missing, and what is handed over.

use super::{READ, folder, jiaohe, said};
use jiaohe_testkit::county::{Kind, hundredths};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The county in a folder of its own; the damaged report is left out if `whole`.
fn written(name: &str, whole: bool) -> PathBuf {
    let folder = folder(name);
    READ.county.write(&folder).unwrap();
    for file in READ.county.files.iter().filter(|file| whole && READ.unreadable.contains(&file.path)) {
        fs::remove_file(folder.join("reports").join(&file.path)).unwrap();
    }
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn missing_takes_a_list_in_any_encoding_and_its_status_tells() {
    let folder = written("county-missing", true);
    let reports = folder.join("reports");
    let (utf8, gbk) = (folder.join("名单.txt"), folder.join("名单-gbk.txt"));
    let run = jiaohe(&["missing", "--format", "json", text(&gbk), text(&reports)]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run.stderr));
    let found: Value = serde_json::from_slice(&run.stdout).unwrap();
    for planned in &READ.county.years {
        let year =
            found["years"].as_array().unwrap().iter().find(|year| year["year"] == planned.year).unwrap();
        let missing: Vec<&str> =
            year["missing"].as_array().unwrap().iter().map(|unit| unit.as_str().unwrap()).collect();
        assert!(planned.missing.iter().all(|unit| missing.contains(&unit.as_str())), "{missing:?}");
    }
    let matched = &found["years"][1]["matches"].as_array().unwrap()[1];
    assert_eq!(
        (&matched["unit"], &matched["organ"], &matched["how"]),
        (&"发改局".into(), &"清河县发展和改革局".into(), &"short".into())
    );
    let plain = jiaohe(&["missing", text(&utf8), text(&reports)]);
    assert!(said(&plain.stdout).contains("  对应：发改局 → 清河县发展和改革局（简称）"));
    // Nobody is missing; a list that is not there; a file that cannot be read.
    let list = folder.join("one.txt");
    fs::write(&list, "1. 水利局\n").unwrap();
    let one =
        |list: &Path, year: &str| jiaohe(&["missing", text(list), text(&reports.join(year))]).status.code();
    assert_eq!(one(&list, "2024"), Some(0));
    assert_eq!(one(&folder.join("none.txt"), "2024"), Some(2));
    fs::write(reports.join("2024/坏.docx"), b"PK\x03\x04").unwrap();
    assert_eq!(one(&list, "2024"), Some(2));
    assert_eq!(jiaohe(&["missing", text(&list)]).status.code(), Some(64));
}

#[test]
fn sums_are_printed_and_written_and_their_status_tells() {
    let folder = written("county-sums", true);
    let reports = folder.join("reports");
    let run = jiaohe(&["sum", "--format", "json", "--year", "2024", text(&reports)]);
    assert_eq!(run.status.code(), Some(1), "the county differs: {}", said(&run.stderr));
    let found: Value = serde_json::from_slice(&run.stdout).unwrap();
    let planned = &READ.county.years[2];
    for cell in found[0]["cells"].as_array().unwrap() {
        let want = hundredths(&planned.sum[cell["cell"].as_str().unwrap()]);
        assert_eq!(hundredths(cell["sum"].as_str().unwrap()), want, "{cell}");
    }
    let out = folder.join("out");
    for format in ["xlsx", "docx", "html"] {
        assert_eq!(jiaohe(&["sum", "--format", format, text(&reports)]).status.code(), Some(64), "{format}");
        let list = folder.join("名单.txt");
        let run = jiaohe(&[
            "sum",
            "--format",
            format,
            "--roster",
            text(&list),
            "--out",
            text(&out),
            text(&reports),
        ]);
        assert_eq!(run.status.code(), Some(1), "{format}: {}", said(&run.stderr));
    }
    let all = |end: &str| [2022, 2023, 2024].map(|year| format!("汇总表-{year}.{end}"));
    let mut want = [all("docx"), all("html"), all("xlsx")].concat();
    want.sort();
    assert_eq!(names(&out), want);
    let plain = said(&jiaohe(&["sum", "--year", "2024", text(&reports)]).stdout);
    for words in ["清河县2024年汇总", "把清河县医疗保障局计了两次", "属于其他地区", "没有单位名单"]
    {
        assert!(plain.contains(words), "{words}");
    }
}

/// The county's report and the own organ's may lie elsewhere; a sum with which it agrees is no failure.
#[test]
fn a_county_report_may_be_named() {
    let folder = folder("county-named");
    let units = folder.join("units");
    fs::create_dir_all(&units).unwrap();
    let of = |kind: Kind| READ.county.files.iter().filter(move |file| file.kind == kind && file.year == 2022);
    let some = ["清河县教育局", "清河县司法局", "柳溪镇人民政府"];
    for file in of(Kind::Report).filter(|file| some.contains(&file.organ.as_str())) {
        fs::write(units.join(file.path.rsplit('/').next().unwrap()), &file.bytes).unwrap();
    }
    let own = of(Kind::Report).find(|file| file.organ == "清河县人民政府办公室").unwrap();
    fs::write(folder.join("own.docx"), &own.bytes).unwrap();
    let county = folder.join("county.docx");
    fs::write(&county, &of(Kind::Sum).next().unwrap().bytes).unwrap();
    let sum = |more: &[&str]| {
        let run = jiaohe(&[&["sum", "--format", "json"], more, &[text(&units)]].concat());
        let found: Value = serde_json::from_slice(&run.stdout).unwrap();
        (run.status.code(), found[0].clone())
    };
    let (status, alone) = sum(&[]);
    assert_eq!(
        (status, alone["units"].as_array().unwrap().len()),
        (Some(0), 3),
        "there is nothing to differ from"
    );
    let own = folder.join("own.docx");
    let (_, with) = sum(&["--own", text(&own)]);
    assert_eq!(with["units"].as_array().unwrap().iter().filter(|unit| unit["own"] == true).count(), 1);
    let (status, held) = sum(&["--county", text(&county)]);
    assert_eq!((status, held["parent"]["organ"].as_str()), (Some(1), Some("清河县人民政府")));
    let empty = folder.join("empty.txt");
    fs::write(&empty, "这不是报告。").unwrap();
    assert_eq!(jiaohe(&["sum", text(&empty)]).status.code(), Some(2));
}

#[test]
fn what_is_handed_over_is_written_by_check() {
    let folder = written("county-lists", true);
    let (out, reports) = (folder.join("out"), folder.join("reports").join("2022"));
    for format in ["xlsx", "lists-docx", "letters", "matrix"] {
        assert_eq!(
            jiaohe(&["check", "--format", format, text(&reports)]).status.code(),
            Some(64),
            "{format}"
        );
        let run = jiaohe(&["check", "--format", format, "--out", text(&out), text(&reports)]);
        assert_eq!(run.status.code(), Some(1), "{format}: {}", said(&run.stderr));
        assert!(run.stdout.is_empty());
    }
    let mut want =
        ["问题清单.xlsx", "各单位问题清单.zip", "各单位修改意见.txt", "总表.xlsx"].map(str::to_owned);
    want.sort();
    assert_eq!(names(&out), want);
}
