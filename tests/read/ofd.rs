//! OFD: own files against their exact blocks, hand-made ones for what no tool writes, damaged ones.

use crate::{blocks, compare, folder, is_sound};
use jiaohe::read::{Input, read};
use serde_json::Value;

fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder("tests/files/ofd").join(name)).unwrap()
}

#[test]
fn own_files_give_their_exact_blocks() {
    let gold: Value = serde_json::from_slice(&file("gold.json")).unwrap();
    for (name, want) in gold.as_object().unwrap() {
        let document =
            read(name, Input::Bytes(&file(name))).unwrap_or_else(|error| panic!("{name}: {error}"));
        compare(name, &blocks(&document), want.as_array().unwrap());
        let notes: &[&str] = if name == "lined.ofd" { &["略去隐藏文字 1 处"] } else { &[] };
        assert_eq!(document.notes, notes, "{name}");
    }
}

#[test]
fn damaged_files_are_read_or_refused() {
    let mut state = 0x2545_f491_u32;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % below
    };
    let seeds = ["lined.ofd", "plain.ofd"].map(file);
    for round in 0..1500 {
        let mut bytes = seeds[round % 2].clone();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            bytes[at] = u8::try_from(next(256)).unwrap();
        }
        if let Ok(document) = read("a.ofd", Input::Bytes(&bytes)) {
            is_sound(&document);
        }
    }
}

#[test]
fn one_report_in_many_files() {
    let Some(shared) = crate::shared() else { return };
    let values = |name: &str| {
        let bytes = std::fs::read(shared.join(name)).unwrap();
        let outcome = jiaohe::check(name, Input::Bytes(&bytes), &jiaohe::Options::default());
        let cells = serde_json::to_value(&outcome[0]).unwrap()["cells"].take();
        let cells = cells.as_object().unwrap().clone();
        cells.into_iter().map(|(id, cell)| (id, cell["value"].clone())).collect::<Vec<_>>()
    };
    let want = values("r000.docx");
    assert_eq!(want.len(), 200);
    assert_eq!(values("r000-easyofd.ofd"), want);
}
