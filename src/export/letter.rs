//! 修改意见: findings as numbered lines, for the clerk's own letter or message. Short enough to be read in a chat, and clear without
//! the program beside it.

use super::plain;
use crate::wire::{Certainty, Finding, Report, Severity};

/// The longest letter on a report, in characters.
const LONGEST: usize = 500;

/// The first line: whose report on which year the lines below are about, as far as known.
pub fn heading(report: &Report) -> String {
    let organ = report.organ.as_deref().unwrap_or_default();
    let year = report.year.map(|year| format!("{year}年")).unwrap_or_default();
    plain(&format!("{organ}{year}年度报告修改意见：")).into_owned()
}

/// Unit and year, as far as known.
pub fn title(report: &Report) -> String {
    let organ = report.organ.as_deref().unwrap_or("未识别到单位名称");
    match report.year {
        Some(year) => format!("{organ} · {year} 年"),
        None => format!("{organ} · 年度未识别"),
    }
}

/// What is still open of a report: what is wrong, then what is to be verified, as many lines as there is room for. Hints are counted
/// only, unless there is nothing else.
pub fn report<'f>(report: &Report, open: impl IntoIterator<Item = &'f Finding>) -> String {
    let open: Vec<&Finding> = open.into_iter().collect();
    let of = |severity: Severity| open.iter().filter(move |finding| finding.severity == severity).copied();
    let told: Vec<&Finding> = of(Severity::Error).chain(of(Severity::Warning)).collect();
    let (told, hints) = match told.len() {
        0 => (of(Severity::Hint).collect(), 0),
        _ => (told, of(Severity::Hint).count()),
    };
    let mut letter = heading(report);
    let mut number = 0;
    for finding in &told {
        let verify = finding.severity == Severity::Warning
            && number > 0
            && told.get(number - 1).is_some_and(|before| before.severity == Severity::Error);
        let lead = if verify { "\n以下请核实：" } else { "" };
        let line = format!("{lead}\n{}", line(number + 1, finding));
        let rest = rest(told.len() - number - 1, hints);
        if length(&letter) + length(&line) + length(&rest) > LONGEST {
            break;
        }
        letter.push_str(&line);
        number += 1;
    }
    letter.push_str(&rest(told.len() - number, hints));
    letter
}

/// What is left out.
fn rest(left: usize, hints: usize) -> String {
    match (left, hints) {
        (0, 0) => String::new(),
        (0, hints) => format!("\n另有提示 {hints} 处，详见校验报告。"),
        (left, 0) => format!("\n另有 {left} 处，详见校验报告。"),
        (left, hints) => format!("\n另有 {left} 处和提示 {hints} 处，详见校验报告。"),
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// One finding in a line: its title, which says where, and how sure it is where it may well be right.
fn line(number: usize, finding: &Finding) -> String {
    let sure = if finding.certainty == Certainty::Check { "（请核对）" } else { "" };
    plain(&format!("{number}. {}{}{sure}。", stop(&finding.message), place(finding))).into_owned()
}

/// One finding by itself: what, and what to do. A figure that the title has is not said again.
pub fn alone(finding: &Finding) -> String {
    let (what, todo) = (stop(&finding.message), stop(&finding.todo));
    let told = |figure: &str| !figure.is_empty() && figures(what).any(|known| known == figure);
    let act = if figures(todo).any(told) { "请核对台账后改正" } else { todo };
    plain(&format!("{what}{}。{act}。", place(finding))).into_owned()
}

/// The place in brackets, where the title does not say it.
fn place(finding: &Finding) -> String {
    let named =
        ["表", "部分", "开头", "标题", "段", "正文"].iter().any(|word| finding.message.contains(word));
    let location = &finding.detail.location;
    if named || location.is_empty() { String::new() } else { format!("（{location}）") }
}

fn stop(text: &str) -> &str {
    text.trim_end_matches('。')
}

/// The runs of digits.
fn figures(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty())
}
