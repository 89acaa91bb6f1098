use crate::document::Span;
use crate::report::Report;
use crate::report::form::SectionKind;
use crate::report::organ::{Kind, Level};
use crate::rules::{Context, Judgement, not_applicable, regulation};
use crate::text::Folded;

declare_rule! {
    /// 报告上写了发布日期的：县级以上人民政府部门不晚于次年 1 月 31 日，县级以上地方人民政府不晚于次年 3 月 31 日。没有写日期的不核对。
    ///
    /// ## 为什么
    /// 条例第四十九条规定了公布时限；逾期公布会被通报。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 部门的报告
    /// 年度：2022
    /// 开头：发布日期：2023年2月14日
    /// 　根据《政府信息公开条例》编制本报告。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 部门的报告
    /// 年度：2022
    /// 开头：发布日期：2023年1月31日
    /// 　根据《政府信息公开条例》编制本报告。
    /// ```
    "form/deadline", "公布时限",
    severity: Warning,
    basis: [regulation("第四十九条：部门于每年1月31日前，县级以上地方人民政府于每年3月31日前公布")],
    check: check,
}

const LABELS: [&str; 8] =
    ["发布日期", "发布时间", "公布日期", "公开日期", "成文日期", "发文日期", "印发日期", "公布时间"];

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    let year = context.year()?;
    let (due, whose) = match (report.organ.kind(), report.organ.level()) {
        (Kind::Department | Kind::Office | Kind::Government, Level::Town) => {
            return Err(not_applicable("条例没有给乡镇、街道另定公布时限。"));
        }
        (Kind::Department | Kind::Office, _) => ((1, 31), "县级以上人民政府部门"),
        (Kind::Government, _) => ((3, 31), "县级以上地方人民政府"),
        (Kind::Committee | Kind::Unknown, _) => {
            return Err(not_applicable("看不出是部门还是人民政府的报告。"));
        }
    };
    let Some(((published, month, day), span)) = dated(report) else {
        return Err(not_applicable("报告没有写发布日期。"));
    };
    if (published, month, day) <= (year.saturating_add(1), due.0, due.1) {
        return Ok(Vec::new());
    }
    let due = format!("{}年{}月{}日", year.saturating_add(1), due.0, due.1);
    let title = format!("报告日期 {published}年{month}月{day}日，晚于 {due}");
    context
        .on_spans([span], title)
        .because(format!("{whose}应当在{due}前公布"))
        .todo("请核对；更正后重发的保留首次发布日期")
        .only()
}

/// The day on which a report says that it was published, as year, month and day, and where: the earliest, since pages that
/// were corrected later show both days.
pub(crate) fn dated(report: &Report<'_>) -> Option<((u16, u8, u8), Span)> {
    let lines = report
        .title
        .iter()
        .flat_map(|title| &title.lines)
        .chain(&report.preface)
        .chain(report.lines_of(SectionKind::Other));
    let dates = lines.filter_map(|&line| {
        let folded = Folded::compact(report.document.line(line));
        let (date, range) = published(folded.chars())?;
        let origin = folded.origin_of_chars(range);
        Some((date, Span::new(line, origin.start, origin.end)))
    });
    dates.min_by_key(|(date, _)| *date)
}

/// A date behind a label such as 发布日期, or one that is all of a line (the date of signature).
fn published(chars: &[char]) -> Option<((u16, u8, u8), std::ops::Range<usize>)> {
    let text: String = chars.iter().collect();
    let labelled = LABELS.iter().find_map(|label| text.find(label).map(|at| at + label.len()));
    let start = match labelled {
        Some(at) => text.get(..at)?.chars().count(),
        None => 0,
    };
    let digits =
        |from: usize| chars.iter().skip(from).take(4).take_while(|char| char.is_ascii_digit()).count();
    let first = (start..chars.len()).find(|&at| digits(at) > 0)?;
    if first > start + 3 {
        return None;
    }
    let number = |from: usize| -> Option<(u16, usize)> {
        let length = digits(from);
        let text: String = chars.iter().skip(from).take(length).collect();
        text.parse().ok().map(|value| (value, from + length))
    };
    let mark = |at: usize| chars.get(at).is_some_and(|char| "年月-/.".contains(*char));
    let (year, at) = number(first)?;
    let (month, at) = mark(at).then(|| number(at + 1)).flatten()?;
    let (day, at) = mark(at).then(|| number(at + 1)).flatten()?;
    let end = at + usize::from(chars.get(at) == Some(&'日'));
    let valid = (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let alone = labelled.is_some() || (first == 0 && end == chars.len());
    (valid && alone).then_some(((year, u8::try_from(month).ok()?, u8::try_from(day).ok()?), first..end))
}
