import fc from "fast-check";
import { expect, test } from "vitest";
import { withCovered, withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import { isNothing, nothingSent, partsFor, unsentTo } from "#features/meetings/distribution/what-to-send.ts";

const bodies = ["a", "b", "c"];
const somePart = fc.record({
  id: fc.uuid(),
  bodyId: fc.constantFrom(null, ...bodies),
  state: fc.constantFrom("working", "adjusting", "final"),
  additionIds: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
});

test("nobody gets another body's part or one that is not final, and what was sent is never sent again", () => {
  fc.assert(
    fc.property(fc.array(somePart, { maxLength: 8 }), fc.subarray(bodies), (parts, mine) => {
      const { partIds, additionIds } = unsentTo(parts, mine, nothingSent);
      const sent = parts.filter(({ id }) => partIds.includes(id));
      expect(sent.every(({ state, bodyId }) => state === "final" && (bodyId === null || mine.includes(bodyId)))).toBe(
        true,
      );
      expect(sent).toEqual(partsFor(parts, mine));
      const had = { partIds: new Set(partIds), additionIds: new Set(additionIds) };
      expect(isNothing(unsentTo(parts, mine, had))).toBe(true);
      const later = parts.map((part) => ({ ...part, additionIds: [...part.additionIds, `new ${part.id}`] }));
      expect(unsentTo(later, mine, had)).toEqual({ partIds: [], additionIds: partIds.map((id) => `new ${id}`) });
    }),
  );
});

test.each([
  ["a whole name, however it is cased and with a genitive s", "DORIS  Hellgrens idé", "X idé"],
  ["not part of a longer name", "Doris Hellgrensson", "Doris Hellgrensson"],
  ["not a first name alone", "Doris sa", "Doris sa"],
  ["signs in a name as they are", "Ann-Britt (A.) Ek sa", "X sa"],
])("a name is hidden: %s", (_why, text, expected) => {
  expect(withoutNames(text, ["Doris Hellgren", "Ann-Britt (A.) Ek", "Doris"], "X")).toBe(expected);
});

test("covered words are covered everywhere, and signs in them are no patterns", () => {
  expect(withCovered("Vägen 3 (a), vägen 3 (A)", ["vägen 3 (a)", ""], "█")).toBe("█, █");
  expect(withCovered("allt", [".*"], "█")).toBe("allt");
});
