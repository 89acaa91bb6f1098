//! The filters beside Flate (ISO 32000-1, 7.4.2 to 7.4.5). What is damaged ends the data.

use super::super::{ErrorKind, ReadError};

/// Hexadecimal digits up to `>`.
pub(super) fn hex(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() / 2 + 1);
    let mut digits = data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| digit(*byte));
    while let Some(high) = digits.next() {
        out.push(high << 4 | digits.next().unwrap_or(0));
    }
    out
}

/// The value of a hexadecimal digit.
pub(super) fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// Five digits of base 85 for four bytes, up to `~>`.
pub(super) fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() / 5 * 4);
    let mut group: Vec<u8> = Vec::with_capacity(5);
    let data = data.strip_prefix(b"<~").unwrap_or(data);
    for &byte in data {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            b'~' => break,
            _ => {}
        }
        if group.len() == 5 {
            out.extend(base85(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let given = group.len() - 1;
        group.resize(5, 84);
        out.extend(base85(&group).into_iter().take(given));
    }
    out
}

fn base85(digits: &[u8]) -> [u8; 4] {
    digits
        .iter()
        .fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(u32::from(*digit)))
        .to_be_bytes()
}

/// Runs of bytes.
///
/// # Errors
/// [`ErrorKind::Inflates`] if more than `most` bytes come out.
pub(super) fn run_length(data: &[u8], most: usize) -> Result<Vec<u8>, ReadError> {
    let mut out = Vec::new();
    let mut rest = data;
    while let Some((&length, tail)) = rest.split_first() {
        match length {
            128 => break,
            0..=127 => {
                let (run, tail) = tail.split_at_checked(usize::from(length) + 1).unwrap_or((tail, &[]));
                out.extend_from_slice(run);
                rest = tail;
            }
            _ => {
                let Some((&byte, tail)) = tail.split_first() else { break };
                out.resize(out.len() + 257 - usize::from(length), byte);
                rest = tail;
            }
        }
        if out.len() > most {
            return Err(ReadError::new(ErrorKind::Inflates));
        }
    }
    Ok(out)
}

/// LZW with codes of 9 to 12 bits that grow one code early.
///
/// # Errors
/// [`ErrorKind::Inflates`] if more than `most` bytes come out.
pub(super) fn lzw(data: &[u8], most: usize) -> Result<Vec<u8>, ReadError> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut out: Vec<u8> = Vec::new();
    // The stretch of the output that each code from 258 on stands for.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    let mut rest = data.iter();
    loop {
        let width = match table.len() + END + 1 {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
        while bits < width {
            let Some(byte) = rest.next() else { return Ok(out) };
            buffer = buffer << 8 | u32::from(*byte);
            bits += 8;
        }
        bits -= width;
        let code = (buffer >> bits & ((1 << width) - 1)) as usize;
        let start = out.len();
        match code {
            CLEAR => {
                table.clear();
                continue;
            }
            END => return Ok(out),
            0..=255 => out.push(u8::try_from(code).unwrap_or_default()),
            _ => {
                // A code may name the entry that it completes.
                let Some((from, length)) = table.get(code - END - 1).copied() else { return Ok(out) };
                for at in from..from + length {
                    let byte = out.get(at).copied().unwrap_or_default();
                    out.push(byte);
                }
            }
        }
        if out.len() > most {
            return Err(ReadError::new(ErrorKind::Inflates));
        }
        // The next entry is this string with the first byte of the next one, which follows it in the output.
        if table.len() < 4096 - END - 1 {
            table.push((start, out.len() - start + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_filters_are_undone() {
        assert_eq!(hex(b"42 54 4>zz"), b"BT@");
        assert_eq!(ascii85(b"9jqo^BlbD-~>"), b"Man is d");
        assert_eq!(ascii85(b"<~z9jqo^~>"), b"\0\0\0\0Man ");
        assert_eq!(
            run_length(&[2, b'a', b'b', b'c', 254, b'x', 128, 9], 100).as_deref(),
            Ok(b"abcxxx".as_slice())
        );
        assert!(run_length(&[129, 0, 129, 0], 200).is_err());
    }

    #[test]
    fn lzw_is_undone() {
        // The example of ISO 32000-1, 7.4.4.2.
        let stored = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(lzw(&stored, 100).as_deref(), Ok([45, 45, 45, 45, 45, 65, 45, 45, 45, 66].as_slice()));
        assert!(lzw(&stored, 5).is_err());
        assert_eq!(lzw(&[0xff; 40], 100).as_deref(), Ok([].as_slice()));
    }
}
