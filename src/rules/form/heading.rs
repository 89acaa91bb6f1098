use crate::rules::basis::form_2021;
use crate::rules::{Context, Finding, Outcome, Severity};
use crate::text::compact;

declare_rule! {
    /// 六个部分的标题与规定格式一字不差。
    ///
    /// ## 为什么
    /// 规定格式给出了标题的原文；常见的改动有“改进措施”代替“改进情况”。
    ///
    /// ## 错误示例
    /// ```wrong
    /// heading 5 = 五、存在的主要问题及改进措施
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// heading 5 = 五、 存在的主要问题及改进情况
    /// ```
    "form/heading", "部分的标题",
    severity: Warning,
    basis: [form_2021("《政府信息公开工作年度报告格式》各部分标题")],
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let headings =
        context.report.sections.iter().filter_map(|section| Some((section, section.heading.as_ref()?)));
    if headings.clone().next().is_none() {
        return Outcome::NotJudged("没有找到各部分的标题。".into());
    }
    // Marks go missing in copies; the words are what counts.
    let words = |text: &str| compact(text).replace(['、', '，', ':', '：', '。', '*', '#'], "");
    let different =
        headings.filter(|(section, heading)| words(&heading.title) != words(section.prescribed_title()));
    Outcome::of(
        different
            .map(|(section, heading)| {
                let (label, due) = (section.prescribed_label(), section.prescribed_title());
                let message = format!("第{label}部分的标题是“{}”，规定格式为“{due}”。", heading.title);
                Finding::new(Severity::Warning, format!("第{label}部分的标题与规定格式不同"), message)
                    .because("规定格式给出了各部分标题的原文。")
                    .todo(format!("请改为“{label}、{due}”"))
                    .location(format!("第{label}部分标题"))
                    .at(heading.span)
            })
            .collect(),
    )
}
