use super::is_whole;
use crate::document::Span;
use crate::rules::words::{LONGEST_TITLE, fits, quote};
use crate::rules::{Certainty, Context, Judgement, not_judged};

declare_rule! {
    /// 标题写全：机关名称、年度和“政府信息公开工作年度报告”，如“××局2025年政府信息公开工作年度报告”。
    ///
    /// ## 为什么
    /// 全国的报告都按这一名称公布和汇总；“2022年度……年度报告”重复了“年度”，“工作报告”“年度报告”漏了字。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 标题：清河县2022年度政府信息公开工作年度报告
    /// ```
    /// ```wrong
    /// 标题：清河县2022年政府信息公开年度报告
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 标题：清河县2022年政府信息公开工作年度报告
    /// ```
    "form/title", "报告标题",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    let Some(title) = &report.title else {
        if !is_whole(context) {
            return Err(not_judged("没有找到标题，可能只粘贴了一部分。"));
        }
        return context
            .finding("没有找到写明单位和年度的报告标题")
            .because("标题应写明机关名称、年度和“政府信息公开工作年度报告”")
            .todo("请补标题，已有标题的补上单位或年度；标题在页面其他位置的不必改")
            .location("全文开头")
            .only();
    };
    let text = &title.text;
    let mut wrong: Vec<&str> = Vec::new();
    if title.year.is_some_and(|year| text.contains(&format!("{year}年度")))
        && text.matches("年度").count() > 1
    {
        wrong.push("“年度”重复");
    }
    if text.contains("政务公开") && !text.contains("信息公开") {
        wrong.push("“政务公开”应为“政府信息公开”");
    } else if !text.contains("公开工作") {
        wrong.push("漏“工作”");
    }
    if !text.contains("年度报告") {
        wrong.push("漏“年度”");
    }
    if title.organ.is_empty() {
        wrong.push("没有机关名称");
    }
    if wrong.is_empty() {
        return Ok(Vec::new());
    }
    let spans = title.lines.iter().map(|&line| Span::new(line, 0, report.document.line(line).len()));
    let wrong = wrong.join("；");
    let due = title
        .year
        .filter(|_| !title.organ.is_empty())
        .map(|year| format!("标题应为“{}{year}年政府信息公开工作年度报告”", title.organ));
    let due = due.filter(|due| fits(due, LONGEST_TITLE)).unwrap_or_else(|| format!("标题{wrong}"));
    context
        .on_spans(spans, due)
        .sure(Certainty::Certain)
        .because(format!("原标题{}：{wrong}", quote(text)))
        .todo("请改标题")
        .only()
}
