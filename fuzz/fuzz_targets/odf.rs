//! An `OpenDocument` file whose package is sound and whose content is anything: its first byte says whether it is a text or a
//! spreadsheet.
#![no_main]

use jiaohe::read::Input;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((kind, content)) = data.split_first() else { return };
    let kind = if *kind == b's' { "spreadsheet" } else { "text" };
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 3] =
        [("mimetype", mimetype.as_bytes()), ("META-INF/manifest.xml", b"<manifest/>"), ("content.xml", content)];
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a name that zip refuses");
        zip.write_all(content).expect("memory does not fail");
    }
    let bytes = zip.finish().expect("memory does not fail").into_inner();
    jiaohe_fuzz::hold("report.odt", Input::Bytes(&bytes));
});
