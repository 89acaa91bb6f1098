//! The prescribed form, written down independently of the core: ids, labels, groups.

/// The edition of the form: 国办公开办函〔2019〕60号 or 〔2021〕30号.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// For the reports on 2019 and 2020.
    F2019,
    /// For the reports on 2021 and later.
    F2021,
}

/// The titles of the six sections.
pub const SECTIONS: [&str; 6] = [
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
];

/// The numbers before the section titles.
pub const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

/// A row of table 3: id, label, heading of its group (empty if none).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The row's part of the contract's cell id.
    pub id: &'static str,
    /// The label as the form prints it.
    pub label: &'static str,
    /// The heading the row stands under inside 三、本年度办理结果.
    pub group: &'static str,
}

const fn row(id: &'static str, label: &'static str, group: &'static str) -> Row {
    Row { id, label, group }
}

const DENIED: &str = "（三）不予公开";
const UNAVAILABLE: &str = "（四）无法提供";
const REJECTED: &str = "（五）不予处理";
const OTHER: &str = "（六）其他处理";

const ROWS: [Row; 26] = [
    row("received", "一、本年新收政府信息公开申请数量", ""),
    row("carried_in", "二、上年结转政府信息公开申请数量", ""),
    row("open", "（一）予以公开", ""),
    row("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""),
    row("denied.state_secret", "1.属于国家秘密", DENIED),
    row("denied.law", "2.其他法律行政法规禁止公开", DENIED),
    row("denied.safety", "3.危及“三安全一稳定”", DENIED),
    row("denied.third_party", "4.保护第三方合法权益", DENIED),
    row("denied.internal", "5.属于三类内部事务信息", DENIED),
    row("denied.process", "6.属于四类过程性信息", DENIED),
    row("denied.enforcement_file", "7.属于行政执法案卷", DENIED),
    row("denied.admin_query", "8.属于行政查询事项", DENIED),
    row("unavailable.not_held", "1.本机关不掌握相关政府信息", UNAVAILABLE),
    row("unavailable.needs_making", "2.没有现成信息需要另行制作", UNAVAILABLE),
    row("unavailable.unclear", "3.补正后申请内容仍不明确", UNAVAILABLE),
    row("rejected.complaint", "1.信访举报投诉类申请", REJECTED),
    row("rejected.repeat", "2.重复申请", REJECTED),
    row("rejected.publication", "3.要求提供公开出版物", REJECTED),
    row("rejected.excessive", "4.无正当理由大量反复申请", REJECTED),
    row("rejected.confirm", "5.要求行政机关确认或重新出具已获取信息", REJECTED),
    row("other.no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", OTHER),
    row(
        "other.no_payment",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        OTHER,
    ),
    row("other.misc", "3.其他", OTHER),
    row("other", "（六）其他处理", ""),
    row("total", "（七）总计", ""),
    row("carried_out", "四、结转下年度继续办理", ""),
];

/// The rows of table 3 in an edition: 25 or 23.
pub fn rows(edition: Edition) -> Vec<Row> {
    let wanted = |row: &&Row| match edition {
        Edition::F2021 => row.id != "other",
        Edition::F2019 => row.group != OTHER,
    };
    ROWS.iter().filter(wanted).copied().collect()
}

/// The columns of table 3: id and heading.
pub const COLUMNS: [(&str, &str); 7] = [
    ("person", "自然人"),
    ("business", "商业企业"),
    ("research", "科研机构"),
    ("welfare", "社会公益组织"),
    ("legal", "法律服务机构"),
    ("other_org", "其他"),
    ("total", "总计"),
];

/// The blocks of table 4: id and heading.
pub const BLOCKS: [(&str, &str); 3] =
    [("review", "行政复议"), ("direct", "未经复议直接起诉"), ("after_review", "复议后起诉")];

/// The columns of each block of table 4.
pub const OUTCOMES: [(&str, &str); 5] = [
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
    ("total", "总计"),
];

/// A block of table 2: its heading line, the headings of its value columns, its rows as (label, cell ids).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block2 {
    /// 第二十条第（一）项 and the like.
    pub article: &'static str,
    /// Headings of the value columns.
    pub heads: Vec<&'static str>,
    /// Label and value cells per row.
    pub rows: Vec<(&'static str, Vec<String>)>,
}

/// Table 2 in an edition.
pub fn table2(edition: Edition) -> Vec<Block2> {
    let make =
        |prefix: &str, article, heads: &[(&str, &'static str)], rows: &[(&str, &'static str)]| Block2 {
            article,
            heads: heads.iter().map(|(_, head)| *head).collect(),
            rows: rows
                .iter()
                .map(|(row, label)| {
                    let id = |head: &str| {
                        [prefix, row, head]
                            .into_iter()
                            .filter(|part| !part.is_empty())
                            .collect::<Vec<_>>()
                            .join(".")
                    };
                    (*label, heads.iter().map(|(head, _)| id(head)).collect())
                })
                .collect(),
        };
    const DECIDED: &[(&str, &str)] = &[("", "本年处理决定数量")];
    match edition {
        Edition::F2021 => vec![
            make(
                "t2",
                "第二十条第（一）项",
                &[("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")],
                &[("rules", "规章"), ("documents", "行政规范性文件")],
            ),
            make("t2", "第二十条第（五）项", DECIDED, &[("permits", "行政许可")]),
            make("t2", "第二十条第（六）项", DECIDED, &[("penalties", "行政处罚"), ("coercion", "行政强制")]),
            make(
                "t2",
                "第二十条第（八）项",
                &[("", "本年收费金额（单位：万元）")],
                &[("fees", "行政事业性收费")],
            ),
        ],
        Edition::F2019 => {
            const COUNTED: &[(&str, &str)] =
                &[("items_last", "上一年项目数量"), ("delta", "本年增/减"), ("decisions", "处理决定数量")];
            vec![
                make(
                    "t2_2019",
                    "第二十条第（一）项",
                    &[
                        ("created", "本年新制作数量"),
                        ("published", "本年新公开数量"),
                        ("total_public", "对外公开总数量"),
                    ],
                    &[("rules", "规章"), ("documents", "规范性文件")],
                ),
                make(
                    "t2_2019",
                    "第二十条第（五）项",
                    COUNTED,
                    &[("permits", "行政许可"), ("services", "其他对外管理服务事项")],
                ),
                make(
                    "t2_2019",
                    "第二十条第（六）项",
                    COUNTED,
                    &[("penalties", "行政处罚"), ("coercion", "行政强制")],
                ),
                make("t2_2019", "第二十条第（八）项", &COUNTED[..2], &[("fees", "行政事业性收费")]),
                make(
                    "t2_2019",
                    "第二十条第（九）项",
                    &[("items", "采购项目数量"), ("amount", "采购总金额")],
                    &[("procurement", "政府集中采购")],
                ),
            ]
        }
    }
}

/// All cell ids of table 3 in an edition, in the order of the form.
pub fn cells3(edition: Edition) -> Vec<String> {
    rows(edition)
        .iter()
        .flat_map(|row| COLUMNS.iter().map(|(column, _)| format!("t3.{}.{column}", row.id)))
        .collect()
}

/// All cell ids of table 4, in the order of the form.
pub fn cells4() -> Vec<String> {
    BLOCKS
        .iter()
        .flat_map(|(block, _)| OUTCOMES.iter().map(move |(outcome, _)| format!("t4.{block}.{outcome}")))
        .collect()
}

/// All cell ids of table 2 in an edition, in the order of the form.
pub fn cells2(edition: Edition) -> Vec<String> {
    table2(edition).into_iter().flat_map(|block| block.rows).flat_map(|(_, ids)| ids).collect()
}
