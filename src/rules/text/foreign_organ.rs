use super::prose;
use crate::document::Span;
use crate::rules::{Context, Judgement, Needed as _};
use crate::text::Folded;

declare_rule! {
    /// 正文的自称与报告单位相符：镇的报告不写“我街道”，区的报告不写“我县”；开头“现公布…年度报告”写的单位与标题相同。
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
    let foreign = report.organ.foreign_words();
    let mut found: Vec<(Span, String)> = Vec::new();
    for (line, text) in prose(report).filter(|(_, text)| !foreign.is_empty() && text.contains('我')) {
        let folded = Folded::compact(text);
        for word in foreign {
            for (at, _) in folded.text().match_indices(word) {
                let origin = folded.origin(at..at + word.len());
                found.push((Span::new(line, origin.start, origin.end), format!("“{word}”")));
            }
        }
    }
    for &line in &report.preface {
        let folded = Folded::compact(report.document.line(line));
        if let Some((name, range)) = announced(folded.chars())
            && !report.organ.may_be(&name)
        {
            let origin = folded.origin_of_chars(range);
            found.push((Span::new(line, origin.start, origin.end), format!("“{name}”")));
        }
    }
    let Some((_, first)) = found.first() else { return Ok(Vec::new()) };
    let message = format!("报告单位是“{}”，正文却写{first}。", title.organ);
    context
        .on_spans(found.iter().map(|(span, _)| *span), format!("正文出现{first}"), message)
        .because("自称或单位名称与报告单位不符，可能是从别处照抄留下的。")
        .todo("请改为本单位的名称；确实说的是别的单位，请写全称")
        .only()
}

/// 现公布某局2022年政府信息公开工作年度报告: the body named there.
fn announced(chars: &[char]) -> Option<(String, std::ops::Range<usize>)> {
    let text: String = chars.iter().collect();
    let verb =
        ["现公布", "现发布", "现将", "特编制", "编制并公布"].into_iter().find(|verb| text.contains(*verb))?;
    let start = text.find(verb)? + verb.len();
    let rest = text.get(start..)?;
    let length = rest.chars().position(|char| char.is_ascii_digit())?;
    let name: String = rest.chars().take(length).collect();
    let follows: String = rest.chars().skip(length).take(24).collect();
    let report = follows.contains("年度报告") && follows.get(4..).is_some_and(|rest| rest.starts_with('年'));
    let whole = (4..=30).contains(&length) && !name.contains(['，', '。', '《', '本', '我']);
    let at = text.get(..start)?.chars().count();
    (report && whole).then(|| (name, at..at + length))
}
