import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
  const known = files.get(path) ?? readFileSync(require.resolve(path));
  files.set(path, known);
  return known;
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
