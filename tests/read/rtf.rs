//! Rich text as Word, `LibreOffice`, pandoc and old exporters write it.

use crate::{blocks, compare, folder, is_sound};
use jiaohe::document::Format;
use jiaohe::read::{Input, read};
use jiaohe_testkit::Rng;
use serde_json::Value;

fn files() -> Vec<(String, Vec<u8>)> {
    ["office.rtf", "pandoc.rtf", "word.rtf", "old.rtf"]
        .map(|name| (name.to_owned(), std::fs::read(folder("tests/files/rtf").join(name)).unwrap()))
        .to_vec()
}

#[test]
fn every_writer_gives_its_exact_blocks() {
    let gold = std::fs::read(folder("tests/files/rtf/gold.json")).unwrap();
    let gold: Value = serde_json::from_slice(&gold).unwrap();
    for (name, bytes) in files() {
        let document = read(&name, Input::Bytes(&bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(document.format, Format::Rtf);
        compare(&name, &blocks(&document), gold[&name].as_array().unwrap());
        let notes = document.notes.join("；");
        match name.as_str() {
            "word.rtf" => assert_eq!(
                notes,
                "脚注排在正文之后；含修订痕迹（插入 1 处，删除 1 处），已按接受全部修订后的内容读取；略去隐藏文字 1 处"
            ),
            "old.rtf" => assert_eq!(notes, "文件没有正常结尾，末尾可能缺少内容，请与原文核对"),
            _ => assert_eq!(notes, "", "{name}"),
        }
    }
}

#[test]
fn damaged_files_are_read_or_refused() {
    let seeds = files();
    let mut rng = Rng::new(20_231_124);
    for round in 0..3_000 {
        let (name, bytes) = &seeds[round % seeds.len()];
        let bytes = crate::damage(bytes, &mut rng);
        if let Ok(document) = read(name, Input::Bytes(&bytes)) {
            is_sound(&document);
        }
    }
}
