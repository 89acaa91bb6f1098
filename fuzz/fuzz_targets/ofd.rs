//! A fixed-layout document whose package is sound and whose page is anything.
#![no_main]

use jiaohe::read::Input;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const ROOT: &str = "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>";
const DOCUMENT: &str = "<Document><CommonData><PublicRes>Content.xml</PublicRes><TemplatePage ID='1' BaseLoc='Content.xml'/></CommonData><Pages><Page ID='1' BaseLoc='Content.xml'/></Pages></Document>";

libfuzzer_sys::fuzz_target!(|page: &[u8]| {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 3] = [
        ("OFD.xml", ROOT.as_bytes()),
        ("Doc_0/Document.xml", DOCUMENT.as_bytes()),
        ("Doc_0/Content.xml", page),
    ];
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a name that zip refuses");
        zip.write_all(content).expect("memory does not fail");
    }
    let bytes = zip.finish().expect("memory does not fail").into_inner();
    jiaohe_fuzz::hold("report.ofd", Input::Bytes(&bytes));
});
