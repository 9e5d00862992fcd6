import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { NewVisitor, RoomCode } from "#features/circles/attendance/attendance.ts";
import {
  addVisitor,
  checkIn,
  markAttendance,
  markTheRest,
  type Meeting,
  openCode,
  removeVisitor,
} from "#features/circles/attendance/commands.ts";
import { attendanceIn, attendedBy, notedAt, visitorsAt } from "#features/circles/attendance/queries.ts";
import { eraseVisitors } from "#features/circles/attendance/retention/commands.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { personParts } from "../../../person-parts.ts";
import { given as givenPeople } from "../../../../test/given.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const sentences = givenPeople(ownerDb);
const unit = await given.organiser();
const planner = await given.planner(unit);
const theDay = noon("2027-10-01");
const later = (minutes: number) => () => theDay().add({ minutes });

let meeting: Meeting;
let calledOff: Meeting;
let round: Awaited<ReturnType<typeof given.published>>;
let asta: RegistrationId;
let bo: RegistrationId;
let astaHerself: Actor;

beforeEach(async () => {
  round = await given.published(unit, { state: "running" });
  const sessionId = await given.session(round.id, { date: day("2027-10-01") });
  meeting = { roundId: round.id, sessionId };
  calledOff = {
    roundId: round.id,
    sessionId: await given.session(round.id, { date: day("2027-10-01"), called_off: true }),
  };
  const person = await given.person({ name: "Asta Berg" });
  astaHerself = actorWith([], {}, person);
  asta = await given.registration(round.id, { name: "Asta Berg", person_id: person });
  bo = await given.registration(round.id, { name: "Bo Lind" });
});

/** How everybody is noted, by whom. */
const noted = async () =>
  Object.fromEntries(
    [...(await notedAt(db, meeting.sessionId))].map(([id, { state, notedBy }]) => [id, `${state} by ${notedBy}`]),
  );
const mark = (
  registrationId: RegistrationId,
  state: Parameters<typeof markAttendance>[4]["state"],
  by = planner,
  now = theDay,
  at = meeting,
) => markAttendance(db, by, now, at, { registrationId, state });

describe("a leader", () => {
  test("notes each with one press, and the last press stands", async () => {
    await mark(asta, "absent");
    await mark(asta, "present");
    await mark(bo, "substitute");
    expect(await noted()).toEqual({ [asta]: "present by leader", [bo]: "substitute by leader" });
  });

  test("takes back what was noted, twice without harm", async () => {
    await mark(asta, "present");
    await mark(asta, "unmarked");
    await mark(asta, "unmarked");
    expect(await noted()).toEqual({});
  });

  test("notes the rest at once and leaves what was noted", async () => {
    await mark(asta, "excused");
    expect(await markTheRest(db, planner, theDay, meeting, "digital")).toEqual({ marked: 1 });
    expect(await noted()).toEqual({ [asta]: "excused by leader", [bo]: "digital by leader" });
  });

  test("notes one presence of each, however many press at once", async () => {
    await Promise.all(["present", "digital", "absent", "present"].map((state) => mark(asta, state as "present")));
    expect(Object.keys(await noted())).toEqual([asta]);
  });

  test("is refused for a meeting that was called off, and before its day", async () => {
    await expect(mark(asta, "present", planner, theDay, calledOff)).rejects.toMatchObject({
      code: "attendance.called_off",
    });
    await expect(mark(asta, "present", planner, noon("2027-09-30"))).rejects.toMatchObject({
      code: "attendance.not_yet",
    });
    await mark(asta, "excused", planner, noon("2027-09-30"));
    expect(await noted()).toEqual({ [asta]: "excused by leader" });
  });

  test("is refused for somebody who has left, and for somebody of another circle", async () => {
    await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", bo).execute();
    const elsewhere = await given.registration((await given.published(unit)).id);
    for (const gone of [bo, elsewhere])
      await expect(mark(gone, "present")).rejects.toMatchObject({ code: "attendance.not_in_circle" });
    expect(await noted()).toEqual({});
  });

  test("of another circle is nobody here, and whoever takes part notes nobody", async () => {
    const stranger = await given.planner(await given.organiser());
    for (const other of [stranger, nobody])
      await expect(mark(asta, "present", other)).rejects.toMatchObject({ kind: "not_found" });
    await expect(mark(bo, "present", astaHerself)).rejects.toMatchObject({ code: "attendance.leaders_only" });
    const elsewhere = await given.published(unit);
    await expect(
      mark(asta, "present", planner, theDay, { roundId: elsewhere.id, sessionId: meeting.sessionId }),
    ).rejects.toMatchObject({ code: "round.no_such_session" });
  });

  test("is refused when the circle is cancelled", async () => {
    await ownerDb
      .updateTable("round")
      .set({ state: "cancelled", cancelled_reason: "För få" })
      .where("id", "=", round.id)
      .execute();
    await expect(mark(asta, "present")).rejects.toMatchObject({ code: "attendance.round_cancelled" });
  });
});

describe("the code of the room", () => {
  const here = (code: string, by = astaHerself, now = theDay) =>
    checkIn(db, by, now, meeting, { code, state: "present" });

  test("notes whoever shows it, once however often", async () => {
    const { code } = await openCode(db, planner, theDay, meeting);
    await Promise.all([here(code), here(code)]);
    expect(await noted()).toEqual({ [asta]: "present by code" });
  });

  test("is refused when it is wrong, has run out or was changed", async () => {
    const { code } = await openCode(db, planner, theDay, meeting);
    const wrong = code === "000000" ? "000001" : "000000";
    await expect(here(wrong)).rejects.toMatchObject({ code: "attendance.code_wrong" });
    await expect(here(code, astaHerself, later(30))).rejects.toMatchObject({ code: "attendance.code_wrong" });
    await expect(here(code, astaHerself, later(29))).resolves.toEqual({ state: "present" });
    const { code: next } = await openCode(db, planner, theDay, meeting);
    expect(
      await ownerDb.selectFrom("attendance_code").where("session_id", "=", meeting.sessionId).select("code").execute(),
    ).toEqual([{ code: next }]);
  });

  test("notes nobody without a seat, and a stranger does not even find the meeting", async () => {
    const { code } = await openCode(db, planner, theDay, meeting);
    await expect(here(code, planner)).rejects.toMatchObject({ code: "attendance.no_seat" });
    await expect(here(code, actorWith([], {}, await given.person()))).rejects.toMatchObject({ kind: "not_found" });
    await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", asta).execute();
    await expect(here(code)).rejects.toMatchObject({ kind: "not_found" });
    expect(await noted()).toEqual({});
  });

  test("is shown by a leader, on the day of a meeting that is held", async () => {
    await expect(openCode(db, astaHerself, theDay, meeting)).rejects.toMatchObject({ code: "attendance.leaders_only" });
    await expect(openCode(db, planner, noon("2027-10-02"), meeting)).rejects.toMatchObject({
      code: "attendance.not_today",
    });
    await expect(openCode(db, planner, theDay, calledOff)).rejects.toMatchObject({ code: "attendance.called_off" });
  });

  test("of a meeting that is called off meanwhile notes nobody", async () => {
    const { code } = await openCode(db, planner, theDay, meeting);
    await ownerDb.updateTable("session").set({ called_off: true }).where("id", "=", meeting.sessionId).execute();
    await expect(here(code)).rejects.toMatchObject({ code: "attendance.called_off" });
  });

  test("is six digits, however they are typed, and the log does not hold it", async () => {
    expect(RoomCode.parse(" 012 345 ")).toBe("012345");
    for (const typed of ["12345", "1234567", "abcdef"]) expect(RoomCode.safeParse(typed).success).toBe(false);
    const { code } = await openCode(db, planner, theDay, meeting);
    const log = await ownerDb
      .selectFrom("audit_record")
      .where("about", "=", meeting.sessionId)
      .select("payload")
      .execute();
    expect(log.length).toBeGreaterThan(0);
    expect(JSON.stringify(log)).not.toContain(`"${code}"`);
  });
});

describe("those without a seat", () => {
  test("stand apart from the seats, each as what they are (R007)", async () => {
    const leader = {
      id: newId<"round_leader">(),
      round_id: round.id,
      position: 0,
      name: "Siv Alm",
      part: "facilitator" as const,
    };
    await ownerDb.insertInto("round_leader").values(leader).execute();
    await addVisitor(db, planner, theDay, meeting, { name: "Siv Alm" });
    const { id } = await addVisitor(db, planner, theDay, meeting, { name: "Rut Forsén" });
    expect(await visitorsAt(db, meeting.sessionId)).toMatchObject([
      { name: "Rut Forsén", part: "guest" },
      { name: "Siv Alm", part: "facilitator" },
    ]);
    expect(await noted()).toEqual({});
    await expect(addVisitor(db, planner, theDay, meeting, { name: "rut forsén" })).rejects.toMatchObject({
      problems: [{ path: "name", code: "attendance.visitor_twice" }],
    });
    await removeVisitor(db, planner, meeting, id);
    await removeVisitor(db, planner, meeting, id);
    expect(await visitorsAt(db, meeting.sessionId)).toHaveLength(1);
  });

  test("are refused by those who take part, at a meeting that was called off, and with a personal number in the name", async () => {
    await expect(addVisitor(db, astaHerself, theDay, meeting, { name: "Rut" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(addVisitor(db, planner, theDay, calledOff, { name: "Rut" })).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(NewVisitor.safeParse({ name: "Rut 191212121212" }).success).toBe(false);
  });

  test("are nameless two years after the round, and still counted", async () => {
    await addVisitor(db, planner, theDay, meeting, { name: "Rut Forsén" });
    const last = day("2028-01-14");
    const at = (days: number) => ({
      ...dueAt(noon(last.add({ days }).toString())(), 730),
      organisationId: unit,
    });
    const before = await eraseDue(db, "registration", at(730), eraseVisitors);
    expect(before).toBe(0);
    expect(await eraseDue(db, "registration", at(732), eraseVisitors)).toBeGreaterThan(0);
    const kept = await ownerDb
      .selectFrom("attendance_visitor")
      .where("session_id", "=", meeting.sessionId)
      .selectAll()
      .execute();
    expect(kept).toMatchObject([{ name: null, part: "guest" }]);
  });
});

test("what somebody was at is what they were at themselves, without meetings that were called off afterwards", async () => {
  const other = await given.session(round.id, { date: day("2027-10-01") });
  await mark(asta, "digital");
  await mark(asta, "present", planner, theDay, { roundId: round.id, sessionId: other });
  await mark(bo, "substitute");
  await ownerDb.updateTable("session").set({ called_off: true }).where("id", "=", other).execute();
  const all = await attendanceIn(db, round.id);
  expect([...attendedBy(all.get(asta))]).toEqual([meeting.sessionId]);
  expect([...attendedBy(all.get(bo))]).toEqual([]);
});

test("when two entries of one person become one, what is noted about both stays with the one that goes on", async () => {
  const admin = await sentences.someone("administrator");
  const [one, other] = [await given.person({ name: "Kim Ek" }), await given.person({ name: "Kim Ek" })];
  const first = await given.registration(round.id, { person_id: one });
  const second = await given.registration(round.id, { person_id: other });
  const next = { ...meeting, sessionId: await given.session(round.id, { date: day("2027-10-01") }) };
  await mark(first, "present");
  await mark(second, "absent");
  await mark(second, "digital", planner, theDay, next);
  const { mergeId } = await mergePeople(db, admin, theDay, { from: other, to: one }, personParts);
  const all = await attendanceIn(db, round.id);
  expect([...(all.get(first) ?? [])].map(([, state]) => state)).toEqual(["present", "digital"]);
  await undoMerge(db, admin, theDay, mergeId, personParts);
  const apart = await attendanceIn(db, round.id);
  expect([...(apart.get(second) ?? [])].map(([, state]) => state)).toEqual(["absent", "digital"]);
});
