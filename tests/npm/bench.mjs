// Times the engine as WebAssembly in Node.js: the first check of a fresh instance, and a check once warm.
import { readFileSync } from "node:fs";
import { check, initSync } from "../../pkg/jiaohe.js";

const report = readFileSync(new URL("../../static/samples/sample.txt", import.meta.url), "utf8");
const wasm = readFileSync(new URL("../../pkg/jiaohe_bg.wasm", import.meta.url));
const time = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const compile = time(() => initSync({ module: wasm }));
const cold = time(() => check(report));
const warm = [];
for (let round = 0; round < 200; round++) warm.push(time(() => check(report)));
warm.sort((a, b) => a - b);
const ms = (value) => `${value.toFixed(2)} ms`;
console.log(`report            ${report.length} characters`);
console.log(`compile and start ${ms(compile)}`);
console.log(`first check       ${ms(cold)}`);
console.log(`warm, median      ${ms(warm[100])}`);
console.log(`warm, 95 of 100   ${ms(warm[190])}`);

// The same report with its first section said over and over: the cost has to grow with the text and not faster.
const at = report.indexOf("\n", report.indexOf("一、总体情况")) + 1;
const end = report.indexOf("二、主动公开");
const section = report.slice(at, end);
const grown = (length) =>
  report.slice(0, at) + section.repeat(Math.max(1, Math.ceil((length - report.length) / section.length) + 1)) + report.slice(end);
console.log("\ncharacters   median      per 10,000");
for (const [length, rounds] of [[5_000, 100], [10_000, 100], [100_000, 15], [1_000_000, 3]]) {
  const text = grown(length);
  check(text);
  const times = Array.from({ length: rounds }, () => time(() => check(text))).sort((a, b) => a - b);
  const median = times[Math.floor(rounds / 2)];
  console.log(`${String(text.length).padStart(10)}   ${ms(median).padEnd(10)}  ${ms((median * 10_000) / text.length)}`);
}
