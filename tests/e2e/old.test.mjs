// The floor: a real Chromium 86, out of an npm package (see xtask/src/browsers.rs).
import assert from "node:assert/strict";
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
});
