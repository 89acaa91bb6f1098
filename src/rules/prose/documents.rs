use crate::report::claims::Topic;
use crate::rules::basis::form_2021;

declare_rule! {
    /// 正文中规章、行政规范性文件的制发、废止和现行有效件数，与表二一致。
    ///
    /// ## 为什么
    /// 正文和表格说的是同一件事；上年的存量数最容易忘记更新。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表二「行政规范性文件」：现行有效件数 48
    /// 第一部分写到：截至年底，现行有效行政规范性文件47件。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表二「行政规范性文件」：现行有效件数 48
    /// 第一部分写到：截至年底，现行有效行政规范性文件48件，全年制发公文264件。
    /// ```
    "prose/documents", "正文与表二：规章和规范性文件",
    severity: Error,
    basis: [form_2021("表二第二十条第（一）项")],
    check: |context| super::judge(context, "规章、规范性文件件数", &[Topic::Documents]),
}
