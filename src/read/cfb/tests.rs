use super::*;
use jiaohe_testkit::cfb::compound;

/// What a stream of a damaged file gives: its length, or why it cannot be read.
fn stream(bytes: &[u8], name: &str) -> Result<Option<usize>, ErrorKind> {
    let read = |file: Compound<'_>| file.stream(name);
    Compound::open(bytes)
        .and_then(read)
        .map(|found| found.map(|bytes| bytes.len()))
        .map_err(|error| error.kind)
}

/// The same file with a number put somewhere.
fn with(bytes: &[u8], at: usize, number: u32) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes.splice(at..at + 4, number.to_le_bytes());
    bytes
}

#[test]
fn streams_of_the_root_by_their_names() -> Result<(), ReadError> {
    let long = vec![7_u8; 70_000];
    let bytes = compound(&[("Workbook", &long), ("Data", b"abc"), ("Empty", b"")]);
    let file = Compound::open(&bytes)?;
    assert_eq!(file.stream("WORKBOOK")?, Some(long));
    assert_eq!(file.stream("Data")?.as_deref(), Some(&b"abc"[..]));
    assert_eq!(file.stream("Empty")?.as_deref(), Some(&b""[..]));
    assert_eq!(file.stream("Macros")?, None);
    assert!(file.has("Data") && !file.has("Dat") && !file.has_storage("Data"));
    Ok(())
}

#[test]
fn circles_are_damage() {
    let bytes = compound(&[("A", &[1; 2000]), ("B", &[2; 100])]);
    // Sectors: 0 the table, 1 the directory, 2 to 5 stream A. The third sector of A leads back to its first.
    assert_eq!(stream(&bytes, "A"), Ok(Some(2000)));
    assert_eq!(stream(&with(&bytes, 512 + 4 * 4, 2), "A"), Err(ErrorKind::Damaged));
    // A chain that ends too soon.
    assert_eq!(stream(&with(&bytes, 512 + 3 * 4, END), "A"), Err(ErrorKind::Truncated));
    // The entry of B (the third) names A as its next sibling.
    assert_eq!(stream(&with(&bytes, 1024 + 2 * 128 + 0x48, 1), "A"), Err(ErrorKind::Damaged));
    // The directory goes on with itself.
    assert_eq!(stream(&with(&bytes, 512 + 4, 1), "A"), Err(ErrorKind::Damaged));
    // The table of chains is listed in a sector that lists itself; and one beyond the end.
    let listed = with(&with(&bytes, 0x44, 5), 512 * 6 + 508, 5);
    assert!(matches!(stream(&listed, "A"), Err(ErrorKind::Damaged | ErrorKind::Truncated)));
    assert_eq!(stream(&with(&bytes, 0x44, 0xff_ffff), "A"), Err(ErrorKind::Truncated));
}

#[test]
fn what_lies_beyond_the_end_is_truncated() {
    let bytes = compound(&[("A", &[1; 5000])]);
    for cut in [0, 8, 100, 511, 512, 700, 1024, 1600, 3000, bytes.len() - 512] {
        let cut = bytes.get(..cut).unwrap_or(&bytes);
        assert_eq!(stream(cut, "A"), Err(ErrorKind::Truncated), "{}", cut.len());
    }
    // What writers leave out of the last sector is nothing, but they may count it.
    let whole = compound(&[("A", &[1; 5120])]);
    assert_eq!(stream(whole.get(..whole.len() - 100).unwrap_or(&whole), "A"), Ok(Some(5120)));
    // The last sector may be short where nothing is in it, and what the directory says of a size is not believed.
    assert_eq!(stream(bytes.get(..bytes.len() - 100).unwrap_or(&bytes), "A"), Ok(Some(5000)));
    assert_eq!(stream(&with(&bytes, 1024 + 128 + 0x78, u32::MAX), "A"), Err(ErrorKind::Truncated));
    assert_eq!(stream(&with(&bytes, 1024 + 128 + 0x74, 0x00ff_0000), "A"), Err(ErrorKind::Truncated));
}

#[test]
fn headers_that_make_no_sense_are_damage() {
    let bytes = compound(&[("A", b"abc")]);
    assert_eq!(stream(&with(&bytes, 0x1e, 0x0006_0014), "A"), Err(ErrorKind::Damaged));
    // The root is no root.
    assert_eq!(stream(&with(&bytes, 1024 + 0x42, 2), "A"), Err(ErrorKind::Damaged));
}

#[test]
fn pictures_are_frames_among_shapes() {
    let shape = [0xb2, 0x04, 0x0a, 0xf0, 8, 0, 0, 0, 1, 4, 0, 0, 0, 0, 0, 0];
    assert_eq!(pictures(&[&[0; 5], &shape[..], &shape[..]].concat()), 2);
    assert_eq!(pictures(&[0xb2, 0x04]), 0);
}
