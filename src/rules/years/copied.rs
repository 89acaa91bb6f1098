use super::previous;
use crate::compare::years::{Copied, copied};
use crate::rules::{Certainty, Context, Judgement};

declare_rule! {
    /// 正文没有大段照抄上年报告，也没有连数字一起照抄的句子。载入上年报告后核对；数字不同、其余相同的句子也算相同。
    ///
    /// ## 为什么
    /// 多数差错是在上年文件上改出来的：没有改到的句子里留着上年的数字。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 上年报告：第五部分：主动公开的内容与群众期待还有差距，全年更新栏目12个。
    /// 第五部分：主动公开的内容与群众期待还有差距，全年更新栏目12个。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 上年报告：第五部分：主动公开的内容与群众期待还有差距，全年更新栏目12个。
    /// 第五部分：针对上年栏目更新不及时的问题，已建立按月通报的做法，全年更新栏目26个。
    /// ```
    "years/copied", "照抄上年报告的文字",
    severity: Hint,
    basis: [],
    check: check,
}

/// Fewer sentences than this say nothing of how a report was written.
const FEWEST: usize = 8;

/// How many places a finding shows.
const SHOWN: usize = 8;

fn check(context: &Context<'_>) -> Judgement {
    let Copied { compared, same, with_numbers } = copied(context.report, previous(context)?);
    let mut findings = Vec::new();
    if !with_numbers.is_empty() {
        let title = format!("正文 {} 句与上年报告一字不差，连数字也相同", with_numbers.len());
        findings.push(
            context
                .on_spans(with_numbers.into_iter().take(SHOWN), title)
                .sure(Certainty::Likely)
                .because("两年的数量恰好相同的情况很少，多是没有改到")
                .todo("请核对句中数字是不是本年的"),
        );
    }
    if compared >= FEWEST && same.len() * 2 > compared {
        let (count, percent) = (same.len(), same.len() * 100 / compared);
        findings.push(
            context
                .on_spans(
                    same.into_iter().take(SHOWN),
                    format!("正文 {compared} 句中 {count} 句与上年报告相同"),
                )
                .sure(Certainty::Check)
                .because(format!("数字除外，约 {percent}%"))
                .todo("请看这些句子说的是不是本年的工作"),
        );
    }
    Ok(findings)
}
