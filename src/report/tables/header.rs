//! The order of the value columns, by their headings.

use super::token::Token;
use crate::report::form::{Column3, Documents2};

/// The order in which the columns of table 3 stand, by the cells before its first row. Headings that were torn apart
/// or left out say nothing, and the form's own order is taken; headings in another order say so; anything else cannot
/// be relied on.
pub(super) fn columns3(head: &[Token]) -> Result<Vec<Column3>, String> {
    let keys: Vec<(&str, Option<(u32, u32)>)> =
        head.iter().map(|token| (token.key.as_str(), token.columns)).collect();
    let mut found: Vec<(Column3, usize, Option<(u32, u32)>)> = Vec::new();
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
    if found.iter().all(|(.., columns)| columns.is_some()) {
        found.sort_by_key(|(.., columns)| columns.map(|(from, _)| from));
        return Ok(found.into_iter().map(|(column, ..)| column).collect());
    }
    // Without a grid the upper row of headings comes first: 自然人, 法人或其他组织, 总计; the lower row fills the middle.
    let at =
        |wanted: Column3| found.iter().find(|(column, ..)| *column == wanted).map(|(_, index, _)| *index);
    let group = keys.iter().position(|(key, _)| *key == "法人或其他组织");
    let mut lower: Vec<(usize, Column3)> =
        Column3::ORGANISATIONS.into_iter().filter_map(|column| Some((at(column)?, column))).collect();
    lower.sort_unstable();
    let Some(group) = group else { return standard_if_consistent(&found) };
    let mut upper: Vec<(usize, Option<Column3>)> = vec![(group, None)];
    upper.extend([Column3::Person, Column3::Total].into_iter().filter_map(|c| Some((at(c)?, Some(c)))));
    upper.sort_unstable();
    let organisations: Vec<Column3> = lower.into_iter().map(|(_, column)| column).collect();
    Ok(upper
        .into_iter()
        .flat_map(|(_, column)| column.map_or_else(|| organisations.clone(), |c| vec![c]))
        .collect())
}

fn standard_if_consistent(found: &[(Column3, usize, Option<(u32, u32)>)]) -> Result<Vec<Column3>, String> {
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

/// The order of 本年制发件数, 本年废止件数, 现行有效件数 by the headings of table 2; the form's own where they are not found.
pub(super) fn documents2(tokens: &[Token]) -> Vec<Documents2> {
    let mut order: Vec<Documents2> = Vec::new();
    for token in tokens {
        let column = match token.key.as_str() {
            k if k.chars().count() > 14 => None,
            k if k.contains("制发") && k.contains("数") => Some(Documents2::Issued),
            k if k.contains("废止") && k.contains("数") => Some(Documents2::Repealed),
            k if k.contains("有效") && k.contains("数") => Some(Documents2::InForce),
            _ => None,
        };
        if let Some(column) = column
            && !order.contains(&column)
        {
            order.push(column);
        }
    }
    if order.len() == Documents2::ALL.len() { order } else { Documents2::ALL.to_vec() }
}
