import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeApplications } from "#features/circles/registration/merging.ts";

test("applying twice keeps the live registration and its number", () => {
  expect(mergeApplications({ id: "first", queueNo: 3 }, { id: "second", queueNo: 8 })).toEqual({
    keep: "first",
    merge: "second",
    queueNo: 3,
    swaps: false,
  });
});

test("confirming the earlier one last gives its number to the live one", () => {
  expect(mergeApplications({ id: "second", queueNo: 8 }, { id: "first", queueNo: 3 })).toEqual({
    keep: "second",
    merge: "first",
    queueNo: 3,
    swaps: true,
  });
});

test("whoever applies any number of times goes on under the earliest number", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 8 }), (numbers) => {
      const applications = numbers.map((queueNo, i) => ({ id: `r${i}`, queueNo }));
      const [first = { id: "", queueNo: 0 }, ...others] = applications;
      const live = others.reduce((kept, each) => ({ ...kept, queueNo: mergeApplications(kept, each).queueNo }), first);
      expect(live).toEqual({ id: "r0", queueNo: Math.min(...numbers) });
    }),
  );
});
