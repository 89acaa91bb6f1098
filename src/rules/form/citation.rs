use crate::document::Span;
use crate::report::form::SectionKind;
use crate::rules::{Context, Finding, Judgement, Severity, form_2021, not_applicable};
use crate::text::{Folded, is_blank};

declare_rule! {
    /// 2021 年及以后的报告引用国办公开办函〔2021〕30号，不再引用〔2019〕60号；引用的条例是国务院令第711号，不是2008年的第492号。
    ///
    /// ## 为什么
    /// 依据写的是旧文件，往往说明整份报告是照旧格式改的。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 开头：根据《政府信息公开条例》和国办公开办函〔2019〕60号要求，编制本报告。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 开头：根据《政府信息公开条例》和国办公开办函〔2021〕30号要求，编制本报告。
    /// ```
    "form/citation", "引用的依据",
    severity: Warning,
    basis: [form_2021("《政府信息公开工作年度报告格式》")],
    check: check,
}

/// What an outdated basis is called, what takes its place, and what it is.
const OUTDATED: [(&str, &str, &str); 4] = [
    ("[2019]60号", NOTICE, IS_NOTICE),
    ("政府信息公开工作年度报告有关事项的通知", NOTICE, IS_NOTICE_BY_NAME),
    ("政府信息公开工作年度报告有关的事项的通知", NOTICE, IS_NOTICE_BY_NAME),
    (
        "国务院令第492号",
        "引用的国务院令第492号应换成第711号",
        "国务院令第492号是 2008 年的条例，2019 年 5 月 15 日起施行的是修订后的第711号",
    ),
];
const NOTICE: &str = "引用的〔2019〕60号应换成〔2021〕30号";
const IS_NOTICE: &str = "国办公开办函〔2019〕60号是 2019、2020 年报告的格式通知";
const IS_NOTICE_BY_NAME: &str = "《…年度报告有关事项的通知》（〔2019〕60号）是 2019、2020 年报告的格式通知";

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    let year = context.year()?;
    if year < 2021 {
        return Err(not_applicable(format!("{year} 年的报告用当年的格式。")));
    }
    let first = report.lines_of(SectionKind::Overview);
    let mut cites_current = false;
    let mut found: Vec<(Span, &str, &str)> = Vec::new();
    for &line in report.preface.iter().chain(first) {
        let text = report.document.line(line);
        // Only what cites something is worth folding.
        if !(has_number(text) || text.contains('知') && text.contains('项')) {
            continue;
        }
        let folded = Folded::compact(text);
        cites_current |= folded.text().contains("[2021]30号");
        for (name, title, what) in OUTDATED {
            if let Some(at) = folded.text().find(name) {
                let origin = folded.origin(at..at + name.len());
                found.push((Span::new(line, origin.start, origin.end), title, what));
            }
        }
    }
    let mut findings: Vec<(&str, Finding)> = Vec::new();
    for (span, title, what) in found {
        // A notice may be cited by its number and by its name.
        let known = findings.iter().position(|(known, _)| *known == title);
        match known.and_then(|at| findings.get_mut(at)) {
            Some((_, finding)) => *finding = finding.clone().at(span),
            None => findings.push((title, finding(context, span, title, what, cites_current))),
        }
    }
    Ok(findings.into_iter().map(|(_, finding)| finding).collect())
}

/// Whether a text has the number of a document: digits before 号.
fn has_number(text: &str) -> bool {
    text.match_indices('号').any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        before.chars().rev().find(|char| !is_blank(*char)).is_some_and(char::is_numeric)
    })
}

fn finding(context: &Context<'_>, span: Span, title: &str, what: &str, cites_current: bool) -> Finding {
    // Both may be named where the history is told.
    let (most, todo) = if cites_current {
        (Severity::Hint, "讲沿革时提到的不必改；作为依据引用的请改")
    } else {
        (Severity::Warning, "请改引；讲沿革时提到的不必改")
    };
    context.on_spans([span], title).at_most(most).because(what).todo(todo)
}
