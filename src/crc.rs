//! CRC-32 of the entries of a zip container (APPNOTE 4.4.7).
//!
//! Its tables are made when they are needed, in some microseconds: those that `rawzip` carries are 16 KB that no
//! compression makes smaller.

/// For each byte, what it adds when so many bytes follow it in its word.
type Tables = [[u32; 256]; 8];

fn at(table: &[u32; 256], index: u32) -> u32 {
    table.get((index & 0xff) as usize).copied().unwrap_or_default()
}

fn tables() -> Tables {
    let mut tables = [[0; 256]; 8];
    let [first, later @ ..] = &mut tables;
    for (byte, entry) in (0_u32..).zip(first.iter_mut()) {
        *entry = (0..8).fold(byte, |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 });
    }
    let mut before = *first;
    for table in later {
        for (entry, before) in table.iter_mut().zip(&before) {
            *entry = (before >> 8) ^ at(first, *before);
        }
        before = *table;
    }
    tables
}

/// The checksum of an entry, eight bytes at a time.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let tables = tables();
    let [t0, t1, t2, t3, t4, t5, t6, t7] = &tables;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut crc = u32::MAX;
    for &[a, b, c, d, e, f, g, h] in words {
        let low = u32::from_le_bytes([a, b, c, d]) ^ crc;
        let high = u32::from_le_bytes([e, f, g, h]);
        crc = at(t7, low) ^ at(t6, low >> 8) ^ at(t5, low >> 16) ^ at(t4, low >> 24);
        crc ^= at(t3, high) ^ at(t2, high >> 8) ^ at(t1, high >> 16) ^ at(t0, high >> 24);
    }
    !rest.iter().fold(crc, |crc, &byte| (crc >> 8) ^ at(t0, crc ^ u32::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn it_is_the_checksum_of_zip() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        let bytes: Vec<u8> = (0..1000_u32).map(|n| (n * n % 251) as u8).collect();
        for length in (0..40).chain([999, 1000]) {
            assert_eq!(crc32(&bytes[..length]), rawzip::crc32(&bytes[..length]));
        }
    }
}
