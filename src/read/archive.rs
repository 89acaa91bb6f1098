//! A zip of reports, as county offices receive them: its files, each to be read like one that was dropped alone.

use super::sniff::{self, Kind};
use super::zip::Zip;
use super::{ErrorKind, Gb18030, Member, ReadError, mht};
use crate::document::Format;

/// The files of an archive or those attached to a message, by path; `None` if the bytes are neither but something to be read
/// themselves.
///
/// # Errors
/// [`ErrorKind::NothingInside`] for an archive without files, and whatever makes its directory unreadable.
pub fn unpack(bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Option<Vec<Member>>, ReadError> {
    let Ok(kind) = sniff::sniff(bytes) else { return Ok(None) };
    inside(&kind, bytes, gb18030).transpose()
}

/// The files inside a file of a kind, if it is one of those that others are inside of.
pub(super) fn inside(
    kind: &Kind<'_>,
    bytes: &[u8],
    gb18030: Gb18030<'_>,
) -> Option<Result<Vec<Member>, ReadError>> {
    match kind {
        Kind::Archive(zip) => Some(members(zip, gb18030)),
        // A message without attached files is read itself, damaged or not.
        Kind::Bytes(Format::Mht, _) => {
            mht::attached(bytes, gb18030).ok().filter(|members| !members.is_empty()).map(Ok)
        }
        _ => None,
    }
}

/// The files of an archive, by path.
///
/// # Errors
/// [`ErrorKind::NothingInside`] where there are none.
fn members(zip: &Zip<'_>, gb18030: Gb18030<'_>) -> Result<Vec<Member>, ReadError> {
    let mut members: Vec<Member> = zip
        .paths()
        .map(|(key, path)| (key, decode(path, gb18030)))
        .filter(|(_, path)| !path.ends_with('/') && !is_noise(path))
        .map(|(key, name)| {
            let bytes = zip.read(key).and_then(|bytes| bytes.ok_or(ReadError::new(ErrorKind::Damaged)));
            Member { name, bytes }
        })
        .collect();
    members.sort_by(|a, b| a.name.cmp(&b.name));
    if members.is_empty() { Err(ReadError::new(ErrorKind::NothingInside)) } else { Ok(members) }
}

/// A path in UTF-8 or, as Windows packs Chinese names, in GBK.
fn decode(path: &[u8], gb18030: Gb18030<'_>) -> String {
    let text = std::str::from_utf8(path).map(str::to_owned).ok().or_else(|| gb18030(path));
    text.unwrap_or_else(|| String::from_utf8_lossy(path).into_owned()).replace('\\', "/")
}

/// What systems and office programs leave beside the real files.
fn is_noise(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("__MACOSX/")
        || file.starts_with('.')
        || file.starts_with("~$")
        || file.eq_ignore_ascii_case("thumbs.db")
        || file.to_ascii_lowercase().ends_with(".tmp")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::gb18030;

    /// An archive of stored files, without checksums that anyone would have to compute by hand.
    fn archive(files: &[(&[u8], &[u8])]) -> Vec<u8> {
        let (mut bytes, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in files {
            let at = u32::try_from(bytes.len()).unwrap_or(0);
            let size = u32::try_from(content.len()).unwrap_or(0).to_le_bytes();
            let length = u16::try_from(name.len()).unwrap_or(0).to_le_bytes();
            let crc = rawzip::crc32(content).to_le_bytes();
            let common =
                [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0], &crc[..], &size, &size, &length, &[0, 0]].concat();
            bytes.extend([b"PK\x03\x04", common.as_slice(), name, content].concat());
            directory
                .extend([b"PK\x01\x02\x14\0", common.as_slice(), &[0; 10], &at.to_le_bytes(), name].concat());
        }
        let count = u16::try_from(files.len()).unwrap_or(0).to_le_bytes();
        let size = u32::try_from(directory.len()).unwrap_or(0).to_le_bytes();
        let at = u32::try_from(bytes.len()).unwrap_or(0).to_le_bytes();
        let end = [b"PK\x05\x06\0\0\0\0", &count[..], &count, &size, &at, &[0, 0]].concat();
        [bytes, directory, end].concat()
    }

    fn names(bytes: &[u8]) -> Result<Option<Vec<String>>, ErrorKind> {
        let members = unpack(bytes, &gb18030).map_err(|error| error.kind)?;
        Ok(members.map(|members| members.into_iter().map(|member| member.name).collect()))
    }

    #[test]
    fn files_come_by_path_and_noise_stays_out() {
        let chinese = encoding_rs::GB18030.encode("各单位/教育局.txt").0;
        let bytes = archive(&[
            ("b/乙.txt".as_bytes(), b"x"),
            (&chinese, b"y"),
            (b"b/", b""),
            (b"__MACOSX/b/._x", b""),
            (b"b/~$x.docx", b""),
            (b"Thumbs.db", b""),
        ]);
        let want = ["b/乙.txt", "各单位/教育局.txt"].map(str::to_owned).to_vec();
        assert_eq!(names(&bytes), Ok(Some(want)));
    }

    #[test]
    fn what_is_no_archive_is_left_alone() {
        assert_eq!(names(b"PK is how some texts begin"), Ok(None));
        assert_eq!(names(&archive(&[(b"word/document.xml", b"<a/>")])), Ok(None));
        assert_eq!(names(&archive(&[(b"a/", b"")])), Err(ErrorKind::NothingInside));
    }
}
