use super::super::line::{lines, tests::write};
use super::*;
use crate::read::omitted::Omitted;

fn read(rows: &[&[(i32, &str)]]) -> Vec<String> {
    let glyphs = rows
        .iter()
        .zip(1..)
        .flat_map(|(row, y)| row.iter().flat_map(move |&(x, text)| write(text, x, y * 260)));
    let items = lines(glyphs.collect(), &mut Omitted::default()).into_iter().map(Item::Line).collect();
    let mut sheets = [Sheet { items, width: 12000, height: 16000 }];
    find(&mut sheets);
    let mut shown = Vec::new();
    for item in sheets.into_iter().flat_map(|sheet| sheet.items) {
        match item {
            Item::Line(line) => shown.push(line.text()),
            Item::Table(table) => {
                let cells = table.cells.into_iter();
                shown.extend(cells.map(|(s, text)| format!("{},{}:{text}", s.row, s.column)));
            }
        }
    }
    shown
}

#[test]
fn numbers_go_to_their_columns_and_labels_to_their_rows() {
    let got = read(&[
        &[(0, "三、申请情况如下表所示共有数百件")],
        &[(2000, "自然人"), (4000, "商业"), (6000, "总计")],
        &[(4000, "企业")],
        &[(0, "1.属于"), (2100, "3"), (6100, "3")],
        &[(0, "秘密")],
        &[(0, "2.其他"), (2100, "10"), (4100, "0"), (6100, "10")],
        &[(0, "情形")],
    ]);
    assert_eq!(
        got,
        [
            "三、申请情况如下表所示共有数百件",
            "0,1:自然人",
            "0,2:商业企业",
            "0,3:总计",
            "1,0:1.属于秘密",
            "1,1:3",
            "1,2:",
            "1,3:3",
            "2,0:2.其他情形",
            "2,1:10",
            "2,2:0",
            "2,3:10",
        ]
    );
}

#[test]
fn labels_in_the_middle_of_their_rows_are_told_by_their_numbers() {
    let got = read(&[
        &[(0, "1.属于国")],
        &[(0, "家秘密的"), (2100, "3"), (4100, "4")],
        &[(0, "文件")],
        &[(0, "2.其他")],
        &[(0, "情形等"), (2100, "5"), (4100, "6")],
        &[(0, "三项")],
    ]);
    assert_eq!(got, ["0,0:1.属于国家秘密的文件", "0,1:3", "0,2:4", "1,0:2.其他情形等三项", "1,1:5", "1,2:6"]);
}

#[test]
fn text_and_lists_of_contents_stay_lines() {
    let lists: [&[&[(i32, &str)]]; 2] = [
        &[&[(0, "一、总体情况………"), (5000, "1")], &[(0, "二、公开情况………"), (5000, "2")]],
        &[&[(0, "负责人"), (5000, "2023年")], &[(0, "审核"), (5000, "3")]],
    ];
    for rows in lists {
        assert!(read(rows).iter().all(|line| !line.contains(':')));
    }
}
