//! The list of reports, and a report whose check has no result yet or none at all.

use crate::state::{Cause, Kind, Status};
use jiaohe::wire::{ErrorKind, Failure};

/// Heading of the list.
pub(crate) const HEADING: &str = "报告清单";
/// Column: where it stands in the whole list.
pub(crate) const NUMBER: &str = "序号";
/// Column: the body.
pub(crate) const BODY: &str = "单位";
/// Column: the year reported on.
pub(crate) const YEAR: &str = "年度";
/// Column: the file.
pub(crate) const FILE: &str = "文件";
/// Column: how it stands.
pub(crate) const STATUS: &str = "状态";
/// Column: the most important finding.
pub(crate) const FIRST: &str = "首个问题";
/// Column: what can be done with it.
pub(crate) const ACTIONS: &str = "操作";
/// Button: put body and year right.
pub(crate) const EDIT: &str = "更正";
/// Button: keep what was put right.
pub(crate) const SAVE: &str = "确定";
/// Button: take off the list, in a row.
pub(crate) const TAKE_OFF: &str = "移出";
/// Button: begin no further check.
pub(crate) const PAUSE: &str = "暂停";
/// Button: end all checks.
pub(crate) const STOP: &str = "全部取消";
/// Name of the bar.
pub(crate) const PROGRESS: &str = "已核对的份数";
/// Name of the choice of a kind.
pub(crate) const KIND: &str = "按状态筛选";
/// No kind chosen.
pub(crate) const ALL_KINDS: &str = "全部状态";
/// No year chosen.
pub(crate) const ALL_YEARS: &str = "全部年度";
/// Label of the search.
pub(crate) const SEARCH: &str = "查找单位、文件、问题";
/// Button: the report before in the list.
pub(crate) const BEFORE: &str = "上一份";
/// Button: the next report in the list.
pub(crate) const AFTER: &str = "下一份";
/// Button: stop waiting.
pub(crate) const CANCEL: &str = "取消";
/// Button: check again.
pub(crate) const RETRY: &str = "再试一次";
/// Button: take off the list.
pub(crate) const REMOVE: &str = "移出清单";
/// Button: take all off.
pub(crate) const CLEAR: &str = "清空";
/// Before all is taken off.
pub(crate) const CLEAR_ASK: &str = "确定清空？说明和修改不会保留";
/// After all was taken off.
pub(crate) const CLEARED: &str = "已清空，本页不再保留任何内容。";
/// Button: copy the diagnosis.
pub(crate) const COPY_DIAGNOSIS: &str = "复制诊断信息";
/// What the diagnosis holds.
pub(crate) const DIAGNOSIS_NOTE: &str = "诊断信息只含程序版本、步骤和程序内部位置，不含报告内容和文件名。";
/// After an unreadable file.
pub(crate) const UNTOUCHED: &str = "原文件未被修改，其他文件照常校核。";
/// The soft limit.
pub(crate) const SLOW: &str = "仍在读取，可取消。";
/// The text survives everything.
pub(crate) const KEPT: &str = "粘贴的文字仍保留在本页，可点“修改文字”查看。";
/// The address names a report that is not here.
pub(crate) const GONE: &str = "这份报告不在清单中。刷新或关闭页面后不留存任何内容，请重新粘贴或拖入。";

/// A kind of reports.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Failing => "不通过",
        Kind::Doubtful => "需核实",
        Kind::Partial => "部分核对",
        Kind::Foreign => "不是年度报告或未识别",
        Kind::Unreadable => "未能读取",
        Kind::Unfinished => "未完成",
        Kind::Clean => "未发现问题",
        Kind::Hinted => "有提示",
        Kind::Settled => "有说明",
        Kind::Repeated => "重复",
    }
}

/// How many are listed, where some are left out.
pub(crate) fn listed(count: usize) -> String {
    format!("列出 {count} 份")
}

/// It is the same file as that of another row.
pub(crate) fn same_file(row: usize) -> String {
    format!("与第 {row} 份是同一文件，不重复计。")
}

/// It has body and year of another row.
pub(crate) fn same_body(row: usize) -> String {
    format!("与第 {row} 份同单位同年度。")
}

/// The window's title while checks go on. In tenths: telling the browser a title takes longer than a check.
pub(crate) fn window_title(ended: usize, total: usize) -> String {
    format!("{}% · {HEADING}", ended * 10 / total.max(1) * 10)
}

/// Where the shown report stands in the list.
pub(crate) fn nth(number: usize, total: usize) -> String {
    format!("第 {number} 份，共 {total} 份")
}

/// The list's first line: how many there are, how many checks have ended, and how those stand. `kinds` has those that count: the
/// same file counts once.
pub(crate) fn summary(total: usize, ended: usize, kinds: &[Kind]) -> String {
    let count = |kind: &Kind| kinds.iter().filter(|one| *one == kind).count();
    let counts = Kind::ALL.iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0);
    let parts: Vec<_> = counts.map(|(kind, count)| format!("{} {count} 份", self::kind(*kind))).collect();
    let same = ended - kinds.len();
    let same =
        if same > 0 { format!("（其中 {same} 份是重复文件，不计）") } else { String::new() };
    let colon = if parts.is_empty() { "" } else { "：" };
    format!("共 {total} 份，已核对 {ended} 份{same}{colon}{}。", parts.join("，"))
}

/// One of the reports of a file that holds several.
pub(crate) fn part(file: &str, number: u32) -> String {
    format!("{file}（第 {number} 份）")
}

/// A status in one or two words.
pub(crate) fn status(status: &Status) -> &'static str {
    match status {
        Status::Queued => "排队",
        Status::Reading { slow: true, .. } => "仍在读取",
        Status::Reading { .. } => "读取中",
        Status::Done => "完成",
        Status::Unreadable(_) => "未能读取",
        Status::Died(_) => "程序中断",
        Status::Cancelled => "已取消",
    }
}

/// The heading while a check is under way.
pub(crate) fn reading(name: &str, size: u64) -> String {
    format!("正在读取：{name}（{}）", self::size(size))
}

/// A worker's step; the engine names it in words, before its first word the worker is being made ready.
pub(crate) fn phase(phase: &str) -> &str {
    if phase.is_empty() { "准备" } else { phase }
}

/// A size in words.
pub(crate) fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = 1024 * KB;
    match bytes {
        0..KB => format!("{bytes} 字节"),
        KB..MB => format!("{} KB", bytes / KB),
        _ => format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB),
    }
}

/// What happened when the worker died.
pub(crate) fn death(cause: Cause) -> String {
    let cause = match cause {
        Cause::Memory => "内存不足",
        Cause::Depth => "嵌套过深",
        Cause::Time => "用时过长，超过 20 秒",
        Cause::Start => "校核程序未能启动",
        Cause::Gone => "文件已被修改、移动或删除",
        Cause::Internal => "内部错误",
    };
    format!("读取这份文件时程序中断（原因：{cause}），已自动恢复，可继续校核其他文件。")
}

/// What to do after a death.
pub(crate) fn after_death(cause: Cause) -> &'static str {
    match cause {
        Cause::Memory | Cause::Time => "请把报告正文和三张表单独另存为一份 docx，或全选复制后直接粘贴。",
        Cause::Depth => "请在 WPS 或 Word 中打开后另存为 docx，或全选复制后直接粘贴。",
        Cause::Gone => "请重新拖入或选择这份文件。",
        Cause::Start => {
            "请按 Ctrl+F5 刷新后再试；页面上方若写明原因，请照办；仍不成功时换用新版浏览器（内核 86 及以上）。"
        }
        Cause::Internal => "可改用“全选、复制、粘贴”再校核；并把诊断信息发给维护人员。",
    }
}

/// What a failure kind means as a heading.
pub(crate) fn unreadable(failure: &Failure) -> &'static str {
    use ErrorKind as Kind;
    match failure.kind {
        Kind::Empty | Kind::EmptyClipboard => "没有内容",
        Kind::Encrypted | Kind::Protected => "文件已加密",
        Kind::Scanned | Kind::Garbled => "文字读不出来",
        Kind::NotText
        | Kind::Big5
        | Kind::OldWord
        | Kind::Works
        | Kind::OldSpreadsheet
        | Kind::Archive
        | Kind::NestedArchive
        | Kind::Executable
        | Kind::Image
        | Kind::BinaryWorkbook
        | Kind::Presentation
        | Kind::Xml
        | Kind::Unsupported => "这种文件不能直接读取",
        Kind::TooLarge
        | Kind::TextTooLarge
        | Kind::TooMuchText
        | Kind::TooManyPages
        | Kind::TooManyCells
        | Kind::TooManyLines
        | Kind::CrowdedPage => "文件超出读取限度",
        Kind::TooManyObjects
        | Kind::TooManyEntries
        | Kind::Inflates
        | Kind::Overlap
        | Kind::TooDeep
        | Kind::TooManyNodes
        | Kind::TooManyAttributes => "文件结构异常",
        Kind::Truncated | Kind::Damaged => "文件不完整或已损坏",
        Kind::NothingInside | Kind::NotAccessible => "这份文件未能读取",
    }
}
