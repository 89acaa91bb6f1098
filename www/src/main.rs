//! The page: what the clerk sees.
//!
//! [`state`] is everything the page knows; [`engine`] runs the checks in workers; [`input`] takes what is pasted, dropped
//! or chosen; [`view`] works out what to draw, free of the browser; [`components`] draw it in the [`words`] of the
//! field. The core is known through `jiaohe::wire` only.

mod app;
mod components;
mod dom;
mod engine;
mod input;
mod keys;
mod prefs;
mod shared;
mod state;
mod view;
mod words;

fn main() {
    if let Some(root) = dom::document().and_then(|document| document.get_element_by_id("app")) {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
