use super::*;
use crate::document::Block as Shown;
use crate::read::{Input, read};
use jiaohe_testkit::docx::pack;

/// A document: its styles, and what is in its body.
fn document(kind: &str, styles: &str, body: &str) -> Vec<u8> {
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    );
    pack(&[("mimetype", &mimetype), ("META-INF/manifest.xml", "<manifest/>"), ("content.xml", &content)])
}

fn show(bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    let document = read("a", Input::Bytes(bytes))?;
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            Shown::Paragraph(p) => {
                let level = p.level.map_or_else(String::new, |level| format!("h{level} "));
                shown.push(level + document.line(p.line));
            }
            Shown::Table(table) => {
                let mut line = format!("[{}×{}]", table.rows, table.columns);
                for cell in &table.cells {
                    let span = match (cell.row_span, cell.column_span) {
                        (1, 1) => String::new(),
                        (rows, columns) => format!("+{rows}×{columns}"),
                    };
                    line.extend([format!(
                        " {},{}{span}={}",
                        cell.row,
                        cell.column,
                        document.line(cell.line)
                    )]);
                }
                shown.push(line);
            }
        }
    }
    shown.extend(document.notes.iter().map(|note| format!("// {note}")));
    Ok(shown)
}

const LISTS: &str = "<text:list-style style:name='L'>\
    <text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/>\
    <text:list-level-style-number text:level='2' style:num-format='1' text:display-levels='2' style:num-suffix='.'/>\
    <text:list-level-style-bullet text:level='3'/></text:list-style>\
    <text:outline-style><text:outline-level-style text:level='1' style:num-format='一, 二, 三, ...' style:num-prefix='第' style:num-suffix='章'/>\
    <text:outline-level-style text:level='2' style:num-format=''/></text:outline-style>\
    <style:style style:name='Plain' style:family='paragraph' style:list-style-name=''/>\
    <style:style style:name='Hid' style:family='text'><style:text-properties text:display='none'/></style:style>\
    <style:style style:name='W' style:family='table-column'><style:table-column-properties style:column-width='2cm'/></style:style>\
    <style:style style:name='N' style:family='table-column'><style:table-column-properties style:column-width='0.01cm'/></style:style>";

macro_rules! shows {
    ($($name:ident: $kind:literal $body:expr => $want:expr;)+) => {
        $(#[test]
        fn $name() -> Result<(), ReadError> {
            assert_eq!(show(&document($kind, LISTS, &$body))?, $want);
            Ok(())
        })+
    };
}

shows! {
    blanks_and_breaks: "text" "<text:p> 甲\n  乙 <text:s text:c='2'/>丙<text:tab/>丁<text:line-break/>戊<text:span> 己</text:span><text:soft-page-break/></text:p>" =>
        ["甲 乙   丙\t丁", "戊 己"];
    headings_and_chapters: "text" "<text:h text:outline-level='1'>总则</text:h><text:h text:outline-level='2'>节</text:h><text:h text:style-name='Plain'>附</text:h>\
        <text:h text:outline-level='1' text:is-list-header='true'>无号</text:h><text:h text:outline-level='1'>附则</text:h>" =>
        ["h1 第一章总则", "h2 节", "h1 附", "h1 无号", "h1 第二章附则"];
    lists_count: "text" "<text:list text:style-name='L' xml:id='a'><text:list-header><text:p>头</text:p></text:list-header><text:list-item><text:p>甲</text:p><text:p>续</text:p>\
        <text:list><text:list-item><text:p>乙</text:p></text:list-item><text:list-item><text:p>丙</text:p><text:list><text:list-item><text:p>点</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item></text:list>\
        <text:p>间</text:p><text:list text:style-name='L' text:continue-numbering='true'><text:list-item><text:h>丁</text:h></text:list-item></text:list>\
        <text:list text:style-name='L'><text:list-item><text:p>新</text:p></text:list-item><text:list-item text:start-value='9'><text:p>九</text:p></text:list-item></text:list>\
        <text:list text:continue-list='a' text:style-name='L'><text:list-item><text:p>再</text:p></text:list-item></text:list>" =>
        ["头", "一、甲", "续", "一.1. 乙", "一.2. 丙", "点", "间", "h1 二、丁", "一、新", "九、九", "二、再"];
    tracked_changes: "text" "<text:tracked-changes><text:changed-region text:id='1'><text:deletion><text:p>删去的</text:p></text:deletion></text:changed-region>\
        <text:changed-region><text:insertion/></text:changed-region></text:tracked-changes><text:p>收到<text:change text:change-id='1'/>9件</text:p>" =>
        ["收到9件", "// 含修订痕迹（插入 1 处，删除 1 处），已按接受全部修订后的内容读取"];
    notes_boxes_and_pictures: "text" "<text:p>文<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>\
        <draw:frame><draw:text-box><text:p>框</text:p></draw:text-box><svg:title>题</svg:title><svg:desc>述</svg:desc></draw:frame><draw:frame><draw:image/></draw:frame>\
        <office:annotation><text:p>批</text:p></office:annotation>尾</text:p>" =>
        ["文尾", "框", "注", "// 脚注排在正文之后", "// 有 1 条批注未读取", "// 有 1 个文本框，其文字排在所在段落之后", "// 有 1 张图片未读取"];
    hidden_text: "text" "<text:p>显<text:span text:style-name='Hid'>隐</text:span></text:p><text:section text:display='none'><text:p>节</text:p></text:section>" =>
        ["显", "// 略去隐藏文字 2 处"];
    merged_cells: "text" "<table:table><table:table-column table:number-columns-repeated='3'/><table:table-header-rows><table:table-row>\
        <table:table-cell table:number-rows-spanned='2'><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-spanned='2'><text:p>b</text:p><text:p>b2</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>\
        <table:table-row><table:covered-table-cell/><table:table-cell table:number-columns-repeated='2'><text:p>0</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='3'/></table:table-row></table:table>" =>
        ["[4×3] 0,0+2×1=a 0,1+1×2=b\nb2 1,1=0 1,2=0 2,0= 2,1= 2,2= 3,0= 3,1= 3,2="];
    phantom_columns: "text" "<table:table><table:table-column table:style-name='W'/><table:table-column table:style-name='N'/><table:table-column table:style-name='W'/>\
        <table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-spanned='2'><text:p>b</text:p></table:table-cell><table:covered-table-cell/></table:table-row>\
        <table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>c</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table>" =>
        ["[2×2] 0,0=a 0,1=b 1,0=c 1,1=d"];
    values_of_a_sheet: "spreadsheet" "<table:table table:name='a'><table:table-column table:number-columns-repeated='16384'/><table:table-row>\
        <table:table-cell office:value-type='float' office:value='10465'><text:p>10,465</text:p></table:table-cell><table:table-cell office:value-type='float' office:value='18.871'/>\
        <table:table-cell office:value-type='percentage' office:value='0.125'/><table:table-cell office:value-type='string'><text:p>甲</text:p><text:p>乙<text:s/>丙</text:p></table:table-cell>\
        <table:table-cell table:formula='of:=1'/><table:table-cell office:value-type='float' office:value='0'><text:p/></table:table-cell><table:table-cell><text:p>尾</text:p></table:table-cell><table:table-cell table:number-columns-repeated='16377'/></table:table-row>\
        <table:table-row table:number-rows-repeated='1048575'><table:table-cell table:number-columns-repeated='16384'/></table:table-row></table:table>" =>
        ["[1×6] 0,0=10,465 0,1=18.871 0,2=12.5% 0,3=甲\n乙 丙 0,4= 0,5=尾", "// 有 1 个公式没有保存计算结果，按空白读取；请在 WPS 或 LibreOffice 中打开并保存后再试"];
    merged_and_hidden_in_a_sheet: "spreadsheet" "<table:table table:name='a'><table:table-column/><table:table-column table:visibility='collapse'/><table:table-column table:number-columns-repeated='2'/>\
        <table:table-row><table:table-cell table:number-columns-spanned='3' table:number-rows-spanned='2'><text:p>a</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated='2'><text:p>盖</text:p></table:covered-table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:covered-table-cell table:number-columns-repeated='3'/><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row>\
        <table:table-row table:visibility='filter' table:number-rows-repeated='2'><table:table-cell><text:p>滤</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell><text:p>d</text:p></table:table-cell><table:table-cell><text:p>藏</text:p></table:table-cell><table:table-cell><text:p>e</text:p></table:table-cell><table:table-cell><text:p>f</text:p></table:table-cell></table:table-row></table:table>" =>
        ["[3×3] 0,0+2×2=a 0,2=b 1,2=c 2,0=d 2,1=e 2,2=f", "// 工作表“a”中有 2 行、1 列隐藏的内容未读取"];
}

#[test]
fn hostile_documents_are_refused_or_clipped() {
    let kind = |bytes: &[u8]| show(bytes).err().map(|error| error.kind);
    let manifest = "<manifest:encryption-data/>";
    let encrypted = pack(&[("mimetype", ""), ("META-INF/manifest.xml", manifest), ("content.xml", "?")]);
    assert_eq!(kind(&encrypted), Some(ErrorKind::Encrypted));
    assert_eq!(kind(&document("presentation", "", "")), Some(ErrorKind::Presentation));
    assert_eq!(kind(&document("text", "", "<text:p/>")), Some(ErrorKind::Empty));
    let cell = format!(
        "<table:table-cell table:number-columns-repeated='4000000000'><text:p>{}</text:p></table:table-cell>",
        "甲".repeat(500)
    );
    for (format, refusal) in [("text", ErrorKind::TooMuchText), ("spreadsheet", ErrorKind::TooMuchText)] {
        let row = format!(
            "<table:table><table:table-row table:number-rows-repeated='4000000000'>{cell}</table:table-row></table:table>"
        );
        assert_eq!(kind(&document(format, "", &row)), Some(refusal));
    }
    let deep = "<table:table><table:table-row><table:table-cell>".repeat(90);
    assert_eq!(kind(&document("text", "", &deep)), Some(ErrorKind::TooDeep));
}
