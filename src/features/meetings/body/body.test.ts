import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { given } from "../../../../test/given.ts";
import { actorWith, day, noon } from "../../../../test/given-rounds.ts";
import { type Actor, nobody } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { mayNoteNaming, mayReadWorkingMinutes, mayRunBody } from "#features/meetings/body/body-policy.ts";
import { BodyChange, Charter, NewBody, Rest, Restart } from "#features/meetings/body/charter.ts";
import { addBody, changeBody, restartBody, restBody, writeCharter } from "#features/meetings/body/commands.ts";
import { addMembers, endMember } from "#features/meetings/body/members/commands.ts";
import { isMemberOn, NewMembers } from "#features/meetings/body/members/member.ts";
import { membersOfBody } from "#features/meetings/body/members/queries.ts";
import { bodyCalled, dormanciesOf, tasksOf } from "#features/meetings/body/queries.ts";
import { bodiesListed } from "#features/meetings/body/register/queries.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone, person } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");
const today = day("2027-03-18");
const unit = await organisation({ name: "FoU Länet" });
const keeper = await someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
const elsewhere = await someone("developmentLeader", { organisation: await organisation({ name: "FoU Väst" }) });
const as = (personId: PersonId): Actor => ({ ...nobody, personId, name: "Någon", via: "session" });

const network = (over: object = {}) =>
  NewBody.parse({ kind: "network", name: "Nätverket", organisationId: unit, ...over });
const changed = (version: number, over: object = {}) =>
  BodyChange.parse({ kind: "network", name: "Nätverket", version, ...over });
const row = (id: string) =>
  ownerDb
    .selectFrom("body")
    .where("id", "=", id as never)
    .selectAll()
    .executeTakeFirstOrThrow();

describe("a body", () => {
  test("is begun by whoever keeps bodies in the organisation and by nobody else, each with an address of its own (R058)", async () => {
    const { slug } = await addBody(db, keeper, now, network({ name: "Rådet för kunskap" }));
    const twin = await addBody(db, keeper, now, network({ name: "Rådet för kunskap" }));
    expect([slug, twin.slug]).toEqual(["radet-for-kunskap", "radet-for-kunskap-2"]);
    const before = await ownerDb.selectFrom("body").select("id").execute();
    for (const stranger of [elsewhere, as(await person()), actorWith(["circles:manage"])])
      await expect(addBody(db, stranger, now, network())).rejects.toMatchObject({ code: "body.not_yours_to_keep" });
    expect(await ownerDb.selectFrom("body").select("id").execute()).toHaveLength(before.length);
  });

  test("has no address that leads to another page", async () => {
    const { slug } = await addBody(db, keeper, now, network({ name: "Ny" }));
    expect(slug).toBe("ny-2");
  });

  test("is changed by its keeper, chair and secretary; a member is refused, and it stays as it was", async () => {
    const { id } = await addBody(db, keeper, now, network());
    const [chair, secretary, member] = [await person(), await person(), await person()];
    await meetings.sits(id, chair, "chair");
    await meetings.sits(id, secretary, "secretary");
    await meetings.sits(id, member, "member");
    await changeBody(db, keeper, now, id, changed(1));
    await changeBody(db, as(chair), now, id, changed(2));
    await changeBody(db, as(secretary), now, id, changed(3, { mandate: "Avgifter" }));
    for (const other of [as(member), elsewhere, as(await person())])
      await expect(changeBody(db, other, now, id, changed(4, { mandate: null }))).rejects.toMatchObject({
        kind: "forbidden",
      });
    expect(await row(id)).toMatchObject({ mandate: "Avgifter", version: 4 });
  });

  test("keeps what somebody else wrote meanwhile: whoever read an older version is told", async () => {
    const { id } = await addBody(db, keeper, now, network());
    await changeBody(db, keeper, now, id, changed(1, { purpose: "Det första" }));
    await expect(changeBody(db, keeper, now, id, changed(1, { purpose: "Det andra" }))).rejects.toMatchObject({
      code: "body.changed_meanwhile",
    });
    await expect(writeCharter(db, keeper, now, id, Charter.parse({ version: 1 }))).rejects.toMatchObject({
      code: "body.changed_meanwhile",
    });
    expect(await row(id)).toMatchObject({ purpose: "Det första", version: 2 });
  });

  test("is changed by one of two who write at once", async () => {
    const { id } = await addBody(db, keeper, now, network());
    const outcomes = await Promise.allSettled(
      ["A", "B"].map((purpose) => changeBody(db, keeper, now, id, changed(1, { purpose }))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await row(id)).version).toBe(2);
  });

  test("counts a number or a share for its quorum, and neither when nobody is counted", () => {
    const says = (over: object) => NewBody.safeParse({ ...network(), ...over }).success;
    expect(says({ quorumOf: "municipalities", quorumPercent: "50" })).toBe(true);
    expect(says({ quorumOf: "persons", quorumCount: 5 })).toBe(true);
    expect(says({ quorumOf: "persons", quorumCount: 5, quorumPercent: 50 })).toBe(false);
    expect(says({ quorumOf: "persons" })).toBe(false);
    expect(says({ quorumPercent: 50 })).toBe(false);
  });

  test("takes no personal identity number in any of its texts", () => {
    for (const name of ["name", "purpose", "mandate", "substituteRule"])
      expect(NewBody.safeParse({ ...network(), [name]: "191212121212" }).success).toBe(false);
    for (const name of ["text", "goal"])
      expect(Charter.safeParse({ version: 1, tasks: [{ text: "Något", [name]: "191212121212" }] }).success).toBe(false);
  });
});

test("a charter tells which goal each task serves, and which questions are open (R060, R064)", async () => {
  const { id } = await addBody(db, keeper, now, network());
  const tasks = [
    { text: "Hålla kontakt med FoU-miljöer", goal: "Avsiktsförklaringen, punkt 3" },
    { text: "och …?", isOpen: "on" },
  ];
  await writeCharter(db, keeper, now, id, Charter.parse({ version: "1", tasks }));
  expect(await tasksOf(db, id)).toEqual([
    { text: "Hålla kontakt med FoU-miljöer", goal: "Avsiktsförklaringen, punkt 3", isOpen: false },
    { text: "och …?", goal: null, isOpen: true },
  ]);
  await writeCharter(db, keeper, now, id, Charter.parse({ version: "2" }));
  expect(await tasksOf(db, id)).toEqual([]);
});

test("a body rests with a reason and starts again, and both stay as history", async () => {
  const { id, slug } = await addBody(db, keeper, now, network({ name: "Vilande" }));
  await restBody(db, keeper, now, id, Rest.parse({ reason: "Väntar på avtal", fromDay: "2027-02-01" }));
  await expect(restBody(db, keeper, now, id, Rest.parse({ reason: "Igen" }))).rejects.toMatchObject({
    code: "body.rests_already",
  });
  expect((await bodyCalled(db, keeper, slug, today)).dormantSince?.toString()).toBe("2027-02-01");
  const early = Restart.parse({ day: "2027-01-01" });
  await expect(restartBody(db, keeper, now, id, early)).rejects.toMatchObject({
    problems: [{ path: "day", code: "body.starts_before_it_rested" }],
  });
  await restartBody(db, keeper, now, id, Restart.parse({ day: "2027-03-01" }));
  await expect(restartBody(db, keeper, now, id, Restart.parse({}))).rejects.toMatchObject({
    code: "body.does_not_rest",
  });
  expect((await bodyCalled(db, keeper, slug, today)).dormantSince).toBeNull();
  const [rested] = await dormanciesOf(db, id);
  expect([rested?.fromDay, rested?.toDay].map(String)).toEqual(["2027-02-01", "2027-02-28"]);
  await expect(
    restBody(db, keeper, now, id, Rest.parse({ reason: "Igen", fromDay: "2027-02-15" })),
  ).rejects.toMatchObject({ problems: [{ path: "fromDay" }] });
});

describe("members", () => {
  test("are added together with a source, stay as they are when named again, and leave on a day (R173)", async () => {
    const { id } = await addBody(db, keeper, now, network());
    const [ale, tjorn] = [await organisation({ name: "Ale" }), await organisation({ name: "Tjörn" })];
    const joined = (ids: readonly string[], validFrom?: string) =>
      NewMembers.parse({ organisationIds: ids, validFrom, source: "Avtal 2020" });
    expect(await addMembers(db, keeper, now, id, joined([ale], "2020-01-01"))).toEqual({ added: 1 });
    expect(await addMembers(db, keeper, now, id, joined([ale, tjorn]))).toEqual({ added: 1 });
    await expect(addMembers(db, keeper, now, id, joined([ale]))).rejects.toMatchObject({
      code: "body.members_already",
    });
    const [first] = await membersOfBody(db, id);
    await endMember(db, keeper, now, first!.id, { lastDay: day("2026-12-31") });
    await expect(endMember(db, keeper, now, first!.id, { lastDay: null })).rejects.toMatchObject({
      code: "body.has_left_already",
    });
    const members = await membersOfBody(db, id);
    expect(members.map(({ name, source }) => [name, source])).toEqual([
      ["Ale", "Avtal 2020"],
      ["Tjörn", "Avtal 2020"],
    ]);
    expect(members.filter((member) => isMemberOn(member, today)).map(({ name }) => name)).toEqual(["Tjörn"]);
    expect(members.filter((member) => isMemberOn(member, day("2026-12-31")))).toHaveLength(2);
    // Back again: a time of its own.
    expect(await addMembers(db, keeper, now, id, joined([ale], "2027-01-01"))).toEqual({ added: 1 });
  });

  test("are not changed by a member of the body, and none is added that nobody knows", async () => {
    const { id } = await addBody(db, keeper, now, network());
    const member = await person();
    await meetings.sits(id, member);
    const tjorn = NewMembers.parse({ organisationIds: [await organisation({ name: "Öckerö" })] });
    await expect(addMembers(db, as(member), now, id, tjorn)).rejects.toMatchObject({ kind: "forbidden" });
    const unknown = NewMembers.parse({ organisationIds: [id as string] });
    await expect(addMembers(db, keeper, now, id, unknown)).rejects.toMatchObject({ kind: "not_found" });
    expect(await membersOfBody(db, id)).toEqual([]);
  });
});

describe("the list of bodies", () => {
  test("is the same for everybody who is signed in, with one's own told apart, found by name, kind and keeper", async () => {
    const place = await organisation({ name: "FoU Norr" });
    const mine = await meetings.body(place, { name: "Alfa 100 %" });
    await meetings.body(place, { name: "Beta", kind: "council" });
    const resting = await meetings.body(place, { name: "Gamma" });
    await ownerDb.insertInto("body_dormancy").values({ body_id: resting, from_day: today }).execute();
    const member = await person();
    await meetings.sits(mine, member);
    await meetings.seat(mine);
    const listed = async (wish: object, actor = as(member)) =>
      (await bodiesListed(db, actor, today, { limit: 200, keptBy: place, ...wish })).bodies.map(({ name }) => name);
    expect(await listed({})).toEqual(["Alfa 100 %", "Beta", "Gamma"]);
    expect(await listed({}, as(await person()))).toEqual(["Alfa 100 %", "Beta", "Gamma"]);
    expect(await listed({ which: "own" })).toEqual(["Alfa 100 %"]);
    expect(await listed({ which: "others" })).toEqual(["Beta"]);
    expect(await listed({ which: "dormant" })).toEqual(["Gamma"]);
    expect(await listed({ kind: "council" })).toEqual(["Beta"]);
    expect(await listed({ typed: "alf" })).toEqual(["Alfa 100 %"]);
    expect(await listed({ typed: "%" })).toEqual(["Alfa 100 %"]);
    const [alfa] = (await bodiesListed(db, as(member), today, { limit: 1, keptBy: place })).bodies;
    expect(alfa).toMatchObject({ isOwn: true, seats: 2, filled: 1, members: 0 });
  });

  test("goes on after the last one, and every body stands in it once", async () => {
    const place = await organisation({ name: "FoU Syd" });
    for (const name of ["Å", "A", "Ä", "A"]) await meetings.body(place, { name });
    const names: string[] = [];
    let after: Awaited<ReturnType<typeof bodiesListed>>["after"];
    do {
      const page = await bodiesListed(db, keeper, today, { limit: 1, keptBy: place, after });
      names.push(...page.bodies.map(({ name }) => name));
      expect(page.count).toBe(4);
      after = page.after;
    } while (after);
    expect(names).toEqual(["A", "A", "Å", "Ä"]);
  });
});

test.each([
  { who: "somebody without a seat", standing: { seats: [], keeps: false }, runs: false, reads: false, notes: false },
  { who: "whoever keeps it", standing: { seats: [], keeps: true }, runs: true, reads: false, notes: true },
  { who: "its chair", standing: { seats: ["chair"], keeps: false }, runs: true, reads: true, notes: true },
  { who: "a member", standing: { seats: ["member"], keeps: false }, runs: false, reads: true, notes: false },
  { who: "a user", standing: { seats: ["userRepresentative"], keeps: false }, runs: false, reads: true, notes: false },
] as const)("$who runs a body: $runs, reads its working minutes: $reads", ({ standing, runs, reads, notes }) => {
  expect(mayRunBody(standing)).toBe(runs);
  expect(mayReadWorkingMinutes(standing)).toBe(reads);
  expect([mayNoteNaming(standing, false), mayNoteNaming(standing, true)]).toEqual([notes, true]);
});

test("the database knows the same kinds as we do", async () => {
  const { rows } = await sql<{ says: string }>`
    select pg_get_constraintdef(oid) as says from pg_constraint
    where conrelid = 'body'::regclass and contype = 'c' and conname like '%kind%'`.execute(ownerDb);
  for (const kind of ["network", "council", "steeringGroup", "headsNetwork"])
    expect(rows[0]?.says).toContain(`'${kind}'`);
});
