//! What an expression comes to on a report.

use super::{Number, Order, Sign, Source, Truth};
use crate::report::Report;
use crate::report::form::SectionKind;
use crate::text::{Decimal, compact};

/// What a report holds or says, with the words for what was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Said {
    /// Whether it holds; else why that cannot be said.
    pub(in super::super) holds: Result<bool, String>,
    /// What was compared with what, or looked for where.
    pub(in super::super) because: Vec<String>,
}

/// What it comes to.
pub(in super::super) fn evaluate(truth: &Truth, report: &Report<'_>) -> Said {
    let mut because = Vec::new();
    let holds = self::truth(truth, report, &mut because);
    Said { holds, because }
}

fn truth(truth: &Truth, report: &Report<'_>, because: &mut Vec<String>) -> Result<bool, String> {
    match truth {
        Truth::Compare(one, order, other) => compare(one, *order, other, report, because),
        Truth::Contains(source, phrase) => {
            let found = text(*source, report)?.contains(&compact(phrase));
            let has = if found { "有" } else { "没有" };
            because.push(format!("{}{has}“{phrase}”", name(*source)));
            Ok(found)
        }
        Truth::Not(one) => self::truth(one, report, because).map(|holds| !holds),
        Truth::And(one, other) => both(one, other, false, report, because),
        Truth::Or(one, other) => both(one, other, true, report, because),
    }
}

/// Two of which one decides if it is `decisive`, whatever the other is.
fn both(
    one: &Truth,
    other: &Truth,
    decisive: bool,
    report: &Report<'_>,
    because: &mut Vec<String>,
) -> Result<bool, String> {
    let one = truth(one, report, because);
    if one == Ok(decisive) {
        return one;
    }
    let other = truth(other, report, because);
    if other == Ok(decisive) { other } else { one.and(other) }
}

fn compare(
    one: &Number,
    order: Order,
    other: &Number,
    report: &Report<'_>,
    because: &mut Vec<String>,
) -> Result<bool, String> {
    let (left, right) = (value(one, report)?, value(other, report)?);
    let holds = match order {
        Order::Equal => left == right,
        Order::Unequal => left != right,
        Order::Less => left < right,
        Order::AtMost => left <= right,
        Order::More => left > right,
        Order::AtLeast => left >= right,
    };
    because.push(format!("{}；{}", spelt(one, left, report), spelt(other, right, report)));
    Ok(holds)
}

fn value(number: &Number, report: &Report<'_>) -> Result<Decimal, String> {
    match number {
        Number::Literal(value) => Ok(*value),
        Number::Cell(cell) => report
            .tables
            .value(*cell)
            .ok_or_else(|| format!("{}{}没有读出", cell.table().name(), cell.name())),
        Number::Year => {
            report.year.map(|year| u32::from(year).into()).ok_or_else(|| "年度没有读出".to_owned())
        }
        Number::Minus(one) => value(one, report).map(|value| -value),
        Number::Join(one, sign, other) => {
            let (one, other) = (value(one, report)?, value(other, report)?);
            match sign {
                Sign::Plus => Ok(one + other),
                Sign::Minus => Ok(one - other),
                Sign::Times => product(one, other).ok_or_else(|| "乘积太大".to_owned()),
            }
        }
    }
}

fn product(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (a, b) = (one.decimals(), other.decimals());
    let mantissa = one.times_ten_to(a)?.checked_mul(other.times_ten_to(b)?)?;
    Decimal::new(mantissa, a.checked_add(b)?)
}

/// A number with what it is made of: 表三「本年新收」总计 5 ＋ 2 ＝ 7.
fn spelt(number: &Number, value: Decimal, report: &Report<'_>) -> String {
    let words = words(number, report);
    match number {
        Number::Join(..) | Number::Minus(_) => format!("{words} ＝ {value}"),
        _ => words,
    }
}

fn words(number: &Number, report: &Report<'_>) -> String {
    match number {
        Number::Literal(value) => value.to_string(),
        Number::Cell(cell) => {
            let value = report.tables.value(*cell).map(|value| value.to_string()).unwrap_or_default();
            format!("{}{} {value}", cell.table().name(), cell.name())
        }
        Number::Year => report.year.map(|year| format!("年度 {year}")).unwrap_or_default(),
        Number::Minus(one) => format!("－{}", words(one, report)),
        Number::Join(one, sign, other) => {
            let inside = |number: &Number| match number {
                Number::Join(_, Sign::Plus | Sign::Minus, _) if *sign != Sign::Plus => {
                    format!("（{}）", words(number, report))
                }
                _ => words(number, report),
            };
            let first = if *sign == Sign::Times { inside(one) } else { words(one, report) };
            format!("{first} {} {}", sign.id(), inside(other))
        }
    }
}

fn name(source: Source) -> String {
    match source {
        Source::Whole => "全文".into(),
        Source::Title => "标题".into(),
        Source::Organ => "单位名称".into(),
        Source::Section(number) => {
            let section = SectionKind::numbered(number).map_or("", SectionKind::numeral);
            format!("第{section}部分")
        }
    }
}

/// A text without its blanks.
fn text(source: Source, report: &Report<'_>) -> Result<String, String> {
    match source {
        Source::Whole => Ok(compact(&report.document.lines().join("\n"))),
        Source::Title => match &report.title {
            Some(title) => Ok(compact(&title.text)),
            None => Err("标题没有读出".into()),
        },
        Source::Organ if report.organ.name().is_empty() => Err("单位名称没有读出".into()),
        Source::Organ => Ok(report.organ.name().to_owned()),
        Source::Section(number) => {
            let prose = SectionKind::numbered(number).and_then(|kind| report.prose_of(kind));
            prose.map(str::to_owned).ok_or_else(|| format!("没有找到{}", name(source)))
        }
    }
}
