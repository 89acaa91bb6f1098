//! Rich text.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let file = [b"{\\rtf1\\ansi\\ansicpg936".as_slice(), body, b"}"].concat();
    jiaohe_fuzz::hold("report.rtf", Input::Bytes(&file));
});
