//! What stands in a file and is no part of its numbers, each situation in every format that can say it: a whole report whose
//! 200 values all have it beside them. Every cell has to hold its number, nothing may be found, and the one line has to tell
//! how much was left out. The table of all of it is `docs/hidden.md`; `JIAOHE_DOCS=1` writes it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    clippy::cast_precision_loss,
    clippy::too_many_lines,
    reason = "fixtures may be simple, and a test may fail loudly"
)]

mod drawn;
mod marked;
mod office;
mod sheets;

use jiaohe::read::Input;
use jiaohe::{Options, check};
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::grid::{Grid, grid};
use jiaohe_testkit::{Scenario, Style};

/// What a file may say beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Situation {
    Raised,
    Lowered,
    RaisedByStyle,
    SmallDigit,
    Struck,
    StruckByStyle,
    Hidden,
    HiddenByStyle,
    White,
    WhiteByStyle,
    Faint,
    Tiny,
    Ruby,
    Deleted,
    Comment,
    Prompt,
    Unpainted,
    Transparent,
    Layer,
    Clipped,
    Covered,
    Watermark,
    HiddenRow,
}

use Situation as S;

/// Each with its name for the clerk, and what has to be told: with a number for all of them, or as it is.
const SITUATIONS: [(Situation, &str, &str); 23] = [
    (S::Raised, "上标", "略去上标 {} 处"),
    (S::Lowered, "下标", "略去上标 {} 处"),
    (S::RaisedByStyle, "样式给出的上标", "略去上标 {} 处"),
    (S::SmallDigit, "小一号以上的角标数字", "略去上标 {} 处"),
    (S::Struck, "删除线", "略去删除线文字 {} 处"),
    (S::StruckByStyle, "样式给出的删除线", "略去删除线文字 {} 处"),
    (S::Hidden, "隐藏文字", "略去隐藏文字 {} 处"),
    (S::HiddenByStyle, "多级样式给出的隐藏", "略去隐藏文字 {} 处"),
    (S::White, "白色文字", "略去白色文字 {} 处"),
    (S::WhiteByStyle, "样式给出的白色", "略去白色文字 {} 处"),
    (S::Faint, "与底色同色", "略去与底色同色的文字 {} 处"),
    (S::Tiny, "极小文字", "略去极小文字 {} 处"),
    (S::Ruby, "注音", "略去注音 {} 处"),
    (S::Deleted, "修订删除", "含修订痕迹{} {} 处"),
    (S::Comment, "批注", "有 {} 条批注未读取"),
    (S::Prompt, "填写提示", "略去填写提示 {} 处"),
    (S::Unpainted, "不着色", "略去不显示的文字 {} 处"),
    (S::Transparent, "全透明", "略去{} {} 处"),
    (S::Layer, "关闭的图层", "略去{} {} 处"),
    (S::Clipped, "裁去", "略去{} {} 处"),
    (S::Covered, "遮盖", "略去被遮盖的文字 {} 处"),
    (S::Watermark, "水印", "略去水印"),
    (S::HiddenRow, "隐藏的行", ""),
];

/// A paragraph or a table.
pub(crate) enum Part {
    Text(String),
    Table(Grid),
}

/// A report, in the order of its page.
pub(crate) fn parts(scenario: &Scenario) -> Vec<Part> {
    let mut parts = vec![Part::Text(scenario.title.clone())];
    parts.extend(scenario.preface.iter().cloned().map(Part::Text));
    for section in &scenario.sections {
        parts.push(Part::Text(section.heading.clone()));
        if (2..=4).contains(&section.number) {
            parts.push(Part::Table(grid(scenario, section.number, Style::default())));
        }
        parts.extend(section.prose.iter().cloned().map(Part::Text));
    }
    parts
}

/// A format: its name, the name of a file, and what writes a situation, if the format can say it.
type Format = (&'static str, &'static str, fn(&[Part], Situation) -> Option<Vec<u8>>);

const FORMATS: [Format; 14] = [
    ("docx", "a.docx", office::docx),
    ("Flat OPC", "a.doc", office::flat),
    ("WordML", "a.doc", office::word_2003),
    ("rtf", "a.rtf", marked::rtf),
    ("odt", "a.odt", office::odt),
    ("html", "a.html", marked::html),
    ("mht", "a.mht", marked::mht),
    ("eml", "a.eml", marked::eml),
    ("md", "a.md", marked::markdown),
    ("xlsx", "a.xlsx", sheets::xlsx),
    ("xls (XML)", "a.xls", sheets::excel_2003),
    ("ods", "a.ods", sheets::ods),
    ("pdf", "a.pdf", drawn::pdf),
    ("ofd", "a.ofd", drawn::ofd),
];

/// What became of a file: what is wrong with it, if anything.
fn judge(scenario: &Scenario, name: &str, bytes: &[u8], told: &str) -> Result<(), String> {
    let mut files = check(name, Input::Bytes(bytes), &Options::default());
    let file = files.pop().ok_or("nothing")?;
    let report = file.report.ok_or_else(|| format!("{:?}", file.error))?;
    let ids = scenario.ids();
    for id in &ids {
        let want = scenario.cells[id].as_str();
        let cell = report.cells.iter().find(|(found, _)| found == id).map(|(_, cell)| cell);
        let got = cell.and_then(|cell| cell.value.as_deref());
        if got != Some(want) {
            return Err(format!(
                "{id} is {got:?} ({:?}) for {want}; {:?}",
                cell.map(|cell| &cell.text),
                report.notes
            ));
        }
    }
    if report.summary.error > 0 {
        return Err(format!(
            "{:?}",
            report.findings.iter().map(|finding| &finding.message).collect::<Vec<_>>()
        ));
    }
    // Where several words fit, the number has to be there.
    let count = ids.len().to_string();
    let wanted: Vec<String> = told.split("{} {}").map(|part| part.replace("{}", &count)).collect();
    let is_told = |note: &String| match wanted.as_slice() {
        [start, end] => note.starts_with(start.as_str()) && note.contains(&format!(" {count}{end}")),
        [all] => note.contains(all.as_str()),
        _ => false,
    };
    if report.notes.iter().any(is_told) {
        Ok(())
    } else {
        Err(format!("not told: {told}, {:?}", report.notes))
    }
}

fn scenario() -> Scenario {
    let mut scenario = Scenario::base(Body::Town);
    // Numbers of one to five digits, none of them 0.
    for (at, id) in scenario.ids().into_iter().enumerate() {
        if !id.ends_with("fees") && !id.starts_with("t2.rules") {
            scenario.set(&id, (at % 7 + 1 + at % 3 * 40 + at % 5 / 4 * 1200).to_string());
        }
    }
    scenario.balance();
    scenario.quiet(Body::Town)
}

/// Files of other programs, in which each value has another situation beside it.
#[test]
fn files_of_other_programs() {
    let scenario = Scenario::base(Body::County);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/hidden");
    for name in ["libreoffice.doc", "libreoffice.odt", "libreoffice.pdf", "libreoffice.xls", "openpyxl.xlsx"]
    {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        for told in ["略去上标 67 处", "删除线文字 33 处", "白色文字 33 处"] {
            judge(&scenario, name, &bytes, told).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        }
    }
}

#[test]
fn every_situation_in_every_format_that_can_say_it() {
    let scenario = scenario();
    let parts = parts(&scenario);
    let mut faults = Vec::new();
    let mut page = String::from(
        "# 不属于数字的字：读取情况\n\n由 `tests/hidden/` 生成，不手改。每一格是一份完整的报告（200 个数，每个数旁都有该种情况）：\
         ✓ 表示 200 个数全部读对、没有误报，并在说明中报出略去的处数；空白表示这种格式没有这种写法。`.doc`、`.xls` 由 LibreOffice 存成，见 `tests/files/hidden/`。\n\n| 情况 |",
    );
    for (name, ..) in FORMATS {
        page.push_str(&format!(" {name} |"));
    }
    page.push_str(&format!("\n|---|{}\n", "---|".repeat(FORMATS.len())));
    let mut files = 0;
    for (situation, name, told) in SITUATIONS {
        page.push_str(&format!("| {name} |"));
        for (format, file, write) in FORMATS {
            let Some(bytes) = write(&parts, situation) else {
                page.push_str("  |");
                continue;
            };
            files += 1;
            match judge(&scenario, file, &bytes, told) {
                Ok(()) => page.push_str(" ✓ |"),
                Err(fault) => {
                    if let Ok(folder) = std::env::var("JIAOHE_HIDDEN") {
                        let _ = std::fs::write(format!("{folder}/{situation:?}-{format}-{file}"), &bytes);
                    }
                    page.push_str(" ✗ |");
                    faults.push(format!("{situation:?} in {format}: {fault}"));
                }
            }
        }
        page.push('\n');
    }
    page.push_str(&format!("\n共 {files} 份。\n"));
    assert!(faults.is_empty(), "{} of {files} files:\n{}", faults.len(), faults.join("\n"));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hidden.md");
    if std::env::var_os("JIAOHE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(known, page, "docs/hidden.md is not up to date: JIAOHE_DOCS=1");
}
