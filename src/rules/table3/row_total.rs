use crate::report::form::TableKind;
use crate::rules::{cause, form_2021};

declare_rule! {
    /// 表三每一行的“总计”应当等于自然人和法人或其他组织五类之和。空白按 0 计算。
    ///
    /// ## 为什么
    /// 每件申请只有一个申请人类别，各类相加就是总计。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表三「2.重复申请」：自然人 2，商业企业 1，总计 44
    /// 其余各格：0
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表三「2.重复申请」：自然人 2，商业企业 1，总计 3
    /// 其余各格：0
    /// ```
    "table3/row_total", "表三各行总计",
    severity: Error,
    basis: [form_2021("表三“总计”列")],
    check: |context| cause::judge(context, TableKind::Table3),
}
