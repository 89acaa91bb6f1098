//! The graphics state (ISO 32000-1, 8.4 and 9.3), as far as text, lines and their colours need it.

use super::font::Font;
use crate::read::page::{Matrix, Rule};
use std::rc::Rc;

/// What `q` saves and `Q` brings back.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent parts of the state")]
pub(super) struct State {
    /// User space → the page, in points, y down.
    pub(super) page: Matrix,
    pub(super) pen: f32,
    pub(super) fill_is_white: bool,
    pub(super) stroke_is_white: bool,
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
    /// What is clipped to, as far as it is a box: left, top, right, bottom.
    pub(super) clip: Option<Rule>,
}

impl State {
    /// Whether text is painted at all: neither as nothing, nor only clipped to.
    pub(super) fn is_unpainted(&self) -> bool {
        matches!(self.mode, 3 | 7)
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
            clip: None,
        }
    }
}

/// Whether a colour of one, three or four components is a pale grey or a pale tint, as watermarks are.
pub(super) fn is_pale(components: &[f32]) -> bool {
    match *components {
        [_] | [_, _, _] => components.iter().all(|part| *part > 0.55),
        [cyan, magenta, yellow, black] => cyan.max(magenta).max(yellow) + black < 0.45,
        _ => false,
    }
}

/// Whether a colour of one, three or four components is white, or as good as white.
pub(super) fn is_white(components: &[f32]) -> bool {
    match components.len() {
        1 | 3 => components.iter().all(|part| *part > 0.97),
        4 => components.iter().all(|part| *part < 0.03),
        _ => false,
    }
}
