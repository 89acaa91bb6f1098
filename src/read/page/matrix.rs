//! Transforms of the plane (ISO 32000-1, 8.3.3; GB/T 33190, 8.1).

/// A transform: (x, y) → (a·x + c·y + e, b·x + d·y + f).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::read) struct Matrix {
    pub(in crate::read) a: f32,
    pub(in crate::read) b: f32,
    pub(in crate::read) c: f32,
    pub(in crate::read) d: f32,
    pub(in crate::read) e: f32,
    pub(in crate::read) f: f32,
}

impl Matrix {
    pub(in crate::read) const IDENTITY: Self = Self::new([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(in crate::read) const fn new([a, b, c, d, e, f]: [f32; 6]) -> Self {
        Self { a, b, c, d, e, f }
    }

    /// Of six operands; fewer change nothing.
    pub(in crate::read) fn of(numbers: &[f32]) -> Self {
        numbers.try_into().map_or(Self::IDENTITY, Self::new)
    }

    pub(in crate::read) fn apply(&self, x: f32, y: f32) -> (f32, f32) {
        (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
    }

    /// First this, then another.
    pub(in crate::read) fn then(&self, other: &Self) -> Self {
        let (a, b) = (self.a * other.a + self.b * other.c, self.a * other.b + self.b * other.d);
        let (c, d) = (self.c * other.a + self.d * other.c, self.c * other.b + self.d * other.d);
        let (e, f) = other.apply(self.e, self.f);
        Self { a, b, c, d, e, f }
    }

    /// First a shift, then this.
    pub(in crate::read) fn shifted(&self, x: f32, y: f32) -> Self {
        let (e, f) = self.apply(x, y);
        Self { e, f, ..*self }
    }

    /// How much it makes things larger along x.
    pub(in crate::read) fn scale(&self) -> f32 {
        self.a.hypot(self.b)
    }

    /// How much it makes things larger across x.
    pub(in crate::read) fn height(&self) -> f32 {
        let scale = self.scale();
        if scale > 0.0 { (self.a * self.d - self.b * self.c).abs() / scale } else { 0.0 }
    }

    /// Where x points, in quarter turns clockwise on a page whose y runs down; `None` aslant.
    pub(in crate::read) fn turn(&self) -> Option<u8> {
        let (along, down) = (self.a, self.b);
        if along.abs() > down.abs() * 20.0 {
            Some(if along > 0.0 { 0 } else { 2 })
        } else if down.abs() > along.abs() * 20.0 {
            Some(if down > 0.0 { 1 } else { 3 })
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transforms_apply_one_after_the_other() {
        let shift = Matrix::IDENTITY.shifted(10.0, 5.0);
        let double = Matrix::of(&[2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(shift.then(&double).apply(1.0, 1.0), (22.0, 12.0));
        assert_eq!(double.shifted(10.0, 5.0).apply(1.0, 1.0), (22.0, 12.0));
        assert_eq!(Matrix::of(&[0.0, 3.0, -2.0, 0.0, 0.0, 0.0]).height(), 2.0);
    }

    #[test]
    fn directions_are_quarter_turns_or_slants() {
        for (matrix, turn) in [
            ([1.0, 0.0, 0.3, 1.0, 0.0, 0.0], Some(0)),
            ([0.0, 1.0, -1.0, 0.0, 0.0, 0.0], Some(1)),
            ([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0], Some(2)),
            ([0.0, -2.0, 2.0, 0.0, 0.0, 0.0], Some(3)),
            ([1.0, 1.0, -1.0, 1.0, 0.0, 0.0], None),
            ([0.0, 0.0, 0.0, 0.0, 0.0, 0.0], None),
        ] {
            assert_eq!(Matrix::new(matrix).turn(), turn);
        }
    }
}
