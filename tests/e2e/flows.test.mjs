// What a clerk does with the page, from the first screen to a corrected report.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browse, count, drop, open, paste, result, sample, sampleHtml, serve } from "./desk.mjs";

let server, browser;
before(async () => { server = await serve(); browser = await browse(); });
after(async () => { await browser.close(); server.stop(); });

/** Opens the page, does something, and holds it to its promises: no requests, no complaints, nothing stored. */
async function session(what, options) {
  const desk = await open(browser, server.url, options);
  await what(desk.page);
  assert.deepEqual(desk.requests, [], "requests after loading");
  assert.deepEqual(desk.complaints, [], "complaints in the console");
  const stored = await desk.page.evaluate(() => Object.keys(localStorage).sort());
  assert.deepEqual(stored, ["jiaohe-large", "jiaohe-theme"], "only preferences are stored");
  await desk.page.context().close();
}

test("the sample shows its planted faults, and F8 goes round them in both panes", () =>
  session(async (page) => {
    await page.click("text=看一份示例报告");
    await result(page);
    assert.match(await page.innerText("#heading"), /云岭县住房和城乡建设局.*2025/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "heading");
    assert.match(await page.innerText("[role=status]"), /不通过 \d+ 处/);
    const total = await page.locator(".card").count();
    assert.ok(total >= 3, `${total} findings`);
    const seen = [];
    for (let i = 0; i <= total; i++) {
      await page.keyboard.press("F8");
      seen.push(await page.evaluate(() => document.activeElement.id));
      assert.equal(await page.locator(".card.active").count(), 1);
    }
    assert.equal(new Set(seen).size, total);
    assert.equal(seen.at(-1), seen[0], "goes round");
    await page.keyboard.press("Shift+F8");
    assert.equal(await page.evaluate(() => document.activeElement.id), seen[total - 1]);
  }));

test("a finding lights every cell of its equations, with signs, and keys lead there and back", () =>
  session(async (page) => {
    await page.click("text=看一份示例报告");
    await result(page);
    await page.click(".card:has-text('新收加上年结转比') h3");
    const cells = ["received", "carried_in", "total", "carried_out"].map((row) => `cell-t3.${row}.person`);
    const lit = await page.$$eval("td.lit", (cells) => cells.map((cell) => cell.id));
    for (const cell of cells) assert.ok(lit.includes(cell), `${cell} is lit`);
    assert.equal(await page.innerText(`[id="${cells[1]}"] .sign`), "＋");
    assert.equal(await page.innerText(`[id="${cells[2]}"] .sign`), "≠");
    await page.focus(".card.active");
    await page.keyboard.press("Enter");
    const inDocument = () => page.evaluate(() => Boolean(document.activeElement.closest(".document td")));
    assert.ok(await inDocument(), "Enter goes to the place");
    const before = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), before, "arrows move between cells");
    assert.match(await page.innerText(".told"), /参与 \d+ 项核对/);
    await page.keyboard.press("Escape");
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains("active")), "Esc goes back");
  }));

test("pasted text and pasted html give the same verdicts", () =>
  session(async (page) => {
    await paste(page, { "text/plain": sample.replaceAll("\n", "\r\n") });
    await result(page);
    const text = await page.$$eval(".card h3", (titles) => titles.map((title) => title.textContent));
    await paste(page, { "text/html": sampleHtml(), "text/plain": sample });
    await page.waitForFunction(() => document.querySelector(".strip .file")?.textContent === "粘贴的内容 2");
    const html = await page.$$eval(".card h3", (titles) => titles.map((title) => title.textContent));
    assert.deepEqual(html, text);
  }));

test("a real copy from another page is pasted with its tables", () =>
  session(async (page) => {
    const other = await page.context().newPage();
    await other.setContent(sampleHtml());
    await other.keyboard.press("Control+A");
    await other.keyboard.press("Control+C");
    await other.close();
    await page.bringToFront();
    await page.keyboard.press("Control+V");
    await result(page);
    assert.match(await page.innerText("#heading"), /云岭县/);
    assert.ok(await page.locator(".form.t3 td.value").count() >= 25 * 7);
    // A paste with tables can be turned into its text and corrected there.
    await page.click("text=修改文字");
    await page.click("text=整篇文字");
    assert.match(await page.innerText(".editor"), /按纯文字重新读取/);
    assert.match(await page.inputValue("#text"), /云岭县/);
  }));

/** Presses Ctrl+O until the dialogue opens: a window without a screen may take a while to get the keyboard. */
async function askForFiles(page) {
  for (let attempt = 1; ; attempt++) {
    const chooser = page.waitForEvent("filechooser", { timeout: 5000 }).catch((error) => error);
    await page.keyboard.press("Control+O");
    const answer = await chooser;
    if (!(answer instanceof Error)) return answer;
    if (attempt === 3) throw answer;
  }
}

test("every screen is reached and left by keys", () =>
  session(async (page) => {
    await (await askForFiles(page)).setFiles({ name: "一.txt", mimeType: "text/plain", buffer: Buffer.from(sample) });
    await result(page);
    for (const [key, tab] of [["Alt+2", "通过项"], ["Alt+3", "读取说明"], ["Alt+1", "问题"]]) {
      await page.keyboard.press(key);
      await page.waitForSelector(`[role=tab][aria-selected=true]:has-text("${tab}")`);
    }
    await page.keyboard.press("F1");
    await page.waitForSelector("#heading:has-text('帮助与验证')");
    await page.waitForSelector(".help .rules li:nth-child(10) details");
    await page.keyboard.press("Escape");
    await result(page);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".zone");
  }));

test("files and folders are dropped anywhere; one that cannot be read is a row, not a stop", () =>
  session(async (page) => {
    const folder = await mkdtemp(join(tmpdir(), "jiaohe-"));
    await mkdir(join(folder, "各单位", "甲"), { recursive: true });
    await writeFile(join(folder, "各单位", "甲", "一.txt"), sample);
    await writeFile(join(folder, "各单位", "二.txt"), sample.replaceAll("云岭", "青河"));
    await writeFile(join(folder, "各单位", "~$二.docx"), "lock");
    await writeFile(join(folder, "空.txt"), "");
    const address = page.url();
    await drop(page, [join(folder, "各单位"), join(folder, "空.txt")]);
    await page.waitForFunction(() => document.querySelectorAll(".reports tbody tr").length === 3
      && !/排队|读取中/.test(document.querySelector(".reports tbody").innerText));
    assert.equal(page.url(), `${address}#/list`);
    const rows = await page.$$eval(".reports tbody tr", (rows) => rows.map((row) => row.innerText));
    assert.equal(rows.filter((row) => /不通过 \d+/.test(row)).length, 2);
    assert.equal(rows.filter((row) => row.includes("未能读取") && row.includes("文件是空的")).length, 1);
    await page.click("text=青河县住房和城乡建设局");
    await result(page);
    await page.goBack();
    await page.waitForSelector(".reports");
  }));

test("text is corrected in the page and checked as it changes; caret and text stay", () =>
  session(async (page) => {
    await paste(page, { "text/plain": sample });
    await result(page);
    const before = await count(page, "不通过");
    await page.click("text=修改文字");
    await page.click("text=整篇文字");
    const caret = await page.evaluate(() => {
      const field = document.querySelector("#text");
      const row = field.value.indexOf("四、结转下年度继续办理\t\t\t0\t");
      const at = row + "四、结转下年度继续办理\t\t\t".length;
      field.focus();
      field.setSelectionRange(at, at + 1);
      return at;
    });
    await page.keyboard.type("3");
    await page.waitForFunction((before) => {
      const count = document.querySelector(".count.error b");
      return count && Number(count.textContent) !== before || document.querySelectorAll(".card").length;
    }, before);
    // The total's cell follows: then the balance holds.
    await page.evaluate(() => {
      const field = document.querySelector("#text");
      const row = field.value.indexOf("四、结转下年度继续办理\t");
      const at = field.value.indexOf("\n", row) - 1;
      field.setSelectionRange(at, at + 1);
    });
    await page.keyboard.type("3");
    await page.waitForFunction(() => ![...document.querySelectorAll(".card h3")].some((h) => h.textContent.includes("新收加上年结转")));
    assert.ok(await count(page, "不通过") < before);
    assert.ok(await page.evaluate(() => document.activeElement.id === "text"));
    assert.ok(await page.evaluate((at) => document.querySelector("#text").selectionStart > at, caret));
  }));

test("定位 and Enter bring the place into view in the text box", () =>
  session(async (page) => {
    await paste(page, { "text/plain": sample });
    await result(page);
    await page.click("text=修改文字");
    await page.click("text=整篇文字");
    await page.click(".card:has-text('新收加上年结转') h3");
    for (const locate of [() => page.click(".card.active >> text=定位"), async () => {
      await page.evaluate(() => { document.querySelector("#text").scrollTop = 0; });
      await page.focus(".card.active");
      await page.keyboard.press("Enter");
    }]) {
      await locate();
      const { top, view, at, lines } = await page.evaluate(() => {
        const box = document.querySelector("#text");
        const before = box.value.slice(0, box.selectionStart);
        return { top: box.scrollTop, view: box.clientHeight, at: box.selectionStart, lines: before.split("\n").length };
      });
      assert.ok(at > 0 && top > 0, "scrolled to it");
      // A line is at least 27 px high here, and the place is within the view.
      assert.ok(top + view >= lines * 27 * 0.9, `line ${lines} in ${top}–${top + view}`);
    }
  }));

test("a cell and a line are corrected where they stand; the marks of the others stay", () =>
  session(async (page) => {
    for (const flavours of [{ "text/plain": sample }, { "text/html": sampleHtml(), "text/plain": sample }]) {
      await page.click("text=政府信息公开工作年度报告 校核");
      await paste(page, flavours);
      await page.waitForSelector(".strip");
      const titles = () => page.$$eval(".card h3", (all) => all.map((one) => one.textContent));
      const before = await titles();
      assert.ok(before.some((title) => title.includes("新收加上年结转")));
      await page.click("text=修改文字");
      const marks = await page.locator(".document .said-here").count();
      assert.ok(marks > 0 && await page.locator("td.found").count() > 0, "marks stay while editing");
      for (const column of ["person", "total"]) {
        await page.dblclick(`[id="cell-t3.carried_out.${column}"]`);
        await page.fill(".cell-box", "3");
        await page.keyboard.press("Enter");
        await page.waitForFunction((column) =>
          document.querySelector(`[id="cell-t3.carried_out.${column}"]`)?.textContent.endsWith("3")
          && !/正在重新核对/.test(document.querySelector(".pane-head").textContent), column);
      }
      assert.ok(!(await titles()).some((title) => title.includes("新收加上年结转")), "checked anew");
      assert.equal(await page.locator(".corrections").count(), 0, "the text was changed, not its reading");
      const button = page.locator(".document .edit-line").last();
      await button.click();
      await page.fill(".line-box textarea", "其他需要报告的事项：改过的一段。");
      await page.keyboard.press("Control+Enter");
      await page.waitForSelector(".document :text('改过的一段')");
      await page.click("text=整篇文字");
      const text = await page.inputValue("#text");
      assert.match(text, /四、结转下年度继续办理\t\t\t3\t/);
      assert.match(text, /改过的一段/);
      await page.click("text=返回对照");
    }
  }));

test("an input method may compose in peace", () =>
  session(async (page) => {
    await paste(page, { "text/plain": sample });
    await result(page);
    await page.click("text=修改文字");
    await page.click("text=整篇文字");
    await page.focus("#text");
    await page.evaluate(() => {
      const field = document.querySelector("#text");
      field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      field.setRangeText("bian'ji", 0, 0, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    });
    await page.waitForTimeout(700);
    assert.doesNotMatch(await page.innerText("#heading"), /bian/);
    assert.match(await page.inputValue("#text"), /^bian'ji/);
    await page.evaluate(() =>
      document.querySelector("#text").dispatchEvent(new CompositionEvent("compositionend", { bubbles: true })));
    await page.waitForFunction(() => document.querySelector("#heading").textContent.includes("bian"));
  }));

test("a confirmed finding is counted apart and can be taken back", () =>
  session(async (page) => {
    await page.click("text=看一份示例报告");
    await result(page);
    const before = await count(page, "不通过");
    await page.keyboard.press("F8");
    await page.click(".card.active >> text=确认属实…");
    await page.selectOption(".card.active select", "口径不同");
    await page.click(".card.active .unfolded button.main");
    assert.equal(await count(page, "不通过"), before - 1);
    assert.match(await page.innerText(".counts"), /已说明\s*1/);
    assert.match(await page.innerText(".card.active"), /口径不同/);
    await page.click(".card.active >> text=撤销");
    assert.equal(await count(page, "不通过"), before);
  }));

test("a page without tables is never called faultless", () =>
  session(async (page) => {
    await paste(page, { "text/plain": "本局召开年度总结会议，部署下一步工作。" });
    await result(page);
    assert.match(await page.innerText(".strip"), /没有找到三张表/);
    assert.doesNotMatch(await page.innerText("body"), /未发现问题/);
    const standing = "不是年度报告";
    assert.equal(await page.innerText(".standing"), standing);
    assert.ok((await page.title()).startsWith(standing));
    assert.match(await page.innerText("[role=status]"), new RegExp(standing));
    assert.equal(await page.locator(".standing svg, .nothing svg").count(), 0, "no tick");
  }));

test("a part of a report is never called whole: one table alone, in title, list, announcement and strip", () =>
  session(async (page) => {
    const start = sample.indexOf("三、"), end = sample.indexOf("四、", start);
    await paste(page, { "text/plain": sample.slice(start, end) });
    await result(page);
    const standing = await page.innerText(".standing");
    assert.match(standing, /^(不通过|需核实|部分核对)/);
    assert.ok((await page.title()).startsWith(standing), await page.title());
    assert.ok((await page.innerText("[role=status]")).includes(standing));
    assert.doesNotMatch(await page.innerText("body"), /未发现问题/);
    const numbers = await page.$$eval(".counts .rules-total, .counts .rules-total ~ .count",
      (all) => all.map((one) => Number(/\d+/.exec(one.textContent)[0])));
    assert.equal(numbers.slice(1).reduce((sum, number) => sum + number), numbers[0], "the counts add up");
  }));

test("what reading left out stands in one line above the findings", () =>
  session(async (page) => {
    await paste(page, { "text/html": sampleHtml().replace("<table>", "<p>全年<s>9</s>按期办结。</p><table>"), "text/plain": sample });
    await result(page);
    assert.match(await page.innerText(".strip .left-out"), /删除线文字 1 处/);
  }));
