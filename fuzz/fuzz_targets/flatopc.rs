//! A package as one XML file (Flat OPC): what stands between the tags of its main part.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|part: &[u8]| {
    let file = [
        b"<?xml version='1.0'?><pkg:package xmlns:pkg='x'><pkg:part pkg:name='/_rels/.rels'><pkg:xmlData><Relationships/>\
          </pkg:xmlData></pkg:part><pkg:part pkg:name='/word/document.xml'><pkg:xmlData>"
            .as_slice(),
        part,
        b"</pkg:xmlData></pkg:part></pkg:package>",
    ];
    jiaohe_fuzz::hold("report.doc", Input::Bytes(&file.concat()));
});
