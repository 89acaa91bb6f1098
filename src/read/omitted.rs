//! What stands in a line and is no part of its text: raised marks, struck and hidden characters. It is left out, counted
//! and told, because glued to a number it would make another number of it.

use crate::text::{is_blank, shows};

/// Declares the reasons with their words, so that none can lack them.
macro_rules! reasons {
    ($($(#[doc = $doc:literal])+ $why:ident = $words:literal)+) => {
        /// Why characters are left out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Why { $($(#[doc = $doc])+ $why,)+ }

        impl Why {
            const ALL: &[(Self, &str)] = &[$((Self::$why, $words)),+];
        }
    };
}

reasons! {
    /// Raised above the line or set below it, as the mark of a note is.
    Raised = "上标"
    /// Struck through.
    Struck = "删除线文字"
    /// How something is pronounced.
    Ruby = "注音"
    /// Hidden by a property of the text, of an element or of a style.
    Hidden = "隐藏文字"
    /// White, beside text that is not.
    White = "白色文字"
    /// Too small to be read beside the rest.
    Small = "极小文字"
    /// Painted over in white.
    Covered = "被遮盖的文字"
    /// Neither filled nor outlined.
    Unpainted = "不显示的文字"
    /// In a layer that is off.
    Layer = "未显示图层的文字"
    /// Outside of what is clipped to.
    Clipped = "被裁去的文字"
    /// Large and pale, behind the text.
    Watermark = "水印"
}

/// How often each reason was met.
#[derive(Debug, Default, Clone)]
pub(super) struct Omitted {
    counts: [usize; Why::ALL.len()],
    /// The reason for the piece that came last, if nothing was shown since: what touches is one piece, whatever formats or
    /// fonts it has.
    last: Option<Why>,
}

impl Omitted {
    /// Counts a piece that is left out.
    pub(super) fn add(&mut self, why: Why) {
        self.counts.get_mut(why as usize).into_iter().for_each(|count| *count += 1);
    }

    /// Counts a piece of text, unless it shows nothing anyway or goes on with the one before.
    pub(super) fn add_text(&mut self, why: Why, text: &str) {
        if shows(text) && self.last.replace(why) != Some(why) {
            self.add(why);
        }
    }

    /// Says that the next piece is one of its own.
    pub(super) fn part(&mut self) {
        self.last = None;
    }

    /// Adds what was met elsewhere.
    pub(super) fn merge(&mut self, other: &Self) {
        self.counts.iter_mut().zip(other.counts).for_each(|(count, more)| *count += more);
    }

    /// One sentence for the clerk, if anything was left out.
    pub(super) fn note(&self) -> Option<String> {
        let counts = self.counts.iter().zip(Why::ALL).filter(|(count, _)| **count > 0);
        let parts: Vec<String> = counts.map(|(count, (_, words))| format!("{words} {count} 处")).collect();
        (!parts.is_empty()).then(|| format!("略去{}", parts.join("、")))
    }
}

/// What makes text be left out, as far as it is said.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    /// Hidden.
    pub(super) hidden: Option<bool>,
    /// Struck through.
    pub(super) struck: Option<bool>,
    /// Raised above the line or set below it.
    pub(super) raised: Option<bool>,
    /// White, on no ground of its own.
    pub(super) white: Option<bool>,
    /// The size in half points, as office programs count it.
    pub(super) size: Option<u16>,
}

/// Nobody reads text of this size: 1 pt, in half points.
const UNSEEN: u16 = 2;
/// Text of this size is no part of a number whose other digits are larger: 4 pt, in half points.
const SMALL: u16 = 8;

impl Marks {
    /// These, and where they say nothing those of what is around.
    pub(super) fn or(self, around: Self) -> Self {
        Self {
            hidden: self.hidden.or(around.hidden),
            struck: self.struck.or(around.struck),
            raised: self.raised.or(around.raised),
            white: self.white.or(around.white),
            size: self.size.or(around.size),
        }
    }

    /// Whether text of these marks is text like any other.
    pub(super) fn is_plain(self) -> bool {
        ![self.hidden, self.struck, self.raised, self.white].contains(&Some(true)) && !self.is_small(SMALL)
    }

    /// Why text of these marks is left out, whatever stands beside it.
    pub(super) fn why(self) -> Option<Why> {
        let on = |mark: Option<bool>, why: Why| (mark == Some(true)).then_some(why);
        on(self.hidden, Why::Hidden)
            .or(on(self.struck, Why::Struck))
            .or(self.is_small(UNSEEN).then_some(Why::Small))
    }

    fn is_small(self, most: u16) -> bool {
        self.size.is_some_and(|size| size <= most)
    }
}

impl Omitted {
    /// Writes text of such marks into its line, or counts it as left out. The line is to be settled when it is whole.
    pub(super) fn write(&mut self, marks: Marks, text: &str, line: &mut String) {
        if let Some(why) = marks.why() {
            return self.add_text(why, text);
        }
        if shows(text) {
            self.part();
        }
        match marks {
            Marks { raised: Some(true), .. } => doubtful(RAISED, text, line),
            Marks { white: Some(true), .. } => doubtful(WHITE, text, line),
            marks if marks.is_small(SMALL) => doubtful(TINY, text, line),
            _ => line.push_str(text),
        }
    }
}

/// Whether a colour in hexadecimal, as office programs write it, is white.
pub(super) fn is_white(colour: &str) -> bool {
    let digits = colour.trim().trim_start_matches('#').to_ascii_lowercase();
    matches!(digits.as_str(), "ffffff" | "fff" | "fefefe" | "fdfdfd" | "fcfcfc" | "white")
}

/// Begin and end of a piece that is left out if the rest of its line shows something. No text has these noncharacters.
const RAISED: char = '\u{fdd0}';
const WHITE: char = '\u{fdd1}';
const TINY: char = '\u{fdd3}';
const END: char = '\u{fdd2}';
const BEGINS: [char; 3] = [RAISED, WHITE, TINY];

/// More characters than this are no mark of a note.
const MARK: usize = 6;
/// So many digits behind a digit may as well be a part of the number that was raised by mistake.
const DIGITS: usize = 3;

/// Writes text that is left out if the rest of its line shows something else: a line that is raised or white as a whole is
/// only set so, or has a dark ground.
fn doubtful(why: char, text: &str, line: &mut String) {
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
    line.extend(text.chars().filter(|char| !matches!(*char, RAISED | WHITE | TINY | END)));
    line.push(END);
}

/// Decides what becomes of doubtful pieces, now that the line is whole.
pub(super) fn settle(line: &mut String, omitted: &mut Omitted) {
    omitted.part();
    if !line.contains(END) {
        return;
    }
    let mut pieces: Vec<(Option<Why>, &str)> = Vec::new();
    for part in line.split(END) {
        let (plain, piece) = match part.find(BEGINS) {
            Some(at) => part.split_at(at),
            None => (part, ""),
        };
        pieces.push((None, plain));
        let mut chars = piece.chars();
        match chars.next() {
            Some(RAISED) => pieces.push((Some(Why::Raised), chars.as_str())),
            Some(WHITE) => pieces.push((Some(Why::White), chars.as_str())),
            Some(TINY) => pieces.push((Some(Why::Small), chars.as_str())),
            _ => {}
        }
    }
    let alone = !pieces.iter().any(|(why, text)| why.is_none() && shows(text));
    let mut settled = String::with_capacity(line.len());
    for (why, text) in pieces {
        match why {
            Some(why @ (Why::White | Why::Small)) if !alone => omitted.add(why),
            Some(Why::Raised) if !alone && is_mark(text) => {
                if settled.ends_with(|last: char| last.is_ascii_digit()) && digits(text) >= DIGITS {
                    // Whether these digits belong to the number cannot be told: apart from it they make it unreadable.
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

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// Whether raised text may be the mark of a note or an exponent: short, and without ideographs but 注.
pub(super) fn is_mark(text: &str) -> bool {
    let shown = || text.chars().filter(|char| !is_blank(*char));
    let fits = |char: char| {
        char.is_numeric() && !is_han(char) || !char.is_alphabetic() || char.is_ascii() || char == '注'
    };
    shown().count() <= MARK && shown().all(fits)
}

fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a line, in which `^…^` is raised and `~…~` white.
    fn settled(source: &str) -> (String, Option<String>) {
        let mut line = String::new();
        for (at, part) in source.split(['^', '~']).enumerate() {
            let before = source.split(['^', '~']).take(at).map(str::len).sum::<usize>() + at;
            match source.get(before.saturating_sub(1)..before) {
                Some("^") if at % 2 == 1 => doubtful(RAISED, part, &mut line),
                Some("~") if at % 2 == 1 => doubtful(WHITE, part, &mut line),
                _ => line.push_str(part),
            }
        }
        let mut omitted = Omitted::default();
        settle(&mut line, &mut omitted);
        (line, omitted.note())
    }

    #[test]
    fn marks_go_and_what_is_raised_alone_stays() {
        for (source, line, note) in [
            ("2^1^", "2", Some("略去上标 1 处")),
            ("12件^①^，其中^[2]^3件", "12件，其中3件", Some("略去上标 2 处")),
            ("^1^2", "2", Some("略去上标 1 处")),
            ("^12^", "12", None),
            ("12^345^", "12 345", None),
            ("合计^（万元）^", "合计（万元）", None),
            ("~9~2", "2", Some("略去白色文字 1 处")),
            ("~92~", "92", None),
            ("~9~2^1^", "2", Some("略去上标 1 处、白色文字 1 处")),
            ("2", "2", None),
        ] {
            assert_eq!(settled(source), (line.to_owned(), note.map(str::to_owned)), "{source}");
        }
    }

    #[test]
    fn pieces_that_touch_are_one() {
        let (mut line, mut omitted) = (String::from("2"), Omitted::default());
        for digit in ["1", "2"] {
            omitted.write(Marks { raised: Some(true), ..Marks::default() }, digit, &mut line);
        }
        settle(&mut line, &mut omitted);
        assert_eq!((line.as_str(), omitted.note().as_deref()), ("2", Some("略去上标 1 处")));
        omitted.add_text(Why::Struck, " ");
        omitted.add_text(Why::Struck, "9");
        assert_eq!(omitted.note().as_deref(), Some("略去上标 1 处、删除线文字 1 处"));
    }
}
