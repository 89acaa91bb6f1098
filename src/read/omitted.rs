//! What stands in a line and is no part of its text: raised marks, struck and hidden characters. It is left out, counted
//! and told, because glued to a number it would make another number of it.

mod settle;

use super::colour::Colour;
use crate::text::shows;
pub(super) use settle::settle;
use settle::{FAINT, LARGER, OTHER, RAISED, SMALLER, TINY, UNSURE, WHITE, doubtful};

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
    /// Of the colour of its ground, beside text that is not.
    Faint = "与底色同色的文字"
    /// What a form asks to be filled in.
    Prompt = "填写提示"
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
    /// The size of what was written last into the line, where it is said.
    size: Option<u16>,
    /// Whether any line has something to be settled.
    doubts: bool,
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

    /// Counts a number of which its format shows nothing, unless it is 0, for which nothing may stand.
    pub(super) fn unshown(&mut self, shown: &str, is_zero: bool) {
        if shown.is_empty() && !is_zero {
            self.add(Why::Hidden);
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
    /// Its colour.
    pub(super) colour: Option<Colour>,
    /// The colour that it stands on; white if nothing is said.
    pub(super) ground: Option<Colour>,
    /// It may be hidden: what says so is not understood.
    pub(super) unsure: Option<bool>,
    /// The size in half points, as office programs count it.
    pub(super) size: Option<u16>,
}

/// Nobody reads text of this size: 1 pt, in half points.
const UNSEEN: u16 = 2;
/// Digits of at most so many hundredths of the size of those beside them are the mark of a note, and those of somewhat more may
/// be one.
const MUCH: u32 = 72;
const SOME: u32 = 86;

/// Text of this size is no part of a number whose other digits are larger: 4 pt, in half points.
const SMALL: u16 = 8;

impl Marks {
    /// These, and where they say nothing those of what is around.
    pub(super) fn or(self, around: Self) -> Self {
        Self {
            hidden: self.hidden.or(around.hidden),
            struck: self.struck.or(around.struck),
            raised: self.raised.or(around.raised),
            colour: self.colour.or(around.colour),
            ground: self.ground.or(around.ground),
            unsure: self.unsure.or(around.unsure),
            size: self.size.or(around.size),
        }
    }

    /// Whether text of these marks is text like any other.
    pub(super) fn is_plain(self) -> bool {
        ![self.hidden, self.struck, self.raised, self.unsure].contains(&Some(true))
            && !self.is_small(SMALL)
            && self.lost().is_none()
    }

    /// Why text of these marks is left out, whatever stands beside it.
    pub(super) fn why(self) -> Option<Why> {
        let on = |mark: Option<bool>, why: Why| (mark == Some(true)).then_some(why);
        on(self.hidden, Why::Hidden)
            .or(on(self.struck, Why::Struck))
            .or((self.colour == Some(Colour::Clear)).then_some(Why::Hidden))
            .or(self.is_small(UNSEEN).then_some(Why::Small))
    }

    /// Whether the text has the colour of its ground.
    fn lost(self) -> Option<Why> {
        let colour = self.colour?;
        let lost = colour.is_near(self.ground.unwrap_or(Colour::WHITE));
        lost.then_some(if colour.is_near(Colour::WHITE) { Why::White } else { Why::Faint })
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
        let begin = match (marks, marks.lost()) {
            (Marks { raised: Some(true), .. }, _) => RAISED,
            (_, Some(Why::White)) => WHITE,
            (_, Some(_)) => FAINT,
            (Marks { unsure: Some(true), .. }, _) => UNSURE,
            (marks, None) if marks.is_small(SMALL) => TINY,
            _ => {
                self.resize(marks, text, line);
                line.push_str(text);
                return;
            }
        };
        self.doubts = true;
        doubtful(begin, text, line);
    }

    /// Marks where the size of the text changes so much that what follows may be no part of a number before it.
    pub(super) fn resize(&mut self, marks: Marks, text: &str, line: &mut String) {
        let Some(size) = marks.size.filter(|_| shows(text)) else { return };
        let Some(before) = self.size.replace(size).filter(|before| *before != size) else { return };
        let (low, high) = (u32::from(size.min(before)), u32::from(size.max(before)));
        let ratio = low * 100 / high.max(1);
        let step = if ratio <= MUCH {
            [SMALLER, LARGER].get(usize::from(size > before))
        } else {
            (ratio <= SOME).then_some(&OTHER)
        };
        if let Some(step) = step.filter(|_| !line.is_empty()) {
            self.doubts = true;
            line.push(*step);
        }
    }
}

#[cfg(test)]
mod tests;
