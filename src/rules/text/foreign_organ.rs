mod general;
mod name;

use super::prose;
use crate::document::{LineId, Span};
use crate::report::Report;
use crate::report::form::SectionKind;
use crate::rules::words::{LONGEST_TITLE, fits};
use crate::rules::{Certainty, Context, Finding, Judgement, Needed as _, Severity};
use crate::text::Folded;

declare_rule! {
    /// 正文的自称与报告单位相符：镇的报告不写“我街道”“本局”，局的报告不写“本镇”，区的报告不写“我县”；开头和第一部分第一句写的单位与标题相同；第一部分写的是本单位的情况，不是“一些地区”“多数部门”。
    ///
    /// ## 为什么
    /// 照抄别处的报告，最容易留下别人的称呼和单位名称。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 镇的报告
    /// 单位：柳林镇人民政府
    /// 第一部分写到：我街道把政务公开列入重点工作。
    /// ```
    ///
    /// ```wrong
    /// 部门的报告
    /// 单位：清河县水利局
    /// 开头：根据条例编制，统计期限为2022年1月1日至2022年12月31日。有疑问请与清河县林业局办公室联系（电话：0000-1234567）。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 镇的报告
    /// 单位：柳林镇人民政府
    /// 第一部分写到：我镇把政务公开列入重点工作。
    /// ```
    "text/foreign_organ", "他处的称呼和单位名称",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    let named = report.title.as_ref().filter(|title| !title.organ.is_empty());
    let title = named.or_not_applicable("标题没有写单位名称。")?;
    let [sure, odd] = report.organ.foreign_words();
    let mut found = names(report);
    found.extend(self_names(context, sure));
    let most = if found.is_empty() { Severity::Hint } else { Severity::Warning };
    if found.is_empty() {
        found = self_names(context, odd);
    }
    let mut findings: Vec<Finding> = general(context).into_iter().collect();
    let Some((_, first)) = found.first() else { return Ok(findings) };
    let whole = format!("正文写{first}，报告单位是{}", title.organ);
    let (what, because) = if fits(&whole, LONGEST_TITLE) {
        (whole, "可能是从别处照抄留下的".to_owned())
    } else {
        (format!("正文写{first}，与报告单位不符"), format!("报告单位是{}", title.organ))
    };
    let finding = context
        .on_spans(found.iter().map(|(span, _)| *span), what)
        .at_most(most)
        .sure(Certainty::Check)
        .because(because)
        .todo("请改为本单位的名称；确实说的是别的单位，请写全称");
    findings.push(finding);
    Ok(findings)
}

/// The finding on an account of nobody in particular.
fn general(context: &Context<'_>) -> Option<Finding> {
    let places = general::places(context.report, context.letters);
    let (_, first) = places.first()?;
    let title = format!("第一部分没有写本单位的情况，写的是“{first}”");
    let finding = context
        .on_spans(places.iter().map(|(span, _)| *span), title)
        .because("通篇没有单位名称和数字，可能是套用的文字")
        .todo("请改写为本单位本年的情况和数字");
    Some(finding)
}

/// Words by which another kind of body speaks of itself, where the running text has them.
fn self_names(context: &Context<'_>, words: &[&str]) -> Vec<(Span, String)> {
    let words: Vec<&str> = words.iter().copied().filter(|word| context.letters.may_have(word)).collect();
    let mut found = Vec::new();
    for (line, text) in prose(context.report).filter(|_| !words.is_empty()) {
        let mut quotes = Quotes { text, seen: 0, open: false };
        for (at, _) in text.match_indices(['我', '本']) {
            let (before, rest) = text.split_at_checked(at).unwrap_or_default();
            let said = words.iter().find_map(|word| Some((word, rest.strip_prefix(word)?)));
            let own = |after: &str| is_self_name(before, after);
            if let Some((word, _)) = said.filter(|(_, after)| own(after) && !quotes.open_at(at)) {
                found.push((Span::new(line, at, at + word.len()), format!("“{word}”")));
            }
        }
    }
    found
}

/// Whether a quotation is open at a place of a line, asked of one place after the other.
struct Quotes<'t> {
    text: &'t str,
    seen: usize,
    open: bool,
}

impl Quotes<'_> {
    fn open_at(&mut self, at: usize) -> bool {
        let since = self.text.get(self.seen..at).unwrap_or_default();
        if let Some(last) = since.rfind(['“', '”']) {
            self.open = since.get(last..).is_some_and(|rest| rest.starts_with('“'));
        }
        self.seen = at;
        self.open
    }
}

/// Whether 我镇 is no piece of other words, such as 我乡镇, 自我局限 or 资本局势. In quotation marks, as in “我镇的路修好了”, it
/// is somebody else's.
fn is_self_name(before: &str, after: &str) -> bool {
    !before.ends_with(['自', '资', '日', '基', '成', '书', '文', '根', '原', '样'])
        && !after.starts_with([
            '镇', '街', '限', '势', '面', '部', '土', '域', '长', '子', '身', '校', '级', '村', '本',
        ])
}

/// Names of other bodies where the reporting one's is due.
fn names(report: &Report<'_>) -> Vec<(Span, String)> {
    let organ = &report.organ;
    let mut found = Vec::new();
    for &line in &report.preface {
        let folded = Folded::compact(report.document.line(line));
        found.extend(place(
            line,
            &folded,
            name::announced(folded.chars()).filter(|(name, _)| !organ.may_be(name)),
        ));
        found.extend(place(line, &folded, name::in_charge(folded.chars(), organ)));
    }
    for (line, text) in prose(report) {
        if let Some(body) = name::put_to(text, organ) {
            let name = text.get(body.clone()).unwrap_or_default();
            found.push((Span::new(line, body.start, body.end), format!("向“{name}”提出的申请")));
        }
    }
    if let Some((line, folded)) = first_sentence(report) {
        found.extend(place(line, &folded, name::subject(folded.chars(), organ)));
    }
    found
}

/// Where a name found among folded characters stands, and the name in quotation marks.
fn place(line: LineId, folded: &Folded, named: Option<name::Named>) -> Option<(Span, String)> {
    let (name, range) = named?;
    let origin = folded.origin_of_chars(range);
    Some((Span::new(line, origin.start, origin.end), format!("“{name}”")))
}

/// The line that the first section opens with, headings left out.
fn first_sentence(report: &Report<'_>) -> Option<(LineId, Folded)> {
    let lines = report.lines_of(SectionKind::Overview).iter();
    let mut sentences = lines.map(|&line| (line, Folded::compact(report.document.line(line))));
    sentences.find(|(_, folded)| folded.text().contains('。'))
}
