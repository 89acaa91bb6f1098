//! A page whose content stream and fonts are anything: mutating a whole file would hardly get past its structure.
//! (`bytes` does that.) The first line of the input is the dictionary of the font, the rest the content.
#![no_main]

use jiaohe::read::Input;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let split = data.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (font, content) = data.split_at(split);
    let mut file = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>endobj\n"
        .to_vec();
    file.extend(format!("4 0 obj<</Subtype/Form/Length {}>>stream\n", content.len()).bytes());
    file.extend(content);
    file.extend(b"\nendstream endobj\n5 0 obj<</Type/Font");
    file.extend(font);
    file.extend(b">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    jiaohe_fuzz::hold("report.pdf", Input::Bytes(&file));
});
