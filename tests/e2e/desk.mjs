// What the page's tests share: a server for the built folder, a browser, and the gestures of a clerk.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const dist = process.env.JIAOHE_DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".txt": "text/plain" };
const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Serves the built folder; returns its address and a way to stop. */
export async function serve() {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(request.url.split("?")[0]));
    const file = join(dist, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

export const browse = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** Opens the page. `requests` lists everything asked of any server after loading; `complaints` what the console said. */
export async function open(browser, url, { init, ...context } = {}) {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, ...context })).newPage();
  const requests = [];
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  if (init) await page.addInitScript(init);
  await page.goto(url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await page.waitForLoadState("load");
  page.on("request", (request) => request.url().startsWith("blob:") || requests.push(request.url()));
  return { page, requests, complaints };
}

/** Pastes as the clipboard would, anywhere in the window. */
export const paste = (page, flavours) =>
  page.evaluate((flavours) => {
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(flavours)) clipboardData.setData(type, data);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, flavours);

/** Drops real files and folders, by the debugger's own drag. */
export async function drop(page, paths) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  }
}

/** Waits for the result of the report on the screen. */
export const result = (page) => page.waitForSelector(".strip");

/** The figure behind a word of the verdict line. */
export async function count(page, word) {
  const text = await page.locator(".counts .count", { hasText: word }).innerText();
  return Number(/\d+/.exec(text)[0]);
}

/** Nothing sticks out to the right. */
export async function assertFits(page) {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= window, `${wide} px wide in a window of ${window} px`);
}

/** No violation of any rule that axe knows, best practices included. The policy forbids scripts: it is put in from outside. */
export async function assertAccessible(page, state) {
  const session = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const answer = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    assert.equal(answer.exceptionDetails, undefined, JSON.stringify(answer.exceptionDetails));
    return answer.result.value;
  };
  await run(axeSource);
  const found = await run(`axe.run(document).then(({ violations }) => violations.map(
    (v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ") + " " + (n.any[0] ? n.any[0].message : "")).join(" | ")))`);
  assert.deepEqual(found, [], state);
}

/** The sample report's text. */
export const sample = await readFile(new URL("../../static/samples/sample.txt", import.meta.url), "utf8");

/** The sample as a word processor would put it into the clipboard: paragraphs and one table per run of tabbed lines. */
export function sampleHtml(text = sample) {
  const parts = [];
  let rows = [];
  const close = () => {
    if (rows.length) parts.push(`<table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>`);
    rows = [];
  };
  for (const line of text.split("\n")) {
    if (line.includes("\t")) {
      rows.push(line.split("\t").map((cell) => `<td>${cell || "&nbsp;"}</td>`).join(""));
    } else {
      close();
      if (line) parts.push(`<p class="MsoNormal">${line}</p>`);
    }
  }
  close();
  return `<html><body><!--StartFragment-->${parts.join("")}<!--EndFragment--></body></html>`;
}
