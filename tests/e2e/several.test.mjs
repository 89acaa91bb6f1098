// One file that holds several reports: a zip of units' files, a document with two reports.
import assert from "node:assert/strict";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { assertAccessible, browse, drop, open, paste, result, sample, serve } from "./desk.mjs";

const ORGAN = "云岭县住房和城乡建设局";
const forestry = sample.replaceAll(ORGAN, "云岭县林业局");
let server, browser, folder;

before(async () => {
  server = await serve();
  browser = await browse();
  folder = await mkdtemp(join(tmpdir(), "several-"));
});
after(async () => { await browser.close(); server.stop(); });

/** The bodies and files of the list, once nothing is under way. */
async function listed(page, rows) {
  await page.waitForFunction((rows) => {
    const found = [...document.querySelectorAll(".reports tbody tr")];
    return found.length === rows && found.every((row) => !/排队|读取中/.test(row.innerText));
  }, rows);
  return page.$$eval(".reports tbody tr", (rows) => rows.map((row) =>
    [row.querySelector("th").innerText.trim(), row.querySelector(".file").innerText.trim()]));
}

test("a zip of reports is opened, each file in a row of its own, one that cannot be read among them", async () => {
  const { page, requests, complaints } = await open(browser, server.url);
  const zip = join(folder, "各单位.zip");
  await writeFile(zip, zipSync({
    "住建局.txt": strToU8(sample), "局属/林业局.txt": strToU8(forestry), "照片.png": new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]),
    "__MACOSX/._x": new Uint8Array([0]),
  }));
  await drop(page, [zip]);
  const rows = await listed(page, 3);
  assert.deepEqual(rows, [
    [ORGAN, "住建局.txt"], ["云岭县林业局", "林业局.txt"], ["照片.png", "照片.png"],
  ]);
  assert.match(await page.innerText(".reports tbody tr:nth-child(3)"), /这是图片/);
  await page.click(`button.link:has-text('${ORGAN}')`);
  await result(page);
  assert.deepEqual(requests, []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("two reports in one text are listed apart, and each is checked alone", async () => {
  const { page, complaints } = await open(browser, server.url);
  await paste(page, { "text/plain": `${sample}\n${forestry}` });
  const rows = await listed(page, 2);
  assert.deepEqual(rows, [[ORGAN, "粘贴的内容（第 1 份）"], ["云岭县林业局", "粘贴的内容（第 2 份）"]]);
  await assertAccessible(page, "two reports of one file");
  await page.click("button.link:has-text('云岭县林业局')");
  await result(page);
  assert.match(await page.innerText("#heading"), /云岭县林业局/);
  await page.click("[role=tab]:has-text('读取说明')");
  await page.waitForSelector("text=文件中有 2 份年度报告");
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("one report in every format, dropped together, shows the same verdict in each row", async () => {
  const { page, requests, complaints } = await open(browser, server.url);
  const one = fileURLToPath(new URL("../files/one/", import.meta.url));
  const names = (await readdir(one)).filter((name) => !/\.(py|sh)$/.test(name)).sort();
  await drop(page, names.map((name) => join(one, name)));
  await listed(page, names.length);
  const rows = await page.$$eval(".reports tbody tr", (rows) => rows.map((row) =>
    [...row.querySelectorAll("th, td")].map((cell) => cell.innerText.trim())));
  for (const [, organ, year, file, status, errors] of rows) {
    assert.deepEqual([organ, year, status, errors], ["清河县人民政府", "2022", "不通过 2", "2"], file);
  }
  assert.deepEqual(requests, []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
