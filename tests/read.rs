//! Reading, from outside: files of every kind against the exact blocks they must give.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use jiaohe::document::{Block, Document};
use jiaohe::read::{Input, read};
use serde_json::{Value, json};
use std::path::Path;

/// A document in the shape of the gold file. A paragraph is `{"p": text}`; blank ones count for nothing.
fn blocks(document: &Document) -> Vec<Value> {
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
fn collapse(text: &str) -> String {
    text.split([' ', '\u{a0}']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Compares block by block, so that a failure names the first difference and not two whole documents.
fn compare(name: &str, got: &[Value], want: &[Value]) {
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

fn folder(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn one_report_in_many_files() {
    let Some(shared) =
        ["../shared/files", "../../shared/files"].map(folder).into_iter().find(|path| path.exists())
    else {
        println!("note: ../shared/files is absent, the report in many files is not compared");
        return;
    };
    let gold: Value = serde_json::from_slice(&std::fs::read(shared.join("gold.json")).unwrap()).unwrap();
    let mut want = gold["r000"].as_array().unwrap().clone();
    for block in &mut want {
        if let Some(text) = block["p"].as_str() {
            *block = json!({ "p": collapse(text) });
        }
    }
    for name in
        ["r000.docx", "r000-lo.docx", "r000-pandoc.html", "r000-span.html", "r000-lo.html", "r000-gbk.html"]
    {
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
