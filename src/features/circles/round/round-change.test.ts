import { expect, test } from "vitest";
import { type Promised, roundChange } from "#features/circles/round/round-change.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";

const session = (id: string, over: Partial<Session> = {}): Session => ({
  id: id as SessionId,
  date: Temporal.PlainDate.from("2027-10-01"),
  starts: Temporal.PlainTime.from("09:00"),
  ends: Temporal.PlainTime.from("13:00"),
  kind: "regular",
  mode: "physical",
  provisional: true,
  venue: null,
  catering: null,
  theme: null,
  audience: null,
  sequence: 0,
  calledOff: false,
  ...over,
});
const before: Promised = {
  hours: 70,
  cost: 0,
  purpose: "Samordna",
  goal: null,
  sessions: [session("a"), session("b")],
};
const changed = (over: Partial<Session>) =>
  roundChange(before, { ...before, sessions: [session("a", over), session("b")] });
const nothing = { told: [], raisesVersion: false, asksManagersAgain: false, resequenced: [], sessions: [] };

test("nothing follows from no change, however the values are made", () => {
  expect(roundChange(before, { ...before, sessions: [session("a"), session("b")] })).toEqual(nothing);
});

test.each([
  {
    what: "another day",
    over: { date: Temporal.PlainDate.from("2027-10-08") },
    told: ["date"],
    version: true,
    again: true,
  },
  {
    what: "another hour",
    over: { ends: Temporal.PlainTime.from("12:00") },
    told: ["time"],
    version: true,
    again: true,
  },
  { what: "on site or not", over: { mode: "digital" }, told: ["mode"], version: true, again: false },
  { what: "a room (R012)", over: { venue: "Rum 4" }, told: ["venue"], version: false, again: false },
  { what: "settled after all (R109)", over: { provisional: false }, told: ["settled"], version: false, again: false },
  { what: "called off", over: { calledOff: true }, told: ["calledOff"], version: true, again: true },
] as const)("$what is told as $told", ({ over, told, version, again }) => {
  expect(changed(over)).toEqual({
    told: [...told],
    raisesVersion: version,
    asksManagersAgain: again,
    resequenced: ["a"],
    sessions: ["a"],
  });
});

test("a theme changes the calendar and mails nobody", () => {
  expect(changed({ theme: "Framgångsfaktorer" })).toEqual({ ...nothing, resequenced: ["a"] });
});

test("one more meeting is told, and a called-off one stays called off", () => {
  const more = roundChange(before, { ...before, sessions: [...before.sessions, session("c")] });
  expect(more).toEqual({
    told: ["added"],
    raisesVersion: true,
    asksManagersAgain: true,
    resequenced: [],
    sessions: ["c"],
  });
  const off = { ...before, sessions: [session("a", { calledOff: true }), session("b")] };
  expect(
    roundChange(off, { ...off, sessions: [session("a", { calledOff: true, venue: "Rum 4" }), session("b")] }),
  ).toEqual(nothing);
  expect(roundChange(off, before)).toMatchObject({ told: ["added"], resequenced: ["a"] });
});

test("a notice date that is moved is told and nothing more, as long as the notices are not sent", () => {
  const noticeDate = Temporal.PlainDate.from("2027-09-20");
  const waiting = { ...before, noticeDate, noticesSentAt: null };
  const later = { ...waiting, noticeDate: noticeDate.add({ days: 4 }) };
  expect(roundChange(waiting, later)).toEqual({ ...nothing, told: ["notice"] });
  expect(roundChange(waiting, { ...waiting })).toEqual(nothing);
  expect(roundChange(waiting, { ...later, noticesSentAt: Temporal.Instant.from("2027-09-20T08:00Z") })).toEqual(
    nothing,
  );
  expect(roundChange(before, { ...before, noticeDate: null, noticesSentAt: null })).toEqual(nothing);
});

test("hours ask managers again; cost and aim only raise the version", () => {
  expect(roundChange(before, { ...before, hours: 80 })).toMatchObject({
    told: ["hours"],
    raisesVersion: true,
    asksManagersAgain: true,
  });
  expect(roundChange(before, { ...before, cost: 500, goal: "Förslag" })).toMatchObject({
    told: ["cost", "aim"],
    raisesVersion: true,
    asksManagersAgain: false,
  });
});
