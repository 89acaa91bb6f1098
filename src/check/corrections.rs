//! What a person says of cells that were misread.

use crate::report::Correction;

/// Cells with what stands in them in truth.
#[derive(Debug, Clone, Default)]
pub struct Corrections(Vec<Correction>);

impl Corrections {
    /// Adds that the cell, which was read as `from`, holds the number `to`, and says whether there is such a cell and number. It
    /// counts as long as the cell is still read so.
    pub fn add(&mut self, cell: &str, from: &str, to: &str) -> bool {
        let correction = Correction::parse(cell, from, to);
        let is_known = correction.is_some();
        self.0.extend(correction);
        is_known
    }

    pub(super) fn all(&self) -> &[Correction] {
        &self.0
    }
}
