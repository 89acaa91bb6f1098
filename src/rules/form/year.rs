use crate::document::Span;
use crate::report::Date;
use crate::rules::{Context, Judgement, Needed as _, Severity, regulation};

declare_rule! {
    /// 正文写明的统计期限与标题的年度一致，并且是当年 1 月 1 日至 12 月 31 日。
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
    let report = context.report;
    let period = report.period.or_not_applicable("正文没有写明统计期限。")?;
    let whole = |year| (Date { year, month: 1, day: 1 }, Date { year, month: 12, day: 31 });
    let stated = (period.from, period.to);
    let words = |(from, to): (Date, Date)| {
        format!("{}年{}月{}日至{}年{}月{}日", from.year, from.month, from.day, to.year, to.month, to.day)
    };
    let title = report.title.as_ref().and_then(|title| Some((title.year?, title.lines.first().copied()?)));
    let (most, what, message, year) = match title {
        Some((year, _)) if period.to.year != year && period.from.year != year => {
            let message = format!("标题是 {year} 年，统计期限却是{}。", words(stated));
            (Severity::Error, "统计期限与标题年度不一致", message, year)
        }
        _ if stated != whole(period.to.year) => {
            let message = format!("统计期限是{}，不是一个完整的自然年。", words(stated));
            let year = title.map_or(period.to.year, |(year, _)| year);
            (Severity::Warning, "统计期限不是完整的自然年", message, year)
        }
        _ => return Ok(Vec::new()),
    };
    let line = title.map(|(_, line)| Span::new(line, 0, report.document.line(line).len()));
    context
        .on_spans([period.span].into_iter().chain(line), what, message)
        .at_most(most)
        .because(format!("{year} 年报告的统计期限应为{}。", words(whole(year))))
        .todo("请核对标题的年度和统计期限")
        .location("开头说明")
        .only()
}
