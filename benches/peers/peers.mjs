// The engine as WebAssembly beside readers in JavaScript, on the same bytes in one run. The engine reads and checks; the others
// only read (mammoth to HTML, pdf.js text and drawing operators of every page, SheetJS cells), so their side is the lighter one.
// Prints Markdown; `cargo xtask peers` writes it to docs/peers.md.
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { PDFDocument } from "pdf-lib";
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import xlsx from "xlsx";
import { check } from "../../pkg/node.js";

const one = (name) => new Uint8Array(readFileSync(new URL(`../../tests/files/one/${name}`, import.meta.url)));

/** The docx with its prose said so often that it fills about ten pages. */
function longDocx(times) {
  const parts = unzipSync(one("report.docx"));
  const main = "word/document.xml";
  const xml = strFromU8(parts[main]);
  const prose = xml.match(/<w:p[ >](?:(?!<\/w:p>).)*全年(?:(?!<\/w:p>).)*<\/w:p>/s)?.[0] ?? xml.match(/<w:p[ >].*?<\/w:p>/s)[0];
  parts[main] = strToU8(xml.replace(prose, prose.repeat(times)));
  return zipSync(parts);
}

/** The PDF with its pages over and over. */
async function longPdf(pages) {
  const source = await PDFDocument.load(one("report.pdf"));
  const out = await PDFDocument.create();
  const indices = Array.from({ length: pages }, (_, index) => index % source.getPageCount());
  for (const page of await out.copyPages(source, indices)) out.addPage(page);
  return out.save();
}

async function readPdf(bytes) {
  const document = await pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  for (let page = 1; page <= document.numPages; page++) {
    const found = await document.getPage(page);
    await found.getTextContent();
    await found.getOperatorList();
  }
  await document.destroy();
}
const readDocx = (bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
const readXlsx = async (bytes) => {
  const book = xlsx.read(bytes);
  for (const name of book.SheetNames) xlsx.utils.sheet_to_json(book.Sheets[name], { header: 1 });
};

const seven = await longPdf(7), hundred = await longPdf(100);
const cases = [
  ["docx", one("report.docx"), readDocx, "mammoth", 30],
  ["docx, ten pages", longDocx(60), readDocx, "mammoth", 20],
  ["PDF, seven pages", seven, readPdf, "pdf.js", 15],
  ["PDF, 100 pages", hundred, readPdf, "pdf.js", 4],
  ["xlsx", one("report.xlsx"), readXlsx, "SheetJS", 30],
  ["xls", one("report.xls"), readXlsx, "SheetJS", 30],
];

async function times(work, rounds) {
  const found = [];
  for (let round = 0; round < rounds + 2; round++) {
    const start = performance.now();
    await work();
    if (round >= 2) found.push(performance.now() - start);
  }
  found.sort((a, b) => a - b);
  return { fastest: found[0], median: found[Math.floor(found.length / 2)] };
}

const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
console.log("| file | KB | engine: fastest, median (ms) | peer | fastest, median (ms) | peer ÷ engine |\n|---|---:|---:|---|---:|---:|");
for (const [name, bytes, read, peer, rounds] of cases) {
  const error = check(bytes, { name }).files[0].error;
  if (error) throw new Error(`${name}: ${error.message}`);
  const ours = await times(() => check(bytes, { name }), rounds);
  const theirs = await times(() => read(bytes), rounds);
  console.log(`| ${name} | ${Math.round(bytes.length / 1024)} | ${ms(ours.fastest)}, ${ms(ours.median)} | ${peer} | ` +
    `${ms(theirs.fastest)}, ${ms(theirs.median)} | ${(theirs.fastest / ours.fastest).toFixed(1)}× |`);
}
