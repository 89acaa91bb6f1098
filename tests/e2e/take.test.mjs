// Files to take along: the menu, and what comes out of it, opened again by other programs where they are installed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertAccessible, assertFits, browse, drop, open, paste, result, sample, sampleHtml, serve } from "./desk.mjs";

let server, browser, folder;
before(async () => {
  [server, browser, folder] = [await serve(), await browse(), await mkdtemp(join(tmpdir(), "jiaohe-take-"))];
});
after(async () => { await browser.close(); server.stop(); });

async function session(what) {
  const desk = await open(browser, server.url, { acceptDownloads: true });
  await what(desk.page);
  assert.deepEqual(desk.requests, [], "requests after loading");
  assert.deepEqual(desk.complaints, [], "complaints in the console");
  await desk.page.context().close();
}

/** Chooses an item of the menu and gives the saved file: its name and where it is. */
async function take(page, item) {
  await page.click(".export summary");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click(`.export-list button:has-text("${item}")`),
  ]);
  const name = download.suggestedFilename();
  const path = join(folder, name);
  await download.saveAs(path);
  await page.waitForFunction((name) => document.querySelector("[role=status]").textContent.includes(name), name);
  assert.equal(await page.locator(".export[open]").count(), 0, "choosing closes the menu");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY", "the focus stays at its button");
  return { name, path };
}

/** Runs a few lines of Python; `null` if it, or a library it asks for, is not there. */
function python(script, ...paths) {
  try {
    return execFileSync("python3", ["-c", script, ...paths], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (error.code !== "ENOENT" && !/ModuleNotFoundError/.test(error.stderr)) throw error;
    console.log("note: python3 or a library of it is absent, so this file is not opened again");
    return null;
  }
}

test("every item gives its file, which opens, and nothing leaves the machine", () =>
  session(async (page) => {
    await paste(page, { "text/html": sampleHtml(), "text/plain": sample });
    await result(page);
    const found = await page.locator(".card").count();
    const own = await take(page, "批注版");
    const read = python(
      "import sys,docx; d=docx.Document(sys.argv[1]); print(len(d.tables), len(list(d.comments)))", own.path);
    if (read !== null) assert.deepEqual(read.trim().split(" ").map(Number), [3, found]);
    const list = await take(page, "问题清单 xlsx");
    const rows = python("import sys,openpyxl; print(openpyxl.load_workbook(sys.argv[1]).active.max_row)", list.path);
    if (rows !== null) assert.equal(Number(rows), found + 2, "a title, headings, and a row each");
    const tables = await take(page, "三张表 xlsx");
    const sheets = python("import sys,openpyxl; print(openpyxl.load_workbook(sys.argv[1]).sheetnames)", tables.path);
    if (sheets !== null) assert.equal(sheets.trim(), "['表二', '表三', '表四']");
    const text = async (item) => readFile((await take(page, item)).path, "utf8");
    assert.equal((await text("问题清单 csv")).trim().split("\n").length, found + 1);
    assert.match(await text("三张表 网页代码"), /^<table[\s\S]*表四/);
    const json = JSON.parse(await text("结果 json"));
    assert.deepEqual([json.schema, json.files[0].findings.length], [1, found]);
    assert.equal(JSON.parse(await text("结果 sarif")).runs[0].results.length, found);
    assert.match((await take(page, "校验报告 docx")).name, /校验报告\.docx$/);
    const paper = await text("校验报告 网页");
    for (const part of ["SHA-256", "SM3", "填报人", `第 ${found} 项/共 ${found} 项`]) assert.ok(paper.includes(part), part);
  }));

test("what the clerk confirmed stands in the paper with its reason", () =>
  session(async (page) => {
    await page.click("text=看一份示例报告");
    await result(page);
    const before = await page.locator(".card").count();
    await page.keyboard.press("F8");
    await page.click(".card.active >> text=确认属实…");
    await page.click(".unfolded button.main");
    await page.waitForFunction(() => document.querySelector(".counts").textContent.includes("已说明"));
    const { path } = await take(page, "校验报告 网页");
    const paper = await readFile(path, "utf8");
    assert.match(paper, /经办人说明：口径不同/);
    assert.match(paper, /已说明 1/);
    assert.equal(paper.split("<h3>").length - 1, before, "it is still listed");
  }));

test("a docx comes back as it was, with comments", () =>
  session(async (page) => {
    const given = fileURLToPath(new URL("../files/one/report.docx", import.meta.url));
    await drop(page, [given]);
    await result(page);
    const { name, path } = await take(page, "批注版");
    assert.equal(name, "report-批注版.docx");
    const changed = python(
      "import sys,zipfile; a,b=[zipfile.ZipFile(p) for p in sys.argv[1:]]; print([n for n in b.namelist() if n not in a.namelist() or a.read(n)!=b.read(n)])",
      given, path);
    const want = "['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels', 'word/comments.xml']";
    if (changed !== null) assert.equal(changed.trim(), want);
  }));

test("the menu is reached by keys, says what it does and sticks out nowhere", () =>
  session(async (page) => {
    await page.click("text=看一份示例报告");
    await result(page);
    await page.keyboard.press("Alt+4");
    assert.equal(await page.locator(".export[open] li").count(), 9);
    await assertAccessible(page, "the open menu");
    await assertFits(page);
    const inside = await page.evaluate(() => {
      const box = document.querySelector(".export-list").getBoundingClientRect();
      return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    });
    assert.ok(inside, "the menu is in the window");
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => document.activeElement.textContent), /批注版/);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".export[open]").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
    assert.equal(await page.locator("#heading").count(), 1, "Esc closed the menu and nothing else");
  }));

test("the same unit given again, corrected, takes the place of the older one and says what was mended", () =>
  session(async (page) => {
    await paste(page, { "text/plain": sample });
    await result(page);
    const before = await page.locator(".card").count();
    const title = await page.innerText("#heading");
    const kept = await page.$$eval(".card h3", (titles) => titles.map((one) => one.textContent));
    await paste(page, { "text/plain": `${sample}\n` });
    await page.waitForSelector(".again");
    assert.equal(await page.innerText("#heading"), title);
    assert.match(await page.innerText(".again"), new RegExp(`已改 0 处，剩 ${before} 处，新增 0 处`));
    assert.deepEqual(await page.$$eval(".card h3", (titles) => titles.map((one) => one.textContent)), kept);
    assert.equal(await page.locator(".bar >> text=全部报告").count(), 0, "one report is on the desk, not two");
  }));

test("on paper every finding has what to check and on what it rests, and no button is left empty", () =>
  session(async (page) => {
    await page.click("text=看一份示例报告");
    await result(page);
    const cards = await page.locator(".card").count();
    assert.ok(cards > 3, "more than unfold by themselves");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const card of await page.$$(".card")) {
      const text = await card.innerText();
      assert.match(text, /请核对|修改意见/, text);
      const isCertain = await card.evaluate((card) => card.classList.contains("error"));
      if (isCertain) assert.match(text, /依据/, text);
    }
    const shown = await page.$$eval("button:not(.count):not(.link), .export, summary",
      (all) => all.filter((one) => one.offsetParent && !one.closest("details.repairs, .rules")).length);
    assert.equal(shown, 0, "buttons are left out");
    assert.match(await page.innerText(".strip"), /文件：[\s\S]*SHA-256：[0-9a-f]{64}/);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(ground, "rgb(255, 255, 255)", "white from a dark screen");
  }));
