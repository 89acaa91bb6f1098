use super::FEW_SECTIONS;
use crate::report::Section;
use crate::report::form::SectionKind;
use crate::rules::{Context, Finding, Judgement, Severity, form_2021, not_judged};

declare_rule! {
    /// 报告由六个部分组成，按规定顺序排列：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。
    ///
    /// ## 为什么
    /// 全国统一格式规定了这六个部分，缺一不可。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 没有第六部分
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第六部分标题：六、其他需要报告的事项：
    /// ```
    "form/sections", "六个部分齐全、有序",
    severity: Error,
    basis: [form_2021("《政府信息公开工作年度报告格式》")],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    let headings = context.headings();
    let begins = report.title.is_some()
        || report.section(SectionKind::Overview).is_some_and(|first| first.heading.is_some());
    if headings.len() < FEW_SECTIONS || !begins {
        let found = headings.len();
        return Err(not_judged(format!("只找到 {found} 个部分的标题，可能只粘贴了一部分。")));
    }
    let missing = report.sections.iter().filter(|section| section.heading.is_none());
    let mut findings: Vec<Finding> = missing.map(|section| missing_one(context, section)).collect();
    for pair in headings.windows(2) {
        let [(before, first), (after, second)] = pair else { continue };
        if second.span.line < first.span.line {
            let (after, before) = (after.kind.numeral(), before.kind.numeral());
            let title = format!("第{after}部分排在第{before}部分前面");
            findings.push(
                context
                    .on_spans([second.span, first.span], title)
                    .at_most(Severity::Warning)
                    .because("规定格式的六个部分有固定顺序")
                    .todo("请按规定格式调整顺序"),
            );
        }
    }
    Ok(findings)
}

fn missing_one(context: &Context<'_>, section: &Section) -> Finding {
    let (label, title) = (section.kind.numeral(), section.kind.title());
    context
        .finding(format!("缺少第{label}部分“{title}”"))
        .because("规定格式的六个部分缺一不可")
        .todo(format!("请补上“{label}、{title}”；如文中已有，请检查标题文字"))
        .location("全文")
}
