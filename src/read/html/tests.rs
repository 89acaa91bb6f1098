use super::*;
use crate::document::Block;

/// A document in one line a block: paragraphs as they are, cells as `row,column+row_span×column_span text`.
fn show(source: &str) -> Result<Vec<String>, ReadError> {
    let document = read(source)?;
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
    Ok(shown)
}

macro_rules! shows {
    ($($name:ident: $source:expr => $want:expr;)+) => {
        $(#[test]
        fn $name() -> Result<(), ReadError> {
            assert_eq!(show($source)?, $want);
            Ok(())
        })+
    };
}

shows! {
    blocks_and_headings: "<title>x</title><h1>一、总体情况</h1><div>甲<p>乙<br>丙</div>丁<ul><li>戊</ul>" =>
        ["h1 一、总体情况", "甲", "乙", "丙", "丁", "戊"];
    what_is_not_text: "<style>a{}</style><p>甲<script>1</script><svg><title>x</title></svg><rt>y</rt><textarea>z</textarea>\
        <span style='DISPLAY: none'>w</span><b hidden>v</b><!-- u --><![if !supportLists]>（一）<![endif]><o:p>乙</o:p>" =>
        ["甲（一）乙"];
    ordered_lists: "<ol><li>甲<li><p>乙</p>丙<li><ol start=3><li>丁</ol><li value=9>戊<li></ol>己<ul><li>庚</ul><ol style='list-style-type:none'><li>辛</ol>\
        <ol style='list-style-type: cjk-ideographic' start=10><li>总体<li>公开</ol><ol class='custom_cn2 list-paddingleft-1'><li class='list-cn-3-1'><p>主动</p></ol>" =>
        ["1. 甲", "2. 乙", "丙", "3. 丁", "9. 戊", "己", "庚", "辛", "十、总体", "十一、公开", "（一）主动"];
    fields_in_cells: "<input value=搜索><table><tr><td>规章<td><input type=text value=3 readonly><tr><td>许可<td><input type=hidden value=x><input value=4></table>" =>
        ["table 2×2", "0,0 规章", "0,1 3", "1,0 许可", "1,1 4"];
    text_that_runs_over_its_neighbours: "<table><tr><td colspan=2 style='mso-ignore:colspan'>题<td>1<tr><td>a<td>b<td>c</table>" =>
        ["table 2×3", "0,0 题", "0,2 1", "1,0 a", "1,1 b", "1,2 c"];
    a_page_of_a_content_management_system: "<div class=nav><ol></ol></div><?xml:namespace prefix=o/><UCAPCONTENT><table><tr><td width=200><table><tr><td>指南</table><td>\
        <table><tr><td>年度报告<tr><td><founder-content><p>一、总体情况<br/>收到<st1:n>9</st1:n>件。<table border=1><tr><td>规章<td>0<tr><td>许可<td>1</table>\
        <table><tr><td rowspan=99>复议<td>维持<tr><td>0</table></founder-content></table></table></UCAPCONTENT><table><tr><td>主办：甲局</table>" =>
        ["指南", "年度报告", "一、总体情况", "收到9件。", "table 2×2", "0,0 规章", "0,1 0", "1,0 许可", "1,1 1", "table 2×2", "0,0+2×1 复议", "0,1 维持", "1,1 0", "主办：甲局"];
    spans: "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>" =>
        ["table 2×3", "0,0+2×1 a", "0,1+1×2 b", "1,1 c", "1,2 d"];
    spans_beyond_the_table: "<table><tr><td rowspan=99>a<td colspan=0>b<tr><td rowspan=0>c<td>d<tr><td>e</table>" =>
        ["table 3×3", "0,0+3×1 a", "0,1 b", "1,1+2×1 c", "1,2 d", "2,2 e"];
    a_span_over_a_taken_place: "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>" =>
        ["table 2×2", "0,0 a", "0,1+2×1 b", "1,0 c"];
    text_of_cells: "<table><tr><td><p>商业</p><p>企业</p><td>0<br></td><tr><td>&nbsp;<td>a\n<pre> b\n</pre></table>" =>
        ["table 2×2", "0,0 商业\n企业", "0,1 0", "1,0 ", "1,1 a\n b"];
    layout_tables: "<table><tr><td>栏目<td><table><tr><td>标题</table><table><tr><td>规章<td>10<tr><td>许可<td>20</table></table>" =>
        ["栏目", "标题", "table 2×2", "0,0 规章", "0,1 10", "1,0 许可", "1,1 20"];
    a_small_table_in_a_cell: "<table><tr><td>信息内容<td>本年制发件数<tr><td>规章<td><table><tr><td>1<td>2</table></table>" =>
        ["table 2×2", "0,0 信息内容", "0,1 本年制发件数", "1,0 规章", "1,1 1\n2"];
    one_row_of_data: "<table><tr><td>行政许可<td>12</table>" => ["table 1×2", "0,0 行政许可", "0,1 12"];
    rows_without_height: "<table><tr><td>a<td>b<tr height=0><td width=1><td></tr></table>" =>
        ["table 1×2", "0,0 a", "0,1 b"];
    hidden_rows_and_cells: "<table><tr><td rowspan=3>a<td>b<tr style='display:none'><td>x<tr><td style='display:none'>y<td>c</table>" =>
        ["table 2×2", "0,0+2×1 a", "0,1 b", "1,1 c"];
    unclosed_and_misplaced: "<table>前言<tr><td>a<td>b<tr><td>c<p>d</table>" =>
        ["前言", "table 2×2", "0,0 a", "0,1 b", "1,0 c\nd"];
    preformatted_page: "<pre>\n一、总体情况\n\t规章\n\n\t0\n</pre>" => ["一、总体情况", "\t规章", "", "\t0"];
    outline_level: "<p style='mso-outline-level:2'>二、公开</p><p>正文</p>" => ["h2 二、公开", "正文"];
    caption: "<table><caption>表一</caption><tr><td>a<td>b</table>" => ["表一", "table 1×2", "0,0 a", "0,1 b"];
    phantom_column: "<table><col width=90><col width=1><col width=90><tr><td>a<td colspan=2>b<tr><td colspan=2>c<td>d</table>" =>
        ["table 2×2", "0,0 a", "0,1 b", "1,0 c", "1,1 d"];
}

#[test]
fn what_is_left_out_is_said() -> Result<(), ReadError> {
    let source =
        "<p>收到<del>3</del><ins>4</ins>件<s class=msoDel>x</s><img src=file:///c:/a.png><img src=b></p>";
    let document = read(source)?;
    assert_eq!(document.lines(), ["收到4件"]);
    assert_eq!(
        document.notes,
        ["含修订痕迹：已略去 2 处删除的文字，按接受修订后的内容读取", "有 2 张图片未读取"]
    );
    Ok(())
}

fn kind(source: &str) -> Option<ErrorKind> {
    read(source).err().map(|error| error.kind)
}

#[test]
fn hostile_pages_are_refused() {
    let deep = |n: usize| format!("{}甲", "<div>".repeat(n));
    // `html` and `body` are two levels, and the innermost `div` is at the limit.
    assert_eq!(kind(&deep(limits::DEPTH - 2)), None);
    assert_eq!(kind(&deep(limits::DEPTH - 1)), Some(ErrorKind::TooDeep));
    assert_eq!(kind(&deep(500_000)), Some(ErrorKind::TooDeep));
    let attributes =
        |n: usize| format!("<p {}>甲", (0..n).map(|i| format!("a{i}")).collect::<Vec<_>>().join(" "));
    assert_eq!(kind(&attributes(limits::ATTRIBUTES)), None);
    assert_eq!(kind(&attributes(limits::ATTRIBUTES + 1)), Some(ErrorKind::TooManyAttributes));
    assert_eq!(kind(&attributes(1_000_000)), Some(ErrorKind::TooManyAttributes));
    assert_eq!(kind(&"<b>".repeat(limits::NODES)), Some(ErrorKind::TooDeep));
    assert_eq!(kind(&"<br>".repeat(limits::NODES + 1)), Some(ErrorKind::TooManyNodes));
    assert_eq!(kind(""), Some(ErrorKind::Empty));
}
