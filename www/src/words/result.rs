//! The result screen.

use crate::state::{Again, Decision, Filter, Report, Status, Tab};
use crate::view::counts::{Counts, standing};
use jiaohe::export::standing::Standing;
use jiaohe::wire::{CheckedReport, Edition, Forms};

/// 通过
pub(crate) const PASSED: &str = "通过";
/// 不适用
pub(crate) const NOT_APPLICABLE: &str = "不适用";
/// Rules that found something.
pub(crate) const FAILED: &str = "有问题";
/// 未能判断
pub(crate) const NOT_JUDGED: &str = "未能判断";
/// Confirmed with a reason.
pub(crate) const CONFIRMED: &str = "已说明";
/// Put down to misreading.
pub(crate) const MISREAD: &str = "读取有误";
/// The filter that shows all.
pub(crate) const ALL: &str = "全部";
/// Button that shows when the keyboard reaches it: to the first finding.
pub(crate) const TO_FIRST: &str = "到第一个问题";
/// Button on a phone: from the table back to the card.
pub(crate) const TO_CARD: &str = "↑ 回到问题";
/// Heading of the left pane.
pub(crate) const DOCUMENT: &str = "报告内容";
/// Name of the scrolling text below the heading.
pub(crate) const WHOLE: &str = "报告全文";
/// Said beside it.
pub(crate) const AS_READ: &str = "按读取结果显示，表格已重排";
/// Heading of the right pane.
pub(crate) const FINDINGS: &str = "核对结果";
/// Name of the group of filter buttons.
pub(crate) const FILTER: &str = "按结论筛选";
/// Button: correct the text.
pub(crate) const EDIT: &str = "修改文字";
/// Button: end correcting.
pub(crate) const EDIT_DONE: &str = "返回对照";
/// Button: the whole text in one box.
pub(crate) const EDIT_RAW: &str = "整篇文字";
/// How to correct place by place.
pub(crate) const EDIT_HOW: &str = "双击单元格，或点段落后的“改”";
/// Button behind a line.
pub(crate) const EDIT_LINE: &str = "改";
/// Takes the line as it was typed.
pub(crate) const EDIT_TAKE: &str = "改好了";
/// Leaves the line as it was.
pub(crate) const EDIT_LEAVE: &str = "不改";
/// The place cannot be found in the text.
pub(crate) const EDIT_LOST: &str = "这一处在粘贴的文字中找不到对应位置，请点“整篇文字”修改。";
/// Label of the text box.
pub(crate) const EDIT_LABEL: &str = "报告文字，改动后自动重新核对";
/// While the text is checked anew.
pub(crate) const RECHECKING: &str = "正在重新核对…";
/// The text is too long for the box.
pub(crate) const TOO_LONG: &str = "文字超过 200 KB，这里只能查看。请在原文件中修改后重新粘贴。";
/// A paste with tables is about to become text.
pub(crate) const HTML_TO_TEXT: &str =
    "粘贴内容带有表格。在这里改动文字后将按纯文字重新读取；表格以制表符分列，请保持每格的位置。";
/// For files that are corrected elsewhere.
pub(crate) const EDIT_ELSEWHERE: &str = "请在 Word 或 WPS 中修改并保存，再把文件拖入本页重新核对。";
/// Button: to the place.
pub(crate) const LOCATE: &str = "定位";
/// Button: copy one.
pub(crate) const COPY: &str = "复制修改意见";
/// Button: copy all.
pub(crate) const COPY_ALL: &str = "复制全部修改意见";
/// Button: copy an equation.
pub(crate) const COPY_SUM: &str = "复制算式";
/// After copying.
pub(crate) const COPIED: &str = "已复制。";
/// Copying failed.
pub(crate) const NOT_COPIED: &str = "浏览器没有允许复制，请选中文字后按 Ctrl+C。";
/// Button: confirm.
pub(crate) const CONFIRM: &str = "确认属实…";
/// Button: the program misread.
pub(crate) const MISREADING: &str = "这是读取错误…";
/// What the misreading exit does.
pub(crate) const MISREADING_NOTE: &str = "报告本身没有问题、是程序读错了？某一格读错的，更正那一格，全部重新核对；其他情形标为读取有误，这一项不再计入结论。诊断信息只含规则名、单元格编号和表格形状，不含报告内容。";
/// Marks as misread.
pub(crate) const MARK_MISREAD: &str = "标为读取有误";
/// Takes a decision back.
pub(crate) const UNDO: &str = "撤销";
/// Presets of reasons.
pub(crate) const REASONS: [&str; 6] =
    ["口径不同", "仅统计本级", "含上年结转", "上级要求如此", "上年报告已更正", "其他"];
/// Label of the reason.
pub(crate) const REASON: &str = "说明原因";
/// Label of the free text.
pub(crate) const REASON_TEXT: &str = "补充说明（选“其他”时至少 4 个字）";
/// Accepts the reason.
pub(crate) const ACCEPT: &str = "确认属实";
/// What confirming does.
pub(crate) const CONFIRM_NOTE: &str =
    "确认后列入“已说明”，另行计数；相关数字一旦改动，确认自动失效。只保存在本页内存中。";
/// Labels of a card.
pub(crate) const PLACE: &str = "位置";
/// What to check.
pub(crate) const CHECK: &str = "请核对";
/// What it rests on.
pub(crate) const BASIS: &str = "依据";
/// What to change.
pub(crate) const ADVICE: &str = "修改意见";
/// Repairs that would fit.
pub(crate) const REPAIRS: &str = "可能的改法（仅供参考，请核对台账）";
/// Below a list of findings.
pub(crate) const AID: &str = "结果供参考，以经办人核对台账为准。";
/// Heading: equations that hold.
pub(crate) const HOLDING: &str = "相符的算式";
/// Heading: notes of reading.
pub(crate) const NOTES: &str = "读取时的说明";
/// No notes.
pub(crate) const NO_NOTES: &str = "没有需要说明的情况。";
/// What is never checked.
pub(crate) const NOT_CHECKED: &str = "本程序不核对：事实真实性、保密审查、政治性表述。";
/// No table found.
pub(crate) const NO_TABLES: &str =
    "没有找到三张表。可能原因：① 只粘贴了文字 ② 表格是图片 ③ 不是年度报告。下面是读到的内容。";
/// The same, beside the strip that says why.
pub(crate) const NOTHING_TO_CHECK: &str =
    "没有可核对的表格。请从 Word 或 WPS 中全选复制整份报告（含表格）后重新粘贴，或直接拖入 docx 文件。";
/// The filter hides everything.
pub(crate) const FILTERED_OUT: &str = "这一类没有问题。";
/// The drawer's handle.
pub(crate) const DRAWER_OPEN: &str = "展开核对结果";
/// The drawer's handle.
pub(crate) const DRAWER_CLOSE: &str = "收起";
/// Nothing pointed at.
pub(crate) const POINT: &str = "选中单元格可看它参与了哪些核对；读错的双击更正。F8 下一项，Shift+F8 上一项。";

/// A tab's name.
pub(crate) fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::Findings => "问题",
        Tab::Passed => "通过项",
        Tab::Reading => "读取说明",
    }
}

/// The result's heading: unit and year, as far as known.
pub(crate) fn heading(checked: &CheckedReport) -> String {
    jiaohe::export::letter::title(&checked.report)
}

/// Whether nothing of the form was recognised.
pub(crate) fn no_tables(forms: Forms) -> bool {
    forms.table2.is_none() && forms.table3.is_none() && forms.table4.is_none()
}

/// Older forms are named, so that nobody wonders about the rules.
pub(crate) fn old_form(forms: Forms) -> Option<String> {
    let all = [forms.table2, forms.table3, forms.table4];
    let (old, new) = (all.contains(&Some(Edition::F2019)), all.contains(&Some(Edition::F2021)));
    (old && !new).then(|| "这是 2019 年版式（国办公开办函〔2019〕60号），按当年规则核对。".into())
}

/// The window's title.
pub(crate) fn window_title(report: &Report) -> String {
    if report.is_busy() && report.brief.is_none() {
        return format!("⏳ {}", report.name);
    }
    match standing(report) {
        Some(standing) => format!("{standing} · {}", report.body()),
        None => report.name.clone(),
    }
}

/// Before the figures of the findings.
pub(crate) fn found(counts: Counts) -> String {
    format!("问题 {} 处：", counts.findings() + counts.confirmed + counts.misread)
}

/// Before the figures of the rules.
pub(crate) fn rules(counts: Counts) -> String {
    format!("规则 {} 条：", counts.rules())
}

/// On paper: what it is a print of. `digest` is the SHA-256 of the file, if it is known.
pub(crate) fn printed(file: &str, digest: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let digest = if digest.is_empty() { String::new() } else { format!("SHA-256：{digest}　") };
    format!("文件：{file}　{digest}程序：jiaohe {version}　签字存档请用“导出”中的校验报告。")
}

/// What reading left out or guessed, in one line.
pub(crate) fn left_out(notes: &[String]) -> String {
    let notes: Vec<&str> = notes.iter().map(|note| note.trim_end_matches('。')).collect();
    format!("读取时：{}。", notes.join("；"))
}

/// What has become of the findings of the report before.
pub(crate) fn again(again: &Again) -> String {
    let Again { mended, left, new, lapsed, .. } = again;
    let (mended, left, new) = (mended.len(), left.len(), new.len());
    let told =
        format!("与上次给入的同一单位同一年度报告相比：已改 {mended} 处，剩 {left} 处，新增 {new} 处。");
    match lapsed.as_slice() {
        [] => told,
        lapsed => format!("{told}已失效的说明：{}。", lapsed.join("；")),
    }
}

/// Heading: findings that are gone, still there, not there before.
pub(crate) const AGAIN_LISTS: [&str; 3] = ["已改", "还剩", "新增"];
/// Unfolds those lists.
pub(crate) const AGAIN_LIST: &str = "逐条查看";
/// Button: to the older report.
pub(crate) const SEE_BEFORE: &str = "查看上一稿";
/// Button: back from it.
pub(crate) const SEE_NOW: &str = "回到现在的稿";
/// Above an older report.
pub(crate) const IS_PAST: &str = "这是上一稿，只供查看，不能再作说明或更正。";

/// The one sentence for the status line after a check.
pub(crate) fn announcement(report: &Report) -> String {
    match (&report.status, standing(report), Counts::of(report)) {
        (Status::Unreadable(failure), ..) => format!("{}{}", failure.message, failure.hint),
        (_, Some(standing @ (Standing::Foreign | Standing::Unrecognized)), _) => {
            format!("{standing}。{NO_TABLES}")
        }
        (_, Some(standing), Some(counts)) => {
            let [errors, warnings, hints] = counts.open;
            let (rules, passed) = (counts.rules(), counts.passed);
            let again = report.again.as_ref().map(again).unwrap_or_default();
            let put_right = match report.put_right.len() {
                0 => String::new(),
                count => format!("人工更正 {count} 处。"),
            };
            format!(
                "核对完成：{standing}。{again}{put_right}不通过 {errors} 处，需核实 {warnings} 处，提示 {hints} 处；{rules} 条规则中通过 {passed} 条。"
            )
        }
        _ => String::new(),
    }
}

/// After findings were chosen to be listed.
pub(crate) fn sifted(filter: Filter, listed: usize) -> String {
    let what = match filter {
        Filter::All => ALL,
        Filter::Only(severity) => severity.word(),
    };
    format!("问题列表：{what}，{listed} 项。")
}

/// After a decision: what it was, and how much is left.
pub(crate) fn decided(decision: Option<&Decision>, report: &Report) -> String {
    let what = match decision {
        Some(Decision::Confirmed(_)) => "已列入“已说明”。",
        Some(Decision::Misread) => "已标为读取有误。",
        None => "已撤销。",
    };
    let [errors, warnings, hints] = Counts::of(report).unwrap_or_default().open;
    format!("{what}还有：不通过 {errors} 处，需核实 {warnings} 处，提示 {hints} 处。")
}

/// Name of the button that opens a line.
pub(crate) fn edit_line(line: &str) -> String {
    let start: String = line.trim().chars().take(12).collect();
    format!("改：{start}")
}

/// The counter of a card.
pub(crate) fn counter(number: usize, total: usize) -> String {
    format!("第 {number} 项，共 {total} 项")
}

/// 应为 X，现为 Y，相差 Z; empty where there are no figures.
pub(crate) fn figures(expected: &str, actual: &str, difference: &str) -> String {
    let parts = [("应为", expected), ("现为", actual), ("相差", difference)];
    let parts: Vec<_> = parts
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(word, value)| format!("{word} {value}"))
        .collect();
    parts.join("，")
}

/// What a cell takes part in.
pub(crate) fn participation(label: &str, text: &str, checks: u32, broken: u32) -> String {
    let text = if text.trim().is_empty() { "空白" } else { text.trim() };
    let mut line = format!("{label}：{text}");
    match (checks, broken) {
        (0, _) => {}
        (_, 0) => line = format!("{line}。参与 {checks} 项核对，全部相符。"),
        _ => line = format!("{line}。参与 {checks} 项核对，{broken} 项不相符。"),
    }
    line
}

/// Zero terms that were folded away.
pub(crate) fn folded(count: usize) -> String {
    format!("其余 {count} 项均为 0")
}

/// The amber strip when something could not be read.
pub(crate) fn partial(unread: &[String], not_judged: u32) -> String {
    let what = unread.join("；");
    if not_judged > 0 {
        format!("{what}。相关 {not_judged} 项未能判断。")
    } else {
        format!("{what}。")
    }
}

/// Nothing found: how it stands, with what was looked at.
pub(crate) fn no_findings(standing: Standing, counts: Counts) -> String {
    let (rules, passed, rest) = (counts.rules(), counts.passed, counts.not_judged);
    let not_judged = if rest > 0 { format!("，未能判断 {rest} 条") } else { String::new() };
    format!("{standing}。{rules} 条规则中通过 {passed} 条{not_judged}，可在“通过项”“读取说明”中逐条查看。")
}

/// How many equations of a rule hold.
pub(crate) fn holding(count: usize) -> String {
    format!("相符 {count} 个算式")
}

/// One change of a repair.
pub(crate) fn change(cell: &str, from: &str, to: &str) -> String {
    let from = if from.is_empty() { "空白" } else { from };
    format!("{cell}：{from} 改为 {to}")
}
