//! `OpenDocument` text, as `LibreOffice` writes it, against the exact blocks it must give.

use super::{blocks, collapse, compare, folder, is_sound};
use jiaohe::document::Block;
use jiaohe::read::{Input, read};
use serde_json::{Value, json};

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder("tests/files/odf").join(name)).unwrap()
}

#[test]
fn a_text_with_everything_a_clerk_may_leave_in_it() {
    let gold: Value = serde_json::from_slice(&bytes("gold.json")).unwrap();
    let document = read("text.odt", Input::Bytes(&bytes("text.odt"))).unwrap();
    let want = gold["text.odt"].as_array().unwrap().iter();
    let want: Vec<Value> = want
        .map(|block| block["p"].as_str().map_or_else(|| block.clone(), |text| json!({ "p": collapse(text) })))
        .collect();
    compare("text.odt", &blocks(&document), &want);
    is_sound(&document);
    assert_eq!(
        document.notes,
        [
            "脚注排在正文之后",
            "含修订痕迹（插入 1 处，删除 1 处），已按接受全部修订后的内容读取",
            "略去隐藏文字 1 处",
            "有 1 个文本框，其文字排在所在段落之后"
        ]
    );
    let levels = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.level,
        Block::Table(_) => None,
    });
    assert_eq!(levels.collect::<Vec<_>>(), [1]);
}
