// Every state of the page in light, dark, large and narrow: accessible, and nothing sticks out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertFits, browse, open, paste, result, sample, serve } from "./desk.mjs";

let server, browser;
before(async () => { server = await serve(); browser = await browse(); });
after(async () => { await browser.close(); server.stop(); });

const states = {
  start: async () => {},
  findings: async (page) => { await page.click("text=看一份示例报告"); await result(page); await page.keyboard.press("F8"); },
  passed: async (page) => { await states.findings(page); await page.keyboard.press("Alt+2"); },
  reading: async (page) => { await states.findings(page); await page.keyboard.press("Alt+3"); },
  editing: async (page) => { await states.findings(page); await page.click("text=修改文字"); },
  "editing a line": async (page) => { await states.editing(page); await page.click(".edit-line >> nth=3"); },
  "editing all": async (page) => { await states.editing(page); await page.click("text=整篇文字"); },
  "putting a cell right": async (page) => { await states.findings(page); await page.dblclick("td.value.found"); },
  "put right": async (page) => {
    await states["putting a cell right"](page);
    await page.fill(".cell-box", "4");
    await page.keyboard.press("Enter");
    await page.waitForSelector("td.corrected");
  },
  "the draft before": async (page) => {
    await paste(page, { "text/plain": sample });
    await result(page);
    await paste(page, { "text/plain": sample.replace("四、结转下年度继续办理\t\t\t0", "四、结转下年度继续办理\t\t\t9") });
    await page.click("text=查看上一稿");
    await page.waitForSelector(".past");
  },
  "the menu for work": async (page) => { await states.findings(page); await page.click(".work > summary"); },
  confirming: async (page) => { await states.findings(page); await page.click(".card.active >> text=确认属实…"); },
  "no tables": async (page) => { await paste(page, { "text/plain": "只有文字。" }); await result(page); },
  unreadable: async (page) => {
    await page.setInputFiles("#choose-files", { name: "空.docx", mimeType: "", buffer: Buffer.alloc(0) });
    await page.waitForSelector(".trouble");
  },
  list: async (page) => {
    // The same unit given twice would take its own place.
    for (const unit of ["住房和城乡建设局", "水利局"]) {
      const buffer = Buffer.from(sample.replaceAll("住房和城乡建设局", unit));
      await page.setInputFiles("#choose-files", { name: `${unit}.txt`, mimeType: "text/plain", buffer });
      await result(page);
    }
    await page.click("text=全部报告");
  },
  help: async (page) => { await states.findings(page); await page.keyboard.press("F1"); await page.waitForSelector(".help h1"); },
};

for (const [name, reach] of Object.entries(states)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${name}, ${colorScheme}`, async () => {
      const { page } = await open(browser, server.url, { colorScheme, reducedMotion: "reduce" });
      await reach(page);
      await assertAccessible(page, `${name}, ${colorScheme}`);
      await assertFits(page);
      await page.click("nav >> text=大字");
      await assertAccessible(page, `${name}, ${colorScheme}, large`);
      await page.setViewportSize({ width: 390, height: 844 });
      await assertFits(page);
      await page.context().close();
    });
  }
}

/** Each piece of the first screen: its words and its place. */
const pieces = (page) =>
  page.$$eval("#app h1, #app h2, #app p:not(:empty), #app li, #app td, #app .zone, #app button, #app label", (all) => all
    .filter((element) => !element.closest("noscript, [role=status], .veil"))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.textContent.replace(/\s+/g, ""), x, y, width, height].join(" ");
    }));

test("the page takes over from the static first screen without a jump", async () => {
  const { page } = await open(browser, server.url);
  const still = await browser.newContext({ viewport: { width: 1366, height: 768 }, javaScriptEnabled: false });
  const unready = await still.newPage();
  await unready.goto(server.url);
  assert.deepEqual(await pieces(unready), await pieces(page));
  await still.close();
  await page.context().close();
});
