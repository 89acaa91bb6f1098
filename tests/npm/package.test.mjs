// The npm package as an outsider uses it: installed into a project of its own, in Node.js and in a page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../e2e/browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const REPORT = readFileSync(join(root, "static/samples/sample.txt"), "utf8");
let project;

before(() => {
  project = mkdtempSync(join(tmpdir(), "outsider-"));
  writeFileSync(join(project, "package.json"), '{ "name": "outsider", "private": true, "type": "module" }');
  // A packed copy, not a link: what `files` leaves out must be missed here.
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", project, join(root, "pkg")], { cwd: project });
  const archive = join(project, packed.toString().trim().split("\n").pop());
  execFileSync("npm", ["install", "--silent", "--offline", "--no-audit", "--no-fund", archive], { cwd: project });
});
after(() => rmSync(project, { recursive: true }));

function node(script) {
  writeFileSync(join(project, "use.mjs"), script);
  return execFileSync("node", ["use.mjs"], { cwd: project, input: REPORT, encoding: "utf8" });
}

test("in Node.js, import { check } gives the contract's object", () => {
  const output = JSON.parse(node(`
    import { readFileSync } from "node:fs";
    import { check } from "jiaohe";
    console.log(JSON.stringify(check(readFileSync(0), { name: "sample.txt" })));
  `));
  assert.equal(output.schema, 1);
  assert.equal(output.engine.name, "jiaohe");
  const [file] = output.files;
  assert.equal(file.name, "sample.txt");
  assert.equal(file.error, null);
  assert.ok(file.findings.some((finding) => finding.severity === "error"), "the sample has planted faults");
  assert.equal(file.summary.error, file.findings.filter((finding) => finding.severity === "error").length);
});

test("deliver gives every file, tells why there is none, and refuses what there is not", () => {
  const made = JSON.parse(node(`
    import { readFileSync } from "node:fs";
    import { check, deliver } from "jiaohe";
    const text = readFileSync(0, "utf8");
    const confirmations = [{ fingerprint: check(text).files[0].findings[0].fingerprint, reason: "口径不同" }];
    const file = (what, input) => {
      const { name, bytes, note } = deliver(what, "各单位/年报.txt", input, {}, undefined, { time: "2024-01-20", confirmations });
      return { name, start: bytes && Buffer.from(bytes).toString("latin1", 0, 2), note, text: bytes && Buffer.from(bytes).toString() };
    };
    const words = ["docx", "report", "xlsx", "tables", "report-html", "csv", "json", "sarif"];
    let refused;
    try { deliver("exe", "a", text, {}); } catch (error) { refused = error.name; }
    console.log(JSON.stringify({ files: words.map((what) => file(what, text)), none: file("tables", "不是报告。"), refused }));
  `));
  const [comments, , , , page, list, json] = made.files;
  assert.deepEqual(made.files.slice(0, 4).map((file) => file.start), ["PK", "PK", "PK", "PK"]);
  assert.equal(comments.name, "年报-批注版.docx");
  assert.match(comments.note, /不是 docx/);
  assert.match(page.text, /2024-01-20[\s\S]*经办人说明：口径不同/);
  assert.match(list.text, /经办人说明/);
  assert.equal(JSON.parse(json.text).schema, 1);
  assert.equal(made.none.start, undefined);
  assert.match(made.none.note, /没有读出三张表/);
  assert.equal(made.refused, "TypeError");
});

test("what extract gives is taken back; anything else is a TypeError", () => {
  const told = JSON.parse(node(`
    import { readFileSync } from "node:fs";
    import { check, extract, links, relate, roster, sheets } from "jiaohe";
    const text = readFileSync(0, "utf8"), [now] = extract("now.txt", text);
    const before = { ...JSON.parse(JSON.stringify(now)), name: "before.txt", year: now.year - 1 };
    const refused = [[{}], "", [{ ...now, year: 2024.5 }], [{ ...now, values: [["a"]] }]].map((extracts) => {
      try { return relate(extracts) && "taken"; } catch (error) { return error.name; }
    });
    console.log(JSON.stringify({
      kinds: relate([before, now]).comparisons.map((comparison) => comparison.kind),
      apart: relate([before, now], [{}, { previous: "none" }]).comparisons.length,
      chosen: relate([now, before], [{ previous: 1 }]).related[0].previous.name,
      links: links([before, now], [], "某镇"), sheets: sheets(now, { previous: before }),
      missing: roster("某镇", [now]).missing,
      copied: check(text, { related: { previous: before } }).files[0].findings.length > check(text).files[0].findings.length,
      refused,
    }));
  `));
  const { links, roster } = told.links;
  const { sheets } = told;
  delete told.links;
  delete told.sheets;
  assert.deepEqual([links[1].previous, sheets[0].relation, roster.missing], [0, "years", ["某镇"]]);
  assert.deepEqual(told, { kinds: ["years"], apart: 0, chosen: "before.txt", missing: ["某镇"], copied: true, refused: Array(4).fill("TypeError") });
});

test("sums, lists for each unit and a profile, with what goes between the calls as JSON", () => {
  const told = JSON.parse(node(`
    import { readFileSync } from "node:fs";
    import { check, collect, extract, hand_over, handover, profile, roster, sum, try_expression } from "jiaohe";
    const text = readFileSync(0, "utf8"), json = (value) => JSON.parse(JSON.stringify(value));
    const [first] = json(extract("甲/一.txt", text));
    const unit = (organ, name) => ({ ...first, organ, name });
    const units = [unit("清河县水利局", "甲/一.txt"), unit("清河县教育局", "甲/二.txt"), unit("清河县水利局", "乙/一.txt")];
    const [total] = sum(units, [], { roster: "水利局\\n县教育局\\n林业局", unreadable: ["坏.docx"] });
    const value = new Map(first.values).get("t2.permits");
    const start = (file) => file.bytes && Buffer.from(file.bytes).toString("latin1", 0, 2);
    const rules = [{ id: "a", title: "行政许可太多", must: "t2.permits < 0" }, { id: "b", title: "乙", must: "t2.permit < 0" }];
    const own = { name: "本县", levels: { "table3/balance": "off" }, roster: ["水利局"], rules };
    const parts = json(handover("甲/一.txt", text, { profile: own }));
    const refused = [() => sum([{}]), () => sum(units, [], { year: "x" }), () => collect("exe", units), () => hand_over("matrix", [{}]), () => check(text, { profile: { nam: 1 } })].map((call) => {
      try { return call() && "taken"; } catch (error) { return error.name; }
    });
    console.log(JSON.stringify({
      twice: total.cells.find((cell) => cell.cell === "t2.permits").sum === String(2 * value),
      out: total.left_out.map((one) => one.reason), missing: total.missing,
      how: roster("县教育局", units).years[0].matches[0].how,
      files: ["sum-xlsx", "sum-docx"].map((what) => start(collect(what, units))),
      none: collect("sum-xlsx", []).note,
      lists: ["lists-xlsx", "lists-docx", "matrix"].map((what) => start(hand_over(what, parts))),
      letters: Buffer.from(hand_over("letters", parts).bytes).toString(),
      own: parts[0].findings.filter((finding) => finding.rule === "own/a").map((finding) => finding.message),
      faults: profile(own).faults.map((fault) => [fault.place, fault.start]), remark: parts[0].profile,
      tried: [try_expression("t2.permits >= 0", text).holds, try_expression("t2.permits").fault.length],
      refused,
    }));
  `));
  assert.match(told.letters, /修改意见/);
  assert.match(told.remark, /本县/);
  delete told.letters;
  delete told.remark;
  assert.deepEqual(told, {
    twice: true, out: ["unreadable", "copy"], missing: ["林业局"], how: "variant", files: ["PK", "PK"], none: "没有可以相加的报告。",
    lists: ["PK", "PK", "PK"], own: ["行政许可太多。"], faults: [["rules[1].must", 0]], tried: [true, 10], refused: Array(5).fill("TypeError"),
  });
});

test("bytes, text and the clipboard's two flavours are taken; anything else is a TypeError", () => {
  const told = JSON.parse(node(`
    import { readFileSync } from "node:fs";
    import { check, rules, version } from "jiaohe";
    const bytes = readFileSync(0), text = bytes.toString();
    const findings = (input) => check(input).files[0].findings.length;
    let refused = "";
    try { check(5); } catch (error) { refused = error.name; }
    console.log(JSON.stringify({
      found: [findings(bytes), findings(text), findings({ html: "", text })], refused, rules: rules().length, version: version(),
    }));
  `));
  assert.ok(told.found[0] > 0);
  assert.ok(told.found.every((count) => count === told.found[0]), String(told.found));
  assert.equal(told.refused, "TypeError");
  assert.ok(told.rules > 5);
  assert.equal(told.version, JSON.parse(readFileSync(join(root, "pkg/package.json"))).version);
});

test("its types name what the functions take and give", () => {
  const types = readFileSync(join(project, "node_modules/jiaohe/jiaohe.d.ts"), "utf8");
  assert.match(types, /export function check\(input: Input, options\?: CheckOptions \| null\): Output/);
  assert.match(types, /interface Output|type Output/);
});

test("in a page, with no bundler, by an import map", async () => {
  const page = `<!DOCTYPE html><script type="importmap">{ "imports": { "jiaohe": "/node_modules/jiaohe/browser.js" } }</script>
    <script type="module">import { check } from "jiaohe"; window.check = check;</script>`;
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = createServer((request, response) => {
    if (request.url === "/") return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    try {
      const body = readFileSync(join(project, request.url));
      response.writeHead(200, { "content-type": types[extname(request.url)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await tab.waitForFunction(() => window.check);
    const summary = await tab.evaluate((text) => window.check(text, { name: "a.txt" }).files[0].summary, REPORT);
    assert.ok(summary.error > 0);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
});
