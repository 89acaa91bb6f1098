//! A member of a zip container as it lies there: what reading gives and writing takes.

/// A member, packed.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its name, as written.
    pub name: Vec<u8>,
    /// Whether the name is said to be UTF-8.
    pub is_utf8: bool,
    /// How it is packed: 0 not at all, 8 deflated.
    pub method: u16,
    /// When it was changed, as MS-DOS writes it: the date above the time.
    pub time: u32,
    /// CRC-32 of the content.
    pub crc: u32,
    /// Bytes of the content.
    pub size: u32,
    /// The bytes as packed.
    pub data: Vec<u8>,
}

impl Member {
    /// Whether this is its name as a part; names of parts know no case, and some programs write `\\` and a leading `/`.
    pub fn is_called(&self, name: &str) -> bool {
        let own = String::from_utf8_lossy(&self.name).replace('\\', "/");
        own.trim_start_matches('/').eq_ignore_ascii_case(name)
    }
}
