use crate::report::claims::Topic;
use crate::rules::basis::form_2021;

declare_rule! {
    /// 正文中政府信息公开行政复议、行政诉讼的件数和结果，与表四一致。诉讼总数是“未经复议直接起诉”与“复议后起诉”之和。
    ///
    /// ## 为什么
    /// 正文和表格说的是同一件事。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 镇的报告
    /// 表四「行政复议」：总计 0
    /// 第一部分写到：全年发生政府信息公开行政复议2件。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 镇的报告
    /// 表四「行政复议」：总计 0
    /// 第一部分写到：全年未发生政府信息公开行政复议和行政诉讼。
    /// ```
    "prose/review", "正文与表四：复议和诉讼",
    severity: Error,
    basis: [form_2021("表四")],
    check: |context| super::judge(context, "复议、诉讼件数", &[Topic::Suits]),
}
