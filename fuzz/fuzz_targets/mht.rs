//! Pages saved as one file.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let file = [b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n".as_slice(), body].concat();
    jiaohe_fuzz::hold("report.mht", Input::Bytes(&file));
});
