//! The graphics state (ISO 32000-1, 8.4 and 9.3), as far as text, lines and their colours need it.

use super::font::Font;
use crate::read::colour::Colour;
use crate::read::omitted::Why;
use crate::read::page::{DARK, Matrix, Rule};
use std::rc::Rc;

/// Marked content that is open.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// Text that stands for what it shows, and the number of glyphs before it (14.9.4).
    pub(super) actual: Option<(String, usize)>,
    /// Why what was shown before it began was left out.
    pub(super) before: Option<Why>,
}

/// What `q` saves and `Q` brings back.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent parts of the state")]
pub(super) struct State {
    /// User space → the page, in points, y down.
    pub(super) page: Matrix,
    pub(super) pen: f32,
    pub(super) fill_is_white: bool,
    pub(super) stroke_is_white: bool,
    pub(super) fill_space: Space,
    pub(super) stroke_space: Space,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f32,
    /// Character spacing (`Tc`).
    pub(super) between: f32,
    /// Word spacing (`Tw`).
    pub(super) between_words: f32,
    /// Horizontal scaling (`Tz`), 1 as a rule.
    pub(super) stretch: f32,
    /// Distance of lines (`TL`).
    pub(super) leading: f32,
    /// Rise (`Ts`).
    pub(super) rise: f32,
    /// Rendering mode (`Tr`).
    pub(super) mode: u8,
    /// Text is filled in a pale grey, or nearly transparent.
    pub(super) fill_is_pale: bool,
    pub(super) is_faint: bool,
    /// It is transparent to the last.
    pub(super) is_gone: bool,
    /// The colour of what is filled, if it is known.
    pub(super) fill: Colour,
    /// What is filled lets through what lies under it: transparent (`ca`), or mixed with it (`BM`).
    pub(super) is_clear: bool,
    pub(super) blends: bool,
    /// What is clipped to, as far as it is a box: left, top, right, bottom.
    pub(super) clip: Option<Rule>,
}

/// What the numbers of a colour mean (8.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// Grey or red, green and blue, of which more is lighter; or four inks.
    Device,
    /// One or several inks, of which more is darker (`Separation`, `DeviceN`).
    Inks,
    /// They are no amounts (`Indexed`, `Pattern`), or of another kind (`Lab`).
    Other,
}

impl Space {
    pub(super) fn of(family: &[u8]) -> Self {
        match family {
            b"Separation" | b"DeviceN" => Self::Inks,
            b"Indexed" | b"I" | b"Pattern" | b"Lab" => Self::Other,
            _ => Self::Device,
        }
    }

    /// Whether a colour is white, or as good as white.
    pub(super) fn is_white(self, components: &[f32]) -> bool {
        match (self, components.len()) {
            (Self::Other, _) | (_, 0) => false,
            (Self::Inks, _) | (_, 4) => components.iter().all(|part| *part < 0.03),
            (Self::Device, 1 | 3) => components.iter().all(|part| *part > 0.97),
            _ => false,
        }
    }

    /// The colour that numbers give, if they are amounts of light or of the usual inks.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded before")]
    pub(super) fn colour(self, components: &[f32]) -> Colour {
        let part = |light: f32| (light.clamp(0.0, 1.0) * 255.0).round() as u8;
        match (self, components) {
            (Self::Device, [grey]) => Colour::Of([part(*grey); 3]),
            (Self::Device, [red, green, blue]) => Colour::Of([red, green, blue].map(|light| part(*light))),
            (Self::Device, [cyan, magenta, yellow, black]) => {
                Colour::Of([cyan, magenta, yellow].map(|ink| part((1.0 - ink) * (1.0 - black))))
            }
            _ => Colour::Auto,
        }
    }

    /// Whether a colour is a pale grey or a pale tint, as watermarks are.
    pub(super) fn is_pale(self, components: &[f32]) -> bool {
        match (self, components) {
            (Self::Other, _) | (_, []) => false,
            (Self::Inks, parts) => parts.iter().all(|part| *part < 0.45),
            (Self::Device, [_] | [_, _, _]) => components.iter().all(|part| *part > 0.55),
            (Self::Device, [cyan, magenta, yellow, black]) => cyan.max(*magenta).max(*yellow) + black < 0.45,
            _ => false,
        }
    }
}

impl State {
    /// Whether text is painted at all: neither as nothing, nor only clipped to.
    pub(super) fn is_unpainted(&self) -> bool {
        matches!(self.mode, 3 | 7)
    }

    /// The colour of text that may have that of its ground; as a rule nothing on a page is as dark as its text.
    pub(super) fn tint(&self, has_dark: bool) -> Option<Colour> {
        let Colour::Of(parts) = self.fill else { return None };
        let light = parts.iter().max().is_some_and(|part| *part > DARK);
        ((light || has_dark) && !self.is_white() && !matches!(self.mode, 1 | 5)).then_some(self.fill)
    }

    /// Whether text is white.
    pub(super) fn is_white(&self) -> bool {
        match self.mode {
            1 | 5 => self.stroke_is_white,
            2 | 6 => self.fill_is_white && self.stroke_is_white,
            _ => self.fill_is_white,
        }
    }

    /// Clips to a box.
    pub(super) fn clip_to(&mut self, own: Rule) {
        self.clip = Some(match self.clip {
            Some(clip) => Rule {
                x0: clip.x0.max(own.x0),
                y0: clip.y0.max(own.y0),
                x1: clip.x1.min(own.x1),
                y1: clip.y1.min(own.y1),
            },
            None => own,
        });
    }

    pub(super) fn new(page: Matrix) -> Self {
        Self {
            page,
            pen: 1.0,
            fill_is_white: false,
            stroke_is_white: false,
            fill_space: Space::Device,
            stroke_space: Space::Device,
            font: None,
            size: 0.0,
            between: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            fill_is_pale: false,
            is_faint: false,
            is_gone: false,
            fill: Colour::BLACK,
            is_clear: false,
            blends: false,
            clip: None,
        }
    }
}
