use super::{Slip, find, group, is_han, prose};
use crate::document::Span;
use crate::rules::{Certainty, Context, Judgement};
use crate::sorted::sort_by_key;

declare_rule! {
    /// 汉字之间用全角标点，不留空格；书名号里套书名号用〈〉；并列的《》《》、“”“”之间不加顿号。
    ///
    /// ## 为什么
    /// 半角标点多是从别处粘贴带来的，公开后显得不整齐；后两条见国家标准《标点符号用法》。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：强化责任,细化措施,严格审核,按时公开;
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：强化责任，网址为http://www.example.gov.cn:8080/，时间为9:00—17:00。
    /// ```
    "text/punctuation", "标点符号",
    severity: Hint,
    basis: [],
    check: check,
}

/// So few half-width marks are a slip of the hand, not worth a line.
const FEWEST: usize = 3;

fn check(context: &Context<'_>) -> Judgement {
    let mut slips = half_width(context);
    let mut count = slips.len();
    let mut others: Vec<Slip> = Vec::new();
    for (wrong, kind) in [("》、《", "《》《》间顿号"), ("”、“", "“”“”间顿号")] {
        others.extend(find(context, wrong, |_, _| Some(kind.to_owned())));
    }
    others.extend(find(context, "<", |before, after| {
        let before =
            before.get(before.floor_char_boundary(before.len().saturating_sub(TITLE))..).unwrap_or("");
        let after = after.get(..after.floor_char_boundary(TITLE)).unwrap_or(after);
        let inside = before.rfind('《') > before.rfind('》') && after.contains('》');
        inside.then(|| "书名号套用".to_owned())
    }));
    others.extend(blanks(context));
    // A slip of the hand is told where there are others to tell.
    if count < FEWEST && others.is_empty() {
        (count, slips) = (0, Vec::new());
    }
    slips.truncate(super::SHOWN / 2);
    let total = others.len() + count;
    if total == 0 {
        return Ok(Vec::new());
    }
    slips.extend(others);
    sort_by_key(&mut slips, |slip| slip.span);
    let mut kinds: Vec<&str> = Vec::new();
    for slip in &slips {
        if !kinds.contains(&slip.advice.as_str()) {
            kinds.push(&slip.advice);
        }
    }
    let title = match kinds.as_slice() {
        [one] => format!("{one} {total} 处"),
        several => format!("标点 {total} 处可统一：{}", several.join("、")),
    };
    let advice: Vec<&str> = kinds.iter().map(|kind| advice(kind)).collect();
    group(context, title, &slips)
        .sure(Certainty::Certain)
        .because(advice.join("；"))
        .todo("请统一；不影响数据，可最后处理")
        .only()
}

/// What is advised of a kind of mark.
fn advice(kind: &str) -> &'static str {
    match kind {
        "半角标点" => "汉字后用全角标点",
        "句中空格" => "句中不留空格",
        "书名号套用" => "书名号里再用书名号写〈〉",
        _ => "并列的书名号、引号之间不加顿号",
    }
}

/// Longest title of a document that is looked for, in bytes: some hundred characters.
const TITLE: usize = 360;
/// More blanks than this were put there by a converter.
const MOST_BLANKS: usize = 12;
/// Shorter lines are headings, names and dates, which may be spaced.
const SHORTEST: usize = 20;

/// Single blanks between two ideographs or behind a mark, in sentences.
fn blanks(context: &Context<'_>) -> Vec<Slip> {
    let mut slips = Vec::new();
    let any = context.letters.may_have_any(&[" ", "\u{3000}", "\u{a0}"]);
    for (line, text) in
        prose(context.report).filter(|(_, text)| any && text.contains([' ', '\u{3000}', '\u{a0}']))
    {
        if !text.contains('。') || text.contains(['\t', '|']) || text.chars().count() < SHORTEST {
            continue;
        }
        let mut before = ' ';
        let mut chars = text.char_indices().enumerate().peekable();
        while let Some((index, (at, c))) = chars.next() {
            let next = chars.peek().map_or(' ', |(_, (_, next))| *next);
            // A heading may be set off: （一）主动公开 全年…; a gap before a measure word waits for its number.
            let inside = index > SHORTEST
                && (is_han(before) || matches!(before, '，' | '。' | '；' | '：' | '（' | '、'));
            let gap = matches!(next, '件' | '条' | '份' | '次' | '篇' | '期' | '场' | '宗' | '起' | '例');
            if matches!(c, ' ' | '\u{3000}' | '\u{a0}') && inside && is_han(next) && !gap {
                let advice = "句中空格".to_owned();
                slips.push(Slip { span: Span::new(line, at, at + c.len_utf8()), advice });
            }
            before = c;
        }
    }
    if slips.len() > MOST_BLANKS { Vec::new() } else { slips }
}

/// Half-width commas, semicolons, colons, question and exclamation marks behind an ideograph. Brackets are left alone:
/// converters change them.
fn half_width(context: &Context<'_>) -> Vec<Slip> {
    let mut slips = Vec::new();
    let marks: Vec<&str> =
        [",", ";", ":", "?", "!"].into_iter().filter(|mark| context.letters.may_have(mark)).collect();
    for (line, text) in prose(context.report).filter(|(_, text)| marks.iter().any(|mark| text.contains(mark)))
    {
        // A byte below 128 is a character of its own.
        for (at, _) in
            text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b',' | b';' | b':' | b'?' | b'!'))
        {
            if text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(is_han) {
                let advice = "半角标点".to_owned();
                slips.push(Slip { span: Span::new(line, at, at + 1), advice });
            }
        }
    }
    slips
}
