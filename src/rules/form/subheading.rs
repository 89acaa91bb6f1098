use crate::document::{LineId, Span};
use crate::report::Section;
use crate::rules::words::{quote, times};
use crate::rules::{Certainty, Context, Finding, Judgement, Severity, not_applicable, not_judged};
use crate::text::{Folded, ordinal, without_lead};

declare_rule! {
    /// 第一、第五、第六部分的小标题“（一）（二）（三）”“1.2.3.”连续，不重复、不跳号。序次语用“（一）”“1.”，不写成“（一）、”“1、”的，只作提示。
    ///
    /// ## 为什么
    /// 增删段落后序号最容易错；重复的序号说明可能漏了一段或多了一段。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分：（一）主动公开。
    /// 　（二）依申请公开。
    /// 　（三）平台建设。
    /// 　（三）监督保障。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分：（一）主动公开。
    /// 　（二）依申请公开。
    /// 　（三）平台建设。
    /// 　（四）监督保障。
    /// ```
    "form/subheading", "小标题的编号",
    severity: Warning,
    basis: [],
    check: check,
}

/// A number at the start of a paragraph.
struct Label {
    level: Level,
    value: u8,
    text: String,
    /// Whether the mark behind it is not the one that the level takes.
    odd: bool,
    span: Span,
}

/// The levels below 一、.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    /// （一）
    Bracketed,
    /// 1.
    Plain,
}

/// A number, its brackets and blanks take no more characters.
const LONGEST_LABEL: usize = 12;

fn check(context: &Context<'_>) -> Judgement {
    let document = context.report.document;
    // The rows of the tables are numbered too.
    let mut sections = context.headings();
    sections.retain(|(section, _)| section.kind.table().is_none());
    if sections.is_empty() {
        return Err(not_judged("没有找到文字部分的标题。"));
    }
    let mut findings = Vec::new();
    let mut odd: Vec<Label> = Vec::new();
    let mut any = false;
    for (section, _) in sections {
        let labels: Vec<Label> =
            section.prose.iter().filter_map(|&line| label(line, document.line(line))).collect();
        any |= !labels.is_empty();
        findings.extend(breaks(context, section, &labels));
        odd.extend(labels.into_iter().filter(|label| label.odd));
    }
    if let Some(first) = odd.first() {
        let what =
            if first.level == Level::Bracketed { "序号后多了顿号" } else { "顿号应为下圆点" };
        let title = format!("小标题{}{what}{}", quote(&first.text), times(odd.len()));
        findings.push(
            context
                .on_spans(odd.iter().map(|label| label.span), title)
                .at_most(Severity::Hint)
                .sure(Certainty::Certain)
                .because("公文序次语写作“（一）”“1.”")
                .todo("请统一改正"),
        );
    }
    if any { Ok(findings) } else { Err(not_applicable("文字部分没有编号的小标题。")) }
}

/// The number that a paragraph begins with.
fn label(line: LineId, text: &str) -> Option<Label> {
    let body = without_lead(text);
    let start = text.len() - body.len();
    let head =
        body.char_indices().nth(LONGEST_LABEL).map_or(body, |(end, _)| body.get(..end).unwrap_or(body));
    let folded = Folded::compact(head);
    let chars = folded.chars();
    let (level, value, end) = if chars.first() == Some(&'(') {
        let (value, length) = ordinal(chars.get(1..)?)?;
        let numeral = chars.get(1).is_some_and(|char| !char.is_ascii_digit());
        (chars.get(length + 1) == Some(&')') && numeral).then_some((Level::Bracketed, value, length + 2))?
    } else {
        let (value, length) = ordinal(chars)?;
        let digit = chars.first().is_some_and(char::is_ascii_digit);
        let mark = chars.get(length).is_some_and(|char| matches!(char, '.' | '、' | '．'));
        let decimal = chars.get(length + 1).is_some_and(char::is_ascii_digit);
        (digit && mark && !decimal).then_some((Level::Plain, value, length + 1))?
    };
    let odd = match level {
        Level::Bracketed => chars.get(end) == Some(&'、'),
        Level::Plain => chars.get(end - 1) == Some(&'、'),
    };
    let text = body.get(..folded.origin_of_chars(0..end).end).unwrap_or(body).to_owned();
    // An odd mark is what is to be looked at, so it belongs to the place.
    let origin = folded.origin_of_chars(0..end + usize::from(odd && level == Level::Bracketed));
    let span = Span::new(line, start + origin.start, start + origin.end);
    Some(Label { level, value, text, odd, span })
}

/// Numbers that do not follow the one before. A list may begin again with 1.
fn breaks(context: &Context<'_>, section: &Section, labels: &[Label]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for level in [Level::Bracketed, Level::Plain] {
        let mut last: Option<&Label> = None;
        for label in labels {
            if label.level != level {
                // A number of the upper level begins a new list below it.
                if label.level == Level::Bracketed {
                    last = None;
                }
                continue;
            }
            if let Some(previous) = last
                && label.value != 1
                && label.value != previous.value.saturating_add(1)
                && !goes_on_inside(context, section, previous, label)
            {
                findings.push(finding(context, previous, label));
            }
            last = Some(label);
        }
    }
    findings
}

/// Whether the numbers missing between two paragraphs stand inside the paragraphs between: （一）…。（二）…。 in one, then （三）.
fn goes_on_inside(context: &Context<'_>, section: &Section, previous: &Label, label: &Label) -> bool {
    if label.value <= previous.value {
        return false;
    }
    let between = |line: &&LineId| (previous.span.line..label.span.line).contains(line);
    let mut next = previous.value.saturating_add(1);
    for &line in section.prose.iter().filter(between) {
        let folded = Folded::compact(context.report.document.line(line));
        let chars = folded.chars();
        // Only behind the end of a sentence or clause: 第二十条第（五）项 is no item of the list.
        for (at, _) in
            chars.iter().enumerate().filter(|(_, char)| matches!(char, '。' | '；' | ';' | ':' | '：'))
        {
            let rest = chars.get(at + 1..).unwrap_or_default();
            // **（二）依申请公开。**: marks of emphasis.
            let marks = rest.iter().take_while(|char| **char == '*').count();
            let rest = rest.get(marks..).unwrap_or_default();
            let bracketed = rest.first() == Some(&'(');
            let number = ordinal(rest.get(usize::from(bracketed)..).unwrap_or_default());
            let Some((value, length)) = number.filter(|_| bracketed == (label.level == Level::Bracketed))
            else {
                continue;
            };
            let mark = rest.get(length + usize::from(bracketed));
            let closed =
                mark.is_some_and(|mark| if bracketed { *mark == ')' } else { matches!(mark, '.' | '、') });
            next = next.saturating_add(u8::from(closed && value == next));
        }
    }
    next == label.value
}

fn finding(context: &Context<'_>, previous: &Label, label: &Label) -> Finding {
    let what = match label.value.cmp(&previous.value) {
        std::cmp::Ordering::Less => "序号退回",
        std::cmp::Ordering::Equal => "重复",
        std::cmp::Ordering::Greater => "前面缺号",
    };
    let most = if label.level == Level::Bracketed { Severity::Warning } else { Severity::Hint };
    let place = context.paragraph(label.span.line);
    let title = format!("{place}小标题{}{what}", quote(&label.text));
    context
        .on_spans([label.span, previous.span], title)
        .at_most(most)
        .sure(Certainty::Certain)
        .because(format!("前一个是{}", quote(&previous.text)))
        .todo("请改序号，核对是否漏段或多段")
}
