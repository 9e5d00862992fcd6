import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedThings, thingsForManagers, toldAs } from "#features/circles/change-notice/changed-things.ts";
import { sessionMarks } from "#features/circles/change-notice/session-marks.ts";
import { type Promised, roundChange } from "#features/circles/round/round-change.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const session = (over: Partial<Session> = {}): Session => ({
  id: "a" as SessionId,
  date: day("2027-10-01"),
  starts: time("09:00"),
  ends: time("13:00"),
  kind: "regular",
  mode: "physical",
  provisional: false,
  venue: null,
  catering: null,
  theme: null,
  audience: null,
  sequence: 0,
  calledOff: false,
  ...over,
});
const round = (over: Partial<Promised> = {}): Promised => ({
  hours: 70,
  cost: 0,
  purpose: "Samordna",
  goal: null,
  sessions: [session()],
  ...over,
});
const about = (over: Partial<Session>) =>
  changedThings(round(), round({ sessions: [session(over)] })).map(({ kind, was, became }) => [kind, was, became]);

describe("a change is written down as what it was and what it became (R012)", () => {
  test.each([
    { what: "another day", over: { date: day("2027-10-08") }, things: [["date", "2027-10-01", "2027-10-08"]] },
    { what: "another hour", over: { ends: time("12:00") }, things: [["time", "09:00–13:00", "09:00–12:00"]] },
    { what: "no hours any more", over: { starts: null, ends: null }, things: [["time", "09:00–13:00", null]] },
    { what: "digital", over: { mode: "digital" as const }, things: [["mode", "physical", "digital"]] },
    { what: "a room", over: { venue: "Rum 4" }, things: [["venue", null, "Rum 4"]] },
    { what: "called off", over: { calledOff: true, venue: "Rum 4" }, things: [["calledOff", null, null]] },
    { what: "a theme, which is told to nobody", over: { theme: "Barn" }, things: [] },
  ])("$what", ({ over, things }) => {
    expect(about(over)).toEqual(things);
  });

  test("a meeting that is called off says why, when somebody said so", () => {
    const off = { ...session({ calledOff: true }), calledOffReason: "Läraren är sjuk" };
    const [thing] = changedThings(round(), { ...round(), sessions: [off] });
    expect(thing).toMatchObject({ kind: "calledOff", became: "Läraren är sjuk" });
  });

  test("hours, cost and aim belong to the whole round, and free of charge is a cost", () => {
    const things = changedThings(round({ cost: null }), round({ hours: 80, goal: "Ett förslag" }));
    expect(things).toMatchObject([
      { kind: "hours", sessionId: null, was: "70", became: "80" },
      { kind: "cost", was: null, became: "0" },
      { kind: "goal", was: null, became: "Ett förslag" },
    ]);
  });

  test("managers are asked again about days and hours, and not about a room (R115)", () => {
    const things = changedThings(
      round(),
      round({ hours: 80, sessions: [session({ date: day("2027-10-08"), venue: "Rum 4" })] }),
    );
    expect(thingsForManagers(things).map(({ kind }) => kind)).toEqual(["date", "hours"]);
  });
});

const anySession = fc.record({
  date: fc.constantFrom(null, day("2027-10-01"), day("2027-10-08")),
  starts: fc.constantFrom(null, time("09:00")),
  ends: fc.constantFrom(null, time("12:00"), time("13:00")),
  mode: fc.constantFrom(null, "physical" as const, "digital" as const),
  venue: fc.constantFrom(null, "Rum 4"),
  provisional: fc.boolean(),
  calledOff: fc.boolean(),
});
const anyRound = fc
  .record({
    hours: fc.constantFrom(null, 70, 80),
    cost: fc.constantFrom(null, 0, 500),
    purpose: fc.constantFrom(null, "Samordna"),
    goal: fc.constantFrom(null, "Förslag"),
    sessions: fc.array(anySession, { maxLength: 3 }),
  })
  .map(({ sessions, ...rest }) =>
    round({ ...rest, sessions: sessions.map((over, index) => session({ ...over, id: `s${index}` as SessionId })) }),
  );

test("what the page tells is exactly what the mail tells, whatever is changed", () => {
  fc.assert(
    fc.property(anyRound, anyRound, (before, after) => {
      const things = changedThings(before, after);
      expect(new Set(things.map(({ kind }) => toldAs(kind)))).toEqual(new Set(roundChange(before, after).told));
      const valued = things.filter(({ kind }) => !["added", "calledOff", "settled"].includes(kind));
      expect(valued.filter(({ was, became }) => was === became)).toEqual([]);
    }),
  );
});

describe("what stands beside a meeting", () => {
  const at = (text: string) => Temporal.Instant.from(`${text}T10:00Z`);
  const marks = (...steps: readonly Partial<Session>[]) => {
    const states = [session(), ...steps.map((over) => session(over))];
    const notices = states.slice(1).map((state, index) => ({
      changedAt: at(`2027-09-0${index + 1}`),
      things: changedThings(round({ sessions: [states[index]!] }), round({ sessions: [state] })),
    }));
    return sessionMarks([states.at(-1)!], notices.toReversed()).get("a" as SessionId);
  };

  test("is what it was at first, with the day of the last change", () => {
    const mark = marks({ date: day("2027-10-08") }, { date: day("2027-10-15") });
    expect(mark).toMatchObject({ at: at("2027-09-02"), things: [{ was: "2027-10-01", became: "2027-10-15" }] });
    expect(mark!.things).toHaveLength(1);
  });

  test("is nothing when it was moved and moved back", () => {
    expect(marks({ date: day("2027-10-08") }, {})).toBeUndefined();
  });

  test("is that it is called off, and nothing else, until it is taken up again", () => {
    expect(marks({ venue: "Rum 4" }, { venue: "Rum 4", calledOff: true })!.things).toMatchObject([
      { kind: "calledOff" },
    ]);
    expect(marks({ calledOff: true }, {})!.things.map(({ kind }) => kind)).toEqual(["added"]);
  });
});
