//! A mail with a report attached: what stands behind the headers of the message.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let head = b"From: a@b\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n";
    jiaohe_fuzz::hold("report.eml", Input::Bytes(&[head.as_slice(), body].concat()));
});
