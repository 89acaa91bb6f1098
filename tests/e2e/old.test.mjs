// The floor: a real Chromium 86, out of an npm package (see xtask/src/browsers.rs).
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { dist, serve } from "./site.mjs";

const executablePath = process.env.CHROMIUM_86;
const skip = executablePath ? false : (process.env.CHROMIUM_86_MISSING ?? "CHROMIUM_86 is not set");

describe("Chromium 86", { skip }, () => {
  let browser, site;
  before(async () => {
    const folder = dirname(executablePath);
    browser = await puppeteer.launch({
      executablePath,
      // --single-process: it was built for a place where programs may not start others.
      args: ["--no-sandbox", "--single-process", "--no-zygote", "--headless", "--disable-gpu", "--disable-dev-shm-usage"],
      env: { ...process.env, LD_LIBRARY_PATH: `${folder}:${join(folder, "lib")}`, HOME: "/tmp" },
    });
    site = await serve();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  // One page for all: with --single-process, closing a page ends the browser.
  const onDisk = (name) => () => pathToFileURL(join(dist, name)).href;
  const ways = [["from a server", () => site.url], ["from file://", onDisk("index.html")], ["as one file", onDisk("jiaohe.html")]];
  for (const [where, address] of ways) {
    test(`loads the page ${where}, and its worker checks`, { timeout: 60000 }, async () => {
      const page = (await browser.pages())[0];
      const faults = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
      await page.goto(address());
      assert.match(await page.evaluate(() => navigator.userAgent), /Chrome\/86\./);
      await page.waitForSelector("html[data-ready]", { timeout: 20000 });
      const last = await page.evaluate(async () => {
        const worker = await window.jiaoheBoot.newWorker();
        return new Promise((done) => {
          worker.onmessage = ({ data }) => {
            if (data.kind === "ready") worker.postMessage({ kind: "review", id: 1, name: "a.txt", input: "年度报告", options: {} });
            else if (data.kind !== "phase") { worker.terminate(); done(data.kind); }
          };
        });
      });
      assert.equal(last, "result");
      assert.deepEqual(faults, []);
      // By a timer: what DevTools itself evaluates is exempt from the policy.
      const verdict = await page.evaluate(() => new Promise((done) => setTimeout(() => {
        try { done(eval("'went'")); } catch { done("refused"); }
      })));
      assert.equal(verdict, "refused", "text as code");
    });
  }

  test("a cell is put right, a line corrected, the work saved and opened again", { timeout: 60000 }, async () => {
    const page = (await browser.pages())[0];
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    const begin = async () => {
      await page.goto("about:blank");
      await page.goto(site.url);
      await page.waitForSelector("html[data-ready]", { timeout: 20000 });
      await page.evaluate(() => { window.jiaoheBoot.save = (name, bytes) => { window.stored = new TextDecoder().decode(bytes); }; });
    };
    await begin();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, readFileSync(new URL("../../static/samples/sample.txt", import.meta.url), "utf8"));
    await page.waitForSelector(".strip");
    const cell = "td[id='cell-t3.carried_out.person']";
    const type = async (words) => {
      await page.evaluate((cell) => document.querySelector(cell).dispatchEvent(new MouseEvent("dblclick", { bubbles: true })), cell);
      await page.waitForSelector(".cell-box");
      await page.type(".cell-box", words);
      await page.keyboard.press("Enter");
    };
    await type("9");
    await page.waitForSelector(`${cell}.corrected`);
    await page.click(".work summary");
    await page.evaluate(() => { document.querySelector(".work .tick input").checked = true; });
    await page.evaluate(() => [...document.querySelectorAll(".work button")].find((one) => one.textContent === "保存工作").click());
    await page.waitForFunction(() => window.stored);
    const work = await page.evaluate(() => window.stored);
    assert.equal(JSON.parse(work).reports[0].corrections.length, 1);
    await begin();
    const file = join(mkdtempSync(join(tmpdir(), "work-")), "校核工作.json");
    writeFileSync(file, work);
    await (await page.$(".work input[type=file]")).uploadFile(file);
    await page.waitForSelector(`${cell}.corrected`);
    await page.evaluate(() => document.querySelector(".corrections button").click());
    await page.waitForSelector(`${cell}:not(.corrected)`);
    // The same cell in the text.
    await page.evaluate(() => document.querySelector(".pane-head .edit").click());
    await type("9");
    await page.waitForFunction((cell) => /^\D*9$/.test(document.querySelector(cell).textContent), {}, cell);
    await page.evaluate(() => document.querySelector(".pane-head .raw").click());
    await page.waitForSelector("#text");
    assert.match(await page.$eval("#text", (box) => box.value), /四、结转下年度继续办理\t\t\t9\t/);
    assert.deepEqual(faults, []);
  });
});
