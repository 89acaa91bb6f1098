use super::Stock;
use crate::report::form::Column2;
use crate::rules::{Context, Finding, Judgement, not_applicable};

declare_rule! {
    /// 现行有效件数不只是本年制发的件数：本年有制发、没有废止而现行有效恰好等于制发，意味着上年末一件也没有。
    ///
    /// ## 为什么
    /// 现行有效件数是存量，常被误填成本年制发的数量。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表二「行政规范性文件」：本年制发件数 6，本年废止件数 0，现行有效件数 6
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表二「行政规范性文件」：本年制发件数 6，本年废止件数 0，现行有效件数 41
    /// ```
    "table2/first_stock", "现行有效件数是不是存量",
    severity: Hint,
    basis: [],
    since: F2021,
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let stocks = Stock::all(context);
    if stocks.is_empty() {
        return Err(not_applicable("没有读出 2021 年版式的表二。"));
    }
    Ok(stocks.iter().filter_map(|stock| judge(context, stock)).collect())
}

fn judge(context: &Context<'_>, stock: &Stock) -> Option<Finding> {
    let Stock { row, issued, repealed, in_force } = stock;
    if issued.is_zero() || !repealed.is_zero() || in_force != issued {
        return None;
    }
    let name = row.label();
    let cells = [Column2::InForce, Column2::Issued].map(|column| stock.cell(column));
    Some(
        context
            .on_cells(cells, format!("表二{name}现行有效 {in_force} 恰好等于本年制发，往年的可能漏计"))
            .because("照此推算上年末一件有效的也没有")
            .todo("请核对：现行有效包括往年制发、仍然有效的；确实没有的不必改"),
    )
}
