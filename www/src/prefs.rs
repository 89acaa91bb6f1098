//! Preferences: theme and size, the only things ever stored. Storage may be missing or full; then they last a session.

use crate::state::{Action, State, Theme};
use web_sys::Storage;

const THEME: &str = "jiaohe-theme";
const LARGE: &str = "jiaohe-large";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The stored preferences as actions.
pub(crate) fn load() -> Vec<Action> {
    let Some(storage) = storage() else { return Vec::new() };
    let get = |key| storage.get_item(key).ok().flatten();
    let theme = match get(THEME).as_deref() {
        Some("dark") => Theme::Dark,
        Some("light") => Theme::Light,
        _ => Theme::Auto,
    };
    vec![Action::Paint(theme), Action::Enlarge(get(LARGE).as_deref() == Some("1"))]
}

/// Stores the preferences and puts them on the root element as classes.
pub(crate) fn apply(state: &State) {
    let theme = match state.theme {
        Theme::Auto => "",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    if let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) {
        let classes = root.class_list();
        // A class list only refuses names with blanks in them.
        let _ = classes.toggle_with_force("light", theme == "light");
        let _ = classes.toggle_with_force("dark", theme == "dark");
        let _ = classes.toggle_with_force("large", state.large);
    }
    if let Some(storage) = storage() {
        // A full or forbidden storage costs the clerk one click next time, nothing else.
        let _ = storage.set_item(THEME, theme);
        let _ = storage.set_item(LARGE, if state.large { "1" } else { "0" });
    }
}

/// Whether the page is dark now, be it by choice or by the system.
pub(crate) fn is_dark(theme: Theme) -> bool {
    match theme {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::Auto => web_sys::window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
            .is_some_and(|query| query.matches()),
    }
}
