// The reviewer's list: many reports, ordered, narrowed, searched, put right, walked through by keys, held and printed.
import assert from "node:assert/strict";
import { mkdtemp, copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible, assertFits, browse, drop, open, result, serve } from "./desk.mjs";
import { write } from "./reports.mjs";

const COUNT = 90;
let server, browser, folder, paths;

before(async () => {
  server = await serve();
  browser = await browse();
  folder = await mkdtemp(join(tmpdir(), "list-"));
  paths = write(join(folder, "一县"), COUNT);
});
after(async () => { await browser.close(); server.stop(); });

/** Nothing is under way any more. */
const quiet = (page) => page.waitForSelector("[data-busy='0']", { timeout: 60000 });
/** Drops the folder and waits for its end. */
async function shelf(files = [join(folder, "一县")]) {
  const opened = await open(browser, server.url);
  await drop(opened.page, files);
  await opened.page.waitForSelector(`.how-far:has-text('共 ')`);
  await quiet(opened.page);
  return opened;
}
const cells = (page, column) => page.$$eval(".window tbody:not([aria-hidden]) tr", (rows, column) =>
  rows.map((row) => row.children[column].innerText.trim()), column);
const choose = (page, label, value) => page.getByLabel(label, { exact: true }).selectOption(value);
const focused = (page) => page.evaluate(() => document.activeElement.closest("tr")?.getAttribute("aria-rowindex"));

test("only the rows in view are drawn; the table says how many there are, and all are printed", async () => {
  const { page, requests, complaints } = await shelf();
  assert.equal(await page.getAttribute(".window table", "aria-rowcount"), String(COUNT + 1));
  const drawn = await page.locator(".window tbody tr[aria-rowindex]").count();
  assert.ok(drawn < 60, `${drawn} rows drawn`);
  assert.match(await page.innerText(".how-far"), new RegExp(`共 ${COUNT} 份，已核对 ${COUNT} 份`));
  const height = () => page.$eval(".window", (region) => region.scrollHeight);
  const before = await height();
  await page.$eval(".window", (region) => { region.scrollTop = region.scrollHeight; });
  await page.waitForSelector(`.window tr[aria-rowindex='${COUNT + 1}']`);
  assert.ok(Math.abs(await height() - before) < 4, "the height does not change while scrolling");
  await assertFits(page);
  await assertAccessible(page, "a long list");
  await page.pdf();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.waitForFunction((count) => document.querySelectorAll(".window tr[aria-rowindex]").length === count, COUNT + 1);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.waitForFunction(() => document.querySelectorAll(".window tr[aria-rowindex]").length < 60);
  assert.deepEqual([requests, complaints], [[], []]);
  await page.context().close();
});

test("the list is ordered by its headings, narrowed by status and year, and searched", async () => {
  const { page, complaints } = await shelf();
  await page.click(".window th button:has-text('年度')");
  const ascending = (await cells(page, 2)).filter(Boolean);
  assert.deepEqual(ascending, [...ascending].sort());
  assert.equal(await page.getAttribute(".window th:has-text('年度')", "aria-sort"), "ascending");
  await page.click(".window th button:has-text('年度')");
  assert.equal(await page.getAttribute(".window th:has-text('年度')", "aria-sort"), "descending");
  await choose(page, "年度", "2023");
  await page.waitForSelector(".sieve [role=status]");
  assert.deepEqual([...new Set(await cells(page, 2))], ["2023"]);
  await page.fill(".sieve input", "白山镇");
  await page.waitForFunction(() => document.querySelectorAll(".window tbody tr[aria-rowindex]").length === 1);
  assert.deepEqual(await cells(page, 1), ["白山镇人民政府"]);
  await page.fill(".sieve input", "");
  await choose(page, "年度", "");
  await choose(page, "按状态筛选", { label: "未发现问题" });
  await page.waitForFunction(() => document.querySelector(".window table").getAttribute("aria-rowcount") === "1");
  await assertAccessible(page, "a list without rows");
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("keys lead through the list, into a report, to the next and back", async () => {
  const { page, complaints } = await shelf();
  await page.focus(".window tbody tr[aria-rowindex] button");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement.closest("tr")?.getAttribute("aria-rowindex") === "3");
  await page.keyboard.press("End");
  await page.waitForFunction((last) => document.activeElement.closest("tr")?.getAttribute("aria-rowindex") === last, String(COUNT + 1));
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction((last) => document.activeElement.closest("tr")?.getAttribute("aria-rowindex") === last, String(COUNT));
  assert.equal(await page.locator(".window tr button.link[tabindex='0']").count(), 3, "one row is in the order of focus");
  await page.keyboard.press("Enter");
  await result(page);
  await page.waitForSelector(`text=第 ${COUNT - 1} 份，共 ${COUNT} 份`);
  await page.keyboard.press("Alt+PageDown");
  await page.waitForSelector(`text=第 ${COUNT} 份，共 ${COUNT} 份`);
  await result(page);
  assert.ok(await page.locator("button:has-text('下一份')").isDisabled());
  await page.click("button:has-text('上一份')");
  await page.waitForSelector(`text=第 ${COUNT - 1} 份，共 ${COUNT} 份`);
  await result(page);
  await assertAccessible(page, "a report among others");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".window");
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("the same file counts once, the same body and year is told, and both are put right in the list", async () => {
  const again = join(folder, "又一份.docx");
  await copyFile(paths.find((path) => path.endsWith(".docx")), again);
  const { page, complaints } = await shelf([...paths.slice(0, 9), again]);
  assert.match(await page.innerText(".how-far"), /共 10 份，已核对 10 份（其中 1 份是重复文件，不计）/);
  await choose(page, "按状态筛选", { label: "重复" });
  await page.waitForSelector("text=是同一文件");
  await choose(page, "按状态筛选", { label: "全部状态" });
  const row = page.locator(".window tbody tr[aria-rowindex]").nth(1);
  const before = (await row.locator("th").innerText()).trim();
  await row.locator("button:has-text('更正')").click();
  await row.getByLabel("单位").fill("云岭县水利局");
  await row.getByLabel("年度").fill("2020");
  await assertAccessible(page, "a row being put right");
  await row.locator("button:has-text('确定')").click();
  await page.waitForSelector("button.link:has-text('云岭县水利局')");
  assert.notEqual(before, "云岭县水利局");
  assert.deepEqual((await cells(page, 2))[1], "2020");
  await page.locator(".window tbody tr[aria-rowindex]").nth(2).locator("button:has-text('移出')").click();
  await page.waitForSelector("text=共 9 份");
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("checking is held, goes on and is ended by the clerk; the list can be used all the time", async () => {
  const { page, complaints } = await open(browser, server.url);
  await drop(page, [join(folder, "一县")]);
  await page.click(".how-far button:has-text('暂停')");
  const done = async () => Number(await page.getAttribute("progress", "value"));
  await page.waitForTimeout(400);
  const held = await done();
  assert.ok(held < COUNT, `${held} of ${COUNT}`);
  await page.waitForTimeout(400);
  assert.equal(await done(), held);
  await assertAccessible(page, "checking is held");
  await page.click(".how-far button:has-text('暂停')");
  await page.waitForFunction((held) => Number(document.querySelector("progress")?.getAttribute("value") ?? 1e9) > held, held);
  if (await page.locator(".how-far button:has-text('全部取消')").count()) {
    await page.click(".how-far button:has-text('全部取消')").catch(() => {});
  }
  await quiet(page);
  assert.equal(await page.locator("progress").count(), 0);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("two years: an index of all bodies with what is wrong, and one pair on the screen", async () => {
  const { page, complaints } = await shelf();
  await page.click("[role=tab]:has-text('两年比对')");
  await page.waitForSelector(".sheet table");
  assert.equal(await page.locator(".sheet table").count(), 1);
  const title = () => page.innerText(".sheet h2");
  assert.match(await title(), /镇人民政府 \d{4} → \d{4}/);
  await page.click(".index tbody tr[aria-rowindex='7'] button");
  const wanted = await page.innerText(".index tbody tr[aria-rowindex='7'] th");
  await page.waitForFunction((wanted) => document.querySelector(".sheet h2").innerText.includes(wanted.trim()), wanted);
  await assertFits(page);
  await assertAccessible(page, "an index of pairs");
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  assert.ok(nodes < 4000, `${nodes} elements`);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
