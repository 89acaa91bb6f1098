//! What painting does beside showing: it clips, covers what stands below, and gives white text a ground.

use super::interpret::Interpreter;
use super::state::Space;
use crate::read::colour::Colour;
use crate::read::page::{Rule, twips, within};
use hayro_syntax::object::{Array, Dict, Name};
use hayro_syntax::page::Resources;

impl Interpreter<'_, '_> {
    /// Paints over what stands where a box is filled: several in one path are the lines of a table as a rule, and hide
    /// nothing unless they are white.
    pub(super) fn cover(&mut self) {
        let state = &self.state;
        let see_through = state.is_faint || state.is_clear || state.blends;
        let hides = state.fill_is_white || state.fill != Colour::Auto && self.path.is_box();
        let opaque = hides && !see_through && self.hides.is_none();
        if opaque && let Some(cover) = self.path.straight_bounds().and_then(|own| within(own, state.clip)) {
            self.canvas.cover(cover);
        }
    }

    /// `cs` and `CS`: from here on, numbers of a colour have another meaning.
    pub(super) fn colour_space(&mut self, word: &[u8], name: Option<&[u8]>, resources: &Resources<'_>) {
        let family = name.map(|name| {
            let array = resources.color_spaces.get::<Array<'_>>(name);
            let first = array.and_then(|array| array.iter::<Name<'_>>().next().map(|name| name.to_vec()));
            let alias = resources.color_spaces.get::<Name<'_>>(name).map(|name| name.to_vec());
            first.or(alias).unwrap_or_else(|| name.to_vec())
        });
        let space = Space::of(&family.unwrap_or_default());
        let state = &mut self.state;
        if word == b"cs" {
            (state.fill_space, state.fill_is_white, state.fill_is_pale) = (space, false, false);
            state.fill = Colour::Auto;
        } else {
            (state.stroke_space, state.stroke_is_white) = (space, false);
        }
    }

    /// Clips to the path, if it is to be and is a box.
    pub(super) fn clip(&mut self) {
        if std::mem::take(&mut self.clips)
            && let Some(bounds) = self.path.straight_bounds()
        {
            self.state.clip_to(bounds);
        }
    }

    /// An image, on which white text can be seen.
    pub(super) fn image(&mut self) {
        self.canvas.images += 1;
        let corners =
            [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|(x, y)| self.state.page.apply(x, y));
        let corners = corners.map(|(x, y)| (twips(x), twips(y)));
        let [first, ..] = corners;
        let around = corners.iter().fold(Rule::new(first, first), |all, &(x, y)| Rule {
            x0: all.x0.min(x),
            y0: all.y0.min(y),
            x1: all.x1.max(x),
            y1: all.y1.max(y),
        });
        self.canvas.ground(around);
        self.canvas.tint(around, Colour::Auto);
    }

    /// `gs`: what a dictionary sets of the state, as far as it makes text faint.
    pub(super) fn extended(&mut self, name: Option<&[u8]>, resources: &Resources<'_>) {
        let dict = name.and_then(|name| resources.ext_g_states.get::<Dict<'_>>(name));
        if let Some(alpha) = dict.as_ref().and_then(|dict| dict.get::<f32>("ca")) {
            self.state.is_faint = alpha < 0.5;
            self.state.is_clear = alpha < 1.0;
            self.state.is_gone = alpha < 0.05;
        }
        if let Some(mode) = dict.and_then(|dict| dict.get::<Name<'_>>("BM")) {
            self.state.blends = !matches!(&*mode, b"Normal" | b"Compatible");
        }
    }
}
