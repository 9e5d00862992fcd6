import { expect, test } from "vitest";
import { asWritten, inMinutes, WrittenHours } from "#features/circles/attendance/written-hours.ts";

test.each([
  ["2", 120],
  [" 1,5 ", 90],
  ["0.75", 45],
  ["1:30", 90],
  ["", null],
  [undefined, null],
  [null, null],
  [8, 480],
])("%j is %s minutes", (sent, minutes) => {
  expect(inMinutes(WrittenHours(200).parse(sent))).toBe(minutes);
});

test.each(["en timme", "-1", "0", "1,5,5", "1:75", "201", "1e2", "Infinity"])("%j is no length of time", (sent) => {
  expect(WrittenHours(200).safeParse(sent).success).toBe(false);
});

test("what is kept is written back as it was typed", () => {
  expect([90, 120, 45, 100, null].map(asWritten)).toEqual(["1,5", "2", "0,75", "1,67", undefined]);
});
