use super::*;
use crate::document::Block;
use crate::read::{Input, read};
use jiaohe_testkit::docx::pack;

const TYPES: &str = "<Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='#,##0;-#,##0;&quot;-&quot;'/></numFmts>\
    <borders><border/><border><left style='thin'/></border></borders>\
    <cellXfs><xf numFmtId='0'/><xf numFmtId='176'/><xf numFmtId='31'/><xf numFmtId='0' borderId='1'/></cellXfs>\
    <dxfs><dxf><border><left style='thin'/></border></dxf></dxfs></styleSheet>";

/// A workbook of sheets: attributes, and the content of the worksheet.
fn workbook(sheets: &[(&str, &str)], strings: &str) -> Vec<u8> {
    workbook_with(sheets, strings, &[])
}

/// As `workbook`, with further parts.
fn workbook_with(sheets: &[(&str, &str)], strings: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut list = String::new();
    let mut rels = String::from(
        "<Relationship Id='s' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings' Target='sharedStrings.xml'/>\
         <Relationship Id='t' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/styles' Target='/xl/styles.xml'/>",
    );
    let mut parts = Vec::new();
    for (at, (attributes, content)) in sheets.iter().enumerate() {
        list.extend([format!("<x:sheet {attributes} r:id='w{at}'/>")]);
        rels.extend([format!(
            "<Relationship Id='w{at}' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet' Target='worksheets/s{at}.xml'/>"
        )]);
        parts.push((format!("xl/worksheets/s{at}.xml"), format!("<x:worksheet>{content}</x:worksheet>")));
    }
    let book = format!("<x:workbook><x:workbookPr/><x:sheets>{list}</x:sheets></x:workbook>");
    let rels = format!("<Relationships>{rels}</Relationships>");
    let strings = format!("<sst>{strings}</sst>");
    let mut all = vec![
        ("[Content_Types].xml", TYPES),
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", &rels),
        ("xl/sharedStrings.xml", &strings),
        ("xl/styles.xml", STYLES),
    ];
    all.extend(parts.iter().map(|(name, content)| (name.as_str(), content.as_str())));
    all.extend(more);
    pack(&all)
}

fn show(bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    let document = read("a.xlsx", Input::Bytes(bytes))?;
    let mut shown = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(p) => shown.push(document.line(p.line).to_owned()),
            Block::Table(table) => {
                let cells = table.cells.iter().map(|cell| document.line(cell.line));
                shown.push(format!(
                    "{}×{} {}",
                    table.rows,
                    table.columns,
                    cells.collect::<Vec<_>>().join("|")
                ));
            }
        }
    }
    shown.extend(document.notes.iter().map(|note| format!("// {note}")));
    Ok(shown)
}

#[test]
fn cells_of_every_kind() -> Result<(), ReadError> {
    let sheet = "<x:dimension ref='A1:XFD1048576'/><x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c><x:c t='inlineStr'><x:v>1.0</x:v><x:is><x:r><x:t>甲_x000A_</x:t></x:r><x:r><x:t>乙</x:t></x:r><x:rPh><x:t>z</x:t></x:rPh></x:is></x:c></x:row>\
        <x:row><x:c t='b'><x:v>1</x:v></x:c><x:c t='e'><x:v>#DIV/0!</x:v></x:c></x:row>\
        <x:row r='3'><x:c r='A3' t='str'><x:f>A1&amp;1</x:f><x:v>丙</x:v></x:c><x:c><x:f>1/3</x:f><x:v>18.870999999999999</x:v></x:c></x:row>\
        <x:row><x:c s='1'><x:v>10465</x:v></x:c><x:c s='1'><x:v>0</x:v></x:c></x:row>\
        <x:row><x:c s='2'><x:v>44927</x:v></x:c><x:c><x:f>SUM(A1)</x:f></x:c></x:row>\
        <x:row><x:c t='s'><x:v>9</x:v></x:c><x:c s='3'/></x:row></x:sheetData>";
    let shown = show(&workbook(&[("name='a'", sheet)], "<si><t>项目</t></si>"))?;
    let want = [
        "5×2 项目|甲\n乙|TRUE|#DIV/0!|丙|18.871|10,465|-|2023年1月1日|",
        "// 有 1 个公式没有保存计算结果，按空白读取；请在 WPS 或 Excel 中打开并保存后再试",
    ];
    assert_eq!(shown, want);
    Ok(())
}

#[test]
fn what_is_hidden_is_left_out() -> Result<(), ReadError> {
    let row = |attributes: &str, text: &str| {
        format!(
            "<x:row {attributes}><x:c t='str'><x:v>{text}</x:v></x:c><x:c><x:v>5</x:v></x:c><x:c><x:v>1</x:v></x:c></x:row>"
        )
    };
    let sheet = format!(
        "<x:cols><x:col min='2' max='2' width='9' hidden='1'/></x:cols><x:sheetData>{}{}{}</x:sheetData>",
        row("", "甲"),
        row("hidden='1'", "乙"),
        row("ht='0'", "丙")
    );
    let sheets = [("name='表'", sheet.as_str()), ("name='底稿' state='veryHidden'", sheet.as_str())];
    let want =
        ["1×2 甲|1", "// 有 1 个隐藏的工作表未读取（底稿）", "// 工作表“表”中有 2 行、1 列隐藏的内容未读取"];
    assert_eq!(show(&workbook(&sheets, ""))?, want);
    let hidden = show(&workbook(&[("state='hidden'", &sheet)], "")).map_err(|error| error.kind);
    assert_eq!(hidden, Err(ErrorKind::Empty));
    Ok(())
}

#[test]
fn text_boxes_follow_their_sheet() -> Result<(), ReadError> {
    let sheet = "<x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData><x:drawing r:id='d'/>";
    let drawing = "<xdr:wsDr><xdr:sp><xdr:nvSpPr/><xdr:txBody><a:p><a:r><a:t>本报告</a:t></a:r><a:r><a:t>由办公室编制。</a:t></a:r></a:p><a:p/>\
        <a:p><a:r><a:t>第二段</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>";
    let rels = "<Relationships><Relationship Id='d' Type='x/drawing' Target='../drawings/d.xml'/><Relationship Id='p' Type='x/printerSettings' Target='p.bin'/></Relationships>";
    let parts = [
        ("xl/worksheets/_rels/s0.xml.rels", rels),
        ("xl/drawings/d.xml", drawing),
        ("xl/worksheets/p.bin", "\0\u{1}"),
    ];
    let want = ["1", "本报告由办公室编制。", "第二段", "// 有 1 个文本框，其文字排在所在工作表之后"];
    assert_eq!(show(&workbook_with(&[("name='a'", sheet)], "", &parts))?, want);
    Ok(())
}

#[test]
fn hostile_workbooks_are_refused() {
    let kind = |bytes: &[u8]| show(bytes).err().map(|error| error.kind);
    assert_eq!(kind(&workbook(&[("", "<x:sheetData><x:row>")], "")), Some(ErrorKind::Damaged));
    let many = "<x:c t='s'><x:v>0</x:v></x:c>".repeat(100_001);
    let sheet = format!("<x:sheetData><x:row>{many}</x:row></x:sheetData>");
    let twice = [("", sheet.as_str()), ("", sheet.as_str())];
    assert_eq!(kind(&workbook(&twice, "<si><t>甲</t></si>")), Some(ErrorKind::TooManyCells));
    let long = format!("<si><t>{}</t></si>", "甲".repeat(1000));
    assert_eq!(kind(&workbook(&[("", &sheet)], &long)), Some(ErrorKind::TooMuchText));
    let binary = pack(&[
        (
            "[Content_Types].xml",
            "<Default Extension='bin' ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/>",
        ),
        (
            "_rels/.rels",
            "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>",
        ),
        ("xl/workbook.bin", ""),
    ]);
    assert_eq!(kind(&binary), Some(ErrorKind::BinaryWorkbook));
}
