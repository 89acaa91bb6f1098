//! Text with separators.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|text: &[u8]| {
    // Enough rows for the rest to be taken for one more.
    let file = [b"a,b,c\n".repeat(8).as_slice(), text].concat();
    jiaohe_fuzz::hold("report.csv", Input::Bytes(&file));
});
