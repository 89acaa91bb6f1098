//! Two years of one body.

use super::{Known, sentences};
use crate::document::Span;
use crate::report::Report;
use crate::report::form::{CellId, Column2, Column3, Row2, Row3};
use crate::sorted;
use crate::text::Decimal;
use crate::wire;
use std::collections::BTreeSet;

/// The values of two years and how much of the prose is the same; each report comes with its file's name.
pub(super) fn side_by_side(
    (previous, previous_file): (&Known, &str),
    (current, current_file): (&Known, &str),
) -> wire::Years {
    let values = current.values.iter().filter_map(|(&cell, &now)| {
        let before = previous.value(cell)?;
        (!before.is_zero() || !now.is_zero()).then(|| wire::YearValue {
            cell: cell.to_string(),
            label: cell.label(),
            previous: before.to_string(),
            current: now.to_string(),
            change: (now - before).to_string(),
        })
    });
    let known = shapes(previous);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let copied = |sentences: &[String]| {
        count(sentences.iter().filter(|sentence| known.contains(&shape(sentence))).count())
    };
    wire::Years {
        organ: current.name.clone(),
        year: current.year,
        previous: previous_file.to_owned(),
        current: current_file.to_owned(),
        checks: checks(previous, current),
        values: values.collect(),
        copied: copied(&current.sentences),
        sentences: count(current.sentences.len()),
        sections: sections(current, &copied),
    }
}

/// What one year leaves to the next: requests carried over, column by column, and the stock of documents.
fn checks(previous: &Known, current: &Known) -> Vec<wire::YearCheck> {
    let check = |cell: CellId, label: String, due: Option<Decimal>| {
        let (due, now) = (due?, current.value(cell)?);
        let says = !(due.is_zero() && now.is_zero());
        let (cell, holds) = (cell.to_string(), due == now);
        says.then(|| wire::YearCheck { cell, label, due: due.to_string(), current: now.to_string(), holds })
    };
    let carried = Column3::ALL.into_iter().filter_map(|column| {
        let label = format!("上年结转（{}）＝上年报告的结转下年度", column.name());
        check(
            CellId::T3(Row3::CarriedIn, column),
            label,
            previous.value(CellId::T3(Row3::CarriedOut, column)),
        )
    });
    let stock = [Row2::Rules, Row2::Documents].into_iter().filter_map(|row| {
        let cell = |column| CellId::T2(row, column);
        let in_force = cell(Column2::InForce);
        let change = |column| current.value(cell(column));
        let due = previous.value(in_force).zip(change(Column2::Issued)).zip(change(Column2::Repealed));
        let label = format!("{}现行有效＝上年现行有效＋本年制发－本年废止", in_force.row_label());
        check(in_force, label, due.map(|((before, issued), repealed)| before + issued - repealed))
    });
    stock.chain(carried).collect()
}

/// How much of each section was copied.
fn sections(current: &Known, copied: &dyn Fn(&[String]) -> u32) -> Vec<wire::SectionCopied> {
    let mut from = 0;
    let mut sections = Vec::new();
    for (number, &sentences) in (1..).zip(&current.parts) {
        let to = from + sentences as usize;
        let own = current.sentences.get(from..to).unwrap_or_default();
        if !own.is_empty() {
            sections.push(wire::SectionCopied { number, copied: copied(own), sentences });
        }
        from = to;
    }
    sections
}

/// Sentences of a report that stand in last year's report too.
#[derive(Debug, Clone, Default)]
pub(crate) struct Copied {
    /// How many sentences were compared.
    pub(crate) compared: usize,
    /// Those that are the same but for their numbers.
    pub(crate) same: Vec<Span>,
    /// Those among them that are the same with their numbers, and have some that are no year.
    pub(crate) with_numbers: Vec<Span>,
}

/// Which sentences of a report stand in last year's too.
pub(crate) fn copied(report: &Report<'_>, previous: &Known) -> Copied {
    let exact = sorted::set(previous.sentences.iter().map(String::as_str));
    let known = shapes(previous);
    let mut copied = Copied::default();
    for (sentence, span) in sentences(report) {
        copied.compared += 1;
        if !known.contains(&shape(&sentence)) {
            continue;
        }
        copied.same.push(span);
        if exact.contains(sentence.as_str()) && counts(&sentence) {
            copied.with_numbers.push(span);
        }
    }
    copied
}

fn shapes(report: &Known) -> BTreeSet<String> {
    sorted::set(report.sentences.iter().map(|sentence| shape(sentence)))
}

/// A sentence with every number replaced, so that this year's 12件 is the same as last year's 9件.
fn shape(sentence: &str) -> String {
    let mut shape = String::with_capacity(sentence.len());
    for c in sentence.chars() {
        if !c.is_ascii_digit() {
            shape.push(c);
        } else if !shape.ends_with('#') {
            shape.push('#');
        }
    }
    shape
}

/// Whether a sentence has a number that is neither 0 nor a year nor part of a document's number or title.
fn counts(sentence: &str) -> bool {
    let mut depth = 0_u32;
    let mut digits = String::new();
    for c in sentence.chars().chain(['。']) {
        match c {
            '《' | '[' | '(' => depth += 1,
            '》' | ']' | ')' => depth = depth.saturating_sub(1),
            _ if c.is_ascii_digit() && depth == 0 => {
                digits.push(c);
                continue;
            }
            _ => {}
        }
        let counted = "件条份次个篇期万人起家宗".contains(c);
        if counted && !digits.trim_start_matches('0').is_empty() {
            return true;
        }
        digits.clear();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_no_year_and_no_document_number() {
        assert!(counts("全年共公开信息312条。"));
        assert!(!counts("按照国办公开办函[2021]30号要求，2023年继续开展0次评议。"));
        assert!(!counts("落实《2023年要点》(共12条)。"));
        assert_eq!(shape("2023年收到12件"), shape("2022年收到9件"));
    }
}
