import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { packageRoot } from "#platform/package-root.ts";

/** How words look: text, its heavy form, and headings. */
export type Face = "text" | "strong" | "heading";

type Drawn = { readonly font: string; readonly text: string };

const packages: Record<Face, { readonly name: string; readonly weight: number }> = {
  text: { name: "source-sans-3", weight: 400 },
  strong: { name: "source-sans-3", weight: 600 },
  heading: { name: "source-serif-4", weight: 600 },
};

/** The parts of the alphabet each typeface comes in; the first that has a letter draws it. */
const alphabets = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic"] as const;

const require = createRequire(join(packageRoot, "package.json"));
const files = new Map<string, Buffer>();
const ranges = new Map<string, readonly (readonly [number, number])[]>();

/** The file of one typeface in one part of the alphabet. Read once: the same bytes are cut for every document. */
export function fontFile(face: Face, alphabet: string): Buffer {
  const { name, weight } = packages[face];
  const path = `@fontsource/${name}/files/${name}-${alphabet}-${weight}-normal.woff`;
  const known = files.get(path) ?? unpacked(readFileSync(require.resolve(path)));
  files.set(path, known);
  return known;
}

/**
 * A WOFF file as the plain font in it (W3C WOFF 1.0, 4 and 5): its tables unpacked, once for all documents. The PDF
 * library would unpack them again for each, in JavaScript, which took most of its time.
 */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let at = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    woff.copy(head, 12 + 16 * index, entry, entry + 4);
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), 16 + 16 * index);
    head.writeUInt32BE(at, 20 + 16 * index);
    head.writeUInt32BE(length, 24 + 16 * index);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    tables.push(table, padding);
    at += length + padding.length;
  }
  return Buffer.concat([head, ...tables]);
}

/**
 * A text in pieces that one font file can draw each. Names come from all of Europe, and a letter without a drawing
 * would be an empty box; what no file has is shown as the sign for an unknown letter.
 */
export function drawnBy(face: Face, text: string): Drawn[] {
  const pieces: { font: string; text: string }[] = [];
  for (const letter of text) {
    const alphabet = alphabets.find((each) => has(face, each, letter.codePointAt(0) ?? 0));
    const font = `${face} ${alphabet ?? "latin"}`;
    const shown = alphabet ? letter : "\uFFFD";
    const last = pieces.at(-1);
    if (last?.font === font) last.text += shown;
    else pieces.push({ font, text: shown });
  }
  return pieces;
}

function has(face: Face, alphabet: string, letter: number): boolean {
  return rangesOf(packages[face].name, alphabet).some(([from, to]) => from <= letter && letter <= to);
}

function rangesOf(name: string, alphabet: string) {
  const key = `${name} ${alphabet}`;
  const known = ranges.get(key);
  if (known) return known;
  const home = join(require.resolve(`@fontsource/${name}/files/${name}-latin-400-normal.woff`), "../../unicode.json");
  const all = JSON.parse(readFileSync(home, "utf8")) as Record<string, string>;
  const read = (all[alphabet] ?? "").split(",").map((range) => {
    const [from = "", to = from] = range.replace("U+", "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  ranges.set(key, read);
  return read;
}
