import { expect, test } from "vitest";
import { noticesHindrance, type NoticesRound } from "#features/circles/registration/selection/notices.ts";
import type { Outcome } from "#features/circles/registration/selection/selection-balance.ts";

const noticeDate = Temporal.PlainDate.from("2026-12-14");
const round: NoticesRound = { noticeDate, noticesSent: false, seats: 2 };
const decided: (Outcome | undefined)[] = ["place", "place", "wait", "decline"];

test.each<{
  why: string;
  over?: Partial<NoticesRound>;
  decided?: (Outcome | undefined)[];
  seated?: number;
  days?: number;
  code?: string;
}>([
  { why: "on the notice date, with everyone decided, they go" },
  { why: "the day before is too early (R026)", days: -1, code: "registration.notices_too_early" },
  { why: "the day after is fine", days: 1 },
  {
    why: "a notice without a day cannot go (R026)",
    over: { noticeDate: null },
    code: "registration.notice_date_missing",
  },
  { why: "they go once", over: { noticesSent: true }, code: "registration.notices_sent_already" },
  { why: "everyone gets an answer", decided: [...decided, undefined], code: "registration.undecided_left" },
  {
    why: "no more are chosen than there are seats (R025)",
    decided: [...decided, "place"],
    code: "registration.too_many_chosen",
  },
  { why: "seats already given count", seated: 1, code: "registration.too_many_chosen" },
])("$why", ({ over = {}, decided: outcomes = decided, seated = 0, days = 0, code }) => {
  const decidedOn = outcomes.map((outcome) => ({ outcome, seats: 1 }));
  expect(noticesHindrance({ ...round, ...over }, decidedOn, seated, noticeDate.add({ days }))?.code).toBe(code);
});

test("teams are counted by their people: two of four do not fit where there are seven seats (C-14)", () => {
  const teams = [4, 4].map((seats) => ({ outcome: "place" as const, seats }));
  expect(noticesHindrance({ ...round, seats: 8 }, teams, 0, noticeDate)).toBeUndefined();
  expect(noticesHindrance({ ...round, seats: 7 }, teams, 0, noticeDate)).toEqual({
    code: "registration.too_many_chosen",
    values: { chosen: 8, seats: 7 },
  });
});
