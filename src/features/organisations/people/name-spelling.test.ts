import fc from "fast-check";
import { expect, test } from "vitest";
import { maySpellTheSame, soundingKeys, soundingOf } from "#features/organisations/people/name-spelling.ts";

test.each([
  { one: "Christina Karlsson", other: "Kristina Carlsson", same: true },
  { one: "Sofie Lind", other: "Sophie Lind", same: true },
  { one: "Madeleine Ek", other: "Madelene Ek", same: true },
  { one: "Josefin Wallin", other: "josephine  vallin", same: true },
  { one: "Zara Åberg", other: "Sara Åberg", same: true },
  { one: "Ann-Marie Hjort", other: "Ann Mari Hjort", same: true },
  { one: "Ann-Marie Hjort", other: "Annmarie Hjort", same: true },
  { one: "Christoffer Carlson", other: "Kristofer Karlsson", same: true },
  { one: "Matthias Quist", other: "Mattias Kvist", same: true },
  { one: "Anna Berg", other: "Anna Borg", same: false },
  { one: "Anna Lind", other: "Hanna Lind", same: false },
  { one: "Åsa Sjöström", other: "Asa Sjostrom", same: true },
  { one: "Per Lind", other: "Bo Lind", same: false },
  { one: "Karin Ström", other: "Karin Strömberg", same: false },
  { one: "", other: "", same: false },
])("$one and $other: $same (R033)", ({ one, other, same }) => {
  expect(maySpellTheSame(one, other)).toBe(same);
});

test("everyone spells themselves, and it does not matter who is asked first", () => {
  const name = fc
    .array(fc.stringMatching(/^[A-ZÅÄÖ][a-zåäöé]{1,9}$/u), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(maySpellTheSame(one, one)).toBe(true);
      expect(maySpellTheSame(one, other)).toBe(maySpellTheSame(other, one));
    }),
  );
});

test("whoever may be spelled the same is looked up under a key they share", () => {
  const names = [
    "Christina Karlsson",
    "Kristina Carlson",
    "Kistina Karlsson",
    "Rkistina Karlsson",
    "Ann-Marie",
    "Annmari",
  ];
  const letter = fc.constantFrom("a", "e", "i", "k", "c", "l", "n", "r", "s", "t", "h");
  const name = fc.array(fc.array(letter, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 2 });
  const written = name.map((words) => words.map((word) => word.join("")).join(" "));
  const keys = (written: string) => soundingKeys(soundingOf(written));
  const shared = (one: string, other: string) => keys(one).some((key) => keys(other).includes(key));
  const alike = names.flatMap((one) =>
    names.filter((other) => maySpellTheSame(one, other)).map((other) => ({ one, other })),
  );
  expect(alike.length).toBeGreaterThan(names.length);
  expect(alike.filter(({ one, other }) => !shared(one, other))).toEqual([]);
  fc.assert(
    fc.property(written, fc.nat(12), letter, (one, at, put) => {
      const other = one.slice(0, at) + put + one.slice(at + 1);
      expect(!maySpellTheSame(one, other) || shared(one, other)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
