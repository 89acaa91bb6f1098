//! FNV-1a: a hash that is the same on every machine and in every run, for marks that tell whether something has changed.

/// A hash under way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Takes in a text, and that it ends here.
    pub(crate) fn write(&mut self, text: &str) {
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The hash in sixteen digits.
    pub(crate) fn finish(self) -> String {
        format!("{:016x}", self.0)
    }
}
