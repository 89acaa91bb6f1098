use crate::report::form::TableKind;
use crate::rules::{cause, form_2021};

declare_rule! {
    /// 表四的行政复议、未经复议直接起诉、复议后起诉三组，每组的“总计”应当等于结果维持、结果纠正、其他结果、尚未审结之和。
    ///
    /// ## 为什么
    /// 每件案件在年末只处于四种状态之一。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表四「行政复议」：结果维持 4，结果纠正 1，其他结果 2，尚未审结 1，总计 7
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表四「行政复议」：结果维持 4，结果纠正 1，其他结果 2，尚未审结 1，总计 8
    /// ```
    "table4/total", "表四各组总计",
    severity: Error,
    basis: [form_2021("表四“总计”列")],
    check: |context| cause::judge(context, TableKind::Table4),
}
