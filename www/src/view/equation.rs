//! An equation as a clerk reads it: one line when short, a folded list when long.

use crate::view::cells::sign;
use jiaohe::wire::{Equation, Term};

/// Sides with more terms than this are folded into a list.
const LONG: usize = 4;

/// Whether an equation is drawn as a list.
pub(crate) fn is_long(equation: &Equation) -> bool {
    equation.left.len() > LONG || equation.right.len() > LONG
}

/// Splits terms into those worth a row and the number of zero ones that are folded away.
pub(crate) fn fold(terms: &[Term]) -> (Vec<&Term>, usize) {
    let shown: Vec<_> = terms.iter().filter(|term| !is_zero(&term.value)).collect();
    let folded = terms.len() - shown.len();
    (shown, folded)
}

/// The non-zero terms as they would be typed: `3+1+1=5`.
pub(crate) fn typed(equation: &Equation) -> String {
    let side = |terms: &[Term], value: &str| {
        let (shown, _) = fold(terms);
        if shown.is_empty() {
            return value.to_owned();
        }
        let mut text = String::new();
        for (index, term) in shown.into_iter().enumerate() {
            if index > 0 || sign(term) == "－" {
                text.push_str(if sign(term) == "－" { "-" } else { "+" });
            }
            text.push_str(&term.value);
        }
        if text == value { text } else { format!("{text}={value}") }
    };
    let left = side(&equation.left, &equation.left_value);
    let right = side(&equation.right, &equation.right_value);
    if equation.holds {
        if left.contains('=') { left } else { format!("{left}={right}") }
    } else {
        format!("{left}≠{right}")
    }
}

/// Whether the equation's label says more than the names of its terms.
pub(crate) fn needs_label(equation: &Equation) -> bool {
    !equation.label.is_empty()
        && (is_long(equation) || !short_names(equation).iter().any(|name| name.contains('·')))
}

/// The terms' names as short as this equation allows: the form's own words, without quotes, numbering, and whatever all
/// of them share, row or column, where the equation's label names it already.
pub(crate) fn short_names(equation: &Equation) -> Vec<String> {
    let labels: Vec<_> = equation.left.iter().chain(&equation.right).map(|term| split(&term.label)).collect();
    let said = |part: &str| !part.is_empty() && equation.label.contains(part);
    let one_row = labels.first().is_some_and(|(first, _)| {
        said(first) && labels.iter().all(|(row, column)| row == first && !column.is_empty())
    });
    let one_column = labels
        .first()
        .is_some_and(|(_, first)| said(first) && labels.iter().all(|(_, other)| other == first));
    let name = |(row, column): &(&str, &str)| match (one_row, one_column || column.is_empty()) {
        (true, _) => (*column).to_owned(),
        (false, true) => unnumbered(row).to_owned(),
        (false, false) => format!("{}·{column}", unnumbered(row)),
    };
    labels.iter().map(name).collect()
}

/// 「row」column or column「row」 → row, column; anything else stays whole.
fn split(label: &str) -> (&str, &str) {
    let parts = label.split_once('「').and_then(|(before, rest)| Some((before, rest.rsplit_once('」')?)));
    match parts {
        Some(("", (row, column)) | (column, (row, ""))) => (row, column.trim()),
        _ => (label, ""),
    }
}

/// Without 一、 (（一） and 1. tell rows apart within their group and stay), and without what every row counts.
fn unnumbered(row: &str) -> &str {
    let row = row.strip_suffix("政府信息公开申请数量").unwrap_or(row);
    match row.split_once('、') {
        Some((number, name)) if number.chars().all(|letter| "一二三四五六七八九十".contains(letter)) => {
            name
        }
        _ => row,
    }
}

/// Whether a value is nothing or zero.
fn is_zero(value: &str) -> bool {
    value.chars().all(|digit| matches!(digit, '0' | '.'))
}

#[cfg(test)]
mod tests {
    use super::{fold, is_long, short_names, typed};
    use jiaohe::wire::{Equation, Operator, Term};

    fn equation(left: &[&str], right: &[&str], values: [&str; 2]) -> Equation {
        let term = |value: &&str| Term {
            operator: Operator::Plus,
            cell: format!("t3.x.{value}"),
            label: String::new(),
            value: (*value).to_owned(),
            anchor: None,
        };
        Equation {
            rule: "table3/columns".into(),
            label: String::new(),
            left: left.iter().map(term).collect(),
            right: right.iter().map(term).collect(),
            left_value: values[0].into(),
            right_value: values[1].into(),
            holds: values[0] == values[1],
        }
    }

    #[test]
    fn a_long_sum_folds_its_zero_rows() {
        let sum = equation(&["3", "0", "1", "0", "0", "1"], &["5"], ["5", "5"]);
        assert!(is_long(&sum));
        let (shown, folded) = fold(&sum.left);
        assert_eq!((shown.len(), folded), (3, 3));
        assert_eq!(typed(&sum), "3+1+1=5");
    }

    #[test]
    fn names_lose_what_the_equation_says_already() {
        let mut balance = equation(&["5", "9"], &["5"], ["14", "5"]);
        balance.label = "自然人列：本年新收＋上年结转".into();
        for (term, label) in balance.left.iter_mut().zip(["「一、本年新收」自然人", "「（七）总计」自然人"])
        {
            term.label = label.into();
        }
        balance.right[0].label = "「四、结转下年度」自然人".into();
        assert_eq!(short_names(&balance), ["本年新收", "（七）总计", "结转下年度"]);
        balance.right[0].label = "「四、结转下年度」总计".into();
        assert_eq!(short_names(&balance), ["本年新收·自然人", "（七）总计·自然人", "结转下年度·总计"]);
    }

    #[test]
    fn a_row_named_by_the_label_is_not_repeated() {
        let mut row = equation(&["3", "1"], &["5"], ["4", "5"]);
        row.label = "「（一）予以公开」一行：各类申请人之和＝总计".into();
        for (term, column) in row.left.iter_mut().chain(&mut row.right).zip(["自然人", "商业企业", "总计"])
        {
            term.label = format!("「（一）予以公开」{column}");
        }
        assert_eq!(short_names(&row), ["自然人", "商业企业", "总计"]);
    }

    #[test]
    fn both_sides_of_a_broken_balance_are_typed() {
        let balance = equation(&["5", "9"], &["5", "0"], ["14", "5"]);
        assert!(!is_long(&balance));
        assert_eq!(typed(&balance), "5+9=14≠5");
    }
}
