use crate::report::form::TableKind;
use crate::rules::basis::form_2021;
use crate::rules::cause;

declare_rule! {
    /// 表三每一列都应当满足：第一项（本年新收）加第二项（上年结转），等于第三项的（七）总计加第四项（结转下年度继续办理）。
    ///
    /// ## 为什么
    /// 表头注明了这一勾稽关系：收到的和上年转来的申请，要么已经办结，要么转入下一年。
    ///
    /// ## 错误示例
    /// ```wrong
    /// t3.carried_in.person = 29
    /// t3.carried_in.total = 29
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// ```
    "table3/balance", "表三勾稽关系",
    severity: Error,
    basis: [form_2021("表三表头注")],
    check: |context| cause::judge(context, TableKind::Table3),
}
