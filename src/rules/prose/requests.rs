use crate::report::claims::Topic;
use crate::rules::basis::form_2021;

declare_rule! {
    /// 正文中收到、上年结转、办结、结转下年度的政府信息公开申请件数，与表三一致。“收到”“受理”可以只指本年新收，也可以含上年结转，合乎其一即可；热线、信箱、建议提案不是政府信息公开申请，不作比较。
    ///
    /// ## 为什么
    /// 正文和表格说的是同一件事；两处不一致，读者一眼就能看出。
    ///
    /// ## 错误示例
    /// ```wrong
    /// base = town
    /// prose 1 += 全年收到政府信息公开申请3件。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// base = town
    /// prose 1 += 全年没有收到政府信息公开申请。
    /// ```
    "prose/requests", "正文与表三：申请件数",
    severity: Error,
    basis: [form_2021("表三")],
    check: |context| super::judge(context, "申请件数", &[Topic::Requests]),
}
