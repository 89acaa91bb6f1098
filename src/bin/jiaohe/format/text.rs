//! For reading on a terminal.

use jiaohe::wire::{Comparison, File, Finding, OutcomeKind, Output, Report, SumRow};

pub(super) fn render(output: &Output) -> String {
    let parts = output.files.iter().map(file).chain(output.comparisons.iter().map(comparison));
    parts.collect::<Vec<_>>().join("\n")
}

/// The rows in which units and parent differ, or how much of two years changed.
fn comparison(comparison: &Comparison) -> String {
    let mut lines = Vec::new();
    match comparison {
        Comparison::Years(years) => {
            lines.push(format!("两年比对 {}：{} → {}", years.organ, years.previous, years.current));
            lines
                .push(format!("  正文 {} 句中有 {} 句与上年相同（数字除外）", years.sentences, years.copied));
            let changed = years.values.iter().filter(|value| value.change != "0");
            lines.extend(
                changed.map(|v| format!("  {}：{} → {}（{}）", v.label, v.previous, v.current, v.change)),
            );
        }
        Comparison::Sum(sum) => {
            lines.push(format!("汇总比对 {}：{} 个单位", sum.parent, sum.units.len()));
            let differing = sum.rows.iter().filter(|row| row.difference != "0" || !row.unread.is_empty());
            lines.extend(differing.map(row));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn row(row: &SumRow) -> String {
    if !row.unread.is_empty() {
        return format!("  {}：{}未能读出，不作比对", row.label, row.unread.join("、"));
    }
    let units: Vec<String> =
        row.contributions.iter().map(|one| format!("{} {}", one.unit, one.value)).collect();
    format!(
        "  {}：各单位合计 {}，本报告 {}，相差 {}（{}）",
        row.label,
        row.sum,
        row.parent,
        row.difference,
        units.join("、")
    )
}

fn file(file: &File) -> String {
    let mut lines = vec![format!("{}", file.name)];
    if let Some(error) = &file.error {
        lines.push(format!("  未能读取：{}{}", error.message, error.hint));
    }
    if let Some(report) = &file.report {
        lines.push(format!("  {}", headline(report)));
        lines.extend(report.notes.iter().map(|note| format!("  读取说明：{note}")));
        lines.extend(report.findings.iter().map(finding));
        let not_judged = report.verdicts.iter().filter(|verdict| verdict.outcome == OutcomeKind::NotJudged);
        lines.extend(
            not_judged.map(|v| format!("  未能判断 {}：{}", v.rule, v.reason.as_deref().unwrap_or(""))),
        );
    }
    lines.push(String::new());
    lines.join("\n")
}

fn headline(report: &Report) -> String {
    let s = &report.summary;
    let title = report.title.as_deref().unwrap_or("（没有找到标题）");
    let rules = s.passed + s.failed + s.not_judged + s.not_applicable;
    format!(
        "{title}：共核对 {rules} 项，通过 {}，未能判断 {}，不适用 {}；发现 不通过 {} 处，需核实 {} 处，提示 {} 处",
        s.passed, s.not_judged, s.not_applicable, s.error, s.warning, s.hint
    )
}

fn finding(finding: &Finding) -> String {
    let place = finding.places.first().map_or(String::new(), |place| format!("第 {} 行 ", place.line));
    let mut lines =
        vec![format!("  [{}] {place}{}（{}）", finding.severity.word(), finding.message, finding.rule)];
    if !finding.because.is_empty() {
        lines.push(format!("      因为：{}", finding.because));
    }
    if !finding.todo.is_empty() {
        lines.push(format!("      请核对：{}", finding.todo));
    }
    lines.join("\n")
}
