//! A workbook as one XML file: what is between the tags of the root.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    let root = b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>";
    let file = [root.as_slice(), content, b"</Workbook>"];
    jiaohe_fuzz::hold("report.xls", Input::Bytes(&file.concat()));
});
