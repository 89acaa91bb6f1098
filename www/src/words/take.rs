//! Files to take along.

use jiaohe::vocabulary::Deliverable;

/// The menu.
pub(crate) const EXPORT: &str = "导出";
/// Below its items.
pub(crate) const LOCAL: &str = "在本机生成，不上传；原文件不变。";
/// While a file is made.
pub(crate) const MAKING: &str = "正在生成文件…";
/// The worker died over it.
pub(crate) const FAILED: &str = "文件没有生成。请再试一次；仍不成功时请改用其他格式导出。";
/// What a paper says of a finding that was put down to misreading.
pub(crate) const MISREAD: &str = "读取有误：报告本身没有这个问题";

/// The items of the menu: the engine's word, what it is, and for what.
pub(crate) const ITEMS: [(&str, &str, &str); 9] = [
    (Deliverable::Comments.id(), "批注版 docx", "原文件加批注，发回修改"),
    (Deliverable::Certificate.id(), "校验报告 docx", "打印签字、存档"),
    (Deliverable::CertificatePage.id(), "校验报告 网页", "直接打印"),
    (Deliverable::Issues.id(), "问题清单 xlsx", "一行一个问题"),
    (Deliverable::IssuesText.id(), "问题清单 csv", "导入其他系统"),
    (Deliverable::Tables.id(), "三张表 xlsx", "按规定格式重排"),
    (Deliverable::TablesPage.id(), "三张表 网页代码", "贴入网站后台"),
    ("json", "结果 json", "供程序读取"),
    ("sarif", "结果 sarif", "供程序读取"),
];

/// After a file was handed to the browser; with what has to be known of it.
pub(crate) fn made(name: &str, note: &str) -> String {
    format!("已生成 {name}，请在浏览器的下载中查看。{note}")
}
