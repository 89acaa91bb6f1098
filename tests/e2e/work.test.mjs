// Work that outlives the page: saved as a file, opened again, refused where it is something else.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertAccessible, browse, count, open, paste, result, sample, serve } from "./desk.mjs";

let server, browser;
before(async () => { server = await serve(); browser = await browse(); });
after(async () => { await browser.close(); server.stop(); });

/** Confirms the finding in view, for the first reason of the list. */
async function confirm(page) {
  await page.keyboard.press("F8");
  await page.click(".card.active >> text=确认属实…");
  await page.click(".card.active .unfolded button.main");
  await page.waitForSelector(".card.active .decided-word");
}

/** Saves the work; returns its text and name. */
async function save(page, withText = false) {
  await page.click(".work > summary");
  if (withText) await page.check(".work .tick input");
  const waiting = page.waitForEvent("download");
  await page.click(".work >> text=保存工作");
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const openWork = (page, text, name = "校核工作.json") =>
  page.setInputFiles(".work input[type=file]", { name, mimeType: "application/json", buffer: Buffer.from(text) });

/** Whether leaving the page would be asked about. */
const warns = (page) => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

test("decisions are saved without the report, and come back when the report is given", async () => {
  const { page, requests, complaints } = await open(browser, server.url);
  await paste(page, { "text/plain": sample });
  await result(page);
  assert.equal(await warns(page), false, "nothing to lose yet");
  await confirm(page);
  const title = await page.innerText(".card.active h3");
  assert.equal(await warns(page), true);
  await page.click(".work > summary");
  await assertAccessible(page, "the menu for work");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".work[open]").count(), 0, "Esc closes it");
  const { name, text } = await save(page);
  assert.match(name, /^校核工作-\d{4}-\d\d-\d\d-\d{4}\.json$/);
  assert.equal(await warns(page), false, "saved");
  assert.match(await page.innerText("[role=status]"), /已保存为 校核工作/);
  const work = JSON.parse(text);
  assert.deepEqual([work.format, work.version], ["jiaohe-work", 1]);
  const [saved] = work.reports;
  assert.deepEqual([saved.unit, saved.year, saved.size], ["云岭县住房和城乡建设局", 2025, Buffer.byteLength(sample)]);
  assert.match(saved.sha256, /^[0-9a-f]{64}$/);
  assert.equal(saved.decisions[0].title, title);
  assert.ok(!text.includes("引发行政复议2件"), "no report in it");
  await page.keyboard.press("F8");
  await confirm(page);
  assert.equal(await warns(page), true, "changed since");

  // Another day: the work first, then the report.
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  requests.length = 0;
  await openWork(page, text);
  await page.waitForSelector(".shelf:has-text('云岭县住房和城乡建设局 2025 年')");
  await assertAccessible(page, "work that waits");
  await paste(page, { "text/plain": sample });
  await result(page);
  await page.waitForSelector(".restored");
  assert.match(await page.innerText(".restored"), /说明 1 处/);
  assert.match(await page.innerText(".counts"), /已说明\s*1/);
  assert.deepEqual(requests, []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("a decision whose figures have changed is named when the work is opened", async () => {
  const { page } = await open(browser, server.url);
  await paste(page, { "text/plain": sample });
  await result(page);
  await confirm(page);
  const title = await page.innerText(".card.active h3");
  const { text } = await save(page);
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const changed = JSON.parse(text);
  changed.reports[0].decisions[0].fingerprint = "0000000000000000";
  changed.reports[0].sha256 = "";
  await paste(page, { "text/plain": sample });
  await result(page);
  const before = await count(page, "不通过");
  await openWork(page, JSON.stringify(changed));
  await page.waitForSelector(".restored");
  assert.ok((await page.innerText(".restored")).includes(`已失效的说明：${title}`));
  assert.equal(await count(page, "不通过"), before);
  await page.context().close();
});

test("with its text a pasted report is back at once, corrections included", async () => {
  const { page, complaints } = await open(browser, server.url);
  await paste(page, { "text/plain": sample });
  await result(page);
  const cell = '[id="cell-t3.carried_out.person"]';
  await page.dblclick(cell);
  await page.fill(".cell-box", "3");
  await page.keyboard.press("Enter");
  await page.waitForSelector(`${cell}.corrected`);
  await confirm(page);
  const { text } = await save(page, true);
  assert.ok(text.includes("引发行政复议2件"));
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await openWork(page, text);
  await page.waitForSelector(`${cell}.corrected`);
  await page.waitForSelector(".restored");
  assert.match(await page.innerText(".restored"), /说明 1 处，人工更正 1 处/);
  assert.match(await page.innerText(".counts"), /已说明\s*1/);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("what is no work of this program, newer or broken is refused with the next step", async () => {
  const { page } = await open(browser, server.url);
  for (const [text, said] of [
    ["{\"a\":1}", /不是本程序保存的工作文件.*请选择/],
    ["{\"format\":\"jiaohe-work\",\"version\":9,\"reports\":[]}", /更新的程序保存（第 9 版格式）.*请/],
    ["{\"format\":\"jiaohe-work\",\"version\":1,\"rep", /不完整或已损坏.*请/],
  ]) {
    await openWork(page, text);
    await page.waitForFunction((said) => new RegExp(said).test(document.querySelector("[role=status]").textContent), said.source);
    assert.equal(await page.locator(".shelf").count(), 0);
  }
  await page.context().close();
});
