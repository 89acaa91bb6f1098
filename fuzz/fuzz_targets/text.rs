//! Pasted or typed text.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|text: &str| jiaohe_fuzz::hold("paste", Input::Text(text)));
