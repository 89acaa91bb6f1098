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

    #[expect(clippy::many_single_char_names, reason = "the standards name them so")]
    pub(in crate::read) const fn new(parts: [f32; 6]) -> Self {
        let [a, b, c, d, e, f] = parts;
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
        let turned = |x: f32, y: f32| (x * other.a + y * other.c, x * other.b + y * other.d);
        let (across, down, end) =
            (turned(self.a, self.b), turned(self.c, self.d), other.apply(self.e, self.f));
        Self { a: across.0, b: across.1, c: down.0, d: down.1, e: end.0, f: end.1 }
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
        assert!((Matrix::of(&[0.0, 3.0, -2.0, 0.0, 0.0, 0.0]).height() - 2.0).abs() < 0.001);
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
