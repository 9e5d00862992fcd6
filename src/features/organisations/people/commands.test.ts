import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { givenRounds, noon } from "../../../../test/given-rounds.ts";
import { runJobs } from "../../../../test/jobs.ts";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { catalogues } from "#catalogues.ts";
import { translators } from "#platform/web/translate.ts";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { changeOwnDetails, createAccount, grantRole, invitePerson } from "#features/organisations/people/commands.ts";
import { endRole } from "#features/organisations/people/role-end/commands.ts";
import { organisationJobs } from "#features/organisations/people/jobs.ts";
import { Invitation } from "#features/organisations/people/person.ts";
import { rolesOf } from "#features/organisations/people/queries.ts";
import { organisationCalled } from "#features/organisations/queries.ts";

const { db, ownerDb } = await testDatabase();
const now = noon("2027-03-18");
const day = (written: string) => Temporal.PlainDate.from(written);
const unitWithLeader = async () => {
  const unit = await given(db).organisation({ name: `FoU ${newId().slice(-6)}` });
  return { unit, leader: await given(db).someone("developmentLeader", { organisation: unit }) };
};
const address = () => `kollega-${newId().slice(-8)}@example.se`;
const invite = (actor: Actor, organisationId: OrganisationId | undefined, over: Partial<Invitation> = {}) =>
  invitePerson(db, actor, now, {
    name: `Sam ${newId().slice(-8)}`,
    email: address(),
    role: "guest",
    organisationId,
    anotherPerson: true,
    ...over,
  });

const everything = async () => ({
  people: await db.selectFrom("person").selectAll().orderBy("id").execute(),
  roles: await db.selectFrom("role_assignment").selectAll().orderBy("id").execute(),
  records: await db.selectFrom("audit_record").select("id").orderBy("id").execute(),
  jobs: await jobsWaiting(),
});
const jobsWaiting = async () => (await sql`select id from pgboss.job order by id`.execute(ownerDb)).rows;
const recorded = async (about: string) =>
  db.selectFrom("audit_record").where("about", "=", about).select(["what", "organisation_id"]).orderBy("id").execute();

/** A refusal with its code, after which nothing is different: no person, no role, no mail on its way, no record. */
async function refused(work: () => Promise<unknown>, expected: object) {
  const before = await everything();
  await expect(work()).rejects.toMatchObject(expected);
  expect(await everything()).toEqual(before);
}

test("somebody new gets a role, a mail that tells how to come in, and no password", async () => {
  const { unit, leader } = await unitWithLeader();
  const email = address();
  const { personId, assignmentId } = await invite(leader, unit, {
    name: "Ylva Dahl",
    email,
    role: "developmentLeader",
  });
  expect(await rolesOf(db, personId, someDay)).toMatchObject([
    { role: "developmentLeader", organisationId: unit, validFrom: someDay, validTo: null, tense: "present" },
  ]);
  expect(await recorded(personId)).toEqual([{ what: "organisations.person_invited", organisation_id: unit }]);

  await runJobs(db, organisationJobs, { now, translate: translators(catalogues) });
  const mails = await db.selectFrom("mail").where("to_address", "=", email).selectAll().execute();
  expect(mails).toMatchObject([
    {
      subject: "Du är inbjuden till Sammanvägt som Regional utvecklingsledare",
      about: assignmentId,
      reply_to_name: "Maja Ek",
    },
  ]);
  expect(mails[0]?.body_text).toContain("https://cirklar.example.se/logga-in");
});

test("an invitation that was taken back before it was mailed is not mailed", async () => {
  const { unit, leader } = await unitWithLeader();
  const email = address();
  const { assignmentId } = await invite(leader, unit, { email });
  await endRole(db, leader, now, assignmentId, {});
  await runJobs(db, organisationJobs, { now });
  expect(await db.selectFrom("mail").where("to_address", "=", email).selectAll().execute()).toEqual([]);
});

test("somebody known by the address gets the role beside those they have, and keeps their name; the answer is the same", async () => {
  const { unit, leader } = await unitWithLeader();
  const elsewhere = await given(db).organisation();
  const email = address();
  const personId = await given(db).person({ name: "Ida Forsberg", email });
  await given(db).role(personId, "unitManager", { organisation: elsewhere });

  const answer = await invite(leader, unit, {
    name: "Idha F",
    email: Invitation.shape.email.parse(` ${email.toUpperCase()} `),
  });
  expect(Object.keys(answer)).toEqual(["personId", "assignmentId"]);
  expect(answer.personId).toBe(personId);
  expect((await rolesOf(db, personId, someDay)).map(({ role }) => role).toSorted()).toEqual(["guest", "unitManager"]);
  expect(await db.selectFrom("person").where("email", "=", email).select("name").execute()).toEqual([
    { name: "Ida Forsberg" },
  ]);
});

test("whoever may not invite there gets the same answer for a known address and an unknown one", async () => {
  const { unit } = await unitWithLeader();
  const { leader: stranger } = await unitWithLeader();
  const email = address();
  await given(db).person({ email });
  const expected = { kind: "forbidden", code: "organisations.not_yours_to_invite", details: {} };
  await refused(() => invite(stranger, unit, { email }), expected);
  await refused(() => invite(stranger, unit), expected);
  await refused(() => invite(stranger, undefined, { email, role: "administrator" }), expected);
});

test("nobody gives more than they hold", async () => {
  const { unit, leader } = await unitWithLeader();
  await refused(() => invite(leader, unit, { role: "administrator" }), {
    kind: "forbidden",
    code: "organisations.more_than_you_hold",
  });
  await refused(() => invite(leader, unit, { role: "registrar" }), {
    kind: "forbidden",
    code: "organisations.more_than_you_hold",
  });
});

test("a role is held where it makes sense, in a place that is there, with days in order", async () => {
  const { unit, leader } = await unitWithLeader();
  const admin = await given(db).someone("administrator");
  await refused(() => invite(admin, undefined, { role: "unitManager" }), {
    kind: "invalid",
    problems: [{ path: "role", code: "organisations.role_not_there" }],
  });
  await refused(() => invite(admin, newId<"organisation">()), {
    kind: "not_found",
    code: "organisations.no_such_organisation",
  });
  await refused(() => invite(leader, unit, { validFrom: day("2027-05-01"), validTo: day("2027-04-30") }), {
    kind: "invalid",
    problems: [{ path: "validTo", code: "organisations.ends_before_it_begins" }],
  });
  await refused(() => invite(leader, unit, { hostOrganisationId: newId<"organisation">() }), {
    kind: "invalid",
    problems: [{ path: "hostOrganisationId" }],
  });
});

test("a name that may be another spelling of somebody is asked about once (R033)", async () => {
  const { unit, leader } = await unitWithLeader();
  await invite(leader, unit, { name: "Christina Karlsson", email: "christina.k@example.se" });
  const again = { name: "Kristina Carlsson", email: address(), anotherPerson: false };
  await refused(() => invite(leader, unit, again), {
    kind: "conflict",
    code: "organisations.spelled_alike",
    details: { names: "Christina Karlsson (christina.k@example.se)" },
  });
  const { personId } = await invite(leader, unit, { ...again, anotherPerson: true });
  expect(await rolesOf(db, personId, someDay)).toHaveLength(1);
});

test("somebody spelled alike where the inviter has no business is not told of", async () => {
  const { unit, leader } = await unitWithLeader();
  const { unit: elsewhere } = await unitWithLeader();
  await given(db).role(await given(db).person({ name: "Birgitta Nyström" }), "guest", { organisation: elsewhere });
  await expect(invite(leader, unit, { name: "Birgita Nyström", anotherPerson: false })).resolves.toBeDefined();
});

test("two invitations of one new address at once make one person", async () => {
  const { unit, leader } = await unitWithLeader();
  const email = address();
  const outcomes = await Promise.all([
    invite(leader, unit, { email, role: "guest" }),
    invite(leader, unit, { email, role: "participant" }),
  ]);
  expect(new Set(outcomes.map(({ personId }) => personId)).size).toBe(1);
});

test("a circle leader gets their round and nothing else of the organisation", async () => {
  const { unit, leader } = await unitWithLeader();
  const { id: round } = await givenRounds(ownerDb).draft(unit);
  const { personId } = await invitePerson(db, leader, now, {
    name: "Elin Forskare",
    email: address(),
    role: "circleLeader",
    roundId: round,
  });
  const actor = await given(db).actor(personId);
  expect([...(actor.reach.get("circles:manage")?.things ?? [])]).toEqual([round]);
  expect(actor.reach.get("circles:manage")?.organisations.size).toBe(0);
});

test("one person may have several roles, employed by another organisation, with a share of full time (R032)", async () => {
  const { unit, leader } = await unitWithLeader();
  const host = await given(db).organisation({ name: `FoU-centrum ${newId().slice(-6)}` });
  const { personId } = await invite(leader, unit, { role: "developmentLeader", hostOrganisationId: host, fte: 0.117 });
  await grantRole(db, leader, now, personId, {
    role: "participant",
    organisationId: unit,
    validFrom: day("2027-09-01"),
  });
  expect(await rolesOf(db, personId, someDay)).toMatchObject([
    { role: "participant", tense: "future" },
    { role: "developmentLeader", fte: 0.117, tense: "present" },
  ]);
  expect(await recorded(personId)).toMatchObject([
    { what: "organisations.person_invited" },
    { what: "organisations.role_granted" },
  ]);
});

test("the same role in the same place is held once at a time, and again after it has ended", async () => {
  const { unit, leader } = await unitWithLeader();
  const { personId, assignmentId } = await invite(leader, unit, { role: "guest" });
  const again = (over = {}) => grantRole(db, leader, now, personId, { role: "guest", organisationId: unit, ...over });
  await refused(() => again(), { kind: "conflict", code: "organisations.role_held" });
  await endRole(db, leader, now, assignmentId, { lastDay: day("2027-05-31") });
  await refused(() => again({ validFrom: day("2027-05-31") }), { kind: "conflict", code: "organisations.role_held" });
  await again({ validFrom: day("2027-06-01") });
});

test("a role cannot be given to somebody the giver has no business with", async () => {
  const { unit, leader } = await unitWithLeader();
  const { personId } = await given(db).someone("guest", { organisation: await given(db).organisation() });
  await refused(() => grantRole(db, leader, now, personId, { role: "guest", organisationId: unit }), {
    kind: "not_found",
    code: "organisations.no_such_person",
  });
});

test("the command line opens the first administrator's account, and one in an organisation by its code", async () => {
  const { personId } = await createAccount(db, machineOwner, now, {
    name: "Alva Lind",
    email: address(),
    role: "administrator",
  });
  expect((await given(db).actor(personId)).reach.get("instance:administer")?.everywhere).toBe(true);
  expect(
    await db.selectFrom("audit_record").where("about", "=", personId).select(["what", "via", "person_id"]).execute(),
  ).toEqual([{ what: "organisations.account_created", via: "operator", person_id: null }]);

  const unit = await given(db).organisation({ name: "FoU Koden", slug: "fou-koden" });
  const organisation = await organisationCalled(db, "fou-koden");
  const leader = await createAccount(db, machineOwner, now, {
    name: "Bo Ek",
    email: address(),
    role: "developmentLeader",
    organisationId: organisation?.id,
  });
  expect([...((await given(db).actor(leader.personId)).reach.get("circles:manage")?.organisations ?? [])]).toEqual([
    unit,
  ]);

  const plain = await createAccount(db, machineOwner, now, { name: "Cim Ek", email: address() });
  expect(await rolesOf(db, plain.personId, someDay)).toEqual([]);
});

test("an account is refused for an address that has one, a role without its place, and anyone but the machine's owner", async () => {
  const email = address();
  await given(db).person({ email });
  await refused(() => createAccount(db, machineOwner, now, { name: "Två", email }), {
    kind: "conflict",
    code: "organisations.address_taken",
  });
  await refused(() => createAccount(db, machineOwner, now, { name: "Två", email: address(), role: "unitManager" }), {
    kind: "invalid",
  });
  const { leader } = await unitWithLeader();
  await refused(() => createAccount(db, leader, now, { name: "Två", email }), {
    kind: "forbidden",
    code: "organisations.not_yours_to_invite",
  });
});

test("people change what is said about themselves, and nobody in particular changes nothing", async () => {
  const personId = await given(db).person({ name: "Gammalt Namn" });
  await changeOwnDetails(db, await given(db).actor(personId), {
    name: "Nytt Namn",
    phone: "0500-12 34 56",
    title: undefined,
    language: "en",
  });
  expect(
    await db.selectFrom("person").where("id", "=", personId).select(["name", "phone", "title", "language"]).execute(),
  ).toEqual([{ name: "Nytt Namn", phone: "0500-12 34 56", title: null, language: "en" }]);
  expect(await recorded(personId)).toMatchObject([{ what: "organisations.details_changed" }]);
  await refused(() => changeOwnDetails(db, machineOwner, { name: "Nytt", language: "sv" }), {
    kind: "forbidden",
    code: "organisations.nobody_in_particular",
  });
});
