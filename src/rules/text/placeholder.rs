use super::{Slip, find, group};
use crate::document::Span;
use crate::rules::{Context, Finding, Judgement, Severity};
use crate::sorted::sort_by_key;

declare_rule! {
    /// 正文没有待替换的占位符（XX、××、某某、下划线空格）和转换软件留下的痕迹。
    ///
    /// ## 为什么
    /// 模板里的占位符留在正文，说明这里没有写完。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：组织业务培训XX次，培训人员____人。
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
    for pattern in ["XX", "xx", "ＸＸ", "××", "某某", "__", "＿＿", "（填写", "（此处"] {
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
            (whole && !masked).then(|| format!("“{pattern}”是待替换的占位符"))
        };
        open.extend(find(context, pattern, said).into_iter().map(|slip| longer(context, slip, run)));
    }
    let mut findings: Vec<Finding> = Vec::new();
    if !open.is_empty() {
        sort_by_key(&mut open, |slip| slip.span);
        let message = format!("正文有 {} 处占位符没有替换。", open.len());
        findings
            .push(group(context, "占位符没有替换", message, &open).todo("请换成实际的名称、数字，或删去"));
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
        let message = format!("正文有 {} 处转换软件留下的文字。", residue.len());
        findings.push(
            group(context, "转换残留", message, &residue)
                .at_most(Severity::Hint)
                .todo("请在原文件中确认，多余的删去"),
        );
    }
    Ok(findings)
}

/// A slip with as many bytes more as go with it, given the text behind.
fn longer(context: &Context<'_>, slip: Slip, more: impl Fn(&str) -> usize) -> Slip {
    let Span { line, start, end } = slip.span;
    let (start, end) = (start as usize, end as usize);
    let rest = context.report.document.line(line).get(end..).unwrap_or_default();
    Slip { span: Span::new(line, start, end + more(rest)), ..slip }
}
