//! The case language in a clerk's words: the labels of the form and plain statements. The examples in the catalogue of rules
//! are written so; each statement stands for edits (see [`crate::edit`]).
//!
//! ```text
//! 镇的报告                                    the report to start from; 县, 部门 or 市
//! 其余各格：0                                 tables 2 to 4 hold nothing else
//! 单位：柳林镇人民政府                         also 年度, 标题, 开头
//! 表格版式：2019 年
//! 表三「（一）予以公开」：自然人 30，总计 33     cells of a row; 空白 empties one
//! 表二「行政许可」：若干                        the only cell of a row
//! 第六部分：无。                               all of its prose
//! 第一部分写到：全年收到申请3件。               a paragraph more
//! 　又一段                                    one more of the same
//! 第五部分标题：5、存在的问题
//! 没有第六部分                                also 没有表四
//! 上年报告：表二「行政许可」：1200              any statement on last year's report
//! 青山镇人民政府的报告：表二「行政许可」：100    on the report of a unit, or of 其余单位
//! ```

use crate::form::{self, BLOCKS, COLUMNS, Edition, NUMERALS, OUTCOMES};

/// The edits that statements stand for, a line each.
///
/// # Errors
/// The statement that is not understood.
pub fn edits(statements: &str) -> Result<String, String> {
    let mut whole: Vec<String> = Vec::new();
    for line in statements.lines() {
        match (line.strip_prefix('　'), whole.last_mut()) {
            (Some(paragraph), Some(last)) => last.push_str(&format!(" / {}", paragraph.trim())),
            _ => whole.push(line.to_owned()),
        }
    }
    let edits =
        whole.iter().map(|line| statement(line).ok_or_else(|| format!("`{line}`: no statement of a clerk")));
    Ok(edits.collect::<Result<Vec<_>, _>>()?.concat().join("\n"))
}

fn statement(line: &str) -> Option<Vec<String>> {
    let bases = [("镇", "town"), ("县", "county"), ("部门", "department"), ("市", "city")];
    if let Some((_, base)) = bases.iter().find(|(body, _)| line == format!("{body}的报告")) {
        return Some(vec![format!("base = {base}")]);
    }
    if let Some(what) = line.strip_prefix("没有") {
        let section = section(what).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number);
        let table = table(what).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number);
        let what = section.map(|number| format!("section {number}"));
        return Some(vec![format!("drop {}", what.or(table.map(|number| format!("table {number}")))?)]);
    }
    if let Some((number, rest)) = table(line) {
        return cells(number, rest);
    }
    let (what, value) = line.split_once('：')?;
    let simple = [("单位", "organ"), ("年度", "year"), ("标题", "title"), ("开头", "preface")];
    if let Some((_, target)) = simple.iter().find(|(word, _)| *word == what) {
        return Some(vec![format!("{target} = {value}")]);
    }
    if let Some((number, rest)) = section(what) {
        return Some(vec![match rest {
            "" => format!("prose {number} = {value}"),
            "写到" => format!("prose {number} += {value}"),
            "标题" => format!("heading {number} = {value}"),
            _ => return None,
        }]);
    }
    let of = |whose: &str| Some(statement(value)?.iter().map(|edit| format!("{whose} | {edit}")).collect());
    match (what, what.strip_suffix("的报告")) {
        ("其余各格", _) => (value == "0").then(|| vec!["zeros everywhere".to_owned()]),
        ("表格版式", _) => Some(vec![format!("edition = {}", value.strip_suffix(" 年")?)]),
        ("上年报告", _) => of("previous"),
        (_, Some("其余单位")) => of("rest"),
        (_, Some(unit)) => of(&format!("unit {unit}")),
        _ => None,
    }
}

/// 第六部分… as 6 and what follows.
fn section(text: &str) -> Option<(usize, &str)> {
    let text = text.strip_prefix('第')?;
    let (at, rest) = NUMERALS.iter().enumerate().find_map(|(at, n)| Some((at, text.strip_prefix(n)?)))?;
    Some((at + 1, rest.strip_prefix("部分")?))
}

/// 表三… as 3 and what follows.
fn table(text: &str) -> Option<(usize, &str)> {
    let text = text.strip_prefix('表')?;
    let (at, rest) = NUMERALS.iter().enumerate().find_map(|(at, n)| Some((at, text.strip_prefix(n)?)))?;
    Some((at + 1, rest))
}

/// 「行」：列 值，列 值.
fn cells(table: usize, text: &str) -> Option<Vec<String>> {
    let (label, values) = text.strip_prefix('「')?.split_once("」：")?;
    let row = row(table, label)?;
    let edit = |part: &str| {
        let (column, value) = match row.as_slice() {
            [(column, _)] => (column.as_str(), part),
            _ => part.rsplit_once(' ')?,
        };
        let (_, id) = row.iter().find(|(known, _)| known == column)?;
        Some(format!("{id} = {}", if value == "空白" { "(blank)" } else { value }))
    };
    values.split('，').map(edit).collect()
}

/// The cells of a row by its label: heading of the column and id.
fn row(table: usize, label: &str) -> Option<Vec<(String, String)>> {
    let named = |columns: &[(&str, &str)], row: String| -> Vec<(String, String)> {
        columns.iter().map(|(id, head)| ((*head).to_owned(), format!("{row}.{id}"))).collect()
    };
    match table {
        2 => form::table2(Edition::F2021).into_iter().find_map(|block| {
            let (_, ids) = block.rows.into_iter().find(|(known, _)| *known == label)?;
            Some(block.heads.iter().map(|head| (*head).to_owned()).zip(ids).collect())
        }),
        3 => {
            let row = form::rows(Edition::F2021).into_iter().find(|row| row.label == label)?;
            Some(named(&COLUMNS, format!("t3.{}", row.id)))
        }
        4 => {
            let (id, _) = BLOCKS.iter().find(|(_, known)| *known == label)?;
            Some(named(&OUTCOMES, format!("t4.{id}")))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn statements_stand_for_edits() {
        let statements = "镇的报告\n其余各格：0\n表三「（一）予以公开」：自然人 30，总计 空白\n表二「行政许可」：若干\n\
             第一部分：甲。\n　乙。\n没有表四\n没有第六部分\n上年报告：第五部分写到：丙。\n甲局的报告：表四「行政复议」：总计 1";
        let due = "base = town\nzeros everywhere\nt3.open.person = 30\nt3.open.total = (blank)\nt2.permits = 若干\n\
             prose 1 = 甲。 / 乙。\ndrop table 4\ndrop section 6\nprevious | prose 5 += 丙。\nunit 甲局 | t4.review.total = 1";
        assert_eq!(edits(statements).as_deref(), Ok(due));
        for unknown in
            ["t2.permits = 3", "表三「予以」：自然人 3", "第七部分：无", "没有意义", "其余各格：1", ""]
        {
            assert!(edits(unknown).is_err() || unknown.is_empty(), "{unknown}");
        }
    }
}
