use super::{Slip, find, group, is_han, prose};
use crate::document::Span;
use crate::rules::{Context, Outcome, Severity};
use crate::sorted::sort_by_key;

declare_rule! {
    /// 汉字之间用全角标点；书名号里套书名号用〈〉；并列的《》《》、“”“”之间不加顿号。
    ///
    /// ## 为什么
    /// 半角标点多是从别处粘贴带来的，公开后显得不整齐；后两条见国家标准《标点符号用法》。
    ///
    /// ## 错误示例
    /// ```wrong
    /// prose 1 += 强化责任,细化措施,严格审核,按时公开;
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// prose 1 += 强化责任，网址为http://www.example.gov.cn:8080/，时间为9:00—17:00。
    /// ```
    "text/punctuation", "标点符号",
    severity: Hint,
    basis: [],
    check: check,
}

/// So few half-width marks are a slip of the hand, not worth a line.
const FEWEST: usize = 3;

fn check(context: &Context<'_>) -> Outcome {
    let mut slips = half_width(context);
    let count = slips.len();
    if count < FEWEST {
        slips.clear();
    } else {
        slips.truncate(super::SHOWN / 2);
    }
    let mut others: Vec<Slip> = Vec::new();
    for (wrong, right) in [("》、《", "》《"), ("”、“", "”“")] {
        others.extend(find(context, wrong, |_, _| Some(format!("“{wrong}”中的顿号可以省去，写作“{right}”"))));
    }
    others.extend(find(context, "<", |before, after| {
        let inside = before.rfind('《') > before.rfind('》') && after.contains('》');
        inside.then(|| "书名号里套书名号应当用〈〉".to_owned())
    }));
    let total = others.len() + if count < FEWEST { 0 } else { count };
    if total == 0 {
        return Outcome::Passed;
    }
    slips.extend(others);
    sort_by_key(&mut slips, |slip| slip.span);
    let message = format!("正文有 {total} 处标点可以改进。");
    Outcome::Failed(vec![
        group(Severity::Hint, "标点符号", message, &slips).todo("请按提示统一；不影响数据，可以最后处理"),
    ])
}

/// Half-width commas, semicolons, colons, question and exclamation marks behind an ideograph. Brackets are left alone:
/// converters change them.
fn half_width(context: &Context<'_>) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (line, text) in prose(context.report) {
        let mut previous = ' ';
        for (at, c) in text.char_indices() {
            if matches!(c, ',' | ';' | ':' | '?' | '!') && is_han(previous) {
                let advice = "汉字后面应当用全角标点".to_owned();
                slips.push(Slip { span: Span::new(line, at, at + 1), advice });
            }
            previous = c;
        }
    }
    slips
}
