//! For reading on a terminal.

use super::word;
use jiaohe::wire::{File, Finding, Output, Report};

pub(super) fn render(output: &Output) -> String {
    output.files.iter().map(file).collect::<Vec<_>>().join("\n")
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
        let not_judged = report.verdicts.iter().filter(|verdict| verdict.outcome == "not_judged");
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
        vec![format!("  [{}] {place}{}（{}）", word(&finding.severity), finding.message, finding.rule)];
    if !finding.because.is_empty() {
        lines.push(format!("      因为：{}", finding.because));
    }
    if !finding.todo.is_empty() {
        lines.push(format!("      请核对：{}", finding.todo));
    }
    lines.join("\n")
}
