//! What becomes of doubtful pieces of a line once it is whole: a mark of a note, or text that has the colour of its ground, is
//! left out only if something else is shown beside it.

use super::{Omitted, Why};
use crate::text::{is_blank, shows};

/// Begin and end of a piece that is left out if the rest of its line shows something. No text has these noncharacters.
pub(super) const RAISED: char = '\u{fdd0}';
pub(super) const WHITE: char = '\u{fdd1}';
pub(super) const TINY: char = '\u{fdd3}';
pub(super) const FAINT: char = '\u{fdd4}';
pub(super) const UNSURE: char = '\u{fdd5}';
const END: char = '\u{fdd2}';
const BEGINS: [char; 5] = [RAISED, WHITE, TINY, FAINT, UNSURE];
/// Where the size of the text changes.
pub(super) const SMALLER: char = '\u{fdd6}';
pub(super) const LARGER: char = '\u{fdd7}';
pub(super) const OTHER: char = '\u{fdd8}';
const STEPS: [char; 3] = [SMALLER, LARGER, OTHER];

/// More characters than this are no mark of a note.
const MARK: usize = 6;
/// So many digits behind a digit may as well be a part of the number that was raised by mistake.
const DIGITS: usize = 3;

/// Writes text that is left out if the rest of its line shows something else: a line that is raised or white as a whole is
/// only set so, or has a dark ground.
pub(super) fn doubtful(why: char, text: &str, line: &mut String) {
    if !shows(text) {
        line.push_str(text);
        return;
    }
    // Pieces of one kind that touch are one: the digits of a mark come one by one.
    if line.ends_with(END)
        && line.rfind(BEGINS).is_some_and(|at| line.get(at..).is_some_and(|rest| rest.starts_with(why)))
    {
        line.pop();
    } else {
        line.push(why);
    }
    line.extend(text.chars().filter(|char| !matches!(*char, '\u{fdd0}'..='\u{fdd8}')));
    line.push(END);
}

/// Decides what becomes of doubtful pieces, now that the line is whole.
pub(in crate::read) fn settle(line: &mut String, omitted: &mut Omitted) {
    omitted.part();
    omitted.size = None;
    if !omitted.doubts {
        return;
    }
    if line.contains(STEPS) {
        level(line);
    }
    if !line.contains(END) {
        return;
    }
    let mut pieces: Vec<(Option<char>, &str)> = Vec::new();
    for part in line.split(END) {
        let (plain, piece) = match part.find(BEGINS) {
            Some(at) => part.split_at(at),
            None => (part, ""),
        };
        pieces.push((None, plain));
        let mut chars = piece.chars();
        if let Some(begin) = chars.next() {
            pieces.push((Some(begin), chars.as_str()));
        }
    }
    let alone = !pieces.iter().any(|(begin, text)| begin.is_none() && shows(text));
    // Beside whatever else is shown, doubtful or not, a mark is a mark: 2¹ is no 21 because all of it is white.
    let only_raised = !pieces.iter().any(|(begin, text)| *begin != Some(RAISED) && shows(text));
    let mut settled = String::with_capacity(line.len());
    let mut apart = false;
    for (begin, text) in pieces {
        let touches = |settled: &str| settled.ends_with(is_part_of_number);
        if std::mem::take(&mut apart) && text.starts_with(is_part_of_number) && touches(&settled) {
            settled.push(' ');
        }
        match begin {
            Some(WHITE) if !alone => omitted.add(Why::White),
            Some(FAINT) if !alone => omitted.add(Why::Faint),
            Some(TINY) if !alone => omitted.add(Why::Small),
            // Whether it is shown cannot be told: apart from the number it makes it unreadable.
            Some(UNSURE) if !alone => {
                if touches(&settled) && text.starts_with(is_part_of_number) {
                    settled.push(' ');
                }
                settled.push_str(text);
                apart = true;
            }
            Some(RAISED) if !only_raised && is_mark(text) => {
                if settled.ends_with(|last: char| last.is_ascii_digit()) && digits(text) >= DIGITS {
                    // Whether these digits belong to the number cannot be told.
                    settled.push(' ');
                    settled.push_str(text);
                } else {
                    omitted.add(Why::Raised);
                }
            }
            _ => settled.push_str(text),
        }
    }
    *line = settled;
}

/// Makes marks of notes of digits that are much smaller than the number beside them, and sets those apart that are somewhat
/// smaller or larger: whether they belong to it cannot be told.
fn level(line: &mut String) {
    let mut levelled = String::with_capacity(line.len() + 8);
    let mut rest = line.as_str();
    // What came before the piece: whether the piece is smaller than it.
    let mut step = None;
    loop {
        let at = rest.find(STEPS).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(at);
        let mut chars = after.chars();
        let next = chars.next();
        let plain = !piece.contains(BEGINS) && !piece.contains(END);
        // Behind a number, or behind the mark of a note; a date may go on in a smaller size.
        let after_mark = || {
            levelled.rfind(BEGINS).is_some_and(|at| {
                levelled.get(at..).is_some_and(|last| last.starts_with(RAISED) && last.ends_with(END))
            })
        };
        let goes_on = piece.starts_with(|first: char| is_blank(first) || matches!(first, '-' | '/' | ':'));
        let behind = step == Some(SMALLER)
            && !goes_on
            && (levelled.ends_with(|last: char| last.is_ascii_digit()) || after_mark());
        // A number may stand before another, parted by a blank or a mark: 2. 2024.
        let touches = piece.ends_with(|last: char| last.is_ascii_digit() || matches!(last, ')' | '）' | ']'));
        let before = next == Some(LARGER)
            && touches
            && chars.as_str().starts_with(|first: char| first.is_ascii_digit());
        let has_digit = piece.contains(|char: char| char.is_ascii_digit());
        if plain
            && has_digit
            && is_mark(piece)
            && !piece.starts_with(['.', ','])
            && (behind || before && step != Some(LARGER))
        {
            doubtful(RAISED, piece, &mut levelled);
        } else {
            if step.is_some() && levelled.ends_with(is_part_of_number) && piece.starts_with(is_part_of_number)
            {
                levelled.push(' ');
            }
            levelled.push_str(piece);
        }
        step = next;
        rest = chars.as_str();
        if next.is_none() {
            break;
        }
    }
    *line = levelled;
}

fn is_part_of_number(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '.' | ',')
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// Whether raised text may be the mark of a note or an exponent: short, and without ideographs but 注.
fn is_mark(text: &str) -> bool {
    let shown = || text.chars().filter(|char| !is_blank(*char));
    let fits = |char: char| {
        char.is_numeric() && !is_han(char) || !char.is_alphabetic() || char.is_ascii() || char == '注'
    };
    shown().count() <= MARK && shown().all(fits)
}

fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}')
}
