/// A small deterministic generator (splitmix64): the same seed gives the same report on every machine.
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// A generator that starts from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_F491_4F6C_DD1D).wrapping_add(0x9E37_79B9_7F4A_7C15))
    }

    /// The next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `bound`, the bound included.
    pub fn upto(&mut self, bound: u32) -> u32 {
        u32::try_from(self.next_u64() % (u64::from(bound) + 1)).unwrap()
    }

    /// One of the given items.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.upto(u32::try_from(items.len()).unwrap() - 1) as usize]
    }
}
