import { expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { given, someDay } from "../../../../../test/given.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import type { Actor } from "#kernel/actor.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import type { RoleAssignmentId } from "#features/organisations/people/person.ts";
import { rolesOf } from "#features/organisations/people/queries.ts";
import { endRole } from "#features/organisations/people/role-end/commands.ts";

const { db, ownerDb } = await testDatabase();
const now = noon("2027-03-18");
const day = (written: string) => Temporal.PlainDate.from(written);

const unitWithLeader = async () => {
  const unit = await given(db).organisation({ name: `FoU ${newId().slice(-6)}` });
  return { unit, leader: await given(db).someone("developmentLeader", { organisation: unit }) };
};
const colleague = async (organisation: OrganisationId, over: { valid_from?: Temporal.PlainDate } = {}) => {
  const personId = await given(db).person();
  return { personId, assignmentId: await given(db).role(personId, "developmentLeader", { organisation }, over) };
};
const recorded = async (about: string) =>
  db.selectFrom("audit_record").where("about", "=", about).select(["what", "organisation_id"]).orderBy("id").execute();
const everything = async () => ({
  roles: await db.selectFrom("role_assignment").selectAll().orderBy("id").execute(),
  records: await db.selectFrom("audit_record").select("id").orderBy("id").execute(),
});

/** A refusal with its code, after which nothing is different. */
async function refused(work: () => Promise<unknown>, expected: object) {
  const before = await everything();
  await expect(work()).rejects.toMatchObject(expected);
  expect(await everything()).toEqual(before);
}

test("a role that is ended at once gives nothing more the same day; one with a last day lasts it out", async () => {
  const { unit, leader } = await unitWithLeader();
  const one = await colleague(unit);
  const other = await colleague(unit);
  await endRole(db, leader, now, one.assignmentId, {});
  await endRole(db, leader, now, other.assignmentId, { lastDay: someDay });

  expect((await given(db).actor(one.personId)).reach.size).toBe(0);
  expect((await given(db).actor(other.personId)).reach.size).toBeGreaterThan(0);
  expect((await given(db).actor(other.personId, someDay.add({ days: 1 }))).reach.size).toBe(0);
  expect(await rolesOf(db, one.personId, someDay)).toMatchObject([{ tense: "past", validTo: someDay }]);
  expect(await recorded(one.personId)).toEqual([{ what: "organisations.role_ended", organisation_id: unit }]);
});

test("a role that had not begun is ended without ever holding", async () => {
  const { unit, leader } = await unitWithLeader();
  const { personId, assignmentId } = await colleague(unit, { valid_from: day("2027-09-01") });
  await endRole(db, leader, now, assignmentId, {});
  expect((await given(db).actor(personId, day("2027-09-01"))).reach.size).toBe(0);
});

test("ending is refused to strangers, twice, before today, and for what one could not give", async () => {
  const { unit, leader } = await unitWithLeader();
  const { leader: stranger } = await unitWithLeader();
  const { assignmentId } = await colleague(unit);
  const administratorHere = await given(db).role(await given(db).person(), "administrator", { organisation: unit });
  await refused(() => endRole(db, stranger, now, assignmentId, {}), {
    kind: "not_found",
    code: "organisations.no_such_role",
  });
  await refused(() => endRole(db, leader, now, newId<"role_assignment">(), {}), {
    kind: "not_found",
    code: "organisations.no_such_role",
  });
  await refused(() => endRole(db, leader, now, administratorHere, {}), {
    kind: "forbidden",
    code: "organisations.not_yours_to_end",
  });
  await refused(() => endRole(db, leader, now, assignmentId, { lastDay: day("2027-03-17") }), {
    kind: "invalid",
    problems: [{ path: "lastDay", code: "organisations.last_day_past" }],
  });
  await endRole(db, leader, now, assignmentId, {});
  await refused(() => endRole(db, leader, now, assignmentId, {}), {
    kind: "conflict",
    code: "organisations.role_over",
  });
});

test("everyone may lay down a role of their own", async () => {
  const { unit } = await unitWithLeader();
  const registrar = await given(db).someone("registrar", { organisation: unit });
  const [held] = await rolesOf(db, registrar.personId, someDay);
  await endRole(db, registrar, now, held!.id, {});
  expect((await given(db).actor(registrar.personId)).reach.size).toBe(0);
});

test("eight administrators who end each other in the same moment, in a ring, leave one", async () => {
  await ownerDb.deleteFrom("role_assignment").where("role", "=", "administrator").execute();
  const ring: { actor: Actor; assignmentId: RoleAssignmentId }[] = [];
  for (let i = 0; i < 8; i += 1) {
    const personId = await given(db).person();
    const assignmentId = await given(db).role(personId, "administrator");
    ring.push({ actor: await given(db).actor(personId), assignmentId });
  }
  const ending = ring.map(({ actor }, i) => endRole(db, actor, now, ring[(i + 1) % ring.length]!.assignmentId, {}));
  const refusals = (await Promise.allSettled(ending)).filter(({ status }) => status === "rejected");
  expect(refusals).toMatchObject([{ reason: { code: "organisations.last_administrator" } }]);
  const left = await db
    .selectFrom("role_assignment")
    .where("role", "=", "administrator")
    .where("ended_at", "is", null)
    .select("id")
    .execute();
  expect(left).toHaveLength(1);
});

test("the last administrator stays, also beside one who is on the way out", async () => {
  await ownerDb.deleteFrom("role_assignment").where("role", "=", "administrator").execute();
  const personId = await given(db).person();
  const last = await given(db).role(personId, "administrator");
  await given(db).role(await given(db).person(), "administrator", {}, { valid_to: day("2027-12-31") });
  const admin = await given(db).actor(personId);
  await refused(() => endRole(db, admin, now, last, {}), {
    kind: "conflict",
    code: "organisations.last_administrator",
  });
  await refused(() => endRole(db, admin, now, last, { lastDay: day("2028-01-31") }), {
    kind: "conflict",
    code: "organisations.last_administrator",
  });
});
