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
