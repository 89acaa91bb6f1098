//! For reading on a terminal.

use super::{plain, sheet, standing};
use crate::wire::{
    Comparison, File, Finding, NameMatch, OutcomeKind, Output, Recognition, Report, Roster, SumRow, Total,
};
use std::fmt::Write as _;

/// Everything, a blank line after each file and each comparison.
pub fn render(output: &Output) -> String {
    let parts = output.files.iter().map(file).chain(output.comparisons.iter().map(comparison));
    parts.collect::<Vec<_>>().join("\n")
}

/// Lines of text that are safe on a terminal.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, line: &str) {
        let _ = writeln!(self.0, "{}", plain(line));
    }
}

/// The rows in which units and parent differ, or how much of two years changed.
pub fn comparison(comparison: &Comparison) -> String {
    let mut lines = Lines::default();
    match comparison {
        Comparison::Years(years) => {
            lines.add(&format!("两年比对 {}：{} → {}", years.organ, years.previous, years.current));
            lines
                .add(&format!("  正文 {} 句中有 {} 句与上年相同（数字除外）", years.sentences, years.copied));
            for check in years.checks.iter().filter(|check| !check.holds) {
                lines.add(&format!("  不衔接：{}：应为 {}，本年 {}", check.label, check.due, check.current));
            }
            for value in years.values.iter().filter(|value| value.change != "0") {
                lines.add(&format!(
                    "  {}：{} → {}（{}）",
                    value.label, value.previous, value.current, value.change
                ));
            }
        }
        Comparison::Sum(sum) => {
            lines.add(&format!("汇总比对 {}：{} 个单位", sum.parent, sum.units.len()));
            let differing = sum.rows.iter().filter(|row| row.difference != "0" || !row.unread.is_empty());
            differing.for_each(|row| lines.add(&self::row(row)));
        }
    }
    lines.0
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

/// A sum of units: what it is made of, the differences with what may have caused them, and what was left out.
pub fn total(total: &Total) -> String {
    let mut lines = Lines::default();
    let region = total.region.as_deref().unwrap_or_default();
    let (units, missing) = (total.units.len(), sheet::missing(total));
    lines.add(&format!("{region}{}年汇总：计入 {units} 个单位，{missing}", total.year));
    for sheet in [sheet::cells(total), sheet::units(total), sheet::left_out(total)] {
        lines.add(&format!("  {}", sheet.title));
        sheet.notes.iter().for_each(|note| lines.add(&format!("    {note}")));
        for row in &sheet.rows {
            let named = sheet.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<String> = named
                .enumerate()
                .map(|(at, (name, cell))| if at == 0 { cell.clone() } else { format!("{name} {cell}") })
                .collect();
            lines.add(&format!("    {}{}", if row.marked { "! " } else { "  " }, cells.join("；")));
        }
    }
    lines.0
}

/// Who of a list has reported, year by year.
pub fn roster(roster: &Roster) -> String {
    let mut lines = Lines::default();
    for year in &roster.years {
        let mut units: Vec<&String> = year.matches.iter().map(|one| &one.unit).collect();
        units.dedup();
        lines.add(&format!("{} 年：已报 {} 个单位，未报 {} 个", year.year, units.len(), year.missing.len()));
        year.missing.iter().for_each(|unit| lines.add(&format!("  未报：{unit}")));
        year.repeated.iter().for_each(|unit| lines.add(&format!("  不止一份：{unit}")));
        year.unlisted.iter().for_each(|organ| lines.add(&format!("  名单以外：{organ}")));
        for one in year.matches.iter().filter(|one| one.how != NameMatch::Same) {
            lines.add(&format!("  对应：{} → {}（{}）", one.unit, one.organ, one.how.word()));
        }
    }
    roster.missing.iter().for_each(|unit| lines.add(&format!("各年度都未报：{unit}")));
    lines.0
}

/// A file's result: a headline, and what was found below it.
pub fn file(file: &File) -> String {
    let mut lines = Lines::default();
    lines.add(&file.name);
    if let Some(error) = &file.error {
        lines.add(&format!("  未能读取：{}{}", error.message, error.hint));
    }
    if let Some(report) = &file.report {
        if let Some(why) = unchecked(report) {
            lines.add(&format!("  {why}"));
        }
        lines.add(&format!("  {}", headline(report)));
        report.profile.iter().for_each(|profile| lines.add(&format!("  {profile}")));
        report.notes.iter().for_each(|note| lines.add(&format!("  读取说明：{note}")));
        report.findings.iter().for_each(|finding| self::finding(&mut lines, finding));
        for verdict in report.verdicts.iter().filter(|verdict| verdict.outcome == OutcomeKind::NotJudged) {
            let reason = verdict.reason.as_deref().unwrap_or("");
            lines.add(&format!("  未能判断 {}：{reason}", verdict.rule));
        }
    }
    lines.0
}

/// What to say of an input that no table of a report was read in; `None` of any other.
pub fn unchecked(report: &Report) -> Option<String> {
    let word = report.recognition.word();
    match report.recognition {
        Recognition::Foreign => {
            Some(format!("{word}：没有找到年度报告的标题、各部分和三张表。请检查是否选错了文件。"))
        }
        Recognition::Unrecognized => Some(format!(
            "{word}：三张表一张也没有读出，没有核对数字。表格可能是图片，或复制时丢失；请换用原文件。"
        )),
        Recognition::Partial | Recognition::Whole => None,
    }
}

fn headline(report: &Report) -> String {
    let title = report.title.as_deref().unwrap_or("（没有找到标题）");
    format!("{title}：{}", standing::headline(report))
}

fn finding(lines: &mut Lines, finding: &Finding) {
    let place = finding.places.first().map_or(String::new(), |place| format!("第 {} 行 ", place.line));
    let verdict = format!("{} · {}", finding.severity.word(), finding.certainty.word());
    lines.add(&format!("  [{verdict}] {place}{}（{}）", finding.message, finding.rule));
    for (name, text) in [("因为", &finding.because), ("请核对", &finding.todo)] {
        if !text.is_empty() {
            lines.add(&format!("      {name}：{text}"));
        }
    }
}
