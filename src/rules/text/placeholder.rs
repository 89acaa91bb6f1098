mod instruction;

use super::{Slip, find, group, prose};
use crate::document::Span;
use crate::rules::words::{quote, times};
use crate::rules::{Certainty, Context, Finding, Judgement, Severity};
use crate::sorted::sort_by_key;

declare_rule! {
    /// 正文没有待替换的占位符（XX、××、某某、下划线空格）、模板里的填写说明（此处填写、如无填0、可另附页、模板）和转换软件留下的痕迹。
    ///
    /// ## 为什么
    /// 模板里的占位符和说明留在正文，说明这里没有写完。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：组织业务培训XX次，培训人员____人。
    /// ```
    /// ```wrong
    /// 第六部分：本年度未收取信息处理费。（如无，请填写“无”）
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：组织业务培训3次，电话138****1234已作遮挡处理。
    /// ```
    "text/placeholder", "占位符和残留文字",
    severity: Warning,
    basis: [],
    check: check,
}

/// How the name of a body goes on behind its placeholder.
const OF_BODIES: [char; 17] =
    ['省', '市', '县', '区', '镇', '乡', '街', '村', '局', '委', '办', '厅', '单', '部', '公', '学', '医'];

#[expect(clippy::unnecessary_wraps, reason = "it is what every check gives back")]
fn check(context: &Context<'_>) -> Judgement {
    let letters = |before: &str, after: &str| {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        !latin(before.chars().next_back().filter(char::is_ascii_alphabetic)) && !latin(after.chars().next())
    };
    let mut open: Vec<Slip> = Vec::new();
    // XXX and ____ are one placeholder each.
    let run = |rest: &str| rest.len() - rest.trim_start_matches(['X', 'x', 'Ｘ', '×', '_', '＿', '某']).len();
    for pattern in ["XX", "xx", "ＸＸ", "××", "某某", "__", "＿＿"] {
        let said = |before: &str, after: &str| {
            if before.ends_with(pattern) {
                return None;
            }
            let whole = !pattern.is_ascii()
                || pattern == "__"
                || letters(before, after.trim_start_matches(['X', 'x']));
            // 李某某 masks a person's name; 某某县 waits for one.
            let masked =
                pattern == "某某" && !after.starts_with(OF_BODIES) && before.ends_with(super::is_han);
            (whole && !masked).then(|| format!("“{pattern}”"))
        };
        open.extend(find(context, pattern, said).into_iter().map(|slip| longer(context, slip, run)));
    }
    open.extend(single(context));
    let mut findings: Vec<Finding> = Vec::new();
    if !open.is_empty() {
        sort_by_key(&mut open, |slip| slip.span);
        let mut patterns: Vec<&str> = Vec::new();
        for slip in &open {
            if !patterns.contains(&slip.advice.as_str()) {
                patterns.push(&slip.advice);
            }
        }
        let what = match patterns.as_slice() {
            [one] => format!("{one}没有替换成实际内容{}", times(open.len())),
            several => {
                let first: String = several.iter().take(2).copied().collect();
                format!("{first}等 {} 处没有替换成实际内容", open.len())
            }
        };
        findings
            .push(group(context, what, &open).sure(Certainty::Likely).todo("请换成实际的名称、数字，或删去"));
    }
    let told = instructions(context);
    if !told.is_empty() {
        let first = told.first().map(|slip| quote(context.report.document.text(slip.span)));
        let whose = if told.first().is_some_and(|slip| slip.advice.starts_with("标题")) {
            "标题"
        } else {
            "模板里"
        };
        let what = format!("{whose}的{}没有删去{}", first.unwrap_or_default(), times(told.len()));
        findings.push(group(context, what, &told).sure(Certainty::Likely).todo("请按说明填写后删去"));
    }
    let mut residue = Vec::new();
    for pattern in ["[bookmark:", "_GoBack", "Error! Reference", "错误!未找到", "错误！未找到"] {
        let found = find(context, pattern, |before, _| {
            (!before.ends_with("[bookmark: ")).then(|| "这是转换软件留下的文字".to_owned())
        });
        // The whole mark, [bookmark: _GoBack].
        let bracket = |rest: &str| rest.find(']').filter(|_| pattern.starts_with('[')).map_or(0, |at| at + 1);
        residue.extend(found.into_iter().map(|slip| longer(context, slip, bracket)));
    }
    if !residue.is_empty() {
        let first = residue.first().map(|slip| quote(context.report.document.text(slip.span)));
        let what = format!("正文有多余文字{}{}", first.unwrap_or_default(), times(residue.len()));
        findings.push(
            group(context, what, &residue)
                .at_most(Severity::Hint)
                .sure(Certainty::Certain)
                .because("这是转换文件时留下的，不是报告内容")
                .todo("请看原文件，有的删去"),
        );
    }
    Ok(findings)
}

/// One sign alone that stands for a number: 培训X次, ×年×月.
fn single(context: &Context<'_>) -> Vec<Slip> {
    const MEASURES: [&str; 16] =
        ["件", "条", "份", "次", "篇", "期", "场", "宗", "起", "个", "年", "月", "日", "人次", "万元", "%"];
    let mut slips = Vec::new();
    for sign in ["X", "x", "Ｘ", "×", "*", "＊"] {
        slips.extend(find(context, sign, |before, after| {
            // A star at the head of a line is a bullet, behind a digit a sign of multiplication or a mask.
            let opens = before.ends_with(['，', '。', '、', '；', '：', '（', '“']);
            let waits = (opens || before.ends_with(super::is_han))
                && MEASURES.iter().any(|unit| after.starts_with(unit));
            waits.then(|| format!("“{sign}”"))
        }));
    }
    slips
}

/// What a template tells the clerk to write, in running text and in the title.
fn instructions(context: &Context<'_>) -> Vec<Slip> {
    let report = context.report;
    // （模板） behind the title may keep it from being taken for one.
    let heads = report.title.iter().flat_map(|title| &title.lines).chain(&report.preface);
    let named = heads.filter_map(|&line| instruction::of_title(line, report.document.line(line)));
    let look = instruction::Look::at(context.letters);
    let lines = prose(report).filter(|_| look.brackets);
    named.chain(lines.flat_map(|(line, text)| instruction::of_line(look, line, text))).collect()
}

/// A slip with as many bytes more as go with it, given the text behind.
fn longer(context: &Context<'_>, slip: Slip, more: impl Fn(&str) -> usize) -> Slip {
    let Span { line, start, end } = slip.span;
    let (start, end) = (start as usize, end as usize);
    let rest = context.report.document.line(line).get(end..).unwrap_or_default();
    Slip { span: Span::new(line, start, end + more(rest)), ..slip }
}
