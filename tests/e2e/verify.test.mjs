// The page on how to verify that nothing leaves, and the lists of sums beside the page.
import assert from "node:assert/strict";
import { createHash, getHashes } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import * as b from "./browser.mjs";
import { dist, root, serve } from "./site.mjs";

let browser, site;
before(async () => { [browser, site] = [await b.launch(), await serve()]; });
after(async () => { await browser.close(); await site.close(); });

const digest = (algorithm, bytes) => createHash(algorithm).update(bytes).digest("hex");
const file = (name) => readFileSync(join(dist, name));
/** The engine as it travels in its script. */
const engine = () => gunzipSync(Buffer.from(/engine\("([^"]*)"/.exec(file("engine.js").toString())[1], "base64"));

async function check(page) {
  await page.click("text=如何自己验证");
  await page.waitForSelector(".help h1");
  await page.click("text=开始自检");
  await page.waitForSelector(".proof");
  return page.$$eval(".proof li", (all) => all.map((one) => [one.className, one.innerText]));
}

describe("the page", () => {
  test("checks itself: engine, calls, policy and requests are in order, without a request or a word in the console", async () => {
    const watch = await b.open(browser, site.url, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
    const loaded = watch.requests.length;
    const shown = await check(watch.page);
    assert.deepEqual(shown.map(([holds]) => holds), Array(5).fill("pass"), JSON.stringify(shown));
    assert.match(shown[0][1], /应查出 \d+ 处问题，全部查出/);
    assert.ok(shown[1][1].includes(digest("sha256", engine())), "the sum is that of the engine in engine.js");
    await watch.page.click("text=复制自检结果");
    await watch.page.waitForFunction(() => document.querySelector("[role=status]").textContent.includes("已复制"));
    const copied = await watch.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^校核（jiaohe）\S+　构建标识 [0-9a-f]{12}\n自检完成：全部正常。\n(正常　.*\n){5}$/);
    assert.deepEqual(watch.requests.slice(loaded).filter((url) => !url.startsWith("blob:")), []);
    assert.deepEqual([...watch.console, ...watch.errors], []);
    assert.match(watch.page.url(), /#\/verify$/);
    await watch.page.click("text=再检一次");
    await watch.page.waitForSelector(".proof");
    await watch.context.close();
  });

  test("lists every call, in plain words, and the policy it is held by", async () => {
    const watch = await b.open(browser, `${site.url}#/verify`);
    const text = await watch.page.innerText(".help");
    const list = readFileSync(join(root, "tests/imports.txt"), "utf8").trim().split("\n");
    for (const line of list) {
      const [, name, what] = /^\S+ _*(?:wbg_)?_*(\S+) (.*)$/.exec(line);
      assert.ok(text.includes(name) && text.includes(what), line);
    }
    const policy = await watch.page.getAttribute("meta[http-equiv=Content-Security-Policy]", "content");
    for (const directive of policy.split("; ")) assert.ok(text.includes(directive), directive);
    assert.equal(await watch.page.$$eval(".policy dd", (all) => all.filter((one) => !one.textContent).length), 0);
    await watch.page.keyboard.press("Escape");
    await watch.page.waitForFunction(() => location.hash === "#/help");
    await watch.page.click(".help >> text=如何自己验证");
    await watch.page.waitForFunction(() => location.hash === "#/verify");
    await watch.context.close();
  });

  const faults = {
    "an engine other than the released one": [
      (html) => html.replace(/(jiaohe-engine" content=")../, "$1zz"), /异常.*与发布时不同/],
    "a policy that lets the page connect": [
      (html) => html.replace("connect-src 'none'; ", ""), /异常.*缺少 connect-src 'none'/],
  };
  for (const [what, [change, words]] of Object.entries(faults)) {
    test(`says so of ${what}`, async (t) => {
      const other = await serve({ change: (path, body) => {
        if (path !== "index.html") return body;
        const changed = change(body.toString());
        assert.notEqual(changed, body.toString());
        return Buffer.from(changed);
      } });
      t.after(() => other.close());
      const watch = await b.open(browser, other.url);
      const shown = await check(watch.page);
      assert.match(shown.map(([, says]) => says).join("\n"), words);
      assert.equal(shown.filter(([holds]) => holds === "error").length, 1);
      assert.match(await watch.page.innerText(".help"), /自检完成：有异常/);
      await watch.context.close();
    });
  }

  test("works in one file too", async () => {
    const watch = await b.open(browser, `${site.url}jiaohe.html`);
    const shown = await check(watch.page);
    assert.deepEqual(shown.map(([holds]) => holds), Array(5).fill("pass"), JSON.stringify(shown));
    assert.deepEqual([...watch.console, ...watch.errors], []);
    await watch.context.close();
  });
});

describe("beside the page", () => {
  const names = (folder, inside = "") => readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? names(join(folder, name), `${inside}${name}/`) : [inside + name]);

  for (const [list, algorithm] of [["SHA256SUMS.txt", "sha256"], ["SM3SUMS.txt", "sm3"]]) {
    test(`${list} has the sum of every other file`, (t) => {
      if (!getHashes().includes(algorithm)) return t.skip(`this Node.js does not know ${algorithm}`);
      const lines = file(list).toString().trim().split("\n");
      const listed = lines.map((line) => /^([0-9a-f]{64})  (\S+)$/.exec(line).slice(1));
      const lists = ["SHA256SUMS.txt", "SM3SUMS.txt"];
      assert.deepEqual(listed.map(([, name]) => name).sort(), names(dist).filter((name) => !lists.includes(name)).sort());
      for (const [sum, name] of listed) assert.equal(sum, digest(algorithm, file(name)), name);
    });
  }

  test("README.txt says in Chinese what it is, how to host and verify it, and the sums of this engine", () => {
    const text = file("README.txt").toString();
    assert.ok(text.startsWith("\ufeff") && !/[^\r]\n/.test(text), "old editors read it");
    for (const part of ["这是什么", "怎样部署", "怎样验证", "不做什么", "sha256sum -c", digest("sha256", engine())]) {
      assert.ok(text.includes(part), part);
    }
    if (getHashes().includes("sm3")) assert.ok(text.includes(digest("sm3", engine())));
    assert.ok(text.includes(/jiaohe-build" content="([0-9a-f]{12})"/.exec(file("index.html").toString())[1]), "the build");
    for (const name of readdirSync(join(dist, "static/host"))) assert.ok(text.includes(name), name);
  });
});
