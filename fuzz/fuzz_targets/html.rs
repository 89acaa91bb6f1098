//! The clipboard's `text/html`, and the same as a saved page.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|html: &str| {
    jiaohe_fuzz::hold("paste", Input::Clipboard { html, text: "" });
    jiaohe_fuzz::hold("page.html", Input::Bytes(html.as_bytes()));
});
