import { expect, test } from "vitest";
import { type Compared, comparedParts, differencesIn } from "#features/knowledge/item/version-differences.ts";

const nothing = Object.fromEntries(comparedParts.map((part) => [part, null]));
const version = (over: Partial<Compared> = {}): Compared => ({
  ...(nothing as unknown as Compared),
  title: "Stöd i grupp",
  authors: [],
  terms: [],
  methods: [],
  ...over,
});

test("what is new, changed and gone is told part by part, in the order one reads them", () => {
  const before = version({ says: "Det hjälper.", year: 2020, terms: [{ name: "Barn och unga" }] });
  const after = version({ title: "Stöd", says: "Det hjälper.", authors: ["Ek", "Holm"], year: null });
  expect(differencesIn(before, after)).toEqual([
    { part: "title", kind: "changed", before: "Stöd i grupp", after: "Stöd" },
    { part: "authors", kind: "added", before: null, after: "Ek, Holm" },
    { part: "year", kind: "removed", before: "2020", after: null },
    { part: "terms", kind: "removed", before: "Barn och unga", after: null },
  ]);
});

test("the same version differs in nothing", () => {
  const day = Temporal.PlainDate.from("2027-03-18");
  expect(differencesIn(version({ askedOn: day }), version({ askedOn: day.add({ days: 0 }) }))).toEqual([]);
});
