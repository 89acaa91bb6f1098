use crate::report::form::SectionKind;
use crate::rules::{Context, Judgement, Needed as _, Severity, form_2021};

declare_rule! {
    /// 第五部分既写存在的问题，也写改进情况：上年的问题本年怎样改了。只写“无”或寥寥数字，不能算写了这一部分；只有下一步打算的，请核对。
    ///
    /// ## 为什么
    /// 规定格式的标题是“存在的主要问题及改进情况”，不是“下一步打算”；改进情况要说已经做了什么。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第五部分：无。
    /// ```
    /// ```wrong
    /// 第五部分：一是公开意识有待增强，二是业务水平有待提高。下一步将加强学习培训，强化责任落实，提升公开质量。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第五部分：一是公开意识有待增强。针对上年信息更新不及时的问题，已建立按月通报的做法，更新时限缩短到三个工作日。
    /// ```
    "statement/improvement", "存在的问题和改进情况",
    severity: Error,
    basis: [form_2021("第五部分：存在的主要问题及改进情况")],
    check: check,
}

/// A section that says problems and improvements in fewer characters says neither.
const SHORTEST: usize = 30;

/// Words that tell of something done, rather than planned.
const DONE: [&str; 22] = [
    "上年",
    "上一年",
    "去年",
    "往年",
    "已建立",
    "已完成",
    "已整改",
    "已落实",
    "已经",
    "整改完成",
    "整改到位",
    "整改情况",
    "得到",
    "有所",
    "明显",
    "采取了",
    "开展了",
    "组织了",
    "建立了",
    "完善了",
    "改进了",
    "解决了",
];

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    let text = report.prose_of(SectionKind::Problems).or_not_applicable("没有找到第五部分。")?;
    let length = text.chars().filter(|c| c.is_alphanumeric()).count();
    let words = text.trim_matches(|c: char| !c.is_alphanumeric());
    let both = "这一部分是“存在的主要问题及改进情况”，两项都要写";
    let write_both = "请写明本年存在的主要问题，以及上年问题的改进情况";
    let finding = |title: String| context.on_section(SectionKind::Problems, title);
    Ok(vec![if ["", "无", "暂无", "没有", "不存在问题"].contains(&words) {
        let said =
            if words.is_empty() { "没有文字".to_owned() } else { format!("只写了“{words}”") };
        finding(format!("第五部分{said}")).because(both).todo(write_both)
    } else if length < SHORTEST {
        finding(format!("第五部分只有 {length} 个字，没有说清问题和改进"))
            .at_most(Severity::Warning)
            .because(both)
            .todo(write_both)
    } else if !tells_of_improvement(text, report.year) {
        finding("第五部分没有写上年问题的改进情况".to_owned())
            .at_most(Severity::Warning)
            .because("只有“下一步将……”是打算，不是改进情况")
            .todo("请补写上年问题本年怎样改进；已写了的请确认")
    } else if !speaks_of_last_year(text, report.year) {
        finding("第五部分没有提到上年的问题".to_owned())
            .at_most(Severity::Hint)
            .because("改进情况首先是上年所列问题改得怎样")
            .todo("建议点明改进的是上年哪个问题")
    } else {
        return Ok(Vec::new());
    }])
}

fn speaks_of_last_year(text: &str, year: Option<u16>) -> bool {
    let named = year
        .and_then(|year| year.checked_sub(1))
        .is_some_and(|last| text.contains(&format!("{last}年")) || text.contains(&format!("{last}度")));
    named
        || ["上年", "上一年", "去年", "往年", "前期", "此前", "以往", "之前"]
            .iter()
            .any(|word| text.contains(word))
}

/// 举办培训3次, 新增专栏2个: what is counted has been done.
fn tells_of_count(text: &str) -> bool {
    const DONE: [&str; 12] =
        ["举办", "开展", "组织", "新增", "新设", "新开设", "增设", "修订", "制定", "出台", "召开", "印发"];
    DONE.iter().any(|verb| {
        text.match_indices(verb).any(|(at, _)| {
            let rest = text.get(at + verb.len()..).unwrap_or("");
            rest.chars()
                .take(8)
                .take_while(|char| !"，。；".contains(*char))
                .any(|char| char.is_ascii_digit())
        })
    })
}

/// Whether anything in the section may be an account of what was done; in doubt it is.
fn tells_of_improvement(text: &str, year: Option<u16>) -> bool {
    let last_year =
        year.and_then(|year| year.checked_sub(1)).is_some_and(|last| text.contains(&format!("{last}年")));
    let this_year = year.is_some_and(|year| {
        ["，", "全年", "我", "以来", "共"].iter().any(|next| text.contains(&format!("{year}年{next}")))
            && ["改进", "整改", "培训", "完善"].iter().any(|word| text.contains(word))
            && !text.contains("下一步")
    });
    last_year || this_year || tells_of_count(text) || DONE.iter().any(|word| text.contains(word))
}
