//! Hostile PDF: its objects, tables of places, fonts and encryption.

use super::{CATALOG, FONT, PAGE, PAGES, TEXT, page, pdf, stream, text};
use crate::case::{ANY, Case, case};

pub(crate) fn cases() -> Vec<Case> {
    let none: &[&str] = &["scanned", "empty", "damaged", "read", "too_many_pages"];
    vec![
        case("pdf", "a matrix of zeros", none, || text(&[b"0 0 0 0 0 0 cm ".as_slice(), TEXT].concat())),
        case("pdf", "no text", &["scanned"], || text(b"0 0 9 9 re f")),
        case("pdf", "no contents", &["scanned", "empty"], || {
            pdf(
                &[CATALOG.into(), PAGES.into(), b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_vec()],
                "",
            )
        }),
        case("pdf", "no pages", &["damaged", "empty", "scanned"], || {
            pdf(&[CATALOG.into(), b"<</Type/Pages/Kids[]/Count 0>>".to_vec()], "")
        }),
        case("pdf", "no catalogue", &["damaged", "empty", "scanned", "read", "truncated"], || {
            pdf(&[b"<</Type/Nothing>>".to_vec()], "")
        }),
        case("pdf", "nothing but the header", &["damaged", "truncated", "empty"], || b"%PDF-1.7\n".to_vec()),
        case("pdf", "a header and noise", &["damaged", "truncated", "empty", "scanned"], || {
            let mut rng = jiaohe_testkit::Rng::new(11);
            [b"%PDF-1.7\n".to_vec(), (0..100_000).map(|_| rng.next_u64() as u8).collect()].concat()
        }),
        case("pdf", "encrypted by a way that no one knows", &["encrypted"], || {
            pdf(
                &[
                    CATALOG.into(),
                    PAGES.into(),
                    PAGE.into(),
                    stream("", TEXT),
                    FONT.into(),
                    b"<</Filter/Foo/V 9/R 9>>".to_vec(),
                ],
                "/Encrypt 6 0 R/ID[(a)(b)]",
            )
        }),
        case("pdf", "encrypted by a password", &["encrypted"], || {
            let key = "5c".repeat(32);
            let encrypt = format!("<</Filter/Standard/V 2/R 3/Length 128/P -44/O<{key}>/U<{key}>>>");
            pdf(
                &[CATALOG.into(), PAGES.into(), PAGE.into(), stream("", TEXT), FONT.into(), encrypt.into()],
                "/Encrypt 6 0 R/ID[<00><00>]",
            )
        }),
        case("pdf", "encrypted by AES 256 and a password", &["encrypted"], || {
            let (long, short) = ("5c".repeat(48), "5c".repeat(32));
            let encrypt = format!(
                "<</Filter/Standard/V 5/R 6/Length 256/P -44/O<{long}>/U<{long}>/OE<{short}>/UE<{short}>/Perms<{}>/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>",
                "5c".repeat(16)
            );
            pdf(
                &[CATALOG.into(), PAGES.into(), PAGE.into(), stream("", TEXT), FONT.into(), encrypt.into()],
                "/Encrypt 6 0 R/ID[<00><00>]",
            )
        }),
        case("pdf", "a table of places before itself", ANY, || {
            pdf(&[CATALOG.into(), PAGES.into(), PAGE.into(), stream("", TEXT), FONT.into()], "/Prev 0")
        }),
        case("pdf", "a table of places that follows itself", ANY, || {
            let once = text(TEXT);
            let start = once.windows(4).rposition(|window| window == b"xref").unwrap_or(0);
            let at = once.windows(5).position(|window| window == b"xref\n").unwrap_or(start);
            pdf(
                &[CATALOG.into(), PAGES.into(), PAGE.into(), stream("", TEXT), FONT.into()],
                &format!("/Prev {at}/XRefStm {at}"),
            )
        }),
        case("pdf", "a length that is its own object", none, || {
            page(b"<</Length 4 0 R>>stream\nBT ET\nendstream".to_vec(), &[])
        }),
        case("pdf", "lengths that refer in a circle", none, || {
            page(
                b"<</Length 6 0 R>>stream\nBT ET\nendstream".to_vec(),
                &[b"7 0 R".to_vec(), b"6 0 R".to_vec()],
            )
        }),
        case("pdf", "a length of 2 GB", none, || {
            page([b"<</Length 2147483647>>stream\n".as_slice(), TEXT, b"\nendstream"].concat(), &[])
        }),
        case("pdf", "300 001 objects", &["too_many_objects"], || {
            let mut objects = vec![CATALOG.into(), PAGES.into(), PAGE.into(), stream("", TEXT), FONT.into()];
            objects.resize_with(300_001, || b"0".to_vec());
            pdf(&objects, "")
        }),
        case("pdf", "a table that says 4 billion objects", ANY, || {
            let bytes = String::from_utf8(text(TEXT)).unwrap();
            bytes.replace("xref\n0 6", "xref\n0 4294967295").into_bytes()
        }),
        case("pdf", "a map of characters that is huge", &["read", "garbled"], || {
            let ranges = "<0000> <ffff> <4e00>\n".repeat(100_000);
            let map = format!(
                "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 100000 beginbfrange {ranges} endbfrange endcmap"
            );
            pdf(
                &[
                    CATALOG.into(),
                    PAGES.into(),
                    PAGE.into(),
                    stream("", TEXT),
                    b"<</Type/Font/Subtype/Type1/BaseFont/A/ToUnicode 6 0 R>>".to_vec(),
                    stream("", map.as_bytes()),
                ],
                "",
            )
        }),
        case("pdf", "a map of characters that gives long texts", ANY, || {
            let map = format!("begincmap 1 beginbfchar <41> <{}> endbfchar endcmap", "4e00".repeat(100_000));
            let content = [b"BT /F 12 Tf 72 700 Td (".as_slice(), &b"A".repeat(100_000), b") Tj ET"].concat();
            pdf(
                &[
                    CATALOG.into(),
                    PAGES.into(),
                    PAGE.into(),
                    stream("", &content),
                    b"<</Type/Font/Subtype/Type1/BaseFont/A/ToUnicode 6 0 R>>".to_vec(),
                    stream("", map.as_bytes()),
                ],
                "",
            )
        }),
        case("pdf", "a map of characters that uses itself", ANY, || {
            pdf(
                &[
                    CATALOG.into(),
                    PAGES.into(),
                    PAGE.into(),
                    stream("", TEXT),
                    b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 6 0 R/DescendantFonts[5 0 R]>>".to_vec(),
                    stream("/Type/CMap/UseCMap 6 0 R", b"begincmap endcmap"),
                ],
                "",
            )
        }),
        case("pdf", "widths of a billion glyphs", ANY, || {
            pdf(&[CATALOG.into(), PAGES.into(), PAGE.into(), stream("", TEXT), b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>".to_vec(), b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/W[0 2147483647 500 0 2147483647 500]/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>".to_vec()], "")
        }),
        case("pdf", "a string without end", ANY, || {
            text(&[b"BT /F 12 Tf (".as_slice(), &b"(".repeat(1_000_000)].concat())
        }),
        case("pdf", "a picture in the text without end", ANY, || {
            text(&[b"BI /W 9 /H 9 ID ".as_slice(), &b"E I ".repeat(500_000)].concat())
        }),
        case("pdf", "an object stream that holds itself", ANY, || {
            let inner = stream("/Type/ObjStm/N 100/First 10/Extends 4 0 R", b"4 0 5 2 [] []");
            pdf(&[CATALOG.into(), PAGES.into(), PAGE.into(), inner, FONT.into()], "")
        }),
        case("pdf", "a page of a kilometre", ANY, || {
            pdf(
                &[
                    CATALOG.into(),
                    PAGES.into(),
                    PAGE.replace("0 0 595 842", "-1e30 -1e30 1e30 1e30").into(),
                    stream("", TEXT),
                    FONT.into(),
                ],
                "",
            )
        }),
        case("pdf", "a name tree of XFA", ANY, || {
            pdf(
                &[
                    b"<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA 6 0 R/Fields[7 0 R]>>>>".to_vec(),
                    PAGES.into(),
                    PAGE.into(),
                    stream("", TEXT),
                    FONT.into(),
                    stream("", b"<a>"),
                    b"<</Kids[7 0 R 7 0 R]/Parent 7 0 R>>".to_vec(),
                ],
                "",
            )
        }),
    ]
}
