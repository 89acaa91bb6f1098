use crate::report::form::SectionKind;
use crate::rules::statement::untold;
use crate::rules::{Context, Judgement, Needed as _, Severity, not_judged};

declare_rule! {
    /// 第一部分写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。按关键词核对，标题怎么拟、是否分条都可以。
    ///
    /// ## 为什么
    /// 上级考核按这五个方面逐项看；缺一个方面常被要求补写。规定格式没有逐字规定，所以只缺一项时只作提示。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分：（一）主动公开。全年公开信息500条。
    /// 　（二）依申请公开。畅通渠道，依法答复。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分：全年主动公开信息500条，规范办理依申请公开，严格信息发布审核，办好门户网站，加强业务培训。
    /// ```
    "form/topics", "总体情况的五个方面",
    severity: Warning,
    basis: [],
    check: check,
}

/// The five aspects, each with words of which one is enough.
const TOPICS: [(&str, &[&str]); 5] = [
    ("主动公开", &["主动公开", "主动发布", "公开信息", "发布信息", "信息公开情况"]),
    ("依申请公开", &["依申请", "申请公开", "公开申请", "信息申请"]),
    (
        "政府信息管理",
        &[
            "信息管理",
            "信息的管理",
            "源头认定",
            "公开属性",
            "公开审查",
            "保密审查",
            "先审后",
            "三审",
            "规范性文件",
            "动态调整",
            "信息审核",
            "发布审核",
            "审核机制",
            "信息资源",
        ],
    ),
    ("平台建设", &["平台", "网站", "公众号", "新媒体", "政务微", "公开专区", "公开栏", "查阅点", "专栏"]),
    ("监督保障", &["监督", "保障", "考核", "培训", "督查", "督导", "检查", "责任追究", "组织领导", "评议"]),
];

fn check(context: &Context<'_>) -> Judgement {
    let section = context.report.section(SectionKind::Overview);
    section.filter(|section| section.heading.is_some()).or_not_judged("没有找到第一部分。")?;
    let text = || context.report.prose_of(SectionKind::Overview).unwrap_or_default();
    let lines = context.report.lines_of(SectionKind::Overview);
    if lines.len() < 2 && text().is_empty() {
        return Err(not_judged("第一部分没有读到文字。"));
    }
    // Hardly any line is torn by blanks, so that most words are found as they stand.
    let plain = |word: &str| lines.iter().any(|&line| context.report.document.line(line).contains(word));
    let missing = untold(&TOPICS, |word| plain(word) || text().contains(word));
    if missing.is_empty() {
        return Ok(Vec::new());
    }
    let most = if missing.len() > 1 { Severity::Warning } else { Severity::Hint };
    let missing = missing.join("、");
    context
        .on_section(SectionKind::Overview, format!("第一部分没有写到{missing}"))
        .at_most(most)
        .because("总体情况通常分主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面")
        .todo("请补写；没有这项工作的用一句话说明")
        .only()
}
