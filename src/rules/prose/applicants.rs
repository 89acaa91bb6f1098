use crate::report::claims::Topic;
use crate::rules::form_2021;

declare_rule! {
    /// 正文中自然人、法人或其他组织申请的件数，与表三各列一致。
    ///
    /// ## 为什么
    /// 正文和表格说的是同一件事。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 镇的报告
    /// 表三「一、本年新收政府信息公开申请数量」：自然人 0，总计 0
    /// 第一部分写到：全年收到政府信息公开申请2件，其中自然人申请2件。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 镇的报告
    /// 表三「一、本年新收政府信息公开申请数量」：自然人 0，总计 0
    /// 第一部分写到：全年收到自然人提出的政府信息公开申请0件。
    /// ```
    "prose/applicants", "正文与表三：申请人类别",
    severity: Error,
    basis: [form_2021("表三各列")],
    check: |context| super::judge(context, "申请人类别", &[Topic::Applicants]),
}
