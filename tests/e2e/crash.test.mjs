// A worker that dies takes nothing with it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browse, open, paste, result, sample, serve } from "./desk.mjs";

let server, browser;
before(async () => { server = await serve(); browser = await browse(); });
after(async () => { await browser.close(); server.stop(); });

/** Workers that die, or fall silent, when the text they get begins with a word of ours; all others are real. */
function mortal() {
  const Real = window.Worker;
  window.Worker = class extends Real {
    postMessage(message, ...rest) {
      const text = message.input && (message.input.text || message.input);
      const death = typeof text === "string" && /^(stack|memory|panic|loop)-/.exec(text);
      if (!death) return super.postMessage(message, ...rest);
      const words = { stack: "memory access out of bounds", memory: "rust alloc error", panic: "unreachable" }[death[1]];
      if (words) setTimeout(() => this.onmessage({ data: { kind: "failed", id: message.id, where: words } }));
    }
  };
}

for (const [word, cause] of [["stack", "嵌套过深"], ["memory", "内存不足"], ["panic", "内部错误"]]) {
  test(`death by ${word} is told with its cause; the text stays, the next report is checked`, async () => {
    const { page, requests } = await open(browser, server.url, { init: mortal });
    await paste(page, { "text/plain": `${word}-这段文字不能丢` });
    await page.waitForSelector(".trouble");
    assert.match(await page.innerText(".trouble"), new RegExp(`程序中断（原因：${cause}）.*已自动恢复`));
    assert.match(await page.inputValue("#text"), /这段文字不能丢/);
    await page.click("text=再试一次");
    await page.waitForFunction(() => !document.querySelector(".trouble")?.innerText.includes("再试一次"));
    await page.waitForSelector(".trouble");
    assert.equal(await page.locator("text=再试一次").count(), 0, "not retried more than twice");
    const started = Date.now();
    await paste(page, { "text/plain": sample });
    await result(page);
    assert.ok(Date.now() - started < 3000);
    assert.deepEqual(requests, []);
    await page.context().close();
  });
}

test("silence is told after 5 s and ended after 20 s; cancelling works at once", async () => {
  const { page } = await open(browser, server.url, { init: mortal });
  await paste(page, { "text/plain": "loop-" });
  await page.waitForSelector("text=仍在读取，可取消。", { timeout: 8000 });
  await page.click(".progress button");
  await page.waitForSelector("text=已取消");
  await page.click("text=再试一次");
  await page.waitForSelector("text=用时过长", { timeout: 25000 });
  await page.context().close();
});
