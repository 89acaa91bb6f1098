//! Copying, and saying whether it went well.

use crate::dom;
use crate::state::{Action, Dispatch};
use crate::words::result as words;

/// Copies a text and says so.
pub(super) fn copy(dispatch: &Dispatch, text: &str) {
    let said = if dom::copy(text) { words::COPIED } else { words::NOT_COPIED };
    dispatch.emit(Action::Say(said.into()));
}
