// Ways: to the first finding, through tabs and filters, back to what is open; on narrow windows and phones, too.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertFits, browse, open, paste, result, sample, serve } from "./desk.mjs";

let server, browser;
before(async () => { server = await serve(); browser = await browse(); });
after(async () => { await browser.close(); server.stop(); });

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.className);
const said = (page) => page.innerText("[role=status]");
const box = (page, selector) => page.locator(selector).first().boundingBox();

async function pasted(page) {
  await paste(page, { "text/plain": sample });
  await result(page);
}

test("the first card is two keys away, and every action leaves the focus somewhere and says what it did", async () => {
  const { page, complaints } = await open(browser, server.url);
  await pasted(page);
  assert.equal(await focused(page), "heading");
  await page.keyboard.press("Tab");
  assert.ok(await page.locator(".skip").isVisible(), "seen when reached");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "finding-0");
  for (const [key, tab] of [["Alt+2", "tab-1"], ["Alt+3", "tab-2"], ["Alt+1", "tab-0"]]) {
    await page.keyboard.press(key);
    await page.waitForFunction((tab) => document.activeElement.id === tab, tab);
  }
  await page.click(".chips >> text=需核实");
  assert.match(await said(page), /问题列表：需核实，\d+ 项/);
  await page.click(".chips >> text=全部");
  await page.keyboard.press("F8");
  await page.click(".card.active >> text=确认属实…");
  await page.click(".card.active .unfolded button.main");
  assert.match(await said(page), /已列入“已说明”。还有：不通过 \d+ 处/);
  assert.equal(await focused(page), "finding-0");
  await page.click(".card.active >> text=撤销");
  assert.match(await said(page), /已撤销/);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("from the first screen and the help a button leads back to the report", async () => {
  const { page } = await open(browser, server.url);
  assert.equal(await page.locator(".return").count(), 0, "nothing is open yet");
  await pasted(page);
  for (const away of ["text=校核另一份", "nav >> text=帮助"]) {
    await page.click(away);
    await page.waitForSelector(".strip", { state: "detached" });
    await assertAccessible(page, away);
    await page.click(".return");
    await result(page);
    assert.equal(await focused(page), "heading");
  }
  await page.context().close();
});

test("from 900 px on findings stand beside the report, and the message covers neither", async () => {
  for (const viewport of [{ width: 911, height: 512 }, { width: 900, height: 700 }, { width: 1366, height: 768 }]) {
    const { page } = await open(browser, server.url, { viewport });
    await pasted(page);
    assert.equal(await page.locator(".said").count(), 0, "the verdict stands in the strip; it is only read aloud");
    await page.click("text=复制全部修改意见");
    const [left, right, message] = [await box(page, ".pane.left"), await box(page, ".pane.right"), await box(page, ".said")];
    assert.ok(right.x >= left.x + left.width - 1 && Math.abs(right.y - left.y) < 2, `${viewport.width}: beside`);
    assert.ok(right.width >= 320, `${right.width} px for findings`);
    assert.ok(left.height >= viewport.height * 0.5, `${left.height} px of ${viewport.height} for the report`);
    const bar = await box(page, ".bar");
    assert.ok(message.y + message.height <= bar.y + bar.height + 1, "the message stays in the bar");
    const nav = await box(page, ".bar nav");
    assert.ok(message.x + message.width <= nav.x + 1, "and left of its buttons");
    await assertFits(page);
    await page.context().close();
  }
});

test("below, the drawer opens with the verdict and on F8", async () => {
  const { page } = await open(browser, server.url, { viewport: { width: 860, height: 700 } });
  await pasted(page);
  assert.ok(await page.locator(".card").first().isVisible(), "open with the verdict");
  await page.click(".handle");
  assert.equal(await page.locator(".card").first().isVisible(), false);
  await page.keyboard.press("F8");
  assert.ok(await page.locator(".card.active").isVisible());
  await assertFits(page);
  await page.context().close();
});

test("on a phone a button pastes; refused, a box takes the paste; empty, it is told", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page, complaints } = await open(browser, server.url, { ...phone, permissions: ["clipboard-read", "clipboard-write"] });
  await page.evaluate((text) => navigator.clipboard.writeText(text), sample);
  await page.tap(".paste-button button");
  await result(page);
  // Findings come before the report, and a tap leads to the equation, the cell and back.
  const [right, left] = [await box(page, ".pane.right"), await box(page, ".pane.left")];
  assert.ok(right.y < left.y, "findings first");
  await page.tap(".card h3");
  assert.ok(await page.locator(".card.active .equation, .card.active .figures").first().isVisible());
  await page.tap(".card.active >> text=定位");
  await page.tap(".to-card");
  assert.match(await focused(page), /finding-0/);
  await assertAccessible(page, "a card on a phone");
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.tap("text=校核另一份");
  await page.tap(".paste-button button");
  await page.waitForFunction(() => /剪贴板里没有文字/.test(document.querySelector("[role=status]").textContent));
  assert.deepEqual(complaints, []);
  await page.context().close();

  const barred = await open(browser, server.url, { ...phone, init: () => Object.defineProperty(navigator, "clipboard", { value: undefined }) });
  await barred.page.tap(".paste-button button");
  assert.equal(await focused(barred.page), "paste-box");
  assert.match(await barred.page.innerText(".paste-box"), /没有允许读取剪贴板.*长按/);
  await assertAccessible(barred.page, "the box for pasting");
  await assertFits(barred.page);
  await barred.page.fill("#paste-box", sample);
  await result(barred.page);
  await barred.page.context().close();
});

test("a paste with nothing in it is answered", async () => {
  const { page } = await open(browser, server.url);
  await paste(page, {});
  await page.waitForFunction(() => /剪贴板里没有文字.*请先/.test(document.querySelector("[role=status]").textContent));
  await page.context().close();
});

test("the draft before is looked at and left again", async () => {
  const { page, complaints } = await open(browser, server.url);
  await pasted(page);
  const before = await page.locator(".card").count();
  const mended = sample.replace("四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0", "四、结转下年度继续办理\t\t\t3\t0\t0\t0\t0\t0\t3");
  assert.notEqual(mended, sample);
  await paste(page, { "text/plain": mended });
  await page.waitForSelector(".again");
  const told = /已改 (\d+) 处，剩 (\d+) 处，新增 (\d+) 处/.exec(await page.innerText(".again"));
  const [gone, left, fresh] = told.slice(1).map(Number);
  assert.ok(gone > 0);
  assert.equal(gone + left, before);
  await page.click(".again summary");
  assert.equal(await page.locator(".again-lists li").count(), gone + left + fresh);
  await assertAccessible(page, "what was mended");
  await page.click("text=查看上一稿");
  await page.waitForSelector(".past");
  assert.equal(await page.locator(".card").count(), before);
  await page.keyboard.press("F8");
  assert.equal(await page.locator(".card.active >> text=确认属实…").count(), 0, "nothing can be decided there");
  assert.equal(await page.locator(".pane-head .edit").count(), 0, "nor changed");
  await assertAccessible(page, "the draft before");
  await page.click("text=回到现在的稿");
  await page.waitForSelector(".again");
  assert.equal(await page.locator(".card").count(), left + fresh);
  assert.deepEqual(complaints, []);
  await page.context().close();
});
