import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, clockwork, nobody } from "#kernel/actor.ts";
import { extensionProblem } from "#features/circles/round/deadline-extension.ts";
import { isIn, monthFrom } from "#features/circles/round/month-precision.ts";
import { compareRounds } from "#features/circles/round/round-comparison.ts";
import {
  type Governed,
  mayDiscardRound,
  mayEditRound,
  mayManageRound,
  maySeeRound,
  mayStartRounds,
} from "#features/circles/round/round-policy.ts";
import { roundSlug } from "#features/circles/round/round-slug.ts";
import { dayRemarks } from "#features/circles/round/session-days.ts";
import { isGoNoGoDue, nextStep, soonWithoutVenue } from "#features/circles/round/round-next-step.ts";
import type { Session } from "#features/circles/round/round.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("a longer time to apply (R120)", () => {
  const round = {
    state: "published",
    allocation: "firstCome",
    deadline: day("2027-09-10"),
    openUntilFull: false,
    noticeDate: null,
  } as const;
  const selection = { ...round, allocation: "selection", noticeDate: day("2027-12-15") } as const;
  test.each([
    { why: "later", round, to: "2027-09-20", full: false, problem: undefined },
    {
      why: "later, after the old day has passed",
      round: { ...round, state: "closed" as const },
      to: "2027-09-20",
      full: false,
      problem: undefined,
    },
    { why: "earlier", round, to: "2027-09-09", full: false, problem: "notLater" },
    { why: "no day at all", round, to: null, full: false, problem: "notLater" },
    { why: "the same day", round, to: "2027-09-10", full: false, problem: "nothingNew" },
    { why: "the same day, but until full", round, to: "2027-09-10", full: true, problem: undefined },
    { why: "until full only", round, to: null, full: true, problem: undefined },
    { why: "until full in a selection", round: selection, to: null, full: true, problem: "untilFullIsForFirstCome" },
    { why: "beyond the notice", round: selection, to: "2027-12-16", full: false, problem: "afterNotice" },
    {
      why: "a day that has been",
      round: { ...round, deadline: day("2027-08-01") },
      to: "2027-08-20",
      full: false,
      problem: "inThePast",
    },
    {
      why: "a round that runs",
      round: { ...round, state: "running" as const },
      to: "2027-12-01",
      full: false,
      problem: "notOpen",
    },
  ])("$why: $problem", ({ round: over, to, full, problem }) => {
    expect(
      extensionProblem(over, { deadline: to === null ? null : day(to), openUntilFull: full }, day("2027-09-05")),
    ).toBe(problem);
  });
});

describe("the days of meetings", () => {
  const fridays = [day("2017-01-27"), day("2017-02-17"), day("2017-03-17")];
  test.each([
    {
      why: "a public holiday (R009)",
      date: day("2023-04-07"),
      others: [],
      remarks: [{ code: "holiday", holiday: "långfredagen" }],
    },
    { why: "an ordinary day", date: day("2017-04-07"), others: fridays, remarks: [] },
    { why: "a Saturday", date: day("2027-10-02"), others: [], remarks: [{ code: "weekend" }] },
    {
      why: "another weekday than all the others (R010)",
      date: day("2017-05-11"),
      others: fridays,
      remarks: [{ code: "otherWeekday", usual: 5 }],
    },
    { why: "two Fridays are no habit", date: day("2017-05-11"), others: fridays.slice(1), remarks: [] },
    { why: "a day between free days", date: day("2027-05-07"), others: [], remarks: [{ code: "squeezeDay" }] },
    { why: "the same day twice", date: day("2017-01-27"), others: fridays, remarks: [{ code: "sameDay" }] },
  ])("$why", ({ date, others, remarks }) => {
    expect(dayRemarks(date, others)).toEqual(remarks);
  });
});

describe("readable addresses", () => {
  test("are the title without signs, with the year", () => {
    expect(roundSlug("Tidiga samordnade insatser (TSI) för barn & unga", "2027")).toBe(
      "tidiga-samordnade-insatser-tsi-for-barn-unga-2027",
    );
    expect(roundSlug("Årets ÖRN 2027", "2027")).toBe("arets-orn-2027");
    expect(roundSlug("🌲")).toBe("omgang");
  });

  test("always fit the database's rule", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: "grapheme" }), (title) => {
        const slug = roundSlug(title, "2027");
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(66);
      }),
    );
  });
});

test("a month without a year holds any year's days (R026)", () => {
  const december = monthFrom("--12")!;
  expect(december).toEqual({ year: null, month: 12 });
  expect([
    isIn(day("2027-12-24"), december),
    isIn(day("2027-11-30"), december),
    isIn(day("2027-12-24"), monthFrom("2026-12")!),
  ]).toEqual([true, false, false]);
  expect(monthFrom("12")).toBeUndefined();
});

describe("who may do what", () => {
  const round: Governed = { id: "r", organisationId: "o", state: "published" };
  const withReach = (
    grant: "circles:manage" | "circles:read",
    organisations: string[],
    things: string[] = [],
  ): Actor => ({
    ...nobody,
    reach: new Map([[grant, { everywhere: false, organisations: new Set(organisations), things: new Set(things) }]]),
  });
  test.each([
    {
      who: "a manager of the organiser's circles",
      actor: withReach("circles:manage", ["o"]),
      manage: true,
      see: true,
      start: true,
    },
    {
      who: "the leader of this round",
      actor: withReach("circles:manage", [], ["r"]),
      manage: true,
      see: true,
      start: false,
    },
    { who: "a reader", actor: withReach("circles:read", ["o"]), manage: false, see: true, start: false },
    {
      who: "a manager elsewhere",
      actor: withReach("circles:manage", ["p"], ["q"]),
      manage: false,
      see: false,
      start: false,
    },
    { who: "a stranger", actor: nobody, manage: false, see: false, start: false },
    { who: "the clockwork", actor: clockwork, manage: false, see: false, start: false },
  ])("$who", ({ actor, manage, see, start }) => {
    expect([mayManageRound(actor, round), maySeeRound(actor, round), mayStartRounds(actor, "o")]).toEqual([
      manage,
      see,
      start,
    ]);
  });

  test("what is over is changed by nobody, and only a draft is thrown away", () => {
    const manager = withReach("circles:manage", ["o"]);
    expect(mayEditRound(manager, round)).toBe(true);
    expect(mayEditRound(manager, { ...round, state: "completed" })).toBe(false);
    expect([mayDiscardRound(manager, round), mayDiscardRound(manager, { ...round, state: "draft" })]).toEqual([
      false,
      true,
    ]);
  });
});

describe("the next thing to do", () => {
  const today = day("2027-09-15");
  const session = { date: day("2027-10-01"), venue: null, mode: "physical", calledOff: false } as Session;
  const round = {
    state: "published",
    allocation: "firstCome",
    minimumParticipants: null,
    goNoGoDate: null,
    goDecided: false,
    participants: 5,
    sessions: [session],
    readiness: { missing: [] },
  } as const;
  const few = { ...round, minimumParticipants: 8, goNoGoDate: day("2027-09-15") };
  test.each([
    {
      why: "a draft that lacks something",
      over: { state: "draft", readiness: { missing: [{ code: "contact", section: "people" }] } },
      step: "fillIn",
    },
    { why: "a whole draft", over: { state: "draft" }, step: "publish" },
    { why: "a room that is missing soon (R012)", over: {}, step: "setVenue" },
    { why: "nothing pressing", over: { sessions: [] }, step: "applications" },
    { why: "a selection to make", over: { state: "closed", allocation: "selection" }, step: "select" },
    { why: "too few on the day", over: few, step: "decideGoNoGo" },
    { why: "a round that is over", over: { state: "completed" }, step: "compare" },
  ] as const)("$why: $step", ({ over, step }) => {
    expect(nextStep({ ...round, ...over }, today).step).toBe(step);
  });

  test("go or no go is asked once, on its day, and only of too few", () => {
    expect(isGoNoGoDue(few, today)).toBe(true);
    expect(isGoNoGoDue({ ...few, goDecided: true }, today)).toBe(false);
    expect(isGoNoGoDue({ ...few, participants: 8 }, today)).toBe(false);
    expect(isGoNoGoDue(few, day("2027-09-14"))).toBe(false);
  });

  test("rooms are asked for three weeks before, and only on site", () => {
    expect(
      soonWithoutVenue([session, { ...session, mode: "digital" }, { ...session, calledOff: true }], day("2027-09-10")),
    ).toEqual([session]);
    expect(soonWithoutVenue([session], day("2027-09-09"))).toEqual([]);
    expect(soonWithoutVenue([session], day("2027-10-02"))).toEqual([]);
  });
});

test("rounds are compared figure by figure, and unknown is not zero (R001)", () => {
  const figures = {
    title: "a",
    firstDay: null,
    applied: 20,
    seats: 12,
    placed: 12,
    municipalities: 7,
    hours: 70,
    meetings: 6,
    extensions: 0,
  };
  const rows = compareRounds([figures, { ...figures, applied: 14, hours: null }]);
  expect(rows.find(({ figure }) => figure === "applied")).toEqual({
    figure: "applied",
    values: [20, 14],
    differs: true,
  });
  expect(rows.find(({ figure }) => figure === "hours")).toEqual({
    figure: "hours",
    values: [70, null],
    differs: false,
  });
});
