/// One of the three blocks of table 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block4 {
    /// 行政复议.
    Review,
    /// 行政诉讼 › 未经复议直接起诉.
    Direct,
    /// 行政诉讼 › 复议后起诉.
    AfterReview,
}

impl Block4 {
    /// All blocks, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Review, Self::Direct, Self::AfterReview];

    /// The block's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Direct => "direct",
            Self::AfterReview => "after_review",
        }
    }

    /// The block's heading as the form prints it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Review => "行政复议",
            Self::Direct => "未经复议直接起诉",
            Self::AfterReview => "复议后起诉",
        }
    }
}

/// A column inside a block of table 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome4 {
    /// 结果维持.
    Upheld,
    /// 结果纠正.
    Corrected,
    /// 其他结果.
    Other,
    /// 尚未审结.
    Pending,
    /// 总计.
    Total,
}

impl Outcome4 {
    /// All columns, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Upheld, Self::Corrected, Self::Other, Self::Pending, Self::Total];
    /// The columns that 总计 adds up.
    pub const PARTS: [Self; 4] = [Self::Upheld, Self::Corrected, Self::Other, Self::Pending];

    /// The column's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::Corrected => "corrected",
            Self::Other => "other",
            Self::Pending => "pending",
            Self::Total => "total",
        }
    }

    /// The column's heading exactly as the form prints it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Upheld => "结果维持",
            Self::Corrected => "结果纠正",
            Self::Other => "其他结果",
            Self::Pending => "尚未审结",
            Self::Total => "总计",
        }
    }
}
