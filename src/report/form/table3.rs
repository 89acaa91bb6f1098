use super::Edition;

/// A row of table 3. Edition 2021 has three rows under （六）其他处理, edition 2019 the single row [`Row3::Other`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row3 {
    /// 一、本年新收政府信息公开申请数量.
    Received,
    /// 二、上年结转政府信息公开申请数量.
    CarriedIn,
    /// （一）予以公开.
    Open,
    /// （二）部分公开.
    Partial,
    /// （三）不予公开 1.
    DeniedStateSecret,
    /// （三）不予公开 2.
    DeniedLaw,
    /// （三）不予公开 3.
    DeniedSafety,
    /// （三）不予公开 4.
    DeniedThirdParty,
    /// （三）不予公开 5.
    DeniedInternal,
    /// （三）不予公开 6.
    DeniedProcess,
    /// （三）不予公开 7.
    DeniedEnforcementFile,
    /// （三）不予公开 8.
    DeniedAdminQuery,
    /// （四）无法提供 1.
    UnavailableNotHeld,
    /// （四）无法提供 2.
    UnavailableNeedsMaking,
    /// （四）无法提供 3.
    UnavailableUnclear,
    /// （五）不予处理 1.
    RejectedComplaint,
    /// （五）不予处理 2.
    RejectedRepeat,
    /// （五）不予处理 3.
    RejectedPublication,
    /// （五）不予处理 4.
    RejectedExcessive,
    /// （五）不予处理 5.
    RejectedConfirm,
    /// （六）其他处理 1, edition 2021.
    OtherNoCorrection,
    /// （六）其他处理 2, edition 2021.
    OtherNoPayment,
    /// （六）其他处理 3, edition 2021.
    OtherMisc,
    /// （六）其他处理, edition 2019: one row without parts.
    Other,
    /// （七）总计.
    Total,
    /// 四、结转下年度继续办理.
    CarriedOut,
}

/// The headings that rows of table 3 are grouped under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group3 {
    /// （三）不予公开.
    Denied,
    /// （四）无法提供.
    Unavailable,
    /// （五）不予处理.
    Rejected,
    /// （六）其他处理.
    Other,
}

impl Group3 {
    /// The group in the form's words, without its number.
    pub fn label(self) -> &'static str {
        match self {
            Self::Denied => "不予公开",
            Self::Unavailable => "无法提供",
            Self::Rejected => "不予处理",
            Self::Other => "其他处理",
        }
    }
}

use Row3 as R;

const RESULTS_2021: &[Row3] = &[
    R::Open,
    R::Partial,
    R::DeniedStateSecret,
    R::DeniedLaw,
    R::DeniedSafety,
    R::DeniedThirdParty,
    R::DeniedInternal,
    R::DeniedProcess,
    R::DeniedEnforcementFile,
    R::DeniedAdminQuery,
    R::UnavailableNotHeld,
    R::UnavailableNeedsMaking,
    R::UnavailableUnclear,
    R::RejectedComplaint,
    R::RejectedRepeat,
    R::RejectedPublication,
    R::RejectedExcessive,
    R::RejectedConfirm,
    R::OtherNoCorrection,
    R::OtherNoPayment,
    R::OtherMisc,
];
const RESULTS_2019: &[Row3] = &[
    R::Open,
    R::Partial,
    R::DeniedStateSecret,
    R::DeniedLaw,
    R::DeniedSafety,
    R::DeniedThirdParty,
    R::DeniedInternal,
    R::DeniedProcess,
    R::DeniedEnforcementFile,
    R::DeniedAdminQuery,
    R::UnavailableNotHeld,
    R::UnavailableNeedsMaking,
    R::UnavailableUnclear,
    R::RejectedComplaint,
    R::RejectedRepeat,
    R::RejectedPublication,
    R::RejectedExcessive,
    R::RejectedConfirm,
    R::Other,
];
const ROWS_2021: &[Row3] = &[
    R::Received,
    R::CarriedIn,
    R::Open,
    R::Partial,
    R::DeniedStateSecret,
    R::DeniedLaw,
    R::DeniedSafety,
    R::DeniedThirdParty,
    R::DeniedInternal,
    R::DeniedProcess,
    R::DeniedEnforcementFile,
    R::DeniedAdminQuery,
    R::UnavailableNotHeld,
    R::UnavailableNeedsMaking,
    R::UnavailableUnclear,
    R::RejectedComplaint,
    R::RejectedRepeat,
    R::RejectedPublication,
    R::RejectedExcessive,
    R::RejectedConfirm,
    R::OtherNoCorrection,
    R::OtherNoPayment,
    R::OtherMisc,
    R::Total,
    R::CarriedOut,
];
const ROWS_2019: &[Row3] = &[
    R::Received,
    R::CarriedIn,
    R::Open,
    R::Partial,
    R::DeniedStateSecret,
    R::DeniedLaw,
    R::DeniedSafety,
    R::DeniedThirdParty,
    R::DeniedInternal,
    R::DeniedProcess,
    R::DeniedEnforcementFile,
    R::DeniedAdminQuery,
    R::UnavailableNotHeld,
    R::UnavailableNeedsMaking,
    R::UnavailableUnclear,
    R::RejectedComplaint,
    R::RejectedRepeat,
    R::RejectedPublication,
    R::RejectedExcessive,
    R::RejectedConfirm,
    R::Other,
    R::Total,
    R::CarriedOut,
];

impl Row3 {
    /// The rows of an edition, in the order of the form: 25 (2021) or 23 (2019).
    pub fn of(edition: Edition) -> &'static [Self] {
        match edition {
            Edition::F2021 => ROWS_2021,
            Edition::F2019 => ROWS_2019,
        }
    }

    /// The rows that （七）总计 adds up.
    pub fn results(edition: Edition) -> &'static [Self] {
        match edition {
            Edition::F2021 => RESULTS_2021,
            Edition::F2019 => RESULTS_2019,
        }
    }

    /// The group heading it stands under, if any. The single row of 2019 is its own heading.
    pub fn group(self) -> Option<Group3> {
        match self {
            R::DeniedStateSecret
            | R::DeniedLaw
            | R::DeniedSafety
            | R::DeniedThirdParty
            | R::DeniedInternal
            | R::DeniedProcess
            | R::DeniedEnforcementFile
            | R::DeniedAdminQuery => Some(Group3::Denied),
            R::UnavailableNotHeld | R::UnavailableNeedsMaking | R::UnavailableUnclear => {
                Some(Group3::Unavailable)
            }
            R::RejectedComplaint
            | R::RejectedRepeat
            | R::RejectedPublication
            | R::RejectedExcessive
            | R::RejectedConfirm => Some(Group3::Rejected),
            R::OtherNoCorrection | R::OtherNoPayment | R::OtherMisc => Some(Group3::Other),
            R::Received | R::CarriedIn | R::Open | R::Partial | R::Other | R::Total | R::CarriedOut => None,
        }
    }

    /// The rows under a group heading, in the edition that has them as rows of their own.
    pub fn in_group(group: Group3) -> impl Iterator<Item = Self> {
        ROWS_2021.iter().copied().filter(move |row| row.group() == Some(group))
    }

    /// The row's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::CarriedIn => "carried_in",
            Self::Open => "open",
            Self::Partial => "partial",
            Self::DeniedStateSecret => "denied.state_secret",
            Self::DeniedLaw => "denied.law",
            Self::DeniedSafety => "denied.safety",
            Self::DeniedThirdParty => "denied.third_party",
            Self::DeniedInternal => "denied.internal",
            Self::DeniedProcess => "denied.process",
            Self::DeniedEnforcementFile => "denied.enforcement_file",
            Self::DeniedAdminQuery => "denied.admin_query",
            Self::UnavailableNotHeld => "unavailable.not_held",
            Self::UnavailableNeedsMaking => "unavailable.needs_making",
            Self::UnavailableUnclear => "unavailable.unclear",
            Self::RejectedComplaint => "rejected.complaint",
            Self::RejectedRepeat => "rejected.repeat",
            Self::RejectedPublication => "rejected.publication",
            Self::RejectedExcessive => "rejected.excessive",
            Self::RejectedConfirm => "rejected.confirm",
            Self::OtherNoCorrection => "other.no_correction",
            Self::OtherNoPayment => "other.no_payment",
            Self::OtherMisc => "other.misc",
            Self::Other => "other",
            Self::Total => "total",
            Self::CarriedOut => "carried_out",
        }
    }

    /// The row's label exactly as the form prints it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Received => "一、本年新收政府信息公开申请数量",
            Self::CarriedIn => "二、上年结转政府信息公开申请数量",
            Self::Open => "（一）予以公开",
            Self::Partial => "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            Self::DeniedStateSecret => "1.属于国家秘密",
            Self::DeniedLaw => "2.其他法律行政法规禁止公开",
            Self::DeniedSafety => "3.危及“三安全一稳定”",
            Self::DeniedThirdParty => "4.保护第三方合法权益",
            Self::DeniedInternal => "5.属于三类内部事务信息",
            Self::DeniedProcess => "6.属于四类过程性信息",
            Self::DeniedEnforcementFile => "7.属于行政执法案卷",
            Self::DeniedAdminQuery => "8.属于行政查询事项",
            Self::UnavailableNotHeld => "1.本机关不掌握相关政府信息",
            Self::UnavailableNeedsMaking => "2.没有现成信息需要另行制作",
            Self::UnavailableUnclear => "3.补正后申请内容仍不明确",
            Self::RejectedComplaint => "1.信访举报投诉类申请",
            Self::RejectedRepeat => "2.重复申请",
            Self::RejectedPublication => "3.要求提供公开出版物",
            Self::RejectedExcessive => "4.无正当理由大量反复申请",
            Self::RejectedConfirm => "5.要求行政机关确认或重新出具已获取信息",
            Self::OtherNoCorrection => "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            Self::OtherNoPayment => {
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
            }
            Self::OtherMisc => "3.其他",
            Self::Other => "（六）其他处理",
            Self::Total => "（七）总计",
            Self::CarriedOut => "四、结转下年度继续办理",
        }
    }
}

/// A value column of table 3: who applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column3 {
    /// 自然人.
    Person,
    /// 法人或其他组织 › 商业企业.
    Business,
    /// 法人或其他组织 › 科研机构.
    Research,
    /// 法人或其他组织 › 社会公益组织.
    Welfare,
    /// 法人或其他组织 › 法律服务机构.
    Legal,
    /// 法人或其他组织 › 其他.
    OtherOrg,
    /// 总计.
    Total,
}

impl Column3 {
    /// All columns, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Person,
        Self::Business,
        Self::Research,
        Self::Welfare,
        Self::Legal,
        Self::OtherOrg,
        Self::Total,
    ];
    /// The columns that 总计 adds up.
    pub const PARTS: [Self; 6] =
        [Self::Person, Self::Business, Self::Research, Self::Welfare, Self::Legal, Self::OtherOrg];
    /// The columns under 法人或其他组织.
    pub const ORGANISATIONS: [Self; 5] =
        [Self::Business, Self::Research, Self::Welfare, Self::Legal, Self::OtherOrg];

    /// The column's part of the contract's cell id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Business => "business",
            Self::Research => "research",
            Self::Welfare => "welfare",
            Self::Legal => "legal",
            Self::OtherOrg => "other_org",
            Self::Total => "total",
        }
    }

    /// The column's heading exactly as the form prints it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "自然人",
            Self::Business => "商业企业",
            Self::Research => "科研机构",
            Self::Welfare => "社会公益组织",
            Self::Legal => "法律服务机构",
            Self::OtherOrg => "其他",
            Self::Total => "总计",
        }
    }
}
