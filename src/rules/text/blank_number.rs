use super::{Slip, group, prose};
use crate::document::Span;
use crate::rules::{Context, Judgement, regulation};

declare_rule! {
    /// 正文中“件”“条”等量词前面有数字，没有留着空格待填的地方。
    ///
    /// ## 为什么
    /// 在上年文件或模板上删去旧数字、忘了填新数字，就会留下“公开信息　条”这样的空当。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：全年主动公开信息　条，其中政策文件　件。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：全年更新公开专栏 12 条。
    /// ```
    "text/blank_number", "漏填的数字",
    severity: Error,
    basis: [regulation("第五十条：报告应当写明主动公开、收到和处理申请等情况")],
    check: check,
}

/// Words behind which a number is due.
const COUNTING: [&str; 35] = [
    "信息",
    "申请",
    "收到",
    "受理",
    "办结",
    "答复",
    "公开",
    "共",
    "共计",
    "总计",
    "合计",
    "发布",
    "公布",
    "办理",
    "制发",
    "制定",
    "废止",
    "有效",
    "新收",
    "结转",
    "许可",
    "处罚",
    "复议",
    "诉讼",
    "文件",
    "政策文件",
    "规范性文件",
    "回复",
    "举办",
    "开展",
    "培训",
    "培训班",
    "会议",
    "推送",
    "更新",
];

/// Measure words.
const MEASURES: [&str; 12] = ["件次", "人次", "万元", "件", "条", "份", "次", "篇", "期", "场", "宗", "起"];

fn check(context: &Context<'_>) -> Judgement {
    let slips: Vec<Slip> = prose(context.report).flat_map(|(line, text)| of_line(line, text)).collect();
    if slips.is_empty() {
        return Ok(Vec::new());
    }
    let message = format!("正文有 {} 处量词前没有数字。", slips.len());
    group(context, "漏填数字", message, &slips).todo("请补填数字；没有的写 0").only()
}

/// Gaps between a counting word and a measure word that ends its phrase.
fn of_line(line: crate::document::LineId, text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let is_gap = |c: char| c.is_whitespace() || c == '_' || c == '＿';
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(is_gap)).map(|at| from + at) {
        let rest = text.get(start..).unwrap_or("");
        let behind = rest.trim_start_matches(is_gap);
        let end = text.len() - behind.len();
        from = end.max(start + 1);
        let before = text.get(..start).unwrap_or("");
        let Some(word) =
            COUNTING.iter().filter(|word| before.ends_with(**word)).max_by_key(|word| word.len())
        else {
            continue;
        };
        let Some(measure) = MEASURES.iter().find(|measure| behind.starts_with(**measure)) else { continue };
        let next = behind.get(measure.len()..).unwrap_or("").trim_start().chars().next();
        // 公开 条例, 收到 件套: the measure word has to end the phrase.
        if next.is_none_or(|next| "，。；、,;）)（(".contains(next)) {
            slips.push(Slip {
                span: Span::new(line, start - word.len(), end + measure.len()),
                advice: format!("“{word}”与“{measure}”之间没有数字"),
            });
        }
    }
    slips
}
