//! Table 4: 行政复议 and the two ways of 行政诉讼, each with the same five columns.

use super::Label;

/// The heading over [`Block4::Direct`] and [`Block4::AfterReview`].
pub(in crate::report) const LITIGATION: Label = label!("行政诉讼");

struct BlockData {
    label: Label,
    id: &'static str,
    /// The heading that it shares with other blocks; without one its label stands in the first row of headings.
    under: Option<&'static Label>,
    /// Words by which the block is known even when its label is torn.
    core: &'static str,
}

declare! {
    /// One of the three blocks of table 4.
    Block4: BlockData {
        Review("行政复议") { id: "review", under: None, core: "行政复议" }
        Direct("未经复议直接起诉") { id: "direct", under: Some(&LITIGATION), core: "未经复议" }
        AfterReview("复议后起诉") { id: "after_review", under: Some(&LITIGATION), core: "复议后起诉" }
    }
}

struct OutcomeData {
    label: Label,
    id: &'static str,
    /// What it is called among the others of its block.
    name: &'static str,
}

declare! {
    /// A column inside a block of table 4. The last is the total of those before it.
    Outcome4: OutcomeData {
        Upheld("结果维持") { id: "upheld", name: "维持" }
        Corrected("结果纠正") { id: "corrected", name: "纠正" }
        Other("其他结果") { id: "other", name: "其他" }
        Pending("尚未审结") { id: "pending", name: "未审结" }
        Total("总计") { id: "total", name: "总计" }
    }
}

impl Block4 {
    /// The block's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        self.data().id
    }

    /// The heading it stands under, if any.
    pub(in crate::report) fn under(self) -> Option<&'static Label> {
        self.data().under
    }

    pub(in crate::report) fn words(self) -> &'static Label {
        &self.data().label
    }

    /// Words by which the block is known even when its label is torn.
    pub(in crate::report) fn core(self) -> &'static str {
        self.data().core
    }
}

impl Outcome4 {
    /// The columns that 总计 adds up.
    pub const PARTS: &'static [Self] = super::but_last(&Self::ALL);

    /// What it is called among the others of its block: 维持, 未审结.
    pub fn name(self) -> &'static str {
        self.data().name
    }

    /// The column's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        self.data().id
    }

    pub(in crate::report) fn words(self) -> &'static Label {
        &self.data().label
    }
}
