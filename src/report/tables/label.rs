//! The labels of the form in the shapes they are met in, and how a run of text is matched against them.

use crate::report::form::{
    APPLICANTS, ARTICLE, Block4, CONTENT, Column3, Group3, LITIGATION, NOTE, ORGANISATIONS, Outcome4,
    RESULTS, Row2, Row3,
};
use crate::text::compact;

/// A text reduced to what labels are compared by: letters, digits and Han characters.
pub(super) fn key(text: &str) -> String {
    let mut key = compact(text);
    key.retain(is_of_key);
    key
}

fn is_of_key(char: char) -> bool {
    matches!(char, '\u{4E00}'..='\u{9FFF}') || char.is_alphanumeric()
}

/// A label without the notes in brackets that local templates print behind it. The end of a note may be missing: the
/// numbers stand at half the height of a label that takes several lines.
pub(super) fn without_notes(text: &str) -> String {
    let mut rest = compact(text);
    let noted = |rest: &str| rest.ends_with(')') || rest.rfind('(') > rest.rfind(')');
    while noted(&rest) {
        let Some(open) = rest.rfind('(').filter(|open| *open > 0) else { break };
        rest.truncate(open);
    }
    rest.retain(is_of_key);
    rest
}

/// The row of table 3 whose label the run ends with. 其他 and 总计 alone are column headings until results have begun.
pub(super) fn row3(run: &str, results_begun: bool) -> Option<Row3> {
    let ending = Row3::ALL.into_iter().filter_map(|row| Some((row, row.ends(run)?)));
    let best = ending.max_by_key(|(_, length)| *length).map(|(row, _)| row);
    best.or_else(|| {
        let named = Row3::ALL.into_iter().find(|row| row.ends_as_heading(run));
        named.filter(|_| results_begun && !ends_in_headings(run))
    })
}

/// Whether a run that ends with 其他 or 总计 ends with headings of columns, as they stand again behind a page break.
fn ends_in_headings(run: &str) -> bool {
    let (other, total) = (Column3::OtherOrg.label(), Column3::Total.label());
    let mut rest = run;
    while let Some(shorter) = rest.strip_suffix(other).or_else(|| rest.strip_suffix(total)) {
        rest = shorter;
    }
    let neighbours =
        Column3::ALL.into_iter().map(Column3::label).filter(|label| ![other, total].contains(label));
    neighbours.chain([ORGANISATIONS.words]).any(|heading| rest.ends_with(heading))
}

/// Text that is a heading or a group label of one of the tables, and so never a value.
pub(super) fn is_label(key: &str) -> bool {
    key.starts_with(ARTICLE)
        || key.contains(NOTE)
        || [CONTENT, APPLICANTS, ORGANISATIONS, RESULTS, LITIGATION].iter().any(|label| label.is(key))
        || Group3::ALL.iter().any(|group| group.words().is(key))
        || Column3::ALL.iter().any(|column| column.words().is(key))
        || Block4::ALL.iter().any(|block| block.words().is(key))
        || Outcome4::ALL.iter().any(|outcome| outcome.words().is(key))
        || row3(key, true).is_some()
        || row2(key).is_some()
}

/// The row of table 2 whose label the run ends with.
pub(super) fn row2(run: &str) -> Option<Row2> {
    Row2::ALL.into_iter().find(|row| run.ends_with(row.words().words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_known_by_the_forms_own_label() {
        for row in Row3::ALL {
            assert_eq!(row3(&key(row.label()), true), Some(row), "{}", row.label());
            assert_eq!(format!("{}{}", row.words().number, row.words().words), key(row.label()));
        }
        for row in Row2::ALL {
            assert_eq!(row2(&key(row.label())), Some(row), "{}", row.label());
        }
    }

    #[test]
    fn notes_behind_a_label_do_not_hide_it() {
        assert_eq!(row2(&without_notes("规章（设区的市、自治州人民政府应提供相关数据）")), Some(Row2::Rules));
        assert_eq!(row3(&without_notes("（二）部分公开（区分处理的）"), true), Some(Row3::Partial));
        assert_eq!(without_notes("（一）予以公开"), "一予以公开");
        assert_eq!(row2(&without_notes("规 章（设区的市、自治")), Some(Row2::Rules));
    }

    #[test]
    fn column_headings_are_no_rows_before_results() {
        assert_eq!(row3("法人或其他组织总计", false), None);
        assert_eq!(row3("其他", false), None);
        assert_eq!(row3("社会公益组织法律服务机构其他", true), None);
        assert_eq!(row3("社会公益组织法律服务机构其他总计", true), None);
        assert_eq!(row3("总计", true), Some(Row3::Total));
    }
}
