import { expect, test } from "vitest";
import { deleteExtrasAfter } from "#features/circles/registration/extras/extras-retention.ts";

const applied = Temporal.PlainDate.from("2026-11-23");

test("diet, post and adaptation go thirty days after the last session (R011, R110)", () => {
  expect(deleteExtrasAfter(Temporal.PlainDate.from("2027-05-06"), applied).toString()).toBe("2027-06-05");
});

test("without dates they go a year after the application", () => {
  expect(deleteExtrasAfter(undefined, applied).toString()).toBe("2027-11-23");
});
