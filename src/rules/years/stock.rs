use super::{REASONS, previous};
use crate::report::form::{Cell2, CellId, Documents2, Item2};
use crate::rules::{Context, Finding, Outcome, Severity};

declare_rule! {
    /// 本年现行有效件数＝上年现行有效件数＋本年制发件数－本年废止件数（规章、行政规范性文件）。载入上年报告后核对。
    ///
    /// ## 为什么
    /// 存量加增量减减量等于新的存量；不等时往往是制发、废止漏报，或者现行有效件数沿用了旧数。
    ///
    /// ## 错误示例
    /// ```wrong
    /// previous | t2.documents.in_force = 40
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// previous | year = 2021
    /// ```
    "years/stock", "现行有效件数与上年报告",
    severity: Warning,
    basis: [],
    since: F2021,
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let previous = match previous(context) {
        Ok(previous) => previous,
        Err(outcome) => return outcome,
    };
    let tables = &context.report.tables;
    let mut judged = false;
    let mut findings = Vec::new();
    for item in [Item2::Rules, Item2::Documents] {
        let cell = |column| CellId::T2(Cell2::Documents(item, column));
        let now = |column| tables.value(cell(column));
        let (Some(before), Some(issued), Some(repealed), Some(in_force)) = (
            previous.value(cell(Documents2::InForce)),
            now(Documents2::Issued),
            now(Documents2::Repealed),
            now(Documents2::InForce),
        ) else {
            continue;
        };
        judged = true;
        let due = before + issued - repealed;
        if due == in_force {
            continue;
        }
        let name = item.label();
        let message = format!(
            "{name}现行有效件数按上年报告推算应为 {due}，现为 {in_force}，相差 {}。",
            (due - in_force).abs()
        );
        let mut finding = Finding::new(Severity::Warning, format!("{name}现行有效件数与上年报告接不上"), message)
            .because(format!(
                "上年现行有效 {before} ＋ 本年制发 {issued} － 本年废止 {repealed} ＝ {due}，表中现行有效 {in_force}"
            ))
            .todo("请核对本年制发、废止件数和上年报告的现行有效件数")
            .todo("文件到期失效、清理时宣布失效未计入废止的，也会不一致；2021 年是新版式第一年，没有可比的存量")
            .todo(REASONS)
            .location(format!("第二部分 表二「{name}」"));
        finding.due = Some((due, in_force));
        finding.cells =
            [Documents2::InForce, Documents2::Issued, Documents2::Repealed].into_iter().map(cell).collect();
        let spans: Vec<_> = finding.cells.iter().filter_map(|&cell| tables.cell(cell)?.span).collect();
        findings.push(spans.into_iter().fold(finding, Finding::at));
    }
    if !judged {
        return Outcome::NotJudged("两份报告没有都能读出的现行有效件数（旧版式没有这一项）。".into());
    }
    Outcome::of(findings)
}
