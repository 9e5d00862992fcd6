import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { given, someDay } from "../../../../../test/given.ts";
import { givenRegistrations } from "../../../../../test/given-registrations.ts";
import { givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { runJobs } from "../../../../../test/jobs.ts";
import { wholeDatabase } from "../../../../../test/given-two-people.ts";
import { personParts } from "../../../../person-parts.ts";
import type { Actor } from "#kernel/actor.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { forgetMerges, keepApart, mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { mergingJobs } from "#features/organisations/people/merging/jobs.ts";
import type { MergeId } from "#features/organisations/people/merging/person-merge.ts";
import { duplicatesPage, latestMerges, mergeShown } from "#features/organisations/people/merging/queries.ts";
import { actorOf, personWithAddress } from "#features/organisations/people/queries.ts";
import { peoplePage } from "#features/organisations/people/register/queries.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";

const { db, ownerDb } = await testDatabase();
const { person, role, someone, organisation, actor } = given(ownerDb);
const rounds = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const today = noon("2027-03-18");
const later = (days: number) => () => today().add({ hours: 24 * days });

const unit = await organisation({ name: "FoU Länet" });
const other = await organisation({ name: "FoU Väst" });
const admin = await someone("administrator");
const leader = await someone("developmentLeader", { organisation: unit });

const merge = (from: PersonId, to: PersonId, by: Actor = admin, now = today) =>
  mergePeople(db, by, now, { from, to }, personParts);
const undo = (mergeId: MergeId, by: Actor = admin, now = today) => undoMerge(db, by, now, mergeId, personParts);
const guest = async (over: Parameters<typeof person>[0] = {}, place = unit) => {
  const id = await person(over);
  await role(id, "guest", { organisation: place });
  return id;
};

async function refused(work: () => Promise<unknown>, expected: Record<string, unknown>) {
  const before = await wholeDatabase(ownerDb);
  await expect(work()).rejects.toMatchObject(expected);
  expect(await wholeDatabase(ownerDb)).toEqual(before);
}

const rolesOf = (personId: PersonId) =>
  ownerDb.selectFrom("role_assignment").where("person_id", "=", personId).orderBy("id").selectAll().execute();
const applicationOf = (id: RegistrationId) =>
  ownerDb.selectFrom("registration").where("id", "=", id).selectAll().executeTakeFirstOrThrow();

describe("a merge", () => {
  test("gathers the roles; one that both hold is held once, and the other stays as history", async () => {
    const [from, to] = [await guest(), await guest()];
    await role(from, "unitManager", { organisation: unit });
    await merge(from, to, leader);
    expect(await rolesOf(from)).toEqual([]);
    const held = await rolesOf(to);
    expect(held.map((each) => [each.role, each.ended_at === null])).toEqual([
      ["guest", false],
      ["guest", true],
      ["unitManager", true],
    ]);
    expect(held[0]?.valid_to).toEqual(someDay);
  });

  test("lets the address lead to whoever is kept, and nobody act as the other", async () => {
    const [from, to] = [await guest({ email: "gammal@example.se" }), await guest({ email: "ny@example.se" })];
    await merge(from, to);
    expect(await personWithAddress(db, "gammal@example.se")).toMatchObject({ id: to });
    expect(await actorOf(db, from, someDay)).toBeUndefined();
    const listed = await peoplePage(db, admin, { typed: "example.se" }, someDay);
    expect(listed.rows.map(({ id }) => id)).not.toContain(from);
    expect(listed.rows.map(({ id }) => id)).toContain(to);
  });

  test("gives whoever has no address the other's", async () => {
    const [from, to] = [await guest({ email: "enda@example.se" }), await guest({ email: null, phone: null })];
    const { mergeId } = await merge(from, to);
    expect(await personWithAddress(db, "enda@example.se")).toMatchObject({ id: to });
    await undo(mergeId);
    expect(await personWithAddress(db, "enda@example.se")).toMatchObject({ id: from });
  });

  test("goes on with one application of two, with the place and the earliest number", async () => {
    const round = await rounds.published(unit, { hard_capacity: 1, target_capacity: 1 });
    const early = await circle.confirmed(round.id, { email: "alva@example.se" });
    const late = await circle.confirmed(round.id, { email: "alva.ek@example.se" });
    const waiting = await circle.confirmed(round.id);
    const [from, to] = [(await applicationOf(early.id)).person_id!, (await applicationOf(late.id)).person_id!];
    await merge(from, to, leader);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 merged", "3 waitlisted"]);
    expect(await applicationOf(early.id)).toMatchObject({ person_id: to, state: "placed" });
    expect(await circle.stateOf(waiting.id)).toBe("waitlisted");
  });

  test("tells both addresses by mail, with an answer that reaches whoever merged", async () => {
    const [from, to] = [await guest({ email: "m1@example.se" }), await guest({ email: "m2@example.se" })];
    const { mergeId } = await merge(from, to, leader);
    await runJobs(db, mergingJobs, { now: today });
    const mails = ownerDb.selectFrom("mail").where("about", "=", mergeId).orderBy("to_address");
    expect(await mails.select(["to_address", "reply_to_name"]).execute()).toEqual([
      { to_address: "m1@example.se", reply_to_name: leader.name },
      { to_address: "m2@example.se", reply_to_name: leader.name },
    ]);
  });

  test("is refused with oneself, of somebody unknown, twice, and of the one who is signed in", async () => {
    const [from, to, third] = [await guest(), await guest(), await guest()];
    await refused(() => merge(from, from), { kind: "invalid", code: "people.merge.same" });
    await refused(() => merge(newId<"person">(), to), { kind: "not_found" });
    await refused(() => merge(admin.personId, to), { code: "people.merge.yourself" });
    await merge(from, to);
    await refused(() => merge(from, to), { kind: "conflict", code: "people.merge.merged_already" });
    await refused(() => merge(from, third), { code: "people.merge.merged_already" });
    await refused(() => merge(third, from), { code: "people.merge.merged_already" });
  });

  test("of two at once happens once, whichever way round", async () => {
    const [one, two, three] = [await guest(), await guest(), await guest()];
    const outcomes = await Promise.allSettled([merge(one, two), merge(two, one), merge(one, three), merge(one, two)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = outcomes.flatMap((each) => (each.status === "rejected" ? [(each.reason as Refusal).code] : []));
    expect(new Set(codes)).toEqual(new Set(["people.merge.merged_already"]));
  });
});

describe("who may merge", () => {
  test("whoever manages people in all places of both; a place more and it is forbidden", async () => {
    const [from, to] = [await guest(), await guest()];
    await role(from, "guest", { organisation: other });
    await refused(() => merge(from, to, leader), { kind: "forbidden", code: "people.merge.not_everywhere" });
    await merge(from, to, admin);
  });

  test("nobody merges a person of another's into sight: they are not there", async () => {
    const [mine, theirs] = [await guest(), await guest({}, other)];
    await refused(() => merge(theirs, mine, leader), { kind: "not_found" });
    const nowhere = await person();
    await refused(() => merge(nowhere, mine, leader), { kind: "not_found" });
  });

  test("nobody takes over, by an entry of their own, a role they could not have given", async () => {
    const puppet = await guest();
    const above = await person();
    await role(above, "administrator", { organisation: unit });
    await refused(() => merge(above, puppet, leader), { kind: "forbidden" });
  });

  test("those who have only applied, by whoever looks after the round", async () => {
    const round = await rounds.published(unit);
    const [from, to] = [await person(), await person()];
    for (const person_id of [from, to]) await rounds.registration(round.id, { person_id, state: "withdrawn" });
    await merge(from, to, leader);
    const elsewhere = await rounds.published(other);
    await rounds.registration(elsewhere.id, { person_id: to });
    const mine = await guest();
    await refused(() => merge(to, mine, leader), { kind: "forbidden" });
  });
});

describe("undone", () => {
  test("what has come or been changed since stays, and is told", async () => {
    const [from, to] = [await guest(), await person()];
    const { mergeId } = await merge(from, to);
    const since = await role(to, "unitManager", { organisation: unit });
    await ownerDb
      .updateTable("role_assignment")
      .set({ person_id: leader.personId })
      .where("role", "=", "guest")
      .where("person_id", "=", to)
      .execute();
    expect(await undo(mergeId)).toEqual({ leftBehind: [{ kind: "role", why: "changed", count: 1 }] });
    expect((await rolesOf(to)).map(({ id }) => id)).toEqual([since]);
    expect(await mergeShown(db, admin, mergeId, today(), someDay)).toMatchObject({
      whyNot: "undone_already",
      leftBehind: [{ kind: "role", why: "changed", count: 1 }],
    });
  });

  test("a place that somebody else has been given does not come back; the application stays merged", async () => {
    const round = await rounds.published(unit, { hard_capacity: 2, target_capacity: 2 });
    const [one, two, waiting] = await circle.queue(round.id, 3);
    const [from, to] = [(await applicationOf(two!)).person_id!, (await applicationOf(one!)).person_id!];
    const { mergeId } = await merge(from, to);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 merged", "3 offered"]);
    expect(await undo(mergeId)).toEqual({ leftBehind: [{ kind: "registration", why: "seat_taken", count: 1 }] });
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 merged", "3 offered"]);
    expect(await circle.stateOf(waiting!)).toBe("offered");
  });

  test("a seat nobody else waited for comes back", async () => {
    const round = await rounds.published(unit, { hard_capacity: 2, target_capacity: 2 });
    const [one, two] = await circle.queue(round.id, 2);
    const { mergeId } = await merge((await applicationOf(one!)).person_id!, (await applicationOf(two!)).person_id!);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 merged"]);
    await undo(mergeId);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 placed"]);
  });

  test("once, within thirty days, the latest first, by whoever may merge", async () => {
    const [a, b, c] = [await guest(), await guest(), await guest()];
    const first = await merge(a, b);
    const second = await merge(b, c, admin, later(1));
    await refused(() => undo(first.mergeId), { code: "people.merge.later_first" });
    await refused(() => undo(newId<"person_merge">()), { kind: "not_found" });
    const stranger = await someone("developmentLeader", { organisation: other });
    await refused(() => undo(second.mergeId, stranger), { kind: "not_found" });
    await role(c, "guest", { organisation: other });
    await refused(() => undo(second.mergeId, leader), { kind: "forbidden" });
    await undo(second.mergeId, admin, later(2));
    await refused(() => undo(second.mergeId), { code: "people.merge.undone_already" });
    await refused(() => undo(first.mergeId, admin, later(31)), { code: "people.merge.too_late" });
    await undo(first.mergeId, admin, later(29));
  });

  test("twice at once happens once", async () => {
    const { mergeId } = await merge(await guest(), await guest());
    const outcomes = await Promise.allSettled([undo(mergeId), undo(mergeId)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("forgotten after thirty days: what was remembered is erased with the ways in that were left", async () => {
    const [from, to] = [await guest({ email: "glom@example.se" }), await guest()];
    const key = { id: newId<"sign_in_account">(), account_id: from, provider_id: "credential", updated_at: today() };
    await ownerDb
      .insertInto("sign_in_account")
      .values({ ...key, person_id: from, password: "hash" })
      .execute();
    const { mergeId } = await merge(from, to);
    await eraseDue(db, "personMerge", dueAt(later(31)(), 30), forgetMerges);
    expect(await ownerDb.selectFrom("remembered_row").where("occasion", "=", mergeId).selectAll().execute()).toEqual(
      [],
    );
    expect(await ownerDb.selectFrom("sign_in_account").where("person_id", "=", from).selectAll().execute()).toEqual([]);
    expect(await personWithAddress(db, "glom@example.se")).toMatchObject({ id: to });
    await refused(() => undo(mergeId, admin, later(2)), { code: "people.merge.too_late" });
  });
});

describe("who may be one person", async () => {
  const ward = await organisation({ name: "Familjeenheten" });
  const coordinator = await someone("municipalCoordinator", { organisation: ward }, { name: "Ture Vik" });
  const proposed = async (by: Actor, of: readonly PersonId[]) =>
    (await duplicatesPage(db, by, someDay, 200)).pairs.filter(
      ({ one, other: b }) => of.includes(one.id) && of.includes(b.id),
    );

  test("is proposed to those who look after both, with what speaks for and against, until it is decided (R033)", async () => {
    const one = await guest({ name: "Kristina Carlson", title: "Chef" }, ward);
    const two = await guest({ name: "Christina Karlsson", title: "Handläggare" }, ward);
    const [pair] = await proposed(coordinator, [one, two]);
    expect(pair).toMatchObject({
      speaksFor: ["spelling", "organisation"],
      speaksAgainst: ["title"],
      can: { merge: true },
    });
    const stranger = await someone("developmentLeader", { organisation: other });
    expect(await proposed(stranger, [one, two])).toEqual([]);
    await refused(() => keepApart(db, stranger, today, { one, other: two }), { kind: "not_found" });

    await keepApart(db, coordinator, today, { one: two, other: one });
    expect(await proposed(coordinator, [one, two])).toEqual([]);
    await keepApart(db, coordinator, today, { one, other: two });
  });

  test("those who were found to be two stay two when one of them is merged, and when a merge is undone", async () => {
    const name = "Ulrika Fors";
    const [one, two, three] = [await guest({ name }, ward), await guest({ name }, ward), await guest({ name }, ward)];
    await keepApart(db, coordinator, today, { one, other: two });
    const { mergeId } = await merge(one, three, coordinator);
    expect(await proposed(coordinator, [one, two, three])).toEqual([]);
    expect((await latestMerges(db, coordinator, today(), three)).map(({ id }) => id)).toEqual([mergeId]);
    await undo(mergeId, coordinator);
    expect(await proposed(coordinator, [one, three])).toEqual([]);
    expect(await proposed(coordinator, [two, three])).toHaveLength(1);
  });

  test("a role elsewhere is not shown to whoever does not look after that place", async () => {
    const [one, two] = [await guest({ name: "Viola Alm" }, ward), await guest({ name: "Viola Alm" }, ward)];
    await role(one, "unitManager", { organisation: other });
    const [pair] = await proposed(coordinator, [one, two]);
    expect([pair?.one.roles.length, pair?.other.roles.length, pair?.can.merge]).toEqual([1, 1, false]);
  });
});

test("whoever acts as the one who is kept has what both had", async () => {
  const [from, to] = [await person(), await person()];
  await role(from, "developmentLeader", { organisation: other });
  await role(to, "developmentLeader", { organisation: unit });
  await merge(from, to);
  expect((await actor(to)).reach.get("people:manage")?.organisations).toEqual(new Set([unit, other]));
});
