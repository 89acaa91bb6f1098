//! 修改意见: findings as numbered lines, for the clerk's own letter or message.

use super::plain;
use crate::wire::{Finding, Report};

/// The first line: whose report on which year the lines below are about, as far as known.
pub fn heading(report: &Report) -> String {
    plain(&format!("{} 政府信息公开工作年度报告修改意见：", title(report))).into_owned()
}

/// Unit and year, as far as known.
pub fn title(report: &Report) -> String {
    let organ = report.organ.as_deref().unwrap_or("未识别到单位名称");
    match report.year {
        Some(year) => format!("{organ} · {year} 年"),
        None => format!("{organ} · 年度未识别"),
    }
}

/// One finding, with its place in words where that is known.
pub fn line(number: usize, finding: &Finding) -> String {
    let stop = |text: &str| text.trim_end_matches('。').to_owned();
    let mut text = format!("{number}. {}：{}", finding.severity.word(), stop(&finding.message));
    if !finding.because.is_empty() {
        text = format!("{text}（{}）", stop(&finding.because));
    }
    text.push('。');
    let location = &finding.detail.location;
    if !location.is_empty() {
        text = format!("{text}位置：{location}。");
    }
    if !finding.todo.is_empty() {
        text = format!("{text}{}。", stop(&finding.todo));
    }
    plain(&text).into_owned()
}
