use super::*;
use crate::document::Block;
use crate::read::{Input, read};
use jiaohe_testkit::docx::pack;

const TYPES: &str = "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
const RELS: &str = "<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>";

/// A package with the given body, and further parts that are related to it by the last word of their name.
fn package(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = format!("<w:document><w:body>{body}</w:body></w:document>");
    let rels: Vec<_> = parts
        .iter()
        .map(|(name, _)| {
            let kind =
                if name.starts_with("chunk") { "aFChunk" } else { name.split('.').next().unwrap_or("") };
            format!("<Relationship Id='{name}' Type='http://x/{kind}' Target='{name}'/>")
        })
        .collect();
    let rels = format!("<Relationships>{}</Relationships>", rels.concat());
    let names: Vec<_> = parts.iter().map(|(name, _)| format!("word/{name}")).collect();
    let mut all =
        vec![("[Content_Types].xml", TYPES), ("_rels/.rels", RELS), ("word/document.xml", main.as_str())];
    all.push(("word/_rels/document.xml.rels", &rels));
    all.extend(names.iter().zip(parts).map(|(name, (_, content))| (name.as_str(), *content)));
    pack(&all)
}

/// Blocks in one line each, then the notes after `//`.
fn show_with(body: &str, parts: &[(&str, &str)]) -> Result<Vec<String>, ReadError> {
    let document = read("a.docx", Input::Bytes(&package(body, parts)))?;
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(p) => shown.push(match p.level {
                Some(level) => format!("h{level} {}", document.line(p.line)),
                None => document.line(p.line).to_owned(),
            }),
            Block::Table(table) => {
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

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A cell with properties.
fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

macro_rules! shows {
    ($($name:ident: $body:expr => $want:expr;)+) => {
        $(#[test]
        fn $name() -> Result<(), ReadError> {
            assert_eq!(show_with(&$body, &[])?, $want);
            Ok(())
        })+
    };
}

shows! {
    transparent_elements: format!("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>\
        <w:p><w:bookmarkStart w:name='_GoBack'/><w:hyperlink><w:r><w:t>网</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>址</w:t></w:r></w:smartTag></w:p>", p("甲")) =>
        ["甲", "网址"];
    tabs_breaks_and_hyphens: "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:tab/><w:t xml:space='preserve'> a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>" =>
        ["\t a", "b\u{2011}☑"];
    fields_show_their_result: "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>x</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr='DATE'><w:r><w:t>月</w:t></w:r></w:fldSimple></w:p>" =>
        ["3月"];
    tracked_changes: "<w:p><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:del><w:r><w:delText>11</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:r><w:t>件</w:t></w:r></w:p>" =>
        ["12件", "// 含修订痕迹（插入 1 处，删除 2 处），已按接受全部修订后的内容读取"];
    a_deleted_paragraph_mark_joins: format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>收到</w:t></w:r></w:p>{}", p("9件")) =>
        ["收到9件"];
    hidden_text_and_ruby: "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>显</w:t></w:r>\
        <w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>" =>
        ["显音", "// 略去注音 1 处、隐藏文字 1 处"];
    text_boxes_come_once_and_after: format!("<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><a:blip/><a:t>图</a:t><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>\
        <mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>", p("框")) =>
        ["前后", "框", "// 有 1 个文本框，其文字排在所在段落之后", "// 有 1 张图片未读取"];
    merged_cells: format!("<w:tbl><w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='900'/><w:gridCol w:w='900'/></w:tblGrid>\
        <w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{}{}</w:tr></w:tbl>",
        tc("<w:vMerge w:val='restart'/>", "a"), tc("<w:gridSpan w:val='2'/>", "b"),
        tc("<w:vMerge/>", "更多"), tc("", "c"), tc("", "d"), tc("", "删"), tc("", "e"), tc("", "f")) =>
        ["table 3×3", "0,0+2×1 a\n更多", "0,1+1×2 b", "1,1 c", "1,2 d", "2,1 e", "2,2 f",
            "// 含修订痕迹（插入 0 处，删除 1 处），已按接受全部修订后的内容读取"];
    merged_the_old_way: format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        tc("<w:hMerge w:val='restart'/>", "a"), tc("<w:hMerge/>", ""), tc("", "b"), tc("", "c")) =>
        ["table 2×2", "0,0+1×2 a", "1,0 b", "1,1 c"];
    rows_and_cells_in_content_controls: format!("<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>{}</w:tr></w:sdtContent></w:sdt></w:tbl>", tc("", "a"), tc("", "b")) =>
        ["table 1×2", "0,0 a", "0,1 b"];
    a_table_in_a_cell: format!("<w:tbl><w:tr>{}<w:tc>{}<w:tbl><w:tr>{}{}</w:tr></w:tbl></w:tc></w:tr></w:tbl>", tc("", "一二三四五"), p("x"), tc("", "y"), tc("", "z")) =>
        ["table 1×2", "0,0 一二三四五", "0,1 x\ny\nz"];
    a_table_that_lays_out: format!("<w:tbl><w:tr><w:tc>{}<w:tbl><w:tr>{1}{1}</w:tr><w:tr>{1}{1}</w:tr></w:tbl></w:tc></w:tr></w:tbl>", p("题"), tc("", "0")) =>
        ["题", "table 2×2", "0,0 0", "0,1 0", "1,0 0", "1,1 0"];
}

#[test]
fn headings_and_numbers_come_from_styles() -> Result<(), ReadError> {
    let styles = "<w:styles><w:style w:styleId='H'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>";
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
    let heading =
        |text: &str| format!("<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = [heading("总体情况"), p("正文"), heading("公开")].concat();
    let shown = show_with(&body, &[("styles.xml", styles), ("numbering.xml", numbering)])?;
    assert_eq!(shown, ["h1 一、总体情况", "正文", "h1 二、公开"]);
    Ok(())
}

#[test]
fn embedded_documents_are_read_in_place() -> Result<(), ReadError> {
    let html = "<html><p>嵌入</p></html>";
    let mht = "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>网页</p>";
    let parts = [
        ("chunk.html", html),
        ("chunk.rtf", "{\\rtf1 rich}"),
        ("chunk.mht", mht),
        ("chunk.bad", "{\\rtf1{{"),
    ];
    let body = parts.map(|(name, _)| format!("<w:altChunk r:id='{name}'/>")).concat();
    let shown = show_with(&(body + &p("后")), &parts)?;
    assert_eq!(shown, ["嵌入", "rich", "网页", "后", "// 有 1 处嵌入的文档未读取"]);
    Ok(())
}

#[test]
fn footnotes_follow_the_text() -> Result<(), ReadError> {
    let notes = format!(
        "<w:footnotes><w:footnote w:type='separator'>{}</w:footnote><w:footnote w:id='1'>{}</w:footnote></w:footnotes>",
        p("—"),
        p("注")
    );
    let shown = show_with(&p("文"), &[("footnotes.xml", &notes)])?;
    assert_eq!(shown, ["文", "注", "// 脚注排在正文之后"]);
    Ok(())
}

#[test]
fn hostile_packages_are_refused() {
    let kind = |bytes: &[u8]| read("a.docx", Input::Bytes(bytes)).err().map(|error| error.kind);
    let body = |body: &str| kind(&package(body, &[]));
    assert_eq!(body(""), Some(ErrorKind::Empty));
    assert_eq!(body("<w:p>"), Some(ErrorKind::Damaged));
    assert_eq!(body(&"<w:tbl><w:tr><w:tc>".repeat(20_000)), Some(ErrorKind::TooDeep));
    let package = package(&p("甲"), &[]);
    assert_eq!(kind(&package), None);
    assert_eq!(kind(package.get(..package.len() - 30).unwrap_or(&[])), Some(ErrorKind::Truncated));
    let twice =
        pack(&[("[Content_Types].xml", TYPES), ("word/document.xml", "<a/>"), ("WORD/document.xml", "<a/>")]);
    assert_eq!(kind(&twice), Some(ErrorKind::Overlap));
    let names: Vec<_> = (0..=limits::ENTRIES).map(|at| format!("{at}")).collect();
    let many: Vec<_> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(kind(&pack(&many)), Some(ErrorKind::TooManyEntries));
    assert_eq!(kind(&pack(many.get(1..).unwrap_or(&[]))), Some(ErrorKind::NestedArchive));
}
