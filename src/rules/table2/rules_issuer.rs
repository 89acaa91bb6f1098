use crate::report::form::{CellId, Column2, Edition, Row2};
use crate::report::organ::{Kind, Level};
use crate::rules::{Basis, Certainty, Context, Judgement, Severity, not_applicable, not_judged};

declare_rule! {
    /// 规章只能由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定；县、乡镇、街道和它们的部门，规章三格应当是 0。
    ///
    /// ## 为什么
    /// 常见的误填是把规章制度、规范性文件填进了“规章”一行。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 镇的报告
    /// 表二「规章」：本年制发件数 2，现行有效件数 2
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 市的报告
    /// 表二「规章」：本年制发件数 2，现行有效件数 18
    /// ```
    "table2/rules_issuer", "有没有规章制定权",
    severity: Error,
    basis: [Basis {
        norm: "《中华人民共和国立法法》",
        clause: "省、自治区、直辖市和设区的市、自治州的人民政府可以制定规章",
    }],
    check: check,
}

/// A longer name of a body is not repeated.
const LONGEST_NAME: usize = 20;

/// 制发 , 废止 , 现行有效 : the column in short, with the blank before its number.
fn short(cell: CellId) -> &'static str {
    match cell {
        CellId::T2(_, Column2::Issued) => "制发 ",
        CellId::T2(_, Column2::Repealed) => "废止 ",
        _ => "现行有效 ",
    }
}

fn check(context: &Context<'_>) -> Judgement {
    let report = context.report;
    // What is said of a body that cannot issue any; a district may belong to a zone with powers of its own.
    let most = match (report.organ.kind(), report.organ.level()) {
        (Kind::Government | Kind::Department | Kind::Office, Level::County | Level::Town) => Severity::Error,
        (Kind::Government | Kind::Department | Kind::Office, Level::District)
        | (Kind::Department, Level::City)
        | (Kind::Committee, _) => Severity::Warning,
        _ => return Err(not_applicable("本机关可能有规章制定权，不核对。")),
    };
    if report.tables.table2.edition == Some(Edition::F2019) {
        return Err(not_applicable("2019 年版式的表二没有这三格。"));
    }
    let columns = Row2::Rules.columns(Edition::F2021).iter();
    let cells = columns.map(|&column| CellId::T2(Row2::Rules, column));
    let values: Vec<_> = cells.filter_map(|cell| Some((cell, context.value(cell)?))).collect();
    if values.is_empty() {
        return Err(not_judged("没有读出规章一行。"));
    }
    let filled: Vec<_> = values.into_iter().filter(|(_, value)| !value.is_zero()).collect();
    if filled.is_empty() {
        return Ok(Vec::new());
    }
    let organ = report.title.as_ref().map_or("", |title| title.organ.as_str());
    let organ = if (1..=LONGEST_NAME).contains(&organ.chars().count()) { organ } else { "本机关" };
    let words: Vec<String> = filled.iter().map(|(cell, value)| format!("{}{value}", short(*cell))).collect();
    let words = words.join("、");
    let certain = most == Severity::Error;
    let (title, because) = if certain {
        let because = format!("{organ}没有规章制定权；规章制度、规范性文件不是规章");
        (format!("表二规章应为 0，现填{words}"), because)
    } else {
        let because = "规章只由国务院部门、省、设区的市和自治州政府制定".to_owned();
        (format!("表二规章填了{words}，请核对有无规章制定权"), because)
    };
    context
        .on_cells(filled.iter().map(|(cell, _)| *cell), title)
        .at_most(most)
        .sure(if certain { Certainty::Certain } else { Certainty::Check })
        .because(because)
        .todo("应填在“行政规范性文件”的请移到该行，规章三格填 0")
        .only()
}
