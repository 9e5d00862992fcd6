import { expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { NewAttendee } from "#features/meetings/attendance/attendance.ts";
import {
  addAttendee,
  changeAttendee,
  markSeat,
  markTheRest,
  setApproximateCount,
} from "#features/meetings/attendance/commands.ts";
import { attendanceOf } from "#features/meetings/attendance/queries.ts";
import { quorumOf } from "#features/meetings/attendance/quorum.ts";
import { seatedAt } from "#features/meetings/attendance/seated/queries.ts";
import { meetingsToNote } from "#features/meetings/attendance/todo/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { actorWith, day, noon } from "../../../../test/given-rounds.ts";
import { given as sentences } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
await loadReferenceData(ownerDb);
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await given.organisation();
const keeper = actorWith(
  ["bodies:manage"],
  { organisations: new Set([unit]) },
  await given.person({ name: "Maja Ek" }),
);
const theDay = noon("2027-03-18");
const today = day("2027-03-18");

const insideOf = (slug: string) => meetingInside(db, keeper, slug, today);
const attendanceAt = async (slug: string) => attendanceOf(db, await insideOf(slug));
const from = (bodyId: BodyId | null, name: string, organisation: string | null, over: object = {}) =>
  NewAttendee.parse({ bodyId, name, organisation, role: bodyId ? "member" : "guest", ...over });
const add = (slug: string, attendee: NewAttendee) => addAttendee(db, keeper, theDay, slug, attendee);

/** Everything about attendance a refused command must leave as it was. */
const everything = async () => ({
  rows: await ownerDb.selectFrom("attendance_at_meeting").orderBy("id").selectAll().execute(),
  bodies: await ownerDb.selectFrom("meeting_body").orderBy("meeting_id").orderBy("body_id").selectAll().execute(),
});
const refused = async (work: () => Promise<unknown>, code: string) => {
  const before = await everything();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await everything()).toEqual(before);
};

/** A network with a chair, two ordinary members and a substitute for the second, who meet on the day. */
const seated = async (over = {}) => {
  const body = await meetings.body(unit, over);
  const [siv, bo, cim, eva] = [
    await given.person({ name: "Siv Ros" }),
    await given.person({ name: "Bo Lind" }),
    await given.person({ name: "Cim Ek" }),
    await given.person({ name: "Eva Stare" }),
  ];
  await meetings.sits(body, siv, "chair");
  await meetings.sits(body, bo);
  const seatOfCim = await meetings.sits(body, cim);
  await ownerDb
    .insertInto("body_seat_holding")
    .values({ id: newId(), seat_id: seatOfCim, person_id: eva, is_substitute: true, valid_from: day("2027-01-01") })
    .execute();
  const met = await meetings.meeting(unit, [body]);
  return { body, met, siv, bo, cim, eva };
};
const statesIn = async (id: MeetingId) => {
  const rows = await ownerDb
    .selectFrom("attendance_at_meeting as a")
    .leftJoin("person as p", "p.id", "a.person_id")
    .where("a.meeting_id", "=", id)
    .select((eb) => [eb.fn.coalesce("p.name", "a.name").as("name"), "a.state", "a.role"])
    .execute();
  return Object.fromEntries(rows.map(({ name, state, role }) => [name, `${role} ${state}`]));
};

test("those who sit there are noted with one press each, and the last press holds", async () => {
  const { body, met, siv, bo, cim, eva } = await seated();
  const press = (personId: PersonId, state: "present" | "digital" | "excused" | "unmarked") =>
    markSeat(db, keeper, theDay, met.slug, { bodyId: body, personId, state });
  await press(siv, "present");
  await press(siv, "digital");
  await press(bo, "present");
  await press(bo, "unmarked");
  await press(cim, "excused");
  await press(eva, "present");
  expect(await statesIn(met.id)).toEqual({
    "Siv Ros": "member digital",
    "Cim Ek": "member excused",
    "Eva Stare": "substitute present",
  });
  const [list] = (await attendanceAt(met.slug)).lists;
  expect(list?.rows.find(({ name }) => name === "Eva Stare")?.substitutesFor).toBe(cim);
  expect(await markTheRest(db, keeper, theDay, met.slug, { bodyId: body, state: "present" })).toEqual({ marked: 1 });
  expect((await statesIn(met.id))["Cim Ek"]).toBe("member excused");
});

test("somebody who sits in two of the bodies stands in both lists by one press, and counts once", async () => {
  const [one, other] = [await meetings.body(unit), await meetings.body(unit)];
  const siv = await given.person({ name: "Siv Ros" });
  for (const body of [one, other]) await meetings.sits(body, siv);
  const met = await meetings.meeting(unit, [one, other]);
  await markSeat(db, keeper, theDay, met.slug, { bodyId: one, personId: siv, state: "present" });
  expect((await attendanceAt(met.slug)).counts).toEqual({ rows: 2, persons: 1, municipalities: 0 });
  // She left before the second body's part: what is said there is said there only.
  await markSeat(db, keeper, theDay, met.slug, { bodyId: other, personId: siv, state: "unmarked" });
  expect((await attendanceAt(met.slug)).lists.map(({ rows }) => rows.length)).toEqual([1, 0, 0]);
});

test("several who note at once write over nobody's rows", async () => {
  const body = await meetings.body(unit);
  const people: PersonId[] = [];
  for (let n = 0; n < 12; n += 1) {
    const person = await given.person({ name: `Person ${n}` });
    people.push(person);
    await meetings.sits(body, person);
  }
  const met = await meetings.meeting(unit, [body]);
  await Promise.all(
    people.flatMap((personId, n) => [
      markSeat(db, keeper, theDay, met.slug, { bodyId: body, personId, state: n % 2 ? "digital" : "present" }),
      ...(n === 0 ? [markTheRest(db, keeper, theDay, met.slug, { bodyId: body, state: "present" })] : []),
    ]),
  );
  const states = await statesIn(met.id);
  expect(Object.keys(states)).toHaveLength(12);
  expect(states["Person 3"]).toBe("member digital");
  // The same guest, written down by three at once, is one.
  const three = [1, 2, 3].map(() => add(met.slug, from(null, "Rut Forsén", "FoU Malmö")));
  const answers = await Promise.allSettled(three);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("about thirty is shown as such and is in no other figure", async () => {
  const { body, met, siv } = await seated({ quorum_of: "persons", quorum_count: 2 });
  await setApproximateCount(db, keeper, theDay, met.slug, { bodyId: body, count: 30 });
  await markSeat(db, keeper, theDay, met.slug, { bodyId: body, personId: siv, state: "present" });
  const found = await attendanceAt(met.slug);
  expect([found.lists[0]?.approximate, found.counts.persons]).toEqual([30, 1]);
  const [facts] = (await insideOf(met.slug)).bodies;
  expect(facts && quorumOf(facts, found)).toMatchObject({ here: 1, total: 3, isEnough: false });
  await setApproximateCount(db, keeper, theDay, met.slug, { bodyId: body, count: null });
  expect((await attendanceAt(met.slug)).lists[0]?.approximate).toBeNull();
});

test("a service-user representative stands as a role and an organisation until they agree to be named", async () => {
  const body = await meetings.body(unit);
  const person = await given.person({ name: "Ulla Brukare" });
  const users = await given.organisation({ name: "Föreningen Länken", kinds: ["userOrganisation"] });
  const seat = await meetings.sits(body, person, "userRepresentative");
  await ownerDb.updateTable("body_seat").set({ organisation_id: users }).where("id", "=", seat).execute();
  const met = await meetings.meeting(unit, [body]);
  await markSeat(db, keeper, theDay, met.slug, { bodyId: body, personId: person, state: "present" });
  await add(
    met.slug,
    NewAttendee.parse({ bodyId: body, role: "userRepresentative", organisation: "Föreningen Länken" }),
  );
  const shown = async () =>
    (await attendanceAt(met.slug)).lists[0]?.rows.map(({ name, role, organisation }) => [name, role, organisation]);
  const nameless = [null, "userRepresentative", "Föreningen Länken"];
  expect(await shown()).toEqual([nameless, nameless]);
  expect((await seatedAt(db, (await insideOf(met.slug)).meeting, today)).map(({ name }) => name)).toEqual([null]);
  expect((await attendanceAt(met.slug)).counts.persons).toBe(2);
  await ownerDb
    .updateTable("body_seat_holding")
    .set({ name_agreed_at: theDay() })
    .where("seat_id", "=", seat)
    .execute();
  expect(await shown()).toEqual([["Ulla Brukare", "userRepresentative", "Föreningen Länken"], nameless]);
  // Nobody else goes without a name, in a form or in the database.
  expect(NewAttendee.safeParse({ role: "guest" }).success).toBe(false);
  const [, row] = (await attendanceAt(met.slug)).lists[0]?.rows ?? [];
  const wanted = { role: "guest" as const, organisation: null, represents: null, state: "present" as const };
  await refused(() => changeAttendee(db, keeper, theDay, met.slug, row!.id, wanted), "presence.no_such_row");
});

test("a row is put right afterwards: an organisation nobody knew gets the name it has here", async () => {
  const { met } = await seated();
  const { id } = await add(met.slug, from(null, "Rut Forsén", "Gbg stad"));
  const rowNow = async () => (await attendanceAt(met.slug)).lists[1]?.rows[0];
  expect(await rowNow()).toMatchObject({
    organisation: "Gbg stad",
    isOrganisationKnown: false,
    municipalityCode: null,
  });
  const wanted = {
    role: "adjoined" as const,
    organisation: "Göteborgs Stad",
    represents: null,
    state: "digital" as const,
  };
  await changeAttendee(db, keeper, theDay, met.slug, id, wanted);
  expect(await rowNow()).toMatchObject({ isOrganisationKnown: true, municipalityCode: "1480", role: "adjoined" });
});

test("refuses what cannot be, and changes nothing", async () => {
  const { body, met, siv } = await seated();
  const outsider = await given.person({ name: "Utan Plats" });
  const later = await meetings.meeting(unit, [body], { day: day("2027-03-19") });
  const off = await meetings.meeting(unit, [body], { state: "calledOff", called_off_reason: "Snö" });
  const other = await meetings.body(unit);
  const mark = (slug: string, personId: PersonId, state: "present" | "excused" = "present") =>
    markSeat(db, keeper, theDay, slug, { bodyId: body, personId, state });
  await add(met.slug, from(null, "Rut Forsén", "Ale"));
  await refused(() => mark(met.slug, outsider), "presence.not_seated");
  await refused(() => mark(later.slug, siv), "presence.not_yet");
  await refused(() => mark(off.slug, siv), "presence.called_off");
  await refused(
    () => markTheRest(db, keeper, theDay, met.slug, { bodyId: other, state: "present" }),
    "presence.not_in_meeting",
  );
  await refused(() => add(met.slug, from(other, "Ny Person", null)), "presence.not_in_meeting");
  await refused(() => add(met.slug, from(null, "RUT FORSÉN", "Ale kommun")), "presence.stands_already");
  expect(NewAttendee.safeParse({ name: "Rut 191212121212", role: "guest" }).success).toBe(false);
  // Somebody may say beforehand that they will be away.
  await mark(later.slug, siv, "excused");
});

test("is noted by those who run a body and those who take notes, and is not there for those outside", async () => {
  const { body, met, siv, bo } = await seated();
  const asked = { bodyId: body, personId: bo, state: "present" as const };
  const as = (personId: PersonId) => actorWith([], {}, personId);
  await refused(() => markSeat(db, nobody, theDay, met.slug, asked), "meeting.no_such_meeting");
  const stranger = await given.person();
  await refused(() => markSeat(db, as(stranger), theDay, met.slug, asked), "meeting.no_such_meeting");
  await refused(() => markSeat(db, as(bo), theDay, met.slug, asked), "presence.not_yours");
  await markSeat(db, as(siv), theDay, met.slug, asked);
  const part = newId<"minutes_part">();
  await ownerDb.insertInto("minutes_part").values({ id: part, meeting_id: met.id, state: "working" }).execute();
  await ownerDb.insertInto("minutes_note_taker").values({ part_id: part, person_id: bo }).execute();
  await markSeat(db, as(bo), theDay, met.slug, { ...asked, state: "digital" });
});

test("a meeting that has been and where nobody is noted waits for those who lead the body", async () => {
  const { body, siv, bo } = await seated();
  const met = await meetings.meeting(unit, [body], { day: day("2027-03-17"), state: "held" });
  const waits = async (personId: PersonId) => {
    const found = await meetingsToNote(db, actorWith([], {}, personId), today);
    return found.map(({ slug }) => slug);
  };
  expect([await waits(siv), await waits(bo)]).toEqual([[met.slug], []]);
  await markSeat(db, keeper, theDay, met.slug, { bodyId: body, personId: bo, state: "excused" });
  expect(await waits(siv)).toEqual([met.slug]);
  await markSeat(db, keeper, theDay, met.slug, { bodyId: body, personId: bo, state: "present" });
  expect(await waits(siv)).toEqual([]);
});
