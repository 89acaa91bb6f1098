//! The help screen.

use jiaohe::formats;
use jiaohe::wire::Edition;

/// Its heading.
pub(crate) const HEADING: &str = "帮助与验证";
/// Heading: keys.
pub(crate) const KEYS: &str = "键盘操作";
/// Keys and what they do.
pub(crate) const KEY_LIST: [(&str, &str); 13] = [
    ("Ctrl+V", "粘贴并校核（光标不在输入框时）"),
    ("Ctrl+O", "选择文件"),
    ("F8 / Shift+F8", "下一项 / 上一项问题，左右两侧同时移动"),
    ("Enter", "在问题上：到表格或正文中的位置；在标亮的单元格上：回到问题"),
    ("Alt+PageUp / PageDown", "上一份 / 下一份报告"),
    ("Esc", "回到问题；再按取消选中；再按返回"),
    ("Alt+1 / 2 / 3", "问题 / 通过项 / 读取说明"),
    ("Alt+4", "打开或收起“导出”"),
    ("↑ ↓ ← →", "在问题列表、报告清单、表格单元格、选项卡之间移动"),
    ("F2", "在表格单元格上：更正读错的数字；Enter 确定，Esc 取消"),
    ("Tab", "到下一个按钮或区域"),
    ("Ctrl+P", "打印当前页面；签字存档用“导出”中的校验报告"),
    ("F1", "帮助"),
];
/// Heading: verdicts.
pub(crate) const VERDICTS: &str = "结论的含义";
/// Verdicts and what they mean.
pub(crate) const VERDICT_LIST: [(&str, &str); 6] = [
    ("不通过", "报告自相矛盾，或不符合有明确依据的要求。"),
    ("需核实", "很可能有问题，或需要说明才能成立，请人工核对。"),
    ("提示", "表述、格式方面的建议，或依据尚不明确的事项。"),
    ("通过", "已核对，未发现问题。"),
    ("不适用", "这份报告不涉及该项。"),
    ("未能判断", "有内容没能读出，不下结论；原因见“读取说明”。"),
];
/// Heading: rules.
pub(crate) const RULES: &str = "核对哪些内容";
/// An example that is right.
pub(crate) const RIGHT: &str = "正确";
/// An example that is wrong.
pub(crate) const WRONG: &str = "有误";
/// Heading: limits.
pub(crate) const LIMITS: &str = "读取范围";
/// The limits that do not follow from the formats.
const LIMIT_LIST: [&str; 5] = [
    "按内容识别，与扩展名无关；读取时猜测、略去了什么，写在“读取说明”里。",
    "单个文件不超过 30 MB（文本和网页 10 MB），解压后不超过 128 MB，PDF 不超过 300 页，表格不超过 500 行、60 列；每份读取时间不超过 20 秒。",
    "图片和扫描件中的文字不能读取。",
    "一次可拖入多份文件或文件夹（最多 2000 个文件、8 层）。",
    "不核对事实真实性，不代替保密审查和政治性表述审查。结果供参考，以经办人核对台账为准。",
];

/// What can be read, and the limits.
pub(crate) fn limits() -> impl Iterator<Item = String> {
    let formats: Vec<_> = formats::known().filter(|known| *known != formats::ARCHIVE).collect();
    let readable = format!(
        "可读取：{}，装有这些文件的 {}，以及从 Word、WPS、Excel、网页复制的内容。",
        formats.join("、"),
        formats::ARCHIVE
    );
    std::iter::once(readable).chain(LIMIT_LIST.map(str::to_owned))
}

/// From which edition of the form on a rule applies.
pub(crate) fn since(edition: Edition) -> String {
    format!("适用于 {edition} 年版格式起的报告")
}

/// Name and version.
pub(crate) fn version() -> String {
    format!("校核（jiaohe）{}", env!("CARGO_PKG_VERSION"))
}
