use super::is_whole;
use crate::report::form::SectionKind;
use crate::rules::statement::untold;
use crate::rules::{Context, Judgement, not_judged};
use crate::text::compact;

declare_rule! {
    /// 开头写明编制依据、统计期限和联系方式。规定格式没有要求，是通行写法。
    ///
    /// ## 为什么
    /// 没有统计期限，读者不知道数据截至何时。只缺联系方式的不提示，它常写在网页的其他位置。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 开头：现将本年度政府信息公开工作情况报告如下。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 开头：根据《政府信息公开条例》编制本报告，所列数据的统计期限为2022年1月1日至12月31日。
    /// ```
    "form/preface", "开头的说明",
    severity: Hint,
    basis: [],
    check: check,
}

const ITEMS: [(&str, &[&str]); 3] = [
    ("编制依据", &["条例", "根据", "按照"]),
    ("统计期限", &["统计期限", "统计时段", "统计期", "数据截至", "数据核定", "12月31日"]),
    ("联系方式", &["电话", "联系", "邮编", "邮箱", "地址", "传真", "下载", "查阅"]),
];

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    if !is_whole(context) {
        return Err(not_judged("找到的部分标题太少，可能只粘贴了一部分。"));
    }
    // Some offices give period and contact at the end.
    let last = report.lines_of(SectionKind::Other);
    let first = report.lines_of(SectionKind::Overview);
    let lines = report.preface.iter().chain(last).chain(first.iter().take(2));
    let text: String = lines.map(|&line| compact(report.document.line(line))).collect();
    let mut missing = untold(&ITEMS, |word| text.contains(word));
    missing.retain(|item| *item != "统计期限" || report.period.is_none());
    // The way to reach the office is often given by the page around the report.
    if missing.is_empty() || missing == ["联系方式"] {
        return Ok(Vec::new());
    }
    let missing = missing.join("、");
    context
        .on_section(SectionKind::Overview, format!("开头没有写{missing}"))
        .because("通行写法在开头交代编制依据、统计期限（1月1日至12月31日）和联系方式")
        .todo("建议在开头补写")
        .location("报告开头")
        .only()
}
