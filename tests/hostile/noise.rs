//! Bytes that are no document: ciphertext, wrong magic, text beyond measure.

use crate::case::{Case, case};
use crate::packages::Package;
use jiaohe_testkit::Rng;

fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut rng = Rng::new(seed);
    std::iter::repeat_with(|| rng.next_u64().to_le_bytes())
        .take(length / 8 + 1)
        .flatten()
        .take(length)
        .collect()
}

pub(crate) fn cases() -> Vec<Case> {
    let protected: &[&str] = &["protected"];
    let mut all = Vec::new();
    for format in
        ["docx", "doc", "wps", "pdf", "ofd", "xls", "xlsx", "et", "odt", "ods", "rtf", "mht", "txt", "html"]
    {
        all.push(case(format, "ciphertext", protected, move || noise(1, 60_000)));
        all.push(case(format, "ciphertext with a plain head", protected, move || {
            [b"E-SafeNet\0\0\0LOCK\0".to_vec(), noise(2, 9_000)].concat()
        }));
        all.push(case(format, "no bytes", &["empty"], Vec::new));
        all.push(case(format, "blanks", &["empty"], || b" \r\n\t\r\n".to_vec()));
        all.push(case(format, "zeros", &["protected", "not_text", "empty"], || vec![0; 100_000]));
    }
    for (format, head) in [
        ("docx", b"PK\x03\x04".as_slice()),
        ("xlsx", b"PK\x05\x06"),
        ("doc", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        ("pdf", b"%PDF-1.4\n"),
        ("rtf", b"{\\rtf1 "),
    ] {
        let refused: &[&str] =
            &["truncated", "damaged", "unsupported", "empty", "scanned", "read", "too_deep"];
        all.push(case(format, "noise behind the right head", refused, move || {
            [head, &noise(3, 50_000)].concat()
        }));
        all.push(case(
            format,
            "the right head alone",
            &["truncated", "damaged", "unsupported", "empty"],
            move || head.to_vec(),
        ));
    }
    all.push(case("docx", "a picture", &["image"], || b"\x89PNG\r\n\x1a\n0000".to_vec()));
    all.push(case("docx", "a program", &["executable"], || b"MZ\x90\0xxxxxxxxPE\0\0".to_vec()));
    all.push(case("docx", "a rar", &["archive"], || b"Rar!\x1a\x07\x01\0".to_vec()));
    all.push(case("docx", "a flat document", &["empty"], || {
        b"<?xml version='1.0'?><w:wordDocument xmlns:w='x'/>".to_vec()
    }));
    all.push(case("pdf", "a docx", &["read"], || Package::Docx.sound()));
    all.push(case("doc", "rich text", &["read"], || b"{\\rtf1 a}".to_vec()));
    all.push(case("txt", "four million characters", &["too_much_text"], || {
        "报".repeat(3_200_000).into_bytes()
    }));
    all.push(case("txt", "eleven megabytes", &["text_too_large"], || b"x".repeat(11 << 20)));
    all.push(case("txt", "31 megabytes", &["too_large"], || vec![b'x'; 31 << 20]));
    all.push(case("txt", "a line of nine megabytes", &["read", "too_much_text"], || b"1 ".repeat(1 << 20)));
    all.push(case("txt", "a million empty lines", &["too_many_lines"], || {
        [b"a".as_slice(), &b"\n".repeat(1_000_000)].concat()
    }));
    all.push(case("md", "pipes by the million", &["read"], || {
        [b"# a\n".as_slice(), &b"|".repeat(2_000_000)].concat()
    }));
    all.push(case(
        "md",
        "100 000 raw tables that do not end",
        &["read", "too_deep", "too_many_nodes"],
        || b"# a\n<table>\n".repeat(20_000),
    ));
    all.push(case("txt", "half characters of UTF-16", &["read", "protected", "not_text"], || {
        [b"\xff\xfe".as_slice(), &b"\x00\xd8".repeat(1000)].concat()
    }));
    all.push(case("txt", "overlong UTF-8", &["read", "protected", "not_text"], || {
        b"\xc0\x80\xf8\x88\x80\x80\x80".repeat(500)
    }));
    all
}
