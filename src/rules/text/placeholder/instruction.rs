//! Words of a template that tell the clerk what to write: （此处填写…）, 如无，填“0”, （模板）.

use crate::document::{LineId, Span};
use crate::rules::text::Slip;
use crate::sorted::sort_by_key;
use crate::text::{Letters, has_any};

/// What brackets hold in a template, word for word.
const WHOLE: [&str; 27] = [
    "模板",
    "模版",
    "参考模板",
    "样表",
    "样式",
    "样本",
    "样例",
    "示例",
    "范例",
    "范本",
    "范文",
    "供参考",
    "仅供参考",
    "参考格式",
    "待补充",
    "待填",
    "待填写",
    "待核实",
    "待确认",
    "待定",
    "单位名称",
    "单位全称",
    "机关名称",
    "机关全称",
    "部门名称",
    "数字",
    "具体数字",
];

/// How instructions begin, in brackets.
const LEADS: [&str; 20] = [
    "填写",
    "填报",
    "请填",
    "请在此",
    "请根据",
    "请结合",
    "请补充",
    "请注明",
    "请删除",
    "请各",
    "请简要",
    "需填",
    "须填",
    "在此填",
    "在此处",
    "可另附",
    "另附页",
    "可附页",
    "可自行",
    "可根据实际",
];

/// 填报单位：某局, 填写人: who filled it in, no instruction.
const WHO: [&str; 5] = ["单位", "人", "机关", "日期", "时间"];

/// What follows 此处 where it is an instruction.
const HERE: [char; 10] = ['填', '插', '写', '添', '补', '请', '可', '应', '需', '由'];

/// Instructions wherever they stand.
const ANYWHERE: [&str; 16] = [
    "此处填写",
    "此处插入",
    "此处请",
    "在此填写",
    "在此处填写",
    "请在此",
    "可另附页",
    "删除本段",
    "删除此段",
    "没有的填",
    "没有则填",
    "无则填",
    "如无填",
    "若无填",
    "请填写具体",
    "填写时请",
];

/// Words that open what to write where there is nothing, and what has to follow them closely.
const IF_NONE: ([&str; 4], [&str; 6]) =
    (["如无", "若无", "如没有", "若没有"], ["填", "写“", "写无", "写0", "注明“", "删"]);

/// How long a text should be.
const LENGTHS: [&str; 4] = ["字以内", "字左右", "字以上", "字以下"];
/// How the advice begins that the clerk should write what fits.
const ADAPT: [&str; 5] = ["根据实际", "结合实际", "按实际", "按照实际", "视情"];

/// Longest instruction in brackets, in characters.
const LONGEST: usize = 60;
/// What to write is told this close behind 如无, in characters.
const CLOSE: usize = 6;

/// What may stand in a report, as far as its letters tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Any of the words that tell an instruction.
    pub(super) brackets: bool,
    anywhere: bool,
    if_none: bool,
}

impl Look {
    pub(super) fn at(letters: &Letters) -> Self {
        let anywhere = letters.may_have_any(&ANYWHERE);
        let if_none = letters.may_have_any(&IF_NONE.0);
        let begins = [&WHOLE[..], &LEADS, &["此处"], &ADAPT].iter().any(|words| letters.may_have_any(words));
        Self { brackets: anywhere || if_none || begins || letters.may_have_any(&LENGTHS), anywhere, if_none }
    }
}

/// The instructions in a line of running text.
pub(super) fn of_line(look: Look, line: LineId, text: &str) -> Vec<Slip> {
    let slip = |start: usize, end: usize| Slip {
        span: Span::new(line, start, end),
        advice: format!("“{}”是模板里的填写说明", text.get(start..end).unwrap_or_default()),
    };
    let mut slips: Vec<Slip> = Vec::new();
    let mut add = |start: usize, end: usize| {
        let inside = |slip: &Slip| (slip.span.start as usize) <= start && end <= slip.span.end as usize;
        if !slips.iter().any(inside) {
            slips.push(slip(start, end));
        }
    };
    for (start, open) in text.char_indices().filter(|(_, char)| matches!(char, '（' | '(' | '【' | '[')) {
        let inner = start + open.len_utf8();
        let rest = text.get(inner..).unwrap_or_default();
        let Some(length) = rest.find(['）', ')', '】', ']', '（', '(']) else { continue };
        let inside = rest.get(..length).unwrap_or_default();
        if may_instruct(inside) && inside.chars().count() <= LONGEST && is_instruction(inside) {
            let close = rest.get(length..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            add(start, inner + length + close);
        }
    }
    // Hardly any line has one of these characters, and looking for one is much faster than for words.
    if look.anywhere && text.contains(['填', '此', '另', '删']) && has_any(text, &ANYWHERE) {
        for (at, word) in ANYWHERE.iter().flat_map(|word| text.match_indices(word)) {
            add(at, at + word.len());
        }
    }
    let mut from = 0;
    while let Some((start, end)) = text.get(from..).filter(|_| look.if_none).and_then(if_none) {
        add(from + start, from + end);
        from += end;
    }
    sort_by_key(&mut slips, |slip| slip.span);
    slips
}

/// The first 如无，填“0” of a text: where it begins and ends.
fn if_none(text: &str) -> Option<(usize, usize)> {
    let (opens, follows) = IF_NONE;
    if !text.contains(['填', '写', '注', '删']) || !has_any(text, &opens) {
        return None;
    }
    let told = |at: usize, open: &str| {
        let behind = at + open.len();
        let rest = text.get(behind..)?;
        let near = rest.char_indices().nth(CLOSE).map_or(rest.len(), |(end, _)| end);
        let ends =
            follows.iter().filter_map(|word| Some(rest.find(word).filter(|at| *at < near)? + word.len()));
        Some((at, behind + ends.min()?))
    };
    opens.iter().flat_map(|open| text.match_indices(open)).filter_map(|(at, open)| told(at, open)).min()
}

/// Whether brackets may hold an instruction, by single characters: hardly any do.
fn may_instruct(inside: &str) -> bool {
    const BEGIN: [char; 22] = [
        '模', '参', '样', '示', '范', '供', '仅', '待', '单', '机', '部', '数', '具', '填', '请', '需', '须',
        '在', '可', '另', '此', '根',
    ];
    const BEGIN_TOO: [char; 3] = ['结', '按', '视'];
    // What stands in the words that count anywhere.
    const HOLD: [char; 7] = ['填', '此', '另', '删', '写', '注', '字'];
    inside.trim_start().starts_with(|char| BEGIN.contains(&char) || BEGIN_TOO.contains(&char))
        || inside.contains(HOLD)
}

/// Whether brackets hold an instruction.
fn is_instruction(inside: &str) -> bool {
    let inside = inside.trim();
    let length = inside.chars().count() <= LONGEST / 4
        && has_any(inside, &LENGTHS)
        && inside.chars().any(|char| char.is_ascii_digit());
    let adapt = ADAPT.iter().any(|word| inside.starts_with(word))
        && ["填", "补充", "增减", "修改"].iter().any(|word| inside.contains(word));
    WHOLE.contains(&inside)
        || LEADS.iter().any(|lead| {
            inside.strip_prefix(lead).is_some_and(|rest| !WHO.iter().any(|who| rest.starts_with(who)))
        })
        || inside.strip_prefix("此处").is_some_and(|rest| rest.starts_with(HERE))
        || has_any(inside, &ANYWHERE)
        || if_none(inside).is_some()
        || length
        || adapt
}

/// Words by which a title says that it is a template.
pub(super) fn of_title(line: LineId, text: &str) -> Option<Slip> {
    let bare = text.trim_end().trim_end_matches(['）', ')', '】', ']', '*', '#']);
    if !bare.contains("报告") || bare.contains('。') || bare.chars().count() > LONGEST {
        return None;
    }
    let word = ["模板", "模版", "样表", "样本", "样例", "范文", "范本", "示例", "参考格式"]
        .into_iter()
        .find(|word| bare.ends_with(word))?;
    let start = bare.len() - word.len();
    let advice = format!("标题写着“{word}”");
    Some(Slip { span: Span::new(line, start, bare.len()), advice })
}
