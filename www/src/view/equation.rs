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

/// Whether a value is nothing or zero.
fn is_zero(value: &str) -> bool {
    value.chars().all(|digit| matches!(digit, '0' | '.'))
}

#[cfg(test)]
mod tests {
    use super::{fold, is_long, typed};
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
    fn both_sides_of_a_broken_balance_are_typed() {
        let balance = equation(&["5", "9"], &["5", "0"], ["14", "5"]);
        assert!(!is_long(&balance));
        assert_eq!(typed(&balance), "5+9=14≠5");
    }
}
