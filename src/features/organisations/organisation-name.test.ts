import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldName, nameInPlace, writingsOf } from "#features/organisations/organisation-name.ts";
import { recordsOf } from "#features/organisations/reference/separated-values.ts";

const file = readFileSync(new URL("../../../reference/municipalities.csv", import.meta.url), "utf8");
const shortNames = recordsOf(file).map((row) => row["municipality_name_short"] ?? "");

test.each([
  {
    written: ["Göteborg", "Göteborgs Stad", "GÖTEBORGS  STAD", "Göteborgs kommun", " göteborgs stads"],
    why: "case, space and s do not count",
  },
  { written: ["Mölndal", "Mölndals stad", "Mo\u0308lndals Stad"], why: "a letter and its dots may be two signs" },
  {
    written: ["Borås", "Borås Stad", "Borås kommun", "Borås stads"],
    why: "a name that ends with s of its own is found as well",
  },
  { written: ["Kalix kommun", "Kalixs kommun", "Kalix"], why: "an s too many is forgiven" },
  { written: ["Upplands-Bro", "Upplands–Bro kommun", "upplands bro"], why: "kinds of dashes do not count" },
  { written: ["SKR", "SKR:s", "skr’s"], why: "an abbreviation's genitive does not count" },
  { written: ["Malung-Sälen", "Malung\u00AD-\u200BSälens kommun"], why: "signs that cannot be seen do not count" },
])("$why (R170)", ({ written }) => {
  expect(new Set(written.map(foldName)).size).toBe(1);
});

test.each([
  ["Kalmar kommun", "Region Kalmar län"],
  ["Habo", "Håbo"],
  ["SoS", "SO"],
  ["Socialförvaltningen, Mölndal", "Socialförvaltningen, Kungälv"],
])("%s is not %s", (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

test("each of the 290 municipalities is itself in every way it is written, and no other", () => {
  expect(shortNames).toHaveLength(290);
  const ways = (name: string) => [
    name,
    `${name} kommun`,
    `${name}s kommun`,
    `${name} stad`,
    `${name}s Stad`,
    name.toUpperCase(),
    `${name}s`,
  ];
  for (const name of shortNames) expect(new Set(ways(name).map(foldName))).toEqual(new Set([foldName(name)]));
  expect(new Set(shortNames.map(foldName)).size).toBe(290);
});

test("folding what is folded changes nothing, and no name folds to nothing", () => {
  const words = fc.array(fc.constantFrom("Göteborgs", "Stad", "kommuns", "s", "SKR:s", "Å", "–", "ss", "&", "Öster"), {
    minLength: 1,
    maxLength: 5,
  });
  const typed = fc.oneof(
    fc.string({ unit: "grapheme" }),
    words.map((each) => each.join(" ")),
  );
  fc.assert(
    fc.property(typed, (written) => {
      const folded = foldName(written);
      expect(foldName(folded)).toBe(folded);
      expect(folded !== "").toBe(/[\p{L}\p{N}\p{M}&+]/u.test(written.normalize("NFKC")));
    }),
  );
});

test("at the top an organisation goes by its own names, below another by all above it", () => {
  expect(writingsOf("Göteborgs Stad", ["Göteborg"])).toEqual(["Göteborg", "Göteborgs Stad"]);
  expect(writingsOf("Socialförvaltningen", ["Mölndal", "Socialförvaltningen"])).toEqual([
    "Mölndal Socialförvaltningen",
    "Socialförvaltningen, Mölndal",
  ]);
  expect(nameInPlace(["Mölndal", "Socialförvaltningen", "Mottagningen"])).toBe(
    "Mottagningen, Socialförvaltningen, Mölndal",
  );
});
