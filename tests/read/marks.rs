//! What stands beside a number and is no part of it, in every format that can say so: left out, and told in one line.

use jiaohe::read::{Input, read};
use jiaohe_testkit::docx::pack;
use std::fmt::Write as _;

/// The lines that show something, and the notes.
pub(crate) fn shown(name: &str, bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let document = read(name, Input::Bytes(bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let lines = document.lines().iter().filter(|line| !line.trim().is_empty()).cloned().collect();
    (lines, document.notes)
}

/// A file whose only number is 2, with something beside it.
pub(crate) fn is_two(name: &str, bytes: &[u8], note: &str) {
    let (lines, notes) = shown(name, bytes);
    assert!(lines.contains(&"2".to_owned()), "{name}: {lines:?}");
    assert!(!lines.iter().any(|line| line.contains("92") || line.contains("21")), "{name}: {lines:?}");
    assert!(notes.iter().any(|told| told == note), "{name}: {notes:?} without {note}, {lines:?}");
}

pub(crate) fn docx(body: &str) -> Vec<u8> {
    let main = format!("<w:document><w:body>{body}</w:body></w:document>");
    pack(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", "<Relationships/>"),
        ("word/document.xml", &main),
    ])
}

/// A table of one row in the elements of `WordprocessingML`.
pub(crate) fn word_table(cell: &str) -> String {
    let plain = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cell: &str| format!("<w:tr>{}{cell}</w:tr>", plain("行政许可"));
    format!("<w:tbl>{}{}</w:tbl>", row(&plain("件数")), row(&format!("<w:tc><w:p>{cell}</w:p></w:tc>")))
}

const WORD: [(&str, &str); 5] = [
    (
        "<w:r><w:t>2</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>",
        "略去上标 1 处",
    ),
    (
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>9</w:t></w:r><w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>2</w:t></w:r>",
        "略去删除线文字 1 处",
    ),
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>2</w:t></w:r>", "略去隐藏文字 1 处"),
    (
        "<w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>2</w:t></w:r>",
        "略去白色文字 1 处",
    ),
    (
        "<w:r><w:ruby><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>2</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        "略去注音 1 处",
    ),
];

#[test]
fn in_word_s_xml() {
    for (cell, note) in WORD {
        let body = word_table(cell);
        is_two("a.docx", &docx(&body), note);
        let single = format!(
            "<?xml version='1.0'?><?mso-application progid='Word.Document'?>\
             <w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'><w:body>{body}</w:body></w:wordDocument>"
        );
        is_two("a.doc", single.as_bytes(), note);
        let flat = format!(
            "<?xml version='1.0'?><pkg:package xmlns:pkg='x'>\
             <pkg:part pkg:name='/_rels/.rels'><pkg:xmlData><Relationships/></pkg:xmlData></pkg:part>\
             <pkg:part pkg:name='/word/document.xml' pkg:contentType='x'><pkg:xmlData><w:document><w:body>{body}</w:body></w:document></pkg:xmlData></pkg:part>\
             <pkg:part pkg:name='/word/media/a.png'><pkg:binaryData>AAAA</pkg:binaryData></pkg:part></pkg:package>"
        );
        is_two("a.doc", flat.as_bytes(), note);
    }
}

#[test]
fn a_line_that_is_raised_or_white_as_a_whole_stays() {
    for cell in [
        "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>12</w:t></w:r>",
        "<w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>12</w:t></w:r>",
    ] {
        let (lines, notes) = shown("a.docx", &docx(&word_table(cell)));
        assert_eq!((lines.last().map(String::as_str), notes.len()), (Some("12"), 0), "{cell}");
    }
    // Too long for a mark of a note: the number cannot be told, so it must not be read as one.
    let long =
        "<w:r><w:t>12</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>345</w:t></w:r>";
    assert_eq!(shown("a.docx", &docx(&word_table(long))).0.last().map(String::as_str), Some("12 345"));
}

#[test]
fn in_rich_text() {
    for (cell, note) in [
        ("2{\\super 1}", "略去上标 1 处"),
        ("{\\sub 1}2", "略去上标 1 处"),
        ("{\\strike 9}2", "略去删除线文字 1 处"),
        ("\\striked1 9\\striked0 2", "略去删除线文字 1 处"),
        ("{\\v 9}2", "略去隐藏文字 1 处"),
        ("{\\cf2 9}\\cf1 2", "略去白色文字 1 处"),
    ] {
        is_two("a.rtf", rich_text(cell).as_bytes(), note);
    }
}

/// A table of two rows in rich text.
pub(crate) fn rich_text(cell: &str) -> String {
    format!(
        "{{\\rtf1\\ansi{{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}}\
             \\trowd\\cellx2000\\cellx4000\\intbl a\\cell b\\cell\\row\\trowd\\cellx2000\\cellx4000\\intbl c\\cell {cell}\\cell\\row\\pard}}"
    )
}

#[test]
fn in_open_documents() {
    for (cell, note) in [
        ("2<text:span text:style-name='r'>1</text:span>", "略去上标 1 处"),
        ("<text:span text:style-name='s'>9</text:span>2", "略去删除线文字 1 处"),
        ("<text:span text:style-name='h'>9</text:span>2", "略去隐藏文字 1 处"),
        ("<text:span text:style-name='w'>9</text:span>2", "略去白色文字 1 处"),
    ] {
        for (name, bytes) in open_document(cell) {
            is_two(name, &bytes, note);
        }
    }
}

/// A table of two rows as a text and as a sheet.
pub(crate) fn open_document(cell: &str) -> [(&'static str, Vec<u8>); 2] {
    let styles = "<office:automatic-styles>\
        <style:style style:name='r' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>\
        <style:style style:name='s' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>\
        <style:style style:name='h' style:family='text'><style:text-properties text:display='none'/></style:style>\
        <style:style style:name='w' style:family='text'><style:text-properties fo:color='#ffffff'/></style:style>\
        <style:style style:name='t' style:family='text'><style:text-properties fo:font-size='1pt'/></style:style>\
        </office:automatic-styles>";
    let table = format!(
        "<table:table table:name='a'><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>\
             <table:table-row><table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell><text:p>{cell}</text:p></table:table-cell></table:table-row></table:table>"
    );
    [("a.odt", "text"), ("a.ods", "spreadsheet")].map(|(name, kind)| {
            let content = format!(
                "<office:document-content>{styles}<office:body><office:{kind}>{table}</office:{kind}></office:body></office:document-content>"
            );
            let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
            let parts = [("mimetype", mimetype.as_str()), ("content.xml", &content), ("META-INF/manifest.xml", "<a/>")];
            (name, pack(&parts))
    })
}

#[test]
fn in_workbooks() {
    let run = |properties: &str, text: &str| format!("<r><rPr>{properties}</rPr><t>{text}</t></r>");
    let sup = "<vertAlign val='superscript'/>";
    for (string, note) in [
        (run("", "2") + &run(sup, "1"), "略去上标 1 处"),
        (run("<strike/>", "9") + &run("<strike val='0'/>", "2"), "略去删除线文字 1 处"),
        (run("<color rgb='FFFFFFFF'/>", "9") + &run("<color theme='1'/>", "2"), "略去白色文字 1 处"),
    ] {
        is_two("a.xlsx", &workbook(&string), note);
    }
    let cell = |data: &str| {
        format!(
            "<Cell ss:StyleID='n'><Data ss:Type='String' xmlns='http://www.w3.org/TR/REC-html40'>{data}</Data></Cell>"
        )
    };
    for (data, note) in [("2<Sup>1</Sup>", "略去上标 1 处"), ("<S>9</S>2", "略去删除线文字 1 处")]
    {
        let source = format!(
            "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>\
             <Styles><Style ss:ID='n'><NumberFormat ss:Format='0'/></Style></Styles><Worksheet ss:Name='a'><Table>\
             <Row><Cell ss:MergeDown='1'><Data ss:Type='String'>a</Data></Cell><Cell><Data ss:Type='Number'>7</Data></Cell></Row><Row>{}</Row></Table></Worksheet></Workbook>",
            cell(data).replace("<Cell ", "<Cell ss:Index='2' ")
        );
        is_two("a.xls", source.as_bytes(), note);
    }
}

/// A sheet of two rows, with a shared string of these runs.
pub(crate) fn workbook(string: &str) -> Vec<u8> {
    let sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1' t='inlineStr'><is><t>b</t></is></c></row>\
            <row r='2'><c r='A2' t='inlineStr'><is><t>c</t></is></c><c r='B2' t='s'><v>0</v></c></row></sheetData></worksheet>";
    let strings = format!("<sst><si>{string}</si></sst>");
    pack(&[
        ("[Content_Types].xml", "<Types><Override ContentType='spreadsheetml'/></Types>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name='a' r:id='r1'/></sheets></workbook>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='s.xml'/><Relationship Id='r2' Type='x/sharedStrings' Target='t.xml'/></Relationships>",
        ),
        ("xl/s.xml", sheet),
        ("xl/t.xml", &strings),
    ])
}

#[test]
fn in_pages() {
    for (style, cell, note) in [
        ("", "2<sup>1</sup>", "略去上标 1 处"),
        ("", "2<span style='vertical-align:super'>1</span>", "略去上标 1 处"),
        ("", "<s>9</s>2", "略去删除线文字 1 处"),
        (".o{text-decoration:line-through}", "<i class='a o'>9</i>2", "略去删除线文字 1 处"),
        (".x1 { display : none }", "<span class=x1>9</span>2", "略去隐藏文字 1 处"),
        ("td b{visibility:hidden}", "<b>9</b>2", "略去隐藏文字 1 处"),
        (
            "@media screen{#old,span[lang=old]{display:none!important}}",
            "<span lang=old style='display:inline'>9</span>2",
            "略去隐藏文字 1 处",
        ),
        (
            "span{display:none}.seen{display:inline}",
            "<span>9</span><span class=seen>2</span>",
            "略去隐藏文字 1 处",
        ),
        ("@media print{span{display:none}}", "<u hidden>9</u><span>2</span>", "略去隐藏文字 1 处"),
        ("", "<font color='#FFFFFF'>9</font>2", "略去白色文字 1 处"),
        ("", "<span style='position:absolute; left:-9999px'>9</span>2", "略去隐藏文字 1 处"),
        ("", "<i style='opacity:0'>9</i>2", "略去隐藏文字 1 处"),
        (".sr{position:absolute;clip:rect(0,0,0,0)}", "<i class=sr>9</i>2", "略去隐藏文字 1 处"),
        (".n{font-size:60%}", "2<span class=n>1</span>", "略去上标 1 处"),
        ("", "<ruby>2<rt>9</rt></ruby>", "略去注音 1 处"),
    ] {
        let page = format!(
            "<html><style>/* */{style}</style><table><tr><td>行政许可<td>件数<tr><td>行政处罚<td>{cell}</table>"
        );
        is_two("a.html", page.as_bytes(), note);
    }
    // What is shown is read, whatever it is set with.
    for (style, cell, want) in [
        ("", "<span style='background:steelblue;color:#fff'>12</span>", "12"),
        ("", "<span style='background:var(--of-theme);color:#fff'>12</span>", "12"),
        (":root{--ink:#000}.dark{--ink:#fff}", "<span style='color:var(--ink)'>1</span>2", "12"),
        ("", "<span style='flex:1;width:0;overflow:hidden'>12</span>", "12"),
        ("", "<span style='height:0;overflow-x:hidden;overflow-y:auto'>12</span>", "12"),
        ("", "<span style='width:1%;overflow:hidden'>12</span>", "12"),
        ("", "<div style='position:relative;top:20px'>2<sup>1</sup></div>", "2"),
        // Moved a little beside a number: a mark or not, it is never glued to it.
        ("", "2<span style='position:relative;top:-4px'>1</span>", "2 1"),
        ("", "共<span style='position:relative;top:3px'>12</span>件", "共12件"),
    ] {
        let page = format!(
            "<style>{style}</style><table><tr><td>行政许可<td>件数<tr><td>行政处罚<td>{cell}</table>"
        );
        assert!(shown("a.html", page.as_bytes()).0.contains(&want.to_owned()), "{cell}");
    }
    // What a script would show: the page hides nearly all of itself.
    let page = "<style>.tab{display:none}</style><p>首页</p><div class=tab><table><tr><td>行政许可<td>2<tr><td>行政处罚<td>3</table></div>";
    assert!(shown("a.html", page.as_bytes()).0.contains(&"2".to_owned()));
}

/// A page of operators of a PDF, with a font of UTF-16, two layers of which the second is off, and annotations.
pub(crate) fn pdf(content: &str, more: &str) -> Vec<u8> {
    let stream =
        |dict: &str, data: &str| format!("<<{dict}/Length {}>>stream\n{data}\nendstream", data.len());
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[7 0 R]>>>>>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".into(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/Properties<</On 6 0 R/Off 7 0 R>>/ExtGState<</Clear<</ca .7/BM/Normal>>/Plain<</BM/Normal>>>>/ColorSpace<</Ink[/Separation/Black/DeviceGray 9 0 R]/Few[/Indexed/DeviceRGB 1<FFFFFF000000>]>>>>{more}>>"
        ),
        stream("", content),
        "<</Type/Font/Subtype/Type0/Encoding/UniGB-UTF16-H/DescendantFonts[<</DW 500>>]>>".into(),
        "<</Type/OCG/Name(a)>>".into(),
        "<</Type/OCG/Name(b)>>".into(),
        stream(
            "/Subtype/Form/BBox[0 0 20 20]/Resources<</Font<</F1 5 0 R>>>>",
            "BT /F1 12 Tf 2 4 Td <0032> Tj ET",
        ),
    ];
    let mut out = String::from("%PDF-1.4\n");
    for (number, body) in (1..).zip(objects) {
        let _ = write!(out, "{number} 0 obj\n{body}\nendobj\n");
    }
    out.push_str("trailer<</Root 1 0 R>>\n%%EOF");
    out.into_bytes()
}

/// 2 at one place, and something else before or behind it.
fn beside(what: &str) -> String {
    format!("BT /F1 12 Tf 100 300 Td <0032> Tj ET {what}")
}

#[test]
fn on_pages_of_a_pdf() {
    let nine = "BT /F1 12 Tf 94 300 Td <0039> Tj ET";
    for (what, note) in [
        ("BT /F1 7 Tf 106 305 Td <0031> Tj ET".to_owned(), "略去上标 1 处"),
        ("BT /F1 6 Tf 106 300 Td <0031> Tj ET".into(), "略去上标 1 处"),
        ("BT /F1 12 Tf 6 Ts 106 300 Td /F1 6 Tf <0031> Tj ET".into(), "略去上标 1 处"),
        (format!("{nine} 93.5 303.5 6.5 0.7 re f"), "略去删除线文字 1 处"),
        (format!("{nine} 0.5 w 94 304 m 100 304 l S"), "略去删除线文字 1 处"),
        (format!("/OC /Off BDC {nine} EMC"), "略去未显示图层的文字 1 处"),
        (format!("q 1 g {nine} Q"), "略去白色文字 1 处"),
        (format!("q 3 Tr {nine} Q"), "略去不显示的文字 1 处"),
        (format!("q 200 100 50 50 re W n {nine} Q"), "略去被裁去的文字 1 处"),
        ("q 0.8 g BT /F1 60 Tf 90 280 Td <51855b58> Tj ET Q".into(), "略去水印 1 处"),
    ] {
        is_two("a.pdf", &pdf(&beside(&what), ""), note);
    }
    // Ink of which all is used is black, whatever the number would mean of light.
    for space in ["/Ink", "/Few"] {
        let content = format!("{space} cs 1 scn {nine} BT /F1 12 Tf 100 300 Td <0032> Tj ET");
        let (lines, notes) = shown("a.pdf", &pdf(&content, ""));
        assert_eq!((lines, notes.len()), (vec!["92".to_owned()], 0), "{space}");
    }
    // A layer that is on, white text on a dark ground, a clip that the text lies in, a line under it, a cell's edge.
    for what in [
        format!("/OC /On BDC {nine} EMC"),
        format!("0 g 90 295 8 14 re f q 1 g {nine} Q"),
        format!("q 90 290 50 50 re W n {nine} Q"),
        format!("{nine} 94 298 6 0.5 re f"),
        format!("{nine} 20 304 300 0.5 re f"),
    ] {
        let (lines, notes) = shown("a.pdf", &pdf(&beside(&what), ""));
        assert_eq!((lines, notes.len()), (vec!["92".to_owned()], 0), "{what}");
    }
}

#[test]
fn what_is_typed_onto_a_pdf() {
    let title = "BT /F1 12 Tf 20 350 Td <884c653f> Tj ET";
    for annotation in [
        "/Subtype/FreeText/AP<</N 8 0 R>>/Contents(x)",
        "/Subtype/FreeText/Contents(2)/DA(0 g /F1 12 Tf)",
        "/Subtype/Widget/FT/Tx/V<feff0032>/DA(/F1 0 Tf)",
        "/Subtype/Widget/FT/Btn/AS/Yes/AP<</N<</Yes 8 0 R>>>>",
        "/Subtype/Widget/Parent<</FT/Tx/V(2)>>",
    ] {
        let more = format!("/Annots[<</Type/Annot/Rect[100 100 120 120]{annotation}>>]");
        let (lines, notes) = shown("a.pdf", &pdf(title, &more));
        assert_eq!((lines, notes.len()), (vec!["行政".to_owned(), "2".into()], 0), "{annotation}");
    }
    for (annotation, lines, note) in [
        ("/Subtype/FreeText/F 2/Contents(2)", "2", None),
        ("/Subtype/Text/Contents(2)", "2", Some("有 1 条批注未读取")),
        ("/Subtype/StrikeOut/QuadPoints[94 310 100 310 94 298 100 298]", "2", Some("略去删除线文字 1 处")),
    ] {
        let more = format!("/Annots[<</Type/Annot/Rect[90 290 120 320]{annotation}>>]");
        let struck = if annotation.contains("Strike") { "BT /F1 12 Tf 94 300 Td <0039> Tj ET" } else { "" };
        let (got, notes) = shown("a.pdf", &pdf(&beside(struck), &more));
        assert_eq!((got.join("|"), notes.first().map(String::as_str)), (lines.into(), note), "{annotation}");
    }
}

#[test]
fn on_pages_of_an_ofd() {
    let text = |attributes: &str, inside: &str, x: u32, size: &str, y: &str, text: &str| {
        format!(
            "<ofd:TextObject {attributes} Boundary='{x} 20 60 60' Size='{size}'>{inside}<ofd:TextCode X='0' Y='{y}' DeltaX='2.1'>{text}</ofd:TextCode></ofd:TextObject>"
        )
    };
    let white = "<ofd:FillColor Value='255 255 255'/>";
    let clear = "<ofd:FillColor Value='0 0 0' Alpha='0'/>";
    for (object, note) in [
        (text("Fill='false'", "", 50, "4", "10", "9"), "略去不显示的文字 1 处"),
        (text("Alpha='0'", "", 50, "4", "10", "9"), "略去不显示的文字 1 处"),
        (text("", clear, 50, "4", "10", "9"), "略去不显示的文字 1 处"),
        (text("Visible='false'", "", 50, "4", "10", "9"), "略去隐藏文字 1 处"),
        (text("", white, 50, "4", "10", "9"), "略去白色文字 1 处"),
        (text("", "", 54, "2", "8.6", "1"), "略去上标 1 处"),
        (
            text("", "", 50, "4", "10", "9")
                + "<ofd:PathObject Boundary='50 28.4 2 1' LineWidth='0.2'><ofd:AbbreviatedData>M 0 0 L 2 0</ofd:AbbreviatedData></ofd:PathObject>",
            "略去删除线文字 1 处",
        ),
        (text("", "<ofd:FillColor Value='210 210 210'/>", 30, "20", "20", "内部"), "略去水印 1 处"),
    ] {
        is_two("a.ofd", &ofd(&object), note);
    }
}

/// A page with objects before a 2.
pub(crate) fn ofd(objects: &str) -> Vec<u8> {
    let two = "<ofd:TextObject Boundary='52 20 60 60' Size='4'><ofd:TextCode X='0' Y='10' DeltaX='2.1'>2</ofd:TextCode></ofd:TextObject>";
    let page =
        format!("<ofd:Page><ofd:Content><ofd:Layer>{objects}{two}</ofd:Layer></ofd:Content></ofd:Page>");
    pack(&[
        (
            "OFD.xml",
            "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        (
            "Doc_0/Document.xml",
            "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>\
                 <ofd:Pages><ofd:Page ID='1' BaseLoc='P/Content.xml'/></ofd:Pages></ofd:Document>",
        ),
        ("Doc_0/P/Content.xml", &page),
    ])
}
