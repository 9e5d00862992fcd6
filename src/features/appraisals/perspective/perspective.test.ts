import { expect, test } from "vitest";
import { isLinkOpen, stancesOf } from "#features/appraisals/perspective/perspective.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const closed = Temporal.Instant.from("2027-03-18T11:00:00Z");

test.each([
  { what: "on its last day", today: "2027-03-31", closedAt: null, open: true },
  { what: "the day after", today: "2027-04-01", closedAt: null, open: false },
  { what: "closed before its last day", today: "2027-03-20", closedAt: closed, open: false },
])("a link $what: $open", ({ today, closedAt, open }) => {
  expect(isLinkOpen({ openUntil: day("2027-03-31"), closedAt }, day(today))).toBe(open);
});

test("whoever ticked nothing is counted as having ticked nothing, and not as unsure", () => {
  const said = [{ stance: "for" }, { stance: null }, { stance: "unsure" }, { stance: "for" }] as const;
  expect(stancesOf(said)).toEqual({ for: 2, unsure: 1, against: 0, unsaid: 1 });
});
