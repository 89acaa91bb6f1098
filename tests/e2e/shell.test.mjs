// The page's shell: how it loads, what its policy stops, what it accepts before the program is ready, what it says when
// the program does not start.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as b from "./browser.mjs";
import { dist, serve } from "./site.mjs";

let browser, site;
before(async () => {
  browser = await b.launch();
  site = await serve({ pages: { "/table.html": "<table border=1><tr><td>本年新收</td><td>5</td></tr></table>" } });
});
after(async () => {
  await browser.close();
  await site.close();
});

describe("loading", () => {
  test("without a word in the console, from its own server only", async () => {
    const watch = await b.open(browser, site.url);
    assert.deepEqual(watch.console, []);
    assert.deepEqual(watch.errors, []);
    assert.ok(watch.requests.length >= 5);
    assert.deepEqual(watch.requests.filter((url) => !url.startsWith(site.url) && !/^(blob|data):/.test(url)), []);
    await watch.context.close();
  });

  test("then never again: a check asks the network for nothing", async () => {
    const watch = await b.open(browser, site.url);
    await b.askWorker(watch.page, "a.txt", "某区人民政府2022年政府信息公开工作年度报告");
    const loaded = watch.requests.length;
    await b.paste(watch.page, { text: "某区人民政府2022年政府信息公开工作年度报告\n一、总体情况\n受理申请5件。" });
    await watch.page.waitForTimeout(1500);
    assert.deepEqual(watch.requests.slice(loaded).filter((url) => !url.startsWith("blob:")), []);
    assert.deepEqual(watch.console, []);
    await watch.context.close();
  });

  test("in any folder of a server, with wrong MIME types", async () => {
    const other = await serve({ prefix: "/zwgk/tools/jiaohe/", type: (path) => (path.endsWith(".js") ? "text/plain" : undefined) });
    const watch = await b.open(browser, other.url);
    assert.deepEqual(watch.errors, []);
    await watch.context.close();
    await other.close();
  });

  for (const [way, name] of [["by double click, from file://", "index.html"], ["as one file that someone sent, alone in its folder", "jiaohe.html"]]) {
    test(way, async () => {
      const folder = name === "index.html" ? dist : mkdtempSync(join(tmpdir(), "alone-"));
      if (folder !== dist) copyFileSync(join(dist, name), join(folder, name));
      const watch = await b.open(browser, pathToFileURL(join(folder, name)).href);
      const answers = await b.askWorker(watch.page, "a.txt", "某区人民政府2022年政府信息公开工作年度报告");
      assert.equal(answers.at(-1).kind, "result");
      assert.deepEqual(watch.errors, []);
      await watch.context.close();
    });
  }

  test("on plain http with a name, where secure-context interfaces are missing", async () => {
    const plain = await b.launch(["--host-resolver-rules=MAP intranet.test 127.0.0.1"]);
    const watch = await b.open(plain, `http://intranet.test:${site.port}/`);
    assert.equal(await watch.page.evaluate(() => window.isSecureContext), false);
    assert.equal((await b.askWorker(watch.page, "a.txt", "年度报告")).at(-1).kind, "result");
    await plain.close();
  });
});

describe("the policy", () => {
  const refused = {
    "asking the own server": () => fetch("index.html").then(() => "went", () => "refused"),
    "a beacon": () => (navigator.sendBeacon("x", "y"), new Promise((done) => setTimeout(done, 200, "refused"))),
    "a picture": () => new Promise((done) => {
      const image = new Image();
      image.onload = () => done("went");
      image.onerror = () => done("refused");
      image.src = "static/page.css";
    }),
    // By a timer: what DevTools itself evaluates is exempt from the policy.
    "text as code": () => new Promise((done) => setTimeout(() => {
      try { done(eval("'went'")); } catch { done("refused"); }
    })),
    "text as markup": () => { try { document.body.insertAdjacentHTML("beforeend", "<b>x</b>"); return "went"; } catch { return "refused"; } },
    "a worker by address": () => { try { new Worker("static/boot.js"); return "went"; } catch { return "refused"; } },
    "a second policy": () => { try { trustedTypes.createPolicy("other", {}); return "went"; } catch { return "refused"; } },
    "a frame": () => new Promise((done) => {
      const frame = document.createElement("iframe");
      frame.src = "static/page.css";
      document.addEventListener("securitypolicyviolation", () => done("refused"));
      setTimeout(done, 1000, "went");
      document.body.append(frame);
    }),
  };
  for (const [what, attempt] of Object.entries(refused)) {
    test(`refuses ${what}`, async () => {
      const watch = await b.open(browser, site.url);
      const loaded = watch.requests.length;
      assert.equal(await watch.page.evaluate(attempt), "refused");
      const arrived = watch.requests.slice(loaded).filter((url) => url.startsWith("http"));
      // A refused request never leaves, but DevTools lists it; the server's log is the judge in the next test.
      assert.ok(arrived.length <= 1);
      await watch.context.close();
    });
  }

  test("lets nothing arrive at the server, from the page or from a worker", async () => {
    const log = [];
    const spy = await serve({ change: (path, body) => (log.push(path), body) });
    const watch = await b.open(browser, spy.url);
    await watch.page.waitForTimeout(300);
    const loaded = log.length;
    await watch.page.evaluate(() => {
      fetch("index.html?leak").catch(() => {});
      navigator.sendBeacon("index.html?leak");
      new Image().src = "index.html?leak";
      try { new EventSource("index.html?leak"); } catch { /* refused at once */ }
      const form = document.createElement("form");
      form.action = "index.html?leak";
      form.method = "post";
      document.body.append(form);
      form.submit();
    });
    await watch.page.waitForTimeout(700);
    assert.deepEqual(log.slice(loaded), []);
    await watch.context.close();
    await spy.close();
  });
});

describe("input", () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "jiaohe-"));
    mkdirSync(join(folder, "各街道/二级"), { recursive: true });
    writeFileSync(join(folder, "各街道/甲.txt"), "甲");
    writeFileSync(join(folder, "各街道/二级/乙.txt"), "乙乙");
    writeFileSync(join(folder, "各街道/~$甲.docx"), "x");
    writeFileSync(join(folder, "丙.txt"), "丙");
  });
  after(() => rmSync(folder, { recursive: true }));

  test("given before the program is ready is kept in order", async () => {
    let letGo;
    const held = new Promise((done) => { letGo = done; });
    const watch = await b.open(browser, site.url, {
      wait: false,
      before: ({ page }) => page.route(/app\.js/, async (route) => { await held; await route.continue(); }),
    });
    await watch.page.waitForFunction(() => window.jiaoheBoot && document.getElementById("boot-status"));
    await b.paste(watch.page, { text: "第一份" });
    await b.drop(watch.page, [join(folder, "丙.txt")]);
    await watch.page.waitForFunction(() => document.getElementById("boot-status").textContent.includes("已接收"));
    const taken = await watch.page.evaluate(() => new Promise((done) => setTimeout(() => {
      const waiting = window.jiaoheBoot.takeInputs();
      done(waiting.map((input) => input.text || input.files[0].path));
    }, 300)));
    assert.deepEqual(taken, ["第一份", "丙.txt"]);
    letGo();
    await b.ready(watch.page);
    await watch.context.close();
  });

  test("really copied from another page arrives with its table", async () => {
    const watch = await b.open(browser, site.url);
    await b.recordInputs(watch.page);
    await b.pasteCopied(watch.page, `${site.origin}/table.html`);
    const [input] = await b.inputs(watch.page);
    assert.match(input.html, /<td/);
    assert.match(input.text, /本年新收\s+5/);
    await watch.context.close();
  });

  test("dropped folders are walked, temporary files left out, and the page stays", async () => {
    const watch = await b.open(browser, site.url);
    await b.recordInputs(watch.page);
    await b.drop(watch.page, [join(folder, "各街道"), join(folder, "丙.txt")]);
    const [{ files, skipped }] = await b.inputs(watch.page);
    assert.deepEqual(files.map((file) => file.path).sort(), ["丙.txt", "各街道/二级/乙.txt", "各街道/甲.txt"]);
    assert.equal(skipped, 1);
    assert.ok(watch.page.url().startsWith(site.url));
    await watch.context.close();
  });

  test("a dropped address is reported, never opened", async () => {
    const watch = await b.open(browser, site.url);
    await b.recordInputs(watch.page);
    await b.dropItems(watch.page, [{ mimeType: "text/uri-list", data: "http://example.test/a.docx" }]);
    assert.deepEqual(await b.inputs(watch.page), [{ kind: "link" }]);
    assert.ok(watch.page.url().startsWith(site.url));
    await watch.context.close();
  });
});

describe("the worker", () => {
  test("answers with a review, and a fresh one is quick", async () => {
    const watch = await b.open(browser, site.url);
    const answers = await b.askWorker(watch.page, "a.txt", "某区人民政府2022年政府信息公开工作年度报告");
    assert.equal(answers[0].kind, "ready");
    assert.equal(answers.at(-1).kind, "result");
    assert.ok(answers.at(-1).reviews);
    await watch.context.close();
  });

  test("says where it failed without a word of the input", async () => {
    const watch = await b.open(browser, site.url);
    const last = (await b.askWorker(watch.page, "a.txt", 5)).at(-1);
    assert.equal(last.kind, "failed");
    assert.match(last.where, /input must be/);
    await watch.context.close();
  });
});

describe("when the program does not start, the page says why", () => {
  const broken = {
    "a script was not copied": [(path, body) => (path === "app.js" ? null : body), /程序文件 app\.js 没有载入/],
    "a program is damaged": [
      (path, body) => (path === "app.js" ? Buffer.from(body.toString().replace(/"(.{200}).*"/, '"$1"')) : body),
      /程序文件 app\.js 已损坏/,
    ],
    "the glue is gone": [(path, body) => (path === "jiaohe-www.js" ? Buffer.from("") : body), /程序文件 jiaohe-www\.js 没有载入或不完整/],
  };
  for (const [what, [change, words]] of Object.entries(broken)) {
    test(what, async () => {
      const other = await serve({ change });
      const watch = await b.open(browser, other.url, { wait: false });
      await watch.page.waitForFunction(() => document.getElementById("boot-cause")?.textContent, null, { timeout: 9500 });
      assert.match(await watch.page.textContent("#boot-cause"), words);
      assert.match(await watch.page.textContent("#boot-remedy"), /刷新/);
      await watch.context.close();
      await other.close();
    });
  }

  test("a gateway's policy forbids WebAssembly", async () => {
    const other = await serve({ headers: { "content-security-policy": "script-src 'self'" } });
    const watch = await b.open(browser, other.url, { wait: false });
    await watch.page.waitForFunction(() => document.getElementById("boot-cause")?.textContent, null, { timeout: 9500 });
    assert.match(await watch.page.textContent("#boot-cause"), /WebAssembly|安全策略/);
    await watch.context.close();
    await other.close();
  });
});
