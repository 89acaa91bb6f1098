//! Writing zip containers (APPNOTE 6.3). The directory is all there is to it; deflating is `miniz_oxide`'s.
//!
//! The same parts give the same bytes: what is added carries the oldest time there is, 1980-01-01.

use crate::crc::crc32;
use crate::member::Member;

/// Version 2.0, which deflates.
const VERSION: u16 = 20;
/// The name is UTF-8.
const UTF8: u16 = 1 << 11;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// 1980-01-01 as MS-DOS writes it, the date above the time.
const OLDEST: u32 = 0x0021_0000;
/// As `zlib` deflates if nothing is said.
const LEVEL: u8 = 6;

/// Packs a content.
pub fn member(name: &str, content: &[u8]) -> Member {
    let packed = miniz_oxide::deflate::compress_to_vec(content, LEVEL);
    let shorter = packed.len() < content.len();
    Member {
        name: name.as_bytes().to_vec(),
        is_utf8: !name.is_ascii(),
        method: if shorter { DEFLATED } else { STORED },
        time: OLDEST,
        crc: crc32(content),
        size: length(content.len()),
        data: if shorter { packed } else { content.to_vec() },
    }
}

/// What local header and directory say alike.
fn header(member: &Member) -> Vec<u8> {
    let flags = if member.is_utf8 { UTF8 } else { 0 };
    let name = u16::try_from(member.name.len()).unwrap_or(u16::MAX);
    let mut header = Vec::with_capacity(26);
    for field in [VERSION, flags, member.method] {
        header.extend(field.to_le_bytes());
    }
    for field in [member.time, member.crc, length(member.data.len()), member.size] {
        header.extend(field.to_le_bytes());
    }
    header.extend(name.to_le_bytes());
    // No extra fields.
    header.extend([0; 2]);
    header
}

/// A container with these members, in their order.
pub fn pack(members: &[Member]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for member in members {
        let (header, offset) = (header(member), length(bytes.len()));
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&header);
        bytes.extend(&member.name);
        bytes.extend(&member.data);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&header);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(&member.name);
    }
    let (start, size) = (length(bytes.len()), length(directory.len()));
    let count = u16::try_from(members.len()).unwrap_or(u16::MAX).to_le_bytes();
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0; 2]);
    bytes
}

/// Lengths are far below 4 GB: what is read has at most some 30 MB.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
