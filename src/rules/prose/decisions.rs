use crate::report::claims::Topic;
use crate::rules::form_2021;

declare_rule! {
    /// 正文中本年行政许可、行政处罚、行政强制的决定件数和行政事业性收费金额，与表二一致。许可事项的项数不是决定件数，不作比较。
    ///
    /// ## 为什么
    /// 正文和表格说的是同一件事。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表二「行政处罚」：5210
    /// 第一部分写到：全年作出行政处罚决定5201件。
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表二「行政处罚」：5210
    /// 第一部分写到：全年作出行政处罚决定5210件，公示行政处罚事项目录128项。
    /// ```
    "prose/decisions", "正文与表二：许可、处罚、强制、收费",
    severity: Error,
    basis: [form_2021("表二第二十条第（五）、（六）、（八）项")],
    check: |context| super::judge(context, "许可、处罚、强制、收费数", &[Topic::Decisions, Topic::Fees]),
}
