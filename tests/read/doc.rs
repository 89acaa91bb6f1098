//! Word 97–2003 and WPS documents against the exact blocks they must give.

use crate::{folder, is_sound};
use jiaohe::document::{Block, Document};
use jiaohe::read::{ErrorKind, Input, read};

/// Blocks in one line each, then the notes after `//`.
pub(crate) fn show(document: &Document) -> Vec<String> {
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(p) => shown.push(match p.level {
                Some(level) => format!("h{level} {}", document.line(p.line)),
                None => document.line(p.line).to_owned(),
            }),
            Block::Table(table) => {
                shown.push(format!("table {}×{}", table.rows, table.columns));
                // A row of cells in one line.
                for row in 0..table.rows {
                    let cells = table.cells.iter().filter(|cell| cell.row == row).map(|cell| {
                        let span = match (cell.row_span, cell.column_span) {
                            (1, 1) => String::new(),
                            (rows, columns) => format!("+{rows}×{columns} "),
                        };
                        format!("{}:{span}{}", cell.column, document.line(cell.line).replace('\n', "⏎"))
                    });
                    shown.push(cells.collect::<Vec<_>>().join(" | "));
                }
            }
        }
    }
    shown.extend(document.notes.iter().map(|note| format!("// {note}")));
    shown
}

/// Reads damaged versions of a file: each is read or refused, in bounded time and without a panic.
pub(crate) fn damage(name: &str, bytes: &[u8], times: u32) {
    let mut state = 2_463_534_242_u32;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize
    };
    for _ in 0..times {
        let mut bytes = bytes.to_vec();
        for _ in 0..=next() % 8 {
            let at = next() % bytes.len();
            match next() % 6 {
                0 => bytes[at] = u8::try_from(next() % 256).unwrap(),
                1 => bytes[at] = 0xff,
                2 => bytes[at] ^= 1 << (next() % 8),
                3 => bytes.truncate(at.max(600)),
                4 => {
                    let piece = bytes[at..(at + next() % 600).min(bytes.len())].to_vec();
                    let to = next() % bytes.len();
                    bytes.splice(to..(to + piece.len()).min(bytes.len()), piece);
                }
                _ => {
                    let end = (at + 4).min(bytes.len());
                    bytes[at..end].fill(u8::try_from(next() % 256).unwrap());
                }
            }
        }
        if let Ok(document) = read(name, Input::Bytes(&bytes)) {
            is_sound(&document);
        }
    }
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(folder("tests/files/doc").join(name)).unwrap()
}

/// Where a stream of the file begins, by its first bytes.
fn find(bytes: &[u8], start: &[u8]) -> usize {
    (512..bytes.len()).step_by(64).find(|&at| bytes[at..].starts_with(start)).unwrap()
}

#[test]
fn text_as_it_is_meant() {
    for name in ["text.doc", "text.wps"] {
        let document = read(name, Input::Bytes(&file("text.doc"))).unwrap();
        let want = [
            "h1 一、总体情况",
            "h2 （一）主动公开",
            "全年受理申请9件，abc café €，𠀀完。",
            "h2 （二）依申请公开",
            "收到两件",
            "见本机关网站",
            "第二行",
            "内部资料",
            "h1 二、存在问题",
            "完毕。",
            "以书面形式提出的申请。",
            "// 脚注排在正文之后",
            "// 含修订痕迹（插入 1 处，删除 2 处），已按接受全部修订后的内容读取",
            "// 略去隐藏文字 1 处",
            "// 有 1 个文本框，其文字排在所在段落之后",
        ];
        assert_eq!(show(&document), want, "{name}");
    }
}

#[test]
fn tables_with_their_spans() {
    let document = read("tables.doc", Input::Bytes(&file("tables.doc"))).unwrap();
    let want = [
        "表一",
        "table 5×12",
        "0:+2×3 总表⏎（单位：件） | 3:+1×9 申请人",
        "3:0 | 4:1 | 5:2 | 6:3 | 7:4 | 8:5 | 9:6 | 10:7 | 11:8",
        "0:+3×1 一、结果 | 1:+1×2 （一）公开 | 3:0 | 4:11 | 5:22 | 6:33 | 7:44 | 8:55 | 9:66 | 10:77 | 11:88",
        "1:+2×1 （二）不予公开 | 2:1.涉密 | 3:0 | 4:0 | 5:0 | 6:0 | 7:0 | 8:0 | 9:0 | 10:0 | 11:0",
        "2:2.其他 | 3:1 | 4:1 | 5:1 | 6:1 | 7:1 | 8:1 | 9:1 | 10:1 | 11:",
        "表二，竖线相差一点",
        "table 3×3",
        "0:甲 | 1:乙 | 2:丙",
        "0:丁 | 1:戊 | 2:己",
        "0:庚 | 1:+1×2 辛",
        "表三，套表",
        "table 3×2",
        "0:外一二三四五六七八九十 | 1:外乙⏎内一⏎内二",
        "0:外三 | 1:外四",
        "0:外五 | 1:外六",
        "完",
    ];
    assert_eq!(show(&document), want);
}

#[test]
fn documents_that_cannot_be_read_say_why() {
    let bytes = file("text.doc");
    let block = find(&bytes, &[0xec, 0xa5]);
    let kind = |at: usize, byte: u8| {
        let mut bytes = bytes.clone();
        bytes[block + at] = byte;
        read("a.doc", Input::Bytes(&bytes)).err().map(|error| error.kind)
    };
    assert_eq!(kind(11, bytes[block + 11] | 1), Some(ErrorKind::Encrypted));
    // A version below that of Word 97.
    assert_eq!(kind(3, 0), Some(ErrorKind::OldWord));
    assert_eq!(kind(0, 0xed), Some(ErrorKind::Damaged));
    for cut in [600, bytes.len() / 4, bytes.len() / 2, bytes.len() * 9 / 10] {
        let error = read("a.doc", Input::Bytes(&bytes[..cut])).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Truncated, "{cut} of {}", bytes.len());
    }
}

#[test]
fn damaged_documents_are_read_or_refused() {
    for name in ["text.doc", "tables.doc"] {
        damage(name, &file(name), 2000);
    }
}
