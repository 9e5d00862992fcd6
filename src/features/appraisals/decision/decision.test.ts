import { expect, test } from "vitest";
import { type ComingBack, dueOf } from "#features/appraisals/decision/decision.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const pilot: ComingBack = {
  decision: "pilot",
  expectedBy: day("2027-09-01"),
  decideAgainOn: day("2027-10-01"),
  met: null,
};

test.each([
  { what: "a pilot before any day", over: {}, today: "2027-08-31", due: { outcome: false, again: false } },
  {
    what: "a pilot whose effect was expected today",
    over: {},
    today: "2027-09-01",
    due: { outcome: true, again: false },
  },
  { what: "a pilot to decide anew", over: {}, today: "2027-10-01", due: { outcome: true, again: true } },
  {
    what: "one whose outcome is told",
    over: { met: "partly" },
    today: "2027-10-01",
    due: { outcome: false, again: true },
  },
  {
    what: "one that is decided anew before the effect is expected",
    over: { expectedBy: day("2028-01-01") },
    today: "2027-10-01",
    due: { outcome: true, again: true },
  },
  {
    what: "waiting",
    over: { decision: "wait", expectedBy: null },
    today: "2027-10-01",
    due: { outcome: false, again: true },
  },
  {
    what: "a no",
    over: { decision: "no", expectedBy: null, decideAgainOn: null },
    today: "2030-01-01",
    due: { outcome: false, again: false },
  },
] as const)("$what asks for the right thing", ({ over, today, due }) => {
  expect(dueOf({ ...pilot, ...over }, day(today))).toEqual(due);
});
