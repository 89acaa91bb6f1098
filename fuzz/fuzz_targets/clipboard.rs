//! Both flavours of the clipboard: the page, and behind the first NUL the plain text.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|both: &str| {
    let (html, text) = both.split_once('\0').unwrap_or((both, both));
    jiaohe_fuzz::hold("paste", Input::Clipboard { html, text });
});
