//! Comments in the clerk's own docx, and in a docx of any other report.

use super::package::{comments, members, packed, text};
use super::{made, opened, report, written, wrong};
use jiaohe::Options;
use jiaohe::deliver::{Refusal, Told, make};
use jiaohe::vocabulary::Deliverable;
use jiaohe::wire::{Confirmation, Finding};
use jiaohe_testkit::docx::pack;
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario};

const DOCUMENT: &str = "word/document.xml";
const COMMENTS: &str = "word/comments.xml";

fn bytes(source: &Source) -> &[u8] {
    match source {
        Source::Bytes(bytes) => bytes,
        Source::Text(text) => text.as_bytes(),
    }
}

/// The docx of a report with something in it replaced, and with further parts.
fn edited(scenario: &Scenario, edit: impl Fn(String) -> String, more: &[(&str, &str)]) -> Source {
    let docx = written(scenario, Layout::Docx);
    let parts: Vec<(String, String)> = members(bytes(&docx))
        .into_iter()
        .map(|(name, content)| {
            let content = String::from_utf8(content).unwrap();
            let content = if name == DOCUMENT { edit(content) } else { content };
            (name, content)
        })
        .collect();
    let mut parts: Vec<(&str, &str)> =
        parts.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
    parts.extend(more);
    Source::Bytes(pack(&parts))
}

fn annotated(source: &Source) -> Vec<u8> {
    let made = made(Deliverable::Comments, "年报.docx", source).unwrap();
    assert_eq!((made.name.as_str(), made.note.as_str()), ("年报-批注版.docx", ""));
    made.bytes
}

/// Whether a comment is that of a finding: it has its words, but for a stop at their end.
fn says(remark: &str, finding: &Finding) -> bool {
    remark.contains(finding.message.trim_end_matches('。'))
}

/// What a correct file must keep whatever is put beside it: each line and each cell, so each finding.
fn same_text(before: &Source, after: &[u8]) {
    let checked = |source: &Source| opened("a", source).review(&Options::default(), true).checked.unwrap();
    let (before, after) = (checked(before), checked(&Source::Bytes(after.to_vec())));
    assert_eq!(before.lines, after.lines);
    assert_eq!(before.report.findings, after.report.findings);
}

#[test]
fn what_the_clerk_has_settled_is_no_comment() {
    for layout in [Layout::Docx, Layout::TabCells] {
        let source = written(&wrong(), layout);
        let settled = report(&source).findings.swap_remove(0);
        let confirmation =
            Confirmation { fingerprint: settled.fingerprint.clone(), reason: "读取有误".into() };
        let told = Told { time: "", confirmations: std::slice::from_ref(&confirmation) };
        let file = make(Deliverable::Comments, &opened("年报", &source), &Options::default(), &told).unwrap();
        let remarks = comments(&file.bytes, DOCUMENT, COMMENTS);
        assert!(!remarks.is_empty() && remarks.iter().all(|(_, remark)| !says(remark, &settled)));
    }
}

#[test]
fn a_part_of_the_usual_name_that_nothing_leads_to_stays() {
    let own = "<a xmlns='b'>eigen</a>";
    let source = edited(&wrong(), |document| document, &[(COMMENTS, own)]);
    let after = annotated(&source);
    assert_eq!(text(&after, COMMENTS), own);
    assert!(!comments(&after, DOCUMENT, "word/comments1.xml").is_empty());
}

#[test]
fn every_other_part_stays_as_it_was_packed() {
    let media = "x".repeat(5000);
    let source = edited(
        &wrong(),
        |document| document,
        &[("word/media/image1.png", &media), ("customXml/item1.xml", "<a/>")],
    );
    let after = annotated(&source);
    let own = members(bytes(&source));
    let new = members(&after);
    let changed = ["[Content_Types].xml", DOCUMENT];
    for (name, content) in &own {
        if changed.contains(&name.as_str()) {
            assert_ne!(packed(bytes(&source), name), packed(&after, name), "{name}");
        } else {
            assert_eq!(packed(bytes(&source), name), packed(&after, name), "{name}");
            assert!(new.contains(&(name.clone(), content.clone())));
        }
    }
    let added: Vec<&str> = new.iter().skip(own.len()).map(|(name, _)| name.as_str()).collect();
    assert_eq!(added, ["word/_rels/document.xml.rels", COMMENTS]);
    assert_eq!(
        new.iter().map(|(name, _)| name).take(own.len()).collect::<Vec<_>>(),
        own.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    same_text(&source, &after);
}

#[test]
fn a_comment_stands_at_what_it_is_about() {
    let source = written(&wrong(), Layout::Docx);
    let found = comments(&annotated(&source), DOCUMENT, COMMENTS);
    let report = report(&source);
    assert!(report.findings.len() >= 2, "something to comment on");
    assert_eq!(found.len(), report.findings.len());
    for finding in &report.findings {
        let (remark, at) = found.iter().find(|(remark, _)| says(remark, finding)).unwrap();
        assert!(remark.starts_with(&format!("【{}】", finding.severity.word())), "{remark}");
        assert!(remark.contains(&finding.because) && remark.contains(&finding.todo), "{remark}");
        let quote = &finding.places[0].quote;
        assert_eq!(at, quote, "{remark}");
    }
    let prose =
        report.findings.iter().find(|finding| finding.rule.starts_with("prose/")).expect("one in prose");
    assert!(prose.places[0].quote.len() < 8, "a number within a sentence: {:?}", prose.places[0].quote);
}

#[test]
fn a_correct_report_gets_no_comment_and_stays_readable() {
    let source = written(&Scenario::base(jiaohe_testkit::correct::Body::County), Layout::Docx);
    let after = annotated(&source);
    assert_eq!(comments(&after, DOCUMENT, COMMENTS).len(), report(&source).findings.len());
    same_text(&source, &after);
}

#[test]
fn comments_of_others_stay() {
    let types = |source: &Source| text(bytes(source), "[Content_Types].xml");
    let plain = written(&wrong(), Layout::Docx);
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let theirs = format!(
        "<w:comments xmlns:w=\"{namespace}\"><w:comment w:id=\"7\" w:author=\"局长\"><w:p><w:r><w:t>请再核</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rIdComments1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>";
    let source = edited(
        &wrong(),
        |document| document,
        &[(COMMENTS, &theirs), ("word/_rels/document.xml.rels", relations)],
    );
    let after = annotated(&source);
    let all = text(&after, COMMENTS);
    assert!(all.contains("w:id=\"7\" w:author=\"局长\"") && all.contains("w:id=\"8\""), "{all}");
    assert_eq!(all.matches("<w:comment ").count(), report(&source).findings.len() + 1);
    assert_eq!(text(&after, "word/_rels/document.xml.rels"), relations, "it leads there already");
    assert_eq!(types(&Source::Bytes(after)), types(&plain));
}

#[test]
fn changes_that_are_tracked_stay_whole() {
    // The wrong number in prose is a change: the comment goes around it, and neither it nor what was deleted is touched.
    let source = written(&wrong(), Layout::Docx);
    let report = report(&source);
    let prose = report.findings.iter().find(|finding| finding.rule.starts_with("prose/")).unwrap();
    let place = &prose.places[0];
    let line = opened("a", &source).review(&Options::default(), true).checked.unwrap().lines
        [place.line as usize - 1]
        .clone();
    let before: String = line.chars().take(place.column as usize - 1).collect();
    let behind: String = line.chars().skip((place.column - 1 + place.length) as usize).collect();
    let (run, changed) =
        ("<w:r><w:t xml:space=\"preserve\">", "<w:ins w:id=\"90\" w:author=\"甲\"><w:r><w:t>");
    let tracked = format!(
        "{run}{before}</w:t></w:r>{changed}{}</w:t></w:r></w:ins><w:del w:id=\"91\" w:author=\"甲\"><w:r><w:delText>999</w:delText></w:r></w:del>{run}{behind}</w:t></w:r>",
        place.quote
    );
    let whole = format!("{run}{line}</w:t></w:r>");
    let source = edited(
        &wrong(),
        |document| {
            assert!(document.contains(&whole), "the sentence is one run");
            document.replace(&whole, &tracked)
        },
        &[],
    );
    let after = annotated(&source);
    let document = text(&after, DOCUMENT);
    assert!(
        document.contains(&format!("{changed}{}</w:t></w:r></w:ins><w:commentRangeEnd", place.quote)),
        "{document}"
    );
    assert!(document.contains("<w:delText>999</w:delText>"));
    let found = comments(&after, DOCUMENT, COMMENTS);
    assert!(found.iter().any(|(remark, at)| says(remark, prose) && *at == place.quote), "{found:#?}");
    same_text(&source, &after);
}

#[test]
fn references_other_prefixes_and_blank_cells_are_met() {
    // A blank cell has no run; its comment makes room in its paragraph.
    let mut blank = wrong();
    blank.set("t3.rejected.publication.welfare", "");
    let source = written(&blank, Layout::Docx);
    let after = annotated(&source);
    same_text(&source, &after);
    let found = comments(&after, DOCUMENT, COMMENTS);
    let told = report(&source).findings;
    let about = told.iter().find(|finding| finding.rule == "cells/blank").expect("a blank is told");
    assert!(found.iter().any(|(remark, at)| says(remark, about) && at.is_empty()), "{found:#?}");
    // Another prefix for the same namespace.
    let source =
        edited(&wrong(), |document| document.replace("w:", "ns0:").replace("xmlns:w", "xmlns:ns0"), &[]);
    let after = annotated(&source);
    assert!(text(&after, COMMENTS).contains("<ns0:comments xmlns:ns0="), "{}", text(&after, COMMENTS));
    same_text(&source, &after);
    // A character that the source writes as a reference is one character still.
    let source = edited(&wrong(), |document| document.replace("收到", "&#25910;到"), &[]);
    let after = annotated(&source);
    same_text(&source, &after);
    let quotes = |source: &Source, after: &[u8]| {
        let own: Vec<String> = report(source)
            .findings
            .iter()
            .map(|one| one.places.first().map(|place| place.quote.clone()).unwrap_or_default())
            .collect();
        comments(after, DOCUMENT, COMMENTS).iter().filter(|(_, at)| own.contains(at)).count()
    };
    assert_eq!(quotes(&source, &after), report(&source).findings.len());
}

#[test]
fn a_signed_file_is_left_alone_and_says_why() {
    let source = edited(&wrong(), |document| document, &[("_xmlsignatures/sig1.xml", "<a/>")]);
    let refusal = made(Deliverable::Comments, "a.docx", &source).unwrap_err();
    assert!(matches!(&refusal, Refusal::NotOffered(why) if why.contains("签名")), "{refusal:?}");
    assert!(made(Deliverable::Certificate, "a.docx", &source).is_ok(), "other files are still offered");
}

#[test]
fn any_other_report_becomes_a_docx_with_the_same_comments() {
    for layout in [Layout::TabCells, Layout::Html, Layout::Markdown] {
        let source = written(&wrong(), layout);
        let made = made(Deliverable::Comments, "年报.txt", &source).unwrap();
        assert!(made.note.contains("不是 docx"), "{}", made.note);
        let before = report(&source);
        let found = comments(&made.bytes, DOCUMENT, COMMENTS);
        assert_eq!(found.len(), before.findings.len(), "{layout:?}");
        for finding in &before.findings {
            let (_, at) = found.iter().find(|(remark, _)| says(remark, finding)).unwrap();
            assert_eq!(at.trim(), finding.places[0].quote.trim(), "{layout:?}: {}", finding.message);
        }
        let after = report(&Source::Bytes(made.bytes));
        assert_eq!(after.cells, before.cells, "{layout:?}");
        assert_eq!((after.title, after.year, after.sections), (before.title, before.year, before.sections));
    }
}
