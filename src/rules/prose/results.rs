use crate::report::claims::Topic;
use crate::rules::basis::form_2021;

declare_rule! {
    /// 正文中予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数，与表三一致。
    ///
    /// ## 为什么
    /// 正文和表格说的是同一件事；办理结果的分类要与表三的行对得上。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 镇的报告
    /// 表三「（一）予以公开」：总计 0
    /// 第一部分写到：收到的政府信息公开申请中，予以公开2件。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 镇的报告
    /// 表三「（一）予以公开」：总计 0
    /// 第一部分写到：全年收到政府信息公开申请0件，予以公开0件。
    /// ```
    "prose/results", "正文与表三：办理结果",
    severity: Error,
    basis: [form_2021("表三第三项")],
    check: |context| super::judge(context, "办理结果", &[Topic::Results]),
}
