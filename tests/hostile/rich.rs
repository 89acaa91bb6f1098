//! Hostile rich text.

use crate::case::{CUT, Case, case, cuts, damages};

fn rtf(body: &str) -> Vec<u8> {
    format!("{{\\rtf1\\ansi\\ansicpg936\\deff0{{\\fonttbl{{\\f0\\fcharset134 x;}}}}{body}}}").into_bytes()
}

pub(crate) fn cases() -> Vec<Case> {
    let cell = "\\trowd\\cellx900\\cellx1800\\pard\\intbl a\\cell b\\cell\\row ";
    let mut all = vec![
        case("rtf", "257 groups deep", &["too_deep"], || {
            rtf(&format!("{}a{}", "{".repeat(257), "}".repeat(257)))
        }),
        case("rtf", "10 million groups deep", &["too_deep"], || rtf(&"{".repeat(10_000_000))),
        case("rtf", "a million groups", &["too_many_nodes"], || rtf(&"{a}".repeat(1_000_001))),
        case("rtf", "binary data beyond the end", &["truncated"], || rtf("a{\\pict\\bin2147483647 x}")),
        case("rtf", "binary data of a negative length", &["read"], || rtf("a{\\pict\\bin-5 x}b")),
        case("rtf", "binary data of a length beyond numbers", &["truncated"], || {
            rtf("a{\\pict\\bin99999999999999999999 x}")
        }),
        case("rtf", "binary data that closes groups", &["read"], || rtf("a{\\pict\\bin9 }}}}}}}}}}b")),
        case("rtf", "a million binary pieces", &["read"], || {
            rtf(&format!("a{{\\pict{}}}", "\\bin1 }".repeat(1_000_000)))
        }),
        case("rtf", "more ends than beginnings", &["read"], || rtf(&format!("a{}", "}".repeat(1_000_000)))),
        case("rtf", "one end too few", &["read"], || b"{\\rtf1 a".to_vec()),
        case("rtf", "many ends too few", &["truncated"], || {
            format!("{{\\rtf1 a{}", "{b".repeat(99)).into_bytes()
        }),
        case("rtf", "tables in tables by number", &["read"], || {
            rtf("\\pard\\intbl\\itap2147483647 a\\nestcell\\cell\\row\\intbl\\itap-5 b\\par")
        }),
        case("rtf", "tables in tables, up and down", &["read"], || {
            rtf(&(0..20_000)
                .map(|at| format!("\\pard\\intbl\\itap{} a\\nestcell ", at % 17 + 1))
                .collect::<String>())
        }),
        case("rtf", "a million edges", &["read"], || {
            rtf(&format!("\\trowd{}\\intbl a\\cell b\\cell\\row", "\\cellx9".repeat(1_000_000)))
        }),
        case("rtf", "edges at the ends of numbers", &["read"], || {
            rtf(
                "\\trowd\\trleft-2147483648\\cellx2147483647\\cellx-2147483647\\cellx0\\intbl a\\cell b\\cell c\\cell\\row",
            )
        }),
        case("rtf", "edges that differ in each row", &["read"], || {
            rtf(&(0..20_000)
                .map(|at| {
                    format!("\\trowd\\cellx{}\\cellx{}\\intbl a\\cell b\\cell\\row ", at + 1, at * 2 + 50_000)
                })
                .collect::<String>())
        }),
        case("rtf", "100 000 cells in a row", &["read"], || {
            rtf(&format!("\\trowd\\cellx9\\intbl {}\\row", "a\\cell ".repeat(100_000)))
        }),
        case("rtf", "rows without cells", &["read", "too_many_nodes"], || {
            rtf(&format!("a\\par\\trowd\\cellx9{}", "\\row".repeat(300_000)))
        }),
        case("rtf", "cells by reuse of wide rows", &["too_many_nodes"], || {
            rtf(&format!("\\trowd{}\\intbl {}", "\\cellx9".repeat(240), "a\\cell\\row ".repeat(30_000)))
        }),
        case("rtf", "50 000 rows", &["read"], move || rtf(&cell.repeat(50_000))),
        case("rtf", "rows merged down without a first", &["read"], || {
            rtf(&"\\trowd\\clvmrg\\clmrg\\cellx900\\clvmrg\\cellx1800\\intbl a\\cell b\\cell\\row "
                .repeat(20_000))
        }),
        case("rtf", "fallbacks of two billion", &["read"], || {
            rtf("a\\uc2147483647\\u25919 bcd\\par e\\uc-9\\u25919 f")
        }),
        case("rtf", "halves of surrogate pairs", &["read"], || {
            rtf(&"\\u-10179?\\u-10179?a\\u-8704?".repeat(10_000))
        }),
        case("rtf", "numbers beyond all measure", &["read"], || {
            rtf("\\fs99999999999999\\li-99999999999999\\s-1\\f2147483647\\outlinelevel-3 a")
        }),
        case("rtf", "half characters of GBK", &["read"], || rtf(&"\\'d5a\\'fe\\'80\\'ff\\'81".repeat(1000))),
        case("rtf", "bytes in hexadecimal that are none", &["read"], || rtf("a\\'zz\\'\\'1\\'")),
        case("rtf", "four million characters", &["too_much_text"], || rtf(&"a".repeat(4_000_000))),
        case("rtf", "footnotes in footnotes", &["read"], || {
            rtf(&format!("a{}b{}", "{\\footnote x".repeat(200), "}".repeat(200)))
        }),
        case("rtf", "text boxes in text boxes", &["read"], || {
            rtf(&format!("a{}b{}", "{\\shp{\\*\\shpinst{\\shptxt x".repeat(80), "}}}".repeat(80)))
        }),
        case("rtf", "300 000 text boxes", &["too_many_lines"], || {
            rtf(&format!("a{}", "{\\shptxt b}".repeat(300_000)))
        }),
        case("rtf", "styles that are based on each other", &["read"], || {
            rtf(&format!(
                "{{\\stylesheet{{\\s1\\sbasedon2 a;}}{{\\s2\\sbasedon1 b;}}}}{}",
                "\\pard\\s1 c\\par".repeat(20_000)
            ))
        }),
        case("rtf", "100 000 fonts", &["read"], || {
            let fonts: String =
                (0..100_000).map(|at| format!("{{\\f{at}\\fcharset{} a;}}", at % 256)).collect();
            rtf(&format!("{{\\fonttbl{fonts}}}\\f99999 a\\'d5\\'fe"))
        }),
        case("rtf", "a font name of 5 MB", &["read"], || {
            rtf(&format!("{{\\fonttbl{{\\f1 {};}}}}\\f1 a", "x".repeat(5 << 20)))
        }),
        case("rtf", "a control word of 5 MB", &["read"], || rtf(&format!("\\{} a", "x".repeat(5 << 20)))),
        case("rtf", "labels only", &["empty"], || rtf(&"{\\listtext 1.}\\par".repeat(1000))),
        case("rtf", "nothing in it", &["empty"], || rtf("")),
        case("rtf", "all hidden", &["empty"], || rtf("\\v a\\par b")),
        case("rtf", "all deleted", &["empty"], || rtf("\\deleted a\\par b")),
        case("rtf", "nothing known to be known", &["empty"], || rtf(&"{\\*\\xyz a}".repeat(10_000))),
        case("rtf", "a header and no more", CUT, || b"{\\rtf".to_vec()),
    ];
    let sound = move || {
        rtf(&format!(
            "{{\\stylesheet{{\\s1 heading 1;}}}}\\pard\\s1 {{\\'d5\\'fe\\'b8\\'ae}}\\par {}\\pard {{\\u25919?}}\\par",
            cell.repeat(3)
        ))
    };
    all.extend(cuts("rtf", CUT, sound));
    all.extend(damages("rtf", 8, sound));
    all
}
