//! Reading, from outside: files of every kind against the exact blocks they must give.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod doc;
mod marks;
mod mht;
mod odf;
mod ofd;
mod pdf;
mod rtf;
mod sheets;
mod unseen;
mod xls;

use jiaohe::document::{Block, Document};
use jiaohe::read::{Input, read};
use serde_json::{Value, json};
use std::path::Path;

/// A document in the shape of the gold file. A paragraph is `{"p": text}`; blank ones count for nothing.
pub(crate) fn blocks(document: &Document) -> Vec<Value> {
    let shown = |block: &Block| match block {
        Block::Paragraph(p) => {
            let text = collapse(document.line(p.line));
            (!text.is_empty()).then(|| json!({ "p": text }))
        }
        Block::Table(table) => {
            let cells = table.cells.iter().map(|c| {
                json!({ "r": c.row, "c": c.column, "rs": c.row_span, "cs": c.column_span,
                        "t": document.line(c.line) })
            });
            let cells: Vec<_> = cells.collect();
            Some(json!({ "table": { "rows": table.rows, "cols": table.columns, "cells": cells } }))
        }
    };
    document.blocks.iter().filter_map(shown).collect()
}

/// Runs of blanks as one: a page shows them so, and some writers make them no-break.
pub(crate) fn collapse(text: &str) -> String {
    text.split([' ', '\u{a0}']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Compares block by block, so that a failure names the first difference and not two whole documents.
pub(crate) fn compare(name: &str, got: &[Value], want: &[Value]) {
    for (at, (got, want)) in got.iter().zip(want).enumerate() {
        if let (Some(got), Some(want)) = (got["table"]["cells"].as_array(), want["table"]["cells"].as_array())
        {
            for (got, want) in got.iter().zip(want) {
                assert_eq!(got, want, "{name}: block {at}");
            }
        }
        assert_eq!(got, want, "{name}: block {at}");
    }
    assert_eq!(got.len(), want.len(), "{name}: number of blocks");
}

pub(crate) fn folder(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The folder with the report in many files, if it is there.
pub(crate) fn shared() -> Option<std::path::PathBuf> {
    let found = ["../shared/files", "../../shared/files"].map(folder).into_iter().find(|path| path.exists());
    if found.is_none() {
        println!("note: ../shared/files is absent, the report in many files is not compared");
    }
    found
}

#[test]
fn own_files_give_their_exact_blocks() {
    let gold: Value =
        serde_json::from_slice(&std::fs::read(folder("tests/files/gold.json")).unwrap()).unwrap();
    for (name, want) in gold.as_object().unwrap() {
        let bytes = std::fs::read(folder("tests/files").join(name)).unwrap();
        let document = read(name, Input::Bytes(&bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let want: Vec<Value> = want
            .as_array()
            .unwrap()
            .iter()
            .map(|block| {
                block["p"].as_str().map_or_else(|| block.clone(), |text| json!({ "p": collapse(text) }))
            })
            .collect();
        compare(name, &blocks(&document), &want);
        match name.as_str() {
            "word.html" => assert_eq!(
                document.notes,
                [
                    "编码：GB18030（自动判断）",
                    "含修订痕迹：已略去 1 处删除的文字，按接受修订后的内容读取",
                    "有 1 张图片未读取"
                ]
            ),
            "dragged.docx" => {
                assert_eq!(
                    document.notes,
                    ["含修订痕迹（插入 1 处，删除 2 处），已按接受全部修订后的内容读取"]
                );
            }
            "cms.html" => assert_eq!(document.notes, ["略去隐藏文字 1 处"]),
            _ => assert!(document.notes.is_empty(), "{name}: {:?}", document.notes),
        }
    }
}

/// The own files, as seeds for mutation.
fn seeds() -> Vec<Vec<u8>> {
    ["word.html", "cms.html", "dragged.docx"]
        .map(|name| std::fs::read(folder("tests/files").join(name)).unwrap())
        .to_vec()
}

/// Every line of a table is covered at most once, and every span lies within its line.
pub(crate) fn is_sound(document: &Document) {
    for block in &document.blocks {
        let Block::Table(table) = block else { continue };
        let mut taken = std::collections::BTreeSet::new();
        for cell in &table.cells {
            assert!(
                cell.row + cell.row_span <= table.rows && cell.column + cell.column_span <= table.columns
            );
            for row in cell.row..cell.row + cell.row_span {
                for column in cell.column..cell.column + cell.column_span {
                    assert!(taken.insert((row, column)), "two cells at {row},{column}");
                }
            }
        }
    }
}

/// A file with some bytes changed, dropped or doubled, or cut off.
pub(crate) fn damage(bytes: &[u8], rng: &mut jiaohe_testkit::Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=rng.upto(5) {
        let place = |rng: &mut jiaohe_testkit::Rng, length: usize| {
            rng.upto(u32::try_from(length.max(1)).unwrap()) as usize % length.max(1)
        };
        let at = place(rng, bytes.len());
        let end = (at + place(rng, 40)).min(bytes.len());
        match rng.upto(5) {
            0 if !bytes.is_empty() => bytes[at] = rng.next_u64().to_le_bytes()[0],
            1 => bytes.insert(at, rng.pick(b"{}\\0-=<>\n\0\xff")),
            2 => drop(bytes.drain(at..end)),
            3 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
            _ if rng.upto(8) == 0 => bytes.truncate(at),
            _ => {}
        }
    }
    bytes
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    /// Any bytes give a document or an error, and never a panic.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..2000)) {
        if let Ok(document) = read("a.docx", Input::Bytes(&bytes)) {
            is_sound(&document);
        }
    }

    /// So do files that were damaged, cut or doubled at some places.
    #[test]
    fn damaged_files_are_read_or_refused(
        seed in 0..3_usize,
        edits in proptest::collection::vec((proptest::num::usize::ANY, proptest::num::u8::ANY, 0..4_u8), 1..8),
    ) {
        let mut bytes = seeds().swap_remove(seed);
        for (at, byte, how) in edits {
            let at = at % bytes.len();
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.drain(at..(at + usize::from(byte)).min(bytes.len()))),
                _ => {
                    let piece = bytes[at..(at + usize::from(byte)).min(bytes.len())].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        if let Ok(document) = read("a.docx", Input::Bytes(&bytes)) {
            is_sound(&document);
        }
    }

    /// Tables of any tags and spans give grids in which no two cells overlap.
    #[test]
    fn any_table_is_a_sound_grid(tags in proptest::collection::vec(
        (0..7_u8, 0..70_u32, 0..6_u32), 0..120)) {
        let mut page = String::from("<table>");
        for (tag, columns, rows) in tags {
            match tag {
                0 => page.push_str("<tr>"),
                1 => page.push_str("<tbody>"),
                2 => page.push_str("<td><table>"),
                3 => page.push_str("</table>"),
                4 => page.push_str("<td>x"),
                _ => page = format!("{page}<td colspan={columns} rowspan={rows} width={rows}>x"),
            }
        }
        if let Ok(document) = read("a.html", Input::Clipboard { html: &page, text: "" }) {
            is_sound(&document);
        }
    }
}

/// The blocks that each of the shared files must give.
pub(crate) fn report(shared: &Path) -> Vec<Value> {
    let gold: Value = serde_json::from_slice(&std::fs::read(shared.join("gold.json")).unwrap()).unwrap();
    let mut want = gold["r000"].as_array().unwrap().clone();
    for block in &mut want {
        if let Some(text) = block["p"].as_str() {
            *block = json!({ "p": collapse(text) });
        }
    }
    want
}

/// The blocks with the text of cells in one line: a page does not say whether a line in a cell had to end.
pub(crate) fn without_breaks(blocks: &[Value]) -> Vec<Value> {
    let mut blocks = blocks.to_vec();
    for cell in blocks.iter_mut().filter_map(|block| block["table"]["cells"].as_array_mut()).flatten() {
        cell["t"] = json!(cell["t"].as_str().unwrap().replace('\n', ""));
    }
    blocks
}

#[test]
fn one_report_in_many_files() {
    let Some(shared) = shared() else { return };
    let want = report(&shared);
    for name in [
        "r000.doc",
        "r000.wps",
        "r000.xls",
        "r000.docx",
        "r000-lo.docx",
        "r000-pandoc.html",
        "r000-span.html",
        "r000-lo.html",
        "r000-gbk.html",
        "r000.rtf",
    ] {
        let bytes = std::fs::read(shared.join(name)).unwrap();
        let document = read(name, Input::Bytes(&bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
        println!("{name}: {:?}", document.notes);
        let got = blocks(&document);
        // pandoc writes the title it was given, here `x`, above the text.
        let got = got.strip_prefix(&[json!({ "p": "x" })]).unwrap_or(&got);
        compare(name, got, &want);
    }
    for name in ["r000-gbk.txt", "r000-utf16.txt", "r000.md"] {
        let bytes = std::fs::read(shared.join(name)).unwrap();
        let document = read(name, Input::Bytes(&bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let got = blocks(&document);
        // Lines of tables drawn in text come between; every paragraph of the report must come, in order.
        let mut rest = got.iter();
        for paragraph in want.iter().filter(|block| block["p"].is_string()) {
            let text = paragraph["p"].as_str().unwrap();
            assert!(
                rest.any(|line| line["p"]
                    .as_str()
                    .is_some_and(|line| line.trim_start_matches("[bookmark: _GoBack]") == text)),
                "{name}: {text}"
            );
        }
        if name == "r000.md" {
            let tables = |blocks: &[Value]| {
                blocks.iter().filter(|b| b["table"].is_object()).cloned().collect::<Vec<_>>()
            };
            compare(name, &tables(&got), &tables(&want)[1..]);
        }
    }
}
