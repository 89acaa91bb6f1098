//! Any bytes under any name: telling formats apart, decoding, refusing.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jiaohe_fuzz::hold("file", Input::Bytes(bytes)));
