import fc from "fast-check";
import { expect, test } from "vitest";
import { isValidOn, overlap, tenseOn } from "#features/organisations/validity.ts";

const day = (written: string) => Temporal.PlainDate.from(written);
const from = (first: string | null, last: string | null) => ({
  validFrom: first === null ? null : day(first),
  validTo: last === null ? null : day(last),
});

test.each([
  { why: "the first day counts", on: "2027-01-01", held: from("2027-01-01", null), is: true },
  { why: "the last day counts", on: "2027-12-31", held: from(null, "2027-12-31"), is: true },
  { why: "the day before is too early", on: "2026-12-31", held: from("2027-01-01", null), is: false },
  { why: "the day after is too late", on: "2028-01-01", held: from("2027-01-01", "2027-12-31"), is: false },
  { why: "what has no known dates holds every day", on: "1971-01-01", held: from(null, null), is: true },
])("as of a date: $why", ({ on, held, is }) => {
  expect(isValidOn(day(on), held)).toBe(is);
});

test("what ended yesterday is past, what begins tomorrow is to come", () => {
  expect(tenseOn(day("2027-03-02"), from(null, "2027-03-01"))).toBe("past");
  expect(tenseOn(day("2027-03-02"), from("2027-03-02", "2027-03-02"))).toBe("present");
  expect(tenseOn(day("2027-03-02"), from("2027-03-03", null))).toBe("future");
});

const anEnd = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
const aStretch = fc
  .tuple(anEnd, anEnd)
  .filter(([first, last]) => first === null || last === null || first <= last)
  .map(([first, last]) => ({
    validFrom: first === null ? null : day("2027-03-01").add({ days: first }),
    validTo: last === null ? null : day("2027-03-01").add({ days: last }),
  }));

test("two stretches overlap exactly when some day lies in both, whichever is asked first", () => {
  const days = Array.from({ length: 33 }, (_, i) => day("2027-02-28").add({ days: i }));
  fc.assert(
    fc.property(aStretch, aStretch, (one, other) => {
      const shared = days.some((each) => isValidOn(each, one) && isValidOn(each, other));
      expect(overlap(one, other)).toBe(shared);
      expect(overlap(other, one)).toBe(shared);
    }),
  );
});
