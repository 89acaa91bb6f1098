use super::is_whole;
use crate::report::{Heading, Section};
use crate::rules::{Certainty, Context, Finding, Judgement, Outcome, not_judged};

declare_rule! {
    /// 六个部分的标题依次用“一、”至“六、”编号。
    ///
    /// ## 为什么
    /// 规定格式和公文序次语的第一层都用“一、”；编号写错或重复，多是改上年文件时留下的。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第五部分标题：5、 存在的主要问题及改进情况
    /// ```
    /// ```wrong
    /// 第四部分标题：三、政府信息公开行政复议、行政诉讼情况
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第五部分标题：五、 存在的主要问题及改进情况
    /// ```
    "form/numbering", "部分的编号",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    if !is_whole(context) {
        return Err(not_judged("找到的部分标题太少。"));
    }
    let headings = context.headings();
    // Automatic numbers may be lost when text is copied; none at all says nothing of the report.
    if headings.iter().all(|(_, heading)| heading.label.is_empty()) {
        return Err(not_judged("各部分标题都没有编号，可能是自动编号在复制时丢失。"));
    }
    let wrong: Vec<_> =
        headings.into_iter().filter(|(section, heading)| heading.label != section.kind.numeral()).collect();
    let any = !wrong.is_empty();
    // A heading of other words is told as a whole.
    let own = wrong.into_iter().filter(|(section, heading)| !super::heading::is_told(section, heading));
    let findings: Vec<Finding> = own.map(|(section, heading)| finding(context, section, heading)).collect();
    if any && findings.is_empty() {
        return Err(Outcome::Failed(findings));
    }
    Ok(findings)
}

fn finding(context: &Context<'_>, section: &Section, heading: &Heading) -> Finding {
    let (due, Heading { label, span, .. }) = (section.kind.numeral(), heading);
    let title = if label.is_empty() {
        format!("第{due}部分没有编号“{due}、”")
    } else {
        format!("第{due}部分编号“{label}”应为“{due}、”")
    };
    context
        .on_spans([*span], title)
        .sure(Certainty::Certain)
        .because("六个部分依次编为一、二、三、四、五、六")
        .todo(format!("请改为“{due}、{}”", section.kind.title()))
}
