mod doubled;

use super::{Slip, by_advice, find, group, prose};
use crate::rules::words::times;
use crate::rules::{Certainty, Context, Judgement, not_applicable};
use crate::sorted::sort_by_key;

declare_rule! {
    /// 正文没有常见的错词：行政性规范文件、转结、依申请公开公开、“截止”加日期，以及重复的字、词和标点。
    ///
    /// ## 为什么
    /// 这些词在各地报告中反复出现，都有唯一的改法。这里只列最有把握的几个，不代替通读。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：截止2022年12月31日，上年转结申请已全部答复。
    /// ```
    ///
    /// ```wrong
    /// 第一部分写到：全年共收到收到群众来信，按规定进行进行了答复，。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：为了了解群众需求，坚持信息公开公开透明，政务服务服务群众。
    /// ```
    /// ```right
    /// 第一部分写到：截至2022年12月31日，申请流转结束；征集的截止日期已公布，成效的的确确明显。
    /// ```
    "text/wording", "常见错词",
    severity: Hint,
    basis: [],
    check: check,
}

/// Words that are wrong wherever they stand, with the right ones.
const ALWAYS: [(&str, &str); 2] =
    [("行政性规范文件", "行政规范性文件"), ("行政性规范性文件", "行政规范性文件")];

fn check(context: &Context<'_>) -> Judgement {
    if prose(context.report).next().is_none() {
        return Err(not_applicable("没有读出文字部分。"));
    }
    let mut slips: Vec<Slip> = Vec::new();
    let advice = |wrong: &str, right: &str| format!("“{wrong}”应为“{right}”");
    for (wrong, right) in ALWAYS {
        slips.extend(find(context, wrong, |_, _| Some(advice(wrong, right))));
    }
    // 流转结束 and 转结构 are other words.
    slips.extend(find(context, "转结", |before, after| {
        let year = before.ends_with(['年', '度']);
        let next = after.starts_with(['上', '下', '到', '至', '为', '本']);
        (year || next).then(|| advice("转结", "结转"))
    }));
    slips.extend(find(context, "截止", |_, after| {
        let date = after.trim_start().starts_with(|c: char| c.is_numeric()) || after.starts_with("目前");
        date.then(|| "“截止”后接日期应为“截至”".to_owned())
    }));
    // 目的的实现, 标的的价格 and 的的确确 are right.
    slips.extend(find(context, "的的", |before, after| {
        (!before.ends_with(['目', '标']) && !after.starts_with('确'))
            .then(|| "正文“的的”多了一个“的”".to_owned())
    }));
    // 为了了解 is right.
    slips.extend(find(context, "了了解", |before, _| {
        (!before.ends_with(['为', '除'])).then(|| "正文“了了解”多了一个“了”".to_owned())
    }));
    slips.extend(prose(context.report).flat_map(|(line, text)| doubled::of_line(line, text)));
    slips.extend(prose(context.report).flat_map(|(line, text)| doubled::sentences(line, text)));
    slips.extend(find(context, "年年", |before, after| {
        // 2022年年度报告, 年年底 may be meant.
        let counted = before.ends_with(|c: char| c.is_numeric());
        (counted && !after.starts_with(['度', '初', '底', '末', '中', '报']))
            .then(|| "正文“年年”多了一个“年”".to_owned())
    }));
    sort_by_key(&mut slips, |slip| slip.span);
    let finding = |(advice, slips): (String, Vec<Slip>)| {
        let todo = if slips.len() > 1 {
            format!("请改正，共 {} 处", slips.len())
        } else {
            "请改正".to_owned()
        };
        let title = format!("{advice}{}", times(slips.len()));
        group(context, title, &slips).sure(Certainty::Certain).todo(todo)
    };
    Ok(by_advice(slips).into_iter().map(finding).collect())
}
