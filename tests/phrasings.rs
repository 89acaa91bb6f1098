//! Reads `phrasings/*.md`: sentences as reports write them, the cells they stand beside, and what must be understood.
//!
//! Every claim of a case is listed, in reading order: number, meaning, verdict. The verdict is `agrees`, `differs`
//! (certain), `likely` (differs; an explanation is there, but the numbers speak against it), `doubt` (differs, but something
//! legitimate may explain it) or `silent` (not compared). Cells that a
//! case does not name are 0. `JIAOHE_PRINT=1 cargo test --test phrasings` prints what is found instead.

#[allow(clippy::indexing_slicing, reason = "a test may fail loudly")]
mod marked;
mod prose;

use jiaohe::report::claims::{Certainty, Claim, Comparison};
use prose::{Case, claims_of};
use std::fmt::Write as _;

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
            case.set(setting);
        }
    }
    cases
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
    assert!(count >= 200, "only {count} cases");
}

#[test]
fn marked_numbers_are_told_and_look_alikes_are_not() {
    let all = marked::sentences();
    let wrong: Vec<String> = all
        .iter()
        .filter(|sentence| !sentence.is_aside())
        .flat_map(|sentence| sentence.judge().wrong)
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(all.len() >= 380, "only {} sentences", all.len());
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
