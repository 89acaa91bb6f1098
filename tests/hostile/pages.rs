//! Hostile pages, and pages saved as one file.

use crate::case::{ANY, CUT, Case, case, cuts, damages};

pub(crate) fn cases() -> Vec<Case> {
    let mut all = html();
    all.extend(mht());
    all
}

fn html() -> Vec<Case> {
    let repeat = |what: &'static str, count: usize| move || what.repeat(count).into_bytes();
    let numbered =
        |count: u32, one: fn(u32) -> String| move || (0..count).map(one).collect::<String>().into_bytes();
    let mut all = vec![
        case("html", "1 000 000 div deep", &["too_deep"], repeat("<div>", 1_000_000)),
        case("html", "300 000 tables deep", &["too_deep"], repeat("<table><tr><td>", 300_000)),
        case(
            "html",
            "40 000 formatting elements",
            &["read", "too_deep", "too_many_nodes"],
            repeat("<p><b><i><u><font>甲", 40_000),
        ),
        case("html", "a million attributes of one name", &["read"], || {
            [b"<p ".as_slice(), &b"a ".repeat(1_000_000), b">x"].concat()
        }),
        case("html", "500 000 attributes of different names", &["too_many_attributes"], || {
            let attributes: String = (0..500_000).map(|at| format!(" a{at}=1")).collect();
            format!("<p{attributes}>x").into_bytes()
        }),
        case(
            "html",
            "spans of a billion",
            &["read"],
            repeat("<table><tr><td colspan=999999999 rowspan=999999999>甲<td>乙<tr><td>丙<td>丁</table>", 20),
        ),
        case(
            "html",
            "spans of 1000 by 65534 over each other",
            &["read"],
            numbered(2_000, |at| {
                format!("<table><tr><td rowspan={} colspan=1000>{at}<td>乙</table>", 65_534 - at)
            }),
        ),
        case("html", "100 000 rows", &["read"], || {
            [b"<table>".as_slice(), &"<tr><td>甲<td>1".repeat(100_000).into_bytes()].concat()
        }),
        case("html", "100 000 cells in a row", &["read"], || {
            [b"<table><tr>".as_slice(), &"<td>1".repeat(100_000).into_bytes()].concat()
        }),
        case("html", "rows that all span to the end", &["read"], || {
            [b"<table>".as_slice(), &b"<tr><td rowspan=0>1<td>2".repeat(30_000)].concat()
        }),
        case("html", "100 000 groups of rows", &["read", "too_many_nodes"], || {
            [b"<table>".as_slice(), &b"<tbody><tr><td rowspan=0>1<td>2".repeat(100_000)].concat()
        }),
        case("html", "a million line breaks", &["too_many_nodes", "empty"], repeat("<br>", 1_000_001)),
        case("html", "four million characters", &["too_much_text"], || {
            format!("<p>{}", "报".repeat(3_200_000)).into_bytes()
        }),
        case("html", "eleven megabytes", &["text_too_large"], || {
            format!("<p>{}", "x".repeat(11 << 20)).into_bytes()
        }),
        case("html", "a comment without end", &["empty"], || {
            format!("<html><!--{}", "a".repeat(9 << 20)).into_bytes()
        }),
        case("html", "a script without end", &["empty", "too_much_text"], || {
            format!("<html><script>{}", "a<".repeat(4 << 20)).into_bytes()
        }),
        case("html", "a tag without end", &["empty"], || {
            format!("<html><p class='{}", "a".repeat(9 << 20)).into_bytes()
        }),
        case("html", "3 million entities", &["read", "too_much_text"], || {
            format!("<p>甲{}", "&#x4e00;".repeat(1_000_000)).into_bytes()
        }),
        case("html", "an entity of 9 MB", &["read", "too_much_text"], || {
            format!("<p>甲&#{};", "9".repeat(2 << 20)).into_bytes()
        }),
        case(
            "html",
            "text in the wrong place of tables",
            &["read", "too_many_nodes"],
            repeat("<table>甲<tr>乙<td>丙</table>", 30_000),
        ),
        case("html", "templates in templates", &["too_deep", "empty", "too_many_nodes"], || {
            format!("<html>{}", "<template>".repeat(100_000)).into_bytes()
        }),
        case("html", "SVG and MathML in each other", &["too_deep", "empty", "too_many_nodes"], || {
            format!("<html>{}", "<svg><desc><math><mtext>".repeat(50_000)).into_bytes()
        }),
        case("html", "select, frameset and plaintext", ANY, || {
            b"<html><select><option>a<frameset><frame><plaintext></html>".to_vec()
        }),
        case("html", "misnested formatting", ANY, repeat("<a><b><a><i></b></a></i>甲", 20_000)),
        case("html", "nothing but tags", &["empty"], repeat("<p></p>", 1000)),
        case("html", "NUL between the letters", &["read", "not_text", "protected"], || {
            b"<\0p\0>\0\x32\x75<\0/\0p\0>\0".to_vec()
        }),
        case("html", "styles of 5 MB", &["read"], || {
            format!("<p style='{}'>甲</p>", "color:red;".repeat(500_000)).into_bytes()
        }),
        case("html", "columns by the billion", &["read"], || {
            b"<table><col span=999999999><col span=999999999><tr><td>a<td>b<tr><td>c<td>d</table>".to_vec()
        }),
    ];
    let page = || {
        "<!DOCTYPE html><meta charset=utf-8><h1>甲区年度报告</h1><table border=1><tr><td rowspan=2>规章<td>0<tr><td>3</table><p>收到9件。</p>".as_bytes().to_vec()
    };
    all.extend(cuts("html", &["read", "empty"], page));
    all.extend(damages("html", 8, page));
    all
}

fn message(parts: &str) -> Vec<u8> {
    format!("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n{parts}")
        .into_bytes()
}

fn mht() -> Vec<Case> {
    let html = "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
    let sound = || {
        message(
            "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><h1>=E7=94=B2=\r\n=E5=8C=BA</h1><p>=E6=94=B6=E5=88=B09=E4=BB=B6</p></html>\r\n--b--\r\n",
        )
    };
    let mut all = vec![
        case("mht", "no boundary", &["damaged"], || {
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--b\r\n\r\n<p>a".to_vec()
        }),
        case("mht", "a boundary that never comes", &["truncated", "empty", "damaged"], || {
            message("--c\r\nContent-Type: text/html\r\n\r\n<p>a</html>")
        }),
        case("mht", "no last boundary", &["read"], move || message(&format!("{html}<p>甲</html>\r\n"))),
        case("mht", "no last boundary and half a page", &["truncated"], move || {
            message(&format!("{html}<p>甲"))
        }),
        case("mht", "an empty boundary", &["damaged"], || {
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"\"\r\n\r\n--\r\n\r\n<p>a"
                .to_vec()
        }),
        case("mht", "2000 parts", &["too_many_entries"], move || {
            message(&format!("{}--b--", format!("{html}<p>甲\n").repeat(2_000)))
        }),
        case("mht", "a million boundaries", &["too_many_entries"], || message(&"--b\n".repeat(1_000_000))),
        case("mht", "multipart in multipart, 1000 deep", &["too_deep"], || {
            let open = |at: u32| format!("Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n");
            format!("MIME-Version: 1.0\n{}<p>a", (0..1000).map(open).collect::<String>()).into_bytes()
        }),
        case(
            "mht",
            "multipart in multipart with one boundary",
            &["too_deep", "too_many_entries", "truncated", "empty"],
            || message(&"--b\nContent-Type: multipart/mixed; boundary=b\n\n".repeat(100_000)),
        ),
        case("mht", "a million header fields", &["empty", "truncated", "read"], || {
            format!("MIME-Version: 1.0\nContent-Type: text/html\n{}\n<p>甲", "X-A: b\n".repeat(1_000_000))
                .into_bytes()
        }),
        case("mht", "a folded field of 10 MB", &["read"], || {
            format!("MIME-Version: 1.0\nContent-Type: text/html;\n{}\n<p>甲", " a=b;\n".repeat(1_500_000))
                .into_bytes()
        }),
        case("mht", "20 MB of base64", &["text_too_large"], || {
            message(&format!(
                "--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n{}\n--b--",
                "PHA+55Sy".repeat(2_500_000)
            ))
        }),
        case("mht", "base64 that is none", &["empty", "read", "not_text", "protected"], || {
            message("--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!====????\n--b--")
        }),
        case("mht", "quoted-printable that is none", &["read"], || {
            message(
                "--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>a=ZZ=\n=</html>\n--b--",
            )
        }),
        case("mht", "frames that show each other", &["read"], || {
            let part = |name: &str, src: &str| {
                format!(
                    "--b\nContent-Type: text/html\nContent-Location: {name}\n\n<p>甲<iframe src='{src}'></iframe></html>\n"
                )
            };
            message(&format!(
                "{}{}{}--b--",
                part("a.htm", "b.htm"),
                part("b.htm", "a.htm"),
                part("c.htm", "c.htm")
            ))
        }),
        case("mht", "a chain of 500 frames", &["read"], || {
            let part = |at: u32| {
                format!(
                    "--b\nContent-Type: text/html\nContent-Location: {at}.htm\n\n<p>甲<iframe src={}.htm></iframe></html>\n",
                    at + 1
                )
            };
            message(&format!("{}--b--", (0..500).map(part).collect::<String>()))
        }),
        case("mht", "a page of 300 000 frames", &["read", "too_many_nodes"], || {
            let many = "<iframe src=b.htm></iframe>".repeat(300_000);
            message(&format!(
                "--b\nContent-Type: text/html\n\n<p>甲{many}</html>\n--b\nContent-Type: text/html\nContent-Location: b.htm\n\n乙</html>\n--b--"
            ))
        }),
        case("mht", "frames that do not end", &["read", "empty", "too_many_attributes"], || {
            message(&format!(
                "--b\nContent-Type: text/html\n\n<p>甲{}</html>\n--b--",
                "<iframe src ".repeat(500_000)
            ))
        }),
        case("mht", "a page 100 000 deep", &["too_deep"], move || {
            message(&format!("{html}{}</html>\n--b--", "<div>".repeat(100_000)))
        }),
        case("mht", "pictures only", &["empty"], || message("--b\nContent-Type: image/png\n\nx\n--b--")),
        case("mht", "a charset that no one knows", &["read"], || {
            message("--b\nContent-Type: text/html; charset=x-klingon\n\n<p>\u{7532}</html>\n--b--")
        }),
        case("mht", "headers and no more", &["empty", "truncated", "damaged"], || message("")),
    ];
    all.extend(cuts("mht", CUT, sound));
    all.extend(damages("mht", 8, sound));
    all
}
