//! What is handed over of many reports at once: to each unit its own list, to whoever keeps the overview a table of units and
//! rules. All of it is made of a small [`Handover`] for each report, so that no report has to be kept for it.

use super::{letter, plain, standing::Standing};
use crate::formats::file_of;
use crate::wire::{
    Confirmation, File, Finding, Handover, HandoverFinding, HandoverVerdict, OutcomeKind, RuleCard, Severity,
    Sheet, SheetRow,
};

/// The part of a file.
pub fn of(file: &File, confirmations: &[Confirmation]) -> Handover {
    let mut part = Handover {
        file: file.name.clone(),
        organ: None,
        year: None,
        profile: None,
        corrected: None,
        standing: Standing::Unreadable.to_string(),
        open: true,
        failure: file.error.clone(),
        findings: Vec::new(),
        verdicts: Vec::new(),
        letter: String::new(),
    };
    if let Some(error) = &file.error {
        part.letter = plain(&format!("{}：{}{}", name(file), error.message, error.hint)).into_owned();
    }
    let Some(report) = &file.report else { return part };
    let explained =
        |finding: &Finding| confirmations.iter().find(|one| one.fingerprint == finding.fingerprint);
    let standing = Standing::of_report(report, confirmations);
    let verdict = |verdict: &crate::wire::Verdict| HandoverVerdict {
        rule: verdict.rule.clone(),
        outcome: verdict.outcome,
    };
    let finding = |finding: &Finding| HandoverFinding {
        severity: finding.severity,
        certainty: finding.certainty,
        rule: finding.rule.clone(),
        message: finding.message.clone(),
        because: finding.because.clone(),
        todo: finding.todo.clone(),
        line: finding.places.first().map_or(0, |place| place.line),
        explained: explained(finding).map(|one| one.reason.clone()).unwrap_or_default(),
    };
    let open = || report.findings.iter().filter(|finding| explained(finding).is_none());
    Handover {
        organ: report.organ.clone(),
        year: report.year,
        profile: report.profile.clone(),
        corrected: report.corrected().map(str::to_owned),
        standing: standing.to_string(),
        open: open().next().is_some() || !standing.is_clean(),
        findings: report.findings.iter().map(finding).collect(),
        verdicts: report.verdicts.iter().map(verdict).collect(),
        letter: letter::report(report, open()),
        ..part
    }
}

fn name(file: &File) -> &str {
    file_of(&file.name)
}

/// The profile that reports were checked under, once.
pub(super) fn profile(parts: &[Handover]) -> Option<String> {
    parts.iter().find_map(|part| part.profile.as_ref()).map(|profile| format!("{profile}。"))
}

/// What a person put right in the reading of a report.
pub(super) fn corrected(part: &Handover) -> Option<String> {
    part.corrected.as_ref().map(|told| format!("{}：{told}。", part.file))
}

/// Unit and year in a few words; the file without its folders where they are not known.
pub fn title(part: &Handover) -> String {
    let file = || file_of(&part.file).to_owned();
    let organ = part.organ.clone().unwrap_or_else(file);
    part.year.map_or_else(|| organ.clone(), |year| format!("{organ}{year}年"))
}

/// One report a row: how it stands, and its most important problem.
pub fn overview(parts: &[Handover]) -> Sheet {
    let count = |part: &Handover, severity| {
        let open = part.findings.iter().filter(|finding| finding.explained.is_empty());
        open.filter(|finding| finding.severity == severity).count().to_string()
    };
    let row = |part: &Handover| {
        let first = part.findings.iter().find(|finding| finding.explained.is_empty());
        let first = first.map(|finding| finding.message.clone());
        SheetRow {
            cells: vec![
                part.organ.clone().unwrap_or_default(),
                part.year.map(|year| year.to_string()).unwrap_or_default(),
                part.standing.clone(),
                count(part, Severity::Error),
                count(part, Severity::Warning),
                count(part, Severity::Hint),
                first.or_else(|| part.failure.as_ref().map(|why| why.message.clone())).unwrap_or_default(),
                part.file.clone(),
            ],
            marked: part.findings.iter().any(|finding| finding.severity == Severity::Error),
        }
    };
    let open = parts.iter().filter(|part| part.open).count();
    Sheet {
        relation: None,
        title: "总览".into(),
        notes: std::iter::once(format!("共 {} 份，其中 {open} 份有问题或未能核对。", parts.len()))
            .chain(profile(parts))
            .collect(),
        columns: ["单位", "年度", "结论", "不通过", "需核实", "提示", "首个问题", "文件"]
            .map(str::to_owned)
            .into(),
        rows: parts.iter().map(row).collect(),
    }
}

/// 总表: a row for each report and a column for each rule that has anything to say of one of them.
pub fn matrix(parts: &[Handover], rules: &[RuleCard]) -> Sheet {
    let outcome = |part: &Handover, rule: &RuleCard| {
        part.verdicts.iter().find(|verdict| verdict.rule == rule.id).map(|verdict| verdict.outcome)
    };
    let says = |rule: &&RuleCard| {
        let told = |part| matches!(outcome(part, rule), Some(OutcomeKind::Failed | OutcomeKind::NotJudged));
        parts.iter().any(told)
    };
    let told: Vec<&RuleCard> = rules.iter().filter(says).collect();
    let cell = |part: &Handover, rule: &RuleCard| match outcome(part, rule) {
        None => String::new(),
        Some(OutcomeKind::Passed) => "√".into(),
        Some(OutcomeKind::NotJudged) => "？".into(),
        Some(OutcomeKind::NotApplicable) => "/".into(),
        Some(OutcomeKind::Failed) => {
            match part.findings.iter().filter(|finding| finding.rule == rule.id).count() {
                0 => "×".into(),
                count => count.to_string(),
            }
        }
    };
    let row = |part: &Handover| {
        let year = part.year.map(|year| year.to_string()).unwrap_or_default();
        let first = [title_of(part), year, part.standing.clone()];
        let cells = first.into_iter().chain(told.iter().map(|rule| cell(part, rule))).collect();
        SheetRow { cells, marked: false }
    };
    let failed = |rule: &&RuleCard| {
        let failed = |part: &&Handover| outcome(part, rule) == Some(OutcomeKind::Failed);
        parts.iter().filter(failed).count().to_string()
    };
    let sums = ["有问题的份数".to_owned(), String::new(), String::new()];
    let sums = SheetRow { cells: sums.into_iter().chain(told.iter().map(failed)).collect(), marked: false };
    let names = ["单位", "年度", "结论"].into_iter().map(str::to_owned);
    Sheet {
        relation: None,
        title: "总表".into(),
        notes: std::iter::once(
            "数字为问题处数；× 有问题，已计在同一原因的其他规则中；√ 通过，？ 未能判断，/ 不适用。各份都通过或不适用的规则不列。".into(),
        )
        .chain(profile(parts))
        .collect(),
        columns: names.chain(told.iter().map(|rule| format!("{}（{}）", rule.title, rule.id))).collect(),
        rows: parts.iter().map(row).chain([sums]).collect(),
    }
}

/// The unit, else the file without its folders.
fn title_of(part: &Handover) -> String {
    title(&Handover { year: None, ..part.clone() })
}

/// The list of one unit.
pub fn list(part: &Handover) -> Sheet {
    let row = |(number, finding): (usize, &HandoverFinding)| {
        let verdict = format!("{} · {}", finding.severity.word(), finding.certainty.word());
        let cells = [number.to_string(), verdict, finding.message.clone(), finding.because.clone()];
        let answer = if finding.explained.is_empty() {
            finding.todo.clone()
        } else {
            format!("已说明：{}", finding.explained)
        };
        SheetRow { cells: cells.into_iter().chain([answer]).collect(), marked: false }
    };
    let mut notes = vec![format!("核对结论：{}。", part.standing)];
    notes.extend(profile(std::slice::from_ref(part)));
    notes.extend(part.corrected.iter().map(|told| format!("{told}。")));
    notes.extend(part.failure.iter().map(|why| format!("{}{}", why.message, why.hint)));
    notes.push("“确定”“很可能”“请核对”表示把握大小；结果供参考，以经办人核对台账为准。".into());
    Sheet {
        relation: None,
        title: format!("{}政府信息公开工作年度报告问题清单", title(part)),
        notes,
        columns: ["序号", "结论", "问题", "原因", "请核对"].map(str::to_owned).into(),
        rows: (1..).zip(&part.findings).map(row).collect(),
    }
}

/// The messages to all units, one after another, each with its unit above it.
pub fn letters(parts: &[Handover]) -> String {
    let letters = parts.iter().filter(|part| part.open).map(|part| part.letter.as_str());
    letters.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The rows of 问题清单 of all reports.
pub(super) fn rows(part: &Handover, with_answers: bool) -> Vec<SheetRow> {
    let explained = |cells: [String; 10], answer: &str| SheetRow {
        cells: cells.into_iter().chain(with_answers.then(|| answer.to_owned())).collect(),
        marked: false,
    };
    let failure = part.failure.iter().map(|error| {
        let cells =
            ["", "", &part.file, "未能读取", "", error.kind.id(), &error.message, "", &error.hint, ""];
        explained(cells.map(str::to_owned), "")
    });
    let findings = part.findings.iter().map(|finding| {
        let cells = [
            part.organ.clone().unwrap_or_default(),
            part.year.map(|year| year.to_string()).unwrap_or_default(),
            part.file.clone(),
            finding.severity.word().to_owned(),
            finding.certainty.word().to_owned(),
            finding.rule.clone(),
            finding.message.clone(),
            finding.because.clone(),
            finding.todo.clone(),
            if finding.line == 0 { String::new() } else { finding.line.to_string() },
        ];
        explained(cells, &finding.explained)
    });
    failure.chain(findings).collect()
}
