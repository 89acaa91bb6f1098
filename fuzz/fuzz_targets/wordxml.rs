//! A document as one XML file: what is between the tags of the body.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let file = [
        b"<?xml version='1.0'?><w:wordDocument xmlns:w='w'><w:body>".as_slice(),
        body,
        b"</w:body></w:wordDocument>",
    ];
    jiaohe_fuzz::hold("report.doc", Input::Bytes(&file.concat()));
});
