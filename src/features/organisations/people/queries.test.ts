import { expect, test } from "vitest";
import { statements, testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { givenRounds, noon } from "../../../../test/given-rounds.ts";
import { reaches } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { secretHash } from "#platform/tokens/secret-token.ts";
import { explainAccess } from "#features/organisations/people/access/access-explanation.ts";
import { accessOf, thingCalled } from "#features/organisations/people/access/queries.ts";
import { actorOf, actorOfToken, administratorAddresses, personPage } from "#features/organisations/people/queries.ts";
import { peoplePage, peopleSpelledLike } from "#features/organisations/people/register/queries.ts";

const { db, ownerDb } = await testDatabase();
const now = noon("2027-03-18")();
const tomorrow = someDay.add({ days: 1 });

/** A municipality with an administration and a unit below it, and a neighbour. */
async function places() {
  const top = await given(db).organisation({ name: `Kommun ${newId().slice(-6)}`, kinds: ["other"] });
  const middle = await given(db).organisation({
    name: "Socialförvaltningen",
    kinds: ["administration"],
    parent_id: top,
  });
  const unit = await given(db).organisation({ name: "Mottagningen", kinds: ["unit"], parent_id: middle });
  const neighbour = await given(db).organisation({ name: `Granne ${newId().slice(-6)}` });
  return { top, middle, unit, neighbour };
}

test("who somebody is and what they may do is one statement, however many roles and organisations", async () => {
  const { top, neighbour, middle, unit } = await places();
  const personId = await given(db).person({ name: "Siv Alm", email: "siv.alm@example.se" });
  await given(db).role(personId, "municipalCoordinator", { organisation: top });
  await given(db).role(personId, "guest", { organisation: neighbour });
  const sent = await statements(async () => {
    const known = await actorOf(db, personId, someDay);
    expect(known).toMatchObject({
      actor: { personId, name: "Siv Alm", via: "session" },
      person: { id: personId, name: "Siv Alm", email: "siv.alm@example.se" },
    });
    const may = [top, middle, unit, neighbour].map((organisationId) =>
      reaches(known!.actor, "circles:manage", { organisationId }),
    );
    expect(may).toEqual([true, true, true, false]);
  });
  expect(sent).toHaveLength(1);
});

test("a role holds from its first day to its last, and not when it was ended at once", async () => {
  const { unit } = await places();
  const personId = await given(db).person();
  await given(db).role(
    personId,
    "developmentLeader",
    { organisation: unit },
    { valid_from: someDay, valid_to: someDay },
  );
  await given(db).role(
    personId,
    "registrar",
    { organisation: unit },
    { valid_from: someDay, valid_to: someDay, ended_at: now },
  );
  const grantsOn = async (day: Temporal.PlainDate) =>
    [...(await given(db).actor(personId, day)).reach.keys()].includes("circles:manage");
  expect(await grantsOn(someDay.subtract({ days: 1 }))).toBe(false);
  expect(await grantsOn(someDay)).toBe(true);
  expect(await grantsOn(tomorrow)).toBe(false);
  expect((await given(db).actor(personId)).reach.has("audit:read")).toBe(false);
});

test("membership of a body gives nobody a right over its members", async () => {
  const { unit, neighbour } = await places();
  const leader = await given(db).someone("developmentLeader", { organisation: unit });
  await db
    .insertInto("organisation_relation")
    .values({ id: newId<"organisation_relation">(), from_id: neighbour, to_id: unit, kind: "memberOf" })
    .execute();
  expect(reaches(await given(db).actor(leader.personId), "circles:manage", { organisationId: neighbour })).toBe(false);
});

test("nobody is known by an id that is nobody's", async () => {
  expect(await actorOf(db, newId<"person">(), someDay)).toBeUndefined();
});

test("a token may what it says, of what its owner may, until it is over or taken back", async () => {
  const { unit } = await places();
  const { personId } = await given(db).someone("developmentLeader", { organisation: unit });
  const token = async (name: string, over = {}) => {
    const values = {
      person_id: personId,
      name,
      token_hash: secretHash(name),
      scopes: ["circles:read", "audit:read"],
      expires_at: now.add({ hours: 1 }),
    };
    await db
      .insertInto("api_token")
      .values({ id: newId<"api_token">(), ...values, ...over })
      .execute();
    return actorOfToken(db, name, now);
  };
  const actor = await token("good");
  expect([...actor!.reach.keys()]).toEqual(["circles:read"]);
  expect(actor).toMatchObject({ via: "token", personId });
  expect(await token("over", { expires_at: now })).toBeUndefined();
  expect(await token("taken back", { revoked_at: now })).toBeUndefined();
  expect(await actorOfToken(db, "unknown", now)).toBeUndefined();
});

test("a leader sees those who have or have had a role with them, in Swedish order, and no one else", async () => {
  const { top, unit, neighbour } = await places();
  const leader = await given(db).someone("municipalCoordinator", { organisation: top }, { name: "Maja Ek" });
  const person = async (name: string, organisation: typeof top, over = {}) =>
    given(db).role(await given(db).person({ name }), "guest", { organisation }, over);
  await person("Åke Ö", unit);
  await person("Ada Ö", unit, { valid_to: someDay.subtract({ days: 1 }) });
  await person("Zoe Ö", neighbour);
  await given(db).person({ name: "Utan Roll" });

  const { rows, count } = await peoplePage(db, leader, {}, someDay);
  expect(rows.map(({ name }) => name)).toEqual(["Ada Ö", "Maja Ek", "Åke Ö"]);
  expect(count).toBe(3);
  expect(rows.map(({ roles }) => roles.map(({ role }) => role))).toEqual([[], ["municipalCoordinator"], ["guest"]]);
  expect((await peoplePage(db, leader, { typed: "åke" }, someDay)).rows.map(({ name }) => name)).toEqual(["Åke Ö"]);
  expect((await peoplePage(db, leader, { typed: "%" }, someDay)).count).toBe(0);
  expect((await peoplePage(db, await given(db).someone("guest", { organisation: unit }), {}, someDay)).count).toBe(0);
});

test("a list goes on after its last row, with as many statements whatever its length", async () => {
  const { unit } = await places();
  const leader = await given(db).someone("developmentLeader", { organisation: unit }, { name: "A" });
  for (const name of ["B", "B", "C", "D"])
    await given(db).role(await given(db).person({ name }), "guest", { organisation: unit });
  const names: string[] = [];
  let after: Awaited<ReturnType<typeof peoplePage>>["after"];
  do {
    const page = await peoplePage(db, leader, { after, limit: 2 }, someDay);
    names.push(...page.rows.map(({ name }) => name));
    after = page.after;
  } while (after);
  expect(names).toEqual(["A", "B", "B", "C", "D"]);
  expect(await statements(() => peoplePage(db, leader, {}, someDay))).toHaveLength(1);
});

test("a person's page shows the roles the reader looks after, and oneself all of one's own", async () => {
  const { unit, neighbour } = await places();
  const leader = await given(db).someone("developmentLeader", { organisation: unit });
  const personId = await given(db).person();
  await given(db).role(personId, "guest", { organisation: unit });
  await given(db).role(personId, "registrar", { organisation: neighbour });

  const seen = await personPage(db, leader, personId, someDay);
  expect(seen?.roles).toMatchObject([
    { role: "guest", path: expect.arrayContaining(["Mottagningen"]), can: { end: true } },
  ]);
  const own = await personPage(db, await given(db).actor(personId), personId, someDay);
  expect(own?.roles.map(({ role }) => role).toSorted()).toEqual(["guest", "registrar"]);
  expect(
    await personPage(
      db,
      await given(db).someone("developmentLeader", { organisation: await given(db).organisation() }),
      personId,
      someDay,
    ),
  ).toBeUndefined();
  expect(await personPage(db, leader, newId<"person">(), someDay)).toBeUndefined();
});

test("a round's leader is seen by those who look after the round's organisation", async () => {
  const { unit } = await places();
  const leader = await given(db).someone("developmentLeader", { organisation: unit });
  const { id: round } = await givenRounds(ownerDb).draft(unit, { title: "Barns delaktighet" });
  const researcher = await given(db).someone("circleLeader", { round }, { name: "Elin Forskare" });
  expect((await peoplePage(db, leader, { typed: "Elin" }, someDay)).rows).toMatchObject([
    { roles: [{ role: "circleLeader", place: "Barns delaktighet" }] },
  ]);
  expect((await personPage(db, leader, researcher.personId, someDay))?.roles).toMatchObject([
    { roundTitle: "Barns delaktighet", can: { end: true } },
  ]);
});

test("people spelled alike are found where one looks after them (R033)", async () => {
  const { unit, neighbour } = await places();
  const leader = await given(db).someone("developmentLeader", { organisation: unit });
  await given(db).role(await given(db).person({ name: "Kristina Carlsson" }), "guest", { organisation: unit });
  await given(db).role(await given(db).person({ name: "Christina Carlsson" }), "guest", { organisation: neighbour });
  expect((await peopleSpelledLike(db, leader, "Christina Karlsson")).map(({ name }) => name)).toEqual([
    "Kristina Carlsson",
  ]);
});

test("access is explained from the roles of the day, for a round, an organisation or everything", async () => {
  const { top, unit, neighbour } = await places();
  const personId = await given(db).person();
  await given(db).role(personId, "municipalCoordinator", { organisation: top });
  const { id: round, slug } = await givenRounds(ownerDb).draft(neighbour);
  await given(db).role(personId, "circleLeader", { round });
  const held = await accessOf(db, personId, someDay);

  const why = async (called: string) =>
    explainAccess(held, {
      grant: "circles:manage",
      thing: (await thingCalled(db, called)) ?? { organisationId: newId<"organisation">() },
    }).map(({ by }) => by.role);
  const slugOf = async (id: typeof unit) =>
    (await db.selectFrom("organisation").where("id", "=", id).select("slug").executeTakeFirstOrThrow()).slug;
  expect(await why(slug)).toEqual(["circleLeader"]);
  expect(await why(await slugOf(unit))).toEqual(["municipalCoordinator"]);
  expect(await why(await slugOf(neighbour))).toEqual([]);
  expect(await thingCalled(db, "nowhere")).toBeUndefined();
  expect(explainAccess(held).length).toBe(13);
});

test("the administrators of the installation get its mail, once each; those of an organisation, former and future ones do not", async () => {
  const { top } = await places();
  const named = (name: string) => given(db).person({ name, email: `${name}@example.se`, language: "en" });
  const [whole, local, former, future] = [
    await named("whole"),
    await named("local"),
    await named("former"),
    await named("future"),
  ];
  await given(db).role(whole, "administrator");
  await given(db).role(whole, "administrator", { organisation: top });
  await given(db).role(local, "administrator", { organisation: top });
  await given(db).role(former, "administrator", {}, { valid_to: someDay.subtract({ days: 1 }) });
  await given(db).role(future, "administrator", {}, { valid_from: tomorrow });
  expect(await administratorAddresses(db, someDay)).toContainEqual({ email: "whole@example.se", language: "en" });
  const emails = (await administratorAddresses(db, someDay)).map(({ email }) => email);
  expect(emails.filter((email) => /^(whole|local|former|future)@/.test(email))).toEqual(["whole@example.se"]);
});
