//! Where a report names the body that reports: the announcement in the preface, who wrote it, whom to ask, and the sentence
//! that the first section opens with.

use crate::report::Organ;
use crate::report::organ::{Kind, Level};
use crate::text::has_any;
use std::ops::Range;

/// A name with its characters in the line.
pub(super) type Named = (String, Range<usize>);

/// 现公布某局2022年政府信息公开工作年度报告: the body named there.
pub(super) fn announced(chars: &[char]) -> Option<Named> {
    let text: String = chars.iter().collect();
    let verb =
        ["现公布", "现发布", "现将", "特编制", "编制并公布"].into_iter().find(|verb| text.contains(*verb))?;
    let start = text.find(verb)? + verb.len();
    let rest = text.get(start..)?;
    let length = rest.chars().position(|char| char.is_ascii_digit())?;
    let name: String = rest.chars().take(length).collect();
    let follows: String = rest.chars().skip(length).take(24).collect();
    let report = follows.contains("年度报告") && follows.get(4..).is_some_and(|rest| rest.starts_with('年'));
    let whole = (4..=30).contains(&length) && !name.contains(['，', '。', '《', '本', '我']);
    let at = text.get(..start)?.chars().count();
    (report && whole).then(|| (name, at..at + length))
}

/// Longest name of a body, in characters.
const LONGEST: usize = 24;

/// 本报告由某局编制, 请与某局办公室联系: another body of the same kind, written where the reporting one is due.
pub(super) fn in_charge(chars: &[char], organ: &Organ) -> Option<Named> {
    [('由', "编制"), ('与', "联系"), ('向', "咨询")].into_iter().find_map(|(before, behind)| {
        let behind: Vec<char> = behind.chars().collect();
        // 根据…编制本报告。本报告由某局编制: the verb may come several times.
        let mut verbs = chars.windows(behind.len()).enumerate().filter(|(_, window)| *window == behind);
        verbs.find_map(|(end, _)| {
            let from = end.saturating_sub(LONGEST);
            let start = from + chars.get(from..end)?.iter().rposition(|char| *char == before)? + 1;
            of_another(chars, start..end, organ)
        })
    })
}

/// Governments above a town.
const ABOVE: [&str; 8] =
    ["市政府", "县政府", "区政府", "旗政府", "市人民政府", "县人民政府", "区人民政府", "旗人民政府"];
/// What says that a request came on from the body that it was put to.
const PASSED_ON: [&str; 8] = ["转办", "交办", "转来", "转送", "移交", "移送", "协助", "牵头"];
/// What is looked at behind 向, in bytes: the body, the verb and what is asked for have some fifty characters.
const LONGEST_PHRASE: usize = 256;
/// So much of the sentence is looked at on either side, in bytes: some five hundred characters.
const SENTENCE: usize = 1500;

/// Whether the sentence around a place says that a request came on from elsewhere.
fn is_passed_on(text: &str, at: usize) -> bool {
    let (from, to) = (at.saturating_sub(SENTENCE), at.saturating_add(SENTENCE));
    let before = text.get(text.floor_char_boundary(from)..at).unwrap_or_default();
    let behind = text.get(at..text.floor_char_boundary(to)).unwrap_or_default();
    let before = before.rsplit('。').next().unwrap_or_default();
    let behind = behind.split('。').next().unwrap_or_default();
    has_any(before, &PASSED_ON) || has_any(behind, &PASSED_ON)
}

/// From the body to 提出的 there are no more characters.
const TO_VERB: usize = 24;

/// 受理公民向市政府提出的政府信息公开申请5件, in the report of a town: the city's own sentence. Gives the bytes of the body.
pub(super) fn put_to(text: &str, organ: &Organ) -> Option<Range<usize>> {
    if (organ.kind(), organ.level()) != (Kind::Government, Level::Town) {
        return None;
    }
    text.match_indices('向').find_map(|(at, to)| {
        let start = at + to.len();
        let rest = text.get(start..)?;
        let body = ABOVE.iter().find(|body| rest.starts_with(**body))?;
        let phrase = rest.get(..rest.floor_char_boundary(LONGEST_PHRASE)).unwrap_or(rest);
        let phrase = phrase.split(['，', '。', '；']).next()?;
        let verb = phrase.find("提出的")?;
        let behind = phrase.get(verb + "提出的".len()..)?.trim_start_matches("政府");
        let near = phrase.get(..verb)?.chars().count() <= TO_VERB;
        let own = near && behind.starts_with("信息公开申请") && !is_passed_on(text, at);
        own.then(|| start..start + body.len())
    })
}

/// What a body is said to do behind its name, at the start of its account.
const BEGINS: [&str; 20] = [
    "认真",
    "坚持",
    "严格",
    "深入",
    "高度重视",
    "紧紧围绕",
    "围绕",
    "按照",
    "根据",
    "全面",
    "积极",
    "持续",
    "切实",
    "始终",
    "不断",
    "政府信息公开工作",
    "政务公开工作",
    "信息公开工作",
    "以习近平",
    "贯彻",
];

/// The body that a first sentence has for its subject: 2023年，某局认真贯彻…. None if it also names the reporting body.
pub(super) fn subject(chars: &[char], organ: &Organ) -> Option<Named> {
    let end = chars.iter().position(|char| *char == '。').unwrap_or(chars.len());
    let sentence: String = chars.iter().take(end).collect();
    let stem = organ.name().trim_end_matches("人民政府").trim_end_matches("办事处");
    if sentence.contains(['我', '本']) || (!stem.is_empty() && sentence.contains(stem)) {
        return None;
    }
    let mut start = 0;
    for clause in sentence.split_inclusive(['，', '、', ' ']) {
        let verb = BEGINS.iter().filter_map(|verb| clause.find(verb)).min();
        let name = verb.and_then(|at| clause.get(..at)).map_or(0, |name| name.chars().count());
        if name > 0
            && let Some(named) = of_another(chars, start..start + name, organ)
        {
            return Some(named);
        }
        start += clause.chars().count();
    }
    None
}

/// The characters as a name, if they are one and surely that of another body of the same kind.
fn of_another(chars: &[char], range: Range<usize>, organ: &Organ) -> Option<Named> {
    // 2023年清河县林业局: the year is no part of the name.
    let year = chars.get(range.clone())?.iter().rposition(|char| char.is_ascii_digit() || *char == '年');
    let range = year.map_or(range.start, |at| range.start + at + 1)..range.end;
    let name: String = chars.get(range.clone())?.iter().collect();
    let plain = (3..=LONGEST).contains(&range.len()) && name.chars().all(char::is_alphabetic);
    (plain && organ.is_of_another(&name)).then_some((name, range))
}
