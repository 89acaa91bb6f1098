//! Hostile PDF: little that would become much. Filters in any number and order, and what is drawn, named or listed too often.

use super::{CATALOG, FONT, PAGE, PAGES, TEXT, page, pdf, stream, text};
use crate::case::{ANY, Case, case};
use crate::pack::zlib_bomb;
use miniz_oxide::deflate::compress_to_vec_zlib as zlib;

/// The filters of a stream, and what makes its bytes.
type Chain = (&'static str, fn() -> Vec<u8>);

/// Filters, and what a bomb looks like behind them.
fn chains() -> Vec<Chain> {
    fn once() -> Vec<u8> {
        zlib_bomb(b' ', 100 << 20)
    }
    fn twice() -> Vec<u8> {
        zlib(&once(), 6)
    }
    fn thrice() -> Vec<u8> {
        zlib(&twice(), 6)
    }
    fn hex(data: &[u8]) -> Vec<u8> {
        let digits: String = data.iter().map(|byte| format!("{byte:02X}")).collect();
        format!("{digits}>").into_bytes()
    }
    fn runs(data: &[u8]) -> Vec<u8> {
        let run = |run: &[u8]| [&[run.len() as u8 - 1], run].concat();
        data.chunks(128).flat_map(run).chain([128]).collect()
    }
    vec![
        ("/FlateDecode", once),
        ("[/FlateDecode/FlateDecode]", twice),
        ("[/Fl /Fl /Fl]", thrice),
        ("[/ASCIIHexDecode/FlateDecode]", || hex(&once())),
        ("[/AHx/FlateDecode/FlateDecode]", || hex(&twice())),
        ("[/RunLengthDecode/FlateDecode/FlateDecode]", || runs(&twice())),
        ("/RunLengthDecode", || [129, b' '].repeat(1 << 20)),
    ]
}

/// A stream with some writing before its word.
fn written(entries: &str, before: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries}/Length {}>>{before}stream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

fn packed(content: &[u8]) -> Vec<u8> {
    page(stream("/Filter/FlateDecode", &zlib(content, 6)), &[form()])
}

fn form() -> Vec<u8> {
    stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/A[{}]", "1 ".repeat(2_000)), b"q Q")
}

fn composite(entries: &str) -> Vec<u8> {
    format!("<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/S{entries}>>]>>").into_bytes()
}

/// A page on which each of so many fonts shows a character.
fn fonts(count: usize, font: &[u8], shared: Vec<u8>) -> Vec<u8> {
    let names: String = (0..count).map(|at| format!("/F{at} {} 0 R", at + 6)).collect();
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<{names}>>>>>>"
    );
    let shown: String = (0..count).map(|at| format!("/F{at} 12 Tf 72 700 Td <0041> Tj ")).collect();
    let mut objects = vec![
        CATALOG.into(),
        PAGES.into(),
        page.into(),
        stream("", format!("BT {shown} ET").as_bytes()),
        shared,
    ];
    objects.resize(count + 5, font.to_vec());
    pdf(&objects, "")
}

pub(crate) fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    let stops: &[&str] = &["inflates", "too_many_objects"];
    let whole = |object: Vec<u8>| {
        pdf(&[CATALOG.into(), PAGES.into(), PAGE.into(), stream("", TEXT), FONT.into(), object], "")
    };
    for (number, (filters, make)) in chains().into_iter().enumerate() {
        for (kind, entries) in [
            ("an object stream", "/Type/ObjStm/N 1/First 10"),
            ("a table of places", "/Type/XRef/Size 9/W[1 2 1]/Root 1 0 R"),
        ] {
            let entries = format!("{entries}/Filter{filters}");
            for (how, before) in [
                ("", String::new()),
                (" behind blanks", " ".repeat(600)),
                (" behind a comment", format!("%{}\n", "obj <<".repeat(120))),
            ] {
                if number > 2 && !how.is_empty() {
                    continue;
                }
                let entries = entries.clone();
                all.push(case("pdf", format!("{kind} by {filters}{how}"), stops, move || {
                    whole(written(&entries, &before, &make()))
                }));
            }
        }
        all.push(case("pdf", format!("contents by {filters}"), &["inflates"], move || {
            page(stream(&format!("/Filter{filters}"), &make()), &[])
        }));
    }
    all.extend([
        case("pdf", "filters that are objects", stops, move || {
            let data = zlib(&zlib_bomb(b' ', 100 << 20), 6);
            let stored = written("/Type/ObjStm/N 1/First 10/Filter 7 0 R", "", &data);
            pdf(
                &[
                    CATALOG.into(),
                    PAGES.into(),
                    PAGE.into(),
                    stream("", TEXT),
                    FONT.into(),
                    stored,
                    b"[/FlateDecode/FlateDecode]".to_vec(),
                ],
                "",
            )
        }),
        case("pdf", "2 million times the word stream", ANY, || {
            b"%PDF-1.7\n".iter().copied().chain(b"stream\n".repeat(2_000_000)).collect()
        }),
        case("pdf", "500 000 dictionaries that do not end", ANY, || {
            page(stream("", TEXT), &[b"<<".repeat(500_000)])
        }),
        case("pdf", "a string of 4 million characters", &["crowded_page"], || {
            packed(&[b"BT /F 12 Tf 72 700 Td <".as_slice(), &b"41".repeat(4_000_000), b"> Tj ET"].concat())
        }),
        case("pdf", "a million letters at one place", &["crowded_page"], || {
            packed(
                &[b"BT /F 12 Tf 0 Tz 72 700 Td ".as_slice(), &b"(aaaaaaaaaa) Tj ".repeat(100_000), b"ET"]
                    .concat(),
            )
        }),
        case("pdf", "300 000 pages in place", &["too_many_pages"], || {
            pdf(
                &[
                    CATALOG.into(),
                    format!("<</Type/Pages/Kids[{}]/Count 9>>", "<</Type/Page>> ".repeat(200_000)).into(),
                    PAGE.into(),
                    stream("", TEXT),
                ],
                "",
            )
        }),
        case("pdf", "a form that is drawn a million times", &["inflates"], || {
            packed(&[TEXT, b" /X Do".repeat(1_000_000).as_slice()].concat())
        }),
        case("pdf", "a million rectangles", &["read"], || {
            packed(&[TEXT, b" 0 0 100 100 re f".repeat(1_000_000).as_slice()].concat())
        }),
        case("pdf", "marked content a million deep", &["read"], || {
            packed(&[b"/A BMC ".repeat(1_000_000).as_slice(), TEXT, &b" EMC".repeat(1_000_000)].concat())
        }),
        case("pdf", "1 000 fonts that share a map", &["read", "garbled"], || {
            let ranges: String =
                (0..20_000).map(|at| format!("<{:04x}> <{:04x}> <4e00>\n", at * 3, at * 3 + 2)).collect();
            let map = stream("", format!("1 beginbfrange\n{ranges}endbfrange").as_bytes());
            fonts(
                1_000,
                &composite("")
                    .strip_suffix(b">>")
                    .unwrap()
                    .iter()
                    .copied()
                    .chain(*b"/ToUnicode 5 0 R>>")
                    .collect::<Vec<_>>(),
                map,
            )
        }),
        case("pdf", "1 000 fonts that share widths", &["inflates", "garbled"], || {
            fonts(1_000, &composite("/W 5 0 R"), format!("[{}]", "5 6 500 ".repeat(50_000)).into_bytes())
        }),
        case("pdf", "100 000 layers of a text that stands for another", ANY, || {
            text(
                &[
                    b"BT /F 12 Tf ".as_slice(),
                    &b"/Span<</ActualText(aaaaaaaaaaaaaaaaaaaaaaaa)>>BDC (a) Tj EMC ".repeat(100_000),
                    b"ET",
                ]
                .concat(),
            )
        }),
    ]);
    all
}
