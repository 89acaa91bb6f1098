//! Floods: little that would become much, and much of one thing. Each once took gigabytes, or time that grew with its square.

use crate::case::{Case, case};
use crate::packages::Package;

const TITLE: &str = "某县2023年政府信息公开工作年度报告\n一、总体情况\n";

/// Digits and letters in no order.
fn noise(length: usize) -> String {
    let mut rng = jiaohe_testkit::Rng::new(7);
    let letter = |_| {
        char::from(
            b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[rng.next_u64() as usize % 62],
        )
    };
    (0..length).map(letter).collect()
}

fn text(
    what: &'static str,
    want: &'static [&'static str],
    make: impl Fn() -> String + Send + 'static,
) -> Case {
    case("txt", what, want, move || make().into_bytes())
}

fn html(
    what: &'static str,
    want: &'static [&'static str],
    make: impl Fn() -> String + Send + 'static,
) -> Case {
    case("html", what, want, move || format!("<html><body>{}", make()).into_bytes())
}

fn message(subject: &str, body: &str) -> Vec<u8> {
    format!("MIME-Version: 1.0\r\nSubject: {subject}\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}\r\n--b--\r\n").into_bytes()
}

pub(crate) fn cases() -> Vec<Case> {
    let read: &[&str] = &["read"];
    let much: &[&str] = &["read", "too_many_nodes", "too_many_lines", "too_much_text", "too_many_cells"];
    vec![
        text("digits and letters without a title", read, || noise(64 << 10)),
        text("digits and letters in lines", read, || {
            noise(200_000)
                .as_bytes()
                .chunks(76)
                .map(|line| format!("{}\n", String::from_utf8_lossy(line)))
                .collect()
        }),
        text("a line of 64 KB of base64", read, || format!("{}==", noise(64 << 10))),
        text("years without a title", read, || "{\"y\":2023,\"n\":\"2022年\"},".repeat(5_000)),
        text("a letter after each digit", read, || "1a".repeat(100_000)),
        text("one line of a million characters", read, || "字".repeat(1_000_000)),
        text("300 000 carriage returns alone", much, || "a\r".repeat(300_000)),
        text("names of documents", read, || format!("{TITLE}{}", "《某办法》".repeat(20_000))),
        text("names that do not end", read, || format!("{TITLE}{}", "《".repeat(300_000))),
        text("sums", read, || format!("{TITLE}{}", "收到申请3件，其中自然人1件，法人2件。\n".repeat(3_000))),
        text("differences", read, || {
            let wrong = |at: usize| format!("本年收到政府信息公开申请{at}件。\n");
            format!("{TITLE}{}", (0..5_000).map(wrong).collect::<String>())
        }),
        text("headings of the first section", read, || TITLE.repeat(5_000)),
        text("tables of one row", much, || format!("{TITLE}{}", "a\t1\n\n".repeat(20_000))),
        text("backslashes", read, || format!("{TITLE}{}", "\\".repeat(500_000))),
        text("ampersands", read, || format!("{TITLE}{}", "&amp;".repeat(100_000))),
        text("reports, one after the other", read, || {
            let filler = "全年按规定更新各类信息，内容准确，方便群众查阅。".repeat(9);
            let rest = "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。\n";
            let report = |at: usize| {
                format!("某县第{at}局2023年政府信息公开工作年度报告\n一、总体情况\n{filler}\n{rest}")
            };
            (0..300).map(report).collect()
        }),
        case("md", "a table of 20 000 columns", read, || {
            let row = |cell: &str| format!("|{}\n", cell.repeat(20_000));
            format!("# 标题\n{}{}{}", row("a|"), row("-|"), row("1|").repeat(5)).into_bytes()
        }),
        case("md", "100 000 tables of one row", much, || {
            format!("# 标题\n{}", "|a|b|\n|-|-|\n|1|2|\n\n".repeat(30_000)).into_bytes()
        }),
        html("200 000 line breaks in a cell", much, || format!("<table><tr><td>{}", "1<br>".repeat(200_000))),
        html("lines of tabs in a preformatted text", much, || format!("<pre>{}", "a\tb\tc\n".repeat(50_000))),
        html("a million signs", read, || "<".repeat(1_000_000)),
        html("240 levels again and again", much, || {
            format!("{}a{}", "<div>".repeat(240), "</div>".repeat(240)).repeat(300)
        }),
        case("rtf", "300 000 paragraphs of a letter", much, || {
            format!("{{\\rtf1\\ansi {}}}", "a\\par ".repeat(300_000)).into_bytes()
        }),
        case("mht", "encoded words", read, || message(&"=?utf-8?B?5Lit?= ".repeat(20_000), "<p>年报</p>")),
        case("mht", "encoded words without an end", read, || {
            message(&"=?utf-8?B?".repeat(30_000), "<p>年报</p>")
        }),
        case("mht", "rich text that is called a page", read, || {
            message("a", &format!("{{\\rtf1 {}}}", "{\\b a}\\par\r\n".repeat(20_000)))
        }),
        case("docx", "a label of 100 000 numbers", read, || numbered(&"%1".repeat(50_000))),
        case("docx", "a label of 100 000 letters", read, || numbered(&"x".repeat(100_000))),
        case("docx", "ten pages of 2 MB inside", &["text_too_large"], || {
            let page = format!("<html><body>{}", "<p>年报12件</p>".repeat(100_000));
            let relation = |at: usize| {
                format!(
                    "<Relationship Id='a{at}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk' Target='a{at}.html'/>"
                )
            };
            let relations = format!(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{}</Relationships>",
                (0..10).map(relation).collect::<String>()
            );
            let names: Vec<String> = (0..10).map(|at| format!("word/a{at}.html")).collect();
            let mut more: Vec<(&str, String)> =
                names.iter().map(|name| (name.as_str(), page.clone())).collect();
            more.push(("word/_rels/document.xml.rels", relations));
            let chunks: String = (0..10).map(|at| format!("<w:altChunk r:id='a{at}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'/>")).collect();
            Package::Docx.with_parts(&format!("{}{chunks}", Package::Docx.text("年报")), &more)
        }),
        case("odt", "blanks by the thousand", much, || {
            Package::Odt.with(&format!("<text:p>{}</text:p>", "a<text:s text:c='100000'/>".repeat(50_000)))
        }),
    ]
}

/// A document with a thousand paragraphs of one list.
fn numbered(label: &str) -> Vec<u8> {
    let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>年报</w:t></w:r></w:p>";
    let numbering = format!(
        "<w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='{label}'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    );
    let relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='n' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering' Target='numbering.xml'/></Relationships>";
    let more = [("word/numbering.xml", numbering), ("word/_rels/document.xml.rels", relations.to_owned())];
    Package::Docx.with_parts(&item.repeat(1_000), &more)
}
