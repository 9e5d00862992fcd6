import { expect, test } from "vitest";
import { availabilityOf } from "#features/circles/public/availability.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const round = {
  state: "published",
  allocation: "firstCome",
  deadline: day("2027-09-10"),
  openUntilFull: false,
  hardCapacity: 12,
  noticesSentAt: null,
  externalForm: null,
} as const;
const numbers = { seated: 8, unconfirmed: 1, waiting: 0 };
const full = { seated: 11, unconfirmed: 1, waiting: 4 };
const selection = { ...round, allocation: "selection" } as const;

test.each([
  {
    why: "places are left, and a claim counts as taken",
    round,
    numbers,
    today: "2027-09-01",
    is: { way: "open", left: 3, taken: 9, waiting: 0 },
  },
  {
    why: "full with a waiting list",
    round,
    numbers: full,
    today: "2027-09-10",
    is: { way: "waiting", left: 0, taken: 12, waiting: 4 },
  },
  { why: "the last day has been", round, numbers, today: "2027-09-11", is: { way: "closed" } },
  {
    why: "open until full (R120)",
    round: { ...round, openUntilFull: true },
    numbers,
    today: "2027-09-11",
    is: { way: "open" },
  },
  {
    why: "open until full, and full",
    round: { ...round, openUntilFull: true },
    numbers: full,
    today: "2027-09-11",
    is: { way: "closed" },
  },
  {
    why: "selection promises no number (R026)",
    round: selection,
    numbers,
    today: "2027-09-01",
    is: { way: "open", left: undefined, waiting: 0 },
  },
  {
    why: "how many another service has taken is not known (R024)",
    round: { ...round, externalForm: "https://formular.example.se/x" },
    numbers: full,
    today: "2027-09-01",
    is: { way: "open", left: undefined, waiting: 0 },
  },
  {
    why: "teams are assessed, so no number is promised (R121)",
    round: { ...round, allocation: "teamByPrincipal" as const },
    numbers,
    today: "2027-09-01",
    is: { way: "open", left: undefined, waiting: 0 },
  },
  {
    why: "late in a selection",
    round: { ...selection, state: "closed" as const },
    numbers,
    today: "2027-09-11",
    is: { way: "late" },
  },
  {
    why: "cancelled",
    round: { ...round, state: "cancelled" as const },
    numbers,
    today: "2027-09-01",
    is: { way: "cancelled" },
  },
  { why: "over", round: { ...round, state: "completed" as const }, numbers, today: "2027-09-01", is: { way: "over" } },
])("$why", ({ round: asked, numbers: known, today, is }) => {
  expect(availabilityOf(asked, known, day(today))).toMatchObject(is);
});
