use super::lex::{Kind, Token};
use super::lexicon::{Scope, Word};
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
    /// Perhaps those of another body or of a part; the words that say so.
    Doubtful(String),
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
    let mut name = String::new();
    let mut entire = false;
    let letters = |token: &Token| chars.get(token.at.clone()).unwrap_or_default();
    let text = |token: &Token| -> String { letters(token).iter().collect() };
    for token in before {
        let word = token.word();
        let part_of_name = token.kind == Kind::Unknown
            || (!name.is_empty() && matches!(word, Some(Word::Filler | Word::Join)))
            || (name.is_empty() && letters(token) == ['政', '府']);
        if part_of_name {
            if name.chars().count() > LONGEST_NAME {
                name.clear();
            }
            name.extend(letters(token));
            if !ends_name(&name) {
                continue;
            }
            // The longest name counts: 区政府 goes on in 区政府办.
            let next = judge(&name, organ);
            whose = if entire { Whose::Own } else { next };
            continue;
        }
        name.clear();
        match word {
            Some(Word::Scope(Scope::Own | Scope::Whole)) => {
                let tie = organ.tie(&text(token));
                entire = word == Some(Word::Scope(Scope::Whole)) && matches!(tie, Tie::Own | Tie::Unsaid);
                whose = match tie {
                    Tie::Own | Tie::Unsaid => Whose::Own,
                    Tie::Part | Tie::Wider | Tie::Other => Whose::Doubtful(text(token)),
                };
            }
            Some(Word::Scope(Scope::Level | Scope::Others)) if !entire => {
                whose = Whose::Doubtful(text(token));
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

fn ends_name(name: &str) -> bool {
    name.chars().count() > 1 && ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether a name in the text is that of the reporting body, in full or shortened.
fn judge(name: &str, organ: &Organ) -> Whose {
    match organ.tie(name) {
        Tie::Unsaid => Whose::Unsaid,
        Tie::Own => Whose::Own,
        Tie::Part | Tie::Wider | Tie::Other => Whose::Doubtful(name.to_owned()),
    }
}
