use crate::report::form::SectionKind;
use crate::rules::words::quote;
use crate::rules::{Certainty, Context, Finding, Judgement, Severity, not_judged};
use crate::text::{Passage, ordinal};

declare_rule! {
    /// 说了几个就列几个：开头“由…六部分组成”列出的项目，“两点措施：一是…二是…”列出的条数，与所说的数目相同；“一是、二是、三是”连续。
    ///
    /// ## 为什么
    /// 增删内容后数目没有跟着改，或抄漏一项，是常见的通报问题。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第五部分写到：下一步采取三点措施：一是加强培训；二是细化目录。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第五部分写到：下一步采取两点措施：一是加强培训；二是细化目录。
    /// ```
    "form/enumeration", "列举的数目和次序",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let passages = &context.report.passages;
    if passages.is_empty() {
        return Err(not_judged("没有读到正文。"));
    }
    let preface = passages.iter().filter(|(section, _)| section.is_none());
    let mut findings: Vec<Finding> =
        preface.filter_map(|(_, passage)| parts_named(context, passage)).collect();
    findings.extend(passages.iter().flat_map(|(_, passage)| counted(context, passage)));
    Ok(findings)
}

fn is_stop(char: char) -> bool {
    matches!(char, '。' | '；' | '：' | '，' | ':' | ';' | ',')
}

fn text(chars: &[char]) -> String {
    chars.iter().collect()
}

/// 由…六部分组成: the number and what is listed before it.
fn parts_named(context: &Context<'_>, passage: &Passage) -> Option<Finding> {
    let chars = passage.chars();
    let ends = ["部分组成", "个部分组成", "部分构成", "个部分构成", "部分内容", "个部分内容"];
    let (said, at, length) = (0..chars.len()).find_map(|at| {
        let (value, length) = ordinal(chars.get(at..)?)?;
        let rest: String = chars.iter().skip(at + length).take(5).collect();
        ends.iter().any(|end| rest.starts_with(end)).then_some((value, at, length))
    })?;
    let before = chars.get(..at)?;
    let start = before.iter().rposition(|char| matches!(char, '。' | '；')).map_or(0, |stop| stop + 1);
    let list = text(before.get(start..)?);
    let sections = SectionKind::ALL;
    let missing: Vec<&str> =
        sections.into_iter().filter(|kind| !kind.is_listed_in(&list)).map(SectionKind::short).collect();
    let named = sections.len() - missing.len();
    // A sentence that lists nothing only gives the number.
    let listed = named >= 3;
    let span = passage.span(at..at + length)?;
    let finding =
        |title: String| context.on_spans([span], title).sure(Certainty::Likely).because("规定格式分六个部分");
    if listed && !missing.is_empty() && usize::from(said) > named {
        let missing = missing.join("、");
        let title = format!("开头说 {said} 个部分，漏写{missing}");
        return Some(finding(title).todo("请补上，或改数目"));
    }
    (usize::from(said) != sections.len()).then(|| {
        finding(format!("开头说 {said} 个部分，规定格式是六个"))
            .at_most(Severity::Hint)
            .todo("请核对开头的说明")
    })
}

/// What a list is said to be of.
const COUNTED: [&str; 12] =
    ["个方面", "方面", "项措施", "点措施", "条措施", "个问题", "点", "项", "条", "类问题", "个不足", "大"];

/// One item of a list 一是…二是….
struct Item {
    value: u8,
    at: usize,
    /// Whether the word behind the number is 是.
    regular: bool,
}

/// 三点措施：一是…二是…: numbers that do not match, or do not follow each other.
fn counted(context: &Context<'_>, passage: &Passage) -> Vec<Finding> {
    let chars = passage.chars();
    let items = items(chars);
    let mut findings = Vec::new();
    let mut lists: Vec<&[Item]> = Vec::new();
    let mut start = 0;
    for (index, item) in items.iter().enumerate() {
        if item.value == 1 && index > start {
            lists.extend(items.get(start..index));
            start = index;
        }
    }
    lists.extend(items.get(start..).filter(|list| !list.is_empty()));
    for list in lists {
        findings.extend(out_of_order(context, passage, list));
        findings.extend(miscounted(context, passage, list));
    }
    findings
}

/// 一是, 二是 … where an item begins, and a number in its place with another word behind it: 三在内容方面.
fn items(chars: &[char]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for at in 0..chars.len() {
        let begins = at == 0 || chars.get(at - 1).is_some_and(|char| is_stop(*char));
        if !begins || chars.get(at).is_some_and(char::is_ascii_digit) {
            continue;
        }
        let Some((value, length)) = chars.get(at..).and_then(ordinal) else { continue };
        let next = chars.get(at + length).copied().unwrap_or(' ');
        let follows = items.last().is_some_and(|last| last.value + 1 == value);
        let after_stop = chars.get(at.wrapping_sub(1)).is_some_and(|char| matches!(char, '。' | '；' | ';'));
        if next == '是' {
            items.push(Item { value, at, regular: true });
        } else if follows && after_stop && matches!(next, '在' | '对' | '要' | '从' | '抓' | '以') {
            items.push(Item { value, at, regular: false });
        }
    }
    items
}

fn out_of_order(context: &Context<'_>, passage: &Passage, list: &[Item]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let tell = |item: &Item, title: String, because: &str, todo: &str| {
        let span = passage.span(item.at..item.at + 2)?;
        let title = format!("{}{title}", context.paragraph(span.line));
        let finding = context.on_spans([span], title).at_most(Severity::Hint).sure(Certainty::Likely);
        Some(finding.because(because).todo(todo))
    };
    // A paragraph of its own may begin with 二是, where 一是 stands in the one before.
    let first = list.first().filter(|item| item.at == 0).map_or(1, |item| item.value);
    for (expected, item) in (first..).zip(list) {
        if !item.regular {
            let written = text(passage.chars().get(item.at..item.at + 2).unwrap_or_default());
            findings.extend(tell(
                item,
                format!("列举的“{written}”应为“{}是”", written.chars().next().unwrap_or(' ')),
                "前面各项写作“…是”",
                "请改正",
            ));
        } else if item.value != expected {
            findings.extend(tell(
                item,
                format!(
                    "列举到“{}”序号不连续，应是第 {expected} 项",
                    text(passage.chars().get(item.at..item.at + 2).unwrap_or_default())
                ),
                "“一是、二是、三是”依次排列",
                "请核对是漏项还是序号有误",
            ));
            break;
        }
    }
    findings
}

/// A number right before the list that is not that of its items.
fn miscounted(context: &Context<'_>, passage: &Passage, list: &[Item]) -> Option<Finding> {
    let first = list.first().filter(|first| first.value == 1 && list.len() > 1)?;
    let chars = passage.chars();
    // Only what stands in the same sentence, close before the colon.
    let colon = first.at.checked_sub(1).filter(|&at| chars.get(at) == Some(&'：'))?;
    let near = colon.saturating_sub(LONGEST_ANNOUNCEMENT);
    let before = chars.get(near..colon)?;
    let start = before.iter().rposition(|char| matches!(char, '。' | '；' | '，')).map_or(0, |stop| stop + 1);
    let sentence = before.get(start..)?;
    let (said, at, length) = (0..sentence.len()).rev().find_map(|at| {
        let (value, length) = ordinal(sentence.get(at..)?)?;
        let before = at.checked_sub(1).and_then(|at| sentence.get(at)).copied().unwrap_or(' ');
        let rest = text(sentence.get(at + length..)?);
        // 第三方面, 十二条 read from the middle, 一点 in 有一点 say no number of items.
        let whole = !"第十百一二三四五六七八九0123456789.".contains(before) && value > 1;
        let unit = COUNTED.iter().find(|unit| rest.starts_with(**unit))?;
        let ends = rest.chars().count() <= unit.chars().count() + LONGEST_TAIL;
        (whole && ends).then_some((value, at, length))
    })?;
    if usize::from(said) == list.len() {
        return None;
    }
    let span = passage.span(near + start + at..near + start + at + length)?;
    let title = format!("{}说 {said} 项，后面列了 {} 项", quote(&text(sentence)), list.len());
    Some(
        context
            .on_spans([span], title)
            .sure(Certainty::Likely)
            .because("说的数目与所列的条数应当相同")
            .todo("请补列或改数目"),
    )
}

/// The announcement of a list is no longer than this.
const LONGEST_ANNOUNCEMENT: usize = 40;
/// What may stand between 三点 and the colon: 改进措施如下.
const LONGEST_TAIL: usize = 8;
