// A current Chromium, and what the tests do with it: open the page, paste, drop, and keep watch over it.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Starts the browser; close it in `after`. */
export function launch(more = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", ...more,
    ],
  });
}

/**
 * Opens the page in a fresh context. The result is Playwright's page with `requests` (addresses, in order), `console`
 * (every message) and `errors` (uncaught exceptions) beside it.
 */
export async function open(browser, url, { wait = true, context: options, before } = {}) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  const watch = { page, context, requests: [], console: [], errors: [] };
  context.on("request", (request) => watch.requests.push(request.url()));
  page.on("console", (message) => watch.console.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => watch.errors.push(String(error)));
  await before?.(watch);
  await page.goto(url, { waitUntil: wait ? "load" : "commit" });
  if (wait) await ready(page);
  return watch;
}

/** Waits until the program is on screen. */
export const ready = (page) => page.waitForSelector("html[data-ready]", { state: "attached", timeout: 60000 });

/** Pastes content by a made-up event, anywhere or into an element. Quick; see `pasteCopied` for the real thing. */
export function paste(page, { html = "", text = "" }, selector = "body") {
  return page.evaluate(({ html, text, selector }) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    if (text) data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector(selector).dispatchEvent(event);
  }, { html, text, selector });
}

/** Copies the whole of another page with Ctrl+C and pastes it here with Ctrl+V, as a clerk does. */
export async function pasteCopied(page, url) {
  const other = await page.context().newPage();
  await other.goto(url);
  await other.bringToFront();
  await other.keyboard.press("Control+A");
  await other.keyboard.press("Control+C");
  await other.close();
  await page.bringToFront();
  await page.keyboard.press("Control+V");
}

/** Drops files or folders, given by absolute path, as the operating system does. */
export async function drop(page, paths, { x = 400, y = 300 } = {}) {
  await dropData(page, { items: [], files: paths, dragOperationsMask: 1 }, { x, y });
}

/** Drops content that is no file: `items` as in the DevTools protocol, e.g. `{ mimeType, data }`. */
export async function dropItems(page, items, { x = 400, y = 300 } = {}) {
  await dropData(page, { items, dragOperationsMask: 1 }, { x, y });
}

async function dropData(page, data, at) {
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  }
  await session.detach();
}

/** Slows the page down, e.g. 4 = four times. */
export async function throttle(page, rate) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** axe's violations, one line each; the checker is injected through DevTools, past the page's policy. */
export async function violations(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: AXE });
  const expression = "axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(' ')))";
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression, awaitPromise: true, returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Takes what `boot.js` gives from the moment it exists, instead of the program: for tests of input alone. */
export function recordInputs(page) {
  return page.evaluate(() => {
    window.given = [];
    window.jiaoheBoot.onInput((input) => {
      const files = input.files?.map(({ path, file }) => ({ path, size: file.size }));
      window.given.push(files ? { kind: input.kind, files, skipped: input.skipped } : { ...input });
    });
  });
}

/** What `recordInputs` has taken, once there are `count` inputs. */
export async function inputs(page, count = 1) {
  await page.waitForFunction((count) => window.given.length >= count, count, { polling: 20 });
  return page.evaluate(() => window.given);
}

/** A whole conversation with a fresh worker, on the page's own policy: what it answered until result or failure. */
export function askWorker(page, name, input) {
  return page.evaluate(async ({ name, input }) => {
    const worker = await window.jiaoheBoot.newWorker();
    try {
      return await new Promise((done, lost) => {
        const answers = [];
        worker.onerror = (event) => lost(new Error(event.message || "the worker could not be loaded"));
        worker.onmessage = ({ data }) => {
          answers.push(data);
          if (data.kind === "ready") worker.postMessage({ kind: "review", id: 1, name, input, options: {} });
          if (data.kind === "result" || data.kind === "failed") done(answers);
        };
      });
    } finally {
      worker.terminate();
    }
  }, { name, input });
}
