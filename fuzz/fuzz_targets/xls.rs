//! An Excel 97–2003 workbook: the compound file has no checksums, so mutations reach the records.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jiaohe_fuzz::hold("report.xls", Input::Bytes(bytes)));
