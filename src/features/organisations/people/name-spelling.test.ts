import fc from "fast-check";
import { expect, test } from "vitest";
import { maySpellTheSame } from "#features/organisations/people/name-spelling.ts";

test.each([
  { one: "Christina Karlsson", other: "Kristina Carlsson", same: true },
  { one: "Sofie Lind", other: "Sophie Lind", same: true },
  { one: "Madeleine Ek", other: "Madelene Ek", same: true },
  { one: "Josefin Wallin", other: "josephine  vallin", same: true },
  { one: "Zara Åberg", other: "Sara Åberg", same: true },
  { one: "Ann-Marie Hjort", other: "Ann Mari Hjort", same: false },
  { one: "Anna Berg", other: "Anna Borg", same: false },
  { one: "Åsa Lind", other: "Asa Lind", same: false },
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
