// Damaged files in WebAssembly, where a length has 32 bits: whatever a file says of itself, the engine answers and lives on.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";
import { check } from "../../pkg/node.js";

const folder = fileURLToPath(new URL("../files/", import.meta.url));
const SCRIPTS = [".py", ".sh", ".md", ".json"];
const ROUNDS = 120;

/** Numbers that are the same in every run (xorshift). */
function numbers(seed) {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Bytes changed, lengths made extreme, pieces cut out, doubled or moved. */
function damage(bytes, number) {
  const out = Uint8Array.from(bytes), view = new DataView(out.buffer);
  for (let edits = 1 + number(6); edits > 0; edits--) {
    const at = number(out.length), how = number(6);
    if (how === 0) out[at] = number(256);
    else if (how === 1) out[at] ^= 1 << number(8);
    else if (how === 2 && at + 4 <= out.length) view.setUint32(at, [0xffffffff, 0x7fffffff, 0x80000000, 0, 0xfffffffe][number(5)], true);
    else if (how === 3 && at + 2 <= out.length) view.setUint16(at, [0xffff, 0x7fff, 0][number(3)], true);
    else if (how === 4) out.copyWithin(at, number(out.length), number(out.length));
    else return out.slice(0, at);
  }
  return out;
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !SCRIPTS.includes(extname(entry.name)))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();

describe("damaged files", () => {
  for (const [index, file] of files.entries()) {
    test(file.slice(folder.length), () => {
      const bytes = readFileSync(file), number = numbers(index + 7);
      for (let round = 0; round < ROUNDS; round++) {
        const output = check(damage(bytes, number), { name: file });
        assert.equal(output.schema, 1, `round ${round}`);
      }
    });
  }
});
