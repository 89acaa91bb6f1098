use crate::report::claims::meaning::Other;

/// A noun of the vocabulary: what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report::claims) enum Noun {
    /// 政府信息公开申请.
    Request,
    /// 申请 alone: of what, the context says.
    Asked,
    /// 行政复议.
    Review,
    /// 行政诉讼.
    Litigation,
    /// 未经复议直接起诉.
    Direct,
    /// 复议后起诉.
    AfterReview,
    /// 复议诉讼 in one word.
    Suits,
    /// 规章.
    Rules,
    /// 行政规范性文件.
    Documents,
    /// 文件 alone.
    Paper,
    /// 行政许可.
    Permits,
    /// 行政处罚.
    Penalties,
    /// 行政强制.
    Coercion,
    /// 行政事业性收费.
    Fees,
    /// 信息处理费.
    HandlingFee,
    /// 来信: a way for requests to come in, or post of another kind.
    Letter,
    /// What no table counts.
    Other(Other),
}

/// A verb of the vocabulary: what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report::claims) enum Act {
    /// 新收.
    New,
    /// 收到, 受理.
    Receive,
    /// 收办.
    ReceiveHandle,
    /// 办理.
    Handle,
    /// 办结.
    Settle,
    /// 答复.
    Answer,
    /// 结转.
    Carry,
    /// 转, 转入: carried over where a year follows.
    Turn,
    /// 上年结转.
    CarryIn,
    /// 结转下年度.
    CarryOut,
    /// 正在办理.
    Pending,
    /// 公开.
    Publish,
    /// 制发.
    Issue,
    /// 发布.
    Announce,
    /// 废止.
    Repeal,
    /// 失效.
    Lapse,
    /// 清理.
    Clean,
    /// 现行有效.
    InForce,
    /// 保留, 继续有效: in force after a clean-up.
    Keep,
    /// 作出决定.
    Decide,
    /// 收取.
    Charge,
    /// 减免, 退还: what is not charged.
    Waive,
    /// 审结.
    Conclude,
}
