//! Zip containers whose every field can lie, and data that inflates without having been compressed.

/// An entry, with what its headers say.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) stored: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    /// The size said to come out.
    pub(crate) size: u32,
    pub(crate) crc: u32,
    /// Uses the local header of the entry before.
    pub(crate) shares: bool,
}

/// A sound entry that is not compressed.
pub(crate) fn plain(name: &str, content: impl Into<Vec<u8>>) -> Entry {
    let stored = content.into();
    Entry {
        name: name.into(),
        size: u32::try_from(stored.len()).unwrap(),
        crc: crc(&stored),
        stored,
        method: 0,
        flags: 0,
        shares: false,
    }
}

/// A sound entry that is compressed.
pub(crate) fn deflated(name: &str, content: &[u8]) -> Entry {
    let stored = miniz_oxide::deflate::compress_to_vec(content, 1);
    Entry { stored, method: 8, ..plain(name, content) }
}

/// An entry of so many equal bytes, which takes less than a thousandth.
pub(crate) fn run(name: &str, byte: u8, length: usize) -> Entry {
    Entry {
        stored: equal_bytes(byte, length),
        method: 8,
        size: u32::try_from(length).unwrap(),
        crc: 0,
        ..plain(name, Vec::new())
    }
}

/// Writes a container.
pub(crate) fn pack(entries: &[Entry]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    let mut at = 0;
    for entry in entries {
        if !entry.shares {
            at = u32::try_from(out.len()).unwrap();
            out.extend(b"PK\x03\x04\x14\0");
            header(entry, &mut out);
            out.extend(0_u16.to_le_bytes());
            out.extend(entry.name.as_bytes());
            out.extend(&entry.stored);
        }
        directory.extend(b"PK\x01\x02\x14\0\x14\0");
        header(entry, &mut directory);
        directory.extend([0; 12]);
        directory.extend(at.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let (start, size) = (u32::try_from(out.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    let count = u16::try_from(entries.len()).unwrap();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// What local header and directory have in common.
fn header(entry: &Entry, out: &mut Vec<u8>) {
    out.extend(entry.flags.to_le_bytes());
    out.extend(entry.method.to_le_bytes());
    out.extend([0; 4]);
    out.extend(entry.crc.to_le_bytes());
    out.extend(u32::try_from(entry.stored.len()).unwrap().to_le_bytes());
    out.extend(entry.size.to_le_bytes());
    out.extend(u16::try_from(entry.name.len()).unwrap().to_le_bytes());
}

/// A deflate stream of equal bytes: one literal, then copies of 258 bytes from one byte back (RFC 1951, 3.2.6).
pub(crate) fn equal_bytes(byte: u8, length: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    // The last block, with fixed codes.
    bits.put(0b011, 3);
    if byte < 144 {
        bits.put_code(u32::from(byte) + 0x30, 8);
    } else {
        bits.put_code(u32::from(byte) + 0x100, 9);
    }
    for _ in 0..length / 258 {
        bits.put_code(0b1100_0101, 8);
        bits.put_code(0, 5);
    }
    bits.put_code(0, 7);
    bits.finish()
}

/// The same as a zlib stream, for PDF.
pub(crate) fn zlib_bomb(byte: u8, length: usize) -> Vec<u8> {
    [&[0x78, 0x9c], equal_bytes(byte, length).as_slice(), &[0; 4]].concat()
}

#[derive(Default)]
struct Bits {
    out: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn put(&mut self, value: u32, count: u32) {
        self.held |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.out.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// Huffman codes are written from their highest bit.
    fn put_code(&mut self, code: u32, count: u32) {
        self.put(code.reverse_bits() >> (32 - count), count);
    }

    fn finish(mut self) -> Vec<u8> {
        self.put(0, 7);
        self.out
    }
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, &byte| {
        (0..8).fold(
            crc ^ u32::from(byte),
            |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            },
        )
    })
}
