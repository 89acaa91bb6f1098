//! Content transfer encodings (RFC 2045, section 6). They work on bytes, so a line may break inside a character.

/// Undoes an encoding; what is none of the two is as it stands.
pub(super) fn decode(bytes: &[u8], encoding: &str) -> Vec<u8> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted_printable(bytes),
        "base64" => base64(bytes),
        _ => bytes.to_vec(),
    }
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        if let (Some(high), Some(low)) = (digit(after.first()), digit(after.get(1))) {
            out.extend(u8::try_from(high * 16 + low));
            rest = after.get(2..).unwrap_or_default();
            continue;
        }
        // A soft line break: blanks may have been added at the end of the line.
        let blanks = after.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let end = after.get(blanks..).unwrap_or_default();
        if let Some(next) = end.strip_prefix(b"\r\n").or(end.strip_prefix(b"\n")).or(end.strip_prefix(b"\r"))
        {
            rest = next;
        } else if !end.is_empty() {
            out.push(byte);
        }
    }
    out
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for &byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            // Padding ends a piece; another may follow.
            b'=' => {
                bits = 0;
                continue;
            }
            _ => continue,
        };
        held = (held << 6 | u32::from(value)) & 0xff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.extend(u8::try_from(held >> bits & 0xff));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_bytes() {
        let got = decode(b"=D5=\r\n=FE=b8= \t\n=ae a=3D=\n b=zc=", "Quoted-Printable");
        assert_eq!(got, b"\xd5\xfe\xb8\xae a= b=zc");
    }

    #[test]
    fn base64_bytes() {
        assert_eq!(decode(b"1f64\r\n rg==YQ==", "BASE64"), b"\xd5\xfe\xb8\xaea");
        assert_eq!(decode(b"a=b", "8bit"), b"a=b");
    }
}
