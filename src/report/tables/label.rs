//! The labels of the form in the shapes they are met in, and how a run of text is matched against them.

use crate::report::form::{Item2, Item2Of2019, Row3};
use crate::text::compact;

/// A text reduced to what labels are compared by: letters, digits and Han characters.
pub(super) fn key(text: &str) -> String {
    compact(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A label without the notes in brackets that local templates print behind it. The end of a note may be missing: the
/// numbers stand at half the height of a label that takes several lines.
pub(super) fn without_notes(text: &str) -> String {
    let mut rest = compact(text);
    let noted = |rest: &str| rest.ends_with(')') || rest.rfind('(') > rest.rfind(')');
    while noted(&rest) {
        let Some(open) = rest.rfind('(').filter(|open| *open > 0) else { break };
        rest.truncate(open);
    }
    rest.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The shapes of each row's label, as keys. A run of text that ends with one of them is that row's label.
pub(super) const ROWS3: &[(Row3, &[&str])] = &[
    (
        Row3::Received,
        &[
            "本年新收政府信息公开申请数量",
            "本年新收政府信息公开申请",
            "本年度新收政府信息公开申请数量",
            "本年新收",
        ],
    ),
    (
        Row3::CarriedIn,
        &[
            "上年结转政府信息公开申请数量",
            "上年结转政府信息公开申请",
            "上年度结转政府信息公开申请数量",
            "上年结转",
        ],
    ),
    (Row3::Open, &["予以公开"]),
    (Row3::Partial, &["部分公开区分处理的只计这一情形不计其他情形", "部分公开"]),
    (Row3::DeniedStateSecret, &["属于国家秘密", "国家秘密"]),
    (Row3::DeniedLaw, &["其他法律行政法规禁止公开", "法律行政法规禁止公开", "法律法规禁止公开"]),
    (Row3::DeniedSafety, &["危及三安全一稳定", "三安全一稳定"]),
    (Row3::DeniedThirdParty, &["保护第三方合法权益", "第三方合法权益"]),
    (Row3::DeniedInternal, &["属于三类内部事务信息", "内部事务信息"]),
    (Row3::DeniedProcess, &["属于四类过程性信息", "过程性信息"]),
    (Row3::DeniedEnforcementFile, &["属于行政执法案卷", "行政执法案卷", "行政执法案卷信息"]),
    (Row3::DeniedAdminQuery, &["属于行政查询事项", "行政查询事项"]),
    (Row3::UnavailableNotHeld, &["本机关不掌握相关政府信息", "不掌握相关政府信息", "本机关不掌握"]),
    (Row3::UnavailableNeedsMaking, &["没有现成信息需要另行制作", "需要另行制作"]),
    (Row3::UnavailableUnclear, &["补正后申请内容仍不明确", "内容仍不明确"]),
    (Row3::RejectedComplaint, &["信访举报投诉类申请", "信访举报投诉类", "信访投诉举报类申请"]),
    (Row3::RejectedRepeat, &["重复申请"]),
    (Row3::RejectedPublication, &["要求提供公开出版物", "公开出版物"]),
    (Row3::RejectedExcessive, &["无正当理由大量反复申请", "大量反复申请"]),
    (Row3::RejectedConfirm, &["要求行政机关确认或重新出具已获取信息", "重新出具已获取信息"]),
    (
        Row3::OtherNoCorrection,
        &[
            "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请",
            "无正当理由逾期不补正",
            "逾期不补正",
        ],
    ),
    (
        Row3::OtherNoPayment,
        &[
            "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请",
            "逾期未按收费通知要求缴纳费用",
            "逾期不缴费",
            "逾期未缴费",
            "逾期不缴纳费用",
        ],
    ),
    (Row3::OtherMisc, &["3其他", "3其它"]),
    (Row3::Other, &["六其他处理", "六其他处理情况", "其他处理"]),
    (Row3::Total, &["七总计", "七合计"]),
    (Row3::CarriedOut, &["结转下年度继续办理", "结转下年继续办理", "结转下年度办理"]),
];

/// Words by which a row is known even when its label is broken by the numbers in the middle of it.
pub(super) const CORES3: &[(Row3, &str)] = &[
    (Row3::Received, "本年新收"),
    (Row3::CarriedIn, "上年结转"),
    (Row3::Open, "予以公开"),
    (Row3::Partial, "部分公开"),
    (Row3::DeniedStateSecret, "国家秘密"),
    (Row3::DeniedLaw, "法律行政法规"),
    (Row3::DeniedSafety, "危及"),
    (Row3::DeniedThirdParty, "第三方"),
    (Row3::DeniedInternal, "三类内部"),
    (Row3::DeniedProcess, "四类过程"),
    (Row3::DeniedEnforcementFile, "执法案卷"),
    (Row3::DeniedAdminQuery, "行政查询"),
    (Row3::UnavailableNotHeld, "不掌握"),
    (Row3::UnavailableNeedsMaking, "现成信息"),
    (Row3::UnavailableUnclear, "补正后"),
    (Row3::RejectedComplaint, "信访举报"),
    (Row3::RejectedRepeat, "重复申请"),
    (Row3::RejectedPublication, "出版物"),
    (Row3::RejectedExcessive, "大量反复"),
    (Row3::RejectedConfirm, "要求行政机关确认"),
    (Row3::OtherNoCorrection, "逾期不补正"),
    (Row3::OtherNoPayment, "逾期未按收费"),
    (Row3::OtherMisc, "3其他"),
    (Row3::Total, "七总计"),
    (Row3::CarriedOut, "结转下年度继续"),
];

/// The row of table 3 whose label the run ends with. 其他 and 总计 alone are column headings until results have begun.
pub(super) fn row3(run: &str, results_begun: bool) -> Option<Row3> {
    let shapes = ROWS3.iter().flat_map(|(row, shapes)| shapes.iter().map(move |shape| (*row, *shape)));
    let best = shapes.filter(|(_, shape)| run.ends_with(shape)).max_by_key(|(_, shape)| shape.len());
    best.map(|(row, _)| row).or_else(|| match run {
        _ if !results_begun || ends_in_headings(run) => None,
        _ if run.ends_with("总计") || run.ends_with("合计") => Some(Row3::Total),
        _ if run.ends_with("其他") || run.ends_with("其它") => Some(Row3::OtherMisc),
        _ => None,
    })
}

/// Whether a run that ends with 其他 or 总计 ends with headings of columns, as they stand again behind a page break.
fn ends_in_headings(run: &str) -> bool {
    const NEIGHBOURS: &[&str] =
        &["商业企业", "科研机构", "社会公益组织", "法律服务机构", "自然人", "法人或其他组织"];
    let rest = run.trim_end_matches("其他").trim_end_matches("总计");
    NEIGHBOURS.iter().any(|heading| rest.ends_with(heading))
}

/// Text that is a heading or a group label of one of the tables, and so never a value.
pub(super) fn is_label(key: &str) -> bool {
    const FIXED: &[&str] = &[
        "信息内容",
        "自然人",
        "法人或其他组织",
        "总计",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "申请人情况",
        "本年度办理结果",
        "三本年度办理结果",
        "三不予公开",
        "四无法提供",
        "五不予处理",
        "六其他处理",
        "不予公开",
        "无法提供",
        "不予处理",
        "其他处理",
        "行政复议",
        "行政诉讼",
        "结果维持",
        "结果纠正",
        "其他结果",
        "尚未审结",
        "未经复议直接起诉",
        "复议后起诉",
    ];
    FIXED.contains(&key)
        || key.starts_with("第二十条第")
        || key.contains("勾稽关系")
        || row3(key, true).is_some()
        || row2(key).is_some()
}

/// A row of table 2, by the words both editions share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row2 {
    Rules,
    Documents,
    Permits,
    Services,
    Penalties,
    Coercion,
    Fees,
    Procurement,
}

impl Row2 {
    /// The kind of document, for the rows that edition 2021 gives three columns.
    pub(super) fn item(self) -> Option<Item2> {
        match self {
            Self::Rules => Some(Item2::Rules),
            Self::Documents => Some(Item2::Documents),
            _ => None,
        }
    }

    /// The same row in edition 2019.
    pub(super) fn of_2019(self) -> Item2Of2019 {
        match self {
            Self::Rules => Item2Of2019::Rules,
            Self::Documents => Item2Of2019::Documents,
            Self::Permits => Item2Of2019::Permits,
            Self::Services => Item2Of2019::Services,
            Self::Penalties => Item2Of2019::Penalties,
            Self::Coercion => Item2Of2019::Coercion,
            Self::Fees => Item2Of2019::Fees,
            Self::Procurement => Item2Of2019::Procurement,
        }
    }
}

/// The row of table 2 whose label the run ends with.
pub(super) fn row2(run: &str) -> Option<Row2> {
    const ROWS: &[(Row2, &str)] = &[
        (Row2::Rules, "规章"),
        (Row2::Documents, "规范性文件"),
        (Row2::Permits, "行政许可"),
        (Row2::Services, "其他对外管理服务事项"),
        (Row2::Penalties, "行政处罚"),
        (Row2::Coercion, "行政强制"),
        (Row2::Fees, "行政事业性收费"),
        (Row2::Procurement, "政府集中采购"),
    ];
    ROWS.iter().find(|(_, shape)| run.ends_with(shape)).map(|(row, _)| *row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_known_by_the_forms_own_label() {
        for edition in [crate::report::form::Edition::F2021, crate::report::form::Edition::F2019] {
            for &row in Row3::of(edition) {
                assert_eq!(row3(&key(row.label()), true), Some(row), "{}", row.label());
            }
        }
    }

    #[test]
    fn notes_behind_a_label_do_not_hide_it() {
        assert_eq!(row2(&without_notes("规章（设区的市、自治州人民政府应提供相关数据）")), Some(Row2::Rules));
        assert_eq!(row3(&without_notes("（二）部分公开（区分处理的）"), true), Some(Row3::Partial));
        assert_eq!(without_notes("（一）予以公开"), "一予以公开");
        assert_eq!(row2(&without_notes("规 章（设区的市、自治")), Some(Row2::Rules));
    }

    #[test]
    fn column_headings_are_no_rows_before_results() {
        assert_eq!(row3("法人或其他组织总计", false), None);
        assert_eq!(row3("其他", false), None);
        assert_eq!(row3("社会公益组织法律服务机构其他", true), None);
        assert_eq!(row3("总计", true), Some(Row3::Total));
    }
}
