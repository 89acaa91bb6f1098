//! The few things the page does to the browser by hand: focus, scrolling, the address, copying.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Document, HtmlElement, HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The document.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this id.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The policy in the page's head, by which the browser holds the page.
pub(crate) fn policy() -> String {
    content("meta[http-equiv=\"Content-Security-Policy\"]")
}

/// What the build wrote into the page's head under this name.
pub(crate) fn stamp(name: &str) -> String {
    content(&format!("meta[name=\"jiaohe-{name}\"]"))
}

fn content(of: &str) -> String {
    let element = document().and_then(|document| document.query_selector(of).ok().flatten());
    element.and_then(|element| element.get_attribute("content")).unwrap_or_default()
}

/// Brings an element into view; focuses it too if asked.
pub(crate) fn look_at(element: &HtmlElement, centre: bool, focus: bool) {
    if focus {
        let quietly = web_sys::FocusOptions::new();
        quietly.set_prevent_scroll(true);
        // An element that left the page meanwhile needs no focus.
        let _ = element.focus_with_options(&quietly);
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(if centre { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Nearest });
    options.set_inline(ScrollLogicalPosition::Nearest);
    // Instant: the office PC draws no smooth scrolling, and nobody waits for it.
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls a text box so that this place of its text, in its own units, is in the middle. A browser only does so for typing.
pub(crate) fn scroll_to(field: &HtmlTextAreaElement, at: u32) {
    let before = js_sys::JsString::from(field.value()).slice(0, at);
    let Some(mirror) = field.clone_node().ok().and_then(|node| node.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    let Some(parent) = field.parent_element() else { return };
    // As wide as the box, so that lines break where they do there; as low as it gets, so that it tells the height of its text.
    mirror.set_class_name("mirror");
    mirror.remove_attribute("id").unwrap_or_default();
    mirror.set_value(&String::from(before));
    if parent.append_child(&mirror).is_ok() {
        field.set_scroll_top((mirror.scroll_height() - field.client_height() / 2).max(0));
        mirror.remove();
    }
}

/// The button of a menu.
fn menu_button(query: &str) -> Option<HtmlElement> {
    document()?.query_selector(query).ok().flatten()?.dyn_into().ok()
}

/// Opens a menu, or closes it, and looks at its button.
fn turn(button: &HtmlElement) {
    let _ = button.focus();
    button.click();
}

/// Opens the menu of files to take along, or closes it.
pub(crate) fn toggle_menu() {
    if let Some(button) = menu_button(".export > summary") {
        turn(&button);
    }
}

/// Closes the menu that is open, and says whether there was one; its button has the focus then.
pub(crate) fn close_menu() -> bool {
    let open = menu_button(".export[open] > summary, .menu[open] > summary");
    if let Some(button) = &open {
        turn(button);
    }
    open.is_some()
}

/// Puts a screen's address into the history, unless it is there already.
pub(crate) fn set_address(address: &str) {
    let Some(window) = web_sys::window() else { return };
    let here = window.document().and_then(|document| document.url().ok()).unwrap_or_default();
    let is_start = address == "#/" && !here.contains('#');
    if !is_start && !here.ends_with(address) {
        // Refused only inside frames that forbid history; the page works without it.
        let _ = window
            .history()
            .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(address)));
    }
}

/// The address, with its fragment.
pub(crate) fn address() -> String {
    document().and_then(|document| document.url().ok()).unwrap_or_default()
}

/// Copies text; works without a secure context, where the clipboard interface is missing.
pub(crate) fn copy(text: &str) -> bool {
    let Some(document) = document() else { return false };
    let Some(body) = document.body() else { return false };
    let before = document.active_element();
    let Ok(field) = document.create_element("textarea") else { return false };
    let Ok(field) = field.dyn_into::<HtmlTextAreaElement>() else { return false };
    field.set_class_name("away");
    field.set_value(text);
    if body.append_child(&field).is_err() {
        return false;
    }
    field.select();
    let copied = document
        .dyn_ref::<web_sys::HtmlDocument>()
        .and_then(|document| document.exec_command("copy").ok())
        .unwrap_or(false);
    field.remove();
    if let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // The button that asked for the copy keeps the focus.
        let _ = before.focus();
    }
    copied
}

/// Whether an event happened in a text field.
pub(crate) fn in_field(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
        || (element.tag_name() == "INPUT" && element.get_attribute("type").as_deref() == Some("text"))
}
