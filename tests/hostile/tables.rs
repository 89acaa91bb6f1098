//! Tables beyond all measure, in every way that the formats can say them.

mod fixed;

use crate::case::{Case, case};
use crate::pack::{pack, plain};
use crate::packages::Package::{Docx, Ods, Odt, Xlsx};

pub(crate) fn cases() -> Vec<Case> {
    let mut all = docx();
    all.extend(xlsx());
    all.extend(odf());
    all.extend(fixed::cases());
    all
}

fn docx() -> Vec<Case> {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let table = |rows: &str| Docx.with_part(&Docx.part(&format!("<w:tbl>{rows}</w:tbl>")));
    vec![
        case("docx", "spans of two billion", &["read"], move || {
            table(&format!("<w:tr>{0}{0}</w:tr>", cell("<w:gridSpan w:val='2147483647'/>", "甲")).repeat(3))
        }),
        case("docx", "two rows of 50000 merged cells", &["read"], move || {
            let row = |merge: &str| format!("<w:tr>{}</w:tr>", cell(merge, "1").repeat(50_000));
            table(&(row("<w:vMerge w:val='restart'/>") + &row("<w:vMerge/>")))
        }),
        case("docx", "20000 rows", &["read"], move || {
            table(&format!("<w:tr>{}{}</w:tr>", cell("", "甲"), cell("", "1")).repeat(20_000))
        }),
        case("docx", "200000 columns of a grid", &["read"], move || {
            let grid = format!("<w:tblGrid>{}</w:tblGrid>", "<w:gridCol w:w='1'/>".repeat(200_000));
            table(&(grid + &format!("<w:tr>{}{}</w:tr>", cell("", "甲"), cell("", "1"))))
        }),
        case("docx", "tables in tables, 60 deep", &["read", "too_deep"], move || {
            let open = format!("<w:tbl><w:tr>{}<w:tc>", cell("", "甲"));
            Docx.with_part(&Docx.part(&format!(
                "{}<w:p/>{}",
                open.repeat(60),
                "</w:tc></w:tr></w:tbl>".repeat(60)
            )))
        }),
        case("docx", "a column before the table by two billion", &["read", "empty"], move || {
            let row = format!(
                "<w:tr><w:trPr><w:gridBefore w:val='4294967295'/></w:trPr>{}{}</w:tr>",
                cell("", "甲"),
                cell("", "1")
            );
            table(&row.repeat(3))
        }),
        case("docx", "styles that are based on each other", &["read"], || {
            let body = "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>".repeat(1000);
            let mut entries = Docx.entries(plain("word/document.xml", Docx.part(&body)));
            entries.push(plain(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id='s' Type='x/styles' Target='styles.xml'/></Relationships>",
            ));
            entries.push(plain("word/styles.xml", "<styles><style styleId='a'><basedOn val='b'/></style><style styleId='b'><basedOn val='a'/></style></styles>"));
            pack(&entries)
        }),
        case("docx", "a main part that is its own relation", &["read", "damaged", "empty"], || {
            let mut entries =
                Docx.entries(plain("word/document.xml", Docx.part("<w:altChunk xmlns:r='r' r:id='c'/>")));
            entries.push(plain("word/_rels/document.xml.rels", "<Relationships><Relationship Id='c' Type='x/aFChunk' Target='document.xml'/></Relationships>"));
            pack(&entries)
        }),
    ]
}

fn xlsx() -> Vec<Case> {
    let sheet = |content: &str| {
        Xlsx.with_part(&format!("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>{content}</worksheet>"))
    };
    let text = |at: &str| format!("<c r='{at}' t='inlineStr'><is><t>甲</t></is></c>");
    vec![
        case("xlsx", "a dimension of all cells", &["read"], move || {
            sheet(&format!(
                "<dimension ref='A1:XFD1048576'/><sheetData><row>{}</row></sheetData>",
                text("A1")
            ))
        }),
        case("xlsx", "one merged cell of all", &["read"], move || {
            sheet(&format!(
                "<sheetData><row>{}</row></sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>",
                text("A1")
            ))
        }),
        case("xlsx", "100000 merged cells over each other", &["read"], move || {
            let merges = "<mergeCell ref='A1:XFD1048576'/>".repeat(100_000);
            sheet(&format!(
                "<sheetData><row>{}</row></sheetData><mergeCells>{merges}</mergeCells>",
                text("A1")
            ))
        }),
        case("xlsx", "a cell in each corner", &["read"], move || {
            sheet(&format!(
                "<sheetData><row r='1'>{}{}</row><row r='1048576'>{}{}</row></sheetData>",
                text("A1"),
                text("XFD1"),
                text("A1048576"),
                text("XFD1048576")
            ))
        }),
        case("xlsx", "rows and cells that do not exist", &["read", "empty", "damaged"], move || {
            sheet(&format!(
                "<sheetData><row r='4294967295'>{}</row><row r='-1'>{}</row><row r='99999999999'>{}</row></sheetData>",
                text("ZZZZZZZ9"),
                text("A0"),
                text("1A")
            ))
        }),
        case("xlsx", "300000 cells", &["read", "too_many_nodes", "too_many_cells"], move || {
            let rows: String = (1..=3_000)
                .map(|row| format!("<row r='{row}'>{}</row>", "<c><v>1</v></c>".repeat(100)))
                .collect();
            sheet(&format!("<sheetData>{rows}</sheetData>"))
        }),
        case("xlsx", "strings that are not there", &["read", "empty"], move || {
            sheet(
                "<sheetData><row><c t='s'><v>4294967295</v></c><c t='s'><v>x</v></c><c><v>1</v></c></row></sheetData>",
            )
        }),
        case("xlsx", "numbers beyond all measure", &["read"], move || {
            let number = |value: &str| format!("<c><v>{value}</v></c>");
            sheet(&format!(
                "<sheetData><row>{}{}{}{}{}</row></sheetData>",
                number("1e308"),
                number("-1e-308"),
                number(&"9".repeat(100_000)),
                number("1e99999999999"),
                number("NaN")
            ))
        }),
        case("xlsx", "1000 sheets", &["read", "empty", "damaged"], move || {
            let mut entries = Xlsx.entries(plain(Xlsx.main(), Xlsx.part(&Xlsx.text("甲"))));
            let sheets: String =
                (0..1000).map(|at| format!("<sheet name='s{at}' sheetId='{at}' r:id='rId1'/>")).collect();
            entries[2] = plain(
                "xl/workbook.xml",
                format!("<workbook xmlns:r='r'><sheets>{sheets}</sheets></workbook>"),
            );
            pack(&entries)
        }),
    ]
}

fn odf() -> Vec<Case> {
    let ods = |rows: &str| Ods.with_part(&Ods.part(rows));
    let cell = |attributes: &str, text: &str| {
        format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
    };
    vec![
        case("ods", "all cells repeated", &["read", "empty"], move || {
            ods(
                "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>",
            )
        }),
        case("ods", "all cells repeated, with text", &["read"], move || {
            ods(&format!(
                "<table:table-row table:number-rows-repeated='1048576'>{}</table:table-row>",
                cell("table:number-columns-repeated='16384'", "甲")
            ))
        }),
        case("ods", "repeats of four billion", &["read"], move || {
            ods(&format!(
                "<table:table-row table:number-rows-repeated='4294967295'>{}</table:table-row>",
                cell("table:number-columns-repeated='4294967295'", "甲")
            )
            .repeat(20))
        }),
        case("ods", "spans of four billion", &["read"], move || {
            ods(&format!(
                "<table:table-row>{}</table:table-row>",
                cell(
                    "table:number-columns-spanned='4294967295' table:number-rows-spanned='4294967295'",
                    "甲"
                )
            ))
        }),
        case("ods", "100000 spans over each other", &["read"], move || {
            ods(&format!(
                "<table:table-row>{}</table:table-row>",
                cell("table:number-columns-spanned='9999' table:number-rows-spanned='9999'", "1")
            )
            .repeat(100_000))
        }),
        case("odt", "blanks by the billion", &["read", "too_much_text", "empty"], move || {
            Odt.with_part(
                &Odt.part(&format!("<text:p>甲{}</text:p>", "<text:s text:c='2000000000'/>".repeat(9))),
            )
        }),
        case("odt", "a table of all cells", &["read"], move || {
            let row = format!(
                "<table:table-row table:number-rows-repeated='1048576'>{}</table:table-row>",
                cell("table:number-columns-repeated='16384'", "甲")
            );
            Odt.with_part(&Odt.part(&format!("<table:table>{row}</table:table>")))
        }),
        case("odt", "tables in tables, 60 deep", &["read", "too_deep"], move || {
            let open = format!("<table:table><table:table-row>{}<table:table-cell>", cell("", "甲"));
            let close = "</table:table-cell></table:table-row></table:table>";
            Odt.with_part(&Odt.part(&format!("{}{}", open.repeat(60), close.repeat(60))))
        }),
        case("odt", "an encrypted document", &["encrypted"], || {
            let mut entries = Odt.entries(plain("content.xml", vec![0x9d; 900]));
            entries[1] = plain(
                "META-INF/manifest.xml",
                "<manifest:manifest xmlns:manifest='m'><manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml' manifest:size='900'><manifest:encryption-data manifest:checksum='x'><manifest:algorithm manifest:algorithm-name='http://www.w3.org/2001/04/xmlenc#aes256-cbc'/></manifest:encryption-data></manifest:file-entry></manifest:manifest>",
            );
            pack(&entries)
        }),
        case("odt", "lists in lists, 100 deep", &["read", "too_deep"], move || {
            Odt.with_part(&Odt.part(&format!(
                "{}<text:p>甲</text:p>{}",
                "<text:list><text:list-item>".repeat(100),
                "</text:list-item></text:list>".repeat(100)
            )))
        }),
    ]
}
