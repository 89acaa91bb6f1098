//! 校验报告: what was checked, with what result, to be signed and filed.

use super::paper::{Block, Cell, Paper, Table};
use super::remark::title;
use super::standing::{Standing, counts, open};
use crate::formats::file_of;
use crate::wire::{Confirmation, Engine, Finding, OutcomeKind, Report, RuleCard};

/// What is told beside the result itself.
#[derive(Debug, Clone, Copy)]
pub struct Filing<'a> {
    /// The name of the file.
    pub name: &'a str,
    /// What was checked, byte by byte.
    pub bytes: &'a [u8],
    /// When, in the caller's words: the core has no clock.
    pub time: &'a str,
    /// What the clerk confirmed.
    pub confirmations: &'a [Confirmation],
    /// The catalogue.
    pub rules: &'a [RuleCard],
}

/// The paper.
pub fn paper(report: &Report, engine: &Engine, filing: &Filing<'_>) -> Paper {
    let name = "政府信息公开工作年度报告校验报告";
    let mut blocks = vec![Block::Title(name.into())];
    blocks.push(Block::Table(identity(report, engine, filing)));
    blocks.push(heading("一、核对结论"));
    blocks.extend(conclusion(report, filing.confirmations));
    blocks.push(heading("二、问题"));
    blocks.extend(findings(report, filing.confirmations));
    blocks.push(heading("三、读取说明"));
    let notes = report.notes.iter().map(|note| format!("{note}。"));
    blocks.extend(listed(notes, "读取时没有略去或推断的内容。"));
    blocks.push(heading("四、未能判断和不适用的项目"));
    blocks.push(outcomes(report, filing.rules));
    blocks.push(heading("五、通过的项目"));
    blocks.push(passed(report, filing.rules));
    blocks.push(heading("六、签字"));
    blocks.push(Block::Table(signatures()));
    blocks.push(Block::Paragraph(
        "本程序不核对事实真实性、保密审查和政治性表述；结果供参考，以经办人核对台账为准。".into(),
    ));
    Paper {
        name: format!("{}{name}", report.organ.as_deref().unwrap_or_default()),
        blocks,
        remarks: Vec::new(),
    }
}

/// Which rules these are: how many, and a mark that changes with any of them.
pub fn edition(rules: &[RuleCard]) -> String {
    let text = rules.iter().fold(String::new(), |mut text, rule| {
        for part in [rule.id.as_str(), rule.severity.id(), &rule.title, &rule.what] {
            text.push_str(part);
            text.push('\n');
        }
        text
    });
    let mark = super::digest::sha256(text.as_bytes());
    format!("{} 条，标识 {}", rules.len(), mark.get(..12).unwrap_or(&mark))
}

fn identity(report: &Report, engine: &Engine, filing: &Filing<'_>) -> Table {
    let forms = [report.forms.table2, report.forms.table3, report.forms.table4];
    let form = forms
        .iter()
        .flatten()
        .max()
        .map_or_else(|| "没有找到三张表".to_owned(), |edition| format!("{edition} 年版"));
    let rows = [
        ("单位", report.organ.clone().unwrap_or_else(|| "未识别".into())),
        ("报告年度", report.year.map_or_else(|| "未识别".into(), |year| format!("{year} 年"))),
        // Its folders are nobody's business who reads the paper.
        ("文件", file_of(filing.name).to_owned()),
        ("大小", format!("{} 字节", filing.bytes.len())),
        ("SHA-256", super::digest::sha256(filing.bytes)),
        ("SM3", super::digest::sm3(filing.bytes)),
        ("读取格式", report.reader.row().name.to_owned()),
        ("表格版式", form),
        ("程序", format!("{} {}", engine.name, engine.version)),
        ("规则", edition(filing.rules)),
        ("核对时间", filing.time.to_owned()),
    ];
    let profile = report.profile.clone().map(|profile| ("本地配置", profile));
    let rows = rows.into_iter().chain(profile).map(|(name, value)| vec![Cell::head(name), Cell::new(value)]);
    Table { heads: 0, widths: vec![2, 8], rows: rows.collect() }
}

fn conclusion(report: &Report, confirmations: &[Confirmation]) -> [Block; 3] {
    let open = open(report, confirmations);
    let findings = report.findings.len();
    let confirmed = findings - (open.error + open.warning + open.hint) as usize;
    let standing = Standing::of(report.recognition, &open);
    [
        Block::Paragraph(format!("结论：{standing}。").into()),
        Block::Paragraph(format!("{}。", counts(&report.summary)).into()),
        Block::Paragraph(
            format!(
                "共 {findings} 处问题：不通过 {}，需核实 {}，提示 {}，已说明 {confirmed}。",
                open.error, open.warning, open.hint
            )
            .into(),
        ),
    ]
}

fn findings(report: &Report, confirmations: &[Confirmation]) -> Vec<Block> {
    let total = report.findings.len();
    let each = report.findings.iter().zip(1..).flat_map(|(finding, number)| {
        let reason = confirmations.iter().find(|one| one.fingerprint == finding.fingerprint);
        self::finding(finding, number, total, reason)
    });
    let blocks: Vec<Block> = each.collect();
    if blocks.is_empty() { vec![Block::Paragraph("没有问题。".into())] } else { blocks }
}

fn finding(finding: &Finding, number: usize, total: usize, confirmed: Option<&Confirmation>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(
        2,
        format!("第 {number} 项/共 {total} 项【{}】{}", finding.severity.word(), title(finding)).into(),
    )];
    let basis: Vec<String> =
        finding.basis.iter().map(|basis| format!("{} {}", basis.norm, basis.clause)).collect();
    let message =
        if title(finding) == finding.message.trim_end_matches('。') { "" } else { &finding.message };
    let reason = confirmed.map(|one| one.reason.as_str()).unwrap_or_default();
    for (name, text) in [
        ("情况", message),
        ("因为", &finding.because),
        ("位置", &finding.detail.location),
        ("请核对", &finding.todo),
        ("依据", &basis.join("；")),
        ("经办人说明", reason),
    ] {
        if !text.is_empty() {
            blocks.push(Block::Paragraph(format!("{name}：{text}").into()));
        }
    }
    blocks
}

/// Rules that said nothing, each with its reason.
fn outcomes(report: &Report, rules: &[RuleCard]) -> Block {
    let word = |outcome: OutcomeKind| match outcome {
        OutcomeKind::NotJudged => Some("未能判断"),
        OutcomeKind::NotApplicable => Some("不适用"),
        OutcomeKind::Passed | OutcomeKind::Failed => None,
    };
    let rows = report.verdicts.iter().filter_map(|verdict| {
        let word = word(verdict.outcome)?;
        let reason = verdict.reason.clone().unwrap_or_default();
        Some(vec![name(rules, &verdict.rule).to_owned(), word.to_owned(), reason])
    });
    table(&[("规则", 4), ("结果", 2), ("原因", 6)], rows, "没有。")
}

fn passed(report: &Report, rules: &[RuleCard]) -> Block {
    let passed = report.verdicts.iter().filter(|verdict| verdict.outcome == OutcomeKind::Passed);
    let rows = passed.map(|verdict| vec![name(rules, &verdict.rule).to_owned(), verdict.rule.clone()]);
    table(&[("规则", 6), ("编号", 5)], rows, "没有。")
}

/// A rule's name in the catalogue.
fn name<'a>(rules: &'a [RuleCard], id: &'a str) -> &'a str {
    rules.iter().find(|rule| rule.id == id).map_or(id, |rule| &rule.title)
}

/// A numbered table, or the words for none.
fn table(columns: &[(&str, u32)], rows: impl Iterator<Item = Vec<String>>, none: &str) -> Block {
    let head = std::iter::once(Cell::head("序号")).chain(columns.iter().map(|(name, _)| Cell::head(*name)));
    let row = |(number, cells): (u32, Vec<String>)| {
        std::iter::once(number.to_string()).chain(cells).map(Cell::new).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<Cell>> = (1..).zip(rows).map(row).collect();
    if rows.is_empty() {
        return Block::Paragraph(none.into());
    }
    let widths = std::iter::once(1).chain(columns.iter().map(|(_, width)| *width)).collect();
    Block::Table(Table { heads: 1, widths, rows: std::iter::once(head.collect()).chain(rows).collect() })
}

fn signatures() -> Table {
    let row =
        |left: &str, right: &str| vec![Cell::head(left), Cell::new("\n"), Cell::head(right), Cell::new("\n")];
    Table {
        heads: 0, widths: vec![2, 4, 2, 4], rows: vec![row("填报人", "审核人"), row("负责人", "日期")]
    }
}

fn heading(text: &str) -> Block {
    Block::Heading(1, text.into())
}

fn listed(lines: impl Iterator<Item = String>, none: &str) -> Vec<Block> {
    let lines: Vec<Block> = lines.map(|line| Block::Paragraph(line.into())).collect();
    if lines.is_empty() { vec![Block::Paragraph(none.into())] } else { lines }
}
