use super::{tells, untold};
use crate::report::form::SectionKind;
use crate::report::organ::Kind;
use crate::rules::{Context, Judgement, Needed as _, Severity, not_applicable, regulation};

declare_rule! {
    /// 各级人民政府（含管委会、街道）的报告写明工作考核、社会评议和责任追究结果；没有开展或没有发生的，也要写明。
    /// 部门和办公室的报告不适用。
    ///
    /// ## 为什么
    /// 条例要求各级人民政府的年度报告包括这三项；只写建立了制度，没有写结果，不算写明。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 县的报告
    /// 第一部分：（一）主动公开。全年通过网站公开信息。
    /// 　（五）监督保障。落实信息公开责任追究制度，加强业务培训。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 县的报告
    /// 第一部分：（五）监督保障。政务公开列入年度考核，开展社会评议一次，未发生责任追究情况。
    /// ```
    "statement/assessment", "工作考核、社会评议和责任追究结果",
    severity: Warning,
    basis: [regulation("第五十条：各级人民政府的报告还应当包括工作考核、社会评议和责任追究结果情况")],
    check: check,
}

/// The three items, each with the words that tell of it.
const ITEMS: [(&str, &[&str]); 3] = [
    ("工作考核", &["考核", "考评", "绩效"]),
    ("社会评议", &["评议", "社会评价"]),
    (
        "责任追究",
        &["责任追究", "追责", "问责", "追究责任", "追究相关", "追究有关", "无追究", "未追究", "没有追究"],
    ),
];

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    match report.organ.kind() {
        Kind::Government | Kind::Committee => {}
        Kind::Office | Kind::Department => {
            return Err(not_applicable("只有各级人民政府的报告须写这三项。"));
        }
        Kind::Unknown => return Err(not_applicable("看不出是不是人民政府的报告。")),
    }
    let first = report.prose_of(SectionKind::Overview).or_not_judged("没有找到第一部分。")?;
    let text = [
        first,
        report.prose_of(SectionKind::Problems).unwrap_or_default(),
        report.prose_of(SectionKind::Other).unwrap_or_default(),
    ]
    .join("\n");
    let missing = untold(&ITEMS, |word| tells(&text, word));
    if missing.is_empty() {
        return Ok(Vec::new());
    }
    // 自觉接受社会监督 is weak, but something is said.
    let weak = missing == ["社会评议"]
        && text.contains("监督")
        && (text.contains("社会各界") || text.contains("社会监督"));
    // The regulation asks for the three items in the reports of governments, and custom in those of their agencies.
    let most = if weak || report.organ.is_agency() { Severity::Hint } else { Severity::Warning };
    let results = if missing.contains(&"责任追究") { "结果" } else { "" };
    let names = missing.join("、");
    let why = if report.organ.is_agency() {
        "通行写法包括这三项的结果"
    } else {
        "各级人民政府的报告须写这三项的结果；只写有制度不算"
    };
    context
        .on_section(SectionKind::Overview, format!("正文没有写{names}{results}"))
        .at_most(most)
        .because(why)
        .todo("请在“监督保障”中补写；没有的写“未开展”“未发生”")
        .only()
}
