// Reports by the hundred, in every format of tests/files/one/: units and years are written into the one report there, so
// that each file is a report of its own.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const one = fileURLToPath(new URL("../files/one/", import.meta.url));
const BODY = "清河县人民政府";
/** The report there is on this year. */
const YEAR = 2022;
const FIRST = "青白柳石龙凤金银南北东西上下长高平安新古";
const SECOND = "山河桥溪湾坪岭泉井田林塘沟坝城堡湖浦渡关";

/** A town's name, as long as the county's: a file's structure stays as it is. */
export const unit = (number) =>
  `${FIRST[number % FIRST.length]}${SECOND[Math.floor(number / FIRST.length) % SECOND.length]}镇人民政府`;

const asEntities = (text) => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join("");
const inText = (text, body, year) => text.replaceAll(BODY, body).replaceAll(asEntities(BODY), asEntities(body))
  .replace(/20[12]\d(?=\s*年|〕|-|<|&#24180;)/g, (known) => String(Number(known) + year - YEAR));

/** Rewrites the parts of a zip that are text. */
function inZip(bytes, body, year) {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts).filter((name) => /\.xml$/.test(name))) {
    parts[name] = strToU8(inText(strFromU8(parts[name]), body, year));
  }
  return zipSync(parts, { level: 1 });
}

/** Rewrites UTF-16 inside of old office files; both years and both names are equally long. */
function inBinary(bytes, body, year) {
  const wide = (text) => Buffer.from(text, "utf16le").toString("latin1");
  const shifted = (whole, ten, one) => {
    const known = Number(`20${ten}${one}`) + year - YEAR;
    return wide(`${known}年`);
  };
  const text = Buffer.from(bytes).toString("latin1").replaceAll(wide(BODY), wide(body))
    .replace(/2\x000\x00([12])\x00(\d)\x00t\x5e/g, shifted);
  return Buffer.from(text, "latin1");
}

const inUtf8 = (bytes, body, year) => Buffer.from(inText(Buffer.from(bytes).toString("utf8"), body, year));

/** A page of glyphs stays as it is, but for some bytes of its own. */
const atEnd = (bytes, body, year) => Buffer.concat([bytes, Buffer.from(`%${year}${encodeURI(body)}\n`)]);

/** Formats, as often as offices send them, with how unit and year get into them. */
const WRITERS = [
  ["docx", inZip], ["html", inUtf8], ["doc", inBinary], ["wps", inBinary], ["xlsx", inZip], ["docx", inZip], ["md", inUtf8],
  ["odt", inZip], ["ofd", inZip], ["pdf", atEnd],
];

/** Writes so many reports, three years of each unit, into a folder; returns their paths. */
export function write(folder, count) {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, at) => {
    const number = Math.floor(at / 3);
    const [body, year] = [unit(number), YEAR + (at % 3)];
    const [extension, change] = WRITERS[(number + (at % 3)) % WRITERS.length];
    const path = join(folder, `${String(number).padStart(3, "0")}-${body}-${year}.${extension}`);
    writeFileSync(path, change(readFileSync(join(one, `report.${extension}`)), body, year));
    return path;
  });
}
