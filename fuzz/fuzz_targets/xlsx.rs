//! A workbook whose package is sound and whose sheet is anything.
#![no_main]

use jiaohe::read::Input;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="表" r:id="w"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="w" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="s" Type="x/sharedStrings" Target="strings.xml"/><Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>"#;
const STRINGS: &str = "<sst><si><t>一、总体情况</t></si><si><r><t>规章</t></r></si></sst>";
const STYLES: &str = r##"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="#,##0;-#,##0;&quot;-&quot;"/></numFmts><borders><border><left style="thin"/></border></borders><cellXfs><xf/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs></styleSheet>"##;

libfuzzer_sys::fuzz_target!(|sheet: &[u8]| {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 6] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/strings.xml", STRINGS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sheet.xml", sheet),
    ];
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a name that zip refuses");
        zip.write_all(content).expect("memory does not fail");
    }
    let bytes = zip.finish().expect("memory does not fail").into_inner();
    jiaohe_fuzz::hold("report.xlsx", Input::Bytes(&bytes));
});
