use super::lex::{Kind, Token};
use super::lexicon::{Scope, Word};

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

/// Ends of the names of single bodies, whose reports do not count a whole region.
const SINGLE: &[&str] =
    &["局", "办", "厅", "办公室", "委", "委员会", "中心", "院", "支队", "大队", "站", "馆", "社", "处", "会"];

fn is_single(organ: &str) -> bool {
    let committee = organ.ends_with("管理委员会") || organ.ends_with("管委会");
    !committee && SINGLE.iter().any(|end| organ.ends_with(end))
}

/// Reads from the words before a number whose it is.
pub(super) fn whose(before: &[&Token], chars: &[char], organ: &str) -> Whose {
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
            // 我办 in the report of a whole county is its office alone.
            Some(Word::Scope(Scope::Own))
                if is_office(&text(token)) && !organ.is_empty() && !is_single(organ) =>
            {
                whose = Whose::Doubtful(text(token));
            }
            Some(Word::Scope(Scope::Own)) => whose = Whose::Own,
            Some(Word::Scope(Scope::Whole)) => {
                let inner = ["全局", "全办", "全委", "全系统", "全体", "全镇", "全乡", "全街道"];
                entire = !is_single(organ) || inner.contains(&text(token).as_str());
                whose = if entire { Whose::Own } else { Whose::Doubtful(text(token)) };
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

fn is_office(word: &str) -> bool {
    word.chars().count() == 2 && ["办", "局", "委", "厅"].iter().any(|end| word.ends_with(end))
}

fn ends_name(name: &str) -> bool {
    name.chars().count() > 1 && ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether a name in the text is that of the reporting body, in full or shortened.
fn judge(name: &str, organ: &str) -> Whose {
    if organ.is_empty() {
        return Whose::Unsaid;
    }
    let letters: Vec<char> = name.chars().collect();
    // 县政府 in the report of a county may be the government alone, without its departments.
    let town =
        ["镇", "乡", "街道", "镇人民政府", "乡人民政府", "街道办事处"].iter().any(|end| organ.ends_with(end));
    let government = (name.ends_with("政府") && letters.len() <= 4) && !is_single(organ) && !town;
    let full = organ.ends_with(name) || name.ends_with(organ);
    // Words in front of a name need not belong to it: 由区政府办.
    let own = (0..letters.len().saturating_sub(1))
        .filter_map(|start| letters.get(start..))
        .any(|tail| is_subsequence(tail, organ));
    if (full || own) && !government { Whose::Own } else { Whose::Doubtful(name.to_owned()) }
}

fn is_subsequence(short: &[char], long: &str) -> bool {
    let mut rest = long.chars();
    short.iter().all(|char| rest.any(|other| other == *char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_of_the_reporting_body_are_its_own() {
        for (name, organ) in [
            ("区政府办", "大通区人民政府办公室"),
            ("县公安局", "某某县公安局"),
            ("卫滨区", "卫滨区人民政府"),
            ("由镇政府", "大路镇人民政府"),
        ] {
            assert_eq!(judge(name, organ), Whose::Own, "{name}");
        }
        for (name, organ) in [
            ("县政府", "巫山县"),
            ("县公安局", "巫山县人民政府"),
            ("县政府", "巫山县人民政府"),
            ("县教育局", "县公安局"),
        ] {
            assert_eq!(judge(name, organ), Whose::Doubtful(name.into()), "{name}");
        }
    }
}
