import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { given } from "../../../../test/given.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { translator } from "#platform/web/translate.ts";
import { type Actor, nobody } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { addRepresentation, endRepresentation, reportBack } from "#features/meetings/representation/commands.ts";
import { representationFile } from "#features/meetings/representation/parts/representation-file.ts";
import { representationCalled, representationsListed } from "#features/meetings/representation/queries.ts";
import { reportsToWrite } from "#features/meetings/representation/todo/queries.ts";
import { NewRepresentation, Report } from "#features/meetings/representation/representation.ts";
import { catalogues } from "../../../catalogues.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone, person } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");
const today = day("2027-03-18");
const unit = await organisation({ name: "FoU Länet" });
const ale = await organisation({ name: "Ale" });
const office = await organisation({ name: "Socialkontoret", parent_id: ale });
const keeper = await someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
const colleague = await someone("participant", { organisation: office });
const headAbove = await someone("socialServicesDirector", { organisation: ale });
const elsewhere = await someone("developmentLeader", { organisation: await organisation({ name: "FoU Väst" }) });
const as = (personId: PersonId): Actor => ({ ...nobody, personId, name: "Någon", via: "session" });

const national = (over: object = {}) =>
  NewRepresentation.parse({
    name: "Rut Alm",
    email: "rut@example.se",
    organisationId: ale,
    keptBy: unit,
    place: "Nationella gruppen",
    level: "national",
    validFrom: "2027-01-01",
    ...over,
  });
const report = (over: object = {}) => Report.parse({ text: "Vi enades om frågorna.", ...over });

async function represented() {
  const { id } = await addRepresentation(db, keeper, now, national());
  const rut = await ownerDb
    .selectFrom("person")
    .where("email", "=", "rut@example.se")
    .select("id")
    .executeTakeFirstOrThrow();
  return { id, rut: as(rut.id) };
}
const told = async (actor: Actor, id: string) => (await representationCalled(db, actor, id, today)).reports.length;

describe("the register of who represents whom (R156)", () => {
  test("is kept by whoever looks after bodies, and by nobody else", async () => {
    const before = await ownerDb.selectFrom("representation").select("id").execute();
    for (const other of [elsewhere, colleague, nobody])
      await expect(addRepresentation(db, other, now, national())).rejects.toMatchObject({
        code: "representation.not_your_register",
      });
    expect(await ownerDb.selectFrom("representation").select("id").execute()).toHaveLength(before.length);
    const { id, rut } = await represented();
    for (const other of [elsewhere, rut])
      await expect(endRepresentation(db, other, now, id, { lastDay: null })).rejects.toMatchObject({
        code: "representation.not_your_register",
      });
  });

  test("tells a body here or a place outside, never both and never neither", () => {
    const says = (over: object) => NewRepresentation.safeParse({ ...national(), ...over }).success;
    expect(says({ validFrom: "2027-01-01", validTo: null })).toBe(true);
    expect(says({ validFrom: null, place: undefined })).toBe(false);
    expect(says({ validFrom: null, bodyId: unit })).toBe(false);
  });

  test("is ended on a day and stays as history", async () => {
    const { id } = await represented();
    await endRepresentation(db, keeper, now, id, { lastDay: day("2027-03-17") });
    await expect(endRepresentation(db, keeper, now, id, { lastDay: null })).rejects.toMatchObject({
      code: "representation.is_over",
    });
    const listed = async (wish: object) =>
      (await representationsListed(db, today, { limit: 200, ...wish })).representations.map((each) => each.id);
    expect(await listed({})).not.toContain(id);
    expect(await listed({ past: true })).toContain(id);
  });

  test("shows who has never told anything, narrows by organisation and level, and goes on after the last", async () => {
    const { id, rut } = await represented();
    const { id: silent } = await addRepresentation(db, keeper, now, national({ level: "regional" }));
    await reportBack(db, rut, now, id, report({ day: "2027-03-01" }));
    const all = (wish: object) => representationsListed(db, today, { limit: 200, organisationId: ale, ...wish });
    const unreported = (await all({ unreported: true })).representations.map((each) => each.id);
    expect(unreported).toContain(silent);
    expect(unreported).not.toContain(id);
    expect((await all({ level: "regional" })).representations).toMatchObject([{ id: silent, reportedOn: null }]);
    const [reported] = (await all({})).representations.filter((each) => each.id === id);
    expect(reported?.reportedOn?.toString()).toBe("2027-03-01");
    const first = await all({ limit: 1 });
    const second = await all({ limit: 1, after: first.after });
    expect(first.after).toBeDefined();
    expect(second.representations[0]?.id).not.toBe(first.representations[0]?.id);
    expect((await all({ organisationId: office })).count).toBe(0);
  });

  test("names no service-user representative who has not agreed, in list and file alike (law 3.1)", async () => {
    const body = await meetings.body(unit, { name: "Brukarrådet" });
    const mona = await person({ name: "Mona Sjö", email: "mona@example.se" });
    await meetings.sits(body, mona, "userRepresentative");
    const inBody = national({ name: "Mona", email: "mona@example.se", place: undefined, bodyId: body });
    const { id } = await addRepresentation(db, keeper, now, inBody);
    const { representations } = await representationsListed(db, today, { limit: 200 });
    expect(representations.find((each) => each.id === id)).toMatchObject({ name: null, place: "Brukarrådet" });
    const { bytes } = await representationFile(translator(catalogues, "sv"), "csv", representations);
    const file = new TextDecoder().decode(bytes);
    expect(file).toContain('"Brukarrepresentant";"Brukarrådet";"Ale"');
    expect(file).not.toContain("Mona");
  });
});

describe("a report back", () => {
  test("is written by whoever represents, and by nobody for them", async () => {
    const { id, rut } = await represented();
    for (const other of [keeper, colleague, nobody])
      await expect(reportBack(db, other, now, id, report())).rejects.toMatchObject({
        code: "representation.theirs_to_tell",
      });
    await expect(reportBack(db, rut, now, id, report({ day: "2027-03-19" }))).rejects.toMatchObject({
      problems: [{ path: "day", code: "representation.day_to_come" }],
    });
    await expect(reportBack(db, rut, now, id, report({ day: "2026-12-31" }))).rejects.toMatchObject({
      problems: [{ path: "day", code: "representation.before_it_began" }],
    });
    expect(await told(rut, id)).toBe(0);
    await reportBack(db, rut, now, id, report());
    expect(await told(rut, id)).toBe(1);
  });

  test("is read by those of the organisation and below it, by its writer and by the keeper, and by nobody else", async () => {
    const { id, rut } = await represented();
    await reportBack(db, rut, now, id, report());
    for (const reader of [rut, keeper, colleague, headAbove]) expect(await told(reader, id)).toBe(1);
    for (const other of [elsewhere, as(await person())]) {
      expect(await told(other, id)).toBe(0);
      expect((await representationCalled(db, other, id, today)).can).toEqual({
        read: false,
        report: false,
        keep: false,
      });
    }
  });

  test("waits for whoever represents once half a year has passed, never for others", async () => {
    const { id, rut } = await represented();
    const waiting = async (actor: Actor, on: string) =>
      (await reportsToWrite(db, actor, day(on))).map((each) => each.id).includes(id);
    expect(await waiting(rut, "2027-06-30")).toBe(false);
    expect(await waiting(rut, "2027-07-01")).toBe(true);
    expect(await waiting(keeper, "2027-07-01")).toBe(false);
    await reportBack(db, rut, now, id, report());
    expect(await waiting(rut, "2027-07-01")).toBe(false);
    expect(await waiting(rut, "2027-09-18")).toBe(true);
  });

  test("takes no personal identity number", () => {
    expect(Report.safeParse({ text: "191212121212" }).success).toBe(false);
    expect(NewRepresentation.safeParse({ ...national(), validFrom: null, mandate: "191212121212" }).success).toBe(
      false,
    );
  });
});
