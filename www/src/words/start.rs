//! The frame and the first screen. `index.html` carries the same words for the time before the page is ready.

use crate::state::Report;

/// The name of the program.
pub(crate) const NAME: &str = "政府信息公开工作年度报告 校核";
/// What its checks rest on, in short.
pub(crate) const BASIS: &str = "规则依据：国办公开办函〔2021〕30号";
/// The one promise.
pub(crate) const PROMISE: &str = "粘贴或拖入年报，立即核对勾稽关系、文表数字和格式。";
/// The other promise.
pub(crate) const LOCAL: &str = "全程在本机浏览器内完成：不上传、不联网、不留存。";
/// Where the promise is explained.
pub(crate) const VERIFY: &str = "如何自己验证";
/// The first thing to do.
pub(crate) const PASTE: &str = "按 Ctrl+V 粘贴年报全文或表格";
/// Button: read the clipboard, for those without a keyboard.
pub(crate) const PASTE_BUTTON: &str = "粘贴";
/// Label of the box below it, where the browser does not let a page read the clipboard.
pub(crate) const PASTE_BOX: &str = "浏览器没有允许读取剪贴板。请在框内长按或右击，选“粘贴”。";
/// The second.
pub(crate) const CHOOSE_FILES: &str = "选择文件（可多选）";
/// The third.
pub(crate) const CHOOSE_FOLDER: &str = "选择文件夹";
/// The fourth.
pub(crate) const DROP: &str = "也可以把文件或文件夹拖到窗口任意位置";
/// What to do with the rest.
pub(crate) const CONVERT: &str = "扫描件和图片读不出文字：请用原始 Word 文件，或用 WPS“图片转文字”后粘贴。";
/// Heading of the example.
pub(crate) const EXAMPLE: &str = "这样的问题会被找出来（示例）";
/// The example's title.
pub(crate) const EXAMPLE_TITLE: &str = "表三自然人、总计两列：新收加上年结转比办理结果加结转下年度多 9";
/// The example's figures.
pub(crate) const EXAMPLE_SUM: &str = "新收 5 + 上年结转 9 = 14，办理结果 5 + 结转下年度 0 = 5，差 9";
/// What is said below the example.
pub(crate) const EXAMPLE_NOTE: &str = "问题在哪张表哪一格、差多少、依据什么，都会标出来。";
/// Shows the sample report.
pub(crate) const SAMPLE: &str = "看一份示例报告";
/// The sample's name in the list.
pub(crate) const SAMPLE_NAME: &str = "示例报告.txt";
/// What is checked, in four lines.
pub(crate) const COVERS: [(&str, &str); 4] = [
    ("表内勾稽", "表三各行各列合计、新收加结转与办理加结转，表四四类合计，表二件数增减。"),
    ("文表一致", "正文写到的申请、结转、办理结果、复议诉讼、规范性文件件数，与三张表逐个比对。"),
    ("版式齐全", "标题、统计期限、六个部分、表格版式与年度是否相符，空白格与符号。"),
    ("逐项有据", "每个问题都写明位置、算式、依据和可能的改法；没把握的列为“需核实”。"),
];
/// Below the screen.
pub(crate) const AID: &str =
    "结果供参考，以经办人核对台账为准。本程序不核对事实真实性、保密审查和政治性表述。";
/// Shown while something is dragged over the window.
pub(crate) const LET_GO: &str = "松开鼠标，开始校核";
/// Button: large type.
pub(crate) const LARGE: &str = "大字";
/// Button: dark colours.
pub(crate) const DARK: &str = "深色";
/// Button: help.
pub(crate) const HELP: &str = "帮助";
/// Back to the first screen.
pub(crate) const BACK: &str = "校核另一份";
/// To the list of reports.
pub(crate) const LIST: &str = "全部报告";
/// Name of a paste in the list.
pub(crate) const PASTED: &str = "粘贴的内容";
/// A paste with nothing in it.
pub(crate) const NOTHING_PASTED: &str =
    "剪贴板里没有文字。请先在 Word、WPS 或网页中全选（Ctrl+A）、复制（Ctrl+C），再按 Ctrl+V。";
/// A drop with nothing in it.
pub(crate) const NOTHING_DROPPED: &str = "没有可读取的文件。网页链接不会联网读取，请下载后拖入文件。";

/// Button: to the report that was looked at last.
pub(crate) fn back_to(report: &Report) -> String {
    let body: String = report.body().chars().take(12).collect();
    format!("返回 {body}")
}

/// What was left out of a folder.
pub(crate) fn left_out(skipped: u32) -> Option<String> {
    (skipped > 0)
        .then(|| format!("已略过 {skipped} 个临时文件、非文档文件或超出数量（2000 个、8 层文件夹）的文件。"))
}
