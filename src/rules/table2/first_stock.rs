use crate::report::form::{Cell2, CellId, Documents2, Item2};
use crate::rules::{Context, Finding, Outcome, Severity};

declare_rule! {
    /// 现行有效件数不只是本年制发的件数：本年有制发、没有废止而现行有效恰好等于制发，意味着上年末一件也没有。
    ///
    /// ## 为什么
    /// 现行有效件数是存量，常被误填成本年制发的数量。
    ///
    /// ## 错误示例
    /// ```wrong
    /// quiet
    /// t2.documents.issued = 6
    /// t2.documents.repealed = 0
    /// t2.documents.in_force = 6
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// quiet
    /// t2.documents.issued = 6
    /// t2.documents.repealed = 0
    /// t2.documents.in_force = 41
    /// ```
    "table2/first_stock", "现行有效件数是不是存量",
    severity: Hint,
    basis: [],
    since: F2021,
    check: check,
}

fn check(context: &Context<'_>) -> Outcome {
    let tables = &context.report.tables;
    let mut judged = false;
    let mut findings = Vec::new();
    for item in [Item2::Rules, Item2::Documents] {
        let cell = |column| CellId::T2(Cell2::Documents(item, column));
        let value = |column| tables.value(cell(column));
        let (Some(issued), Some(repealed), Some(in_force)) =
            (value(Documents2::Issued), value(Documents2::Repealed), value(Documents2::InForce))
        else {
            continue;
        };
        judged = true;
        if issued.is_zero() || !repealed.is_zero() || in_force != issued {
            continue;
        }
        let name = item.label();
        let message =
            format!("{name}现行有效 {in_force} 件恰好等于本年制发 {issued} 件，上年末的存量就是 0。");
        let mut finding =
            Finding::new(Severity::Hint, format!("{name}现行有效件数是不是只填了本年的"), message)
                .because(format!("现行有效 {in_force} － 制发 {issued} ＋ 废止 0 ＝ 0"))
                .todo("现行有效件数应当包括以前年度制发、仍然有效的文件；上年末确实没有的不必改")
                .location(format!("第二部分 表二「{name}」"));
        finding.cells = vec![cell(Documents2::InForce), cell(Documents2::Issued)];
        let spans: Vec<_> = finding.cells.iter().filter_map(|&cell| tables.cell(cell)?.span).collect();
        findings.push(spans.into_iter().fold(finding, Finding::at));
    }
    if !judged {
        return Outcome::NotApplicable("没有读出 2021 年版式的表二。".into());
    }
    Outcome::of(findings)
}
