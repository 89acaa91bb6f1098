// The checks, off the page. A worker does one thing after another; the page ends it where a check broke off, because a program
// that ran out of memory or stack cannot be trusted again, and after a number of files or when it has grown.
//
//   page → { kind: "start", module }              worker → { kind: "ready" }
//   page → { kind: "review", name, input, options, part, full }
//                                                 worker → { kind: "phase", phase } …
//                                                          { kind: "piece", part, items } …, lines and blocks of a long document
//                                                          then { kind: "result", reviews }
//                                                          or   { kind: "unpacked", files }, for a zip
//   page → { kind: "deliver", what, name, input, options, part, told }
//                                                 worker → { kind: "file", name, bytes, note }
//   page → { kind: "rules" }                      worker → { kind: "rules", rules }
//   page → { kind: "links", extracts, choices, list }
//                                                 worker → { kind: "links", company }
//   page → { kind: "sheets", extract, related }   worker → { kind: "sheets", sheets }
//   or, to any of them,                           worker → { kind: "failed", where, gone }
// Every answer but `phase` and `piece` is the last, and has `memory`, the bytes that the program holds. `input` is a File, a string, or
// { html, text }; `part` is one of the reports in it, `full` whether it is on the screen. The page keeps extracts as bytes of
// JSON, which cost it nothing to hand on. `where` is a place in the program or the kind of failure, never a word of the report;
// `gone` says that the file could not be read any more.
var PIECE = 2000, program, gone;
function asFile(file) { return new File([file.bytes], file.name); }
function packed(value) { return new TextEncoder().encode(JSON.stringify(value)); }
function opened(bytes) { return bytes && JSON.parse(new TextDecoder().decode(bytes)); }
function corrected(extract, choice) {
  if (choice.organ) extract.organ = choice.organ;
  if (choice.year) extract.year = choice.year;
  return extract;
}
function optionsOf(ask) {
  var related = ask.options.related || { units: [] };
  ask.options.related = { previous: opened(related.previous), units: related.units.map(opened) };
  return ask.options;
}
function inputOf(ask) {
  if (!(ask.input instanceof File)) return ask.input;
  gone = true;
  var bytes = new FileReaderSync().readAsArrayBuffer(ask.input);
  gone = false;
  return bytes;
}
/** Sends all but the last of a long list ahead, so that the page is never long at taking it in. */
function inPieces(part, items) {
  while (items.length > PIECE) self.postMessage({ kind: "piece", part: part, items: items.splice(0, PIECE) });
}

var answers = {
  start: function (ask) {
    wasm_bindgen({ module_or_path: ask.module }).then(function (exports) {
      program = exports;
      self.postMessage({ kind: "ready" });
    }, failed);
  },
  rules: function () { return { kind: "rules", rules: wasm_bindgen.rules() }; },
  links: function (ask) {
    var extracts = ask.extracts.map(function (bytes, at) { return corrected(opened(bytes), ask.choices[at]); });
    return { kind: "links", company: wasm_bindgen.links(extracts, ask.choices, ask.list) };
  },
  sheets: function (ask) {
    var related = { previous: opened(ask.related.previous), units: ask.related.units.map(opened) };
    return { kind: "sheets", sheets: wasm_bindgen.sheets(opened(ask.extract), related) };
  },
  deliver: function (ask) {
    var file = wasm_bindgen.deliver(ask.what, ask.name, inputOf(ask), optionsOf(ask), ask.part, ask.told);
    return { kind: "file", name: file.name, bytes: file.bytes, note: file.note };
  },
  review: function (ask) {
    var input = inputOf(ask), files = input instanceof ArrayBuffer && wasm_bindgen.unpack(new Uint8Array(input));
    if (files) return { kind: "unpacked", files: files.map(asFile) };
    function phased(phase) { self.postMessage({ kind: "phase", phase: phase }); }
    var reviews = wasm_bindgen.review(ask.name, input, optionsOf(ask), ask.part, Boolean(ask.full), phased);
    reviews.forEach(function (review) {
      if (review.extract) review.extract = packed(review.extract);
      if (review.checked) ["lines", "blocks"].forEach(function (part) { inPieces(part, review.checked[part]); });
    });
    return { kind: "result", reviews: reviews };
  }
};

function failed(error) {
  self.postMessage({ kind: "failed", where: String((error && error.message) || error), gone: gone });
}

self.onmessage = function (event) {
  try {
    gone = false;
    var answer = answers[event.data.kind](event.data);
    if (!answer) return;
    answer.memory = program.memory.buffer.byteLength;
    self.postMessage(answer);
  } catch (error) {
    failed(error);
  }
};
