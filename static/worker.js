// One file's check, off the page. The page ends this worker after every file, because a program that ran out of memory
// or stack cannot be trusted again; a fresh one from the compiled module takes a few milliseconds.
//
//   page → { kind: "start", module }                       worker → { kind: "ready" }
//   page → { kind: "review", id, name, input, options }    worker → { kind: "phase", id, phase } …
//                                                           then { kind: "result", id, reviews }
//                                                           or   { kind: "unpacked", id, files }, for a zip
//                                                           or   { kind: "failed", id, where }
//   page → { kind: "rules" }                               worker → { kind: "rules", rules }
//   page → { kind: "relate", extracts, choices, list }     worker → { kind: "related", related, marks, sheets, roster }
// `input` is an ArrayBuffer (transferred), a string, or { html, text }. `where` is a place in the program or the kind of
// failure, never a word of the report.
// Changes with what a report is compared with; empty where that is nothing.
function mark(related) {
  if (!related.previous && related.units.length === 0) return "";
  var text = JSON.stringify(related), sum = 0;
  for (var i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return text.length + ":" + sum;
}

function asFile(file) { return new File([file.bytes], file.name); }
self.onmessage = function (event) {
  var ask = event.data, id = ask.id;
  function failed(error) {
    self.postMessage({ kind: "failed", id: id, where: String((error && error.message) || error) });
  }
  function phased(phase) { self.postMessage({ kind: "phase", id: id, phase: phase }); }
  if (ask.kind === "start") {
    wasm_bindgen({ module_or_path: ask.module }).then(function () { self.postMessage({ kind: "ready" }); }, failed);
  } else if (ask.kind === "rules") {
    self.postMessage({ kind: "rules", rules: wasm_bindgen.rules() });
  } else if (ask.kind === "relate") {
    try {
      var found = wasm_bindgen.relate(ask.extracts, ask.choices);
      self.postMessage({
        kind: "related", related: found.related, marks: found.related.map(mark), sheets: found.sheets,
        roster: ask.list ? wasm_bindgen.roster(ask.list, ask.extracts) : null
      });
    } catch (error) {
      failed(error);
    }
  } else if (ask.kind === "review") {
    try {
      var files = ask.input instanceof ArrayBuffer && wasm_bindgen.unpack(new Uint8Array(ask.input));
      if (files) return self.postMessage({ kind: "unpacked", id: id, files: files.map(asFile) });
      var reviews = wasm_bindgen.review(ask.name, ask.input, ask.options, phased);
      self.postMessage({ kind: "result", id: id, reviews: reviews });
    } catch (error) {
      failed(error);
    }
  }
};
