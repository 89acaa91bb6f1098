//! Findings as comments in the clerk's own docx. Its other parts stay byte by byte what they were; of those that have to
//! change, only what makes the comments is added.

use super::edits::Edits;
use super::root::Root;
use crate::export::office::docx::{comment, range_end, range_start};
use crate::export::office::xml::HEAD;
use crate::export::office::zip::{member, pack};
use crate::export::remark::remark;
use crate::member::Member;
use crate::read::{Docx, Place, Spot};
use crate::wire::{Block, CheckedReport, Finding};
use std::ops::Range;

const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
/// The names that documents of the strict kind use instead of the usual ones (ECMA-376-1, annex A and part 4).
const STRICT: &str = "http://purl.oclc.org/ooxml/";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// The docx with a comment for each finding; `None` if it holds no text to put one at.
pub(super) fn annotate(docx: &Docx, checked: &CheckedReport) -> Option<Vec<u8>> {
    // Attributes need the prefix of their namespace, so without one nothing can be written.
    let main = Root::of(&docx.traced.source).filter(|root| !root.prefix.is_empty())?;
    let first = docx.last_comment.map_or(0, |last| last.saturating_add(1));
    let mut edits = Edits::default();
    let mut remarks = Vec::new();
    for (finding, number) in checked.report.findings.iter().zip(first..) {
        let (from, to) = ends(docx, checked, finding)?;
        put(&docx.traced.source, &mut edits, &main.prefix, number, (from, to));
        remarks.push((number, remark(finding)));
    }
    let mut changed = vec![(docx.traced.main.clone(), edits.apply(&docx.traced.source))];
    changed.extend(with_comments(docx, &main, &remarks)?);
    Some(rewritten(docx, &changed))
}

/// The container with some parts changed or added.
fn rewritten(docx: &Docx, changed: &[(String, String)]) -> Vec<u8> {
    let changed_or_not = |part: &Member| match changed.iter().find(|(name, _)| part.is_called(name)) {
        Some((_, text)) => Member {
            name: part.name.clone(),
            is_utf8: part.is_utf8,
            time: part.time,
            ..member("", text.as_bytes())
        },
        None => part.clone(),
    };
    let new = changed.iter().filter(|(name, _)| !docx.has_part(name));
    let added = new.map(|(name, text)| member(name, text.as_bytes()));
    pack(&docx.parts.iter().map(changed_or_not).chain(added).collect::<Vec<_>>())
}

/// The comments, in the part that there is or in a new one with what leads to it.
fn with_comments(
    docx: &Docx,
    main: &Root,
    remarks: &[(usize, Vec<String>)],
) -> Option<Vec<(String, String)>> {
    let all = |prefix: &str| -> String {
        remarks.iter().map(|(number, paragraphs)| comment(prefix, *number, paragraphs)).collect()
    };
    if let Some(part) = &docx.comments {
        let root = Root::of(&part.text).filter(|root| !root.prefix.is_empty())?;
        return Some(vec![(part.name.clone(), root.with(&part.text, &all(&root.prefix))?)]);
    }
    let prefix = main.prefix.as_str();
    let declared = format!("xmlns:{}", prefix.trim_end_matches(':'));
    let namespace = &main.namespace;
    let text =
        format!("{HEAD}<{prefix}comments {declared}=\"{namespace}\">{}</{prefix}comments>", all(prefix));
    let folder =
        docx.traced.main.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    // A part of the usual name that nothing leads to stays what it is.
    let number = |n: u32| if n == 0 { String::new() } else { n.to_string() };
    let file = (0..).map(|n| format!("comments{}.xml", number(n)));
    let file = file.take(FEW).find(|file| !docx.has_part(&format!("{folder}{file}")))?;
    let name = format!("{folder}{file}");
    let root = Root::of(&docx.types.text)?;
    let types = root.with(
        &docx.types.text,
        &format!("<{}Override PartName=\"/{name}\" ContentType=\"{KIND}\"/>", root.prefix),
    )?;
    let root = Root::of(&docx.relations.text)?;
    let id = (1..=u32::MAX).map(|n| format!("rIdComments{n}")).find(|id| !docx.has_relation(id))?;
    let kind = if main.namespace.starts_with(STRICT) { STRICT_RELATIONS } else { RELATIONS };
    let relation =
        format!("<{}Relationship Id=\"{id}\" Type=\"{kind}/comments\" Target=\"{file}\"/>", root.prefix);
    let relations = root.with(&docx.relations.text, &relation)?;
    Some(vec![(docx.types.name.clone(), types), (docx.relations.name.clone(), relations), (name, text)])
}

/// So many names are tried.
const FEW: usize = 100;

/// A character of a piece.
#[derive(Debug, Clone, Copy)]
struct At<'d> {
    spot: &'d Spot,
    /// How many of its characters stand before.
    character: usize,
}

/// Between which characters the comment of a finding goes: at its first place that was found, else at the title, else at
/// the beginning.
fn ends<'d>(docx: &'d Docx, checked: &CheckedReport, finding: &Finding) -> Option<(At<'d>, At<'d>)> {
    let at_places = finding.places.iter().find_map(|place| {
        let start = place.column.saturating_sub(1) as usize;
        stretch(docx, place.line.saturating_sub(1), start..start + place.length as usize)
    });
    let title = || {
        checked.blocks.iter().find_map(|block| match block {
            Block::Title { line } => stretch(docx, *line, 0..usize::MAX),
            _ => None,
        })
    };
    let beginning = || {
        let spot = docx.traced.spots.first()?;
        Some((At { spot, character: 0 }, At { spot, character: usize::MAX }))
    };
    at_places.or_else(title).or_else(beginning)
}

/// The pieces of a line that some characters lie in.
fn stretch(docx: &Docx, line: u32, characters: Range<usize>) -> Option<(At<'_>, At<'_>)> {
    let pieces = docx.traced.lines.get(line as usize)?;
    let at = |character: usize, is_end: bool| {
        // An end belongs to the piece before it.
        let before = |start: usize| if is_end { start < character } else { start <= character };
        let piece = pieces.iter().rev().find(|piece| before(piece.start)).or(pieces.first())?;
        let spot = docx.traced.spots.get(piece.spot)?;
        Some(At { spot, character: character.saturating_sub(piece.start) })
    };
    Some((at(characters.start, false)?, at(characters.end.max(characters.start + 1), true)?))
}

/// Puts the beginning and the end of a comment into the source.
fn put(source: &str, edits: &mut Edits, prefix: &str, number: usize, (from, to): (At<'_>, At<'_>)) {
    let (start, end) = (range_start(prefix, number), range_end(prefix, number));
    let is_nowhere = |at: At<'_>| at.spot.place == Place::Blank && at.spot.outer.is_empty();
    // A blank cell has no character that the comment could end behind.
    let to = if is_nowhere(to) { At { character: usize::MAX, ..from } } else { to };
    if is_nowhere(from) {
        let (at, until, open, close) = from.spot.room(source);
        edits.fill(at..until, (&open, &close), &format!("{start}{end}"));
        return;
    }
    let place = boundary(source, edits, from, false);
    edits.begin(place, &start);
    let place = boundary(source, edits, to, true);
    edits.end(place, &end);
}

/// Where something can be put before or behind a character: between runs if the piece allows that; else its run is cut.
/// Within a change, a link or a box nothing is cut: it goes before or behind the whole.
fn boundary(source: &str, edits: &mut Edits, at: At<'_>, is_end: bool) -> usize {
    let spot = at.spot;
    let text = |range: Range<usize>| source.get(range).unwrap_or_default();
    let content = text(spot.content.clone());
    let whole = if is_end { spot.outer.end } else { spot.outer.start };
    if !spot.is_direct() || content.contains('<') {
        return whole;
    }
    let before = offset(content, at.character);
    let is_first = [spot.run.end, spot.properties.end].contains(&spot.tag.start);
    // Nothing but the ends of text and run comes behind.
    let is_last = text(spot.content.end..spot.outer.end).matches('<').count() == 2;
    if (!is_end && before == 0 && is_first) || (is_end && before == content.len() && is_last) {
        return whole;
    }
    let (tag, run) = (text(spot.tag.clone()), text(spot.run.clone()));
    let (text_name, run_name) = (name(tag), name(run));
    let properties = text(spot.properties.clone());
    let reopen = format!("{run}{properties}<{text_name} xml:space=\"preserve\">");
    let place = spot.content.start + before;
    edits.cut(place, &format!("</{text_name}></{run_name}>"), &reopen);
    if !tag.contains("xml:space") {
        edits.replace(spot.tag.clone(), &format!("{} xml:space=\"preserve\">", tag.trim_end_matches('>')));
    }
    place
}

/// The name in a start tag.
fn name(tag: &str) -> &str {
    tag.trim_start_matches('<')
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '>'))
        .next()
        .unwrap_or_default()
}

/// The byte of a source text at which a character begins; a reference such as `&amp;` is one character.
fn offset(content: &str, characters: usize) -> usize {
    let (mut count, mut in_reference) = (0, false);
    for (at, char) in content.char_indices() {
        if !in_reference {
            if count == characters {
                return at;
            }
            count += 1;
        }
        in_reference = if in_reference { char != ';' } else { char == '&' };
    }
    content.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_one_character() {
        let byte = |characters| offset("甲&amp;乙&#x4e19;", characters);
        assert_eq!([0, 1, 2, 3, 4, 9].map(byte), [0, 3, 8, 11, 19, 19]);
    }
}
