// What the page does before, and beside, the program written in Rust: it takes input from the first moment on, starts
// the program, hands out workers, and says why when the program does not start. Written in ES5, so that even a browser
// far too old can run it and tell its user. It contains no way to reach a network; the policy in index.html forbids it.
//
// window.jiaoheBoot, for the program (www/src):
//   onInput(f)    from now on f(input) for every input, those from before included, in order. One of
//                   { kind: "paste", html: String, text: String }            pasted or dropped content
//                   { kind: "files", files: [{ path, file: File }], skipped: Number }   dropped or chosen; `path` is the
//                     name inside a dropped folder; `skipped` counts temporary files and what is beyond the limits
//                   { kind: "link" }                                           a dropped address (never opened)
//   takeInputs()  the waiting inputs, for a program that asks instead
//   newWorker()   Promise of a fresh engine worker; it posts { kind: "ready" } when it can be asked (static/worker.js)
//   save(name, bytes)   hands a file to the browser, as a click on a link to it would
//   ready()       the program is on screen: ends the watchdog
//   proof()       Promise of { bytes, imports: [String], later: Number }: the engine's module as it was loaded, the names of
//                   all it can call, and how many files the page has asked for since it was loaded
// Paste and drop are taken anywhere in the window, files from any <input type=file>, and Ctrl+O asks for files; an
// element marked `data-own` keeps its own, as do text boxes, unless marked `data-paste`. A button marked `data-clipboard` reads the
// clipboard; where that is refused, <html> gets class "no-clipboard", which shows #paste-box. While something is dragged over,
// <html> has class "dragging".
// window.jiaoheBoot, for the generated scripts (xtask/src/pack.rs): glue(build), app(wasm) and engine(wasm, source); wasm =
// base64 of gzip. The page's head says what each has to be: a program that is missing, cut or of another release is told
// when the page has been read, and does not run.
(function () {
  "use strict";
  var MAX_FILES = 2000, MAX_DEPTH = 8, PATIENCE = 8000;
  var waiting = [], listener = null, started = false, explained = false, engineFound, engineLost, enginePacked, blobUrl = null;
  var here = {}, lost = false, told = []; // the parts that have arrived; whether one is of no use; what was said of it
  var engine = window.Promise && new Promise(function (found, lost) { engineFound = found; engineLost = lost; });
  if (engine) engine["catch"](function () {}); // whoever asks for a worker is told; nobody asking is no fault

  // ---- input -------------------------------------------------------------------------------------------------------
  function give(input) {
    if (listener) return listener(input);
    waiting.push(input);
    say("boot-status", "已接收，正在准备校核程序，准备好后自动开始核对。");
  }

  /** Whether the element, or one around it, looks after its own events. */
  function isOwn(element) {
    for (; element && element.getAttribute; element = element.parentNode) {
      if (element.hasAttribute("data-own")) return true;
    }
    return false;
  }

  /** Text boxes keep what is pasted into them, unless they are marked as places for a report. */
  function isTextBox(element) {
    return /^(INPUT|TEXTAREA)$/.test(element.tagName || "") && !element.hasAttribute("data-paste");
  }

  /** What was pasted; nothing at all is told, too. */
  function giveContent(data) {
    give({ kind: "paste", html: data.getData("text/html"), text: data.getData("text/plain") });
  }

  /** For those without a keyboard: what the clipboard holds, if the browser lets a page read it; else a box to paste into. */
  function giveClipboard() {
    var clipboard = navigator.clipboard, box = document.getElementById("paste-box"), found = { kind: "paste", html: "", text: "" };
    function refused() {
      document.documentElement.classList.add("no-clipboard");
      if (box) box.focus();
    }
    function flavour(item, type, name) {
      return item.types.indexOf(type) < 0 ? null : item.getType(type).then(function (blob) { return blob.text(); })
        .then(function (text) { found[name] = text; });
    }
    function done() { give(found); }
    if (!clipboard || !clipboard.readText) return refused();
    if (!clipboard.read) return clipboard.readText().then(function (text) { found.text = text; }).then(done, refused);
    clipboard.read().then(function (items) {
      return Promise.all(items.map(function (item) {
        return Promise.all([flavour(item, "text/html", "html"), flavour(item, "text/plain", "text")]);
      }));
    }).then(done, refused);
  }

  /** Temporary files of Office, WPS and the system; nobody means to check them. */
  function isScrap(name) {
    return /^(~\$|\.)|\.tmp$|^thumbs\.db$|^desktop\.ini$/i.test(name);
  }

  /** Collects the files of a drop, folders included; `entries` must have been taken while the event ran. */
  function giveEntries(entries) {
    var result = { kind: "files", files: [], skipped: 0 }, open = 1;
    function close() { if (--open === 0) give(result); }
    function skip() { result.skipped++; close(); }
    function walk(entry, path, depth) {
      var name = path + entry.name, reader;
      open++;
      if (isScrap(entry.name) || depth > MAX_DEPTH || result.files.length >= MAX_FILES) return skip();
      if (entry.isFile) {
        var slot = { path: name, file: null };
        result.files.push(slot); // the place in the list is kept whichever file answers first
        return entry.file(function (file) { slot.file = file; close(); }, function () {
          result.files.splice(result.files.indexOf(slot), 1);
          skip();
        });
      }
      reader = entry.createReader();
      (function more() {
        reader.readEntries(function (some) {
          if (!some.length) return close();
          for (var i = 0; i < some.length; i++) walk(some[i], name + "/", depth + 1);
          more();
        }, skip);
      })();
    }
    for (var i = 0; i < entries.length; i++) walk(entries[i], "", 0);
    close();
  }

  function giveFiles(list) {
    var result = { kind: "files", files: [], skipped: 0 }, i, path;
    for (i = 0; i < list.length; i++) {
      path = list[i].webkitRelativePath || list[i].name;
      if (isScrap(list[i].name) || result.files.length >= MAX_FILES) result.skipped++;
      else result.files.push({ path: path, file: list[i] });
    }
    if (list.length) give(result);
  }

  function giveTransfer(data) {
    var entries = [], types = Array.prototype.slice.call(data.types || []), i, entry;
    for (i = 0; data.items && i < data.items.length; i++) {
      entry = data.items[i].kind === "file" && data.items[i].webkitGetAsEntry && data.items[i].webkitGetAsEntry();
      if (entry) entries.push(entry);
    }
    if (entries.length) giveEntries(entries);
    else if (data.files && data.files.length) giveFiles(data.files);
    else if (types.indexOf("text/uri-list") >= 0) give({ kind: "link" });
    else if (types.length) giveContent(data);
    else give({ kind: "link" });
  }

  function dragging(on) {
    document.documentElement.classList[on ? "add" : "remove"]("dragging");
  }

  window.addEventListener("paste", function (event) {
    var data = event.clipboardData;
    if (!data || isOwn(event.target) || isTextBox(event.target)) return;
    event.preventDefault();
    if (data.files && data.files.length && !data.getData("text/html")) giveFiles(data.files);
    else giveContent(data);
  });
  window.addEventListener("click", function (event) {
    if (event.target.hasAttribute && event.target.hasAttribute("data-clipboard")) giveClipboard();
  });
  // Keyboards of phones put in what they have kept without a word of pasting.
  window.addEventListener("input", function (event) {
    var box = event.target;
    if (box.id !== "paste-box" || event.isComposing || box.value.length < 50) return;
    give({ kind: "paste", html: "", text: box.value });
    box.value = "";
  });
  window.addEventListener("dragover", function (event) { event.preventDefault(); dragging(true); });
  window.addEventListener("dragleave", function (event) { if (!event.relatedTarget) dragging(false); });
  // Always cancelled, wherever it falls: otherwise the browser leaves this page to show the file.
  window.addEventListener("drop", function (event) {
    event.preventDefault();
    dragging(false);
    if (event.dataTransfer && !isOwn(event.target)) giveTransfer(event.dataTransfer);
  });
  window.addEventListener("change", function (event) {
    var box = event.target;
    if (box.type !== "file" || isOwn(box)) return;
    giveFiles(box.files);
    box.value = ""; // so that choosing the same file again, after a correction, counts as new
  });

  // One box of this script's own, outside what the program draws: a dialogue opened before the program was ready keeps
  // its answer when the first screen is drawn anew.
  var box = document.createElement("input");
  box.type = "file";
  box.id = "choose-files";
  box.multiple = true;
  box.hidden = true;
  document.documentElement.appendChild(box);
  window.addEventListener("keydown", function (event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !/^o$/i.test(event.key)) return;
    event.preventDefault();
    box.click();
  });

  // ---- start -------------------------------------------------------------------------------------------------------
  function unbase64(base64) {
    var text = atob(base64), bytes = new Uint8Array(text.length), i;
    for (i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return new Blob([bytes]);
  }

  /** Promise of the module's bytes. gzip tells by itself whether they are those that were packed. */
  function unpack(blob) {
    return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  function compile(blob) {
    return unpack(blob).then(function (wasm) { return WebAssembly.compile(wasm); });
  }

  /** FNV-1a, as xtask/src/pack.rs reckons it: tells damage and mixed releases, not ill will. */
  function sum(text) {
    for (var hash = 0x811c9dc5, i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16);
  }

  /** Whether a part is the one this page was made with; tells if it is not. */
  function belongs(file, mark) {
    here[file] = true;
    var made = document.querySelector('meta[name="jiaohe-parts"]');
    if (made && (" " + made.content + " ").indexOf(" " + file + ":" + mark + " ") >= 0) return true;
    lose(file, "已损坏，或不是同一版本");
    return false;
  }

  /** A file of the program that cannot be used. */
  function lose(file, how) {
    var alone = !document.querySelector("script[src]");
    lost = true;
    if (engineLost) engineLost(new Error(file + " " + how));
    explain("程序文件 " + (alone ? "jiaohe.html " : file + " ") + how + "。", "files");
  }

  // The scripts are over by now, whichever way the page was put together.
  document.addEventListener("DOMContentLoaded", function () {
    var files = ["jiaohe-www.js", "app.js", "engine.js"], i;
    for (i = 0; i < files.length; i++) if (!here[files[i]]) return lose(files[i], "没有载入或不完整");
  });

  // The only script address this page ever lets through is that of its own worker.
  function ownWorkerOnly(url) {
    if (url !== blobUrl) throw new TypeError("not the engine's worker");
    return url;
  }
  var policy = window.trustedTypes && window.trustedTypes.createPolicy("jiaohe", { createScriptURL: ownWorkerOnly });

  function newWorker() {
    return engine.then(function (module) {
      var worker = new Worker(policy ? policy.createScriptURL(blobUrl) : blobUrl);
      worker.postMessage({ kind: "start", module: module });
      return worker;
    });
  }

  function proof() {
    var asked = performance.getEntriesByType("resource"), loaded = performance.timing.loadEventEnd - performance.timing.navigationStart;
    function isLater(entry) { return entry.startTime > loaded && !/^(blob|data):/.test(entry.name); }
    return Promise.all([engine, engine.then(function () { return unpack(enginePacked); })]).then(function (both) {
      var names = WebAssembly.Module.imports(both[0]).map(function (one) { return one.name; });
      return { bytes: both[1], imports: names, later: asked.filter(isLater).length };
    });
  }

  function attempt(start, failed) {
    try { start()["catch"](failed); } catch (error) { failed(error); }
  }

  function startApp(wasm) {
    if (!belongs("app.js", sum(wasm))) return;
    attempt(function () {
      return compile(unbase64(wasm)).then(function (module) { return wasm_bindgen({ module_or_path: module }); });
    }, function (error) { explain("程序未能启动：" + error); });
  }

  function takeEngine(wasm, source) {
    if (!belongs("engine.js", sum(wasm + source))) return;
    attempt(function () {
      blobUrl = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      enginePacked = unbase64(wasm);
      return compile(enginePacked).then(engineFound);
    }, function (error) {
      lost = true;
      if (engineLost) engineLost(error);
      explain("校核引擎未能启动：" + error);
    });
  }

  // ---- when it does not start --------------------------------------------------------------------------------------
  /** Writes into a line of the first screen; above the page, once that has taken its place or if it never came. */
  function say(id, text) {
    var place = document.getElementById(id), above = document.getElementById("boot-fault");
    if (!place && document.body) {
      if (!above) {
        above = document.createElement("div");
        above.id = "boot-fault";
        above.className = "boot-status";
        above.setAttribute("role", "alert");
        document.body.insertBefore(above, document.body.firstChild);
      }
      place = document.createElement("p");
      place.id = id;
      above.appendChild(place);
    }
    if (place) place.textContent = text;
    told.push([id, text]);
  }

  /** What this browser lacks, found by trying, not by its name. */
  function missing() {
    var probes = [
      ["批量内存操作", [5, 3, 1, 0, 1, 10, 13, 1, 11, 0, 65, 0, 65, 0, 65, 0, 252, 11, 0, 11]],
      ["符号扩展", [10, 8, 1, 6, 0, 65, 0, 192, 26, 11]],
      ["饱和转换", [10, 12, 1, 10, 0, 67, 0, 0, 0, 0, 252, 0, 26, 11]]
    ], head = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0], lacks = [], i;
    if (!window.WebAssembly || !window.Uint8Array) return ["WebAssembly"];
    for (i = 0; i < probes.length; i++) {
      if (!WebAssembly.validate(new Uint8Array(head.concat(probes[i][1])))) lacks.push("WebAssembly " + probes[i][0]);
    }
    if (!window.DecompressionStream) lacks.push("DecompressionStream");
    if (!window.Worker) lacks.push("Worker");
    return lacks;
  }

  var REMEDIES = {
    old: "请任选其一：① 点地址栏右侧图标切换到“极速模式” ② 升级浏览器 ③ 用奇安信、Edge 或火狐浏览器打开 ④ 请信息中心使用命令行版。",
    files: "请按 Ctrl+F5 刷新；仍不行，请重新下载并整个拷贝（文件夹内的文件要同一版本、一个不少），信息中心可用 SHA256SUMS.txt 核对。",
    other: "请先刷新本页（Ctrl+F5）；仍不行，请把上面的原因告诉信息中心：可能是文件没有拷贝完整，也可能是单位的安全策略禁止了 WebAssembly。"
  };

  function explain(cause, remedy) {
    var kernel = /Chrome\/(\d+)/.exec(navigator.userAgent), lacks = missing(), old = lacks.length > 0;
    if (explained) return;
    explained = true; // the first cause is the real one
    say("boot-status", old ? "当前浏览器内核过旧或处于“兼容模式”，无法运行校核程序。" : "校核程序没有启动。");
    say("boot-cause", "原因：" + cause + (remedy === "files" && !old ? "" : " 检测到：内核 " + (kernel ? "Chrome " + kernel[1] : "不是 Chrome") +
      "（需要 86 及以上）" + (old ? "，缺少：" + lacks.join("、") : "") + "。"));
    say("boot-remedy", REMEDIES[old || (kernel && kernel[1] < 86) ? "old" : remedy || "other"]);
  }

  window.addEventListener("error", function (event) {
    var script = event.target && event.target.tagName === "SCRIPT" && event.target.src;
    if (script) lose(String(script).replace(/^.*\//, "").replace(/\?.*$/, ""), "没有载入");
  }, true);
  document.addEventListener("securitypolicyviolation", function (event) {
    if (!started) explain("安全策略拦截了 " + event.violatedDirective + "。");
  });
  window.setTimeout(function () { if (!started) explain("等待 8 秒仍未就绪。"); }, PATIENCE);

  window.jiaoheBoot = {
    takeInputs: function () { return waiting.splice(0); },
    onInput: function (f) {
      listener = f;
      waiting.splice(0).forEach(f);
    },
    newWorker: newWorker,
    save: function (name, bytes) {
      var link = document.createElement("a"), address = URL.createObjectURL(new Blob([bytes]));
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
    },
    ready: function () {
      started = true;
      document.documentElement.setAttribute("data-ready", "");
      if (lost) told.splice(0).forEach(function (line) { say(line[0], line[1]); }); // the first screen is gone by now
    },
    proof: proof,
    glue: function (build) { belongs("jiaohe-www.js", build); },
    app: startApp,
    engine: takeEngine
  };
})();
