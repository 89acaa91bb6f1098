//! Hostile compound files (MS-CFB), and what Word and Excel keep in them.

use crate::case::{ANY, Case, case, cuts, damages};

const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

/// A compound file of one FAT sector, whose every field may be changed afterwards. Sector 0 is the FAT, 1 and 2 are the
/// directory, the streams follow; each is made long enough for sectors of 512 bytes.
fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut fat = vec![0xffff_fffd, 2, END];
    let mut data = Vec::new();
    let mut directory = entry("Root Entry", 5, FREE, 1, END, 0);
    for (at, (name, content)) in streams.iter().enumerate() {
        let mut content = content.clone();
        content.resize(content.len().max(4096).next_multiple_of(512), 0);
        let first = u32::try_from(fat.len()).unwrap();
        let sectors = u32::try_from(content.len() / 512).unwrap();
        fat.extend((1..sectors).map(|next| first + next));
        fat.push(END);
        let next = if at + 1 < streams.len() { u32::try_from(at).unwrap() + 2 } else { FREE };
        directory.extend(entry(name, 2, next, FREE, first, u32::try_from(content.len()).unwrap()));
        data.extend(content);
    }
    directory.resize(1024, 0);
    fat.resize(128, FREE);
    let mut out = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    out.extend([0; 16]);
    for half in [0x3e_u16, 3, 0xfffe, 9, 6, 0, 0, 0] {
        out.extend(half.to_le_bytes());
    }
    // No directory sectors, one FAT sector, the directory at 1, no transaction, cutoff, no mini FAT, no DIFAT.
    for word in [0, 1, 1, 0, 4096, END, 0, END, 0, 0] {
        out.extend(word.to_le_bytes());
    }
    out.resize(512, 0xff);
    out.extend(fat.iter().flat_map(|next| next.to_le_bytes()));
    out.extend(directory);
    out.extend(data);
    out
}

fn entry(name: &str, kind: u8, right: u32, child: u32, start: u32, size: u32) -> Vec<u8> {
    let mut out: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u16::try_from(out.len() + 2).unwrap();
    out.resize(64, 0);
    out.extend(length.to_le_bytes());
    out.extend([kind, 1]);
    for word in [FREE, right, child] {
        out.extend(word.to_le_bytes());
    }
    out.resize(116, 0);
    out.extend(start.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend([0; 4]);
    out
}

/// A `FileInformationBlock` with its version and flags.
fn fib(version: u16, flags: u16) -> Vec<u8> {
    let mut out = Vec::new();
    for half in [0xa5ec, version, 0, 0x0804, 0, flags] {
        out.extend(half.to_le_bytes());
    }
    out.resize(1500, 0);
    out[24..28].copy_from_slice(&1024_u32.to_le_bytes());
    out
}

fn word() -> Vec<u8> {
    compound(&[("WordDocument", fib(0xc1, 0x200)), ("1Table", vec![0; 4096])])
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

/// A workbook stream: the globals and one sheet, with some records in each.
fn workbook(globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    let begin = |kind: u16| record(0x809, &[&[0, 6], kind.to_le_bytes().as_slice(), &[0; 12]].concat());
    let bound = |at: u32| record(0x85, &[at.to_le_bytes().as_slice(), &[0, 0, 1, 0, b'a']].concat());
    let length = [begin(5), globals.to_vec(), bound(0), record(10, &[])].concat().len();
    let at = u32::try_from(length).unwrap();
    let stream =
        [begin(5), globals.to_vec(), bound(at), record(10, &[]), begin(16), sheet.to_vec(), record(10, &[])]
            .concat();
    compound(&[("Workbook", stream)])
}

fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    let place = [row, column, 0].map(u16::to_le_bytes).concat();
    record(0x203, &[place, value.to_le_bytes().to_vec()].concat())
}

/// A sound file with four bytes at a place changed.
fn poke(mut bytes: Vec<u8>, at: usize, value: u32) -> Vec<u8> {
    bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    bytes
}

pub(crate) fn cases() -> Vec<Case> {
    let broken: &[&str] =
        &["damaged", "truncated", "empty", "unsupported", "old_word", "read", "inflates", "too_many_entries"];
    let mut all = vec![
        case("doc", "a chain of the FAT that is a circle", broken, || poke(word(), 512 + 3 * 4, 3)),
        case("doc", "a FAT of one circle through all", broken, || poke(word(), 512 + 10 * 4, 3)),
        case("doc", "a directory chain that is a circle", broken, || poke(word(), 512 + 4, 1)),
        case("doc", "a directory chain through the FAT", broken, || poke(word(), 512 + 4, 0)),
        case("doc", "a directory entry that is its own child", broken, || poke(word(), 1024 + 76, 0)),
        case("doc", "a directory entry that is its own sibling", broken, || poke(word(), 1024 + 128 + 72, 1)),
        case("doc", "a stream of 4 GB", broken, || poke(word(), 1024 + 128 + 120, u32::MAX)),
        case("doc", "a stream that begins beyond the end", broken, || {
            poke(word(), 1024 + 128 + 116, 0x00ff_ffff)
        }),
        case("doc", "sectors of 2 GB", broken, || poke(word(), 28, 0x001f_fffe)),
        case("doc", "sectors of one byte", broken, || poke(word(), 28, 0x0000_fffe)),
        case("doc", "a FAT of a billion sectors", broken, || poke(word(), 44, 1 << 30)),
        case("doc", "a FAT that is not there", broken, || poke(word(), 76, 0x00ff_ffff)),
        case("doc", "a directory that is not there", &["damaged", "truncated", "unsupported"], || {
            poke(word(), 48, 0x00ff_ffff)
        }),
        case("doc", "a DIFAT that is its own next", broken, || poke(poke(word(), 68, 1), 72, u32::MAX)),
        case("doc", "a mini FAT that is a circle", broken, || poke(poke(word(), 60, 1), 64, u32::MAX)),
        case("doc", "a mini stream cutoff of 4 GB", broken, || poke(word(), 56, u32::MAX)),
        case("doc", "nothing behind the header", &["damaged", "truncated", "unsupported"], || {
            word()[..512].to_vec()
        }),
        case("doc", "half a header", &["damaged", "truncated", "unsupported"], || word()[..100].to_vec()),
        case("doc", "encrypted", &["encrypted"], || {
            compound(&[("WordDocument", fib(0xc1, 0x300)), ("1Table", vec![7; 4096])])
        }),
        case("doc", "obfuscated", &["encrypted"], || {
            compound(&[("WordDocument", fib(0xc1, 0x8300)), ("1Table", vec![7; 4096])])
        }),
        case("doc", "Word 6", &["old_word"], || compound(&[("WordDocument", fib(0x65, 0))])),
        case("doc", "Word 95", &["old_word"], || compound(&[("WordDocument", fib(0x68, 0))])),
        case("doc", "no table stream", &["damaged", "empty", "truncated"], || {
            compound(&[("WordDocument", fib(0xc1, 0x200))])
        }),
        case("doc", "no FIB", &["damaged", "unsupported", "old_word", "empty"], || {
            compound(&[("WordDocument", vec![0; 4096])])
        }),
        case("doc", "a FIB of 0xff", &["damaged", "unsupported", "old_word", "empty", "encrypted"], || {
            compound(&[
                ("WordDocument", vec![0xff; 9000]),
                ("1Table", vec![0xff; 9000]),
                ("0Table", vec![0xff; 9000]),
            ])
        }),
        case("docx", "an encrypted package", &["encrypted"], || {
            compound(&[("EncryptionInfo", vec![4; 300]), ("EncryptedPackage", vec![9; 9000])])
        }),
        case("xlsx", "an encrypted package", &["encrypted"], || {
            compound(&[("EncryptedPackage", vec![9; 9000]), ("EncryptionInfo", vec![4; 300])])
        }),
        case("doc", "a presentation", &["presentation"], || {
            compound(&[("PowerPoint Document", vec![0; 5000])])
        }),
        case("wps", "Works", &["works"], || compound(&[("MatOST", vec![0; 5000])])),
        case("doc", "an installer", &["unsupported"], || compound(&[("Binary.x", vec![0; 5000])])),
        case("xls", "encrypted", &["encrypted"], || workbook(&record(0x2f, &[1, 0, 1, 0, 1, 0]), &[])),
        case("xls", "a cell in each corner", &["read"], || {
            workbook(
                &[],
                &[number(0, 0, 1.0), number(65_535, 255, 2.0), number(65_535, 65_535, 3.0)].concat(),
            )
        }),
        case("xls", "all cells merged, 50 000 times", &["read"], || {
            let merge = record(
                0xe5,
                &[&[0x00, 0x04], [0, 0, 0xff, 0xff, 0, 0, 0xff, 0].repeat(1024).as_slice()].concat(),
            );
            workbook(&[], &[number(0, 0, 1.0), merge.repeat(5)].concat())
        }),
        case("xls", "a table of strings that says 4 billion", &["read", "damaged", "empty"], || {
            workbook(&record(0xfc, &[0xff; 20]), &record(0xfd, &[0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]))
        }),
        case("xls", "a record beyond the end", &["read", "damaged", "empty", "truncated"], || {
            workbook(&[], &[0x03, 0x02, 0xff, 0xff])
        }),
        case("xls", "a sheet at 4 GB", &["read", "damaged", "empty", "truncated"], || {
            workbook(&record(0x85, &[0xff, 0xff, 0xff, 0xff, 0, 0, 1, 0, b'b']), &number(0, 0, 1.0))
        }),
        case("xls", "a sheet that is the globals", &["read", "damaged", "empty"], || {
            workbook(&record(0x85, &[0, 0, 0, 0, 0, 0, 1, 0, b'b']).repeat(100), &number(0, 0, 1.0))
        }),
        case("xls", "numbers that are none", &["read"], || {
            workbook(
                &[],
                &[
                    number(0, 0, f64::NAN),
                    number(0, 1, f64::INFINITY),
                    number(0, 2, f64::MIN_POSITIVE),
                    number(1, 0, f64::MAX),
                ]
                .concat(),
            )
        }),
        case("xls", "rows of many blanks", &["read", "empty"], || {
            workbook(
                &[],
                &[
                    number(0, 0, 1.0),
                    record(0xbe, &[[0_u8; 4].as_slice(), &[0; 8000], &[0xff, 0xff]].concat()),
                ]
                .concat(),
            )
        }),
        case("xls", "no records", &["damaged", "empty", "old_spreadsheet", "unsupported"], || {
            compound(&[("Workbook", vec![0; 5000])])
        }),
        case("xls", "Excel 4", &["old_spreadsheet", "not_text", "protected", "unsupported"], || {
            [record(0x409, &[0, 4, 16, 0, 0, 0]), record(10, &[])].concat()
        }),
    ];
    all.extend(cuts("doc", broken, word));
    all.extend(damages("doc", 10, word));
    let sound = || workbook(&[], &[number(0, 0, 1.0), number(1, 1, 2.5)].concat());
    all.extend(cuts("xls", ANY, sound));
    all.extend(damages("xls", 10, sound));
    all
}
