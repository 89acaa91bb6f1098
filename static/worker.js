// One file's check, off the page. The page ends this worker after every file, because a program that ran out of memory
// or stack cannot be trusted again; a fresh one from the compiled module takes a few milliseconds.
//
//   page → { kind: "start", module }                       worker → { kind: "ready" }
//   page → { kind: "review", id, name, input, options }    worker → { kind: "phase", id, phase } …
//                                                           then { kind: "result", id, review }
//                                                           or   { kind: "failed", id, where }
// `input` is an ArrayBuffer (transferred), a string, or { html, text }. `where` is a place in the program or the kind of
// failure, never a word of the report.
self.onmessage = function (event) {
  var ask = event.data, id = ask.id;
  function failed(error) {
    self.postMessage({ kind: "failed", id: id, where: String((error && error.message) || error) });
  }
  if (ask.kind === "start") {
    wasm_bindgen({ module_or_path: ask.module }).then(function () { self.postMessage({ kind: "ready" }); }, failed);
  } else if (ask.kind === "review") {
    try {
      var review = wasm_bindgen.review(ask.name, ask.input, ask.options, function (phase) {
        self.postMessage({ kind: "phase", id: id, phase: phase });
      });
      self.postMessage({ kind: "result", id: id, review: review });
    } catch (error) {
      failed(error);
    }
  }
};
