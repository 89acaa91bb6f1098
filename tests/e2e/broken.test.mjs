// A file of the program that is missing, cut or of another release is told as soon as the page has been read, in Chinese
// and with what to do; nothing that does not belong to the page runs.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import * as b from "./browser.mjs";
import { dist, serve } from "./site.mjs";

let browser;
before(async () => { browser = await b.launch(); });
after(() => browser.close());

/** Serves the page until the test is over, however it ends. */
async function served(t, how) {
  const site = await serve(how);
  t.after(() => site.close());
  return site;
}

/** What the page says once it says anything; the watchdog of eight seconds is none of our concern here. */
async function told(page) {
  await page.waitForFunction(() => document.getElementById("boot-cause")?.textContent, null, { timeout: 15000 });
  const [status, cause, remedy] = await Promise.all(
    ["status", "cause", "remedy"].map((line) => page.textContent(`#boot-${line}`)));
  assert.match(status, /校核程序没有启动/);
  assert.doesNotMatch(cause, /等待 8 秒/);
  return { cause, remedy };
}

const other = gzipSync(Buffer.from([0, 97, 115, 109, 1, 0, 0, 0])).toString("base64");
const gone = () => null;
const cut = (body) => body.subarray(0, body.length * 0.6);
const exchanged = (body) => Buffer.from(body.toString().replace(/\b(app|engine)\("[^"]*"/, `$1("${other}"`));
const edited = (body) => Buffer.from(body.toString().replace('kind: \\"ready\\"', 'kind: \\"reedy\\"'));
const longer = (body) => Buffer.from(body.toString().replace("jiaoheBoot.glue(\"", "jiaoheBoot.glue(\"1"));

describe("in the folder", () => {
  const cases = [
    ["engine.js", "missing", gone, /engine\.js 没有载入/],
    ["engine.js", "cut", cut, /engine\.js 没有载入或不完整/],
    ["engine.js", "with another engine", exchanged, /engine\.js 已损坏，或不是同一版本/],
    ["engine.js", "with another worker", edited, /engine\.js 已损坏，或不是同一版本/],
    ["app.js", "missing", gone, /app\.js 没有载入/],
    ["app.js", "cut", cut, /app\.js 没有载入或不完整/],
    ["app.js", "with another program", exchanged, /app\.js 已损坏，或不是同一版本/],
    ["jiaohe-www.js", "missing", gone, /jiaohe-www\.js 没有载入/],
    ["jiaohe-www.js", "cut", cut, /jiaohe-www\.js 没有载入或不完整/],
    ["jiaohe-www.js", "of another release", longer, /jiaohe-www\.js 已损坏，或不是同一版本/],
  ];
  for (const [file, how, change, words] of cases) {
    test(`${file} ${how}`, async (t) => {
      let changed = false;
      const site = await served(t, { change: (path, body) => {
        if (path !== file) return body;
        const made = change(body);
        changed ||= made === null || !made.equals(body);
        return made;
      } });
      const watch = await b.open(browser, site.url, { wait: false });
      const { cause, remedy } = await told(watch.page);
      assert.ok(changed, "the file was changed at all");
      assert.match(cause, words);
      assert.match(remedy, /Ctrl\+F5[\s\S]*重新下载并整个拷贝[\s\S]*SHA256SUMS/);
      await watch.context.close();
    });
  }

  for (const [how, change] of [["missing", gone], ["cut", cut]]) {
    test(`boot.js ${how}`, async (t) => {
      const site = await served(t, { change: (path, body) => (path === "static/boot.js" ? change(body) : body) });
      const watch = await b.open(browser, site.url, { wait: false });
      await watch.page.waitForFunction(() => document.getElementById("boot-status")?.textContent.includes("boot.js"));
      assert.match(await watch.page.textContent("#boot-status"), /没有载入或不完整。请重新下载并整个拷贝/);
      await watch.context.close();
    });
  }

  test("a lost engine is still told when the rest of the page is up, and a paste does not wait for it", async (t) => {
    // The engine comes late, so that the page is on screen before.
    let letGo;
    const held = new Promise((done) => { letGo = done; });
    const site = await served(t);
    const watch = await b.open(browser, site.url, {
      wait: false,
      before: ({ page }) => page.route(/engine\.js/, async (route) => { await held; await route.abort(); }),
    });
    await b.ready(watch.page);
    await b.paste(watch.page, { text: "某区人民政府2022年政府信息公开工作年度报告\n一、总体情况\n受理申请5件。" });
    letGo();
    const { cause } = await told(watch.page);
    assert.match(cause, /engine\.js 没有载入/);
    assert.ok(await watch.page.isVisible("#boot-fault"));
    await watch.page.waitForSelector(".trouble");
    assert.match(await watch.page.textContent(".trouble"), /校核程序未能启动/);
    await watch.page.emulateMedia({ reducedMotion: "reduce" });
    assert.deepEqual(await b.violations(watch.page), []);
    const seen = await watch.page.evaluate(() => {
      const box = document.getElementById("app").getBoundingClientRect();
      return box.top >= document.getElementById("boot-fault").getBoundingClientRect().bottom && box.bottom <= innerHeight + 1;
    });
    assert.ok(seen, "what is told stands above the page and covers nothing of it");
    await watch.context.close();
  });

  test("nothing is told of a page that is in order", async (t) => {
    const site = await served(t);
    const watch = await b.open(browser, site.url);
    await b.askWorker(watch.page, "a.txt", "年度报告");
    assert.equal(await watch.page.locator("#boot-fault").count(), 0);
    await watch.context.close();
  });
});

describe("in one file", () => {
  const whole = readFileSync(join(dist, "jiaohe.html"));
  const at = (text) => whole.indexOf(text);
  const places = {
    "after the first screen": at("</noscript>"),
    "in the glue": at("let wasm_bindgen") + 5000,
    "in the program": at("jiaoheBoot.app(\"") + 9000,
    "in the engine": Math.floor(whole.length * 0.7),
    "in the worker, near its end": whole.length - 400,
  };
  for (const [where, length] of Object.entries(places)) {
    test(`cut ${where}`, async () => {
      assert.ok(length > 1000 && length < whole.length, "the place is there");
      const folder = mkdtempSync(join(tmpdir(), "jiaohe-cut-"));
      const path = join(folder, "jiaohe.html");
      writeFileSync(path, whole.subarray(0, length));
      const watch = await b.open(browser, pathToFileURL(path).href, { wait: false });
      const { cause, remedy } = await told(watch.page);
      assert.match(cause, /jiaohe\.html (没有载入或不完整|已损坏)/);
      assert.match(remedy, /重新下载/);
      await watch.context.close();
      rmSync(folder, { recursive: true });
    });
  }
});
