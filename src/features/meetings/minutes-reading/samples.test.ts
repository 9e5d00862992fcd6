import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ItemKind } from "#features/meetings/minutes/minutes.ts";
import { Minutes } from "./minutes.ts";
import { readMinutes } from "./queries.ts";

const folder = new URL("./samples/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.replace(/\.txt$/u, ""));
const textOf = (name: string) => readFileSync(new URL(`${name}.txt`, folder), "utf8");
const expectedOf = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Minutes;

const kindless = (minutes: Minutes) => ({ ...minutes, items: minutes.items.map(({ kind: _, ...item }) => item) });
const kindsIn = (minutes: Minutes): ItemKind[] => minutes.items.map(({ kind }) => kind);
const right = (read: readonly ItemKind[], expected: readonly ItemKind[]) =>
  read.filter((kind, at) => kind === expected[at]).length;

test("there are samples to read", () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
});

describe("every sample is read exactly: all values right or null, every trap warned about (R167-R172, R182, R211-R218)", () => {
  test.each(names)("%s", (name) => {
    const { minutes, readFrom, text } = readMinutes(textOf(name));
    expect(kindless(minutes)).toEqual(kindless(expectedOf(name)));
    expect(Minutes.parse(minutes)).toEqual(minutes);
    for (const [start, end] of Object.values(readFrom)) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe("the kinds proposed are right for at least eight items of ten (R218)", () => {
  const scored = names.map((name) => {
    const [read, expected] = [kindsIn(readMinutes(textOf(name)).minutes), kindsIn(expectedOf(name))];
    return { name, right: right(read, expected), of: expected.length };
  });

  test.each(scored.filter(({ of }) => of >= 5))("$name: $right of $of", ({ right: good, of }) => {
    expect(good / of).toBeGreaterThanOrEqual(0.8);
  });

  test("over all the samples", () => {
    const good = scored.reduce((sum, each) => sum + each.right, 0);
    const all = scored.reduce((sum, each) => sum + each.of, 0);
    expect(all).toBeGreaterThanOrEqual(60);
    expect(good / all).toBeGreaterThanOrEqual(0.8);
  });
});

test("values stand beside the words they were read from", () => {
  const { text, readFrom } = readMinutes(textOf("01-two-networks-bullets"));
  const words = (path: string) => text.slice(...(readFrom[path] ?? [0, 0]));
  expect(words("attendance.2.name")).toBe("José Núñez");
  expect(words("attendance.2.organisation")).toBe("Mölndals stad");
  expect(words("items.3.owner")).toBe("GR");
  expect(words("items.3.deliverables.1")).toBe("kostnad för denne");
  expect(words("items.5.decidedOn")).toBe("3 mars");
  expect(words("next.0.date")).toBe("12 maj");
  expect(words("noteTakers.2")).toBe("Petra");
});

test("the same text is told in English", () => {
  const { minutes } = readMinutes(textOf("01-two-networks-bullets"), { language: "en" });
  expect(minutes.warnings[0]?.message).toBe("The text does not say on which day the meeting was.");
});
