//! The hidden file input behind Ctrl+O; `static/boot.js` hears of what is chosen.

use crate::dom;
use yew::prelude::*;

const FILES: &str = "choose-files";

/// Opens the dialogue for files.
pub(crate) fn open_files() {
    if let Some(input) = dom::by_id(FILES) {
        input.click();
    }
}

/// The input itself, on every screen; out of sight and out of the order of focus.
#[component]
pub(crate) fn Chooser() -> Html {
    html! {
        <div hidden={true}>
            <input id={FILES} type="file" multiple={true} tabindex="-1" />
        </div>
    }
}
