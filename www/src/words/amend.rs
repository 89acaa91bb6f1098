//! Putting a misread cell right.

/// Button: open the box.
pub(crate) const AMEND: &str = "更正读数（F2）";
/// On the card of a finding.
pub(crate) const AMEND_CELL: &str = "更正读错的数字";
/// What was typed is no number.
pub(crate) const NO_NUMBER: &str = "请填一个数字，如 12 或 3.5；清空则恢复读出的内容。";
/// Heading of the line above the findings.
pub(crate) const HEADING: &str = "人工更正";
/// Button: take one back.
pub(crate) const UNDO: &str = "撤销更正";

/// Label of the box in a cell.
pub(crate) fn label(cell: &str, in_text: bool) -> String {
    let what = if in_text { "改为" } else { "报告上的数字" };
    format!("{cell}，{what}；回车确定，Esc 取消")
}

/// How many were put right.
pub(crate) fn count(count: usize) -> String {
    format!("{HEADING} {count} 处，只改读数，不改文件：")
}

/// One of them; one that does not count says so.
pub(crate) fn one(label: &str, from: &str, to: &str, counts: bool) -> String {
    let from = if from.is_empty() { "空白".to_owned() } else { format!("“{from}”") };
    let lapsed = if counts { "" } else { "（读出的内容已变，这一处更正失效）" };
    format!("{label} 读作{from}，更正为 {to}{lapsed}")
}

/// In the table, at a cell that was put right.
pub(crate) fn mark(from: &str) -> String {
    if from.is_empty() {
        "人工更正，原读作空白".into()
    } else {
        format!("人工更正，原读作“{from}”")
    }
}
