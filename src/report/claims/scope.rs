use super::lex::{Kind, Token};
use super::lexicon::{Noun, Scope, Word};
use super::meaning::Other;
use crate::report::Organ;
use crate::report::organ::Tie;

/// Whose numbers a sentence gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Whose {
    /// It does not say.
    #[default]
    Unsaid,
    /// Those of the body that reports.
    Own,
    /// Perhaps those of a part, of something wider or of another body; the words that say so.
    Others(Tie, String),
}

/// How names of bodies end.
const ENDS: &[&str] = &[
    "局",
    "委",
    "办",
    "厅",
    "镇",
    "乡",
    "街道",
    "中心",
    "支队",
    "大队",
    "政府",
    "院",
    "会",
    "处",
    "站",
    "所",
    "办公室",
    "县",
    "区",
    "市",
    "州",
    "旗",
    "部门",
    "单位",
    "公司",
    "学校",
    "医院",
    "村",
    "社区",
    "总队",
    "行政机关",
    "科室",
    "街道办",
];

/// Reads from the words before a number whose it is.
pub(super) fn whose(before: &[&Token], chars: &[char], organ: &Organ) -> Whose {
    let mut whose = Whose::Unsaid;
    // The words of a name that is being read: how many there are, and how many characters they have.
    let (mut words, mut length) = (0, 0);
    let mut entire = false;
    let letters = |token: &Token| chars.get(token.at.clone()).unwrap_or_default();
    let text = |token: &Token| -> String { letters(token).iter().collect() };
    for (index, token) in before.iter().enumerate() {
        let word = token.word();
        let part_of_name = token.kind == Kind::Unknown
            || (words > 0 && matches!(word, Some(Word::Filler | Word::Copula | Word::Join)))
            || (words == 0 && letters(token) == ['政', '府']);
        if part_of_name {
            if length > LONGEST_NAME {
                (words, length) = (0, 0);
            }
            words += 1;
            length += letters(token).len();
            // Few words end as names do: the name need not be put together for the others.
            if !letters(token).last().is_some_and(|last| ENDS.iter().any(|end| end.ends_with(*last))) {
                continue;
            }
            let of_name = before.iter().skip(index + 1 - words).take(words);
            let name: String = of_name.flat_map(|token| letters(token)).collect();
            if !ends_name(&name) {
                continue;
            }
            // 区政府门户网站: the name of a site is nobody's number.
            if before.get(index + 1).is_some_and(|next| is_medium(next)) {
                continue;
            }
            // The longest name counts: 区政府 goes on in 区政府办.
            let next = judge(&name, organ);
            whose = if entire { Whose::Own } else { next };
            continue;
        }
        (words, length) = (0, 0);
        match word {
            Some(Word::Scope(Scope::Own | Scope::Whole)) => {
                let tie = organ.tie(&text(token));
                entire = word == Some(Word::Scope(Scope::Whole)) && matches!(tie, Tie::Own | Tie::Unsaid);
                whose = match tie {
                    Tie::Own | Tie::Unsaid => Whose::Own,
                    Tie::Part | Tie::Wider | Tie::Other => Whose::Others(tie, text(token)),
                };
            }
            Some(Word::Scope(Scope::Level | Scope::Others)) if !entire => {
                // A bureau's own number is none of theirs; that of a county takes theirs in. Its own level is its own.
                let level = word == Some(Word::Scope(Scope::Level));
                whose = match (organ.is_single(), level) {
                    (true, true) => Whose::Own,
                    (true, false) => Whose::Others(Tie::Other, text(token)),
                    (false, _) => Whose::Others(Tie::Part, text(token)),
                };
            }
            // Only what stands before the verb or the noun names the body.
            Some(Word::Act(_) | Word::Noun(_)) if whose != Whose::Unsaid => break,
            _ => {}
        }
    }
    whose
}

/// No name of a body is longer.
const LONGEST_NAME: usize = 40;

/// Words that end like a name and are none.
const NO_NAMES: &[&str] = &[
    "主办", "承办", "举办", "协办", "督办", "转办", "交办", "开办", "创办", "申办", "经办", "网站", "社会",
    "机会", "社区", "地区", "园区", "城市", "门市", "场所", "查处", "之处", "好处", "用处", "到处", "农村",
    "乡村", "全区", "全市",
];

fn ends_name(name: &str) -> bool {
    name.chars().count() > 1
        && name != "政府"
        && ENDS.iter().any(|end| name.ends_with(end))
        && !NO_NAMES.iter().any(|word| name.ends_with(word))
}

fn is_medium(token: &Token) -> bool {
    matches!(token.word(), Some(Word::Noun(Noun::Other(Other::Media)) | Word::Channel))
}

/// Whether a name in the text is that of the reporting body, in full or shortened. Of 县政府及县政府办 one is enough.
fn judge(name: &str, organ: &Organ) -> Whose {
    let joined = || name.split(['和', '及', '或', '与', '、']).filter(|part| part.chars().count() > 1);
    if joined().count() > 1 && joined().any(|part| organ.is_own(part)) {
        return Whose::Own;
    }
    let first = joined().next().filter(|_| joined().count() > 1);
    match organ.tie(first.unwrap_or(name)) {
        Tie::Unsaid => Whose::Unsaid,
        Tie::Own => Whose::Own,
        tie @ (Tie::Part | Tie::Wider | Tie::Other) => Whose::Others(tie, name.to_owned()),
    }
}
