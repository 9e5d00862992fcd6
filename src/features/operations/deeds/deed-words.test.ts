import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogues } from "../../../catalogues.ts";
import { sv } from "#features/operations/deeds/messages.sv.ts";

const sources = globSync("src/**/*.ts", { exclude: ["**/*.test.ts", "**/messages.*.ts"] }).map((file) => ({
  file,
  text: readFileSync(file, "utf8"),
}));
const words = Object.keys(sv).map((key) => key.replace(/^deed\./, ""));

/** Names that look like deeds and are neither words, jobs nor refusals. Those put together while running are not found. */
function deedsIn({ file, text }: (typeof sources)[number]): string[] {
  const names = file.endsWith("commands.ts")
    ? /(?<!new Refusal\("[a-z_]+", |job\(\s*)"((?:circles|organisations|platform|privacy|sign_in|site)\.[a-z_]+)"/g
    : /what: "([a-z_]+\.[a-z_]+)"/g;
  const found = [...text.matchAll(names)].flatMap(([, name]) => name ?? []);
  return found.filter((name) => !Object.hasOwn(catalogues.sv, name));
}

/** The deeds that a text neither writes down by their name nor puts a name together for that begins as theirs. */
function unwrittenIn(text: string, deeds: readonly string[]): string[] {
  const beginnings = [...text.matchAll(/what: `([a-z_.]+)\$\{/g)].flatMap(([, name]) => name ?? []);
  return deeds.filter((deed) => !text.includes(`"${deed}"`) && !beginnings.some((name) => deed.startsWith(name)));
}

test("every deed that is written down has words for those who read the trail", () => {
  const deeds = new Set(sources.flatMap(deedsIn));
  expect(deeds.size).toBeGreaterThan(80);
  expect([...deeds].filter((deed) => !words.includes(deed))).toEqual([]);
});

test("no words stand for a deed that nobody does", () => {
  expect(unwrittenIn(sources.map(({ text }) => text).join("\n"), words)).toEqual([]);
});

test("a deed is told from a refusal and a job, and one that is gone from one that is put together", () => {
  const text = 'record(tx, { what: "site.swept" }); new Refusal("invalid", "site.dusty"); job("site.sweeping")';
  expect(deedsIn({ file: "commands.ts", text })).toEqual(["site.swept"]);
  expect(deedsIn({ file: "jobs.ts", text })).toEqual(["site.swept"]);
  expect(unwrittenIn("what: `circles.round_${what}`", ["circles.round_closed", "site.swept"])).toEqual(["site.swept"]);
});
