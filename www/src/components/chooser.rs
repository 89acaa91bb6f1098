//! The two hidden file inputs; `static/boot.js` hears of what is chosen.

use crate::dom;
use yew::prelude::*;

const FILES: &str = "choose-files";
const FOLDER: &str = "choose-folder";

/// Opens the dialogue for files.
pub(crate) fn open_files() {
    open(FILES);
}

/// Opens the dialogue for a folder.
pub(crate) fn open_folder() {
    open(FOLDER);
}

fn open(id: &str) {
    if let Some(input) = dom::by_id(id) {
        input.click();
    }
}

/// The inputs themselves; out of sight and out of the order of focus, the buttons stand for them.
#[component]
pub(crate) fn Chooser() -> Html {
    html! {
        <div hidden={true}>
            <input id={FILES} type="file" multiple={true} tabindex="-1" />
            <input id={FOLDER} type="file" multiple={true} tabindex="-1" webkitdirectory={true} />
        </div>
    }
}
