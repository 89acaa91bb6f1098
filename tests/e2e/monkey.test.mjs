// What nobody plans: random clicks, keys, pastes and drops, one after the other, drawn from a seed. Whatever happens, the page
// says nothing in the console, asks no server, loses no worker by a panic of its own, and still checks a report afterwards.
//   MONKEY=10000 MONKEY_SEED=7 node --test tests/e2e/monkey.test.mjs
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browse, drop, open, paste, result, sample, sampleHtml, serve } from "./desk.mjs";
import { fileURLToPath } from "node:url";

const ACTIONS = Number(process.env.MONKEY ?? 200);
const SEED = Number(process.env.MONKEY_SEED ?? 20251128);

let server, browser;
before(async () => { server = await serve(); browser = await browse(); });
after(async () => { await browser.close(); server.stop(); });

/** mulberry32: the same numbers from the same seed, everywhere. */
function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const files = ["report.docx", "report.xlsx", "report.pdf", "report.zip"].map((name) =>
  fileURLToPath(new URL(`../files/one/${name}`, import.meta.url)));
const KEYS = ["F8", "Shift+F8", "F1", "Enter", "Escape", "Tab", "Shift+Tab", "Alt+1", "Alt+2", "Alt+3", "Alt+4", "ArrowUp",
  "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "Space", "PageDown", "Backspace", "Delete", "7", "x", "Control+a"];
const ROUTES = ["#/", "#/list", "#/help", "#/verify", "#/r/1", "#/r/2", "#/r/999", "#/nowhere"];

/** The sample with something else in it each time: another unit or year, a figure, half of it. */
function variant(random) {
  const units = ["住房和城乡建设局", "水利局", "财政局", "教育局"];
  const pick = (list) => list[Math.floor(random() * list.length)];
  let text = sample.replaceAll("住房和城乡建设局", pick(units)).replaceAll("2025", pick(["2025", "2024"]));
  if (random() < 0.4) text = text.replace(/\t\d+/g, (cell) => (random() < 0.03 ? `\t${Math.floor(random() * 30)}` : cell));
  if (random() < 0.15) text = text.slice(0, Math.floor(random() * text.length));
  return random() < 0.1 ? pick(["", "。", "只有文字。", "\u0000\ud800", "9".repeat(4000)]) : text;
}

test(`${ACTIONS} random actions from seed ${SEED}`, async () => {
  const random = chance(SEED);
  const { page, requests, complaints } = await open(browser, server.url, { acceptDownloads: true });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  // Leaving is asked about and refused; the browser's own dialogues have no other place here.
  page.on("dialog", (dialog) => dialog.dismiss());
  let closed = false;
  page.on("crash", () => { closed = true; });
  const pick = (list) => list[Math.floor(random() * list.length)];
  const log = [];

  const acts = {
    async click() {
      return page.evaluate((at) => {
        const all = [...document.querySelectorAll("button, summary, [role=tab], td, .card, mark, a, label, input, select, textarea")]
          .filter((one) => one.offsetParent && !/file/.test(one.type ?? "") && !one.querySelector("input[type=file]"));
        const one = all[Math.floor(at * all.length)];
        if (!one) return "nothing";
        one.focus?.();
        one.click();
        return `${one.tagName} ${one.textContent.slice(0, 20)}`;
      }, random());
    },
    /** Faster than any hand: clicks on whatever is there, before the page has drawn what the one before did. */
    async flurry() {
      const at = Array.from({ length: 8 }, random);
      turn += at.length - 1;
      return page.evaluate(async (at) => {
        const clicked = [];
        for (const each of at) {
          const all = [...document.querySelectorAll("button, summary, td, .card")].filter((one) => one.offsetParent);
          const one = all[Math.floor(each * all.length)];
          one?.click();
          clicked.push(`${one?.tagName} ${one?.textContent.slice(0, 12)}`);
          await new Promise((next) => setTimeout(next));
        }
        return clicked.join(" | ");
      }, at);
    },
    async point() {
      // A real mouse, wherever it lands; not on what would open the system's own dialogue.
      const [x, y] = [random() * 1366, random() * 768];
      const opens = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest("label.file"), [x, y]);
      if (!opens) await page.mouse.click(x, y, { clickCount: random() < 0.2 ? 2 : 1 });
      return `${x | 0},${y | 0}`;
    },
    async key() {
      const key = pick(KEYS);
      const opens = await page.evaluate(() => /file/.test(document.activeElement?.type ?? ""));
      if (!(opens && /Enter|Space/.test(key))) await page.keyboard.press(key);
      return key;
    },
    async type() {
      await page.keyboard.insertText(pick(["12", "八", "确认属实，口径不同", "\t", "0", "甲局\n乙局"]));
      return "";
    },
    async choose() {
      return page.evaluate((at) => {
        const all = [...document.querySelectorAll("select")].filter((one) => one.offsetParent);
        const one = all[Math.floor(at * all.length)];
        if (!one) return "nothing";
        one.selectedIndex = Math.floor(((at * 7919) % 1) * one.options.length);
        one.dispatchEvent(new Event("change", { bubbles: true }));
        return one.value;
      }, random());
    },
    async paste() {
      const text = variant(random);
      await paste(page, random() < 0.5 ? { "text/plain": text } : { "text/html": sampleHtml(text), "text/plain": text });
      return `${text.length}`;
    },
    async drop() {
      const some = files.filter(() => random() < 0.4);
      if (some.length) await drop(page, some);
      return `${some.length} files`;
    },
    async address() {
      const route = pick(ROUTES);
      await page.evaluate((route) => {
        history.pushState(null, "", route);
        dispatchEvent(new PopStateEvent("popstate"));
      }, route);
      return route;
    },
    async back() {
      await page.evaluate(() => history.back());
      return "";
    },
    async resize() {
      const size = pick([[1366, 768], [911, 600], [390, 844], [1920, 1080]]);
      await page.setViewportSize({ width: size[0], height: size[1] });
      return size.join("×");
    },
    async theme() {
      await page.emulateMedia(pick([{ colorScheme: "dark" }, { colorScheme: "light" }, { media: "print" }, { media: "screen" }]));
      return "";
    },
    async wait() {
      await page.waitForTimeout(random() * 100);
      return "";
    },
  };
  const bag = Object.entries({ click: 18, flurry: 16, point: 14, key: 24, type: 4, choose: 4, paste: 5, drop: 2, address: 6, back: 4, resize: 2, theme: 2, wait: 3 })
    .flatMap(([name, weight]) => Array(weight).fill(name));

  let turn = 0;
  const trail = () => log.slice(-25).join("\n");
  for (let looked = 0; turn < ACTIONS; turn++) {
    const name = pick(bag);
    log.push(`${turn} ${name} ${await acts[name]()}`);
    if (complaints.length || said.length || requests.length || closed) break;
    if (turn - looked >= 50) {
      looked = turn;
      // The desk does not grow without end, and the page answers.
      const state = await page.evaluate(() => ({
        heads: document.querySelectorAll("header.bar").length,
        mains: document.querySelectorAll("main").length,
        died: document.querySelector(".trouble")?.textContent.includes("内部错误") ?? false,
      }));
      assert.deepEqual(state, { heads: 1, mains: 1, died: false }, trail());
    }
  }
  assert.deepEqual({ complaints, said, requests, closed }, { complaints: [], said: [], requests: [], closed: false }, trail());

  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.click(".brand");
  await paste(page, { "text/plain": sample });
  await result(page).catch((error) => assert.fail(`${error}\n${trail()}`));
  assert.ok((await page.locator(".card").count()) > 3, `the sample is checked as ever\n${trail()}`);
  await page.context().close();
});
