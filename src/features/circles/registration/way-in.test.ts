import { expect, test } from "vitest";
import { type WayIn, wayIn, type WayInRound } from "#features/circles/registration/way-in.ts";

const deadline = Temporal.PlainDate.from("2027-01-15");
const lastDay = deadline;
const dayAfter = deadline.add({ days: 1 });
const round: WayInRound = {
  state: "published",
  allocation: "firstCome",
  deadline,
  openUntilFull: false,
  noticesSent: false,
};

test.each<{ why: string; over: Partial<WayInRound>; today?: Temporal.PlainDate; expected: WayIn }>([
  { why: "the last day counts to its end", over: {}, expected: "open" },
  { why: "the day after, first come is closed", over: {}, today: dayAfter, expected: "closed" },
  { why: "without a last day it stays open", over: { deadline: null }, today: dayAfter, expected: "open" },
  {
    why: "kept open until full, it goes on while places are left (R120)",
    over: { openUntilFull: true },
    today: dayAfter,
    expected: "openWhilePlacesLeft",
  },
  {
    why: "kept open until full, it is simply open before the last day",
    over: { openUntilFull: true },
    expected: "open",
  },
  {
    why: "a selection takes late applications and marks them",
    over: { allocation: "selection" },
    today: dayAfter,
    expected: "late",
  },
  { why: "a selection in time is open", over: { allocation: "selection" }, expected: "open" },
  {
    why: "after the notices nobody can apply",
    over: { allocation: "selection", noticesSent: true },
    expected: "closed",
  },
  { why: "a draft takes nothing", over: { state: "draft" }, expected: "notOpen" },
  { why: "a cancelled round takes nothing", over: { state: "cancelled" }, expected: "notOpen" },
  { why: "a closed selection is late", over: { state: "closed", allocation: "selection" }, expected: "late" },
  { why: "a closed first come is closed", over: { state: "closed", openUntilFull: true }, expected: "closed" },
  { why: "a running round takes nothing", over: { state: "running" }, expected: "closed" },
])("$why", ({ over, today = lastDay, expected }) => {
  expect(wayIn({ ...round, ...over }, today)).toBe(expected);
});
