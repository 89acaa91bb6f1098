use crate::document::Span;
use crate::report::{Date, Period};
use crate::rules::{Certainty, Context, Finding, Judgement, Needed as _, Severity, regulation};
use crate::text::Folded;

declare_rule! {
    /// 正文写明的统计期限与标题的年度一致，并且是当年 1 月 1 日至 12 月 31 日；开头“现公布…年度报告”写的也是标题的年度。
    ///
    /// ## 为什么
    /// 年度报告反映一个完整的自然年；期限还是上一年的，多是改上年文件时漏改。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 标题：清河县2022年政府信息公开工作年度报告
    /// 开头：本报告数据统计期限为2021年1月1日至2021年12月31日。
    /// ```
    ///
    /// ```wrong
    /// 标题：清河县2022年政府信息公开工作年度报告
    /// 开头：根据条例，现公布清河县2021年政府信息公开工作年度报告。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 标题：清河县2022年政府信息公开工作年度报告
    /// 开头：本报告数据统计期限为2022年1月1日至12月31日。
    /// ```
    "form/year", "标题年度与统计期限",
    severity: Error,
    basis: [regulation("第四十九条：公布的是上一年度的政府信息公开工作年度报告")],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let announced = announced(context);
    let Some(period) = context.report.period else {
        let announced = announced.or_not_applicable("正文没有写明统计期限。")?;
        return Ok(vec![announced]);
    };
    Ok(stated(context, period).into_iter().chain(announced).collect())
}

/// What is wrong with the stated period.
fn stated(context: &Context<'_>, period: Period) -> Option<Finding> {
    let report = context.report;
    let whole = |year| (Date { year, month: 1, day: 1 }, Date { year, month: 12, day: 31 });
    let stated = (period.from, period.to);
    let words = |(from, to): (Date, Date)| {
        format!("{}年{}月{}日至{}年{}月{}日", from.year, from.month, from.day, to.year, to.month, to.day)
    };
    let title = report.title.as_ref().and_then(|title| Some((title.year?, title.lines.first().copied()?)));
    let (most, what, year) = match title {
        Some((year, _)) if period.to.year != year && period.from.year != year => {
            let what = format!("统计期限写 {} 年，标题是 {year} 年", period.from.year);
            (Severity::Error, what, year)
        }
        _ if stated != whole(period.to.year) => {
            let year = title.map_or(period.to.year, |(year, _)| year);
            (Severity::Warning, format!("统计期限是{}，应为全年", words(stated)), year)
        }
        _ => return None,
    };
    let line = title.map(|(_, line)| Span::new(line, 0, report.document.line(line).len()));
    let finding = context
        .on_spans([period.span].into_iter().chain(line), what)
        .at_most(most)
        .sure(Certainty::Certain)
        .because(format!("应为{}", words(whole(year))))
        .todo("请核对，改统计期限或标题");
    Some(finding)
}

/// 现公布某县2021年政府信息公开工作年度报告, above a report on 2022: the preface of last year's.
fn announced(context: &Context<'_>) -> Option<Finding> {
    let report = context.report;
    let year = report.title.as_ref()?.year?;
    let (last, this) = (format!("{}年", year.checked_sub(1)?), format!("{year}年"));
    let mut lines = report.preface.iter().map(|&line| (line, Folded::compact(report.document.line(line))));
    let (line, origin) = lines.find_map(|(line, folded)| {
        let text = folded.text();
        let names = |at: usize| {
            let rest = text.get(at + last.len()..).unwrap_or("").trim_start_matches('度');
            let behind =
                ["政府信息公开", "信息公开", "政务公开"].iter().find_map(|what| rest.strip_prefix(what));
            behind.is_some_and(|rest| {
                ["工作年度报告", "年度报告", "工作报告"].iter().any(|end| rest.starts_with(end))
            })
        };
        let verbs = ["现公布", "现发布", "现将", "编制", "向社会公布"];
        let at = text.match_indices(&last).map(|(at, _)| at).find(|&at| names(at))?;
        let sentence = text.get(..at).unwrap_or("").rsplit('。').next().unwrap_or("");
        // 《…2021年…年度报告》 is last year's report itself.
        let quoted = sentence.rfind('《') > sentence.rfind('》');
        let announces =
            verbs.iter().any(|verb| sentence.contains(verb)) && !quoted && !sentence.contains(&this);
        announces.then(|| (line, folded.origin(at..at + last.len())))
    })?;
    let finding = context
        .on_spans(
            [Span::new(line, origin.start, origin.end)],
            format!("开头公布的是{last}的报告，标题是 {year} 年"),
        )
        .at_most(Severity::Warning)
        .because("开头的说明可能是沿用上年的文字")
        .todo("请核对开头说明中的年度");
    Some(finding)
}
