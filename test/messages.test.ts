import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodesOf, sourceFile } from "./architecture/source-file.ts";
import {
  type CataloguePair,
  differentGaps,
  type Spoken,
  unspoken,
  untranslated,
  unwantedWords,
} from "./sentences/catalogue-pair.ts";

const root = join(import.meta.dirname, "..");

async function pairAt(path: string): Promise<CataloguePair> {
  const { sv } = (await import(join(root, path))) as { sv: Record<string, string> };
  const { en } = (await import(join(root, path.replace(".sv.", ".en.")))) as { en: Record<string, string> };
  return { path, sv, en };
}

/** Every text in the source, and every text with gaps as a pattern: `circles.state.${state}` says all of circles.state. */
function spokenIn(sources: readonly { path: string; text: string }[]): Spoken {
  const texts = new Set<string>();
  const patterns = new Set<string>();
  for (const { path, text } of sources) {
    for (const node of nodesOf(sourceFile(path, text).program)) {
      if (node.type === "Literal" && typeof node["value"] === "string") texts.add(node["value"]);
      if (node.type !== "TemplateLiteral") continue;
      const pieces = (node["quasis"] as { value: { raw: string } }[]).map((quasi) => quasi.value.raw);
      if (pieces.length === 1) texts.add(pieces[0] ?? "");
      else if (/^[a-z_-]+\.[\w.-]*$/.test(pieces[0] ?? ""))
        patterns.add(pieces.map((piece) => RegExp.escape(piece)).join("[^.]+"));
    }
  }
  return { texts, patterns: [...patterns].map((pattern) => new RegExp(`^${pattern}$`)) };
}

const pairs = await Promise.all(globSync("src/**/messages.sv.ts", { cwd: root }).toSorted().map(pairAt));
const spoken = spokenIn(
  globSync("src/**/*.{ts,tsx}", { cwd: root })
    .filter((path) => !/\.test\.|messages\.(sv|en)\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
);

test("catalogues were found, and texts that use them", () => {
  expect(pairs.length).toBeGreaterThan(3);
  expect(spoken.texts.size).toBeGreaterThan(200);
});

test("no key stands in two catalogues", () => {
  const keys = pairs.flatMap(({ sv }) => Object.keys(sv));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

describe.each(pairs)("$path", (pair) => {
  test("says everything in both languages", () => expect(untranslated(pair)).toEqual([]));
  test("has the same gaps to fill in both languages", () => expect(differentGaps(pair)).toEqual([]));
  test("uses plain words", () => expect(unwantedWords(pair)).toEqual([]));
  test("holds nothing that is said nowhere", () => expect(unspoken(pair, spoken)).toEqual([]));
});

describe("what must be caught", () => {
  const pair = (sv: Record<string, string>, en: Record<string, string> = sv): CataloguePair => ({ path: "", sv, en });

  test("a sentence in one language only", () => {
    expect(untranslated(pair({ "a.b": "Hej" }, {}))).not.toEqual([]);
    expect(untranslated(pair({}, { "a.b": "Hi" }))).not.toEqual([]);
  });

  test("a gap in one language only, also inside a plural", () => {
    expect(differentGaps(pair({ "a.b": "Hej {name}" }, { "a.b": "Hi" }))).not.toEqual([]);
    const plural = "{n, plural, one {en till {who}} other {# till}}";
    expect(differentGaps(pair({ "a.b": plural }, { "a.b": "{n} more" }))).not.toEqual([]);
    expect(differentGaps(pair({ "a.b": plural }, { "a.b": "{who} has {n} more" }))).toEqual([]);
  });

  test("a sentence that cannot be read", () => {
    expect(differentGaps(pair({ "a.b": "Hej {name" }))).not.toEqual([]);
  });

  test.each([
    "Vänligen fyll i fältet",
    "Klart!",
    "Chefens samtycke",
    "Dagens hemuppgift",
    "Skicka er anmälan",
    "Fyll i  fältet",
  ])("%s", (sentence) => expect(unwantedWords(pair({ "a.b": sentence }, { "a.b": "Fine" }))).not.toEqual([]));

  test("a sentence nobody says, beside one that is said by a pattern", () => {
    const source = { path: "src/a.ts", text: "t(`a.state.${state}`); t('a.said'); t(`x.${y}`);" };
    const catalogue = pair({ "a.state.open": "", "a.said": "", "a.left": "", "b.left": "" });
    expect(unspoken(catalogue, spokenIn([source])).map(({ key }) => key)).toEqual(["a.left", "b.left"]);
  });
});
