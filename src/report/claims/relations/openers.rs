//! The words that open, close and break lists.

/// What opens a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// 其中: some of them are.
    Among,
    /// 包括, 含: they contain.
    Includes,
    /// 涵盖, 涉及: they are about.
    Covers,
    /// 具体为, 如下, 分为: they are, one by one.
    Namely,
    /// 分别: one by one, in this order.
    Each,
    /// 由 … 组成.
    Made,
    /// A colon right behind the total.
    Colon,
}

/// Words that open lists.
const WORDS: &[(&str, Opener)] = &[
    ("其中", Opener::Among),
    ("当中", Opener::Among),
    ("包括", Opener::Includes),
    ("包含", Opener::Includes),
    ("内含", Opener::Includes),
    ("内有", Opener::Includes),
    ("含有", Opener::Includes),
    ("涵盖", Opener::Covers),
    ("涉及", Opener::Covers),
    ("具体", Opener::Namely),
    ("如下", Opener::Namely),
    ("分为", Opener::Namely),
    ("分成", Opener::Namely),
    ("分别", Opener::Each),
];

/// Longest words between a total's unit and the colon that opens its list.
pub(super) const SHORT_TAIL: usize = 8;

/// Words that follow an opener and belong to it: 具体分类如下, 其中包括, 分别为.
const TAILS: &[&str] = &["包括", "包含了", "包含", "分类", "情况", "如下", "为", "是", "有", "含"];
/// Words that 分别 takes along.
const EACH_TAILS: &[&str] = &["为", "是", "有"];

/// The last opener in some words, with the number of characters up to its end.
pub(super) fn last(words: &[char]) -> Option<(Opener, usize)> {
    let mut found = None;
    let mut at = 0;
    while at < words.len() {
        let rest = words.get(at..).unwrap_or_default();
        let opener = match rest.first() {
            Some('其' | '当' | '包' | '内' | '含' | '涵' | '具' | '如' | '涉' | '分' | '由') => {
                opener(rest, at == 0)
            }
            _ => None,
        };
        match opener {
            Some((opener, length)) => {
                let named = at;
                at += length;
                let tails = if opener == Opener::Each { EACH_TAILS } else { TAILS };
                let start = at;
                while let Some(tail) =
                    tails.iter().find(|tail| begins(words.get(at..).unwrap_or_default(), tail))
                {
                    at += tail.chars().count();
                }
                // 因具体行政行为: only 具体为, 具体如下 and 具体： open a list.
                let whole = !begins(words.get(named..).unwrap_or_default(), "具体")
                    || at > start
                    || at == words.len();
                if whole {
                    found = Some((opener, at));
                }
            }
            None => at += 1,
        }
    }
    found
}

fn opener(rest: &[char], first: bool) -> Option<(Opener, usize)> {
    let word = WORDS.iter().find(|(word, _)| begins(rest, word));
    match (word, rest) {
        (Some((word, opener)), _) => Some((*opener, word.chars().count())),
        // 含2023年结转3件; inside words 含 is part of a name.
        (None, ['含', ..]) if first => Some((Opener::Includes, 1)),
        (None, ['由', ..]) if first => Some((Opener::Made, 1)),
        _ => None,
    }
}

/// Whether words that end in 中 say that something still goes on: 11件正在办理中.
pub(super) fn goes_on(words: &[char]) -> bool {
    let doing = matches!(
        words,
        [.., '办' | '处' | '审', '理', '中'] | [.., '进', '行', '中'] | [.., '过', '程', '中']
    );
    doing || words.windows(2).any(|pair| pair == ['正', '在'])
}

/// Whether words without a number announce a list: 从申请方式看, 按渠道分, 在公开的信息中, 主要类别：.
pub(super) fn announces(words: &[char], colon: bool) -> bool {
    let ends = |word: &str| {
        words.len() >= word.chars().count() && {
            let from = words.len() - word.chars().count();
            begins(words.get(from..).unwrap_or_default(), word)
        }
    };
    let by = ["从", "按", "就"].iter().any(|word| begins(words, word));
    let inside = begins(words, "在") && ends("中");
    inside
        || (by && ["看", "分", "划分", "区分", "统计", "分类"].iter().any(|word| ends(word)))
        || (colon && begins(words, "主要"))
}

/// Whether the name of a part closes its list: 其他, 其余.
pub(super) fn closes(label: &[char]) -> bool {
    let rest = ["其他", "其它", "其余"].iter().any(|word| begins(label, word))
        || begins(label, "和其他")
        || begins(label, "及其他")
        || label.windows(3).any(|three| matches!(three, ['的' | '等', '其', '他' | '它']));
    rest && !label.windows(2).any(|pair| pair == ['处', '理'])
}

/// Verbs of what offices do.
const DOINGS: &[&str] = &[
    "开展", "举办", "组织", "召开", "制作", "推送", "回复", "回应", "办理", "发布", "更新", "编制", "印发",
    "接待", "解答", "处理", "完成", "转发", "受理", "收到", "答复", "办结", "参加", "报送", "上报", "撰写",
    "采用", "累计", "全年", "全部",
];

/// Names that begin like one of those verbs.
const NAMES: &[&str] =
    &["组织机构", "组织架构", "组织人事", "组织领导", "办理结果", "办理流程", "处理结果", "发布会"];

/// Whether words begin with something done, which begins a new matter in a list of things.
pub(super) fn does(label: &[char]) -> bool {
    let label = if begins(label, "共") { label.get(1..).unwrap_or_default() } else { label };
    DOINGS.iter().any(|word| begins(label, word)) && !NAMES.iter().any(|word| begins(label, word))
}

/// Whether words name a step in handling a request, which is no result of it.
pub(super) fn is_step(label: &[char]) -> bool {
    label.windows(2).any(|pair| matches!(pair, ['延', '期' | '长'] | ['补', '正'] | ['征', '求']))
        && !label.windows(2).any(|pair| matches!(pair, ['逾', '期'] | ['不' | '未', '补'] | ['仍', '不']))
}

/// Whether words begin with a word.
pub(super) fn begins(words: &[char], word: &str) -> bool {
    word.chars().enumerate().all(|(at, char)| words.get(at) == Some(&char))
}
