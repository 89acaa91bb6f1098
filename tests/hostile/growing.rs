//! Kinds of file that are made in any size: small in the daily run, as large as a file may be where `JIAOHE_HOSTILE=full` asks for
//! it. Each once took gigabytes, or time that grew with the square of its size.

use crate::case::{ANY, Case, case};
use crate::pack::{deflated, pack};
use crate::packages::Package;

/// What a file is made of: something at the start, and so many pieces, each with its number.
type Make = fn(usize) -> Vec<u8>;

/// How many times smaller the files of the daily run are.
const SMALLER: usize = 20;

const TITLE: &str = "某县2023年政府信息公开工作年度报告\n一、总体情况\n";
const TOWN: &str = "某镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n";
const NUMERALS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A text of numbered pieces.
fn pieces(start: &str, count: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    (start.to_owned() + &(0..count).map(piece).collect::<String>()).into_bytes()
}

/// A text of the same piece again and again.
fn again(start: &str, piece: &str, count: usize) -> Vec<u8> {
    (start.to_owned() + &piece.repeat(count)).into_bytes()
}

fn numeral(at: usize) -> &'static str {
    NUMERALS[at % NUMERALS.len()]
}

/// Digits and letters in no order.
fn noise(length: usize) -> Vec<u8> {
    const LETTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut rng = jiaohe_testkit::Rng::new(7);
    (0..length).map(|_| LETTERS[rng.next_u64() as usize % LETTERS.len()]).collect()
}

fn report(at: usize) -> String {
    let filler = "全年按规定更新各类信息，内容准确，方便群众查阅。".repeat(9);
    format!(
        "某县第{at}局2023年政府信息公开工作年度报告\n一、总体情况\n{filler}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。\n"
    )
}

/// Format, what it is, how many pieces the largest has, and how it is made.
const KINDS: &[(&str, &str, usize, Make)] = &[
    ("txt", "things in this order, in one sentence", 40_000, |n| {
        again(&format!("{TITLE}全年收到申请、办理答复，"), "分别为1件、", n)
    }),
    ("txt", "things in this order, in pairs", 40_000, |n| {
        pieces(TITLE, n, |at| format!("自然人、企业分别为{}件、1件，", at % 97))
    }),
    ("txt", "headings of sections", 100_000, |n| {
        pieces("", n, |at| format!("{}、总体情况\n", NUMERALS[at % 6]))
    }),
    ("txt", "titles with a heading", 40_000, |n| again("", TITLE, n)),
    ("txt", "headings of paragraphs", 100_000, |n| {
        pieces(TITLE, n, |at| format!("（{}）主动公开\n", numeral(at)))
    }),
    ("txt", "names of documents", 100_000, |n| again(TITLE, "《某办法》", n)),
    ("txt", "articles of documents", 100_000, |n| pieces(TITLE, n, |at| format!("《某办法》第{at}条（一）"))),
    ("txt", "names that do not end", 900_000, |n| again(TITLE, "《", n)),
    ("txt", "shares", 200_000, |n| again(TITLE, "占1%，", n)),
    ("txt", "counts with shares in one sentence", 60_000, |n| {
        pieces(TITLE, n, |at| format!("收到申请{at}件，占{}%，", at % 100))
    }),
    ("txt", "counts with shares", 60_000, |n| {
        pieces(TITLE, n, |at| format!("收到申请{at}件，占{}%。\n", at % 100))
    }),
    ("txt", "numbers", 100_000, |n| pieces(TITLE, n, |at| format!("{at} "))),
    ("txt", "counts in one sentence", 100_000, |n| pieces(TITLE, n, |at| format!("{at}件、"))),
    ("txt", "counts in sentences", 100_000, |n| pieces(TITLE, n, |at| format!("收到申请{at}件。"))),
    ("txt", "counts in lines", 100_000, |n| pieces(TITLE, n, |at| format!("收到申请{at}件。\n"))),
    ("txt", "sums", 20_000, |n| again(TITLE, "收到申请3件，其中自然人1件，法人2件。\n", n)),
    ("txt", "sums that differ", 20_000, |n| {
        pieces(TITLE, n, |at| format!("收到申请{}件，其中自然人{at}件，法人2件。\n", at + 3))
    }),
    ("txt", "sums in one sentence", 20_000, |n| {
        pieces(TITLE, n, |at| format!("发布信息{}条，其中动态{at}条，公告2条，", at + 3))
    }),
    ("txt", "sums in brackets", 20_000, |n| {
        pieces(TITLE, n, |at| format!("发布信息{}条（动态{at}条，公告2条），", at + 3))
    }),
    ("txt", "differences", 20_000, |n| pieces(TITLE, n, |at| format!("本年收到政府信息公开申请{at}件。\n"))),
    ("txt", "what was said before", 60_000, |n| {
        pieces(TITLE, n, |at| format!("全县共主动公开政府信息{at}条，内容准确。"))
    }),
    ("txt", "tables of one row", 100_000, |n| again(TITLE, "a\t1\n\n", n)),
    ("txt", "ampersands", 500_000, |n| again(TITLE, "&amp;", n)),
    ("txt", "backslashes", 2_900_000, |n| again(TITLE, "\\", n)),
    ("txt", "one line of ideographs", 2_900_000, |n| again("", "字", n)),
    ("txt", "a letter after each digit", 1_400_000, |n| again(TITLE, "a1", n)),
    ("txt", "digits and letters", 2_900_000, noise),
    ("txt", "digits and letters in lines", 38_000, |n| {
        noise(n * 76).chunks(76).flat_map(|line| [line, b"\n"].concat()).collect()
    }),
    ("txt", "code", 60_000, |n| pieces("", n, |at| format!("let x{at} = foo({at}, \"2023年\");\n"))),
    ("txt", "data with years", 60_000, |n| again("", "{\"y\":2023,\"n\":\"2022年\"},", n)),
    ("txt", "carriage returns alone", 1_000_000, |n| again("", "a\r", n)),
    ("txt", "reports, one after the other", 1_500, |n| pieces("", n, report)),
    ("txt", "placeholders", 30_000, |n| again(TITLE, "组织业务培训XX次，", n)),
    ("txt", "gaps for numbers", 60_000, |n| again(TITLE, "公开信息　条，", n)),
    ("txt", "words said twice", 200_000, |n| again(TITLE, "收到收到", n)),
    ("txt", "stretches said twice", 50_000, |n| again(TITLE, "一二三四五六七八一二三四五六七八。", n)),
    ("txt", "brackets that do not end", 800_000, |n| again(TITLE, "（", n)),
    ("txt", "counts in brackets", 200_000, |n| again(TITLE, "（其中1件）", n)),
    ("txt", "days that are not filled in", 100_000, |n| again(TITLE, "2023年　月　日，", n)),
    ("txt", "items of lists", 60_000, |n| pieces(TITLE, n, |at| format!("{}是加强；", numeral(at)))),
    ("txt", "numbered sentences", 60_000, |n| pieces(TITLE, n, |at| format!("（{}）加强。", numeral(at)))),
    ("txt", "telephone numbers", 60_000, |n| pieces(TITLE, n, |at| format!("电话138{at:08}，"))),
    ("txt", "sentences on the year before", 60_000, |n| again(TITLE, "2022年，我局收到申请5件。", n)),
    ("txt", "ends of the year, misspelt", 100_000, |n| again(TITLE, "截止2022年12月31日，", n)),
    ("txt", "parts of the report, counted", 100_000, |n| again(TITLE, "由六部分组成，", n)),
    ("txt", "words of other bodies for themselves", 100_000, |n| again(TOWN, "我街道、我局、本局", n)),
    ("txt", "requests put to another body", 100_000, |n| again(TOWN, "向县政府提出的", n)),
    ("txt", "requests that came on from another body", 60_000, |n| {
        again(TOWN, "向县政府提出的信息公开申请转办", n)
    }),
    ("md", "tables of one row", 50_000, |n| again("# 标题\n", "|a|b|\n|-|-|\n|1|2|\n\n", n)),
    ("md", "a table of many columns", 20_000, |n| {
        let row = |cell: &str| format!("|{}\n", cell.repeat(n));
        format!("# 标题\n{}{}{}", row("a|"), row("-|"), row("1|").repeat(20)).into_bytes()
    }),
    ("html", "signs", 9_000_000, |n| again("", "<", n)),
    ("html", "line breaks in a cell", 500_000, |n| again("<html><body><table><tr><td>", "1<br>", n)),
    ("html", "240 levels", 3_000, |n| {
        let nest = format!("{}a{}", "<div>".repeat(240), "</div>".repeat(240));
        again("<html><body>", &nest, n)
    }),
    ("html", "lines of tabs", 200_000, |n| again("<html><body><pre>", "a\tb\tc\n", n)),
    ("html", "rows", 60_000, |n| {
        pieces("<html><body><table>", n, |at| format!("<tr><td>{at}</td><td>1</td></tr>"))
    }),
    ("html", "attributes", 60_000, |n| {
        pieces("<html><body>", n, |at| format!("<p a{at}=1 b=2>年报{at}</p>"))
    }),
    ("rtf", "paragraphs of a letter", 500_000, |n| again("{\\rtf1\\ansi ", "a\\par ", n)),
    ("rtf", "groups", 400_000, |n| again("{\\rtf1\\ansi ", "{\\b a}", n)),
    ("mht", "encoded words", 60_000, |n| {
        let words = "=?utf-8?B?5Lit?= ".repeat(n);
        format!("MIME-Version: 1.0\r\nSubject: {words}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>年报</p>\r\n").into_bytes()
    }),
    ("docx", "paragraphs", 60_000, |n| Package::Docx.with(&Package::Docx.text("收到申请3件。").repeat(n))),
    ("odt", "blanks by the thousand", 50_000, |n| {
        Package::Odt.with(&format!("<text:p>{}</text:p>", "a<text:s text:c='100000'/>".repeat(n)))
    }),
    ("zip", "reports", 1_000, |n| {
        let entry = |at: usize| deflated(&format!("{at}.txt"), report(at).as_bytes());
        pack(&(0..n).map(entry).collect::<Vec<_>>())
    }),
];

/// The files, in the size that is asked for.
pub(crate) fn cases() -> Vec<Case> {
    let full = std::env::var("JIAOHE_HOSTILE").is_ok_and(|size| size == "full");
    let sized = |&(format, what, most, make): &(&'static str, &'static str, usize, Make)| {
        let count = if full { most } else { most / SMALLER };
        case(format, format!("{what}, × {count}"), ANY, move || make(count))
    };
    KINDS.iter().map(sized).collect()
}
