//! An equation as a clerk reads it: one line when short, a folded list when long.

use crate::view::cells::sign;
use jiaohe::wire::{CellName, Equation, Heading, Term};

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

/// The terms' names as short as this equation allows: without whatever all of them share, row or column, where the
/// equation's label names it already.
pub(crate) fn short_names(equation: &Equation) -> Vec<String> {
    let terms = || equation.left.iter().chain(&equation.right);
    let shared = |heading: fn(&CellName) -> &Heading| {
        let mut all = terms().map(|term| term.cell.as_ref().map(heading));
        let first = all.next().flatten();
        first.is_some_and(|first| {
            equation.label.contains(&first.name)
                && all.all(|other| other.is_some_and(|other| other.id == first.id))
        })
    };
    let (one_row, one_column) = (shared(|cell| &cell.row), shared(|cell| &cell.column));
    let name = |term: &Term| match &term.cell {
        None => term.label.clone(),
        Some(cell) if one_row => cell.column.name.clone(),
        Some(cell) if one_column => cell.row.name.clone(),
        Some(cell) => format!("{}·{}", cell.row.name, cell.column.name),
    };
    terms().map(name).collect()
}

/// Whether a value is nothing or zero.
fn is_zero(value: &str) -> bool {
    value.chars().all(|digit| matches!(digit, '0' | '.'))
}

#[cfg(test)]
mod tests {
    use super::{fold, is_long, short_names, typed};
    use jiaohe::wire::{CellName, Equation, Heading, Sign, TableKind, Term};

    /// A cell of table 3 by the names of its row and column.
    fn cell(row: &str, column: &str) -> CellName {
        let heading = |name: &str| Heading { id: name.into(), name: name.into() };
        let (row, column) = (heading(row), heading(column));
        CellName { id: format!("t3.{}.{}", row.id, column.id), table: TableKind::Table3, row, column }
    }

    fn equation(left: &[&str], right: &[&str], values: [&str; 2]) -> Equation {
        let term = |value: &&str| Term {
            sign: Sign::Plus,
            cell: Some(cell("x", value)),
            label: String::new(),
            value: (*value).to_owned(),
            place: None,
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
        for (term, row) in balance.left.iter_mut().zip(["本年新收", "（七）总计"]) {
            term.cell = Some(cell(row, "自然人"));
        }
        balance.right[0].cell = Some(cell("结转下年度", "自然人"));
        assert_eq!(short_names(&balance), ["本年新收", "（七）总计", "结转下年度"]);
        balance.right[0].cell = Some(cell("结转下年度", "总计"));
        assert_eq!(short_names(&balance), ["本年新收·自然人", "（七）总计·自然人", "结转下年度·总计"]);
        balance.right[0].cell = None;
        balance.right[0].label = "正文".into();
        assert_eq!(short_names(&balance), ["本年新收·自然人", "（七）总计·自然人", "正文"]);
    }

    #[test]
    fn a_row_named_by_the_label_is_not_repeated() {
        let mut row = equation(&["3", "1"], &["5"], ["4", "5"]);
        row.label = "「（一）予以公开」一行：各类申请人之和＝总计".into();
        for (term, column) in row.left.iter_mut().chain(&mut row.right).zip(["自然人", "商业企业", "总计"])
        {
            term.cell = Some(cell("（一）予以公开", column));
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
