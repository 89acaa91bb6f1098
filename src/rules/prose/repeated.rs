mod said;

use crate::report::claims::{Claim, Meaning, Other, Stage, Who};
use crate::rules::words::quote;
use crate::rules::{Context, Finding, Judgement, Severity, not_applicable};
use crate::sorted::sort_by_key;
use crate::text::{Decimal, Slip, compact};
use said::Said;

declare_rule! {
    /// 同一个数字在正文里写了两次的，前后一致：开头、第一、三、五、六部分之间，即使表格里没有这一项，或者表格没有读出。
    ///
    /// ## 为什么
    /// 改了一处忘了另一处，是合并几份材料时最常见的差错。说法、范围、单位都相同的才作比较；表格能判断的，由对照表格的规则指出。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：2022年，我县主动公开政府信息1234条。
    /// 　全县共主动公开政府信息1243条，内容准确。
    /// ```
    /// ```wrong
    /// 第一部分写到：全年收取信息处理费380元。
    /// 第六部分：本年度未收取信息处理费。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：2022年，我县主动公开政府信息1234条，其中通过政务微信公开信息1034条。
    /// 　全县共主动公开政府信息1234条，内容准确。
    /// ```
    "prose/repeated", "正文前后的同一数字",
    severity: Warning,
    basis: [],
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let mut said = Said::all(context.report);
    let mut findings = against(context, &said);
    // A stable sort: within a quantity the order of reading stays.
    sort_by_key(&mut said, |said| (said.claim.meaning.id(), said.words.clone()));
    let mut judged = !findings.is_empty();
    let same = |one: &Said<'_>, other: &Said<'_>| {
        one.claim.meaning == other.claim.meaning && one.words == other.words
    };
    let mut told: Vec<Meaning> = Vec::new();
    for group in said.chunk_by(same).filter(|group| group.len() > 1) {
        judged = true;
        if let Some((pair, most, because)) = pair(context, group, weighed) {
            told.extend(pair.iter().filter(|said| said.is_beyond_tables()).map(|said| said.claim.meaning));
            findings.push(finding(context, pair, because).at_most(most));
        }
    }
    // 共收到申请1234件, and elsewhere 受理依申请公开1243件: other words, yet the same number.
    said.retain(Said::is_beyond_tables);
    sort_by_key(&mut said, |said| (said.claim.meaning.id(), said.claim.span));
    for group in said.chunk_by(|one, other| one.claim.meaning == other.claim.meaning) {
        judged |= group.len() > 1;
        let known = group.first().is_none_or(|first| told.contains(&first.claim.meaning));
        if let Some((pair, most, because)) = pair(context, group, slipped).filter(|_| !known) {
            findings.push(finding(context, pair, because).at_most(most));
        }
    }
    if judged { Ok(findings) } else { Err(not_applicable("正文没有两次写到同一个数字。")) }
}

/// How loudly it is told that two numbers differ, and why they are the same quantity.
type Weight = Option<(Severity, String)>;

/// The first of a group and another of it that weighs something against it.
fn pair<'s, 'r>(
    context: &Context<'r>,
    group: &'s [Said<'r>],
    weigh: impl Fn(&Context<'r>, &Said<'r>, &Said<'r>) -> Weight,
) -> Option<([&'s Said<'r>; 2], Severity, String)> {
    let (first, others) = group.split_first()?;
    let differs = |other: &&Said<'r>| other.claim.number != first.claim.number;
    others.iter().filter(differs).take(FEW).find_map(|other| {
        let apart = other.is_apart_from(context.report, first)
            && first.ways(context.report) == other.ways(context.report);
        let (most, because) = apart.then(|| weigh(context, first, other))??;
        Some(([first, other], most, because))
    })
}

/// So many others are held against the first number of a quantity.
const FEW: usize = 8;
/// So many numbers of the prose may explain a difference.
const EXPLAINING: usize = 200;

/// What two numbers of the same words are worth.
fn weighed(context: &Context<'_>, one: &Said<'_>, other: &Said<'_>) -> Weight {
    let (first, second) = (one.claim.number, other.claim.number);
    let counted = one.is_beyond_tables();
    if let Some(told) = slipped(context, one, other) {
        return Some(told);
    }
    if one.of_problems || other.of_problems {
        return None;
    }
    if counted && other.is_beyond_tables() && !is_explained(context, first, second) {
        return Some((Severity::Warning, "两处说法相同，表格没有读出，不能判断哪一处正确".to_owned()));
    }
    let whole = one.ways(context.report).is_empty() && is_whole(context, one) && is_whole(context, other);
    whole.then(|| (Severity::Hint, "两处说的都是全年的合计".to_owned()))
}

/// What two numbers are worth of which one is the other with a slip of the hand.
fn slipped(context: &Context<'_>, one: &Said<'_>, other: &Said<'_>) -> Weight {
    let (first, second) = (one.claim.number, other.claim.number);
    let due = if first > second { first } else { second };
    let slip = Slip::between(first, second).filter(|slip| slip.is_telling(due))?;
    let explained = one.is_beyond_tables() && is_explained(context, first, second);
    let words = match slip {
        Slip::OffByOne => "只差 1",
        Slip::Swapped => "只是相邻两位颠倒",
        Slip::Dropped => "只多一位或少一位",
        Slip::Replaced => "只有一位不同",
        Slip::TenThousandfold => "只差“万”字",
    };
    let because = format!("两处说的是同一个数，{first} 与 {second} {words}");
    (!explained).then_some((Severity::Warning, because))
}

/// 收到12件 may be with or without the one that was carried in, which is told somewhere.
fn is_explained(context: &Context<'_>, first: Decimal, second: Decimal) -> bool {
    let gap = (first - second).abs();
    context.report.claims.iter().take(EXPLAINING).any(|claim| claim.number == gap)
}

/// Whether a number of published information says that it is the whole year's: 2023年，我局主动公开政府信息1234条.
fn is_whole(context: &Context<'_>, said: &Said<'_>) -> bool {
    let published = said.claim.meaning == Meaning::Other(Other::Published);
    let before = said.before(context.report);
    let sentence = compact(before.rsplit(['。', '；']).next().unwrap_or(""));
    let year = context.report.year.map_or_else(String::new, |year| format!("{year}年"));
    let whole =
        ["全年", "本年度", year.as_str()].iter().any(|word| !word.is_empty() && sentence.contains(word));
    let first = !sentence.replace(&year, "").chars().any(|char| char.is_ascii_digit());
    published && whole && first && sentence.contains("主动公开")
}

/// Statements that deny each other in other words. Section five is left out: what it denies may be of any year.
fn against(context: &Context<'_>, said: &[Said<'_>]) -> Vec<Finding> {
    let said: Vec<&Said<'_>> = said.iter().filter(|said| !said.of_problems).collect();
    let settled = said.iter().find(|said| {
        said.claim.meaning == Meaning::Requests(Stage::AllSettled, Who::All) && said.is_beyond_tables()
    });
    let left = said.iter().find(|said| {
        said.claim.meaning == Meaning::Requests(Stage::CarriedOut, Who::All) && !said.claim.number.is_zero()
    });
    let mut findings = Vec::new();
    if let (Some(settled), Some(left)) = (settled, left)
        && settled.is_apart_from(context.report, left)
        && !is_of_new_alone(context, left.claim.number)
    {
        let because = "全部办结，就没有结转下年度的申请；结转的是上年申请的除外";
        findings.push(finding(context, [settled, left], because.to_owned()));
    }
    let mut done: Vec<Meaning> = Vec::new();
    for denied in said.iter().filter(|said| is_denial(said)) {
        if done.contains(&denied.claim.meaning) {
            continue;
        }
        done.push(denied.claim.meaning);
        let told = |other: &&&Said<'_>| {
            other.claim.meaning == denied.claim.meaning
                && !other.claim.number.is_zero()
                && other.is_apart_from(context.report, denied)
                && (other.is_beyond_tables() || is_charge(other.claim))
        };
        if let Some(other) = said.iter().find(told) {
            findings.push(finding(context, [denied, other], "一处说没有，另一处说有".to_owned()));
        }
    }
    findings
}

/// Whether no more is left over than was carried in: 全部办结 may speak of this year's requests alone.
fn is_of_new_alone(context: &Context<'_>, left: Decimal) -> bool {
    let carried = |claim: &&Claim| claim.meaning == Meaning::Requests(Stage::CarriedIn, Who::All);
    context.report.claims.iter().filter(carried).any(|claim| claim.number >= left)
}

/// A statement that there was none, which no table can judge. 全部办结 is one too, and is told above.
fn is_denial(said: &Said<'_>) -> bool {
    let meaning = said.claim.meaning;
    let fee = meaning == Meaning::HandlingFee;
    said.claim.number.is_zero()
        && (fee || said.is_beyond_tables())
        && meaning != Meaning::Requests(Stage::AllSettled, Who::All)
}

/// Whether a claim tells how much was charged: 收取信息处理费380元, but not 免收信息处理费380元.
fn is_charge(claim: &Claim) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| claim.text.contains(word));
    claim.meaning == Meaning::HandlingFee
        && says(&["元"])
        && says(&["收取", "收缴", "征收", "实收"])
        && !says(&["免", "退", "应收", "标准", "未", "不"])
}

/// The finding on two statements; the first is where to look first.
fn finding(context: &Context<'_>, [one, other]: [&Said<'_>; 2], because: String) -> Finding {
    let (first, second) = (one.claim, other.claim);
    let title = format!("正文前后不同：{}，{}", quote(&first.text), quote(&second.text));
    context
        .on_spans([first.span, second.span], title)
        .because(because)
        .todo("请核对台账，两处改为一致；范围或时间不同的，请写明")
}
