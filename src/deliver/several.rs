//! Files that are made of several reports together.

use super::Made;
use crate::export::office::{docx, xlsx, zip};
use crate::export::paper::{self, Block, Paper};
use crate::export::{handover, plain, sheet, total};
use crate::vocabulary::{ListFile, SumFile};
use crate::wire::{Handover, Sheet, Total};
use std::collections::BTreeSet;

/// 汇总表 of a year.
pub fn sum(what: SumFile, total: &Total) -> Made {
    let bytes = match what {
        SumFile::Workbook => xlsx::write(&total::pages(total)),
        SumFile::Paper => docx::write(&total::paper(total)),
        SumFile::Page => paper::page(&total::paper(total)).into_bytes(),
    };
    let name = format!("{}-{}.{}", SumFile::WORD, total.year, what.ending());
    Made { name, bytes, note: total::summary(total) }
}

/// What is handed over of all reports.
pub fn hand_over(what: ListFile, parts: &[Handover]) -> Made {
    let with_answers = || parts.iter().flat_map(|part| &part.findings).any(|one| !one.explained.is_empty());
    let mut note = String::new();
    let bytes = match what {
        ListFile::Papers => {
            let settled = parts.iter().filter(|part| !part.open).count();
            if settled > 0 {
                note = format!("{settled} 份报告没有要处理的问题，没有清单。");
            }
            papers(parts)
        }
        ListFile::Letters => handover::letters(parts).into_bytes(),
        ListFile::Matrix => xlsx::write(&[sheet::page(&handover::matrix(parts, &crate::rules::cards()))]),
        ListFile::Lists => lists(parts, &sheet::all_findings(parts, with_answers())),
    };
    Made { name: format!("{}.{}", what.word(), what.ending()), bytes, note }
}

/// The list of all findings behind an overview of the reports.
pub(super) fn lists(parts: &[Handover], list: &Sheet) -> Vec<u8> {
    xlsx::write(&[sheet::page(&handover::overview(parts)), sheet::page(list)])
}

/// A docx for each report that leaves something to do, under a name that is safe in any system and taken once.
fn papers(parts: &[Handover]) -> Vec<u8> {
    let mut taken = BTreeSet::new();
    let mut members = Vec::new();
    for part in parts.iter().filter(|part| part.open) {
        let list = handover::list(part);
        let mut blocks = sheet::blocks(&list);
        if let Some(title) = blocks.first_mut() {
            *title = Block::Title(list.title.as_str().into());
        }
        let paper = Paper { name: list.title.clone(), blocks, remarks: Vec::new() };
        let stem = safe(&handover::title(part));
        let numbered = |number: u32| match number {
            1 => format!("{stem}-问题清单.docx"),
            _ => format!("{stem}-问题清单-{number}.docx"),
        };
        let free = (1..=u32::MAX).map(numbered).find(|name| !taken.contains(&name.to_lowercase()));
        let name = free.unwrap_or_default();
        taken.insert(name.to_lowercase());
        members.push(zip::member(&name, &docx::write(&paper)));
    }
    zip::pack(&members)
}

/// The longest part of a name that comes from outside, in characters.
const LONGEST: usize = 60;

/// A name without what a system would take for more than a name.
fn safe(name: &str) -> String {
    let name = plain(name);
    let kept = name.chars().filter(|c| !"/\\:*?\"<>|[]".contains(*c)).take(LONGEST).collect::<String>();
    let kept = kept.trim_matches(['.', ' ']);
    if kept.is_empty() { "未命名".to_owned() } else { kept.to_owned() }
}
