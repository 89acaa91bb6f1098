use crate::report::form::TableKind;
use crate::rules::basis::form_2021;
use crate::rules::cause;

declare_rule! {
    /// 表三每一列的“（七）总计”应当等于（一）至（六）各项之和。空白按 0 计算。
    ///
    /// ## 为什么
    /// （七）总计汇总本年度全部办理结果；部分公开等情形只计一次，各项之间不重复。
    ///
    /// ## 错误示例
    /// ```wrong
    /// t3.open.person = 30
    /// t3.open.total = 33
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// ```
    "table3/result_total", "表三办理结果总计",
    severity: Error,
    basis: [form_2021("表三第三项“（七）总计”")],
    check: |context| cause::judge(context, TableKind::Table3),
}
