//! Containers by a library that the program does not use.

use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// The members in their order: name and content.
pub(crate) fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut member = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            member.read_to_end(&mut content).unwrap();
            (member.name().unwrap().into_owned(), content)
        })
        .collect()
}

/// The bytes of a member as they are packed.
pub(crate) fn packed(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let at = archive.index_for_name(name).unwrap();
    let mut content = Vec::new();
    archive.by_index_raw(at).unwrap().read_to_end(&mut content).unwrap();
    content
}

/// The text of a member; empty if there is none.
pub(crate) fn text(bytes: &[u8], name: &str) -> String {
    let found = members(bytes).into_iter().find(|(own, _)| own == name);
    found.map(|(_, content)| String::from_utf8(content).unwrap()).unwrap_or_default()
}

/// For each comment of a document its text and the text that it belongs to, in the order of their ends. Plain string work,
/// on purpose: it must not share a slip with the program.
pub(crate) fn comments(docx: &[u8], main: &str, comments: &str) -> Vec<(String, String)> {
    let (document, remarks) = (text(docx, main), text(docx, comments));
    let words = |xml: &str| -> String {
        let runs = xml.split("<w:t").skip(1).filter_map(|rest| rest.split_once('>'));
        let plain = runs.filter(|(tag, _)| tag.is_empty() || tag.starts_with(' '));
        plain.map(|(_, rest)| rest.split('<').next().unwrap()).collect()
    };
    let mut found = Vec::new();
    for (at, _) in document.match_indices("<w:commentRangeEnd ") {
        let id = document[at..].split('"').nth(1).unwrap();
        let start =
            document.find(&format!("<w:commentRangeStart w:id=\"{id}\"/>")).expect("a start for each end");
        assert!(start <= at, "a stretch begins before it ends");
        assert!(
            document[at..].contains(&format!("<w:commentReference w:id=\"{id}\"/>")),
            "a reference to {id}"
        );
        let remark =
            remarks.split("<w:comment ").find(|one| one.contains(&format!("w:id=\"{id}\""))).unwrap();
        assert!(remark.contains("w:author=\"校核\""), "{remark}");
        found.push((words(remark), words(&document[start..at])));
    }
    assert_eq!(found.len(), document.matches("<w:commentReference ").count());
    found
}
