//! Compound files (MS-CFB) of a few streams, for tests of what no program writes.

const SECTOR: usize = 512;
const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

/// A file with the given streams in its root, in sectors of 512 bytes: first the table of chains, then the directory, then
/// the streams. None lies in mini sectors.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let sectors = |bytes: usize| bytes.div_ceil(SECTOR);
    let directory = sectors((streams.len() + 1) * 128);
    let data: usize = streams.iter().map(|(_, bytes)| sectors(bytes.len())).sum();
    let tables = (directory + data).div_ceil(SECTOR / 4 - 1).max(1);
    let mut fat: Vec<u32> = vec![0xffff_fffd; tables];
    let mut chain = |length: usize| {
        let start = u32::try_from(fat.len()).expect("a small file");
        fat.extend((1..length).map(|at| start + u32::try_from(at).expect("a small file")));
        fat.extend((length > 0).then_some(END));
        if length > 0 { start } else { END }
    };
    let first = chain(directory);
    let mut entries = vec![entry("Root Entry", 5, FREE, if streams.is_empty() { FREE } else { 1 }, END, 0)];
    for (at, (name, bytes)) in (1_u32..).zip(streams) {
        let next = if at as usize == streams.len() { FREE } else { at + 1 };
        entries.push(entry(name, 2, next, FREE, chain(sectors(bytes.len())), bytes.len()));
    }
    let mut file = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    file.resize(0x18, 0);
    for word in [0x3e_u16, 3, 0xfffe, 9, 6] {
        file.extend(word.to_le_bytes());
    }
    file.resize(0x2c, 0);
    // Streams of any size lie in whole sectors: the limit below which they do not is 0.
    for number in [u32::try_from(tables).expect("a small file"), first, 0, 0, END, 0, END, 0] {
        file.extend(number.to_le_bytes());
    }
    let numbers = (0..tables).map(|at| u32::try_from(at).expect("a small file"));
    file.extend(numbers.flat_map(u32::to_le_bytes));
    file.resize(SECTOR, 0xff);
    file.extend(fat.into_iter().flat_map(u32::to_le_bytes));
    file.resize(SECTOR * (1 + tables), 0xff);
    file.extend(entries.concat());
    file.resize(SECTOR * (1 + tables + directory), 0);
    for (_, bytes) in streams {
        file.extend_from_slice(bytes);
        file.resize(file.len().next_multiple_of(SECTOR), 0);
    }
    file
}

fn entry(name: &str, kind: u8, right: u32, child: u32, start: u32, size: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u16::try_from(bytes.len() + 2).expect("a short name");
    bytes.resize(0x40, 0);
    bytes.extend(length.to_le_bytes());
    bytes.extend([kind, 1]);
    for number in [FREE, right, child] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.resize(0x74, 0);
    bytes.extend(start.to_le_bytes());
    bytes.extend(u64::try_from(size).expect("a small file").to_le_bytes());
    bytes
}
