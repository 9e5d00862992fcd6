import { describe, expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { correctRegistration } from "#features/circles/registration/correction/commands.ts";
import { Correction } from "#features/circles/registration/correction/correction.ts";
import { ownRegistration } from "#features/circles/registration/own/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { givenRounds } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);

async function asItStands(id: RegistrationId): Promise<Record<string, unknown>> {
  const row = await ownerDb
    .selectFrom("registration as r")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .where("r.id", "=", id)
    .select(["r.name", "r.email", "r.workplace", "r.employer", "r.sector", "r.profession"])
    .select(["m.manager_name as managerName", "m.manager_email as managerEmail"])
    .executeTakeFirstOrThrow();
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
const correct = async (id: RegistrationId, over: Record<string, unknown>, actor = planner) =>
  correctRegistration(db, actor, id, Correction.parse({ ...(await asItStands(id)), ...over }), monday);

describe("details that staff put right", () => {
  test("the applicant is told, and the log keeps which they were and never what they said", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    await circle.forgetMails();
    expect((await correct(id, { name: "Rätt Namn", workplace: "Öppenvården" })).changed).toEqual(["name", "workplace"]);
    expect(await circle.mailsLeft(round.id)).toEqual(["corrected to 1"]);
    const deed = await ownerDb
      .selectFrom("audit_record")
      .where("what", "=", "circles.registration_corrected")
      .where("about", "=", id)
      .select("payload")
      .executeTakeFirstOrThrow();
    expect(deed.payload).toEqual({ after: { changed: ["name", "workplace"] } });
  });

  test("an employer is known by any name it is written with", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id, { employer: "Mölndal" });
    await correct(id, { employer: "Något annat" });
    const row = await ownerDb
      .selectFrom("registration")
      .where("id", "=", id)
      .select("organisation_id")
      .executeTakeFirstOrThrow();
    expect(row.organisation_id).toBeNull();
  });

  test("a new address opens nothing until it is proved, and links to the old one stop working", async () => {
    const round = await given.published(organiser);
    const { id, ownToken } = await circle.confirmed(round.id);
    await correct(id, { email: "ratt@example.se" });
    expect(await ownRegistration(db, ownToken, monday())).toBeUndefined();
    const anew = await circle.link("registration.own", id);
    expect(await ownRegistration(db, anew, monday())).toMatchObject({
      addressUnproved: true,
      email: "ratt@example.se",
    });
  });

  test("an address that waits for its confirmation is asked at the new place", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    await circle.forgetMails();
    await correct(id, { email: "ratt.igen@example.se" });
    expect(await circle.mailsLeft(round.id)).toEqual(["confirmAddress to 1"]);
  });

  test("another manager is asked, and whoever has a place keeps it meanwhile", async () => {
    const round = await given.published(organiser, { manager_consultation: "confirmed" });
    const { id } = await circle.confirmed(round.id, { managerEmail: "fel@example.se" });
    await circle.forgetMails();
    await correct(id, { managerEmail: "ratt.chef@example.se" });
    expect(await circle.mailsLeft(round.id)).toContain("request to 1");
    expect(await circle.stateOf(id)).toBe("held");
  });
});

describe("a correction is refused", () => {
  test.each([
    { why: "when nothing is changed", over: {}, code: "registration.nothing_corrected" },
    { why: "when nobody could be reached any more", over: { email: undefined }, code: "web.form_invalid" },
  ])("$why", async ({ over, code }) => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    const before = await circle.everything();
    await expect(correct(id, over)).rejects.toMatchObject({ code });
    expect(await circle.everything()).toEqual(before);
  });

  test("to whoever may not see the roster, and when the application is over", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    await expect(correct(id, { name: "Ny" }, nobody)).rejects.toMatchObject({
      code: "registration.no_such_registration",
    });
    await withdraw(db, planner, { registrationId: id }, monday);
    await expect(correct(id, { name: "Ny" })).rejects.toMatchObject({ code: "registration.cannot_correct" });
  });

  test("when the address is that of another live application in the round", async () => {
    const round = await given.published(organiser);
    const other = await circle.applied(round.id);
    await circle.confirm(other.id);
    const { id } = await circle.confirmed(round.id);
    const before = await circle.everything();
    await expect(correct(id, { email: other.email })).rejects.toMatchObject({ code: "registration.address_taken" });
    expect(await circle.everything()).toEqual(before);
  });
});
