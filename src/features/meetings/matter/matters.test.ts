import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { closeCommission, commissionInMatter, reportPart } from "#features/meetings/commission/commands.ts";
import { NewCommission, PartReport } from "#features/meetings/commission/commission-words.ts";
import { commissionInScope, commissionsOfMatter } from "#features/meetings/commission/queries.ts";
import {
  changeMatter,
  dropMatter,
  parkMatter,
  raiseMatter,
  referMatter,
  sayEventCame,
  takeUpMatter,
} from "#features/meetings/matter/commands.ts";
import { decideMatter, reviewMatter } from "#features/meetings/matter/decision/commands.ts";
import { dayWithoutYear } from "#features/meetings/matter/decided-day.ts";
import { sayCommitment, writeApplication } from "#features/meetings/matter/facts/commands.ts";
import { municipalitiesAsked } from "#features/meetings/matter/facts/queries.ts";
import { followMatter, tellFollower, unfollowByLink } from "#features/meetings/matter/following/commands.ts";
import { followersToTell, isFollowing } from "#features/meetings/matter/following/queries.ts";
import {
  Application,
  Commitment,
  DecidedMatter,
  DroppedMatter,
  ParkedMatter,
  RaisedMatter,
  ReviewedMatter,
} from "#features/meetings/matter/matter-words.ts";
import { matterInScope } from "#features/meetings/matter/queries.ts";
import { nextMeetingOf, stepsOf } from "#features/meetings/matter/timeline/queries.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, person, actor, someone } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const unit = await organisation();
const network = await meetings.body(unit, { slug: "natverket", name: "Nätverket" });
const heads = await meetings.body(unit, { slug: "cheferna", name: "Cheferna", mandate: "Beslutar om länets uppdrag" });
const [secretaryId, memberId, headId] = [await person({ name: "Sara" }), await person({ name: "Mio" }), await person()];
await meetings.sits(network, secretaryId, "secretary");
await meetings.sits(network, memberId);
await meetings.sits(heads, headId, "chair");
const [secretary, member, head] = [await actor(secretaryId), await actor(memberId), await actor(headId)];
const stranger = await someone("developmentLeader", { organisation: await organisation({ name: "FoU Väst" }) });
const now = noon("2027-03-18");
const later = noon("2027-04-01");

const raise = (title = "Yrkesresan") => raiseMatter(db, member, now, "natverket", RaisedMatter.parse({ title }));
const seen = async (slug: string) => (await matterInScope(db, secretary, slug, someDay)).matter;
const parked = (over: object = {}) => ParkedMatter.parse({ until: "open", reason: "Väntar", ...over });
const decision = (over: object = {}) => DecidedMatter.parse({ outcome: "Vi börjar", ...over });

describe("a matter", () => {
  test("is raised by anybody who sits in the body, who follows it from then on", async () => {
    const { id, slug } = await raise();
    expect(await seen(slug)).toMatchObject({ state: "raised", isClosed: false });
    expect(await isFollowing(db, id, memberId)).toBe(true);
    await expect(raiseMatter(db, head, now, "natverket", RaisedMatter.parse({ title: "Annat" }))).rejects.toMatchObject(
      { kind: "forbidden" },
    );
  });

  test("is not there for a stranger, and is not a member's to steer", async () => {
    const { slug } = await raise();
    const deeds = [
      () => parkMatter(db, stranger, now, slug, parked()),
      () => changeMatter(db, stranger, now, slug, { title: "X", about: null, version: 1 }),
      () => takeUpMatter(db, stranger, now, slug, { text: null }),
      () => referMatter(db, stranger, now, slug, { to: heads, text: null }),
      () => decideMatter(db, stranger, now, slug, decision()),
      () => dropMatter(db, stranger, now, slug, { reason: "X" }),
      () => followMatter(db, stranger, now, slug, true),
      () => sayCommitment(db, stranger, now, slug, Commitment.parse({ answer: "in" })),
      () => writeApplication(db, stranger, now, slug, Application.parse({ funder: "F", state: "planned" })),
      () => commissionInMatter(db, stranger, now, slug, NewCommission.parse({ title: "X" })),
    ];
    for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ kind: "not_found" });
    await expect(matterInScope(db, stranger, slug, someDay)).rejects.toMatchObject({ kind: "not_found" });
    await expect(parkMatter(db, member, now, slug, parked())).rejects.toMatchObject({ kind: "forbidden" });
    expect((await matterInScope(db, member, slug, someDay)).can).toEqual({ steer: false });
    expect(await seen(slug)).toMatchObject({ state: "raised", version: 1 });
  });

  test("is parked until a day that has not been, an event or further notice (R213)", async () => {
    const { slug } = await raise();
    const been = parked({ until: "day", parkedUntil: "2027-03-18" });
    await expect(parkMatter(db, secretary, now, slug, been)).rejects.toMatchObject({ kind: "invalid" });
    await parkMatter(db, secretary, now, slug, parked({ until: "event", parkedEvent: "Propositionen" }));
    await expect(takeUpMatter(db, member, now, slug, { text: null })).rejects.toMatchObject({ kind: "forbidden" });
    await sayEventCame(db, secretary, later, slug, { day: null });
    expect(String((await seen(slug)).eventCameOn)).toBe("2027-04-01");
    await takeUpMatter(db, secretary, later, slug, { text: "Nu" });
    expect(await seen(slug)).toMatchObject({ state: "continued", parkedEvent: null, remindOn: null });
    await expect(sayEventCame(db, secretary, later, slug, { day: null })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("comes to another body that it is referred to, which sees it and may take it over", async () => {
    const { slug } = await raise();
    await expect(matterInScope(db, head, slug, someDay)).rejects.toMatchObject({ kind: "not_found" });
    await referMatter(db, secretary, now, slug, { to: heads, text: "Besluta" });
    expect((await matterInScope(db, head, slug, someDay)).can.steer).toBe(true);
    await takeUpMatter(db, head, later, slug, { text: null });
    expect(await seen(slug)).toMatchObject({ state: "continued", bodyId: heads });
  });

  test("is decided by a body with a mandate, a position without, a reference when others decide (R214)", async () => {
    const [own, other] = [await raise(), await raise()];
    await decideMatter(db, secretary, now, own.slug, decision());
    expect(await seen(own.slug)).toMatchObject({ state: "decided", isPosition: true, isClosed: true });
    await decideMatter(db, secretary, now, other.slug, decision({ decidedBy: heads, decidedDay: "3 mars" }));
    expect(await seen(other.slug)).toMatchObject({
      state: "decidedElsewhere",
      decidedBy: "Cheferna",
      decidedOn: null,
      decidedDay: "--03-03",
      isPosition: false,
    });
    // The heads do not see it: a reference gives nobody a right.
    await expect(matterInScope(db, head, other.slug, someDay)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("is reviewed: what was decided stands, or is taken up to be changed", async () => {
    const { slug } = await raise();
    await decideMatter(db, secretary, now, slug, decision({ reviewOn: "2027-09-01" }));
    expect((await seen(slug)).isClosed).toBe(false);
    await reviewMatter(db, secretary, later, slug, ReviewedMatter.parse({ verdict: "change", text: "Gick inte" }));
    expect(await seen(slug)).toMatchObject({ state: "continued" });
    await decideMatter(db, secretary, later, slug, decision());
    await reviewMatter(db, secretary, later, slug, ReviewedMatter.parse({ verdict: "keep", text: "Gick bra" }));
    expect(await seen(slug)).toMatchObject({ state: "reviewed", isClosed: true });
  });

  test("is not ended while something that was commissioned is to come", async () => {
    const { slug, id } = await raise();
    const words = NewCommission.parse({ title: "Förslag", parts: "- Namn\n- Kostnad", ownerPerson: headId });
    const { id: commissionId } = await commissionInMatter(db, secretary, now, slug, words);
    const drop = () => dropMatter(db, secretary, now, slug, DroppedMatter.parse({ reason: "X" }));
    await expect(drop()).rejects.toMatchObject({ code: "matter.commissions_open" });
    await decideMatter(db, secretary, now, slug, decision());
    expect(await seen(slug)).toMatchObject({ state: "decided", isClosed: false });

    // Whoever does it sees it and reports it, and sees nothing of the matter.
    const { commission, can } = await commissionInScope(db, head, commissionId, someDay);
    expect(can).toEqual({ run: false, report: true, seeMatter: false });
    await expect(matterInScope(db, head, slug, someDay)).rejects.toMatchObject({ kind: "not_found" });
    await expect(commissionInScope(db, stranger, commissionId, someDay)).rejects.toMatchObject({ kind: "not_found" });
    await expect(closeCommission(db, head, now, commissionId, { text: "X" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    for (const part of commission.deliverables)
      await reportPart(db, head, later, commissionId, part.id, PartReport.parse({ text: "Klart" }));
    expect((await commissionsOfMatter(db, id))[0]).toMatchObject({ state: "reported" });
    await closeCommission(db, secretary, later, commissionId, { text: null });
    expect((await commissionsOfMatter(db, id))[0]).toMatchObject({ state: "closed" });
  });

  test("is not written over by somebody who has not seen what it says", async () => {
    const { slug } = await raise();
    await changeMatter(db, secretary, now, slug, { title: "Ny", about: null, version: 1 });
    await expect(
      changeMatter(db, secretary, now, slug, { title: "Gammal", about: null, version: 1 }),
    ).rejects.toMatchObject({ code: "matter.changed_meanwhile" });
  });

  test("says when it comes back, and not to which meeting a stranger to it goes", async () => {
    const { slug, id } = await raise();
    const met = await meetings.meeting(unit, [heads], { day: someDay.add({ days: 3 }), title: "Chefernas möte" });
    const ahead = await meetings.meeting(unit, [network], { day: someDay.add({ days: 9 }), title: "Nästa möte" });
    const inside = await matterInScope(db, secretary, slug, someDay);
    expect(await nextMeetingOf(db, inside, [], someDay)).toMatchObject({ slug: ahead.slug, reason: "raised" });
    await ownerDb.updateTable("matter_step").set({ meeting_id: met.id }).where("matter_id", "=", id).execute();
    expect((await stepsOf(db, secretary, id, someDay))[0]).toMatchObject({ meeting: null, toldBy: "Mio" });
  });

  test("takes no personal identity number in any of its texts", () => {
    const bad = "Gäller 191212121212";
    expect(RaisedMatter.safeParse({ title: bad }).success).toBe(false);
    expect(DroppedMatter.safeParse({ reason: bad }).success).toBe(false);
    expect(DecidedMatter.safeParse({ outcome: bad }).success).toBe(false);
    expect(NewCommission.safeParse({ title: "A", parts: bad }).success).toBe(false);
    expect(PartReport.safeParse({ text: bad }).success).toBe(false);
    expect(RaisedMatter.safeParse({ title: "Yrkesresan" }).success).toBe(true);
  });
});

test("alla är med: one press marks every member municipality, and a second changes nothing (R215)", async () => {
  const { slug, id } = await raise("Ansökan");
  const municipalities = await ownerDb
    .selectFrom("organisation")
    .where("municipality_code", "in", ["1480", "1481", "1440"])
    .select("id")
    .execute();
  const [one, two] =
    municipalities.length >= 2
      ? municipalities.map((each) => each.id)
      : [
          await organisation({ name: "Mölndal", municipality_code: "1481", kinds: ["municipality"] }),
          await organisation({ name: "Ale", municipality_code: "1440", kinds: ["municipality"] }),
        ];
  await meetings.member(network, one!);
  await meetings.member(network, two!);
  const all = Commitment.parse({ answer: "in" });
  await sayCommitment(db, secretary, now, slug, all);
  await sayCommitment(db, secretary, now, slug, all);
  const asked = await municipalitiesAsked(db, id, someDay);
  expect(asked.map(({ answer }) => answer)).toEqual(["in", "in"]);
  await sayCommitment(db, secretary, now, slug, Commitment.parse({ answer: "out", organisation: one }));
  const answers = (await municipalitiesAsked(db, id, someDay)).map(({ answer }) => answer);
  expect(answers.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(["in", "out"]);
  const what = (await stepsOf(db, secretary, id, someDay)).map((step) => step.what);
  expect(what).toEqual(["raised", "allIn", "commitments"]);
});

test("those who follow are told once of each thing by whoever may still see it, and end it by one press", async () => {
  const { slug, id } = await raise("Följd");
  await followMatter(db, secretary, now, slug, true);
  await ownerDb
    .insertInto("matter_subscription")
    .values({ matter_id: id, person_id: stranger.personId, since: now() })
    .execute();
  await parkMatter(db, secretary, now, slug, parked());
  // Not the one who did it, and not the stranger, who follows and sees nothing.
  const told = await followersToTell(db, id, 2, someDay);
  expect(told.map(({ personId }) => personId)).toEqual([memberId]);
  let token = "";
  const mail = (_: unknown, given: string) => {
    token = given;
    return { to: "mio@example.se", subject: "S", text: "T", html: "<p>T</p>", key: `matter ${id} 2 ${memberId}` };
  };
  await tellFollower(db, now, told[0]!, mail);
  await tellFollower(db, now, told[0]!, mail);
  const sent = await ownerDb.selectFrom("mail").where("to_address", "=", "mio@example.se").select("id").execute();
  expect(sent).toHaveLength(1);
  await unfollowByLink(db, member, token, now);
  expect(await isFollowing(db, id, memberId)).toBe(false);
  await expect(unfollowByLink(db, member, token, now)).rejects.toMatchObject({ kind: "conflict" });
});

test.each([
  ["3 mars", "--03-03"],
  ["den 3 mars", "--03-03"],
  ["3:e mars", "--03-03"],
  ["3/3", "--03-03"],
  ["29 februari", "--02-29"],
  ["--12-24", "--12-24"],
  ["3 March", "--03-03"],
  ["31 april", undefined],
  ["mars", undefined],
  ["3 mars 2023", undefined],
])("a day without a year: %s is %s", (written, expected) => {
  expect(dayWithoutYear(written)).toBe(expected);
});
