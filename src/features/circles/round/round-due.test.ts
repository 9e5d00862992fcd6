import { expect, test } from "vitest";
import { dueStep, type RoundInTime } from "#features/circles/round/round-due.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const meeting = (date: string | null, kind: "regular" | "followUp" = "regular", calledOff = false) => ({
  date: date === null ? null : day(date),
  kind,
  calledOff,
});
const round: RoundInTime = {
  state: "published",
  allocation: "firstCome",
  deadline: day("2027-09-10"),
  openUntilFull: false,
  seatsLeft: 3,
  sessions: [meeting("2027-10-01"), meeting("2027-12-10"), meeting("2028-05-06", "followUp")],
};

test.each([
  { why: "the last day itself counts", today: "2027-09-10", over: {}, step: undefined },
  { why: "the day after the last day closes", today: "2027-09-11", over: {}, step: "close" },
  {
    why: "open until full stays open while a seat is free (R120)",
    today: "2027-09-11",
    over: { openUntilFull: true },
    step: undefined,
  },
  {
    why: "open until full closes when it is",
    today: "2027-09-11",
    over: { openUntilFull: true, seatsLeft: 0 },
    step: "close",
  },
  {
    why: "being full before the last day closes nothing: there is a waiting list",
    today: "2027-09-01",
    over: { seatsLeft: 0 },
    step: undefined,
  },
  {
    why: "nobody applies after the first meeting",
    today: "2027-10-02",
    over: { openUntilFull: true, deadline: null },
    step: "close",
  },
  { why: "a closed round starts on its first day", today: "2027-10-01", over: { state: "closed" }, step: "start" },
  {
    why: "selection never starts before the notices",
    today: "2027-10-01",
    over: { state: "closed", allocation: "selection" },
    step: undefined,
  },
  {
    why: "selection starts when everybody has an answer",
    today: "2027-10-01",
    over: { state: "allocated", allocation: "selection" },
    step: "start",
  },
  {
    why: "running waits for the follow-up (R101)",
    today: "2027-12-11",
    over: { state: "running" },
    step: "awaitFollowUp",
  },
  {
    why: "a meeting called off holds nothing back",
    today: "2027-12-11",
    over: { state: "running", sessions: [meeting("2027-12-10"), meeting("2028-05-06", "followUp", true)] },
    step: "complete",
  },
  { why: "the follow-up ends it", today: "2028-05-07", over: { state: "followUpPending" }, step: "complete" },
  {
    why: "a follow-up without a day is still to come",
    today: "2029-01-01",
    over: { state: "followUpPending", sessions: [meeting(null, "followUp")] },
    step: undefined,
  },
  { why: "a draft waits for somebody", today: "2029-01-01", over: { state: "draft" }, step: undefined },
  { why: "what is over stays over", today: "2029-01-01", over: { state: "cancelled" }, step: undefined },
] as const)("$why: $step", ({ today, over, step }) => {
  expect(dueStep({ ...round, ...over }, day(today))).toBe(step);
});
