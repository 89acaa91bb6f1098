//! Hostile PDF: pages, streams and what is drawn.

mod floods;
mod objects;

use crate::case::{ANY, Case, case, cuts, damages};
use crate::pack::zlib_bomb;

/// A file of the given objects, with a table of their places. Object 1 is the catalogue.
fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", at + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    out.extend(format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    [format!("<<{entries}/Length {}>>stream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R>>";
const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const PAGE: &str = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>";
const FONT: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const TEXT: &[u8] = b"BT /F 12 Tf 72 700 Td (Annual report 2023) Tj ET";

/// One page: its content stream, and further objects from number 6.
fn page(content: Vec<u8>, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![CATALOG.into(), PAGES.into(), PAGE.into(), content, FONT.into()];
    objects.extend_from_slice(more);
    pdf(&objects, "")
}

fn text(content: &[u8]) -> Vec<u8> {
    page(stream("", content), &[])
}

fn tree(pages: &str) -> Vec<u8> {
    pdf(&[CATALOG.into(), pages.into(), PAGE.into(), stream("", TEXT), FONT.into()], "")
}

pub(crate) fn cases() -> Vec<Case> {
    let none: &[&str] = &["scanned", "empty", "damaged", "read", "too_many_pages"];
    let shown: &[&str] = &["read"];
    let mut all = vec![
        case("pdf", "sound", shown, || text(TEXT)),
        case("pdf", "pages that hold themselves", none, || tree("<</Type/Pages/Kids[2 0 R]/Count 1>>")),
        case("pdf", "pages that hold themselves and a page", none, || {
            tree("<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 9>>")
        }),
        case("pdf", "301 pages", &["too_many_pages"], || {
            let kids: String = (6..307).map(|at| format!("{at} 0 R ")).collect();
            let mut objects = vec![
                CATALOG.into(),
                format!("<</Type/Pages/Kids[{kids}]/Count 301>>").into(),
                PAGE.into(),
                stream("", TEXT),
                FONT.into(),
            ];
            objects.resize(306, PAGE.into());
            pdf(&objects, "")
        }),
        case("pdf", "301 times one page", &["read", "too_many_pages"], || {
            tree(&format!("<</Type/Pages/Kids[{}]/Count 301>>", "3 0 R ".repeat(301)))
        }),
        case("pdf", "ten to the tenth pages in ten objects", &["read", "too_many_pages", "damaged"], || {
            let mut objects = vec![
                CATALOG.into(),
                format!("<</Type/Pages/Kids[{}]/Count 9>>", "6 0 R ".repeat(10)).into(),
                PAGE.into(),
                stream("", TEXT),
                FONT.into(),
            ];
            objects.extend((0..9).map(|at| {
                format!(
                    "<</Type/Pages/Kids[{}]/Count 9>>",
                    format!("{} 0 R ", if at == 8 { 3 } else { at + 7 }).repeat(10)
                )
                .into_bytes()
            }));
            pdf(&objects, "")
        }),
        case("pdf", "a count of 2 billion", &["read", "too_many_pages"], || {
            tree("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>")
        }),
        case("pdf", "pages 2000 deep", ANY, || {
            let mut objects = vec![
                CATALOG.into(),
                b"<</Type/Pages/Kids[6 0 R]/Count 1>>".to_vec(),
                PAGE.into(),
                stream("", TEXT),
                FONT.into(),
            ];
            objects.extend((0..2000).map(|at| {
                format!("<</Type/Pages/Kids[{} 0 R]/Count 1>>", if at == 1999 { 3 } else { at + 7 })
                    .into_bytes()
            }));
            pdf(&objects, "")
        }),
        case("pdf", "a stream of 100 MB in 100 KB", &["inflates", "scanned", "damaged", "too_large"], || {
            page(stream("/Filter/FlateDecode", &zlib_bomb(b' ', 100 << 20)), &[])
        }),
        case("pdf", "a stream of 60 MB", ANY, || {
            page(stream("/Filter/FlateDecode", &zlib_bomb(b' ', 60 << 20)), &[])
        }),
        case("pdf", "a bomb inside a bomb", ANY, || {
            let inner = miniz_oxide::deflate::compress_to_vec_zlib(&zlib_bomb(b' ', 100 << 20), 1);
            page(stream("/Filter[/FlateDecode/FlateDecode]", &inner), &[])
        }),
        case("pdf", "50 filters", ANY, || {
            page(stream(&format!("/Filter[{}]", "/FlateDecode".repeat(50)), TEXT), &[])
        }),
        case("pdf", "run lengths", ANY, || {
            page(stream("/Filter/RunLengthDecode", &[129, b' '].repeat(1 << 20)), &[])
        }),
        case("pdf", "50 contents of 40 MB", ANY, || {
            let bomb = stream("/Filter/FlateDecode", &zlib_bomb(b' ', 40 << 20));
            let contents =
                format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[{}]>>", "4 0 R ".repeat(50));
            pdf(&[CATALOG.into(), PAGES.into(), contents.into(), bomb, FONT.into()], "")
        }),
        case("pdf", "a form that draws itself", shown, || {
            page(
                stream("", &[TEXT, b" /X Do"].concat()),
                &[stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
                    b"/X Do /X Do /X Do",
                )],
            )
        }),
        case("pdf", "forms that draw ten forms, ten deep", &["crowded_page"], || {
            let form = |at: usize| {
                stream(
                    &format!(
                        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>/XObject<</X {} 0 R>>>>",
                        at + 7
                    ),
                    &[TEXT, b" /X Do".repeat(10).as_slice()].concat(),
                )
            };
            page(stream("", &[TEXT, b" /X Do"].concat()), &(0..10).map(form).collect::<Vec<_>>())
        }),
        case("pdf", "100 000 states saved", shown, || {
            text(&[b"q ".repeat(100_000).as_slice(), TEXT].concat())
        }),
        case("pdf", "100 000 states restored", shown, || {
            text(&[TEXT, b" Q".repeat(100_000).as_slice()].concat())
        }),
        case("pdf", "arrays 100 000 deep", ANY, || text(&[b"[".repeat(100_000).as_slice(), TEXT].concat())),
        case("pdf", "dictionaries 100 000 deep", ANY, || {
            pdf(&[CATALOG.into(), PAGES.into(), b"<</A".repeat(100_000), stream("", TEXT)], "")
        }),
        case("pdf", "arrays 1 000 000 deep in the trailer", ANY, || {
            pdf(
                &[CATALOG.into(), PAGES.into(), PAGE.into(), stream("", TEXT), FONT.into()],
                &format!("/A {}", "[".repeat(1_000_000)),
            )
        }),
        case("pdf", "500 000 operands", shown, || {
            text(&[b"1 ".repeat(500_000).as_slice(), b"n ", TEXT].concat())
        }),
        case("pdf", "a million pieces of text", &["crowded_page"], || {
            text(&[b"BT /F 12 Tf 72 700 Td ".as_slice(), &b"(ab) Tj ".repeat(1_000_000), b"ET"].concat())
        }),
        case("pdf", "200 000 lines across each other", &["read"], || {
            let line =
                |at: u32| format!("{0} 0 m {0} 842 l S 0 {0} m 595 {0} l S ", f64::from(at % 50_000) / 100.0);
            text(&[(0..100_000).map(line).collect::<String>().as_bytes(), TEXT].concat())
        }),
        case("pdf", "200 000 rectangles", &["read"], || {
            let one = |at: u32| format!("{} {} 40 12 re S ", at % 500, at / 500 % 800);
            text(&[(0..200_000).map(one).collect::<String>().as_bytes(), TEXT].concat())
        }),
        case("pdf", "numbers beyond all measure", none, || {
            text(b"BT /F 1e38 Tf 99999999999999999999 -99999999999999999999 Td 1e30 Tz 1e30 Tc (Annual report) Tj ET 1e30 0 0 1e30 0 0 cm")
        }),
    ];
    all.extend(objects::cases());
    all.extend(floods::cases());
    all.extend(cuts("pdf", ANY, || text(TEXT)));
    all.extend(damages("pdf", 20, || text(TEXT)));
    all
}
