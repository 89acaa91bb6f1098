//! Reads `phrasings/*.md`: sentences as reports write them, the cells they stand beside, and what must be understood.
//!
//! Every claim of a case is listed, in reading order: number, meaning, verdict. The verdict is `agrees`, `differs`
//! (certain), `likely` (differs; an explanation is there, but the numbers speak against it), `doubt` (differs, but something
//! legitimate may explain it) or `silent` (not compared). Cells that a
//! case does not name are 0. `JIAOHE_PRINT=1 cargo test --test phrasings` prints what is found instead.

use jiaohe::document::{Builder, Document, Format, LineId};
use jiaohe::report::claims::{Certainty, Claim, Comparison, find};
use jiaohe::report::form::{CellId, Edition, SectionKind, TableKind};
use jiaohe::report::{CellReading, CellState, Organ, Section, TableReading, TableState, Tables};
use jiaohe::text::Decimal;
use std::fmt::Write as _;

/// One case of a file.
#[derive(Debug, Default, Clone)]
struct Case {
    title: String,
    organ: String,
    year: u16,
    section: u8,
    edition2019: bool,
    unreadable: bool,
    cells: Vec<(String, String)>,
    lines: Vec<String>,
    expected: Vec<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in file.lines() {
        if let Some(title) = line.strip_prefix("### ") {
            cases.push(Case { title: title.into(), year: 2023, section: 1, ..Case::default() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(prose) = line.strip_prefix('>') {
            case.lines.push(prose.trim().into());
        } else if let Some(claim) = line.strip_prefix("* ") {
            case.expected.push(claim.into());
        } else if let Some(setting) = line.strip_prefix("- ") {
            for part in setting.split_whitespace() {
                let (name, value) = part.split_once('=').unwrap_or((part, ""));
                match name {
                    "organ" => case.organ = value.into(),
                    "year" => case.year = value.parse().unwrap_or(0),
                    "section" => case.section = value.parse().unwrap_or(0),
                    "edition" => case.edition2019 = value == "2019",
                    "unreadable" => case.unreadable = true,
                    cell => case.cells.push((cell.into(), value.into())),
                }
            }
        }
    }
    cases
}

/// `received=5` stands for the cells 自然人 and 总计 of that row; `t4.review.upheld=1` for itself.
fn tables(case: &Case) -> Tables {
    let edition = if case.edition2019 { Edition::F2019 } else { Edition::F2021 };
    let table = |kind| {
        let reading = |cell: CellId| {
            let id = cell.to_string();
            let named = case.cells.iter().rev().find(|(name, _)| {
                *name == id || [".person", ".total"].iter().any(|column| id == format!("t3.{name}{column}"))
            });
            let value = named.map_or("0", |(_, value)| value);
            let state = match Decimal::parse(value) {
                Some(value) => CellState::Number(value),
                None => CellState::Unreadable,
            };
            (cell, CellReading { state, text: value.into(), span: None })
        };
        let cells = CellId::of_table(kind, edition).into_iter().map(reading).collect();
        let state =
            if case.unreadable { TableState::Unreadable("行列不清".into()) } else { TableState::Read };
        TableReading { kind, state, edition: Some(edition), cells, lines: Vec::new(), signs: Vec::new() }
    };
    let tables = Tables {
        table2: table(TableKind::Table2),
        table3: table(TableKind::Table3),
        table4: table(TableKind::Table4),
    };
    for (name, _) in &case.cells {
        let known = CellId::parse(name).is_some() || CellId::parse(&format!("t3.{name}.total")).is_some();
        let of2019 = case.edition2019 && name.starts_with("t2_2019.");
        assert!(known || of2019, "{}: no such cell: {name}", case.title);
    }
    tables
}

fn document(lines: &[String]) -> (Document, Vec<LineId>) {
    let mut builder = Builder::new(Format::Text);
    for line in lines {
        builder.paragraph(line.clone(), None);
    }
    (builder.finish(), (0..).take(lines.len()).map(LineId).collect())
}

fn claims_of(case: &Case) -> (Document, Vec<Claim>) {
    let (document, lines) = document(&case.lines);
    let kind = SectionKind::numbered(case.section).expect("a section from 1 to 6");
    let section = Section { kind, heading: None, prose: lines };
    let claims =
        find(&document, &Organ::of(&case.organ), &[], &[section], Some(case.year), &tables(case)).claims;
    (document, claims)
}

fn describe(claim: &Claim) -> String {
    let verdict = match &claim.comparison {
        Comparison::Agrees(_) => "agrees",
        Comparison::Differs { certainty: Certainty::Certain, .. } => "differs",
        Comparison::Differs { certainty: Certainty::Likely, .. } => "likely",
        Comparison::Differs { certainty: Certainty::Possible, .. } => "doubt",
        Comparison::NotCompared(_) => "silent",
    };
    let vague = if claim.approximate { "~" } else { "" };
    format!("{vague}{} {} {verdict}", claim.number, claim.meaning.id())
}

fn explain(claim: &Claim) -> String {
    let reason = match &claim.comparison {
        Comparison::Differs { doubt: Some(reason), .. } | Comparison::NotCompared(reason) => {
            reason.to_string()
        }
        _ => String::new(),
    };
    let part = claim.part_of.map_or(String::new(), |of| format!(" <{of}"));
    format!("{:<44}{part} {} {reason}", describe(claim), claim.text)
}

#[test]
fn phrasings_mean_what_they_say() {
    let files = [
        include_str!("phrasings/requests.md"),
        include_str!("phrasings/others.md"),
        include_str!("phrasings/paragraphs.md"),
        include_str!("phrasings/fresh.md"),
    ];
    let print = std::env::var_os("JIAOHE_PRINT").is_some();
    let (mut wrong, mut count) = (String::new(), 0);
    for case in files.iter().flat_map(|file| cases(file)) {
        count += 1;
        let (document, claims) = claims_of(&case);
        let found: Vec<String> = claims.iter().map(describe).collect();
        for (index, claim) in claims.iter().enumerate() {
            assert!(!document.text(claim.span).is_empty(), "{}: an empty place for {claim:?}", case.title);
            assert!(claim.part_of.is_none_or(|of| of < index), "{}: a part before its whole", case.title);
        }
        if print {
            println!("### {}\n> {}", case.title, case.lines.join("\n> "));
            for claim in &claims {
                println!("* {}", explain(claim));
            }
        }
        if found != case.expected {
            let _ = writeln!(wrong, "\n### {}\n{}", case.title, case.lines.join("\n"));
            for claim in &claims {
                let mark = if case.expected.contains(&describe(claim)) { ' ' } else { '+' };
                let _ = writeln!(wrong, "  {mark} {}", explain(claim));
            }
            for missing in case.expected.iter().filter(|expected| !found.contains(expected)) {
                let _ = writeln!(wrong, "  - {missing}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 170, "only {count} cases");
}

/// Pieces that any text may be made of, in an order that makes no sense.
const PIECES: &[&str] = &[
    "收到",
    "政府信息公开申请",
    "12",
    "件",
    "，",
    "。",
    "（",
    "）",
    "、",
    "其中",
    "分别为",
    "3万余",
    "《",
    "》",
    "未",
    "无",
    "行政复议",
    "2022年",
    "上年结转",
    "１",
    " ",
    "\u{3000}",
    "一",
    "十",
    "百",
    "百分之",
    "%",
    "-",
    "1,000",
    ".",
    "0 0 0",
    "县公安局",
    "全部办结",
    "不予公开",
    "第",
    "[",
    "]",
    "“",
    "：",
    "；",
    "含",
    "占",
    "均",
    "各",
    "亿元",
    "⾏政",
    "a.b",
    "\u{200B}",
    "𠀀",
    "等",
];

#[test]
fn any_text_is_read_to_its_end_and_places_lie_inside() {
    let mut seed: u64 = 20_230_115;
    let mut next = |limit: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % limit
    };
    for _ in 0..600 {
        let lines = (0..=next(3))
            .map(|_| (0..next(60)).filter_map(|_| PIECES.get(next(PIECES.len())).copied()).collect())
            .collect();
        let case = Case { year: 2023, section: 1, organ: "某县".into(), lines, ..Case::default() };
        let (document, claims) = claims_of(&case);
        for (index, claim) in claims.iter().enumerate() {
            let line = document.line(claim.span.line);
            let (start, end) = (claim.span.start as usize, claim.span.end as usize);
            assert!(start < end && line.get(start..end).is_some(), "{:?}: {claim:?}", case.lines);
            assert!(claim.part_of.is_none_or(|of| of < index), "{:?}: {claim:?}", case.lines);
        }
        assert_eq!(claims_of(&case).1, claims, "{:?}", case.lines);
    }
}
