use super::*;
use crate::read::gb18030;

/// Blocks in one line each, then the notes after `//`.
fn show_bytes(bytes: &[u8]) -> Result<Vec<String>, ErrorKind> {
    let document = read(bytes, &gb18030).map_err(|error| error.kind)?;
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            crate::document::Block::Paragraph(p) => shown.push(match p.level {
                Some(level) => format!("h{level} {}", document.line(p.line)),
                None => document.line(p.line).to_owned(),
            }),
            crate::document::Block::Table(table) => {
                shown.push(format!("table {}×{}", table.rows, table.columns));
                for cell in &table.cells {
                    let (rows, columns) = (cell.row_span, cell.column_span);
                    let span =
                        if (rows, columns) == (1, 1) { String::new() } else { format!("+{rows}×{columns}") };
                    shown.push(format!("{},{}{span} {}", cell.row, cell.column, document.line(cell.line)));
                }
            }
        }
    }
    shown.extend(document.notes.iter().map(|note| format!("// {note}")));
    Ok(shown)
}

/// The body of a file with some fonts: 0 Latin, 1 Chinese, 2 Wingdings, 3 Japanese, 4 of the file's code page. What is
/// not ASCII in it stands for its bytes in GBK.
fn show(body: &str) -> Result<Vec<String>, ErrorKind> {
    let source = format!(
        "{{\\rtf1\\ansi\\ansicpg936\\deff0{{\\fonttbl{{\\f0\\fcharset0 Times;}}{{\\f1\\fcharset134 宋体{{\\*\\falt SimSun}};}}\
         {{\\f2\\fcharset2 Wingdings;}}{{\\f3\\fcharset128 MS;}}{{\\f4\\fcharset1 X;}}}}\
         {{\\stylesheet{{\\s1\\f1 标题 1;}}{{\\s2\\outlinelevel1 x;}}{{\\*\\cs1 y;}}{{Normal;}}}}{{\\info{{\\title t}}}}{body}}}"
    );
    show_bytes(&encoding_rs::GB18030.encode(&source).0)
}

macro_rules! shows {
    ($($name:ident: $body:expr => $want:expr;)+) => {
        $(#[test]
        fn $name() {
            assert_eq!(show(&$body), Ok(Vec::from($want).into_iter().map(String::from).collect::<Vec<_>>()));
        })+
    };
}

shows! {
    bytes_in_the_charset_of_their_font: "\\f1\\'d5\\'fe府{\\f0\\'93a\\'94}\\f4\\'d5\\'fe\\par{\\loch\\af0\\hich\\af0\\dbch\\af1 \\'d5\\'fe}\\loch\\f0 \\'97" =>
        ["政府“a”政", "政—"];
    // The second byte of 乗 is a backslash, that of 亄 and 亅 are ordinary.
    raw_bytes_of_two: "\\f1 乗a乷\\'81\\'5c\\'81@\\par b" => ["乗a乷乗丂", "b"];
    han_in_a_latin_font: "\\f0 政府\\'d5\\'fe{\\f3\\u25919\\'82\\'a0}" => ["政府政政"];
    code_pages_not_read: "\\f3 a\\'82\\'a0\\'82\\'a2b" =>
        ["a\u{fffd}\u{fffd}b", "// 有 2 个字的编码不能识别，已用“\u{fffd}”代替，请核对原文"];
    unicode_and_what_stands_in: "\\f1\\u-30066?\\uc2\\u25919\\'d5\\'fe\\u24220 ab\\uc1\\u25919\\'d5\\'fe{\\uc0\\u9312}x\\u8220\\ldblquote y\\u8221{z}\\u25919\\par w" =>
        ["誎政府政①x“y”z政", "w"];
    surrogate_pairs: "\\u-10179?\\u-8704?a\\u-10179?b" => ["😀ab"];
    unicode_destinations: "{\\upr{ansi}{\\*\\ud{\\u25919?}}}b{\\*\\unknown c{d}}{\\*\\bkmkstart e}" => ["政b"];
    characters: "a\\~b\\_c\\-d\\tab e\\emdash f\\{\\}\\\\\\line g\\lquote\\rquote\\bullet\\page h\\\r\ni" =>
        ["a\u{a0}b\u{2011}cd\te—f{}\\", "g‘’•", "h", "i"];
    symbols: "{\\f2\\'fe\\u-3843?}{\\field{\\*\\fldinst SYMBOL 254}{\\fldrslt\\f2\\'a8}}" => ["☑☒☐"];
    levels: "\\pard\\s1 a\\par\\pard\\s2 b\\par\\pard\\s1\\outlinelevel9 c\\par\\pard\\outlinelevel2 d\\par\\pard e" =>
        ["h1 a", "h2 b", "c", "h3 d", "e"];
    labels: "\\pard{\\listtext\\f1 一、\\tab}{\\*\\pn\\pnlvlbody{\\pntxta .}}总体\\par{\\pntext 1.\\tab}a\\par{\\listtext\\f2\\'6c\\tab}b" =>
        ["一、总体", "1. a", "b"];
    changes: "a{\\deleted\\revauthdel0 b}{\\deleted c}{\\revised d}e{\\deleted f\\par}g{\\revised h}{\\v i}\\v j\\v0 k" =>
        ["adeghk", "// 含修订痕迹（插入 2 处，删除 2 处），已按接受全部修订后的内容读取", "// 略去隐藏文字 1 处"];
    left_out: "{\\header a\\par}{\\footerf b}c{\\pict\\pngblip 0011}{\\*\\shppict{\\pict ff}}{\\nonshppict{\\pict ff}}{\\object{\\*\\objdata 00}{\\result{\\pict 00}d}}\
        {\\field{\\*\\fldinst{ PAGE }}{\\fldrslt 3}}{\\*\\atnid x}{\\*\\annotation y}" =>
        ["cd3", "// 有 1 条批注未读取", "// 有 2 张图片未读取", "// 有 1 个嵌入对象未读取"];
    notes_follow: "a{\\super\\chftn{\\footnote\\pard n\\par m}}b\\par{\\footnote\\ftnalt e}c" =>
        ["ab", "c", "n", "m", "e", "// 脚注排在正文之后", "// 尾注排在正文之后"];
    marks_inside_groups: "{a\\i0\\*\\cs7\\cf0 b}{\\*\\cs7 c}" => ["ab"];
    a_group_closed_too_often: "a}\r\n{\\b b}\\par\\pard{c" => ["a", "b", "c"];
    boxes: "a{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn x}{\\sv y}}{\\shptxt\\pard b\\par c}}{\\shprslt{\\*\\do{\\dptxbxtext b}}}}d\\par\
        {\\*\\do\\dobxcolumn\\dptxbx{\\dptxbxtext\\pard e\\par}}f" =>
        ["ad", "b", "c", "f", "e", "// 有 2 个文本框，其文字排在所在段落之后"];
    a_table: "前\\par\\trowd\\trgaph108\\trleft-108\\clvmgf\\cellx900\\cellx2700\\pard\\intbl a\\cell b\\par c\\cell\\row\
        \\trowd\\trleft-108\\clvmrg\\cellx900\\cellx1800\\cellx2701\\pard\\intbl\\cell d\\cell e\\cell\
        \\trowd\\trleft-108\\clvmrg\\cellx900\\cellx1800\\cellx2701\\row\\pard 后" =>
        ["前", "table 2×3", "0,0+2×1 a", "0,1+1×2 b\nc", "1,1 d", "1,2 e", "后"];
    merged_to_the_right: "\\trowd\\clvmgf\\clmgf\\cellx10\\clvmrg\\clmrg\\cellx20\\cellx30\\intbl a\\cell b\\cell c\\cell\\row\
        \\trowd\\clvmrg\\clmgf\\cellx10\\clmrg\\cellx20\\cellx30 \\cell\\cell d\\cell\\row\
        \\trowd\\cellx10\\cellx20\\cellx30 e\\cell f\\cell g\\cell\\row" =>
        ["table 3×3", "0,0+2×2 a\nb", "0,2 c", "1,2 d", "2,0 e", "2,1 f", "2,2 g"];
    rows_without_properties_of_their_own: "\\trowd\\cellx1\\cellx2\\pard\\intbl 规章\\cell 3\\cell\\row 许可\\cell 4\\cell\\row\\pard 后" =>
        ["table 2×2", "0,0 规章", "0,1 3", "1,0 许可", "1,1 4", "后"];
    intbl_said_once: "\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell\\pard b\\par c\\cell\\row\\trowd\\cellx1\\cellx2 d\\cell e\\row\\pard f" =>
        ["table 2×2", "0,0 a", "0,1 b\nc", "1,0 d", "1,1 e", "f"];
    more_and_fewer_cells_than_said: "\\trowd\\cellx1000\\cellx2000\\intbl a\\cell\\row\\intbl b\\cell c\\cell d\\cell\\row" =>
        ["table 2×3", "0,0 a", "0,1 ", "1,0 b", "1,1 c", "1,2 d"];
    a_deleted_row: "\\trowd\\cellx9\\cellx19\\intbl a\\cell b\\cell\\row\\trowd\\cldel\\cellx9\\cldel\\cellx19 c\\cell d\\cell\\row\
        \\trowd\\cellx9\\cellx19 e\\cell f\\cell\\row" =>
        ["table 2×2", "0,0 a", "0,1 b", "1,0 e", "1,1 f"];
    a_nested_table: "\\trowd\\cellx3000\\cellx9000\\pard\\intbl 一二三四五六\\cell x\\par\\pard\\intbl\\itap2 y\\nestcell{\\nonesttables\\par}z\\nestcell\
        {\\*\\nesttableprops\\trowd\\cellx500\\cellx600\\nestrow}{\\nonesttables\\par}\\pard\\intbl w\\cell\\row\
        \\trowd\\cellx3000\\cellx9000 a\\cell b\\cell\\row\\pard c" =>
        ["table 2×2", "0,0 一二三四五六", "0,1 x\ny\nz\nw", "1,0 a", "1,1 b", "c"];
    a_table_that_lays_out: "\\trowd\\cellx9000\\pard\\intbl 题\\par\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}\
        c\\nestcell d\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}\\pard\\intbl\\cell\\row" =>
        ["题", "table 2×2", "0,0 a", "0,1 b", "1,0 c", "1,1 d"];
}

#[test]
fn what_has_no_end_is_told() {
    assert_eq!(show_bytes(b"{\\rtf1 a").map(|shown| shown.len()), Ok(2));
    assert_eq!(show_bytes(b"{\\rtf1 a{b"), Err(ErrorKind::Truncated));
    assert_eq!(show_bytes(b"{\\rtf1 a{\\pict\\bin999 b}}"), Err(ErrorKind::Truncated));
    assert_eq!(show_bytes(b"{\\rtf1 {\\pict\\bin3 }}}}a}\0\0").map(|shown| shown.len()), Ok(2));
    let more = show_bytes(b"{\\rtf1 a}}b c d e f g h i j k l m n o p q r s t u").unwrap_or_default();
    assert_eq!(more, ["a", "// 文件结尾之后还有内容，未读取"]);
    assert_eq!(show_bytes(b"{\\rtf1}"), Err(ErrorKind::Empty));
}

#[test]
fn hostile_files_are_refused() {
    let deep = |n: usize| show_bytes(format!("{{\\rtf1 {}a{}}}", "{".repeat(n), "}".repeat(n)).as_bytes());
    assert_eq!(deep(limits::DEPTH - 1), Ok(vec!["a".into()]));
    assert_eq!(deep(limits::DEPTH), Err(ErrorKind::TooDeep));
    let rows = format!(
        "{{\\rtf1\\trowd{}\\intbl a{}}}",
        "\\cellx1".repeat(10_000),
        "\\cell\\row ".repeat(limits::NODES / 100)
    );
    assert_eq!(show_bytes(rows.as_bytes()), Err(ErrorKind::TooManyNodes));
    let wide = format!("{{\\rtf1\\trowd\\intbl {}\\row}}", "a\\cell ".repeat(100_000));
    assert_eq!(show_bytes(wide.as_bytes()).map(|shown| shown.len()), Ok(limits::COLUMNS + 2));
}
