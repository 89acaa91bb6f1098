//! What `static/boot.js` gives the page: inputs, also those from before it was ready, and workers.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Calls back for every input from now on, those from before included.
    #[wasm_bindgen(js_namespace = jiaoheBoot, js_name = onInput)]
    pub(crate) fn on_input(callback: &Closure<dyn FnMut(JsValue)>);

    /// Tells the watchdog that the page is on screen.
    #[wasm_bindgen(js_namespace = jiaoheBoot)]
    pub(crate) fn ready();

    /// Hands a file to the browser, which saves it as it saves any download.
    #[wasm_bindgen(js_namespace = jiaoheBoot)]
    pub(super) fn save(name: &str, bytes: &JsValue);

    /// Promise of the engine's module as it was loaded, and what the browser knows of it.
    #[wasm_bindgen(js_namespace = jiaoheBoot, catch)]
    pub(super) fn proof() -> Result<JsValue, JsValue>;

    /// Promise of a worker with a fresh engine.
    #[wasm_bindgen(js_namespace = jiaoheBoot, js_name = newWorker, catch)]
    pub(super) fn new_worker() -> Result<JsValue, JsValue>;
}
