//! The list of numbers in prose.

use jiaohe::wire::ClaimVerdict;

/// Its heading.
pub(crate) const HEADING: &str = "正文中的数字";
/// What came of the comparison, in the order shown.
pub(crate) const GROUPS: [(ClaimVerdict, &str); 3] = [
    (ClaimVerdict::Differs, "与表中不一致"),
    (ClaimVerdict::NotCompared, "未参与比对"),
    (ClaimVerdict::Agrees, "与表中一致"),
];
/// Before the sum of cells that a number was taken to be.
pub(crate) const TAKEN_FOR: &str = "理解为：";
/// The same where it was not compared, and so not taken for it.
pub(crate) const NEAREST: &str = "最接近的是：";
/// Before the words that it was read by.
pub(crate) const BY_WORDS: &str = "依据文字：";
/// Before the other readings.
pub(crate) const OR_ELSE: &str = "也可能是：";
/// Before what speaks against them.
pub(crate) const DOUBTS: &str = "说明：";
/// In place of a sum of which a cell is not known.
pub(crate) const NOT_KNOWN: &str = "（未读到）";
