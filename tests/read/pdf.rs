//! PDF: own files against their exact blocks, hand-made ones for what no tool writes, damaged and hostile ones.

use crate::{blocks, compare, folder, is_sound};
use jiaohe::document::Document;
use jiaohe::read::{ErrorKind, Input, ReadError, limits, read};
use serde_json::Value;
use std::fmt::Write as _;

fn open(bytes: &[u8]) -> Result<Document, ReadError> {
    read("a.pdf", Input::Bytes(bytes))
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder("tests/files/pdf").join(name)).unwrap()
}

/// A PDF of objects numbered from 1, the first of which is the catalog. There is no table of them, so it has to be found.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.4\n");
    for (number, body) in (1..).zip(objects) {
        let _ = write!(out, "{number} 0 obj\n{body}\nendobj\n");
    }
    out.push_str("trailer<</Root 1 0 R>>\n%%EOF");
    out.into_bytes()
}

fn stream(dict: &str, data: &str) -> String {
    format!("<<{dict}/Length {}>>stream\n{data}\nendstream", data.len())
}

/// A page of such content, with resources and more objects from number 5 on.
fn page(content: &str, attributes: &str, more: &[String]) -> Vec<u8> {
    let first = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R{attributes}>>"),
        stream("", content),
    ];
    pdf(&[&first, more].concat())
}

/// A page whose font F1 has UTF-16 for codes.
fn utf16(content: &str, attributes: &str) -> Vec<u8> {
    let font = "<</Type/Font/Subtype/Type0/Encoding/UniGB-UTF16-H/DescendantFonts[<</DW 1000>>]>>";
    page(content, &format!("/Resources<</Font<</F1 5 0 R>>>>{attributes}"), &[font.to_owned()])
}

fn hex(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("{unit:04x}")).collect::<Vec<_>>().concat()
}

fn texts(document: &Document) -> Vec<&str> {
    document.lines().iter().map(String::as_str).collect()
}

#[test]
fn own_files_give_their_exact_blocks() {
    let gold: Value = serde_json::from_slice(&file("gold.json")).unwrap();
    for (name, want) in gold.as_object().unwrap() {
        let document = open(&file(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        compare(name, &blocks(&document), want.as_array().unwrap());
        let notes: &[&str] = if name == "stsong.pdf" {
            &["页眉“青川县档案馆编”未作为正文读取"]
        } else {
            &[]
        };
        assert_eq!(document.notes, notes, "{name}");
    }
}

#[test]
fn passwords_scans_and_garble_are_named() {
    assert_eq!(open(&file("password.pdf")).map_err(|e| e.kind), Err(ErrorKind::Encrypted));
    assert_eq!(texts(&open(&file("owner.pdf")).unwrap()), texts(&open(&file("gbk.pdf")).unwrap()));
    assert_eq!(open(&file("scan.pdf")), Err(ReadError::counted(ErrorKind::Scanned, 1)));
    let font = "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]>>".to_owned();
    let content = "BT /F1 12 Tf 50 300 Td <00410042> Tj ET";
    let garbled = page(content, "/Resources<</Font<</F1 5 0 R>>>>", &[font]);
    assert_eq!(open(&garbled), Err(ReadError::counted(ErrorKind::Garbled, 100)));
    let few = format!("BT /F1 12 Tf 20 300 Td <{}> Tj ET", hex(&("年".repeat(30) + "\u{e001}")));
    assert_eq!(
        open(&utf16(&few, "")).unwrap().notes,
        ["有 1 个字形无法识别，已用“\u{fffd}”等代替，请核对原文"]
    );
}

#[test]
fn turned_pages_and_turned_text_are_read_upright() {
    let line = |matrix: &str, text: &str| format!("BT /F1 12 Tf {matrix} Tm <{}> Tj ET\n", hex(text));
    let upright = line("1 0 0 1 50 300", "第一行") + &line("1 0 0 1 50 250", "第二行");
    let right = line("0 1 -1 0 100 50", "第一行") + &line("0 1 -1 0 150 50", "第二行");
    let left = line("0 -1 1 0 300 350", "第一行") + &line("0 -1 1 0 250 350", "第二行");
    for (content, rotate) in
        [(&upright, ""), (&right, "/Rotate 90"), (&right, ""), (&left, ""), (&upright, "/Rotate 180")]
    {
        let document = open(&utf16(content, rotate)).unwrap();
        assert_eq!(texts(&document), ["第一行", "第二行"], "{content} {rotate}");
    }
    let stamped = upright.clone() + &line("0.7 0.7 -0.7 0.7 100 100", "草稿");
    assert_eq!(open(&utf16(&stamped, "")).unwrap().notes, ["有 2 个斜排的字（如水印）未读取"]);
}

#[test]
fn invisible_text_is_read_where_there_is_no_other() {
    let hidden = format!("BT 3 Tr /F1 12 Tf 50 300 Td <{}> Tj ET", hex("识别"));
    let document = open(&utf16(&hidden, "")).unwrap();
    assert_eq!(texts(&document), ["识别"]);
    assert_eq!(document.notes, ["第 1 页是扫描件，文字由扫描程序识别，可能有误，请核对原文"]);
    let both = format!("{hidden} BT 0 Tr /F1 12 Tf 50 200 Td <{}> Tj ET", hex("正文"));
    assert_eq!(texts(&open(&utf16(&both, "")).unwrap()), ["正文"]);
}

#[test]
fn text_state_moves_the_glyphs() {
    // Quotes and T* go down by the leading; a number in TJ as wide as two characters parts words.
    let content = format!(
        "BT /F1 10 Tf 20 TL 50 300 Td <{0}> Tj T* [<{1}> -2000 <{1}>] TJ 0 0 <{2}> \" <{2}> ' ET",
        hex("一"),
        hex("二"),
        hex("三")
    );
    assert_eq!(texts(&open(&utf16(&content, "")).unwrap()), ["一", "二 二", "三", "三"]);
}

#[test]
fn simple_fonts_have_encodings_differences_and_maps() {
    let map =
        stream("", "1 beginbfrange <01> <02> <4E00> endbfrange 1 beginbfchar <03> <00660069> endbfchar");
    let font = "<</Type/Font/Subtype/Type1/Encoding<</Differences[65/one/uni5E74]>>>>";
    let mapped = "<</Type/Font/Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]/ToUnicode 7 0 R/FirstChar 1/Widths[100 100 100]>>";
    let content = "BT /F1 10 Tf 50 300 Td (AB\\226C) Tj /F2 10 Tf 0 -30 Td <010203> Tj ET";
    let bytes = page(
        content,
        "/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>",
        &[font.to_owned(), mapped.to_owned(), map],
    );
    assert_eq!(texts(&open(&bytes).unwrap()), ["1年–C", "一丁fi"]);
}

#[test]
fn hostile_files_are_refused_or_read_to_their_end() {
    // A page tree that leads back to itself.
    let cycle =
        pdf(&["<</Type/Catalog/Pages 2 0 R>>".into(), "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>".into()]);
    assert!(open(&cycle).is_err());
    // Forms that call the next one thirty times each, ten deep.
    let resources = |next: usize| format!("/Resources<</XObject<</X {next} 0 R>>>>");
    let form = |number: usize| {
        stream(&format!("/Type/XObject/Subtype/Form{}", resources(number + 1)), &"/X Do ".repeat(30))
    };
    let forms: Vec<String> = (5..15).map(form).collect();
    let nested = page("/X Do", &resources(5), &forms);
    assert_eq!(open(&nested).map_err(|e| e.kind), Err(ErrorKind::Inflates));
    // Pages beyond the limit.
    let kids = (0..=limits::PAGES).map(|n| format!("{} 0 R ", n + 3)).collect::<Vec<_>>().concat();
    let mut many = vec!["<</Type/Catalog/Pages 2 0 R>>".into(), format!("<</Type/Pages/Kids[{kids}]>>")];
    many.extend((0..=limits::PAGES).map(|_| "<</Type/Page>>".to_owned()));
    assert_eq!(open(&pdf(&many)).map_err(|e| e.kind), Err(ErrorKind::TooManyPages));
    // Runs of runs of runs of blanks: 8 KB that give 16 GB.
    let runs = "\u{1} \u{1} ".repeat(2000);
    let bomb = stream("/Filter[/RunLengthDecode/RunLengthDecode/RunLengthDecode]", &runs);
    assert!(open(&page("", "/Contents 5 0 R", &[bomb])).is_err());
    // Rules without end, glyphs in one place, open strings and states.
    let rules =
        (0..20_000).map(|n| format!("{} {} 90 1 re f\n", n % 300, n % 397)).collect::<Vec<_>>().concat();
    let heap = format!("BT /F1 9 Tf {} ET", format!("1 0 0 1 50 50 Tm <{}> Tj ", hex("叠")).repeat(20_000));
    for content in
        [rules, heap, "q ".repeat(100_000), "(".repeat(100_000), "[".repeat(100_000), "<<".repeat(100_000)]
    {
        drop(open(&utf16(&content, "")));
    }
}

#[test]
fn damaged_files_are_read_or_refused() {
    let mut state = 0x9e37_79b9_u32;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % below
    };
    let seeds = ["stsong.pdf", "gbk.pdf", "owner.pdf", "weasy.pdf"].map(file);
    let plain = utf16(&format!("10 10 200 1 re f BT /F1 12 Tf 50 300 Td [<{}> -20] TJ ET", hex("公开1")), "");
    for round in 0..1500 {
        // The small ones more often: they are quicker to read.
        let mut bytes = match round % 8 {
            0 => seeds[3].clone(),
            1 | 2 => seeds[0].clone(),
            3 => seeds[1].clone(),
            4 => seeds[2].clone(),
            _ => plain.clone(),
        };
        for _ in 0..=next(6) {
            let at = next(bytes.len());
            match next(4) {
                0 => bytes[at] = u8::try_from(next(256)).unwrap(),
                1 => bytes.insert(at, b"<>[]()/0 "[next(9)]),
                2 => drop(bytes.drain(at..(at + next(40)).min(bytes.len()))),
                _ => bytes[at] = bytes[at].wrapping_add(1),
            }
        }
        if let Ok(document) = open(&bytes) {
            is_sound(&document);
        }
    }
}

#[test]
fn one_report_in_many_files() {
    let Some(shared) = crate::shared() else { return };
    let want = crate::report(&shared);
    for name in ["r000.pdf", "r000-stsong-unigb.pdf", "r000-weasy.pdf"] {
        let document = open(&std::fs::read(shared.join(name)).unwrap()).unwrap();
        assert!(document.notes.is_empty(), "{name}: {:?}", document.notes);
        compare(name, &crate::without_breaks(&blocks(&document)), &crate::without_breaks(&want));
    }
}
