//! Workbooks by openpyxl and `LibreOffice`, as xlsx and ods, against the exact blocks they must give.

use super::{blocks, collapse, compare, folder, is_sound};
use jiaohe::read::{Input, read};
use serde_json::{Value, json};

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder("tests/files/sheets").join(name)).unwrap()
}

#[test]
fn workbooks_of_three_writers_give_the_same() {
    let gold: Value = serde_json::from_slice(&bytes("gold.json")).unwrap();
    let hidden = ["有 1 个隐藏的工作表未读取（底稿）", "工作表“Sheet”中有 1 行隐藏的内容未读取"];
    for name in ["whole.xlsx", "whole-lo.xlsx", "whole.ods", "apart.xlsx", "apart-lo.xlsx", "apart.ods"] {
        let document =
            read(name, Input::Bytes(&bytes(name))).unwrap_or_else(|error| panic!("{name}: {error}"));
        let report = name.get(..5).unwrap();
        let mut want = gold[report].as_array().unwrap().clone();
        let mut notes: Vec<&str> = if report == "whole" { hidden.to_vec() } else { Vec::new() };
        if name == "apart.xlsx" {
            // openpyxl computes nothing.
            want[3]["table"]["cells"][5]["t"] = json!("");
            notes.push("有 1 个公式没有保存计算结果，按空白读取；请在 WPS 或 Excel 中打开并保存后再试");
        }
        compare(name, &blocks(&document), &want);
        assert_eq!(document.notes, notes, "{name}");
        is_sound(&document);
    }
}

#[test]
fn the_shared_report_in_workbooks() {
    let Some(shared) = super::shared() else { return };
    let gold: Value = serde_json::from_slice(&std::fs::read(shared.join("gold.json")).unwrap()).unwrap();
    let mut want = gold["r000"].as_array().unwrap().clone();
    for block in &mut want {
        if let Some(text) = block["p"].as_str() {
            *block = json!({ "p": collapse(text) });
        }
    }
    for name in ["r000.odt", "r000.xlsx", "r000.ods", "r000-sheets.xlsx", "r000-sheets.ods"] {
        let bytes = std::fs::read(shared.join(name)).unwrap();
        let document = read(name, Input::Bytes(&bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let only_tables = name.contains("sheets");
        let want: Vec<_> = want.iter().filter(|b| !only_tables || b["table"].is_object()).cloned().collect();
        compare(name, &blocks(&document), &want);
        assert!(document.notes.is_empty(), "{name}: {:?}", document.notes);
    }
}
