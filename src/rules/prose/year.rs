use crate::document::Span;
use crate::report::Organ;
use crate::report::form::SectionKind;
use crate::rules::words::times;
use crate::rules::{Context, Judgement, not_judged};
use crate::text::{Passage, have_any};

declare_rule! {
    /// 第一部分里作为主语时间的年份（句首的“2023年，”“2023年全年”），第六部分写信息处理费的年份，是报告年度。文件号、文件名、括号里的年份和“与2022年相比”一类的说法不在此列。
    ///
    /// ## 为什么
    /// 在上年报告上修改，句首的年份最容易忘改，整句数字就成了上年的。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 年度：2022
    /// 第一部分写到：2021年，全年主动公开政府信息915条，举办培训3场。
    /// ```
    ///
    /// ```wrong
    /// 年度：2022
    /// 第六部分：2021年度未收取信息处理费。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 年度：2022
    /// 第一部分写到：2021年发布的两份文件继续有效。与2021年相比，公开信息的数量有所增加。
    /// ```
    "prose/year", "正文句首的年份",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    let year = context.year()?;
    let first = report.section(SectionKind::Overview);
    if first.is_none_or(|section| section.heading.is_none()) {
        return Err(not_judged("没有找到第一部分。"));
    }
    let found: Vec<(u16, Span)> = report
        .passages
        .iter()
        .flat_map(|(section, passage)| match section {
            Some(SectionKind::Overview) => stale(passage, year, &report.organ),
            Some(SectionKind::Other) => stale_fee(passage, year),
            _ => Vec::new(),
        })
        .collect();
    let Some(&(other, _)) = found.first() else { return Ok(Vec::new()) };
    let title = format!("正文句首写 {other} 年，报告年度是 {year} 年{}", times(found.len()));
    context
        .on_spans(found.iter().map(|(_, span)| *span), title)
        .because("句首年份表明整句讲的是哪一年")
        .todo(format!("沿用上年文字的改为 {year} 年，并核对句中数字；确实讲 {other} 年的不必改"))
        .only()
}

/// Longest name of the body behind the year.
const LONGEST_NAME: usize = 20;
/// Longest heading that a paragraph begins with.
const LONGEST_HEADING: usize = 24;

/// Whether a sentence goes on with the body that reports: 2022年，我局认真落实…
fn speaks_of_itself(rest: &[char], organ: &Organ) -> bool {
    let rest: String = rest.iter().skip_while(|char| "，,度全".contains(**char)).take(LONGEST_NAME).collect();
    let ends = rest.char_indices().skip(2).map(|(at, _)| at).chain([rest.len()]);
    ends.filter_map(|end| rest.get(..end)).any(|name| name.chars().count() > 1 && organ.is_own(name))
}

/// Where a heading at the start of a paragraph ends: （二）依申请公开情况 2022年，….
fn behind_heading(chars: &[char]) -> Option<usize> {
    let end = chars.iter().take(LONGEST_HEADING).position(char::is_ascii_digit)?;
    let heading: String = chars.iter().take(end).collect();
    let closes = ["情况", "方面", "管理", "建设", "保障", "公开"]
        .iter()
        .any(|word| heading.trim_end().ends_with(word));
    (heading.starts_with('(') && closes).then_some(end)
}

/// Sentences of one passage that begin with another year and tell a number of it, or what the body did in it.
fn stale(passage: &Passage, year: u16, organ: &Organ) -> Vec<(u16, Span)> {
    let chars = passage.chars();
    let starts = std::iter::once(0)
        .chain(
            chars
                .iter()
                .enumerate()
                .filter(|(_, char)| matches!(char, '。' | '；' | '！' | '？'))
                .map(|(at, _)| at + 1),
        )
        .chain(behind_heading(chars));
    starts
        .filter_map(|start| {
            let sentence = chars.get(start..).unwrap_or_default();
            let (named, length) = leading_year(sentence)?;
            // Only the neighbours are left over from another year's text; older ones are history.
            if named == year || named.abs_diff(year) != 1 {
                return None;
            }
            let sentence = sentence.split(|char| *char == '。').next().unwrap_or_default();
            let counts = sentence.iter().skip(length).any(char::is_ascii_digit);
            let aside = ["相比", "以来", "年报", "年度报告", "决算", "预算", "计划", "将", "上年", "同比"];
            let own = || speaks_of_itself(sentence.get(length..).unwrap_or_default(), organ);
            if !(counts || own()) || have_any(sentence, &aside) {
                return None;
            }
            let skipped = sentence.iter().take_while(|char| **char == ' ').count();
            passage.span(start + skipped..start + length).map(|span| (named, span))
        })
        .collect()
}

/// 2021年度未收取信息处理费, in the last section of a report on 2022.
fn stale_fee(passage: &Passage, year: u16) -> Vec<(u16, Span)> {
    let chars = passage.chars();
    let sentences =
        chars.iter().enumerate().filter(|(_, char)| matches!(char, '。' | '；')).map(|(at, _)| at + 1);
    let starts = std::iter::once(0).chain(sentences);
    let of_last = |start: usize| {
        let last = year.checked_sub(1)?;
        if !chars.get(start)?.is_ascii_digit() {
            return None;
        }
        let text: String = chars.get(start..)?.iter().take_while(|char| **char != '。').collect();
        let rest = text.strip_prefix(&format!("{last}年"))?.trim_start_matches(['度', '，']);
        // 2021年的信息处理费 and 2021年以来 speak of more than one year.
        let this = text.contains(&format!("{year}年")) || rest.starts_with(['的', '以', '至', '和', '1']);
        let charged = rest.contains("处理费")
            && ["未收取", "没有收取", "无收取", "收取", "未产生"].iter().any(|verb| rest.contains(verb));
        let span = passage.span(start..start + LENGTH_OF_YEAR)?;
        (charged && !this).then_some((last, span))
    };
    starts.filter_map(of_last).collect()
}

/// 2021年, in characters.
const LENGTH_OF_YEAR: usize = 5;

/// The year that a sentence begins with as its time: 2023年， 2023年度， 2023年全年. Gives the year and where it ends.
fn leading_year(sentence: &[char]) -> Option<(u16, usize)> {
    let blank = sentence.iter().take_while(|char| **char == ' ').count();
    // Few sentences begin with a year.
    if !sentence.get(blank).is_some_and(char::is_ascii_digit) {
        return None;
    }
    let digits: String = sentence.iter().skip(blank).take(4).collect();
    let year: u16 = digits.parse().ok().filter(|year| (1990..2100).contains(year))?;
    let mut at = blank + 4;
    if sentence.get(at) != Some(&'年') {
        return None;
    }
    at += 1;
    let rest: String = sentence.iter().skip(at).take(4).collect();
    let time =
        ["，", ",", "度，", "度,", "全年", "度全年", "本", "我", "全县", "全区", "全市", "全镇", "全局"];
    let word = time.iter().find(|word| rest.starts_with(**word))?;
    Some((year, at + usize::from(word.starts_with('度'))))
}
