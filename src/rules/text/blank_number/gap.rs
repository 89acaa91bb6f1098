//! Gaps where a number is due.

use crate::document::{LineId, Span};
use crate::rules::text::Slip;
use crate::text::Letters;

/// Words behind which a number is due.
const COUNTING: [&str; 36] = [
    "信息",
    "申请",
    "收到",
    "受理",
    "办结",
    "答复",
    "公开",
    "共",
    "共计",
    "总计",
    "合计",
    "累计",
    "发布",
    "公布",
    "办理",
    "制发",
    "制定",
    "废止",
    "有效",
    "新收",
    "结转",
    "许可",
    "处罚",
    "复议",
    "诉讼",
    "文件",
    "政策文件",
    "规范性文件",
    "回复",
    "举办",
    "开展",
    "培训",
    "培训班",
    "会议",
    "推送",
    "更新",
];

/// Measure words.
const MEASURES: [&str; 12] = ["件次", "人次", "万元", "件", "条", "份", "次", "篇", "期", "场", "宗", "起"];

/// Words with the measures that cannot make a word with them, as 申请件 and 复议案件 are, nor go on with 的.
const TOGETHER: [(&[&str], &[&str]); 7] = [
    (&SHARES, &["%", "％"]),
    (&["共计", "总计", "合计", "累计"], &MEASURES),
    (&["政府信息", "公开信息", "发布信息", "各类信息"], &["条"]),
    (&["规范性文件"], &["件", "份", "部"]),
    (&["行政复议", "行政诉讼", "行政处罚", "行政许可", "信息公开申请"], &["起", "宗"]),
    (&["举办培训", "开展培训", "组织培训", "业务培训"], &["场", "次", "期"]),
    (&["行政事业性收费", "收费金额"], &["万元"]),
];

/// A word that a blank may stand in, as it does in copies out of PDF.
const TORN: (&str, &str) = ("有效", "期");

/// Words behind which a percentage is due.
const SHARES: [&str; 12] =
    ["占", "占比", "占比为", "占总数的", "增长", "下降", "减少", "增加", "上升", "增幅", "降幅", "率达"];

/// Marks that end a phrase.
fn ends(next: Option<char>) -> bool {
    next.is_none_or(|next| matches!(next, '，' | '。' | '；' | '、' | ',' | ';' | '）' | ')' | '（' | '('))
}

/// Gaps between a word and a measure that ends its phrase: 信息　条, 信息（　）条, 共计件, 占%.
pub(super) fn blank(line: LineId, text: &str) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(is_gap)).map(|at| from + at) {
        let rest = text.get(start..).unwrap_or("");
        let behind = behind_gap(rest);
        let end = text.len() - behind.len();
        from = end.max(start + 1);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = text.get(..start).unwrap_or("");
        if behind.len() == rest.len() {
            continue;
        }
        // 同比增长 % alone on a line is the head of somebody's own table.
        let percent = behind.starts_with(['%', '％']);
        if percent && !text.contains(['，', '。', '；']) {
            continue;
        }
        let words: &[&str] = if percent { &SHARES } else { &COUNTING };
        let Some(word) = longest(before, words) else { continue };
        let measures: &[&str] = if percent { &["%", "％"] } else { &MEASURES };
        let Some(measure) = measures.iter().find(|measure| behind.starts_with(**measure)) else { continue };
        let next = behind.get(measure.len()..).unwrap_or("").trim_start().chars().next();
        // 公开 条例, 收到 件套: the measure word has to end the phrase. 有效 期 is a word torn apart.
        if ends(next) && (word, *measure) != TORN {
            let span = Span::new(line, start - word.len(), end + measure.len());
            slips.push(Slip { span, advice: advice(word, measure) });
        }
    }
    slips
}

fn advice(word: &str, measure: &str) -> String {
    format!("“{word}”与“{measure}”之间")
}

/// A blank, a line to write on, or an empty pair of brackets.
fn is_gap(char: char) -> bool {
    // Ideographs and Chinese marks are most of a line.
    !matches!(char, '\u{3001}'..='\u{FEFF}')
        && (char.is_whitespace() || matches!(char, '_' | '＿' | '（' | '('))
}

/// A blank, or a line to write on.
fn blank_or_line(char: char) -> bool {
    char.is_whitespace() || matches!(char, '_' | '＿')
}

/// The text behind a gap; the same text if there is none.
fn behind_gap(rest: &str) -> &str {
    let blank = blank_or_line;
    let behind = rest.trim_start_matches(blank);
    let inner = behind.strip_prefix(['（', '(']).map(|inner| inner.trim_start_matches(blank));
    match inner.and_then(|inner| inner.strip_prefix(['）', ')'])) {
        Some(closed) => closed.trim_start_matches(blank),
        None => behind,
    }
}

/// The longest of some words that a text ends with.
fn longest<'w>(before: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().filter(|word| before.ends_with(word)).max_by_key(|word| word.len())
}

/// Whether a report may have a word with a measure right behind it, as far as its letters tell.
pub(super) fn may_be_together(letters: &Letters) -> bool {
    TOGETHER.iter().any(|(words, measures)| {
        let mut both =
            words.iter().flat_map(|word| measures.iter().map(move |measure| [*word, *measure].concat()));
        both.any(|both| letters.may_have(&both))
    })
}

/// Gaps between words and a measure right behind them that ends the phrase.
pub(super) fn together(line: LineId, text: &str) -> impl Iterator<Item = Slip> {
    places(text).map(move |(start, end, word, measure)| Slip {
        span: Span::new(line, start, end),
        advice: advice(word, measure),
    })
}

/// Words with a measure right behind them that ends the phrase: where both begin and end, and which they are.
fn places(text: &str) -> impl Iterator<Item = (usize, usize, &'static str, &'static str)> {
    // The end of a line ends a phrase, too, unless the line is the head of somebody's own table.
    let running = text.contains(['，', '。', '；']);
    let ends = text.match_indices(|char| ends(Some(char))).map(|(end, _)| end);
    ends.chain(running.then_some(text.trim_end().len())).filter_map(|end| {
        let phrase = text.get(..end)?;
        if !ends_bare(phrase) {
            return None;
        }
        TOGETHER.iter().find_map(|(words, measures)| {
            let measure = longest(phrase, measures)?;
            let before = phrase.strip_suffix(measure)?;
            let word = longest(before, words)?;
            Some((before.len() - word.len(), end, word, measure))
        })
    })
}

/// Whether a text ends as a measure does, and not with a number before a measure of one character, as nearly all do.
fn ends_bare(text: &str) -> bool {
    let mut last = text.chars().rev();
    let measure = |char: char| MEASURES_END.contains(&char);
    last.next().is_some_and(measure) && last.next().is_some_and(|before| !before.is_ascii_digit())
}

/// The last characters of the measures of [`TOGETHER`].
const MEASURES_END: [char; 13] =
    ['件', '条', '次', '元', '份', '篇', '期', '场', '宗', '起', '部', '%', '％'];

/// What may stand beside 现行有效的规范性文件 in a clause that says nothing else of it.
const SAYS_NOTHING: [&str; 14] =
    ["截至", "目前", "年底", "年末", "底", "共有", "共", "有", "我", "本", "全", "行政", "其中", "的"];

/// 截至年底，现行有效的规范性文件。 A clause that names what is counted, and no count. Those in a sentence that counts other
/// documents come first: 制发0件，废止0件，现行有效的规范性文件。
pub(super) fn bare(line: LineId, text: &str) -> [Vec<Slip>; 2] {
    let (mut counted, mut alone) = (Vec::new(), Vec::new());
    if !text.contains("现行有效") {
        return [counted, alone];
    }
    let mut start = 0;
    let mut counts = false;
    for clause in text.split_inclusive(['，', '。', '；']) {
        let (from, bare) = (start, clause.trim_end_matches(['。', '；']));
        start += clause.len();
        // Before a comma the documents may be what is spoken of, with the number behind.
        if bare.len() == clause.len() {
            counts |= clause.contains("文件") && clause.trim_end_matches('，').ends_with(['件', '份', '个']);
            continue;
        }
        let of_list = std::mem::take(&mut counts);
        let Some(at) = bare.find("现行有效") else { continue };
        let Some(head) = bare.strip_suffix("规范性文件").filter(|head| head.len() > at) else {
            continue;
        };
        let mut rest = head.replacen("现行有效", "", 1);
        for word in SAYS_NOTHING {
            rest = rest.replace(word, "");
        }
        let place = ['县', '市', '区', '镇', '乡', '局', '省', '街', '道', '级'];
        if rest.chars().all(|char| place.contains(&char)) {
            let span = Span::new(line, from + at, from + bare.len());
            let slip = Slip { span, advice: "“现行有效的规范性文件”".to_owned() };
            if of_list { counted.push(slip) } else { alone.push(slip) }
        }
    }
    [counted, alone]
}

/// 2023年　月　日: a day that was never filled in.
pub(super) fn date(line: LineId, text: &str) -> Vec<Slip> {
    let blank = blank_or_line;
    let mut slips = Vec::new();
    for (at, _) in text.match_indices('年') {
        let rest = text.get(at + '年'.len_utf8()..).unwrap_or("");
        let month = rest.trim_start_matches(blank);
        let Some(day) = month.strip_prefix('月').filter(|_| month.len() < rest.len()) else { continue };
        let end = day.trim_start_matches(blank);
        if let Some(behind) = end.strip_prefix('日').filter(|_| end.len() < day.len()) {
            let span = Span::new(line, at, text.len() - behind.len());
            slips.push(Slip { span, advice: "“年”“月”“日”之间".to_owned() });
        }
    }
    slips
}
