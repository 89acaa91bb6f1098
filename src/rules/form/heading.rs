use crate::report::{Heading, Section};
use crate::rules::{Context, Finding, Judgement, Severity, form_2021, not_judged};
use crate::text::compact;

declare_rule! {
    /// 六个部分的标题与规定格式一字不差。只比规定格式多出几个字的（如条例第五十条的说法），只作提示。
    ///
    /// ## 为什么
    /// 规定格式给出了标题的原文；常见的改动有“改进措施”代替“改进情况”。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第五部分标题：五、存在的主要问题及改进措施
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第五部分标题：五、 存在的主要问题及改进情况
    /// ```
    "form/heading", "部分的标题",
    severity: Warning,
    basis: [form_2021("《政府信息公开工作年度报告格式》各部分标题")],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let headings = context.headings();
    if headings.is_empty() {
        return Err(not_judged("没有找到各部分的标题。"));
    }
    // Marks go missing in copies; the words are what counts.
    let words = |text: &str| compact(text).replace(['、', '，', ':', '：', '。', '*', '#'], "");
    let different = headings
        .into_iter()
        .filter(|(section, heading)| words(&heading.title) != words(section.kind.title()));
    // The regulation's own longer wording keeps every word of the form's: 因政府信息公开工作被申请行政复议、提起行政诉讼情况.
    let (longer, other): (Vec<_>, Vec<_>) = different.partition(|(section, heading)| {
        let whole = words(&heading.title);
        let mut rest = whole.chars();
        words(section.kind.title()).chars().all(|char| rest.any(|other| other == char))
    });
    let longer = finding(context, &longer).map(|finding| finding.at_most(Severity::Hint));
    Ok(finding(context, &other).into_iter().chain(longer).collect())
}

/// One finding for all headings that differ in one way.
fn finding(context: &Context<'_>, headings: &[(&Section, &Heading)]) -> Option<Finding> {
    let (first, _) = headings.first()?;
    let each = |words: &dyn Fn(&Section, &Heading) -> String, between: &str| {
        headings.iter().map(|(section, heading)| words(section, heading)).collect::<Vec<_>>().join(between)
    };
    let told = |section: &Section, heading: &Heading| {
        let (label, due) = (section.kind.numeral(), section.kind.title());
        format!("第{label}部分的标题是“{}”，规定格式为“{due}”", heading.title)
    };
    let due =
        |section: &Section, _: &Heading| format!("“{}、{}”", section.kind.numeral(), section.kind.title());
    let labels = each(&|section, _| section.kind.numeral().to_owned(), "、");
    Some(
        context
            .on_spans(
                headings.iter().map(|(_, heading)| heading.span),
                format!("第{labels}部分的标题与规定格式不同"),
                format!("{}。", each(&told, "；")),
            )
            .because("规定格式给出了各部分标题的原文。")
            .todo(format!("请改为{}", each(&due, "、")))
            .location(format!("第{}部分标题", first.kind.numeral())),
    )
}
