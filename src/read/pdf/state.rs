//! The graphics state (ISO 32000-1, 8.4 and 9.3), as far as text, lines and their colours need it.

use super::font::Font;
use crate::read::page::Matrix;
use std::rc::Rc;

/// What `q` saves and `Q` brings back.
#[derive(Debug, Clone)]
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
    /// Rendering mode (`Tr`) without paint.
    pub(super) invisible: bool,
}

impl State {
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
            invisible: false,
        }
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
