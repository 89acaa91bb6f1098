// One file's check, off the page. The page ends this worker after every file, because a program that ran out of memory
// or stack cannot be trusted again; a fresh one from the compiled module takes a few milliseconds.
//
//   page → { kind: "start", module }              worker → { kind: "ready" }
//   page → { kind: "review", name, input, options, part, full }
//                                                 worker → { kind: "phase", phase } …
//                                                          then { kind: "result", reviews }
//                                                          or   { kind: "unpacked", files }, for a zip
//   page → { kind: "deliver", what, name, input, options, part, told }
//                                                 worker → { kind: "file", name, bytes, note }
//   page → { kind: "rules" }                      worker → { kind: "rules", rules }
//   page → { kind: "links", extracts, choices, list }
//                                                 worker → { kind: "links", company }
//   or, to any of them,                           worker → { kind: "failed", where }
// `input` is an ArrayBuffer (transferred), a string, or { html, text }; `part` is one of the reports in it, `full` whether it
// is on the screen. `where` is a place in the program or the kind of failure, never a word of the report.
function asFile(file) { return new File([file.bytes], file.name); }

var answers = {
  start: function (ask) {
    wasm_bindgen({ module_or_path: ask.module }).then(function () { self.postMessage({ kind: "ready" }); }, failed);
  },
  rules: function () { return { kind: "rules", rules: wasm_bindgen.rules() }; },
  links: function (ask) {
    return { kind: "links", company: wasm_bindgen.links(ask.extracts, ask.choices, ask.list) };
  },
  deliver: function (ask) {
    var file = wasm_bindgen.deliver(ask.what, ask.name, ask.input, ask.options, ask.part, ask.told);
    return { kind: "file", name: file.name, bytes: file.bytes, note: file.note };
  },
  review: function (ask) {
    var files = ask.input instanceof ArrayBuffer && wasm_bindgen.unpack(new Uint8Array(ask.input));
    if (files) return { kind: "unpacked", files: files.map(asFile) };
    function phased(phase) { self.postMessage({ kind: "phase", phase: phase }); }
    return { kind: "result", reviews: wasm_bindgen.review(ask.name, ask.input, ask.options, ask.part, Boolean(ask.full), phased) };
  }
};

function failed(error) {
  self.postMessage({ kind: "failed", where: String((error && error.message) || error) });
}

self.onmessage = function (event) {
  try {
    var answer = answers[event.data.kind](event.data);
    if (answer) self.postMessage(answer);
  } catch (error) {
    failed(error);
  }
};
