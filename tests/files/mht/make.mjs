// Saves chrome.html as Chrome's “网页，单个文件”: node tests/files/mht/make.mjs (needs tests/e2e's modules and CHROME).
import { chromium } from "../../e2e/node_modules/playwright-core/index.mjs";
import { writeFileSync } from "node:fs";

const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium" });
const page = await browser.newPage();
await page.goto(new URL("chrome.html", import.meta.url).href);
const session = await page.context().newCDPSession(page);
const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
// The folder of whoever ran this is nobody's business.
const folder = new URL(".", import.meta.url).href;
writeFileSync(new URL("chrome.mht", import.meta.url), data.replaceAll(folder, "https://example.gov.cn/zwgk/"));
await browser.close();
