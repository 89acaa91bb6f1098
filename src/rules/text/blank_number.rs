mod gap;

use super::{Slip, group, prose};
use crate::rules::{Certainty, Context, Judgement, Severity, regulation};
use crate::sorted::sort_by_key;

declare_rule! {
    /// 正文中“件”“条”“%”等前面有数字，没有留着空格待填或者删去未补的地方；写了“现行有效的规范性文件”，就写出件数；日期的月、日填写完整。
    ///
    /// ## 为什么
    /// 在上年文件或模板上删去旧数字、忘了填新数字，就会留下“公开信息　条”“共计件”这样的空当。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：全年主动公开信息　条，其中政策文件　件。
    /// ```
    /// ```wrong
    /// 第一部分写到：全年组织业务培训，共计场，参加人员较上年增长%。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：全年更新公开专栏 12 条，答复件、申请件均按时归档。
    /// ```
    "text/blank_number", "漏填的数字",
    severity: Error,
    basis: [regulation("第五十条：报告应当写明主动公开、收到和处理申请等情况")],
    check: check,
}

#[expect(clippy::unnecessary_wraps, reason = "it is what every check gives back")]
fn check(context: &Context<'_>) -> Judgement {
    let lines = || prose(context.report);
    let mut blank: Vec<Slip> = lines().flat_map(|(line, text)| gap::blank(line, text)).collect();
    if gap::may_be_together(context.letters) {
        blank.extend(lines().flat_map(|(line, text)| gap::together(line, text)));
    }
    let mut bare = Vec::new();
    for (line, text) in lines() {
        let [counted, alone] = gap::bare(line, text);
        blank.extend(counted);
        bare.extend(alone);
    }
    sort_by_key(&mut blank, |slip| slip.span);
    let dates: Vec<Slip> = lines().flat_map(|(line, text)| gap::date(line, text)).collect();
    let mut findings = Vec::new();
    if !blank.is_empty() {
        let finding = group(context, several(&blank, "漏填数字"), &blank).sure(Certainty::Certain);
        findings.push(finding.todo("请补填数字；没有的写 0"));
    }
    if !bare.is_empty() {
        let finding = group(context, several(&bare, "没有写件数"), &bare).at_most(Severity::Warning);
        findings.push(finding.todo("请补写件数；没有的写 0"));
    }
    if !dates.is_empty() {
        let finding = group(context, several(&dates, "日期没有填写"), &dates)
            .at_most(Severity::Warning)
            .sure(Certainty::Certain);
        findings.push(finding.todo("请补填日期"));
    }
    Ok(findings)
}

/// What is missing, by the first place: “信息”与“条”之间等 2 处漏填数字.
fn several(slips: &[Slip], what: &str) -> String {
    let first = slips.first().map(|slip| slip.advice.as_str()).unwrap_or_default();
    let more = if slips.len() > 1 { format!("等 {} 处", slips.len()) } else { String::new() };
    format!("{first}{more}{what}")
}
