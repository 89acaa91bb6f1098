// `cargo xtask desk-bench`: what the page needs for a reviewer's five hundred reports and for a clerk's one, as a table.
// Not a test: figures depend on the machine, so none of them fails anything.
//   node desk-bench.mjs FOLDER [COUNT]     the folder is written anew; JIAOHE names the command line
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { cpus } from "node:os";
import { launch, open, drop, paste, ready, throttle } from "./browser.mjs";
import { write } from "./reports.mjs";
import { serve, root } from "./site.mjs";

const [folder, count = "500", only = ""] = process.argv.slice(2);
const COUNT = Number(count);
const MB = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;
const ms = (time) => `${Math.round(time)} ms`;
const s = (time) => `${(time / 1000).toFixed(1)} s`;
const rows = [];
const tell = (what, value) => { rows.push([what, value]); console.error(`${what}: ${value}`); };

/** Notes long tasks, and when the count of reports that are done, or the verdict of one, last changed. */
function watch() {
  window.tasks = [];
  new PerformanceObserver((list) => list.getEntries().forEach((task) => window.tasks.push([task.startTime, task.duration])))
    .observe({ entryTypes: ["longtask"] });
  window.verdict = 0;
  window.unready = 0;
  new MutationObserver(() => {
    if (!window.verdict && document.querySelector(".strip .standing")) window.verdict = performance.now();
    const busy = document.querySelector("[data-busy]");
    if (busy ? busy.dataset.busy !== "0" : /排队|读取中/.test(document.querySelector(".reports")?.textContent ?? "")) {
      window.unready = performance.now();
    }
    if (!window.readyAt && document.documentElement.hasAttribute("data-ready")) window.readyAt = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

const longest = async (page, since = 0) => {
  const tasks = await page.evaluate((since) => window.tasks.filter(([start]) => start >= since).map(([, time]) => time), since);
  return tasks.length ? `${Math.round(Math.max(...tasks))} ms (${tasks.length} over 50 ms)` : "below 50 ms";
};
const now = (page) => page.evaluate(() => performance.now());

/** The process of the only page there is, by its memory. */
async function renderer(browser) {
  const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    const line = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, "utf8"));
    return { id, size: line ? Number(line[1]) * 1024 : 0 };
  });
  return sizes.sort((one, other) => other.size - one.size)[0];
}

/** What the page's process holds for itself, garbage collected first. */
async function memory(browser, page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await page.waitForTimeout(1500);
  return (await renderer(browser)).size;
}

/** The computing time, in ms, of the page's main thread and of the whole process with its workers: other work on the machine does
 *  not change it as it changes the time on the clock. */
async function computing(browser) {
  const { id } = await renderer(browser);
  const of = (path) => {
    const fields = readFileSync(path, "utf8").replace(/^.*\) /, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  return [of(`/proc/${id}/task/${id}/stat`), of(`/proc/${id}/stat`)];
}

async function desk(browser, url) {
  rmSync(folder, { recursive: true, force: true });
  write(folder, COUNT);
  if (process.env.JIAOHE) {
    const start = performance.now();
    spawnSync(process.env.JIAOHE, ["check", "--format", "csv", folder], { maxBuffer: 1 << 30 });
    tell(`${COUNT} reports, command line`, s(performance.now() - start));
  }
  const { page, context } = await open(browser, url, { before: ({ page }) => page.addInitScript(watch) });
  await page.waitForTimeout(1000);
  const empty = await memory(browser, page);
  const before = await computing(browser);
  const start = await now(page);
  await drop(page, [folder]);
  const quiet = () => performance.now() - window.unready > 3000 && window.unready > 0;
  await page.waitForFunction(quiet, null, { polling: 500, timeout: 300000 });
  const done = await page.evaluate(() => window.unready);
  tell(`${COUNT} reports, page, last verdict`, s(done - start));
  tell("— longest task", await longest(page, start));
  tell("— what the list says", await page.innerText(".how-far p"));
  const [main, all] = (await computing(browser)).map((time, at) => time - before[at]);
  tell("— computing: main thread / with workers", `${s(main)} / ${s(all)}`);
  const held = await memory(browser, page);
  tell("— renderer, empty / full", `${MB(empty)} / ${MB(held)}`);
  const turn = await now(page);
  const took = await page.evaluate(() => new Promise((told) => {
    const start = performance.now();
    [...document.querySelectorAll("[role=tab]")].find((tab) => tab.textContent.includes("两年比对")).click();
    requestAnimationFrame(function look() {
      if (document.querySelector(".sheet")) setTimeout(() => told(performance.now() - start), 0);
      else requestAnimationFrame(look);
    });
  }));
  await page.waitForTimeout(1500);
  tell("两年比对, opened", `${ms(took)}, longest task ${await longest(page, turn)}`);
  await page.click("[role=tab]:has-text('清单')");
  await page.click("details.clear summary >> visible=true");
  await page.click("details.clear button >> visible=true");
  await page.waitForTimeout(1000);
  tell("— renderer after 清空", MB(await memory(browser, page)));
  await context.close();
}

/** One report by paste: ready, verdict, longest task. */
async function one(browser, url, rate, text, what) {
  const times = [], readies = [], tasks = [], works = [];
  for (let turn = 0; turn < 5; turn++) {
    const { page, context } = await open(browser, url, {
      wait: false,
      before: async ({ page }) => { await page.addInitScript(watch); await throttle(page, rate); },
    });
    await ready(page);
    await page.waitForTimeout(1500);
    const start = await page.evaluate(() => (window.tasks = [], performance.now()));
    const [before] = await computing(browser);
    await paste(page, { text });
    await page.waitForSelector(".strip .standing", { timeout: 120000 });
    await page.waitForTimeout(text.length > 1e6 ? 8000 : 1000);
    const [at, readyAt, longest] = await page.evaluate(() =>
      [window.verdict, window.readyAt, Math.max(0, ...window.tasks.map(([, time]) => time))]);
    times.push(at - start);
    readies.push(readyAt);
    tasks.push(longest);
    works.push((await computing(browser))[0] - before);
    await context.close();
    if (text.length > 1e6 && turn > 0) break;
  }
  const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const task = middle(tasks);
  tell(`${what}, CPU ${rate}×`, `ready ${ms(middle(readies))}, verdict ${ms(middle(times))}, longest task ${task ? ms(task) : "below 50 ms"}, computing of the main thread ${ms(middle(works))}`);
}

const browser = await launch();
const server = await serve();
const sample = readFileSync(`${root}/static/samples/sample.txt`, "utf8");
if (!only || only === "desk") await desk(browser, server.url);
if (!only || only === "one") for (const rate of [1, 4]) await one(browser, server.url, rate, sample, "one report pasted");
if (!only || only === "long") {
  // Paragraphs of prose, each once: the end of the sample's first section, with a number of its own.
  const paragraph = (number) => `第${number}次检查中，各科室按照要求逐条核对公开内容，对发现的错别字和失效链接及时更正，并把整改情况报送办公室备案。\n`;
  let long = "";
  for (let number = 1; Buffer.byteLength(long) < 5e6; number += 50) {
    long += Array.from({ length: 50 }, (_, at) => paragraph(number + at)).join("");
  }
  const at = sample.indexOf("二、");
  for (const rate of [1, 4]) await one(browser, server.url, rate, sample.slice(0, at) + long + sample.slice(at), "5 MB pasted");
}
await browser.close();
await server.close();
console.log(`${cpus().length} × ${cpus()[0].model}, Chromium ${browser.version()}\n`);
console.log("| what | figure |\n|---|---|");
for (const [what, value] of rows) console.log(`| ${what} | ${value} |`);
