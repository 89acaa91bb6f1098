//! Copying from the results.

use crate::dom;
use crate::state::{Action, Store};
use crate::words::result as words;

/// Copies a text and says so.
pub(super) fn copy(store: &Store, text: &str) {
    let said = if dom::copy(text) { words::COPIED } else { words::NOT_COPIED };
    store.dispatch(Action::Say(said.into()));
}
