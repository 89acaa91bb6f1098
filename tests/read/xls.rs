//! Excel 97–2003 and ET workbooks against the exact blocks they must give.

use crate::doc::{damage, show};
use crate::folder;
use jiaohe::read::{Input, read};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder("tests/files/xls").join(name)).unwrap()
}

#[test]
fn values_as_the_sheet_shows_them() {
    let document = read("xlwt.xls", Input::Bytes(&file("xlwt.xls"))).unwrap();
    let shown = show(&document);
    let want = [
        "收到和处理申请情况",
        "table 12×4",
        "0:+2×1 项目 | 1:+1×2 申请人 | 3:+2×1 总计",
        "1:自然人 | 2:企业",
        "0:整数 | 1:12 | 2:0 | 3:17",
        "0:千分位 | 1:10,465 | 2:1,000 | 3:11,465",
        "0:零显示为横线 | 1:- | 2:3 | 3:3",
        "0:金额（万元） | 1:72.50 | 2:0.10 | 3:72.60",
        "0:比例 | 1:12.5% | 2:50.0% | 3:100.0%",
        "0:件数 | 1:7件 | 2:8件 | 3:15件",
        "0:一位小数 | 1:18.871 | 2:-3.5 | 3:0.333333333333333",
        "0:日期 | 1:2023年1月1日 | 2:2024年2月29日 | 3:1999年12月31日",
        "0:其他 | 1:TRUE | 2:无 | 3:/",
        "0:空白 | 1: | 2: | 3:",
    ];
    let at = shown.iter().position(|line| line == want[0]).unwrap();
    assert_eq!(shown[at..at + want.len()], want);
    // The strings of the second sheet go on in further records, now wide, now narrow.
    for row in 0..160 {
        let text = if row % 3 == 0 {
            format!("item {row} {}", "x".repeat(row % 90))
        } else {
            format!("第{row}项{}", "公开".repeat(row % 40))
        };
        let line = format!("0:{text} | 1:{}", row * 3);
        assert!(shown.contains(&line), "{line}");
    }
    let notes: Vec<_> = shown.iter().filter(|line| line.starts_with("//")).collect();
    assert_eq!(
        notes,
        ["// 有 1 个隐藏的工作表未读取（隐藏表）", "// 工作表“申请情况”中有 1 行、1 列隐藏的内容未读取"]
    );
}

#[test]
fn formulas_show_their_results() {
    for name in ["formulas.xls", "formulas.et"] {
        let document = read(name, Input::Bytes(&file("formulas.xls"))).unwrap();
        let want = [
            "table 5×4",
            "0:单位 | 1:受理 | 2:办结 | 3:结论",
            "0:甲局 | 1:12 | 2:9 | 3:不平",
            "0:乙局 | 1:30 | 2:30 | 3:平",
            "0:合计 | 1:42 | 2:39 | 3:FALSE",
            "0:平均 | 1:21 | 2:9.75 | 3:#DIV/0!",
        ];
        assert_eq!(show(&document), want, "{name}");
    }
}

#[test]
fn the_shared_report_in_sheets() {
    let found = ["../shared/files", "../../shared/files"].map(folder).into_iter().find(|path| path.exists());
    let Some(shared) = found else { return };
    let gold: serde_json::Value =
        serde_json::from_slice(&std::fs::read(shared.join("gold.json")).unwrap()).unwrap();
    let want = gold["r000"].as_array().unwrap().iter().filter(|block| block["table"].is_object());
    let bytes = std::fs::read(shared.join("r000-sheets.xls")).unwrap();
    let document = read("r000-sheets.xls", Input::Bytes(&bytes)).unwrap();
    crate::compare("r000-sheets.xls", &crate::blocks(&document), &want.cloned().collect::<Vec<_>>());
}

#[test]
fn damaged_workbooks_are_read_or_refused() {
    for name in ["xlwt.xls", "formulas.xls"] {
        damage(name, &file(name), 1500);
    }
}
