// A cell that the program misread is put right where it is read: by mouse, by keys, and back again.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { assertAccessible, browse, drop, open, paste, result, sample, serve } from "./desk.mjs";

let server, browser;
before(async () => { server = await serve(); browser = await browse(); });
after(async () => { await browser.close(); server.stop(); });

/** A row of table three in the sample, and its 自然人 cell. */
const ROW = "四、结转下年度继续办理";
const CELL = '[id="cell-t3.carried_out.person"]';
const titles = (page) => page.$$eval(".card h3", (all) => all.map((one) => one.textContent));
const settled = (page) => page.waitForFunction(() => !/正在重新核对/.test(document.querySelector(".pane-head").textContent));

test("an unreadable cell of a paste is put right by double click; everything is checked again and it can be undone", async () => {
  const { page, requests, complaints } = await open(browser, server.url);
  const torn = sample.replace(`${ROW}\t\t\t0\t`, `${ROW}\t\t\t1 0\t`);
  assert.notEqual(torn, sample);
  await paste(page, { "text/plain": torn });
  await result(page);
  const before = await titles(page);
  await page.dblclick(CELL);
  const box = page.locator(".cell-box");
  assert.equal(await box.inputValue(), "1 0");
  assert.ok(await box.evaluate((box) => box === document.activeElement), "ready to be typed into");
  await assertAccessible(page, "a cell being put right");
  await box.fill("三");
  await box.press("Enter");
  assert.match(await page.innerText("[role=status]"), /请填一个数字/);
  await box.fill("0");
  await box.press("Enter");
  await page.waitForSelector(`${CELL}.corrected`);
  assert.match(await page.innerText(".strip .corrections"), /人工更正 1 处.*自然人 读作“1 0”，更正为 0/);
  assert.match(await page.innerText("[role=status]"), /人工更正 1 处/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "cell-t3.carried_out.person");
  await assertAccessible(page, "a cell put right");
  await page.click(".corrections button >> text=撤销更正");
  await page.waitForSelector(`${CELL}:not(.corrected)`);
  await settled(page);
  assert.deepEqual(await titles(page), before);
  assert.deepEqual(requests, []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("a cell of a file is put right by keys, and the files made of it say so", async () => {
  const { page, complaints } = await open(browser, server.url);
  await drop(page, [fileURLToPath(new URL("../files/one/report.docx", import.meta.url))]);
  await result(page);
  const before = await titles(page);
  await page.focus("td.value.found");
  const id = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("F2");
  await page.waitForSelector(".cell-box");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), id, "Esc leaves it as it was, at the cell");
  assert.equal(await page.locator(".corrections").count(), 0);
  await page.keyboard.press("F2");
  await page.waitForSelector(".cell-box");
  await page.keyboard.type("777");
  await page.keyboard.press("Enter");
  await page.waitForSelector(`[id="${id}"].corrected`);
  await settled(page);
  assert.notDeepEqual(await titles(page), before, "checked anew");
  await page.keyboard.press("Alt+4");
  const waiting = page.waitForEvent("download");
  await page.click(".export-list >> text=校验报告 网页");
  const paper = await readFile(await (await waiting).path(), "utf8");
  assert.match(paper, /人工更正 1 处：表.*更正为 777/);
  // Emptied, it is what was read.
  await page.focus(`[id="${id}"]`);
  await page.keyboard.press("F2");
  await page.waitForSelector(".cell-box");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await page.waitForSelector(`[id="${id}"]:not(.corrected)`);
  await settled(page);
  assert.deepEqual(await titles(page), before);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
