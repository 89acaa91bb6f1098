//! Documents of word processors.

use super::{Part, Situation as S};
use jiaohe_testkit::docx::pack;
use jiaohe_testkit::grid::{Grid, Kind, Slot};

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn run(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{}</w:t></w:r>", escape(text))
}

const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:type='character' w:styleId='r'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>\
    <w:style w:type='character' w:styleId='s'><w:rPr><w:dstrike/></w:rPr></w:style>\
    <w:style w:type='character' w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style>\
    <w:style w:type='character' w:styleId='h2'><w:basedOn w:val='h'/></w:style>\
    <w:style w:type='character' w:styleId='h3'><w:basedOn w:val='h2'/></w:style>\
    <w:style w:type='character' w:styleId='w'><w:rPr><w:color w:val='FFFFFF'/></w:rPr></w:style>";

/// The runs of a value, and the properties of its cell. `old` is the form of 2003.
fn word(situation: S, value: &str, old: bool) -> Option<(String, &'static str)> {
    let before = |properties: &str| Some((run(properties, "9") + &run("", value), ""));
    let behind = |properties: &str| Some((run("", value) + &run(properties, "1"), ""));
    match situation {
        S::Raised => behind("<w:vertAlign w:val='superscript'/>"),
        S::Lowered => behind("<w:position w:val='-4'/>"),
        S::RaisedByStyle => behind("<w:rStyle w:val='r'/>"),
        S::SmallDigit => behind("<w:sz w:val='13'/>"),
        S::Struck => before("<w:strike/>"),
        S::StruckByStyle => before("<w:rStyle w:val='s'/>"),
        S::Hidden => before("<w:vanish/>"),
        S::HiddenByStyle => before("<w:rStyle w:val='h3'/>"),
        S::White => before("<w:color w:val='FFFFFF'/>"),
        S::WhiteByStyle => before("<w:rStyle w:val='w'/>"),
        S::Faint => {
            let runs = run("<w:color w:val='DDEEDD'/>", "9") + &run("", value);
            Some((runs, "<w:shd w:val='clear' w:fill='DDEEDD'/>"))
        }
        S::Tiny => before("<w:sz w:val='2'/>"),
        S::Ruby => Some((
            format!(
                "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
                run("", "9"),
                run("", value)
            ),
            "",
        )),
        S::Deleted if old => Some((
            format!(
                "<aml:annotation w:type='Word.Deletion'><aml:content>{}</aml:content></aml:annotation>{}",
                run("", "9"),
                run("", value)
            ),
            "",
        )),
        S::Deleted => Some((
            format!("<w:del w:id='1'><w:r><w:delText>9</w:delText></w:r></w:del>{}", run("", value)),
            "",
        )),
        S::Comment if old => Some((
            format!(
                "<aml:annotation w:type='Word.Comment'><aml:content>{}</aml:content></aml:annotation>{}",
                run("", "9"),
                run("", value)
            ),
            "",
        )),
        S::Comment => Some((run("", value) + "<w:r><w:commentReference w:id='0'/></w:r>", "")),
        S::Prompt if !old => Some((
            format!(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>{}",
                run("", "请填写"),
                run("", value)
            ),
            "",
        )),
        _ => None,
    }
}

/// A row of table 3 that nobody sees.
const GHOST: &str = "一、本年新收政府信息公开申请数量";

fn word_body(parts: &[Part], situation: S, old: bool) -> Option<String> {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Text(text) => out += &format!("<w:p>{}</w:p>", run("", text)),
            Part::Table(grid) => out += &word_table(grid, situation, old)?,
        }
    }
    Some(out)
}

fn word_table(grid: &Grid, situation: S, old: bool) -> Option<String> {
    let mut out =
        String::from("<w:tbl><w:tblGrid>") + &"<w:gridCol w:w='600'/>".repeat(grid.width) + "</w:tblGrid>";
    for row in 0..grid.height {
        let slots = grid.row(row);
        if situation == S::HiddenRow
            && !old
            && slots.iter().any(|slot| matches!(slot, Slot::Cell(cell) if cell.text == GHOST))
        {
            let cell = |span: usize, text: &str| {
                format!(
                    "<w:tc><w:tcPr><w:gridSpan w:val='{span}'/></w:tcPr><w:p>{}</w:p></w:tc>",
                    run("", text)
                )
            };
            out += &format!(
                "<w:tr><w:trPr><w:hidden/></w:trPr>{}{}</w:tr>",
                cell(3, GHOST),
                cell(1, "9").repeat(7)
            );
        }
        out.push_str("<w:tr>");
        for (column, slot) in slots.iter().enumerate() {
            let (columns, merge, cell) = match slot {
                Slot::Cell(cell) if cell.rows > 1 => {
                    (cell.columns, "<w:vMerge w:val='restart'/>", Some(cell))
                }
                Slot::Cell(cell) => (cell.columns, "", Some(cell)),
                Slot::Above { first: true } => {
                    let rest = slots[column + 1..].iter();
                    let covered = rest.take_while(|slot| matches!(slot, Slot::Above { first: false }));
                    (1 + covered.count(), "<w:vMerge/>", None)
                }
                Slot::Above { first: false } | Slot::Left => continue,
            };
            let (runs, properties) = match cell {
                Some(cell) if cell.kind == Kind::Value && situation == S::HiddenRow => {
                    (run("", &cell.text), "")
                }
                Some(cell) if cell.kind == Kind::Value => word(situation, &cell.text, old)?,
                Some(cell) => (run("", &cell.text), ""),
                None => (String::new(), ""),
            };
            out += &format!(
                "<w:tc><w:tcPr><w:gridSpan w:val='{columns}'/>{merge}{properties}</w:tcPr><w:p>{runs}</w:p></w:tc>"
            );
        }
        out.push_str("</w:tr>");
    }
    Some(out + "</w:tbl>")
}

fn document(parts: &[Part], situation: S) -> Option<String> {
    Some(format!("<w:document><w:body>{}</w:body></w:document>", word_body(parts, situation, false)?))
}

const RELATIONS: &str =
    "<Relationships><Relationship Id='a' Type='x/styles' Target='styles.xml'/></Relationships>";

pub(crate) fn docx(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    Some(pack(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", "<Relationships/>"),
        ("word/document.xml", &document(parts, situation)?),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/styles.xml", &format!("<w:styles>{STYLES}</w:styles>")),
    ]))
}

pub(crate) fn flat(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    let part = |name: &str, xml: &str| {
        format!("<pkg:part pkg:name='{name}'><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>")
    };
    let all = part("/_rels/.rels", "<Relationships/>")
        + &part("/word/document.xml", &document(parts, situation)?)
        + &part("/word/_rels/document.xml.rels", RELATIONS)
        + &part("/word/styles.xml", &format!("<w:styles>{STYLES}</w:styles>"));
    Some(format!("<?xml version='1.0'?><pkg:package xmlns:pkg='x'>{all}</pkg:package>").into_bytes())
}

pub(crate) fn word_2003(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    let body = (situation != S::HiddenRow).then(|| word_body(parts, situation, true)).flatten()?;
    let body = body.replace("w:vMerge", "w:vmerge");
    Some(
        format!(
            "<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument xmlns:w='x'>\
             <w:styles>{STYLES}</w:styles><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
        )
        .into_bytes(),
    )
}

/// The styles of open documents, automatic ones that are based on those of the document.
pub(crate) const OPEN_STYLES: &str = "\
    <style:style style:name='r' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>\
    <style:style style:name='l' style:family='text'><style:text-properties style:text-position='-8% 80%'/></style:style>\
    <style:style style:name='s' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>\
    <style:style style:name='h' style:family='text'><style:text-properties text:display='none'/></style:style>\
    <style:style style:name='w' style:family='text'><style:text-properties fo:color='#ffffff'/></style:style>\
    <style:style style:name='f' style:family='text'><style:text-properties fo:color='#ddeedd'/></style:style>\
    <style:style style:name='t' style:family='text'><style:text-properties fo:font-size='1pt'/></style:style>\
    <style:style style:name='d' style:family='text'><style:text-properties fo:font-size='50%'/></style:style>\
    <style:style style:name='r2' style:family='text' style:parent-style-name='r'/>\
    <style:style style:name='s2' style:family='text' style:parent-style-name='s'/>\
    <style:style style:name='h2' style:family='text' style:parent-style-name='h'/>\
    <style:style style:name='h3' style:family='text' style:parent-style-name='h2'/>\
    <style:style style:name='w2' style:family='text' style:parent-style-name='w'/>\
    <style:style style:name='c' style:family='table-cell'><style:table-cell-properties fo:background-color='#ddeedd'/></style:style>";

/// What is in a value's paragraph in an open document.
pub(crate) fn open(situation: S, value: &str) -> Option<String> {
    let span = |style: &str, text: &str| format!("<text:span text:style-name='{style}'>{text}</text:span>");
    let before = |style: &str| Some(span(style, "9") + value);
    let behind = |style: &str| Some(value.to_owned() + &span(style, "1"));
    match situation {
        S::Raised => behind("r"),
        S::Lowered => behind("l"),
        S::RaisedByStyle => behind("r2"),
        S::SmallDigit => behind("d"),
        S::Struck => before("s"),
        S::StruckByStyle => before("s2"),
        S::Hidden => before("h"),
        S::HiddenByStyle => before("h3"),
        S::White => before("w"),
        S::WhiteByStyle => before("w2"),
        S::Faint => before("f"),
        S::Tiny => before("t"),
        S::Ruby => Some(format!(
            "<text:ruby><text:ruby-base>{value}</text:ruby-base><text:ruby-text>9</text:ruby-text></text:ruby>"
        )),
        S::Comment => Some(format!("<office:annotation><text:p>9</text:p></office:annotation>{value}")),
        S::Prompt => Some(format!("<text:placeholder>请填写</text:placeholder>{value}")),
        _ => None,
    }
}

/// The rows of a table in an open document.
pub(crate) fn open_rows(grid: &Grid, situation: S) -> Option<String> {
    let mut out = String::new();
    for row in 0..grid.height {
        let slots = grid.row(row);
        if situation == S::HiddenRow
            && slots.iter().any(|slot| matches!(slot, Slot::Cell(cell) if cell.text == GHOST))
        {
            out += &format!(
                "<table:table-row table:visibility='collapse'><table:table-cell table:number-columns-spanned='3'><text:p>{GHOST}</text:p></table:table-cell>{}{}</table:table-row>",
                "<table:covered-table-cell/>".repeat(2),
                "<table:table-cell><text:p>9</text:p></table:table-cell>".repeat(7)
            );
        }
        out.push_str("<table:table-row>");
        for slot in slots {
            let Slot::Cell(cell) = slot else {
                out.push_str("<table:covered-table-cell/>");
                continue;
            };
            let is_value = cell.kind == Kind::Value;
            let inside = if is_value && situation != S::HiddenRow {
                open(situation, &cell.text)?
            } else {
                escape(&cell.text)
            };
            let style = if is_value && situation == S::Faint { " table:style-name='c'" } else { "" };
            out += &format!(
                "<table:table-cell{style} table:number-columns-spanned='{}' table:number-rows-spanned='{}'><text:p>{inside}</text:p></table:table-cell>",
                cell.columns, cell.rows
            );
        }
        out.push_str("</table:table-row>");
    }
    Some(out)
}

pub(crate) fn open_document(kind: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{OPEN_STYLES}</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    );
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    pack(&[("mimetype", mimetype.as_str()), ("content.xml", &content), ("META-INF/manifest.xml", "<a/>")])
}

pub(crate) fn odt(parts: &[Part], situation: S) -> Option<Vec<u8>> {
    if situation == S::HiddenRow {
        return None;
    }
    let mut body = String::new();
    for part in parts {
        match part {
            Part::Text(text) => body += &format!("<text:p>{}</text:p>", escape(text)),
            Part::Table(grid) => {
                body += &format!(
                    "<table:table><table:table-column table:number-columns-repeated='{}'/>{}</table:table>",
                    grid.width,
                    open_rows(grid, situation)?
                );
            }
        }
    }
    Some(open_document("text", &body))
}
