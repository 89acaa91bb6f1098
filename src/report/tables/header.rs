//! The order of the value columns, by their headings.

use super::token::Token;
use crate::report::form::{Column2, Column3, ORGANISATIONS};
use crate::sorted::sort_by_key;

/// A heading that was found: its column, its index in the stream, and the columns of the grid it stands over.
type Heading = (Column3, usize, Option<(u32, u32)>);

/// The order in which the columns of table 3 stand, by the cells before its first row. Headings that were torn apart
/// or left out say nothing, and the form's own order is taken; headings in another order say so; anything else cannot
/// be relied on.
pub(super) fn columns3(head: &[Token]) -> Result<Vec<Column3>, String> {
    let keys: Vec<(&str, Option<(u32, u32)>)> =
        head.iter().map(|token| (token.key.as_str(), token.columns)).collect();
    let mut found: Vec<Heading> = Vec::new();
    for (index, (key, columns)) in keys.iter().enumerate() {
        let column = Column3::ALL.into_iter().find(|column| column.label() == *key);
        if let Some(column) = column
            && !found.iter().any(|(known, ..)| *known == column)
        {
            found.push((column, index, *columns));
        }
    }
    if found.len() < Column3::ALL.len() {
        return standard_if_consistent(&found);
    }
    // In a grid the headings stand over their columns, unless the merged cells were lost on the way.
    let mut gridded: Vec<(u32, u32, Column3)> =
        found.iter().filter_map(|(column, _, at)| at.map(|(from, to)| (from, to, *column))).collect();
    sort_by_key(&mut gridded, |heading| *heading);
    let apart = gridded.windows(2).all(|pair| matches!(pair, [left, right] if left.1 <= right.0));
    if gridded.len() == Column3::ALL.len() && apart {
        return Ok(gridded.into_iter().map(|(.., column)| column).collect());
    }
    // Otherwise the upper row of headings comes first: 自然人, 法人或其他组织, 总计; the lower row fills the middle.
    // A converter may move a heading into another row, so only three that stand side by side say what their order is.
    let at =
        |wanted: Column3| found.iter().find(|(column, ..)| *column == wanted).map(|(_, index, _)| *index);
    let group = keys.iter().position(|(key, _)| ORGANISATIONS.is(key));
    let (Some(person), Some(total), Some(group)) = (at(Column3::Person), at(Column3::Total), group) else {
        return Ok(Column3::ALL.to_vec());
    };
    let mut upper = [(person, Some(Column3::Person)), (group, None), (total, Some(Column3::Total))];
    sort_by_key(&mut upper, |heading| *heading);
    let [(first, _), _, (last, _)] = upper;
    let side_by_side = head.get(first + 1..=last).is_some_and(|between| {
        let headings = between.iter().filter(|token| !token.key.is_empty()).count();
        headings == 2 && !between.iter().any(|token| token.starts_row)
    });
    if !side_by_side {
        return Ok(Column3::ALL.to_vec());
    }
    let mut lower: Vec<(usize, Column3)> =
        Column3::ORGANISATIONS.iter().filter_map(|&column| Some((at(column)?, column))).collect();
    sort_by_key(&mut lower, |heading| *heading);
    let organisations: Vec<Column3> = lower.into_iter().map(|(_, column)| column).collect();
    Ok(upper
        .into_iter()
        .flat_map(|(_, column)| column.map_or_else(|| organisations.clone(), |c| vec![c]))
        .collect())
}

fn standard_if_consistent(found: &[Heading]) -> Result<Vec<Column3>, String> {
    let gridded: Vec<(u32, Column3)> =
        found.iter().filter_map(|(column, _, at)| at.map(|(from, _)| (from, *column))).collect();
    let in_order = gridded.windows(2).all(|pair| match pair {
        [a, b] => (a.0 < b.0) == (a.1 < b.1),
        _ => true,
    });
    if in_order {
        Ok(Column3::ALL.to_vec())
    } else {
        Err("表三的列标题不全，且顺序与规定格式不同，不能确定各列是什么。".into())
    }
}

/// The order in which columns of table 2 stand, by words of their headings; the form's own where not all are found.
pub(super) fn columns2(tokens: &[Token], columns: &[Column2]) -> Vec<Column2> {
    const LONGEST_HEADING: usize = 14;
    let mut order: Vec<Column2> = Vec::new();
    for token in tokens {
        let key = token.key.as_str();
        if !key.contains('数') || key.chars().count() > LONGEST_HEADING {
            continue;
        }
        let named = columns.iter().find(|column| !column.core().is_empty() && key.contains(column.core()));
        if let Some(&column) = named
            && !order.contains(&column)
        {
            order.push(column);
        }
    }
    if order.len() == columns.len() { order } else { columns.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::columns3;
    use crate::document::{Builder, Format};
    use crate::report::form::Column3;
    use crate::report::tables::token;

    fn order(lines: &[&str]) -> Vec<Column3> {
        let mut builder = Builder::new(Format::Text);
        for line in lines {
            builder.paragraph(*line, None);
        }
        columns3(&token::stream(&builder.finish())).unwrap_or_default()
    }

    #[test]
    fn a_heading_moved_to_another_row_changes_nothing() {
        let moved = [
            "\t\t申请人情况\t\t\t总计",
            "\t\t自然人\t法人或其他组织\t\t",
            "\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他",
        ];
        assert_eq!(order(&moved), Column3::ALL);
    }

    #[test]
    fn headings_side_by_side_in_another_order_are_followed() {
        let swapped = [
            "\t\t申请人情况",
            "\t\t总计\t自然人\t法人或其他组织",
            "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他",
        ];
        assert_eq!(order(&swapped).first(), Some(&Column3::Total));
        assert_eq!(order(&swapped).get(1), Some(&Column3::Person));
    }
}
