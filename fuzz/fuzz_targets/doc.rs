//! A Word 97–2003 document: the compound file has no checksums, so mutations reach the text and its formats.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jiaohe_fuzz::hold("report.doc", Input::Bytes(bytes)));
