//! Words written twice in a row: 收到收到, 进行了进行了, 政府信息公开政府信息公开; and marks: 。。, ，。

use crate::document::{LineId, Span};
use crate::rules::text::{Slip, is_han};
use crate::rules::words::quote;
use crate::text::start_with;
use std::ops::RangeInclusive;

/// Short words that neither end one term and begin the next, as in 政务服务服务中心, nor are ever said twice on purpose, as
/// 研究研究 is.
const WORDS: [&str; 49] = [
    "进行",
    "收到",
    "受理",
    "办理",
    "办结",
    "答复",
    "开展",
    "加强",
    "制定",
    "制发",
    "发布",
    "按照",
    "根据",
    "提高",
    "提升",
    "完善",
    "推进",
    "及时",
    "认真",
    "严格",
    "积极",
    "共计",
    "其中",
    "以及",
    "对于",
    "关于",
    "由于",
    "依法",
    "依规",
    "全面",
    "全部",
    "截至",
    "确保",
    "做好",
    "健全",
    "强化",
    "深入",
    "坚持",
    "围绕",
    "针对",
    "持续",
    "举办",
    "召开",
    "处理",
    "进行了",
    "收到了",
    "开展了",
    "进一步",
    "本年度",
];

/// What makes another word of the second: 答复答复书, 发布发布会.
const GOES_ON: [char; 16] =
    ['书', '会', '率', '量', '数', '表', '单', '件', '栏', '局', '处', '人', '费', '结', '法', '性'];

/// Behind these 公开公开 is a slip; 信息公开公开透明 is none.
const OPEN: [&str; 12] = ["情况", "工作", "了", "的", "数量", "申请", "答复", "件", "，", "。", "；", "、"];

/// So many characters are a word, or several; longer stretches than a word nobody says twice.
const LENGTHS: RangeInclusive<usize> = 2..=16;
/// From this length on no word is looked up.
const LONG: usize = 4;

/// Marks of which only one ends or parts a phrase.
const MARKS: [char; 4] = ['，', '。', '、', '；'];

/// Words and marks written twice in a line of running text; the longest stretch where one holds another.
pub(super) fn of_line(line: LineId, text: &str) -> Vec<Slip> {
    let chars: Vec<char> = text.chars().collect();
    let again = again(&chars);
    let bytes = |from: usize, count: usize| {
        chars.iter().skip(from).take(count).map(|char| char.len_utf8()).sum::<usize>()
    };
    // Where the character begins in the line that is looked at.
    let mut start = 0;
    let mut slips = Vec::new();
    let mut from = 0;
    while let Some(&first) = chars.get(from) {
        let rest = chars.get(from..).unwrap_or_default();
        let mut slip = |length: usize, advice: &dyn Fn(&str) -> String| {
            let said = text.get(start..start + bytes(from, length)).unwrap_or_default();
            slips.push(Slip { span: Span::new(line, start, start + said.len()), advice: advice(said) });
        };
        let counted = from.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
        let twice = |&length: &usize| rest.get(length) == Some(&first) && is_twice(rest, length);
        let taken = if MARKS.contains(&first) && rest.get(1).is_some_and(|next| MARKS.contains(next)) {
            slip(2, &|both| format!("正文“{both}”应只用一个标点"));
            2
        } else if counted
            && UNITS.contains(&first)
            && rest.get(1) == Some(&first)
            && !rest.get(2).is_some_and(|next| OF_WORDS.contains(next))
        {
            slip(2, &|_| format!("“{first}”字重复"));
            2
        } else if again.get(from) == Some(&true)
            && is_han(first)
            && let Some(length) = LENGTHS.rev().find(twice)
        {
            slip(2 * length, &|both| {
                let word = both.get(..both.len() / 2).unwrap_or_default();
                format!("正文{}写了两遍", quote(word))
            });
            2 * length
        } else {
            1
        };
        start += bytes(from, taken);
        from += taken;
    }
    slips
}

/// Which characters begin a pair of neighbours that comes again soon; now and then one too many. What stands twice in a row begins
/// with such a pair, and few do.
fn again(chars: &[char]) -> Vec<bool> {
    // By the low bits of both, where a pair was met last on the way from the end.
    let mut met = [usize::MAX; 1 << 8];
    let mut again = vec![false; chars.len()];
    let pairs = chars.iter().zip(chars.iter().skip(1)).zip(&mut again).enumerate();
    for (at, ((&first, &second), again)) in pairs.rev() {
        let hash = u32::from(first) ^ u32::from(second).wrapping_mul(37);
        if let Some(met) = met.get_mut(hash as usize & 0xFF) {
            *again = met.saturating_sub(at) <= *LENGTHS.end();
            *met = at;
        }
    }
    again
}

/// Units that stand twice behind a number only by a slip: 12件件. 5起起诉, 3个个体户, 2期期刊 are right.
const UNITS: [char; 5] = ['件', '条', '篇', '宗', '元'];
/// What makes a word of the second: 3条条例.
const OF_WORDS: [char; 6] = ['例', '款', '目', '幅', '旦', '均'];

/// Shorter sentences may come twice.
const SENTENCE: usize = 8;

/// Sentences that stand twice in a row in a line of running text; the second is what is too much.
pub(super) fn sentences(line: LineId, text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let (mut start, mut before) = (0, "");
    for sentence in text.split_inclusive('。') {
        let bare = sentence.trim();
        if bare == before && bare.chars().count() >= SENTENCE {
            let from = start + sentence.len() - sentence.trim_start().len();
            let span = Span::new(line, from, from + bare.len());
            let begin: String = bare.chars().take(SENTENCE).collect();
            slips.push(Slip { span, advice: format!("“{begin}…”整句重复") });
        }
        (start, before) = (start + sentence.len(), bare);
    }
    slips
}

/// Whether the first so many characters come again at once and should not.
fn is_twice(rest: &[char], length: usize) -> bool {
    let (Some(first), Some(second)) = (rest.get(..length), rest.get(length..2 * length)) else {
        return false;
    };
    if !first.iter().zip(second).all(|(one, other)| one == other && is_han(*one)) {
        return false;
    }
    let behind = rest.get(2 * length..).unwrap_or_default();
    if length >= LONG {
        return !beats(first);
    }
    let word: String = first.iter().collect();
    let open = word == "公开" && OPEN.iter().any(|next| start_with(behind, next));
    open || WORDS.contains(&word.as_str()) && !behind.first().is_some_and(|next| GOES_ON.contains(next))
}

/// Whether a stretch is one or two characters again and again: 一件一件一件一件.
fn beats(stretch: &[char]) -> bool {
    let same = |beat: usize| stretch.iter().skip(beat).zip(stretch).all(|(later, earlier)| later == earlier);
    same(1) || same(2)
}
