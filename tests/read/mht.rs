//! Pages saved as one file by Chrome, Internet Explorer, Excel and exporters.

use crate::{blocks, folder, is_sound};
use jiaohe::document::Format;
use jiaohe::read::{Input, read};
use jiaohe_testkit::Rng;
use serde_json::{Value, json};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder("tests/files/mht").join(name)).unwrap()
}

fn table(rows: u32, columns: u32, cells: &[(u32, u32, u32, u32, &str)]) -> Value {
    let cells = cells.iter().map(|(r, c, rs, cs, t)| json!({ "r": r, "c": c, "rs": rs, "cs": cs, "t": t }));
    json!({ "table": { "rows": rows, "cols": columns, "cells": cells.collect::<Vec<_>>() } })
}

#[test]
fn every_writer_gives_its_exact_blocks() {
    let p = |text: &str| json!({ "p": text });
    let cases = [
        (
            "chrome.mht",
            vec![
                p("首页 > 信息公开"),
                p("清河区教育局2023年度报告"),
                p("一、总体情况。全年公开信息 56 条。"),
                p("由脚本写出的一段"),
                table(
                    2,
                    3,
                    &[
                        (0, 0, 2, 1, "规章"),
                        (0, 1, 1, 1, "本年制发件数"),
                        (0, 2, 1, 1, "0"),
                        (1, 1, 1, 1, "现行有效件数"),
                        (1, 2, 1, 1, "3"),
                    ],
                ),
            ],
        ),
        (
            "ie.mht",
            vec![
                p("一、总体情况"),
                p(
                    "本年度受理申请35件，其中网络申请27件、当面申请8件，均已依法答复，未收取任何费用，没有发生行政复议和行政诉讼案件。",
                ),
                table(
                    2,
                    3,
                    &[
                        (0, 0, 1, 1, "规章"),
                        (0, 1, 1, 1, "0"),
                        (0, 2, 1, 1, "3"),
                        (1, 0, 1, 1, "行政规范性文件"),
                        (1, 1, 1, 1, "2"),
                        (1, 2, 1, 1, "17"),
                    ],
                ),
            ],
        ),
        (
            "excel.mht",
            vec![
                table(
                    2,
                    2,
                    &[
                        (0, 0, 1, 1, "行政许可"),
                        (0, 1, 1, 1, "12"),
                        (1, 0, 1, 1, "行政处罚"),
                        (1, 1, 1, 1, "30"),
                    ],
                ),
                table(
                    2,
                    3,
                    &[
                        (0, 0, 1, 1, "维持"),
                        (0, 1, 1, 1, "纠正"),
                        (0, 2, 1, 1, "总计"),
                        (1, 0, 1, 1, "0"),
                        (1, 1, 1, 1, "1"),
                        (1, 2, 1, 1, "1"),
                    ],
                ),
            ],
        ),
        ("export.mht", vec![p("乙县2021年度报告"), p("一、总体情况")]),
    ];
    for (name, want) in cases {
        let document =
            read(name, Input::Bytes(&file(name))).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(document.format, Format::Mht);
        crate::compare(name, &blocks(&document), &want);
    }
}

#[test]
fn damaged_files_are_read_or_refused() {
    let seeds = ["chrome.mht", "ie.mht", "excel.mht", "export.mht"].map(file);
    let mut rng = Rng::new(20_231_125);
    for round in 0..3_000 {
        let bytes = crate::damage(&seeds[round % seeds.len()], &mut rng);
        if let Ok(document) = read("a.mht", Input::Bytes(&bytes)) {
            is_sound(&document);
        }
    }
}

/// Office programs and exporters save pages, messages, rich text and docx as `.doc`: what they are is told.
#[test]
fn names_that_lie_are_told() {
    let files = folder("tests/files");
    let cases = [
        ("word.html", "网页"),
        ("mht/ie.mht", "单个文件网页（mht）"),
        ("rtf/word.rtf", "RTF"),
        ("dragged.docx", "Word（docx）"),
    ];
    for (path, kind) in cases {
        let bytes = std::fs::read(files.join(path)).unwrap();
        let own = read(path, Input::Bytes(&bytes)).unwrap();
        for extension in ["doc", "wps", "pdf", "xls"] {
            let document = read(&format!("年报.{extension}"), Input::Bytes(&bytes)).unwrap();
            let want = format!("扩展名为 .{extension}，实际为{kind}格式，已按{kind}读取");
            assert_eq!(document.notes.last(), Some(&want), "{path}");
            assert_eq!((&document.blocks, document.lines()), (&own.blocks, own.lines()), "{path}");
        }
    }
}
