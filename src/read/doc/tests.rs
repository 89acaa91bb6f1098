use super::*;
use crate::document::Block;
use crate::read::{Input, read};
use jiaohe_testkit::cfb::compound;

/// A piece of text: its characters as one byte each or as two, and what it changes (`Prm`).
struct Piece<'a>(&'a str, bool, u16);

/// A document of pieces without pages of formats. `body` is the number of characters of the body.
fn document(pieces: &[Piece<'_>], changes: &[&[u8]], body: u32) -> Vec<u8> {
    let mut word = vec![0; 0x9a + 93 * 8];
    let mut put = |at: usize, bytes: &[u8]| drop(word.splice(at..at + bytes.len(), bytes.iter().copied()));
    put(0, &[0xec, 0xa5, 0xc1, 0]);
    put(0x4c, &body.to_le_bytes());
    put(0x98, &[93, 0]);
    let mut table = Vec::new();
    for change in changes {
        table.push(1);
        table.extend(u16::try_from(change.len()).unwrap_or(0).to_le_bytes());
        table.extend_from_slice(change);
    }
    let (mut places, mut descriptors, mut end) = (vec![0_u8; 4], Vec::new(), 0_u32);
    for Piece(text, compressed, change) in pieces {
        let units: Vec<u16> = text.encode_utf16().collect();
        let place = u32::try_from(word.len()).unwrap_or(0);
        let place = if *compressed { (place * 2) | 0x4000_0000 } else { place };
        for unit in &units {
            let bytes = unit.to_le_bytes();
            word.extend_from_slice(if *compressed { &bytes[..1] } else { &bytes });
        }
        end += u32::try_from(units.len()).unwrap_or(0);
        places.extend(end.to_le_bytes());
        descriptors.extend([0, 0]);
        descriptors.extend(place.to_le_bytes());
        descriptors.extend(change.to_le_bytes());
    }
    table.push(2);
    table.extend(u32::try_from(places.len() + descriptors.len()).unwrap_or(0).to_le_bytes());
    table.extend([places, descriptors].concat());
    let size = u32::try_from(table.len()).unwrap_or(0);
    word.splice(0x9a + 33 * 8 + 4..0x9a + 33 * 8 + 8, size.to_le_bytes());
    compound(&[("WordDocument", &word), ("0Table", &table)])
}

fn show(bytes: &[u8]) -> Result<Vec<String>, ErrorKind> {
    let document = read("a.doc", Input::Bytes(bytes)).map_err(|error| error.kind)?;
    let lines = document.blocks.iter().map(|block| match block {
        Block::Paragraph(p) => document.line(p.line).to_owned(),
        Block::Table(table) => format!("{}×{}", table.rows, table.columns),
    });
    Ok(lines.chain(document.notes.iter().map(|note| format!("// {note}"))).collect())
}

#[test]
fn pieces_are_bytes_or_words_and_characters_may_be_split_over_them() {
    let pieces = [
        Piece("\u{80}5 \u{93}caf\u{e9}\u{94}\r", true, 0),
        Piece("公𠀀", false, 0),
        Piece("开", false, 0),
        Piece("\rend", true, 0),
    ];
    let mut bytes = document(&pieces, &[], 18);
    let want = |middle: &str| Ok(["€5 “café”", middle, "end"].map(str::to_owned).to_vec());
    assert_eq!(show(&bytes), want("公𠀀开"));
    // The second piece ends a character sooner, within 𠀀, and the third begins with what is left of it.
    let table: Vec<u8> = [10_u32, 13, 14, 18].iter().flat_map(|end| end.to_le_bytes()).collect();
    let at = bytes.windows(table.len()).position(|window| window == table).unwrap_or(0) + 4;
    bytes.splice(at..at + 4, 12_u32.to_le_bytes());
    let third = at + 12 + 2 * 8 + 2;
    let place = bytes.get(third).copied().unwrap_or(0);
    bytes.splice(third..=third, [place.wrapping_sub(2)]);
    assert_eq!(show(&bytes), want("公𠀀开"));
}

#[test]
fn pieces_change_formats() {
    // Deleted by a common property (0x41), inserted by a list of properties, hidden by another.
    let pieces = [
        Piece("收到", false, 0),
        Piece("8", true, 0x41 << 1 | 0x0100),
        Piece("9", true, 1),
        Piece("x", true, 3),
        Piece("件\r", false, 0),
    ];
    let changes: [&[u8]; 2] = [&[0x01, 0x08, 1], &[0x3c, 0x08, 1]];
    let want = [
        "收到9件",
        "// 含修订痕迹（插入 1 处，删除 1 处），已按接受全部修订后的内容读取",
        "// 略去隐藏文字 1 处",
    ];
    assert_eq!(show(&document(&pieces, &changes, 7)), Ok(want.map(str::to_owned).to_vec()));
}

#[test]
fn what_is_struck_raised_or_white_is_no_part_of_the_number() {
    let changes: [&[u8]; 4] =
        [&[0x37, 0x08, 1], &[0x48, 0x2a, 1], &[0x42, 0x2a, 8], &[0x70, 0x68, 0xff, 0xff, 0xff, 0]];
    for (change, note) in [(1, "删除线文字"), (3, "上标"), (5, "白色文字"), (7, "白色文字")] {
        let pieces = [Piece("9", true, change), Piece("2\r", true, 0)];
        let want = vec!["2".to_owned(), format!("// 略去{note} 1 处")];
        assert_eq!(show(&document(&pieces, &changes, 3)), Ok(want));
        // A line that is so throughout has nothing beside it; but what is struck is struck.
        let alone = document(&[Piece("9\r", true, change)], &changes, 2);
        assert_eq!(show(&alone).is_ok_and(|shown| shown == ["9"]), note != "删除线文字");
    }
}

#[test]
fn fields_without_their_end_hide_nothing() {
    let text = "\u{13}PAGE \u{14}3\u{15}页，\u{13}共页\rX\u{14}\u{13} TC \u{15}后\r";
    let body = u32::try_from(text.encode_utf16().count()).unwrap_or(0);
    let pieces = [Piece(text, false, 0)];
    assert_eq!(show(&document(&pieces, &[], body)), Ok(["3页，共页", "X后"].map(str::to_owned).to_vec()));
}

#[test]
fn tables_of_pieces_that_make_no_sense_are_refused() {
    let pieces = [Piece("a\r", true, 0)];
    let good = document(&pieces, &[], 2);
    assert_eq!(show(&good), Ok(vec!["a".to_owned()]));
    // The end of the only piece, right behind the mark of the table and its size.
    let at = (512..good.len()).step_by(512).find(|&at| good.get(at..at + 5) == Some(&[2, 16, 0, 0, 0]));
    let at = at.unwrap_or(0) + 9;
    let with = |number: u32| {
        let mut bytes = good.clone();
        bytes.splice(at..at + 4, number.to_le_bytes());
        show(&bytes)
    };
    assert_eq!(with(2), Ok(vec!["a".to_owned()]));
    assert_eq!(with(100_000), Err(ErrorKind::Damaged));
    assert_eq!(with(u32::MAX), Err(ErrorKind::TooMuchText));
    assert_eq!(show(&document(&[], &[], 0)), Err(ErrorKind::Empty));
}

#[test]
fn other_streams_of_a_compound_file_are_told_apart() {
    let kind = |names: &[&str]| {
        let streams: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, &b"x"[..])).collect();
        show(&compound(&streams)).err()
    };
    assert_eq!(kind(&["EncryptionInfo", "EncryptedPackage"]), Some(ErrorKind::Encrypted));
    assert_eq!(kind(&["MatOST", "CONTENTS"]), Some(ErrorKind::Works));
    assert_eq!(kind(&["PowerPoint Document"]), Some(ErrorKind::Presentation));
    assert_eq!(kind(&["Other"]), Some(ErrorKind::Unsupported));
    assert_eq!(kind(&["WordDocument"]), Some(ErrorKind::Damaged));
}

#[test]
fn hostile_documents_end_in_bounded_time() {
    // Every paragraph as deep in tables as the list of its piece says.
    let deep: &[u8] = &[0x49, 0x66, 200, 0, 0, 0];
    let lists: [&[u8]; 2] = [deep, &[]];
    let pieces: Vec<_> =
        (0..20_000).map(|at| Piece("\u{7}", true, if at % 2 == 0 { 1 } else { 3 })).collect();
    assert_eq!(show(&document(&pieces, &lists, 20_000)), Err(ErrorKind::TooManyNodes));
    let pieces = [Piece("\u{7}", true, 1)];
    assert_eq!(show(&document(&pieces, &[&[0x49, 0x66, 255, 255, 0, 0]], 1)), Err(ErrorKind::TooDeep));
    // A long list of properties that every run shares.
    let list = [0x3c, 0x08, 0].repeat(20_000);
    let text = "甲\r".repeat(2000);
    let pieces: Vec<_> = (0..8).map(|_| Piece(&text, false, 1)).collect();
    assert_eq!(show(&document(&pieces, &[&list], 32_000)), Err(ErrorKind::TooManyNodes));
    // Fields in fields.
    let text = ["\u{13}".repeat(200_000), "甲\r".into(), "\u{15}".repeat(200_000)].concat();
    let body = u32::try_from(text.encode_utf16().count()).unwrap_or(0);
    assert_eq!(show(&document(&[Piece(&text, false, 0)], &[], body)), Err(ErrorKind::Empty));
}
