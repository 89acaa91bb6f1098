use crate::report::{Heading, Section};
use crate::rules::words::quote;
use crate::rules::{Certainty, Context, Finding, Judgement, Severity, form_2021, not_judged};
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
    let different = headings.into_iter().filter(|(section, heading)| is_told(section, heading));
    // The regulation's own longer wording keeps every word of the form's: 因政府信息公开工作被申请行政复议、提起行政诉讼情况.
    let (longer, other): (Vec<_>, Vec<_>) = different.partition(|(section, heading)| {
        let whole = words(&heading.title);
        let mut rest = whole.chars();
        words(section.kind.title()).chars().all(|char| rest.any(|other| other == char))
    });
    let longer =
        longer.into_iter().map(|one| finding(context, one).at_most(Severity::Hint).sure(Certainty::Certain));
    let other = other.into_iter().map(|one| finding(context, one).sure(Certainty::Certain));
    Ok(other.chain(longer).collect())
}

/// The words of a heading. Marks go missing in copies; the words are what counts.
fn words(text: &str) -> String {
    compact(text).replace(['、', '，', ':', '：', '。', '*', '#'], "")
}

/// Whether a heading is told here, and with it what its number should be.
pub(super) fn is_told(section: &Section, heading: &Heading) -> bool {
    words(&heading.title) != words(section.kind.title())
}

fn finding(context: &Context<'_>, (section, heading): (&Section, &Heading)) -> Finding {
    let (label, due) = (section.kind.numeral(), section.kind.title());
    let title = format!("第{label}部分标题应为“{label}、{due}”");
    context
        .on_spans([heading.span], title)
        .because(format!("现为{}", quote(&heading.title)))
        .todo("请按规定格式改")
}
