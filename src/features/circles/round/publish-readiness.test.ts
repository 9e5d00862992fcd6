import { describe, expect, test } from "vitest";
import { publishReadiness, type RoundPlan } from "#features/circles/round/publish-readiness.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day("2027-06-01");
const session = (date: string | null, over: Partial<Session> = {}): Session => ({
  id: `s-${date}` as SessionId,
  date: date === null ? null : day(date),
  starts: Temporal.PlainTime.from("09:00"),
  ends: Temporal.PlainTime.from("13:00"),
  kind: "regular",
  mode: "physical",
  provisional: false,
  venue: "Rum 4",
  catering: true,
  theme: null,
  audience: null,
  sequence: 0,
  calledOff: false,
  ...over,
});

/** A round that lacks nothing at all. */
const whole: RoundPlan = {
  kind: "researchCircle",
  title: "Tidiga samordnade insatser",
  practiceProblem: "Barn möts av många som inte möts",
  purpose: "Att samordna tidigare",
  goal: null,
  plannedTerm: null,
  audience: "Du som möter barn",
  targetCapacity: 10,
  hardCapacity: 12,
  capacityApproximate: true,
  minimumParticipants: null,
  goNoGoDate: null,
  hours: 70,
  cost: 0,
  funder: null,
  agreement: null,
  externalLink: null,
  materialByPost: false,
  asksDiet: false,
  asksAgeGroup: false,
  asksAdaptation: true,
  allocation: "firstCome",
  deadline: day("2027-09-10"),
  openUntilFull: false,
  noticeDate: null,
  noticeMonth: null,
  managerConsultation: "declared",
  answerDays: 3,
  externalForm: null,
  teamLeast: null,
  teamMost: null,
  sessions: [session("2027-10-01"), session("2027-10-22")],
  leaders: [{ name: "Siv Alm", part: "leader" }],
  contacts: [{ name: "Siv Alm", title: null, email: "siv.alm@example.se", phone: null }],
};
const selection = { ...whole, allocation: "selection", noticeDate: day("2027-09-20") } as const;
const teams = { ...selection, allocation: "teamByPrincipal", teamLeast: 3, teamMost: 6 } as const;
const missing = (round: RoundPlan) => publishReadiness(round, today).missing.map(({ code }) => code);
const toDecide = (round: RoundPlan) =>
  publishReadiness(round, today).toDecide.map(({ code, values }) => [code, values?.["sessions"]]);
const odd = (round: RoundPlan) => publishReadiness(round, today).odd.map(({ code }) => code);

test("a round that lacks nothing is ready, and nothing is open or odd about it", () => {
  expect(publishReadiness(whole, today)).toEqual({ missing: [], toDecide: [], odd: [], ready: true });
  expect(publishReadiness(selection, today).ready).toBe(true);
  expect(publishReadiness(teams, today)).toEqual({ missing: [], toDecide: [], odd: [], ready: true });
});

test("a round of teams says how large they may be, and none larger than the round (R121)", () => {
  expect(missing({ ...teams, teamMost: null })).toEqual(["teamSize"]);
  expect(missing({ ...teams, noticeDate: null })).toEqual(["notice"]);
  expect(odd({ ...teams, teamLeast: 13, teamMost: 20 })).toEqual(["teamAboveCapacity"]);
});

test("what another service's form must ask is said before publishing (R024)", () => {
  const elsewhere = { ...whole, externalForm: "https://formular.example.se/x" };
  expect(odd(elsewhere)).toEqual([]);
  expect(odd({ ...elsewhere, asksDiet: true })).toEqual(["otherFormAsks"]);
  expect(odd({ ...elsewhere, managerConsultation: "confirmed" })).toEqual(["otherFormAsks"]);
});

describe("what must be known", () => {
  test.each<{ why: string; over: Partial<RoundPlan>; lacks: string[] }>([
    { why: "a circle has a problem from practice (R123)", over: { practiceProblem: null }, lacks: ["practiceProblem"] },
    { why: "a training needs none", over: { practiceProblem: null, kind: "training" }, lacks: [] },
    { why: "a goal will do for a purpose", over: { purpose: null, goal: "Förslag" }, lacks: [] },
    { why: "neither purpose nor goal will not", over: { purpose: null }, lacks: ["aim"] },
    {
      why: "somebody can be reached (R128)",
      over: { contacts: [{ name: "Siv", title: null, email: null, phone: null }] },
      lacks: ["contact"],
    },
    { why: "a term will do for dates (R096)", over: { sessions: [], plannedTerm: "2027-autumn" }, lacks: [] },
    { why: "neither dates nor term will not", over: { sessions: [session(null)] }, lacks: ["when"] },
    {
      why: "a meeting that was called off is no date",
      over: { sessions: [session("2027-10-01", { calledOff: true })] },
      lacks: ["when"],
    },
    { why: "seats have an end (R025)", over: { hardCapacity: null }, lacks: ["capacity"] },
    { why: "open until full needs no last day (R120)", over: { deadline: null, openUntilFull: true }, lacks: [] },
    { why: "otherwise there is a last day", over: { deadline: null }, lacks: ["deadline"] },
    { why: "which has not been", over: { deadline: day("2027-05-31") }, lacks: ["deadlinePast"] },
    { why: "today is in time", over: { deadline: today }, lacks: [] },
    {
      why: "a manager who confirms is told the hours (R116)",
      over: { managerConsultation: "confirmed", hours: null },
      lacks: ["hours"],
    },
    { why: "a minimum has its day", over: { minimumParticipants: 8 }, lacks: ["goNoGoDate"] },
    { why: "places are given in some way", over: { allocation: null }, lacks: ["allocation"] },
  ])("$why", ({ over, lacks }) => {
    expect(missing({ ...whole, ...over })).toEqual(lacks);
  });

  test.each<{ why: string; over: Partial<RoundPlan>; lacks: string[] }>([
    { why: "selection has a last day (R027)", over: { deadline: null }, lacks: ["deadline"] },
    {
      why: "and cannot be open until full instead",
      over: { deadline: null, openUntilFull: true },
      lacks: ["deadline"],
    },
    { why: "and a day of notice (R026)", over: { noticeDate: null }, lacks: ["notice"] },
    { why: "a month is not a day", over: { noticeDate: null, noticeMonth: "2027-12" }, lacks: ["noticeNeedsDay"] },
    {
      why: "nor is a month without a year",
      over: { noticeDate: null, noticeMonth: "--12" },
      lacks: ["noticeNeedsDay"],
    },
    {
      why: "nobody is answered before the last day",
      over: { noticeDate: day("2027-09-09") },
      lacks: ["noticeBeforeDeadline"],
    },
  ])("$why", ({ over, lacks }) => {
    expect(missing({ ...selection, ...over })).toEqual(lacks);
  });
});

test("what may stay open is listed, and counted by meeting (R012, R109, R112)", () => {
  const open = { starts: null, ends: null, mode: null, venue: null, provisional: true };
  expect(
    toDecide({ ...whole, sessions: [session("2027-10-01", open), session("2027-10-22")], cost: null, audience: null }),
  ).toEqual([
    ["times", 1],
    ["modes", 1],
    ["venues", 1],
    ["provisional", 1],
    ["cost", undefined],
    ["audience", undefined],
  ]);
  expect(toDecide({ ...whole, sessions: [session("2027-10-01", { mode: "digital", venue: null })] })).toEqual([]);
});

test("what is probably a slip is said and stops nobody", () => {
  const round: RoundPlan = {
    ...selection,
    deadline: day("2027-10-10"),
    noticeDate: day("2027-12-06"),
    noticeMonth: "--11",
    sessions: [session("2027-11-06")],
    contacts: [...whole.contacts, { name: "Eva Lund", title: null, email: null, phone: null }],
  };
  expect(odd(round)).toEqual(["contactWithoutChannel", "noticeAfterStart", "noticeOutsideMonth", "holiday"]);
  expect(publishReadiness(round, today).ready).toBe(true);
});
