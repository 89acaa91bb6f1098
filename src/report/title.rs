use super::{Organ, Title};
use crate::document::{Document, LineId};
use crate::text::{compact, without_lead};

/// A title runs over a few lines at most.
const MAX_LINES: usize = 4;
const MAX_CHARACTERS: usize = 64;

/// Finds the title among the lines before the first section: the shortest run of lines that together read
/// `…年…信息公开…报告` and nothing more.
pub(super) fn find(document: &Document, before: &[LineId]) -> Option<Title> {
    let lines: Vec<(LineId, String)> = before
        .iter()
        .map(|&line| (line, compact(without_lead(document.line(line)))))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    for length in 1..=MAX_LINES {
        for window in lines.windows(length) {
            let text: String = window.iter().map(|(_, text)| text.trim_end_matches(['*', '#'])).collect();
            if is_title(&text) && year(&text).is_some() {
                let lines: Vec<LineId> = window.iter().map(|(line, _)| *line).collect();
                let mut title = take_apart(text, lines);
                if title.organ.is_empty() {
                    add_organ(document, before, &mut title);
                }
                return Some(title);
            }
        }
    }
    None
}

fn is_title(text: &str) -> bool {
    let ends = ["报告", "年报", "报告(公开版)", "报告(草案)", "报告(征求意见稿)", "报告(模板)", "报告(样本)"];
    text.chars().count() <= MAX_CHARACTERS
        && ends.iter().any(|end| text.ends_with(end))
        && (text.contains("信息公开") || text.contains("政务公开"))
        && !text.contains(['。', ';', '；', '《'])
        && !text.starts_with(['一', '二'])
}

fn take_apart(text: String, lines: Vec<LineId>) -> Title {
    let year = year(&text);
    let organ = year.map_or(String::new(), |(at, _)| {
        let organ = text.get(..at).unwrap_or("");
        let organ = organ.trim_end_matches(['(', '[', '关', '于']);
        // [图文]某局, 关于某局: neither is part of the name.
        let organ =
            organ.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(organ, |(_, rest)| rest);
        organ.strip_prefix("关于").unwrap_or(organ).to_owned()
    });
    // 某局政府信息公开2023年度报告: the subject is not part of the body's name.
    let organ = organ.strip_suffix("政府信息公开").unwrap_or(&organ).to_owned();
    let organ = if organ.is_empty() { behind_year(&text).unwrap_or_default() } else { organ };
    Title { text, lines, organ, year: year.map(|(_, year)| year) }
}

/// 2024年福田街道政府信息公开工作年度报告: the body stands behind the year.
fn behind_year(text: &str) -> Option<String> {
    let (_, rest) = text.split_once('年')?;
    let rest = rest.trim_start_matches('度');
    let subject = ["政府信息公开", "信息公开", "政务公开"].iter().find_map(|subject| rest.find(subject))?;
    let organ = rest.get(..subject)?;
    Organ::of(organ).is_known().then(|| organ.to_owned())
}

/// The body that a sentence names with the report: 编制2021年某区管委会政府信息公开年度报告.
pub(super) fn organ_in(document: &Document, lines: &[LineId]) -> Option<Organ> {
    lines.iter().find_map(|&line| {
        let text = compact(document.line(line));
        let (at, _) = year(&text)?;
        let (rest, _) = text.get(at..)?.split_once("年度报告")?;
        let start = rest.rfind("20")?;
        let organ = behind_year(rest.get(start..)?)?;
        (organ.chars().count() <= LONGEST_ORGAN).then(|| Organ::of(&organ))
    })
}

/// The body on a line of its own above the rest of the title.
fn add_organ(document: &Document, before: &[LineId], title: &mut Title) {
    let Some(first) = title.lines.first().copied() else { return };
    let above = before.iter().rev().filter(|line| **line < first);
    let mut above = above.map(|&line| (line, compact(without_lead(document.line(line)))));
    let Some((line, name)) = above.find(|(_, text)| !text.is_empty()) else { return };
    let name = name.trim_end_matches(['*', '#', '关', '于']);
    let plain =
        name.chars().count() <= LONGEST_ORGAN && name.chars().all(|c| c.is_alphabetic() || "()".contains(c));
    if plain && Organ::of(name).is_known() {
        title.text.insert_str(0, name);
        name.clone_into(&mut title.organ);
        title.lines.insert(0, line);
    }
}

/// No name of a body that stands on a line of its own is longer.
const LONGEST_ORGAN: usize = 32;

/// The first year in a plain text, and where it begins: 2023年 or 二〇二三年.
pub(super) fn year(text: &str) -> Option<(usize, u16)> {
    // A year ends with its word, which is rarer than digits are.
    text.match_indices('年').find_map(|(end, _)| {
        let before = text.get(..end)?;
        let (at, _) = before.char_indices().nth_back(3)?;
        Some((at, year_at(text.get(at..)?)?))
    })
}

/// The year that a plain text begins with.
pub(super) fn year_at(text: &str) -> Option<u16> {
    let mut chars = text.chars();
    let mut number = 0;
    for _ in 0..4 {
        number = number * 10 + digit(chars.next()?)?;
    }
    (chars.next() == Some('年') && (1990..2100).contains(&number)).then_some(number)
}

fn digit(c: char) -> Option<u16> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '零' | '〇' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    u16::try_from(value).ok()
}
