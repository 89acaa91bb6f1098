use super::prose;
use crate::document::{LineId, Span};
use crate::rules::{Certainty, Context, Finding, Judgement, Severity, regulation};
use crate::text::Folded;

declare_rule! {
    /// 正文没有公民身份号码、个人手机号、银行卡号。办公电话、公务邮箱、已遮挡的号码不在此列。
    ///
    /// ## 为什么
    /// 报告向全社会公开，申请人的个人信息不得出现；手机号是对外公布的办公联系方式的，确认后可以保留。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 第一部分写到：申请人（公民身份号码11010519491231002X）的申请已答复。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 第一部分写到：联系电话：0633-7281234，申请人电话138****1234。
    /// ```
    "text/personal_data", "个人信息",
    severity: Error,
    basis: [regulation("第十五条：涉及个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开")],
    check: check,
}

#[expect(clippy::unnecessary_wraps, reason = "it is what every check gives back")]
fn check(context: &Context<'_>) -> Judgement {
    let mut findings: Vec<Finding> = Vec::new();
    for finding in prose(context.report).flat_map(|(line, text)| of_line(context, line, text)) {
        // Several of a paragraph are told once.
        match findings.iter_mut().find(|known| known.title == finding.title) {
            Some(known) => known.places.extend(finding.places),
            None => findings.push(finding),
        }
    }
    Ok(findings)
}

/// How far before a number the words that explain it may stand.
const NEAR: usize = 14;

fn of_line(context: &Context<'_>, line: LineId, text: &str) -> Vec<Finding> {
    // Only lines with long numbers are worth folding. A blank between two digits stays one.
    if !has_long_number(text) {
        return Vec::new();
    }
    let folded = Folded::new(text);
    let chars = folded.chars();
    let mut findings = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = chars.get(at..).unwrap_or_default();
        let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
        if digits == 0 {
            at += 1;
            continue;
        }
        let length = digits + usize::from(digits == 17 && matches!(rest.get(17), Some('X' | 'x')));
        let number = rest.get(..length).unwrap_or_default();
        let before: String = chars.get(at.saturating_sub(NEAR)..at).unwrap_or_default().iter().collect();
        let next = rest.get(length).copied().unwrap_or(' ');
        let part_of_code =
            before.ends_with(|c: char| c.is_ascii_alphanumeric()) || next.is_ascii_alphanumeric();
        if !part_of_code {
            let origin = folded.origin_of_chars(at..at + length);
            let span = Span::new(line, origin.start, origin.end);
            findings.extend(finding(context, span, number, &before));
        }
        at += length;
    }
    findings
}

/// Digits of the shortest number that is told.
const SHORTEST: usize = 11;

fn has_long_number(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|c| {
        run = if matches!(c, '0'..='9' | '０'..='９') { run + 1 } else { 0 };
        run >= SHORTEST
    })
}

fn finding(context: &Context<'_>, span: Span, number: &[char], before: &str) -> Option<Finding> {
    if number.len() < SHORTEST {
        return None;
    }
    let place = context.paragraph(span.line);
    let near = |words: &[&str]| words.iter().any(|word| before.contains(word));
    if is_identity_number(number) {
        return Some(
            context
                .on_spans([span], format!("{place}有公民身份号码，须删去或遮挡"))
                .because("18 位数字的出生日期和校验码都符合公民身份号码的编码规则")
                .todo("请删去或遮挡"),
        );
    }
    let mobile = number.len() == 11
        && number.first() == Some(&'1')
        && number.get(1).is_some_and(|c| ('3'..='9').contains(c));
    if mobile {
        let office =
            near(&["电话", "联系", "热线", "手机", "咨询", "值班"]) && !near(&["申请人", "当事人", "公民"]);
        let what = if office { "请确认是办公电话" } else { "个人的须遮挡" };
        return Some(
            context
                .on_spans([span], format!("{place}有手机号码，{what}"))
                .at_most(if office { Severity::Hint } else { Severity::Warning })
                .because("个人手机号码属于个人信息；对外公布的办公联系方式除外")
                .todo("个人的删去或遮挡；办公的确认即可"),
        );
    }
    let card =
        (16..=19).contains(&number.len()) && luhn(number) && near(&["卡号", "账号", "帐号", "账户", "银行"]);
    card.then(|| {
        context
            .on_spans([span], format!("{place}有银行卡号，请确认是单位账户"))
            .at_most(Severity::Warning)
            .sure(Certainty::Check)
            .because("数字的位数和校验位符合银行卡号的编码规则")
            .todo("个人账户的删去；公布的缴费账户确认即可")
    })
}

/// GB 11643—1999: six digits of place, the date of birth, three of sequence, and a check character.
fn is_identity_number(number: &[char]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    if number.len() != 18 {
        return false;
    }
    let digits: Vec<u32> = number.iter().take(17).filter_map(|c| c.to_digit(10)).collect();
    let part =
        |from: usize, length: usize| digits.iter().skip(from).take(length).fold(0, |n, digit| n * 10 + digit);
    let born = (1900..2100).contains(&part(6, 4))
        && (1..=12).contains(&part(10, 2))
        && (1..=31).contains(&part(12, 2));
    let place = (11..=91).contains(&part(0, 2));
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = CHECKS.get((sum % 11) as usize).copied();
    digits.len() == 17 && born && place && number.last().map(char::to_ascii_uppercase) == check
}

/// The check digit of bank cards (ISO/IEC 7812).
fn luhn(number: &[char]) -> bool {
    let digits = number.iter().rev().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}
