// Several reports side by side, and rules that the clerk lowers.
import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible, assertFits, browse, count, drop, open, paste, result, sample, serve } from "./desk.mjs";

const ORGAN = "云岭县住房和城乡建设局";
let server, browser, files;

before(async () => {
  server = await serve();
  browser = await browse();
  const folder = await mkdtemp(join(tmpdir(), "compare-"));
  const reports = {
    "住建局.txt": sample,
    "住建局上年.txt": sample.replaceAll("2025", "2024").replaceAll("2026", "2025"),
    "林业局.txt": sample.replaceAll(ORGAN, "云岭县林业局"),
    "县政府.txt": sample.replaceAll(ORGAN, "云岭县人民政府"),
  };
  files = Object.keys(reports).map((name) => join(folder, name));
  await Promise.all(Object.values(reports).map((text, index) => writeFile(files[index], text)));
});
after(async () => { await browser.close(); server.stop(); });

/** Everything is read and related: no row waits, and a table is there. */
async function related(page, tab) {
  await page.click(`[role=tab]:has-text('${tab}')`);
  await page.waitForSelector(".sheet table");
}

test("two years of a body are paired, shown side by side, and the pairing can be corrected", async () => {
  const { page, requests, complaints } = await open(browser, server.url);
  await drop(page, files);
  await page.waitForSelector(".reports tbody tr:nth-child(4)");
  await related(page, "两年比对");
  await page.waitForSelector(`.sheet h2:has-text('${ORGAN}')`);
  const heads = await page.locator(".sheet").first().locator("thead th").allInnerTexts();
  assert.deepEqual(heads, ["项目", "上年", "本年", "增减"]);
  assert.match(await page.locator(".sheet").first().innerText(), /与上年相同/);
  await assertFits(page);
  await assertAccessible(page, "two years");
  // The later report's own result knows of last year's now.
  const choice = page.getByLabel(`${ORGAN}：上年报告`).first();
  await choice.selectOption("-");
  await page.waitForSelector("text=还没有配成对的报告");
  await choice.selectOption("");
  await page.waitForSelector(`.sheet h2:has-text('${ORGAN}')`);
  await page.keyboard.press("Tab");
  assert.deepEqual(requests, []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("units are summed against the county's own report, and who is missing is told", async () => {
  const { page, complaints } = await open(browser, server.url);
  await drop(page, files);
  await page.waitForSelector(".reports tbody tr:nth-child(4)");
  await related(page, "单位汇总比对");
  await page.waitForSelector(".sheet tr.marked");
  const row = await page.locator(".sheet tr.marked").first().innerText();
  assert.match(row, /云岭县/);
  await assertFits(page);
  await assertAccessible(page, "sums");
  await page.click("[role=tab]:has-text('清单')");
  await page.click("button.link:has-text('云岭县人民政府')");
  await result(page);
  await page.waitForSelector(".card:has-text('单位的合计不一致')");
  assert.equal(await page.locator(".card.error:has-text('单位的合计不一致')").count(), 0, "at most to be looked at");
  await page.click("button:has-text('全部报告')");
  await page.click("[role=tab]:has-text('未报单位')");
  await page.fill("#roll", "住房和城乡建设局\n水利局\n云岭县人民政府");
  await page.locator("#roll").blur();
  await page.waitForSelector("h2:has-text('未报单位（1）')");
  assert.match(await page.innerText("#tab-panel"), /水利局[\s\S]*林业局/);
  await page.waitForSelector("li:has-text('住房和城乡建设局 → 云岭县住房和城乡建设局')");
  await page.getByLabel("年度", { exact: true }).selectOption("2024");
  await page.waitForSelector("h2:has-text('未报单位（2）')");
  await assertAccessible(page, "roster");
  await page.click("[role=tab]:has-text('单位汇总比对')");
  await page.getByLabel("云岭县林业局：在汇总中").selectOption("out");
  await page.waitForSelector("text=还没有可以汇总比对的报告");
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("a rule is switched off in the help, told on the result, and switched on again", async () => {
  const { page, complaints } = await open(browser, server.url);
  await paste(page, { "text/plain": sample });
  await result(page);
  const before = await count(page, "不通过");
  const set = async (level) => {
    await page.keyboard.press("F1");
    const rule = page.locator(".rules > li", { hasText: "表三勾稽关系" });
    if (!(await rule.locator("select").isVisible())) await rule.locator("summary").click();
    await rule.locator("select").selectOption(level);
    await page.keyboard.press("Escape");
    await result(page);
  };
  await set("off");
  await page.waitForSelector("text=1 条规则已由使用者关闭或降级");
  await page.waitForFunction((before) => Number(/\d+/.exec(document.querySelector(".counts .error").innerText)[0]) < before, before);
  await assertAccessible(page, "a rule is off");
  await set("");
  await page.waitForFunction((before) => Number(/\d+/.exec(document.querySelector(".counts .error").innerText)[0]) === before, before);
  assert.equal(await page.locator("text=已由使用者关闭或降级").count(), 0);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("the help lists every rule before anything was checked", async () => {
  const { page, requests, complaints } = await open(browser, server.url);
  await page.keyboard.press("F1");
  await page.waitForSelector(".rules > li:nth-child(40)");
  await page.click(".rules summary:has-text('表三勾稽关系')");
  await page.waitForSelector(".rules li:has-text('国办公开办函〔2021〕30号'):visible");
  await assertAccessible(page, "help before anything");
  assert.deepEqual(requests, []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
